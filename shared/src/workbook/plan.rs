//! What a workbook would change: every row new, changed, as it is, or faulty; and what the objects are then.
//!
//! A plan is a pure function of sheets, what is there, and the day: the same file planned twice gives the same plan, down to
//! the identities of what is new. Nothing is ever removed by an import. Rows with faults change nothing in a plan, nor do
//! rows that hang on them; whoever wants all or nothing looks at [`ImportPlan::faults`].

mod approvals;
mod buildings;
mod communities;
mod domain;
mod flows;
mod judged;
mod ledger;
mod money;
mod months;
mod progress;
mod projects;
mod steps;
mod tally;
mod works;
mod world;

pub use tally::{RowChange, SheetTally, Standing};

use self::{
    tally::{Tallies, Tally},
    world::World,
};
use super::{
    Fault, Grid, Sheet,
    columns::Column,
    heads::{Names, fault, heads},
    rows::{Faults, ReadSheet, read},
    sheets::{
        APPROVALS, ApprovalRow, BUILDINGS, BuildingRow, COMMUNITIES, CommunityRow, FLOWS, FUNDING, FlowRow, FundingRow,
        LEDGER, LedgerRow, PRIOR_AID, PROGRESS, PROJECTS, PriorAidRow, ProgressRow, ProjectRow, WORKS, WorkRow,
    },
};
use crate::{
    cells::{Reason, Why},
    model::{AnnualPlan, Community, Dossier, MonthlyReport, Programme, Project, ProjectCommunity},
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What is there before an import.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The programme.
    pub programme: &'a Programme,
    /// Its plans.
    pub plans: &'a [AnnualPlan],
    /// Its dossiers.
    pub dossiers: &'a [Dossier],
}

/// An object as it was, when it was there, and as it would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change<T> {
    /// As it was.
    pub before: Option<T>,
    /// As it would be.
    pub after: T,
}

/// Something that is told and stops nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// A sheet that is none of ours.
    OtherSheet {
        /// Its name.
        sheet: String,
    },
    /// A column that is none of the sheet's.
    OtherColumn {
        /// The sheet.
        sheet: String,
        /// The column, from 0.
        column: u16,
        /// Its head.
        head: String,
    },
    /// A 台账 alone loads communities in reserve; how far the works are is another entry.
    StageLeft {
        /// The sheet.
        sheet: String,
        /// The row, from 1.
        row: u32,
        /// The stage that it gives.
        stage: &'static str,
    },
}

/// What an import would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportPlan {
    /// What comes of each sheet that was recognised, in the order of the file.
    pub sheets: Vec<SheetTally>,
    /// What can't be taken in, by sheet, row and column.
    pub faults: Vec<Fault>,
    /// How many more faults there are.
    pub more_faults: u64,
    /// What is told and stops nothing.
    pub remarks: Vec<Remark>,
    /// The rows that are new or change something.
    pub changes: Vec<RowChange>,
    /// Communities that are new or change, with their buildings and the aid that they had.
    pub communities: Vec<Change<Community>>,
    /// Projects that are new or change.
    pub projects: Vec<Change<Project>>,
    /// Project communities that are new or change.
    pub entries: Vec<Change<ProjectCommunity>>,
    /// Reports that are new or change.
    pub reports: Vec<Change<MonthlyReport>>,
    /// How many findings the next gates would have for what changes: those that will stop, and warnings.
    pub findings: (u64, u64),
}

impl ImportPlan {
    /// Whether nothing would change.
    pub fn changes_nothing(&self) -> bool {
        self.communities.is_empty() && self.projects.is_empty() && self.entries.is_empty() && self.reports.is_empty()
    }

    /// How many faults there are.
    pub fn fault_count(&self) -> u64 {
        u64::try_from(self.faults.len()).unwrap_or(u64::MAX).saturating_add(self.more_faults)
    }
}

/// The sheets of a file, read.
#[derive(Debug, Default)]
struct Book<'g> {
    ledgers: Vec<ReadSheet<'g, LedgerRow>>,
    communities: Vec<ReadSheet<'g, CommunityRow>>,
    buildings: Vec<ReadSheet<'g, BuildingRow>>,
    prior_aid: Vec<ReadSheet<'g, PriorAidRow>>,
    projects: Vec<ReadSheet<'g, ProjectRow>>,
    works: Vec<ReadSheet<'g, WorkRow>>,
    funding: Vec<ReadSheet<'g, FundingRow>>,
    approvals: Vec<ReadSheet<'g, ApprovalRow>>,
    progress: Vec<ReadSheet<'g, ProgressRow>>,
    flows: Vec<ReadSheet<'g, FlowRow>>,
}

