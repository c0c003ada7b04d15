//! A monthly report from the project owner to the office and back, on every kind of database; afterwards the chain is
//! proved.

use super::journey;

#[test]
fn project_owner_and_office_and_leader() {
    journey("reports", &[]);
}
