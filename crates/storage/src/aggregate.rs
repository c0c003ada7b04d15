//! What loads and saves whole, as rows, and its digest in the audit chain.

use crate::{StorageError, rows::Row};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use uuid::Uuid;

/// What loads and saves whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Kind {
    Programme,
    AnnualPlan,
    Community,
    Project,
    ProjectCommunity,
    MonthlyReport,
    DutyTask,
    Evidence,
    Account,
}

impl Kind {
    /// Its stable name, as in the audit chain.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Programme => "programme",
            Self::AnnualPlan => "annual_plan",
            Self::Community => "community",
            Self::Project => "project",
            Self::ProjectCommunity => "project_community",
            Self::MonthlyReport => "monthly_report",
            Self::DutyTask => "duty_task",
            Self::Evidence => "evidence",
            Self::Account => "account",
        }
    }
}

/// A row with its line of the digest, which is made once: what an act leaves as it was is shared, not made again.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct KeptRow {
    pub(crate) row: Row,
    line: Vec<u8>,
}

impl KeptRow {
    /// Makes its line.
    pub(crate) fn new(row: Row) -> Result<Arc<Self>, StorageError> {
        let line = row.line()?;
        Ok(Arc::new(Self { row, line }))
    }
}

/// The rows of an aggregate: its own first, then those of its parts in their order.
pub(crate) type Rows = Arc<[Arc<KeptRow>]>;

/// An aggregate as rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Aggregate {
    pub(crate) kind: Kind,
    pub(crate) id: Uuid,
    pub(crate) version: i64,
    pub(crate) rows: Rows,
}

impl Aggregate {
    /// Of rows that are all new.
    pub(crate) fn new(kind: Kind, id: Uuid, version: i64, rows: Vec<Row>) -> Result<Self, StorageError> {
        let rows = rows.into_iter().map(KeptRow::new).collect::<Result<_, _>>()?;
        Ok(Self { kind, id, version, rows })
    }

    /// SHA-256 over the lines of its rows, in hexadecimal. Every column of every row takes part.
    pub(crate) fn digest(&self) -> String {
        let mut hash = Sha256::new();
        for kept in self.rows.iter() {
            hash.update(&kept.line);
        }
        hexadecimal(&hash.finalize())
    }
}

/// Bytes in hexadecimal.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}
