//! A community from its registration to the annual plan, on every kind of database; afterwards the chain is proved.

use super::journey;

#[test]
fn the_office_enters_a_community() {
    journey("ledger", &[]);
}
