//! From the residents' vote to the start of works, on every kind of database; afterwards the chain is proved.

use super::journey;

#[test]
fn votes_steps_start_fact_and_closure() {
    journey("approvals", &[]);
}
