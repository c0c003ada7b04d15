//! Rows of 改造内容 and 资金: what is built, and who pays it.

use super::{Of, Pass, Standing, merge, world::List};
use crate::{
    cells::{Reason, Why},
    model::{BuildingSelection, FundingCommitment},
    policy::items::item,
    workbook::sheets::{FundingRow, WorkRow, work_line},
};
use std::collections::BTreeMap;

/// How people write units that the catalogue abbreviates.
fn unit_of(typed: &str, catalogue: &str) -> String {
    let same = match typed {
        "" => true,
        "米" | "延米" => catalogue == "m",
        "平方米" | "平米" | "m2" | "m²" => catalogue == "㎡",
        _ => false,
    };
    if same { catalogue.to_owned() } else { typed.to_owned() }
}

impl Pass<'_, '_> {
    /// The project community of a row, or what comes of the row without it. The year may be left out where there is one.
    pub(super) fn entry_of<R>(&mut self, of: &Of<'_, R>, code: &str, year: Option<i32>) -> Result<usize, Standing> {
        let community = self.community_of(of, code)?;
        let entries = self.world.entries_of(community);
        let wanted = |entry: &&usize| year.is_none_or(|year| self.world.year_of(**entry) == year);
        match (entries.iter().filter(wanted).collect::<Vec<_>>().as_slice(), year) {
            ([only], _) => Ok(**only),
            _ if self.world.is_bad(code) => Err(Standing::Waiting),
            (_, None) => {
                let years: Vec<String> = entries.iter().map(|entry| self.world.year_of(*entry).to_string()).collect();
                Err(self.refuse(of, "year", Why::new(Reason::UnclearYear).with("allowed", years.join("、"))))
            }
            (_, Some(_)) => Err(self.refuse(of, "year", Reason::UnknownYear)),
        }
    }

    pub(super) fn work(&mut self, of: &Of<'_, WorkRow>) -> Standing {
        let entry = match self.entry_of(of, &of.row.code, of.row.year) {
            Ok(place) => place,
            Err(standing) => return standing,
        };
        let key = format!("{} {}", of.row.code, of.row.line.id);
        if let Some(met) = self.world.meet(format!("{key} {}", self.world.year_of(entry)), of.at) {
            return self.refuse(of, "line.id", Why::new(Reason::RepeatedRow).with("row", met.number));
        }
        let community = self.world.entries.get(entry).map_or(usize::MAX, |entry| entry.community);
        let mut row = of.row.clone();
        row.line.buildings = match &row.line.buildings {
            // A blank cell means the whole community.
            BuildingSelection::These(list) if list.is_empty() => BuildingSelection::All,
            selection => self.as_numbered(community, selection),
        };
        if let Some(item) = item(&row.line.item) {
            let class = || item.class_under(&self.world.programme.settings, self.today);
            row.line.category = row.line.category.or_else(|| Some(class()));
            row.line.unit = unit_of(&row.line.unit, item.unit);
        }
        let place = self.line_place(entry, &row.line.id);
        let Some(held) = self.world.entries.get_mut(entry).and_then(|entry| entry.slot.change()) else {
            return Standing::Faulty;
        };
        let (place, standing) = match place.and_then(|place| Some((place, held.lines.get_mut(place)?))) {
            Some((place, line)) => {
                let party = line.implementing_party.clone();
                let party_kind = party.as_ref().map(|party| party.kind.clone()).unwrap_or_default();
                let party_operator = party.as_ref().and_then(|party| party.operator_kind);
                let mut there = WorkRow {
                    code: row.code.clone(),
                    year: row.year,
                    line: std::mem::take(line),
                    party_kind,
                    party_operator,
                };
                let fields = merge(&Of { row: &row, ..*of }, &mut there);
                *line = work_line(there);
                (place, Standing::merged(key, fields))
            }
            None => {
                let id = row.line.id.clone();
                held.lines.push(work_line(row));
                let place = held.lines.len() - 1;
                self.world.places.entry((List::Lines, entry)).or_default().entry(id).or_default().push(place);
                (place, Standing::New(key))
            }
        };
        self.world.origins.insert((List::Lines, entry, place), of.at);
        standing
    }

