//! Rows of 台账: compared with the other sheets, never stored; alone they load communities in reserve with stated figures.

use super::{
    Book, Of, Pass, Remark, RowOf, Standing, merge,
    tally::Tally,
    world::{List, Slot},
};
use crate::chart;
use crate::{
    cells::{Reason, Why},
    language::Language,
    model::{Community, ProjectCommunity},
    policy::stages::Stage,
    table::Cell,
    workbook::{
        Sheet,
        ledger_rows::{LedgerFacts, ledger_row},
        sheets::LedgerRow,
    },
};

/// Columns that say the same in other words; nobody compares words.
const WORDS: [&str; 5] = ["number", "built", "classes", "works", "problems"];
/// Half of the last decimal of a figure in 万元 with two decimals, in fen.
const HALF_OF_SHOWN: i64 = 5_000;

impl Pass<'_, '_> {
    /// The project community of a row of 台账: by code, else by the name of the community.
    fn ledger_entry(&self, row: &LedgerRow) -> Option<usize> {
        let year = row.plan_year?;
        let is_it = |place: &usize| {
            self.world.entries.get(*place).is_some_and(|entry| {
                let community = self.world.communities.get(entry.community).and_then(Slot::now);
                community.is_some_and(|community| {
                    if row.code.is_empty() { community.name == row.name } else { community.code == row.code }
                })
            }) && self.world.year_of(*place) == year
        };
        match self.world.community(&row.code) {
            Some(community) => self.world.entries_of(community).iter().copied().find(is_it),
            None if row.code.is_empty() => (0..self.world.entries.len()).find(is_it),
            None => None,
        }
    }

    /// A row of a 台账 alone: what it states of a community without buildings and lines.
    pub(super) fn stated(&mut self, of: &Of<'_, LedgerRow>) -> Standing {
        let row = of.row;
        let Some(year) = row.plan_year else { return Standing::Faulty };
        let name = format!("{} {} {year}", row.code, row.name);
        if let Some(met) = self.world.meet(name.trim().to_owned(), of.at) {
            return self.refuse(of, "name", Why::new(Reason::RepeatedRow).with("row", met.number));
        }
        let known = self.ledger_entry(row);
        if let Some(entry) = known.and_then(|place| self.world.entries.get(place))
            && self.has_details(entry)
        {
            // Its sums are those of its parts: the row is compared only.
            return Standing::Unchanged;
        }
        if let Some(stage) = row.stage.filter(|stage| *stage != Stage::Reserve) {
            self.remarks.push(Remark::StageLeft {
                sheet: of.read.grid.name.clone(),
                row: of.at.number,
                stage: stage.code(),
            });
        }
        let is_new = known.is_none();
        let entry = match known {
            Some(entry) => entry,
            None => self.new_reserve(row, year),
        };
        self.world.origins.insert((List::Entry, entry, 0), of.at);
        let fields = self.state(of, entry);
        if is_new { Standing::New(name) } else { Standing::merged(name, fields) }
    }

    fn has_details(&self, entry: &super::world::Entry<'_>) -> bool {
        let buildings = self
            .world
            .communities
            .get(entry.community)
            .and_then(Slot::now)
            .is_some_and(|community| !community.buildings.is_empty());
        buildings || entry.slot.now().is_some_and(|entry| !entry.lines.is_empty())
    }

    fn new_reserve(&mut self, row: &LedgerRow, year: i32) -> usize {
        let next = || crate::acts::next_code(self.world.codes()).unwrap_or_default();
        let code = if row.code.is_empty() { next() } else { row.code.clone() };
        let community = self.world.community(&code).unwrap_or_else(|| {
            let id = self.world.identity("community", &code);
            let division_code = self.world.programme.division_code.clone();
            let made =
                Community { id, code: code.clone(), name: row.name.clone(), division_code, ..Community::default() };
            self.world.add_community(Slot::new(made), code.clone())
        });
        let name = if row.project.is_empty() { format!("{}改造项目", row.name) } else { row.project.clone() };
        let project = self.world.project(&name).unwrap_or_else(|| self.new_project(name));
        let id = self.world.identity("project_community", &format!("{code} {year}"));
        let ids = (
            self.world.communities.get(community).and_then(Slot::now).map(|community| community.id),
            self.world.projects.get(project).and_then(Slot::now).map(|project| project.id),
        );
        let made = ProjectCommunity {
            id,
            community: ids.0.unwrap_or_default(),
            project: ids.1.unwrap_or_default(),
            plan_year: year,
            ..ProjectCommunity::default()
        };
        self.world.add_entry(Slot::new(made), community, project)
    }