impl<'g> Book<'g> {
    fn read(grids: &'g [Grid], faults: &mut Faults, remarks: &mut Vec<Remark>) -> Self {
        let names = Names::all();
        let mut book = Self::default();
        let mut is_ours = false;
        for grid in grids.iter().filter(|grid| grid.filled() > 0) {
            let Some(heads) = heads(grid, &names) else {
                remarks.push(Remark::OtherSheet { sheet: grid.name.clone() });
                continue;
            };
            is_ours = true;
            for (column, head) in &heads.unknown {
                remarks.push(Remark::OtherColumn { sheet: grid.name.clone(), column: *column, head: head.clone() });
            }
            match heads.sheet {
                Sheet::Ledger => book.ledgers.push(read(grid, heads, LEDGER, faults)),
                Sheet::Communities => book.communities.push(read(grid, heads, COMMUNITIES, faults)),
                Sheet::Buildings => book.buildings.push(read(grid, heads, BUILDINGS, faults)),
                Sheet::PriorAid => book.prior_aid.push(read(grid, heads, PRIOR_AID, faults)),
                Sheet::Projects => book.projects.push(read(grid, heads, PROJECTS, faults)),
                Sheet::Works => book.works.push(read(grid, heads, WORKS, faults)),
                Sheet::Funding => book.funding.push(read(grid, heads, FUNDING, faults)),
                Sheet::Approvals => book.approvals.push(read(grid, heads, APPROVALS, faults)),
                Sheet::Progress => book.progress.push(read(grid, heads, PROGRESS, faults)),
                Sheet::Flows => book.flows.push(read(grid, heads, FLOWS, faults)),
            }
        }
        if !is_ours {
            let empty = Grid::default();
            faults.push(fault(grids.first().unwrap_or(&empty), 0, None, "", Reason::NoHead.into()));
        }
        book
    }

    /// Whether the file holds a 台账 and nothing else of ours.
    fn is_ledger_alone(&self) -> bool {
        !self.ledgers.is_empty()
            && self.communities.is_empty()
            && self.buildings.is_empty()
            && self.prior_aid.is_empty()
            && self.projects.is_empty()
            && self.works.is_empty()
            && self.funding.is_empty()
            && self.approvals.is_empty()
            && self.progress.is_empty()
            && self.flows.is_empty()
    }
}

/// A row of the file: the sheet, which of those of its kind, and its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct RowOf {
    sheet: Sheet,
    which: usize,
    number: u32,
}

/// Why a row that can be read is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LeftOut {
    /// The domain refuses it.
    Faulty,
    /// It may be refused only because a row before it was.
    Waiting,
}

/// What an import of these sheets would do on a day.
pub fn plan_import(grids: &[Grid], known: Known<'_>, today: NaiveDate) -> ImportPlan {
    let (mut faults, mut remarks) = (Faults::default(), Vec::new());
    let book = Book::read(grids, &mut faults, &mut remarks);
    // Rows of which the domain says that it can't read them are left out, and what hangs on them is looked at again; each
    // time there are more of them, so that this ends.
    let mut left_out: BTreeMap<RowOf, LeftOut> = BTreeMap::new();
    loop {
        let mut pass = Pass {
            world: World::of(known),
            tallies: Tallies::default(),
            faults: Vec::new(),
            remarks: Vec::new(),
            left_out: &left_out,
            today,
        };
        pass.apply(&book);
        let said = pass.judged(&book);
        if said.is_empty() {
            // The sums are compared when it is settled what there is.
            pass.check_ledgers(&book);
            pass.faults.into_iter().for_each(|fault| faults.push(fault));
            remarks.append(&mut pass.remarks);
            return finish(pass.world, pass.tallies, faults, remarks, grids, today);
        }
        for (row, fault) in said {
            if fault.is_some() || !left_out.contains_key(&row) {
                left_out.insert(row, if fault.is_some() { LeftOut::Faulty } else { LeftOut::Waiting });
            }
            fault.into_iter().for_each(|fault| faults.push(fault));
        }
    }
}

