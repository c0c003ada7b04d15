//! One suite, run on SQLite in a temporary folder and, when `ANJU_POSTGRES` names a server, on PostgreSQL.

mod accounts;
mod acts;
mod approvals;
mod backups;
mod changed_bytes;
mod clock_jumps;
mod cut_off;
mod duties;
mod duty_making;
mod duty_plans;
mod facts;
mod failed_commits;
mod given_up;
mod groups;
mod imports;
mod ledger;
mod opening;
mod outcomes;
mod plans;
mod programmes;
mod readings;
mod reports;
mod servers;
mod siblings;
mod support;

/// Runs each body on every database that is there.
macro_rules! on_each_database {
    ($($name:ident),+ $(,)?) => {
        mod on_each_database {
            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $name() {
                    crate::tests::support::on_each_database(|place| Box::pin(super::$name(place))).await;
                }
            )+
        }
    };
}
use on_each_database;