    /// Merges what the row states into the three objects: sums become stated figures.
    fn state(&mut self, of: &Of<'_, LedgerRow>, place: usize) -> Vec<(&'static str, String, String)> {
        let Some(entry) = self.world.entries.get_mut(place) else { return Vec::new() };
        let community = self.world.communities.get_mut(entry.community).and_then(Slot::change);
        let project = self.world.projects.get_mut(entry.project).and_then(Slot::change);
        let (Some(community), Some(project), Some(held)) = (community, project, entry.slot.change()) else {
            return Vec::new();
        };
        // What is not stored stands as the row says, so that it never differs.
        let mut there = LedgerRow {
            name: community.name.clone(),
            neighbourhood: community.neighbourhood.clone(),
            national_code: project.national_code.clone(),
            project_owner: project.project_owner.clone(),
            manager: project.manager_name.clone(),
            buildings: held.scope_count,
            households: (held.scope_households != 0).then_some(held.scope_households),
            area: (held.scope_area.hundredths() != 0).then_some(held.scope_area),
            total: held.total_invest,
            planned_start: held.planned_start,
            planned_finish: held.planned_finish,
            ..of.row.clone()
        };
        let fields = merge(of, &mut there);
        (community.name, community.neighbourhood) = (there.name, there.neighbourhood);
        project.national_code = there.national_code;
        (project.project_owner, project.manager_name) = (there.project_owner, there.manager);
        held.scope_count = there.buildings;
        held.scope_households = there.households.unwrap_or_default();
        held.scope_area = there.area.unwrap_or_default();
        held.total_invest = there.total;
        (held.planned_start, held.planned_finish) = (there.planned_start, there.planned_finish);
        fields
    }

    /// Compares the rows of 台账 with what there is after all the others: a cell that says something else is a fault.
    pub(super) fn check_ledgers(&mut self, book: &Book<'_>) {
        let is_alone = book.is_ledger_alone();
        for (which, read) in book.ledgers.iter().enumerate() {
            let mut tally = Tally::new(Sheet::Ledger, &read.grid.name);
            for row in &read.rows {
                let at = RowOf { sheet: Sheet::Ledger, which, number: row.number };
                let of = Of { read, at, row: &row.row };
                let standing = if row.is_bad { Standing::Faulty } else { self.compare(&of, is_alone) };
                tally.count(row.number, standing);
            }
            if !is_alone {
                self.tallies.push(tally);
            }
        }
    }

    fn compare(&mut self, of: &Of<'_, LedgerRow>, is_alone: bool) -> Standing {
        let Some(place) = self.ledger_entry(of.row) else {
            let is_waiting = self.world.is_bad(&of.row.code);
            return match (is_alone, is_waiting) {
                (true, _) => Standing::Unchanged,
                (false, true) => Standing::Waiting,
                (false, false) => self.refuse(of, "code", Reason::UnknownCommunity),
            };
        };
        let Some(entry) = self.world.entries.get(place) else { return Standing::Unchanged };
        if is_alone && !self.has_details(entry) {
            return Standing::Unchanged;
        }
        let reports: Vec<_> = entry.reports.iter().filter_map(Slot::now).collect();
        let facts = (
            self.world.communities.get(entry.community).and_then(Slot::now),
            self.world.projects.get(entry.project).and_then(Slot::now),
            entry.slot.now(),
        );
        let (Some(community), Some(project), Some(now)) = facts else { return Standing::Unchanged };
        let should = ledger_row(
            &LedgerFacts { programme: self.world.programme, community, project, entry: now, reports: &reports },
            self.today,
        );
        let differs: Vec<_> = (of.present())
            .filter(|column| !WORDS.contains(&column.spec.field))
            .filter(|column| !is_alike(&(column.show)(of.row), &(column.show)(&should)))
            .map(|column| (column.spec.field, (column.show)(&should).shown(Language::Zh)))
            .collect();
        if differs.is_empty() {
            return Standing::Unchanged;
        }
        for (field, other) in differs {
            let other = if other.is_empty() { "空".to_owned() } else { other };
            self.refuse(of, field, Why::new(Reason::SumDiffers).with("other", other));
        }
        Standing::Faulty
    }
}

/// Whether a cell says what there is. A blank cell says nothing; money is compared to the shown precision.
fn is_alike(cell: &Cell, should: &Cell) -> bool {
    match (cell, should) {
        (Cell::Figure(chart::Cell::Money(a)), Cell::Figure(chart::Cell::Money(b))) => {
            a.fen().abs_diff(b.fen()) <= HALF_OF_SHOWN.unsigned_abs()
        }
        // Nothing and 0 are the same sum.
        (Cell::Figure(chart::Cell::Money(a)), _) => a.is_zero() || cell == should,
        (Cell::Figure(chart::Cell::Count(0)), Cell::Figure(chart::Cell::Text(text))) => text.is_empty(),
        (Cell::Figure(chart::Cell::Progress(a)), Cell::Figure(chart::Cell::Text(text))) if text.is_empty() => {
            a.tenths() == 0
        }
        (Cell::Figure(chart::Cell::Text(text)), _) if text.is_empty() => true,
        _ => cell == should,
    }
}
