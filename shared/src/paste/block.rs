//! The text of a copied block: cells with tabs between them, rows with line breaks; a cell that holds either stands in
//! quotes, with its own quotes doubled.

/// The cells of a block, row by row.
pub fn cells(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![Vec::new()];
    let mut rest = text.strip_prefix('\u{feff}').unwrap_or(text);
    loop {
        let (cell, after) = match quoted(rest) {
            Some(found) => found,
            None => {
                let end = rest.find(['\t', '\n', '\r']).unwrap_or(rest.len());
                let (cell, after) = rest.split_at(end);
                (cell.to_owned(), after)
            }
        };
        if let Some(row) = rows.last_mut() {
            row.push(cell);
        }
        if let Some(next) = after.strip_prefix('\t') {
            rest = next;
        } else if let Some(next) = after.strip_prefix("\r\n").or_else(|| after.strip_prefix(['\n', '\r'])) {
            rest = next;
            if rest.is_empty() {
                break;
            }
            rows.push(Vec::new());
        } else {
            break;
        }
    }
    rows
}

/// A cell in quotes and what follows it; none when the quote is part of the text.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut cell = String::new();
    loop {
        let (before, after) = rest.split_once('"')?;
        cell.push_str(before);
        if let Some(next) = after.strip_prefix('"') {
            cell.push('"');
            rest = next;
        } else if after.is_empty() || after.starts_with(['\t', '\n', '\r']) {
            return Some((cell, after));
        } else {
            return None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tabs_and_line_breaks_part_the_cells() {
        assert_eq!(cells("1#\t36\r\n2#\t42\r\n"), [["1#", "36"], ["2#", "42"]]);
        assert_eq!(cells("a\n\nb"), [vec!["a"], vec![""], vec!["b"]]);
        assert_eq!(cells(""), [[""]]);
        assert_eq!(cells("a\t"), [["a", ""]]);
    }

    #[test]
    fn quotes_keep_tabs_breaks_and_quotes() {
        assert_eq!(cells("\"甲\n乙\"\t\"x\ty\"\t\"say \"\"no\"\"\""), [["甲\n乙", "x\ty", "say \"no\""]]);
        assert_eq!(cells("\"half\tb"), [["\"half", "b"]], "a quote that never ends is text");
        assert_eq!(cells("\"a\"b\tc"), [["\"a\"b", "c"]]);
    }
}
