//! A duty from the unit to the office and back, on every kind of database; afterwards the chain is proved.

use super::journey;

#[test]
fn unit_and_office_and_leader() {
    journey("duties", &["09"]);
}
