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
    /// Every kind.
    pub(crate) const ALL: &'static [Self] = &[
        Self::Programme,
        Self::AnnualPlan,
        Self::Community,
        Self::Project,
        Self::ProjectCommunity,
        Self::MonthlyReport,
        Self::DutyTask,
        Self::Evidence,
        Self::Account,
    ];

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

    /// The kind of a stable name; none for what later programs may bring.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }

    /// What of the figures depends on a change of this kind.
    pub(crate) const fn bears_on(self) -> BearsOn {
        match self {
            Self::Programme => BearsOn::Everything,
            Self::AnnualPlan | Self::Community | Self::Project | Self::ProjectCommunity | Self::MonthlyReport => {
                BearsOn::Communities
            }
            Self::DutyTask => BearsOn::Duties,
            Self::Evidence | Self::Account => BearsOn::Nothing,
        }
    }
}

/// What of the figures depends on something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BearsOn {
    /// All of them.
    Everything,
    /// Those of the project communities that belong to it.
    Communities,
    /// Those of the duties.
    Duties,
    /// None.
    Nothing,
}

/// How a digest begins that is made of the digests of rows.
const OF_ROWS: &str = "rows:";

/// A row with its digest, which is made once: what an act leaves as it was is shared, not made again.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct KeptRow {
    pub(crate) row: Row,
    digest: [u8; 32],
}

impl KeptRow {
    /// Makes its digest.
    pub(crate) fn new(row: Row) -> Result<Arc<Self>, StorageError> {
        let digest = Sha256::digest(row.line()?).into();
        Ok(Arc::new(Self { row, digest }))
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

    /// SHA-256 over the SHA-256 of each row, so that an act costs what it changed. Every column of every row takes part.
    pub(crate) fn digest(&self) -> String {
        let mut hash = Sha256::new();
        for kept in self.rows.iter() {
            hash.update(kept.digest);
        }
        format!("{OF_ROWS}{}", hexadecimal(&hash.finalize()))
    }

    /// Whether a digest of the chain is of these rows. Entries of the first programs hold the SHA-256 over all lines.
    pub(crate) fn is_of(&self, digest: &str) -> Result<bool, StorageError> {
        if digest.starts_with(OF_ROWS) {
            return Ok(digest == self.digest());
        }
        let mut hash = Sha256::new();
        for kept in self.rows.iter() {
            hash.update(kept.row.line()?);
        }
        Ok(digest == hexadecimal(&hash.finalize()))
    }
}

/// Bytes in hexadecimal.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::convert::project_community_aggregate;

    #[test]
    fn both_forms_of_a_digest_are_of_the_rows() {
        let sample = anju_domain::sample::programme();
        let entry = &sample.dossiers[0].project_community;
        let aggregate = project_community_aggregate(sample.programme.id, entry, None).unwrap();
        let lines: Vec<u8> = aggregate.rows.iter().flat_map(|kept| kept.row.line().unwrap()).collect();
        let of_lines = hexadecimal(&Sha256::digest(&lines));
        assert!(aggregate.is_of(&of_lines).unwrap() && aggregate.is_of(&aggregate.digest()).unwrap());

        let mut other = entry.clone();
        other.commitments[0].provider.push(' ');
        let other = project_community_aggregate(sample.programme.id, &other, None).unwrap();
        assert!(!other.is_of(&of_lines).unwrap() && !other.is_of(&aggregate.digest()).unwrap());
        assert!(!aggregate.is_of("").unwrap());
    }

    #[test]
    fn rows_that_stand_as_before_are_shared() {
        let sample = anju_domain::sample::programme();
        let (programme, entry) = (sample.programme.id, &sample.dossiers[0].project_community);
        let before = project_community_aggregate(programme, entry, None).unwrap();
        let mut changed = entry.clone();
        changed.version += 1;
        changed.commitments.swap(0, 1);
        changed.lines.pop();
        let after = project_community_aggregate(programme, &changed, Some((entry, &before.rows))).unwrap();
        let anew = project_community_aggregate(programme, &changed, None).unwrap();
        assert_eq!(after, anew);
        assert!(Arc::ptr_eq(&after.rows[1], &before.rows[1]));
    }
}
