//! Saving the aid that a community has received before (曾获补助).

use super::{
    Act, Decision,
    entered::{are_too_many, decided, entry, is_long, is_long_name, is_too_large, is_year},
};
use crate::{
    exact::Money,
    finding::Finding,
    language::Text,
    model::{Building, BuildingSelection, Community, Dossier, PriorSubsidy},
    policy::{funding::Level, items::item},
};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// Saving the aid received before.
#[derive(Clone, Copy, Debug)]
pub struct SavePriorSubsidies;

/// All aid that a community has received before; what is left out is removed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PriorSubsidiesEntry {
    /// The aid, in its order.
    pub prior_subsidies: Vec<PriorSubsidyEntry>,
}

entry! {
    /// Aid received before as a person enters it: [`PriorSubsidy`], with nothing unknown beside it.
    PriorSubsidyEntry of PriorSubsidy {
        /// 改造项代码
        item: String,
        /// 楼栋
        buildings: BuildingSelection,
        /// 级次
        level: Level,
        /// 补助名称
        #[serde(default)]
        programme: String,
        /// 年度
        #[serde(default)]
        year: Option<i32>,
        /// 金额, in fen; 0 where it is not known
        #[serde(default)]
        amount: Money,
        /// 文件
        #[serde(default)]
        doc: Option<String>,
    }
}

/// What no rule can read in this aid. Paths are `prior_subsidies/INDEX/FIELD`.
pub fn malformed_prior_subsidies(list: &[PriorSubsidy], buildings: &[Building], today: NaiveDate) -> Vec<Finding> {
    let mut found = Vec::new();
    if are_too_many(list) {
        return vec![Finding::malformed("prior_subsidies", "too_many_rows")];
    }
    for (index, prior) in list.iter().enumerate() {
        let mut say =
            |field: &str, why| found.push(Finding::malformed(format!("prior_subsidies/{index}/{field}"), why));
        if item(&prior.item).is_none() {
            say("item", "unknown_item");
        }
        if let BuildingSelection::These(named) = &prior.buildings {
            if named.is_empty() {
                say("buildings", "buildings_required");
            } else if named.iter().any(|no| buildings.iter().all(|building| building.no != *no)) {
                say("buildings", "unknown_building");
            }
        }
        match prior.year {
            Some(year) if !is_year(year) => say("year", "no_such_year"),
            Some(year) if year > today.year() => say("year", "day_to_come"),
            _ => {}
        }
        if prior.amount < Money::ZERO {
            say("amount", "below_zero");
        } else if is_too_large(prior.amount) {
            say("amount", "too_large");
        }
        if is_long_name(&prior.programme) {
            say("programme", "name_too_long");
        }
        if is_long(prior.doc.as_ref()) {
            say("doc", "name_too_long");
        }
    }
    found
}

impl Act for SavePriorSubsidies {
    const NAME: &'static str = "save_prior_subsidies";
    const TITLE: Text = Text::new("保存曾获补助", "Save aid received before");
    type Request = PriorSubsidiesEntry;
    type Facts = Dossier;
    type Changes = Community;

    fn decide(
        facts: &Dossier,
        request: &PriorSubsidiesEntry,
        today: NaiveDate,
    ) -> Result<Decision<Community>, Vec<Finding>> {
        let list: Vec<PriorSubsidy> = request.prior_subsidies.iter().map(PriorSubsidyEntry::stored).collect();
        let malformed = malformed_prior_subsidies(&list, &facts.community.buildings, today);
        if !malformed.is_empty() {
            return Err(malformed);
        }
        let community = Community { prior_subsidies: list, ..facts.community.clone() };
        let after = Dossier { community: community.clone(), ..facts.clone() };
        decided(&after, today, |path| path.starts_with("prior_subsidies/"), community)
    }
}

impl PriorSubsidyEntry {
    /// As it is stored.
    pub fn stored(&self) -> PriorSubsidy {
        self.onto(PriorSubsidy::default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn whys(change: impl FnOnce(&mut PriorSubsidyEntry)) -> Vec<String> {
        let facts = &sample::of_code("GT-0001");
        let no = facts.community.buildings[0].no.clone();
        let mut entry = PriorSubsidyEntry {
            item: "B07".to_owned(),
            buildings: BuildingSelection::These(vec![no]),
            level: Level::Central,
            programme: "节能改造".to_owned(),
            year: Some(2015),
            amount: Money::from_fen(1),
            doc: None,
        };
        change(&mut entry);
        let today = NaiveDate::from_ymd_opt(2022, 10, 8).unwrap();
        let request = PriorSubsidiesEntry { prior_subsidies: vec![entry.clone()] };
        match SavePriorSubsidies::decide(facts, &request, today) {
            Ok(decision) => {
                assert_eq!(decision.changes.prior_subsidies, [entry.stored()]);
                Vec::new()
            }
            Err(found) => found.iter().map(|f| f.params.text("why").unwrap_or(&f.rule).to_owned()).collect(),
        }
    }

    #[test]
    fn both_sides_of_each_edge() {
        assert!(whys(|_| {}).is_empty());
        assert!(whys(|one| one.buildings = BuildingSelection::All).is_empty());
        assert!(whys(|one| (one.year, one.amount) = (Some(2022), Money::ZERO)).is_empty());
        assert_eq!(whys(|one| one.item = "X01".to_owned()), ["unknown_item"]);
        assert_eq!(whys(|one| one.buildings = BuildingSelection::default()), ["buildings_required"]);
        assert_eq!(whys(|one| one.buildings = BuildingSelection::These(vec!["?".into()])), ["unknown_building"]);
        assert_eq!(whys(|one| one.year = Some(2023)), ["day_to_come"]);
        assert_eq!(whys(|one| one.year = Some(1)), ["no_such_year"]);
        assert_eq!(whys(|one| one.amount = Money::from_fen(-1)), ["below_zero"]);
        assert_eq!(whys(|one| one.amount = Money::from_fen(i64::MAX)), ["too_large"]);
        assert_eq!(whys(|one| one.doc = Some("文".repeat(201))), ["name_too_long"]);
    }
}
