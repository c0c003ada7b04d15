//! What was changed in cells against what they were made of, and the same changes on top of something newer. Rows are known
//! by their key, so that a row that somebody else has added moves nothing.
//!
//! Pure: it compares and joins cells, and knows nothing of pages.

use super::spec::Cells;

/// A cell that was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edit {
    pub(super) key: String,
    pub(super) column: usize,
    pub(super) before: String,
    pub(super) after: String,
}

/// What was changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Edits {
    pub(super) cells: Vec<Edit>,
    /// Keys of rows that are gone.
    pub(super) removed: Vec<String>,
    /// Rows that are new.
    pub(super) added: Cells,
}

type Key = fn(&[String]) -> String;

fn is_blank(row: &[String]) -> bool {
    row.iter().all(|text| text.trim().is_empty())
}

fn find<'a>(rows: &'a [Vec<String>], key: Key, wanted: &str) -> Option<&'a Vec<String>> {
    rows.iter().find(|row| key(row) == wanted)
}

/// What differs between two tables.
pub(super) fn edits(base: &[Vec<String>], mine: &[Vec<String>], key: Key) -> Edits {
    let mut found = Edits::default();
    for row in base {
        let name = key(row);
        match find(mine, key, &name) {
            None => found.removed.push(name),
            Some(now) => {
                for (column, (before, after)) in row.iter().zip(now).enumerate() {
                    if before.trim() != after.trim() {
                        let (before, after) = (before.clone(), after.clone());
                        found.cells.push(Edit { key: name.clone(), column, before, after });
                    }
                }
            }
        }
    }
    let is_new = |row: &&Vec<String>| !is_blank(row) && find(base, key, &key(row)).is_none();
    found.added = mine.iter().filter(is_new).cloned().collect();
    found
}

impl Edits {
    /// Whether nothing was changed.
    pub(super) fn is_empty(&self) -> bool {
        self.cells.is_empty() && self.removed.is_empty() && self.added.is_empty()
    }

    /// How many places were changed.
    pub(super) fn count(&self) -> usize {
        self.cells.len() + self.removed.len() + self.added.len()
    }

    /// The cells in which somebody else has saved something else, with what stands there now.
    pub(super) fn conflicts(&self, newest: &[Vec<String>], key: Key) -> Vec<(Edit, String)> {
        let theirs = |edit: &Edit| {
            let text = find(newest, key, &edit.key).and_then(|row| row.get(edit.column)).cloned().unwrap_or_default();
            (edit.clone(), text)
        };
        let differs =
            |(edit, text): &(Edit, String)| text.trim() != edit.before.trim() && text.trim() != edit.after.trim();
        self.cells.iter().map(theirs).filter(differs).collect()
    }

    /// The newest table with these changes on top.
    pub(super) fn onto(&self, newest: &[Vec<String>], key: Key) -> Cells {
        let mut out: Cells = newest.iter().filter(|row| !self.removed.contains(&key(row))).cloned().collect();
        for row in &mut out {
            let name = key(row);
            for edit in self.cells.iter().filter(|edit| edit.key == name) {
                if let Some(cell) = row.get_mut(edit.column) {
                    cell.clone_from(&edit.after);
                }
            }
        }
        for row in &self.added {
            // Rows that have no name yet are never the same.
            let name = key(row);
            if name.is_empty() || find(&out, key, &name).is_none() {
                out.push(row.clone());
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[&str]) -> Cells {
        rows.iter().map(|row| row.split(' ').map(str::to_owned).collect()).collect()
    }

    const KEY: Key = super::super::spec::first;

    #[test]
    fn changes_are_put_on_top_of_what_is_newest() {
        let base = table(&["1# 36", "2# 42", "3# 24"]);
        let mine = table(&["1# 37", "3# 24", "4# 12"]);
        let found = edits(&base, &mine, KEY);
        assert_eq!((found.cells.len(), found.removed.len(), found.added.len()), (1, 1, 1));
        let newest = table(&["0# 9", "1# 36", "2# 42", "3# 25"]);
        assert_eq!(found.onto(&newest, KEY), table(&["0# 9", "1# 37", "3# 25", "4# 12"]));
        assert!(found.conflicts(&newest, KEY).is_empty());
        let theirs = table(&["1# 40", "2# 42", "3# 24"]);
        let conflicts = found.conflicts(&theirs, KEY);
        assert_eq!((conflicts.len(), conflicts[0].1.as_str()), (1, "40"));
        assert!(edits(&base, &table(&["1# 36 ", "2# 42", "3# 24"]), KEY).is_empty());
        let unnamed = [&base[..], &table(&[" 5", " 6"])[..]].concat();
        assert_eq!(edits(&base, &unnamed, KEY).onto(&base, KEY).len(), 5, "each row without a name stays");
    }
}
