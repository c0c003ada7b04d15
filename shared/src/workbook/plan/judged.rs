//! What the domain says of what rows bring, with the cell that it came from.

use super::{
    Book, Pass, RowOf,
    domain::{month_number, unreadable},
    world::{List, Slot},
};
use crate::{
    cells::Why,
    finding::{Finding, Param},
    workbook::{Fault, Sheet, rows::ReadSheet},
};

/// What is said of a row: the finding with the field that it speaks of; none when the row waits for one with a fault.
pub(super) type Said = (RowOf, Option<(String, Finding)>);

impl Pass<'_, '_> {
    /// What the domain refuses, with the rows of the file that it came from, and the rows that wait for them. What came from
    /// no row was there before.
    pub(super) fn judged(&self, book: &Book<'_>) -> Vec<(RowOf, Option<Fault>)> {
        let mut all = Vec::new();
        for place in self.world.touched() {
            let Some(dossier) = self.world.dossier(place) else { continue };
            let malformed = unreadable(&dossier, self.today).into_iter();
            let mut said: Vec<Said> = malformed.flat_map(|finding| self.at_its_row(place, finding)).collect();
            said.extend(self.of_steps(place, &dossier));
            said.extend(self.of_money(place, &dossier));
            said.extend(self.of_months(place, &dossier));
            for (row, finding) in said {
                let fault = finding.and_then(|(field, finding)| fault_at(book, row, &field, finding));
                all.push((row, fault));
            }
        }
        all
    }

    /// The code of the community of a project community.
    pub(super) fn code_of(&self, place: usize) -> Option<&str> {
        let entry = self.world.entries.get(place)?;
        Some(&self.world.communities.get(entry.community).and_then(Slot::now)?.code)
    }

    /// A finding with its row and the field that it speaks of.
    fn at_its_row(&self, place: usize, finding: Finding) -> Vec<Said> {
        let Some(entry) = self.world.entries.get(place) else { return Vec::new() };
        let mut path = finding.path.split('/');
        let first = path.next().unwrap_or_default();
        let (list, owner) = match first {
            "buildings" => (List::Buildings, entry.community),
            "prior_subsidies" => (List::PriorAid, entry.community),
            "lines" => (List::Lines, place),
            "commitments" => (List::Commitments, place),
            "baseline" => (List::Months, place),
            _ => (List::Entry, place),
        };
        let origins = &self.world.origins;
        let index = path.next().and_then(|index| index.parse().ok());
        let named = path.next().map(str::to_owned).or_else(|| match finding.params.get("fields") {
            Some(Param::List(fields)) => fields.first().cloned(),
            _ => None,
        });
        let (at, field) = match (list, index) {
            (List::Entry, _) => ((List::Entry, place, 0), first.to_owned()),
            // A month is known by itself, wherever it stands among the others.
            (List::Months, Some(index)) => {
                let month = entry.slot.now().and_then(|entry| entry.baseline.get::<usize>(index));
                ((list, owner, month.map_or(0, |month| month_number(month.period))), "baseline".to_owned())
            }
            (_, Some(index)) => ((list, owner, index), named.unwrap_or_default()),
            (_, None) => {
                let rows = origins.range((list, owner, 0)..=(list, owner, usize::MAX)).map(|(_, row)| *row);
                return as_a_whole(rows, finding);
            }
        };
        origins.get(&at).map(|row| (*row, Some((field, finding)))).into_iter().collect()
    }
}

/// A finding of a list as a whole: the last row tells it, and the others wait.
pub(super) fn as_a_whole(rows: impl Iterator<Item = RowOf>, finding: Finding) -> Vec<Said> {
    let mut said: Vec<Said> = rows.map(|row| (row, None)).collect();
    if let Some(last) = said.last_mut() {
        last.1 = Some((String::new(), finding));
    }
    said
}

/// The fault of a row, at the column whose field has this name.
fn fault_at(book: &Book<'_>, row: RowOf, field: &str, finding: Finding) -> Option<Fault> {
    fn of<R>(sheets: &[ReadSheet<'_, R>], row: RowOf, field: &str, finding: Finding) -> Option<Fault> {
        let read = sheets.get(row.which)?;
        let last = |name: &'static str| name.rsplit([' ', '.']).next() == Some(field);
        let column = read.columns.iter().find(|column| last(column.spec.field));
        Some(read.fault(row.number, column.map_or("", |column| column.spec.field), Why::of(finding)))
    }
    match row.sheet {
        Sheet::Ledger => of(&book.ledgers, row, field, finding),
        Sheet::Communities => of(&book.communities, row, field, finding),
        Sheet::Buildings => of(&book.buildings, row, field, finding),
        Sheet::PriorAid => of(&book.prior_aid, row, field, finding),
        Sheet::Projects => of(&book.projects, row, field, finding),
        Sheet::Works => of(&book.works, row, field, finding),
        Sheet::Funding => of(&book.funding, row, field, finding),
        Sheet::Approvals => of(&book.approvals, row, field, finding),
        Sheet::Progress => of(&book.progress, row, field, finding),
        Sheet::Flows => of(&book.flows, row, field, finding),
    }
}
