//! Saving the buildings of a community (楼栋). A building that something names can't be removed.

use super::{
    Act, Decision,
    entered::{LARGEST, are_too_many, decided, entry, is_blank, is_long_name, is_year},
};
use crate::{
    exact::Area,
    finding::Finding,
    language::Text,
    model::{Building, BuildingSelection, Community, Dossier},
    policy::{
        parameters::{STOREYS_MAX, Settings},
        stages::Heritage,
    },
};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Saving the buildings of a community.
#[derive(Clone, Copy, Debug)]
pub struct SaveBuildings;

/// All buildings of a community; those left out are removed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct BuildingsEntry {
    /// The buildings, in their order.
    pub buildings: Vec<BuildingEntry>,
}

entry! {
    /// A building as a person enters it: [`Building`], with nothing unknown beside it.
    BuildingEntry of Building {
        /// 楼栋号
        no: String,
        /// 纳入改造
        #[serde(default = "yes")]
        in_scope: bool,
        /// 建成日期
        #[serde(default)]
        completed_on: Option<NaiveDate>,
        /// 建成年份
        #[serde(default)]
        completed_year: Option<i32>,
        /// 层数
        #[serde(default)]
        storeys: Option<i64>,
        /// 单元数
        #[serde(default)]
        stair_units: Option<i64>,
        /// 户数
        households: i64,
        /// 建筑面积, in hundredths of ㎡
        floor_area: Area,
        /// 结构
        #[serde(default)]
        structure: String,
        /// 文物保护
        #[serde(default)]
        heritage: Heritage,
        /// 具备加装电梯条件
        #[serde(default)]
        lift_feasible: bool,
        /// 加装电梯表决通过
        #[serde(default)]
        consent_passed: bool,
        /// 计划征收拆迁
        #[serde(default)]
        expropriation_planned: bool,
    }
}

const fn yes() -> bool {
    true
}

/// What no rule can read in these buildings. Paths are `buildings/INDEX/FIELD`.
pub fn malformed_buildings(buildings: &[Building], settings: &Settings, today: NaiveDate) -> Vec<Finding> {
    let mut found = Vec::new();
    if are_too_many(buildings) {
        return vec![Finding::malformed("buildings", "too_many_rows")];
    }
    let storeys_max = settings.get(STOREYS_MAX, today);
    let mut numbers = BTreeSet::new();
    for (index, building) in buildings.iter().enumerate() {
        let mut say = |field: &str, why| found.push(Finding::malformed(format!("buildings/{index}/{field}"), why));
        if is_blank(&building.no) {
            say("no", "building_no_required");
        } else if !numbers.insert(building.no.as_str()) {
            say("no", "repeated_building");
        } else if is_long_name(&building.no) {
            say("no", "name_too_long");
        }
        if building.completed_on.is_some_and(|day| day > today) {
            say("completed_on", "day_to_come");
        }
        match (building.completed_year, building.completed_on) {
            (Some(year), Some(day)) if year != day.year() => say("completed_year", "another_year"),
            (Some(year), _) if !is_year(year) => say("completed_year", "no_such_year"),
            (Some(year), _) if year > today.year() => say("completed_year", "day_to_come"),
            _ => {}
        }
        if building.storeys.is_some_and(|storeys| !(1..=storeys_max).contains(&storeys)) {
            found.push(
                Finding::malformed(format!("buildings/{index}/storeys"), "storeys_out_of_range")
                    .with_integer("most", storeys_max),
            );
        }
        let mut say = |field: &str, why| found.push(Finding::malformed(format!("buildings/{index}/{field}"), why));
        if building.stair_units.is_some_and(|units| units < 1) {
            say("stair_units", "below_one");
        } else if building.stair_units.is_some_and(|units| units > LARGEST) {
            say("stair_units", "count_too_large");
        }
        if building.households < 1 {
            say("households", "below_one");
        } else if building.households > LARGEST {
            say("households", "count_too_large");
        }
        if building.floor_area <= Area::default() {
            say("floor_area", "area_not_above_zero");
        } else if building.floor_area.hundredths() > LARGEST {
            say("floor_area", "count_too_large");
        }
        if is_long_name(&building.structure) {
            say("structure", "name_too_long");
        }
    }
    found
}

