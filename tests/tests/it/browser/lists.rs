//! Lists of ten thousand rows, on every kind of database.

use super::journey;

#[test]
fn ten_thousand_rows_are_scrolled_walked_searched_and_exported() {
    journey("lists", &[]);
}
