//! Proves that nothing was changed outside the writer: the chains are recomputed, and everything that is stored is
//! compared with the last digest that its chain has of it.

use crate::{
    StorageError,
    aggregate::{Aggregate, Kind},
    audit::{Left, hash},
    convert::from_json,
    entities::{self, audit_entry, revision},
    rows::Row,
};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// How many entries are read at once.
const ENTRIES_AT_ONCE: u64 = 1_000;

/// What a check of the whole store found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct VerifyReport {
    /// How many audit entries were read.
    pub entries: u64,
    /// How many objects were compared with their last digest.
    pub objects: u64,
    /// What is not as it was written; empty when all is well.
    pub faults: Vec<Fault>,
}

/// Something that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// The programme, or nil for accounts.
    pub programme: Uuid,
    /// `audit_entry`, `revision`, or the kind of the object: `project_community`, `account` …
    pub kind: String,
    /// The sequence number, the identity, or the name of a table that can't be read.
    pub id: String,
    /// What is wrong, in a sentence.
    pub what: String,
}

type Name = (Uuid, String, Uuid);

/// The check while it runs.
#[derive(Default)]
struct Check {
    report: VerifyReport,
    /// What each object should be by its chain.
    expected: BTreeMap<Name, Left>,
}

/// Checks the whole store, in one transaction that sees one state.
pub(crate) async fn verify(db: &impl ConnectionTrait) -> Result<VerifyReport, StorageError> {
    let mut check = Check::default();
    let ends = check.chains(db).await;
    check.heads(db, &ends).await;
    let stored = check.stored(db).await;
    check.compare(stored)?;
    Ok(check.report)
}

/// Where a chain ends.
#[derive(Clone, Default)]
struct End {
    sequence: i64,
    revision: i64,
    hash: String,
}

impl Check {
    fn fault(&mut self, programme: Uuid, kind: &str, id: impl ToString, what: impl Into<String>) {
        self.report.faults.push(Fault { programme, kind: kind.to_owned(), id: id.to_string(), what: what.into() });
    }

    async fn chains(&mut self, db: &impl ConnectionTrait) -> BTreeMap<Uuid, End> {
        let mut ends: BTreeMap<Uuid, End> = BTreeMap::new();
        let mut last: Option<(Uuid, i64)> = None;
        loop {
            use audit_entry::Column;
            let mut select = audit_entry::Entity::find();
            if let Some((programme, sequence)) = last {
                let later_here =
                    Condition::all().add(Column::Programme.eq(programme)).add(Column::Sequence.gt(sequence));
                select = select.filter(Condition::any().add(Column::Programme.gt(programme)).add(later_here));
            }
            let select = select.order_by_asc(Column::Programme).order_by_asc(Column::Sequence).limit(ENTRIES_AT_ONCE);
            let rows = match select.all(db).await {
                Ok(rows) => rows,
                Err(why) => {
                    self.fault(Uuid::nil(), "audit_entry", "audit_entry", format!("The entries can't be read: {why}."));
                    return ends;
                }
            };
            let Some(end) = rows.last() else { return ends };
            last = Some((end.programme, end.sequence));
            for row in rows {
                let end = ends.entry(row.programme).or_default();
                let next = self.entry(&row, end);
                *end = next;
            }
        }
    }

    fn entry(&mut self, row: &audit_entry::Model, before: &End) -> End {
        self.report.entries += 1;
        if row.sequence != before.sequence + 1 {
            let what = format!("The entry follows number {}: entries are missing.", before.sequence);
            self.fault(row.programme, "audit_entry", row.sequence, what);
        }
        if row.previous != before.hash {
            let what = "The entry does not follow the one before it.";
            self.fault(row.programme, "audit_entry", row.sequence, what);
        }
        if hash(row).is_ok_and(|hash| hash != row.hash) {
            self.fault(row.programme, "audit_entry", row.sequence, "The entry was changed.");
        }
        match from_json::<Vec<Left>>("audit_entry.objects", &row.objects) {
            Ok(list) => {
                for left in list {
                    self.expected.insert((row.programme, left.kind.clone(), left.id), left);
                }
            }
            Err(why) => self.fault(row.programme, "audit_entry", row.sequence, why.to_string()),
        }
        End { sequence: row.sequence, revision: row.revision, hash: row.hash.clone() }
    }