/// The buildings that are gone though a line, prior aid or a vote names them, a finding each; and one for each plan year in
/// which another project community of the community names them.
pub fn removed_buildings(facts: &Dossier, buildings: &[Building]) -> Vec<Finding> {
    let stays = |no: &str| buildings.iter().any(|building| building.no == no);
    let gone = facts.community.buildings.iter().map(|building| building.no.as_str()).filter(|no| !stays(no));
    let names = |selection: &BuildingSelection, no: &str| match selection {
        BuildingSelection::All => false,
        BuildingSelection::These(list) => list.iter().any(|named| named == no),
    };
    let mut found = Vec::new();
    for no in gone {
        let lines = facts.project_community.lines.iter().filter(|line| names(&line.buildings, no));
        let prior = facts.community.prior_subsidies.iter().filter(|prior| names(&prior.buildings, no));
        let votes = facts.project_community.consent_rounds.iter().filter(|vote| vote.building == no);
        let by: Vec<String> = lines
            .map(|line| line.id.clone())
            .chain(prior.map(|prior| prior.item.clone()))
            .chain(votes.map(|vote| vote.kind.clone()))
            .collect();
        let named = |found: Finding, by: Vec<String>| found.with("building", no).with_list("named_by", by);
        if !by.is_empty() {
            found.push(named(Finding::malformed("buildings", "building_in_use"), by));
        }
        let mut elsewhere = BTreeMap::<i32, Vec<String>>::new();
        for other in facts.named_elsewhere.iter().filter(|other| other.buildings.iter().any(|named| named == no)) {
            elsewhere.entry(other.plan_year).or_default().push(other.by.clone());
        }
        let of_year = |(year, by): (i32, Vec<String>)| {
            let found = Finding::malformed("buildings", "building_in_use_elsewhere");
            named(found, by).with_integer("year", i64::from(year))
        };
        found.extend(elsewhere.into_iter().map(of_year));
    }
    found
}

impl Act for SaveBuildings {
    const NAME: &'static str = "save_buildings";
    const TITLE: Text = Text::new("保存楼栋", "Save the buildings");
    type Request = BuildingsEntry;
    type Facts = Dossier;
    type Changes = Community;

