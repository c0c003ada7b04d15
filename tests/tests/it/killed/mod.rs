//! Invariant 8: acknowledged ⊆ persisted ⊆ attempted, after any crash. `docs/durability.md` says what is proved how.
//!
//! The program runs as a process of its own (`ANJU_BIN`); without it these tests say so and pass, as those under
//! `strace` do without `ANJU_STRACE`.

mod clients;
mod comparison;
mod faults;
mod first_start;
mod full_disk;
mod imports;
mod ledger;
mod places;
mod rounds;
mod sum;
mod sync_order;

use anju_storage::Storage;
use anju_tests::{database::Database, server};
use std::env;
use uuid::Uuid;

/// Puts the sample programme into a new database, which nobody holds open afterwards; gives the programme's identity.
async fn filled(database: &Database) -> Uuid {
    let storage = Storage::open(database.location.clone()).await.expect("a new database opens");
    let programme = server::fill(&storage, false).await;
    storage.close().await.expect("it closes");
    programme
}

/// A number from the environment.
fn number(name: &str, otherwise: u64) -> u64 {
    env::var(name).map_or(otherwise, |text| text.parse().unwrap_or_else(|_| panic!("{name} is a number, not {text}")))
}