    async fn heads(&mut self, db: &impl ConnectionTrait, ends: &BTreeMap<Uuid, End>) {
        let rows = match revision::Entity::find().all(db).await {
            Ok(rows) => rows,
            Err(why) => return self.fault(Uuid::nil(), "revision", "revision", format!("It can't be read: {why}.")),
        };
        for row in &rows {
            let end = ends.get(&row.programme).cloned().unwrap_or_default();
            if (row.sequence, row.revision, &row.hash) != (end.sequence, end.revision, &end.hash) {
                let what = format!("The chain should end with entry {}, it ends with {}.", row.sequence, end.sequence);
                self.fault(row.programme, "revision", row.programme, what);
            }
        }
        let known: BTreeSet<Uuid> = rows.iter().map(|row| row.programme).collect();
        for programme in ends.keys().filter(|programme| !known.contains(*programme)) {
            self.fault(*programme, "revision", programme, "The row that says where the chain ends is missing.");
        }
    }

    /// Everything that is stored, as aggregates.
    async fn stored(&mut self, db: &impl ConnectionTrait) -> BTreeMap<(Uuid, Kind, Uuid), Vec<Row>> {
        let mut stored: BTreeMap<(Uuid, Kind, Uuid), Vec<Row>> = BTreeMap::new();
        // Roots first, then parts by their place, as aggregates are made.
        macro_rules! read {
            ($table:ident, $variant:ident, $kind:ident, $programme:ident, $owner:ident, $($order:ident),+) => {
                let select = entities::$table::Entity::find()$(.order_by_asc(entities::$table::Column::$order))+;
                match select.all(db).await {
                    Ok(rows) => for row in rows {
                        stored.entry((row.$programme, Kind::$kind, row.$owner)).or_default().push(Row::$variant(row));
                    },
                    Err(why) => {
                        let what = format!("The table can't be read: {why}.");
                        self.fault(Uuid::nil(), Kind::$kind.name(), stringify!($table), what);
                    }
                }
            };
        }
        read!(programme, Programme, Programme, id, id, Id);
        read!(annual_plan, AnnualPlan, AnnualPlan, programme, id, Id);
        read!(plan_detail, PlanDetail, AnnualPlan, programme, plan, Plan);
        read!(community, Community, Community, programme, id, Id);
        read!(building, Building, Community, programme, community, Position);
        read!(project, Project, Project, programme, id, Id);
        read!(approval_step, ApprovalStep, Project, programme, project, Position);
        read!(project_community, ProjectCommunity, ProjectCommunity, programme, id, Id);
        read!(line, Line, ProjectCommunity, programme, project_community, Position, Id);
        read!(commitment, Commitment, ProjectCommunity, programme, project_community, Position, Id);
        read!(receipt, Receipt, ProjectCommunity, programme, project_community, Position, Id);
        read!(payment, Payment, ProjectCommunity, programme, project_community, Position, Id);
        read!(monthly_report, MonthlyReport, MonthlyReport, programme, id, Id);
        read!(report_record, ReportRecord, MonthlyReport, programme, report, Report);
        read!(report_evidence, ReportEvidence, MonthlyReport, programme, report, Position);
        read!(duty_task, DutyTask, DutyTask, programme, id, Id);
        read!(task_evidence, TaskEvidence, DutyTask, programme, task, Position);
        read!(evidence, Evidence, Evidence, programme, id, Id);
        read!(account, Account, Account, programme, id, Id);
        stored
    }

    fn compare(&mut self, stored: BTreeMap<(Uuid, Kind, Uuid), Vec<Row>>) -> Result<(), StorageError> {
        for ((programme, kind, id), rows) in stored {
            self.report.objects += 1;
            let aggregate = Aggregate::new(kind, id, 0, rows)?;
            match self.expected.remove(&(programme, kind.name().to_owned(), id)) {
                None => self.fault(programme, kind.name(), id, "It was added, or it moved here, outside the acts."),
                Some(left) if !aggregate.is_of(&left.digest)? => {
                    self.fault(programme, kind.name(), id, "It was changed outside the acts.");
                }
                Some(_) => {}
            }
        }
        for (programme, kind, id) in std::mem::take(&mut self.expected).into_keys() {
            self.fault(programme, &kind, id, "It is missing.");
        }
        Ok(())
    }
}