    pub(super) fn line_place(&mut self, entry: usize, id: &str) -> Option<usize> {
        let world = &mut self.world;
        let lines = world.entries.get(entry).and_then(|entry| entry.slot.now()).map_or(&[][..], |entry| &entry.lines);
        let places = world.places.entry((List::Lines, entry)).or_insert_with(|| {
            let mut places = BTreeMap::<String, Vec<usize>>::new();
            for (place, line) in lines.iter().enumerate() {
                places.entry(line.id.clone()).or_default().push(place);
            }
            places
        });
        places.get(id).and_then(|places| places.first()).copied()
    }

    pub(super) fn commitment(&mut self, of: &Of<'_, FundingRow>) -> Standing {
        let row = of.row;
        let entry = match self.entry_of(of, &row.code, row.year) {
            Ok(place) => place,
            Err(standing) => return standing,
        };
        if self.line_place(entry, &row.commitment.line).is_none() && self.world.is_bad(&row.code) {
            return Standing::Waiting;
        }
        let name = commitment_name(&row.commitment);
        let key = format!("{} {} {}", row.code, row.commitment.line, row.commitment.funding);
        let nth = self.world.nth(List::Commitments, entry, &name);
        let place = self.commitment_place(entry, row, &name);
        let id = self
            .world
            .entries
            .get(entry)
            .and_then(|entry| entry.slot.now())
            .map_or_else(Default::default, |entry| entry.id);
        let Some(held) = self.world.entries.get_mut(entry).and_then(|entry| entry.slot.change()) else {
            return Standing::Faulty;
        };
        let (place, standing) = match place.and_then(|place| Some((place, held.commitments.get_mut(place)?))) {
            Some((place, commitment)) => {
                let mut there = FundingRow {
                    code: row.code.clone(),
                    year: row.year,
                    number: row.number,
                    commitment: std::mem::take(commitment),
                };
                let fields = merge(of, &mut there);
                *commitment = there.commitment;
                (place, Standing::merged(key, fields))
            }
            None => {
                let id = uuid::Uuid::new_v5(&id, format!("import/commitment/{name}/{nth}").as_bytes());
                held.commitments.push(FundingCommitment { id, ..row.commitment.clone() });
                (held.commitments.len() - 1, Standing::New(key))
            }
        };
        self.world.origins.insert((List::Commitments, entry, place), of.at);
        standing
    }

    /// The commitment that a row means: the first that no other row has taken of those for the same line, source and
    /// provider; else the one of its number, when it pays the same line and no row of the file means it otherwise.
    fn commitment_place(&mut self, entry: usize, row: &FundingRow, name: &str) -> Option<usize> {
        let world = &mut self.world;
        let commitments =
            world.entries.get(entry).and_then(|entry| entry.slot.now()).map_or(&[][..], |entry| &entry.commitments);
        let free = world.places.entry((List::Commitments, entry)).or_insert_with(|| {
            let mut free = BTreeMap::<String, Vec<usize>>::new();
            for (place, commitment) in commitments.iter().enumerate().rev() {
                free.entry(commitment_name(commitment)).or_default().push(place);
            }
            free
        });
        if let Some(place) = free.get_mut(name).and_then(Vec::pop) {
            return Some(place);
        }
        let place = usize::try_from(row.number?).ok()?.checked_sub(1)?;
        let numbered = commitments.get(place).filter(|commitment| {
            commitment.line == row.commitment.line && commitment.funding == row.commitment.funding
        })?;
        let of_name = free.get_mut(&commitment_name(numbered))?;
        let at = of_name.iter().position(|free| *free == place)?;
        Some(of_name.remove(at))
    }
}

/// What tells a commitment from the others of a project community.
fn commitment_name(commitment: &FundingCommitment) -> String {
    let level = commitment.level.map(|level| level.code()).unwrap_or_default();
    let kind = commitment.operator_kind.map(|kind| kind.code()).unwrap_or_default();
    let sub_kind = commitment.sub_kind.as_deref().unwrap_or_default();
    format!("{}/{}/{sub_kind}/{level}/{kind}/{}", commitment.line, commitment.funding, commitment.provider)
}

#[cfg(test)]
mod tests {
    use super::unit_of;

    #[test]
    fn units_are_those_of_the_catalogue() {
        assert_eq!(
            (unit_of("米", "m"), unit_of("平方米", "㎡"), unit_of("", "部")),
            ("m".into(), "㎡".into(), "部".into())
        );
        assert_eq!(unit_of("公里", "m"), "公里");
    }
}
