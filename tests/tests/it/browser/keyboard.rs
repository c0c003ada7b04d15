//! Journeys of four people by the keyboard alone, on every kind of database; afterwards the chain is proved.

use super::journey;

#[test]
fn nobody_needs_a_mouse() {
    journey("keyboard", &[]);
}
