//! Which row of a block holds the heads, and which column each is.

use crate::{
    cells::{half_width, plain_head, tidy},
    forms::Head,
};

/// So many rows may stand above the heads: titles, who filled it in, units.
const ABOVE: usize = 5;
/// So many heads make a row of heads.
const ENOUGH: usize = 2;
/// The column that says which community a row is of.
const CODE: [&str; 2] = ["小区编码", "小区代码"];

/// What a column of the block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A column of the table.
    Column(usize),
    /// The code of the community.
    Code,
    /// None of the table's.
    Unknown,
}

/// The row of heads, if there is one, and what each column of the block is.
pub(super) fn find(rows: &[Vec<String>], heads: &[Head]) -> (Option<usize>, Vec<Place>) {
    for (at, row) in rows.iter().enumerate().take(ABOVE) {
        let mut places: Vec<Place> = row.iter().map(|text| place(text, heads)).collect();
        let known = places.iter().filter(|place| **place != Place::Unknown).count();
        if known >= ENOUGH {
            // A head that stands there twice counts once.
            for index in 0..places.len() {
                let earlier = places.get(..index).unwrap_or_default().to_vec();
                if let Some(place) = places.get_mut(index)
                    && earlier.contains(place)
                {
                    *place = Place::Unknown;
                }
            }
            return (Some(at), places);
        }
    }
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let first = rows.iter().find_map(|row| row.first().map(|text| tidy(text)).filter(|text| !text.is_empty()));
    let begins_with_code = first.is_some_and(|text| crate::acts::code_number(&half_width(&text)).is_some());
    let own = (0..heads.len()).map(Place::Column);
    let mut places: Vec<Place> = begins_with_code.then_some(Place::Code).into_iter().chain(own).collect();
    places.resize(width.max(places.len()), Place::Unknown);
    (None, places)
}

fn place(text: &str, heads: &[Head]) -> Place {
    let text = plain_name(text);
    if text.is_empty() {
        return Place::Unknown;
    }
    if CODE.contains(&text.as_str()) {
        return Place::Code;
    }
    // A name of its own goes before another name in use of another column.
    let own = heads.iter().position(|head| plain_name(head.name.zh) == text || plain_name(head.name.en) == text);
    let other = || heads.iter().position(|head| head.aliases.iter().any(|alias| plain_name(alias) == text));
    own.or_else(other).map_or(Place::Unknown, Place::Column)
}

/// A head however its letters are written: `* 建筑面积（㎡）` is 建筑面积.
fn plain_name(text: &str) -> String {
    plain_head(text).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forms::{Buildings, Sheet};

    fn found(rows: &[&[&str]]) -> (Option<usize>, Vec<Place>) {
        let rows: Vec<Vec<String>> =
            rows.iter().map(|row| row.iter().map(|text| (*text).to_owned()).collect()).collect();
        let heads: Vec<Head> = Buildings::columns().iter().map(|column| column.head).collect();
        find(&rows, &heads)
    }

    #[test]
    fn heads_are_known_with_units_marks_and_other_names() {
        let (at, places) = found(&[&["楼栋情况表"], &["* 楼号", "户数（户）", "建筑面积（㎡）", "备注", "户数"]]);
        assert_eq!(at, Some(1));
        assert_eq!(places, [Place::Column(0), Place::Column(5), Place::Column(6), Place::Unknown, Place::Unknown]);
    }

    #[test]
    fn without_heads_the_columns_are_those_of_the_table_in_their_order() {
        let (at, places) = found(&[&["1#", "1998-10-20", "", "6"]]);
        assert_eq!((at, places[0], places[3]), (None, Place::Column(0), Place::Column(3)));
        let (_, places) = found(&[&["GT-0001", "1#"]]);
        assert_eq!(places[..2], [Place::Code, Place::Column(0)]);
    }
}
