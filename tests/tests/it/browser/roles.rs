//! A month as each role has it: the project owner reports, the office accepts, records money and issues the plan, a leader
//! finds why a community lags; on every kind of database, and afterwards the chain is proved.

use super::journey;

#[test]
fn project_owner_office_and_leader_through_a_month() {
    journey("roles", &[]);
}
