//! Files that were checked: kept in memory for a while, so that what was checked is what is imported.

use crate::{
    http::refusal::Refusal,
    import::{self, Limits, NotTaken},
};
use anju_domain::{
    api::{ImportCommit, Imported},
    finding::Finding,
    workbook::{Grid, ImportPlan, Known, plan_import},
};
use anju_storage::Standing;
use axum::body::Bytes;
use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use std::{
    collections::VecDeque,
    io::Cursor,
    sync::{Arc, Mutex, PoisonError},
};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use uuid::Uuid;

/// How many checked files are kept; the oldest goes first.
const KEPT: usize = 4;

/// A file that was checked.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The identity that the browser gave it.
    pub id: Uuid,
    /// Who brought it.
    pub user: String,
    /// What it is called.
    pub name: String,
    /// Its content.
    pub content: Bytes,
    /// SHA-256 of its content, hexadecimal.
    pub sha256: String,
    /// The revision that was looked at.
    pub revision: i64,
    /// What tells its plan from another one.
    pub digest: [u8; 32],
    /// What came of it, once it was imported.
    pub done: Option<Done>,
}

/// What came of an import, for whoever sends the same once more because no answer arrived.
#[derive(Clone, Debug)]
pub struct Done {
    /// The idempotency key.
    pub key: Option<String>,
    /// What was asked.
    pub request: ImportCommit,
    /// What was answered.
    pub told: Imported,
}

impl Checked {
    /// The answer to the same request, when it was answered before.
    pub fn answered(&self, key: Option<&String>, request: ImportCommit) -> Option<Imported> {
        let same = |done: &&Done| key.is_some() && done.key.as_ref() == key && done.request == request;
        self.done.as_ref().filter(same).map(|done| done.told.clone())
    }
}

/// The checked files, and whose turn it is to have one read.
#[derive(Clone, Debug)]
pub struct Imports {
    kept: Arc<Mutex<VecDeque<Checked>>>,
    turns: Arc<Semaphore>,
}

impl Default for Imports {
    fn default() -> Self {
        // One at a time: each holds its cells and all dossiers in memory.
        Self { kept: Arc::default(), turns: Arc::new(Semaphore::new(1)) }
    }
}

/// A turn; it ends when the work is done, even when whoever asked for it has gone.
#[derive(Debug)]
pub struct Turn(#[expect(dead_code, reason = "held, never read")] OwnedSemaphorePermit);

impl Imports {
    /// Waits for a turn.
    ///
    /// # Errors
    /// The server ends.
    pub async fn turn(&self) -> Result<Turn, Refusal> {
        Arc::clone(&self.turns).acquire_owned().await.map(Turn).map_err(|_| Refusal::Unavailable)
    }

    /// Keeps a file instead of an older one of the same identity.
    pub fn keep(&self, checked: Checked) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|other| other.id != checked.id);
        kept.push_back(checked);
        while kept.len() > KEPT {
            kept.pop_front();
        }
    }

    /// The file with this identity that this person has brought.
    ///
    /// # Errors
    /// There is none, or no longer.
    pub fn find(&self, id: Uuid, user: &str) -> Result<Checked, Refusal> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find(|checked| checked.id == id && checked.user == user).cloned().ok_or(Refusal::NotFound)
    }

    /// Keeps what came of a file.
    pub fn done(&self, id: Uuid, done: Done) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(checked) = kept.iter_mut().find(|checked| checked.id == id) {
            checked.done = Some(done);
        }
    }
}

/// A file that was read and planned.
#[derive(Debug)]
pub struct Planned {
    /// Its sheets.
    pub grids: Vec<Grid>,
    /// What it would change.
    pub plan: ImportPlan,
    /// What tells the plan from another one.
    pub digest: [u8; 32],
    /// SHA-256 of the file, hexadecimal.
    pub sha256: String,
}

/// Reads a file and plans its import, off the threads of requests.
///
/// # Errors
/// The file is not read.
pub async fn plan(
    turn: Turn,
    name: String,
    content: Bytes,
    standing: Arc<Standing>,
    today: NaiveDate,
) -> Result<Planned, Refusal> {
    let work = move || {
        let _turn = turn;
        let grids = import::read(&name, Cursor::new(&content), Limits::UPLOAD)?;
        let plan = plan_import(&grids, known(&standing), today);
        let (digest, sha256) = (digest(&plan), sha256(&content));
        Ok::<_, NotTaken>(Planned { grids, plan, digest, sha256 })
    };
    match tokio::task::spawn_blocking(work).await {
        Ok(outcome) => outcome.map_err(Refusal::NotTaken),
        // A reader of workbooks that panics has met a file that is none.
        Err(error) => {
            tracing::error!(%error, "a file could not be read");
            Err(Refusal::NotTaken(NotTaken::NotAWorkbook))
        }
    }
}

/// A standing as the domain looks at it.
pub fn known(standing: &Standing) -> Known<'_> {
    Known { programme: &standing.programme, plans: &standing.plans, dossiers: &standing.dossiers }
}

/// What tells a plan from another one: everything that a person has seen of it.
fn digest(plan: &ImportPlan) -> [u8; 32] {
    let mut digest = Sha256::new();
    digest.update(format!("{:?}{:?}{:?}", plan.sheets, plan.faults, plan.changes));
    digest.finalize().into()
}

/// SHA-256 in hexadecimal.
fn sha256(content: &[u8]) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The refusal of a file with faults, when all or nothing was asked for.
pub fn has_faults(plan: &ImportPlan) -> Refusal {
    let count = i64::try_from(plan.fault_count()).unwrap_or(i64::MAX);
    Refusal::Refused(vec![Finding::malformed("content", "import_has_faults").with_integer("n", count)])
}