    fn decide(
        facts: &Dossier,
        request: &BuildingsEntry,
        today: NaiveDate,
    ) -> Result<Decision<Community>, Vec<Finding>> {
        let buildings: Vec<Building> = request.buildings.iter().map(|entry| entry.onto(Building::default())).collect();
        let mut malformed = malformed_buildings(&buildings, &facts.programme.settings, today);
        malformed.extend(removed_buildings(facts, &buildings));
        if !malformed.is_empty() {
            return Err(malformed);
        }
        let community = Community { buildings, ..facts.community.clone() };
        let after = Dossier { community: community.clone(), ..facts.clone() };
        decided(&after, today, |path| path.starts_with("buildings/"), community)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{model::NamedElsewhere, sample};

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2022, 10, 8).unwrap()
    }

    fn whys(change: impl FnOnce(&mut Vec<BuildingEntry>)) -> Vec<(String, String)> {
        let facts = &sample::of_code("GT-0001");
        let mut buildings: Vec<BuildingEntry> = facts.community.buildings.iter().map(Into::into).collect();
        change(&mut buildings);
        match SaveBuildings::decide(facts, &BuildingsEntry { buildings: buildings.clone() }, today()) {
            Ok(decision) => {
                let saved: Vec<BuildingEntry> = decision.changes.buildings.iter().map(Into::into).collect();
                assert_eq!(saved, buildings);
                Vec::new()
            }
            Err(found) => found
                .iter()
                .map(|found| (found.path.clone(), found.params.text("why").unwrap_or_default().to_owned()))
                .collect(),
        }
    }

    fn one(path: &str, why: &str) -> Vec<(String, String)> {
        vec![(format!("buildings/0/{path}"), why.to_owned())]
    }

    #[test]
    fn both_sides_of_each_edge() {
        assert!(whys(|_| {}).is_empty());
        assert!(whys(|list| list[0].storeys = Some(40)).is_empty());
        assert!(whys(|list| list[0].storeys = Some(1)).is_empty());
        assert_eq!(whys(|list| list[0].storeys = Some(41)), one("storeys", "storeys_out_of_range"));
        assert_eq!(whys(|list| list[0].storeys = Some(0)), one("storeys", "storeys_out_of_range"));
        assert!(whys(|list| list[0].households = 1).is_empty());
        assert_eq!(whys(|list| list[0].households = 0), one("households", "below_one"));
        assert_eq!(whys(|list| list[0].households = i64::MAX), one("households", "count_too_large"));
        assert!(whys(|list| list[0].floor_area = Area::from_hundredths(1)).is_empty());
        assert_eq!(whys(|list| list[0].floor_area = Area::default()), one("floor_area", "area_not_above_zero"));
        assert_eq!(whys(|list| list[0].stair_units = Some(0)), one("stair_units", "below_one"));
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
        assert!(whys(|list| (list[0].completed_on, list[0].completed_year) = (day(2022, 10, 8), None)).is_empty());
        assert_eq!(
            whys(|list| (list[0].completed_on, list[0].completed_year) = (day(2022, 10, 9), None)),
            one("completed_on", "day_to_come")
        );
        assert_eq!(
            whys(|list| (list[0].completed_on, list[0].completed_year) = (day(1998, 1, 1), Some(1999))),
            one("completed_year", "another_year")
        );
        assert_eq!(
            whys(|list| (list[0].completed_on, list[0].completed_year) = (None, Some(199))),
            one("completed_year", "no_such_year")
        );
        assert_eq!(whys(|list| list[0].no = " ".to_owned())[0], one("no", "building_no_required")[0]);
    }

    #[test]
    fn a_number_stands_once() {
        let found = whys(|list| {
            let again = list[0].clone();
            list.push(again);
        });
        assert_eq!(found.len(), 1);
        assert!(found[0].0.ends_with("/no") && found[0].1 == "repeated_building", "{found:?}");
    }

    #[test]
    fn a_building_that_a_line_names_stays() {
        let mut facts = sample::of_code("GT-0001");
        let no = facts.community.buildings[0].no.clone();
        let rest: Vec<BuildingEntry> = facts.community.buildings[1..].iter().map(Into::into).collect();
        for line in &mut facts.project_community.lines {
            line.buildings = BuildingSelection::All;
        }
        facts.community.prior_subsidies.clear();
        let request = BuildingsEntry { buildings: rest };
        assert!(SaveBuildings::decide(&facts, &request, today()).is_ok(), "nothing names it");
        let line = &mut facts.project_community.lines[0];
        line.buildings = BuildingSelection::These(vec![no.clone()]);
        let id = line.id.clone();
        let refused = SaveBuildings::decide(&facts, &request, today()).unwrap_err();
        assert_eq!(refused.len(), 1);
        assert_eq!(refused[0].params.text("building"), Some(no.as_str()));
        let message = crate::rules::message(&refused[0], crate::language::Language::Zh);
        assert!(message.contains(&no) && message.contains(&id), "{message}");

        facts.project_community.lines[0].buildings = BuildingSelection::All;
        let other = |plan_year, by: &str, no: &str| NamedElsewhere {
            plan_year,
            by: by.to_owned(),
            buildings: vec![no.to_owned()],
        };
        facts.named_elsewhere = vec![other(2024, "B05", "另一栋")];
        assert!(SaveBuildings::decide(&facts, &request, today()).is_ok(), "another building is named");
        facts.named_elsewhere.extend([other(2024, "B14", &no), other(2025, "加装电梯", &no), other(2024, "I02", &no)]);
        let refused = SaveBuildings::decide(&facts, &request, today()).unwrap_err();
        let said: Vec<String> =
            refused.iter().map(|one| crate::rules::message(one, crate::language::Language::Zh)).collect();
        assert_eq!(said.len(), 2, "{said:?}");
        assert!(said[0].contains(&no) && said[0].contains("2024年度") && said[0].contains("B14、I02"), "{said:?}");
        assert!(said[1].contains("2025年度") && said[1].contains("加装电梯"), "{said:?}");
    }

    #[test]
    fn no_more_rows_than_one_request_may_bring() {
        let found = whys(|list| *list = vec![list[0].clone(); 2001]);
        assert_eq!(found, [("buildings".to_owned(), "too_many_rows".to_owned())]);
    }
}
