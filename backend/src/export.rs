//! What a page shows as a file: workbooks of tables, few at a time and none longer than is said.
//!
//! An export is a reading: it changes nothing and leaves no audit entry, as the page that it is made from leaves none.

use crate::{
    http::{attachment, refusal::Refusal},
    workbook::workbook,
};
use anju_domain::{
    lists::MOST_ROWS,
    table::{Table, file_name},
};
use axum::{
    body::Body,
    http::{HeaderValue, header},
    response::Response,
};
use rust_xlsxwriter::XlsxError;
use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The media type of a workbook.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// The end of the path of every export.
pub const PATH_END: &str = "/xlsx";
/// How many are made at a time: each holds its rows in memory.
const AT_A_TIME: usize = 2;

/// Whose turn it is.
#[derive(Clone, Debug)]
pub struct Exports(Arc<Semaphore>);

impl Default for Exports {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(AT_A_TIME)))
    }
}

/// A turn; it ends when the file is made, even when whoever asked for it has gone.
#[derive(Debug)]
pub struct Turn(#[expect(dead_code, reason = "held, never read")] OwnedSemaphorePermit);

impl Exports {
    /// Waits for a turn, before the rows are read.
    ///
    /// # Errors
    /// The server ends.
    pub async fn turn(&self) -> Result<Turn, Refusal> {
        Arc::clone(&self.0).acquire_owned().await.map(Turn).map_err(|_| Refusal::Unavailable)
    }
}

/// Refuses more rows than a file takes, before they are read.
///
/// # Errors
/// The refusal that says how many there are.
pub fn bounded(rows: i64) -> Result<(), Refusal> {
    if usize::try_from(rows).is_ok_and(|rows| rows > MOST_ROWS) { Err(Refusal::TooManyRows(rows)) } else { Ok(()) }
}

/// The workbook of these tables, as a file that is called as the first one.
///
/// # Errors
/// There are too many rows.
pub async fn send(turn: Turn, make: impl FnOnce() -> Vec<Table> + Send + 'static) -> Result<Response, Refusal> {
    let made = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        let tables = make();
        for table in &tables {
            bounded(i64::try_from(table.rows.len()).unwrap_or(i64::MAX))?;
        }
        let first = tables.first().ok_or(Refusal::Internal)?;
        let name = format!("{}.xlsx", file_name(first.language, &first.title, first.as_of));
        Ok::<_, Refusal>((name, written(workbook(&tables))?))
    });
    let (name, bytes) = made.await.map_err(|_| Refusal::Internal)??;
    Ok(answer(&name, bytes))
}

/// A workbook that is made by its own function, as a file of this name.
///
/// # Errors
/// It can't be made.
pub async fn send_bytes(
    turn: Turn,
    name: String,
    make: impl FnOnce() -> Result<Vec<u8>, XlsxError> + Send + 'static,
) -> Result<Response, Refusal> {
    let made = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        written(make())
    });
    Ok(answer(&name, made.await.map_err(|_| Refusal::Internal)??))
}

fn written(made: Result<Vec<u8>, XlsxError>) -> Result<Vec<u8>, Refusal> {
    made.map_err(|error| {
        tracing::error!(%error, "a table does not fit a workbook");
        Refusal::Internal
    })
}

fn answer(name: &str, bytes: Vec<u8>) -> Response {
    let mut answer = Response::new(Body::from(bytes));
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(XLSX));
    headers.insert(header::CONTENT_DISPOSITION, attachment::named(name));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

#[cfg(test)]
mod tests {
    use super::*;
    use anju_domain::language::Language;

    #[test]
    fn as_many_rows_as_are_said_and_no_more() {
        assert_eq!(bounded(50_000), Ok(()));
        assert_eq!(bounded(50_001), Err(Refusal::TooManyRows(50_001)));
    }

    #[test]
    fn too_many_rows_are_refused_with_both_numbers() {
        let problem = Refusal::TooManyRows(61_234).problem(Language::Zh);
        assert_eq!((problem.status, problem.code.as_str()), (422, "too_many_rows"));
        assert!(problem.detail.starts_with("符合筛选条件的有61,234行，一个文件最多50,000行。"), "{}", problem.detail);
        let problem = Refusal::TooManyRows(61_234).problem(Language::En);
        assert!(problem.detail.starts_with("61,234 rows match and a file takes at most 50,000."), "{}", problem.detail);
    }

    #[tokio::test]
    async fn no_more_files_are_made_at_a_time_than_is_said() {
        let exports = Exports::default();
        let held = [exports.turn().await.unwrap(), exports.turn().await.unwrap()];
        assert_eq!(exports.0.available_permits(), 0);
        drop(held);
        assert_eq!(exports.0.available_permits(), AT_A_TIME);
    }
}
