//! Money and plans as the office keeps them, on every kind of database.

use super::journey;

#[test]
fn the_office_records_money_and_issues_the_plan() {
    journey("money", &[]);
}
