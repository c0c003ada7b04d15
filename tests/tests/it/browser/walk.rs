//! The thread as people walk it, on every kind of database; afterwards the chain is proved.

use super::journey;

#[test]
fn leader_office_and_auditor() {
    journey("walk", &[]);
}
