//! Rows of 楼栋 and 曾获补助: what communities hold.

use super::{
    Of, Pass, Standing, merge,
    world::{List, Slot},
};
use crate::{
    cells::{Reason, Why},
    model::{Building, BuildingSelection, PriorSubsidy},
    policy::funding::Level,
    workbook::sheets::{BuildingRow, PriorAidRow},
};

/// The number of a building without the word for it: `1#`, `1号楼` and `1栋` are one building.
pub(super) fn bare_number(no: &str) -> &str {
    let mut bare = no;
    while let Some(rest) = ["号楼", "号", "楼", "栋", "幢", "座", "#"].iter().find_map(|end| bare.strip_suffix(end))
    {
        bare = rest;
    }
    if bare.is_empty() { no } else { bare }
}

impl Pass<'_, '_> {
    /// The community of a row, or what comes of the row without it.
    pub(super) fn community_of<R>(&mut self, of: &Of<'_, R>, code: &str) -> Result<usize, Standing> {
        match self.world.community(code) {
            Some(_) if self.world.is_bad(code) && self.is_new_community(code) => Err(Standing::Waiting),
            Some(place) => Ok(place),
            None if self.world.is_bad(code) => Err(Standing::Waiting),
            None => Err(self.refuse(of, "code", Reason::UnknownCommunity)),
        }
    }

    /// A community that is known by rows with faults alone has no project community.
    fn is_new_community(&self, code: &str) -> bool {
        self.world.community(code).is_some_and(|place| self.world.entries_of(place).is_empty())
    }

    fn building_place(&mut self, community: usize, no: &str) -> Option<usize> {
        let world = &mut self.world;
        let buildings =
            world.communities.get(community).and_then(Slot::now).map_or(&[][..], |community| &community.buildings);
        let places = world.places.entry((List::Buildings, community)).or_insert_with(|| {
            let mut places = std::collections::BTreeMap::<String, Vec<usize>>::new();
            for (place, building) in buildings.iter().enumerate() {
                places.entry(bare_number(&building.no).to_owned()).or_default().push(place);
            }
            places
        });
        places.get(bare_number(no)).and_then(|places| places.first()).copied()
    }

    /// Buildings as the community numbers them; those that it has not stay as they are written.
    pub(super) fn as_numbered(&mut self, community: usize, selection: &BuildingSelection) -> BuildingSelection {
        let BuildingSelection::These(list) = selection else { return BuildingSelection::All };
        let mut numbered = |no: &String| {
            let place = self.building_place(community, no)?;
            let buildings = &self.world.communities.get(community)?.now()?.buildings;
            Some(buildings.get(place)?.no.clone())
        };
        BuildingSelection::These(list.iter().map(|no| numbered(no).unwrap_or_else(|| no.clone())).collect())
    }

    pub(super) fn building(&mut self, of: &Of<'_, BuildingRow>) -> Standing {
        let row = of.row;
        let community = match self.community_of(of, &row.code) {
            Ok(place) => place,
            Err(standing) => return standing,
        };
        let key = format!("{} {}", row.code, row.building.no);
        if let Some(met) = self.world.meet(format!("{} {}", row.code, bare_number(&row.building.no)), of.at) {
            return self.refuse(of, "building.no", Why::new(Reason::RepeatedRow).with("row", met.number));
        }
        let place = self.building_place(community, &row.building.no);
        let Some(held) = self.world.communities.get_mut(community).and_then(Slot::change) else {
            return Standing::Faulty;
        };
        let (place, standing) = match place.and_then(|place| Some((place, held.buildings.get_mut(place)?))) {
            Some((place, building)) => {
                let mut there = BuildingRow { code: row.code.clone(), building: std::mem::take(building) };
                let no = there.building.no.clone();
                let mut fields = merge(of, &mut there);
                fields.retain(|(head, ..)| *head != "楼栋号");
                *building = Building { no, ..there.building };
                (place, Standing::merged(key, fields))
            }
            None => {
                held.buildings.push(row.building.clone());
                let place = held.buildings.len() - 1;
                let places = self.world.places.entry((List::Buildings, community)).or_default();
                places.entry(bare_number(&row.building.no).to_owned()).or_default().push(place);
                (place, Standing::New(key))
            }
        };
        self.world.origins.insert((List::Buildings, community, place), of.at);
        standing
    }

    pub(super) fn prior_aid(&mut self, of: &Of<'_, PriorAidRow>) -> Standing {
        let row = of.row;
        let community = match self.community_of(of, &row.code) {
            Ok(place) => place,
            Err(standing) => return standing,
        };
        let buildings = self.as_numbered(community, &row.buildings);
        // A cell that is required is there.
        let level = row.level.unwrap_or(Level::County);
        let key = format!("{} {}", row.code, row.item);
        let is_it = |aid: &PriorSubsidy| {
            aid.item == row.item
                && aid.level == level
                && aid.buildings == buildings
                && aid.programme == row.programme
                && aid.year == row.year
        };
        // The same aid may have been given twice: the second row of the file is the second one that is there.
        let name = format!("{key} {} {} {:?} {buildings:?}", level.code(), row.programme, row.year);
        let nth = self.world.nth(List::PriorAid, community, &name);
        let Some(held) = self.world.communities.get_mut(community).and_then(Slot::change) else {
            return Standing::Faulty;
        };
        let found =
            held.prior_subsidies.iter().enumerate().filter(|(_, aid)| is_it(aid)).map(|(place, _)| place).nth(nth);
        let (place, standing) = match found.and_then(|place| Some((place, held.prior_subsidies.get_mut(place)?))) {
            Some((place, aid)) => {
                let mut there = PriorAidRow { amount: aid.amount, doc: aid.doc.clone(), ..row.clone() };
                let fields = merge(of, &mut there);
                aid.amount = there.amount;
                aid.doc = there.doc;
                (place, Standing::merged(key, fields))
            }
            None => {
                let PriorAidRow { item, programme, year, amount, doc, .. } = row.clone();
                held.prior_subsidies.push(PriorSubsidy { item, buildings, level, programme, year, amount, doc });
                (held.prior_subsidies.len() - 1, Standing::New(key))
            }
        };
        self.world.origins.insert((List::PriorAid, community, place), of.at);
        standing
    }
}