fn finish(
    world: World<'_>,
    tallies: Tallies,
    mut faults: Faults,
    remarks: Vec<Remark>,
    grids: &[Grid],
    today: NaiveDate,
) -> ImportPlan {
    let place = |sheet: &str| grids.iter().position(|grid| grid.name == sheet);
    faults.list.sort_by_key(|a| (place(&a.sheet), a.row, a.column));
    faults.list.dedup();
    let findings = world.findings(today);
    let (mut sheets, changes) = tallies.into_parts();
    sheets.sort_by_key(|tally| place(&tally.name));
    let (communities, projects, entries, reports) = world.into_changes();
    ImportPlan {
        sheets,
        faults: faults.list,
        more_faults: faults.more,
        remarks,
        changes,
        communities,
        projects,
        entries,
        reports,
        findings,
    }
}

/// One pass over the rows.
struct Pass<'a, 'p> {
    world: World<'a>,
    tallies: Tallies,
    faults: Vec<Fault>,
    remarks: Vec<Remark>,
    left_out: &'p BTreeMap<RowOf, LeftOut>,
    today: NaiveDate,
}

impl Pass<'_, '_> {
    fn apply(&mut self, book: &Book<'_>) {
        self.each(Sheet::Communities, &book.communities, Self::community);
        if book.is_ledger_alone() {
            self.each(Sheet::Ledger, &book.ledgers, Self::stated);
        }
        self.each(Sheet::Projects, &book.projects, Self::project);
        self.each(Sheet::Buildings, &book.buildings, Self::building);
        self.each(Sheet::PriorAid, &book.prior_aid, Self::prior_aid);
        self.each(Sheet::Works, &book.works, Self::work);
        self.each(Sheet::Funding, &book.funding, Self::commitment);
        self.each(Sheet::Approvals, &book.approvals, Self::approval);
        self.each(Sheet::Progress, &book.progress, Self::report);
        self.each(Sheet::Flows, &book.flows, Self::flow);
    }

    /// Applies the rows of sheets of a kind, and counts what comes of each.
    fn each<R>(&mut self, sheet: Sheet, sheets: &[ReadSheet<'_, R>], apply: fn(&mut Self, &Of<'_, R>) -> Standing) {
        for (which, read) in sheets.iter().enumerate() {
            let mut tally = Tally::new(sheet, &read.grid.name);
            for row in &read.rows {
                let at = RowOf { sheet, which, number: row.number };
                let of = Of { read, at, row: &row.row };
                let standing = match self.left_out.get(&at) {
                    _ if row.is_bad => Standing::Faulty,
                    Some(LeftOut::Faulty) => Standing::Faulty,
                    Some(LeftOut::Waiting) => Standing::Waiting,
                    None => apply(self, &of),
                };
                if matches!(standing, Standing::Faulty) {
                    self.world.note_bad(sheet, &of.keys());
                }
                tally.count(row.number, standing);
            }
            self.tallies.push(tally);
        }
    }

    /// Notes a fault of a row, at the column of a field.
    fn refuse<R>(&mut self, of: &Of<'_, R>, field: &str, why: impl Into<Why>) -> Standing {
        self.faults.push(of.read.fault(of.at.number, field, why.into()));
        Standing::Faulty
    }
}

/// A row with the sheet that it stands in.
struct Of<'r, R: 'static> {
    read: &'r ReadSheet<'r, R>,
    at: RowOf,
    row: &'r R,
}

impl<R> Of<'_, R> {
    /// The columns that the sheet has.
    fn present(&self) -> impl Iterator<Item = &'static Column<R>> {
        self.read.present()
    }

    /// What tells the row from others, as its first cells have it.
    fn keys(&self) -> Vec<String> {
        const KEYS: [&str; 5] = ["code", "community.code", "project.name", "year", "entry.plan_year"];
        let keys = self.present().filter(|column| KEYS.contains(&column.spec.field));
        keys.map(|column| (column.show)(self.row).shown(crate::language::Language::Zh)).collect()
    }
}

/// Copies what the row says into what is there: the heads of what differs, with what was and what is.
fn merge<R>(of: &Of<'_, R>, there: &mut R) -> Vec<(&'static str, String, String)> {
    let mut changed = Vec::new();
    for column in of.present() {
        if (column.same)(there, of.row) {
            continue;
        }
        let shown = |row: &R| (column.show)(row).shown(crate::language::Language::Zh);
        changed.push((column.spec.head, shown(there), shown(of.row)));
        (column.copy)(of.row, there);
    }
    changed
}

#[cfg(test)]
mod judged_tests;
#[cfg(test)]
mod tests;
