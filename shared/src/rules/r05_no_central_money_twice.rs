//! # R-05 中央补助不得重复 · No central money twice
//!
//! Clause 2.2b: a community that had central aid before may enter, but the same content never has central money twice.
//! Central money is F08, F09 and sector money of central level. The same content is the same item family on the same
//! building; earlier use is prior aid of central level and central money on the community's other project communities. Every
//! commitment is looked at, mere intentions too. The residents' own part and fees are left out. One finding a
//! line, with every building hit in building order.

use super::{Check, Message, Rule, heading};
use crate::{
    facts::{LineFacts, ProjectFacts},
    finding::{Finding, Gate},
    language::Text,
    model::BuildingSelection,
    policy::{funding::Level, parameters::ITEM_FAMILIES},
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(5),
    how: &[
        Text::new(
            "中央资金：中央财政专项资金、中央预算内投资、中央级行业专项资金。",
            "Central money: central fiscal aid, central budget investment, sector money of central level.",
        ),
        Text::new(
            "同一改造项（含同族改造项）、同一楼栋，以前已用中央补助，或该小区其他项目已落实中央资金的，不得再用。",
            "The same item (or one of its family) on the same building must not have had central aid before, nor central money in another project.",
        ),
        Text::new(
            "意向资金也一并核对；居民自费事项和其他费用不核对。",
            "Intended money is looked at too; the residents' own part and fees are not.",
        ),
    ],
    messages: &[Message::any(
        "{buildings}的“{item}”已使用过中央补助，同一改造内容不得重复使用",
        "“{item}” on {buildings} already had central aid; the same content can't have it twice",
    )],
    remedy: Text::new(
        "请领导小组办公室将{buildings}“{item}”的中央资金改为其他来源（如县财政奖补、管线专营单位出资），或移出这些楼栋。",
        "The office replaces the central money of “{item}” on {buildings} by another source, such as county rewards or the operator, or takes these buildings out of the line.",
    ),
    fields: &["line", "buildings"],
    check: Check::Community(check),
};

fn check(facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Finding>) {
    if facts.prior_subsidies.is_empty() && facts.other_central_lines.is_empty() {
        return;
    }
    for (index, line) in facts.lines.iter().enumerate() {
        let asked = !line.is_private() && !line.is_cost();
        if !asked || !has_central_money(facts, index) || earlier_uses(facts, line).next().is_none() {
            continue;
        }
        let buildings: Vec<String> = facts
            .buildings
            .iter()
            .filter(|building| line.line.buildings.holds(building))
            .filter(|building| earlier_uses(facts, line).any(|used| used.holds(building)))
            .map(|building| building.no.clone())
            .collect();
        if !buildings.is_empty() {
            found.push(
                Finding::stopping_from(Gate::G1, gate, RULE.id(), format!("lines/{index}"))
                    .with("line", line.line.id.as_str())
                    .with_list("buildings", buildings)
                    .with("item", line.line.item.as_str()),
            );
        }
    }
}

fn has_central_money(facts: &ProjectFacts<'_>, line: usize) -> bool {
    facts.commitments.iter().any(|commitment| {
        commitment.line == Some(line)
            && commitment.fund.is_some_and(|fund| fund.is_central(commitment.commitment.level))
    })
}

fn earlier_uses<'a>(
    facts: &'a ProjectFacts<'_>,
    line: &'a LineFacts<'_>,
) -> impl Iterator<Item = &'a BuildingSelection> {
    let families = facts.settings.get(ITEM_FAMILIES, facts.today);
    let prior = facts
        .prior_subsidies
        .iter()
        .filter(|prior| prior.level == Level::Central)
        .map(|prior| (&prior.item, &prior.buildings));
    let other = facts.other_central_lines.iter().map(|other| (&other.item, &other.buildings));
    prior.chain(other).filter(move |(item, _)| families.same(item, &line.line.item)).map(|(_, buildings)| buildings)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Building, Dossier, FundingCommitment, InvestmentLine, PriorSubsidy};
    use chrono::NaiveDate;

    fn hits(
        funding: &str,
        level: Option<Level>,
        prior_level: Level,
        prior_buildings: BuildingSelection,
        item: &str,
    ) -> Vec<String> {
        let mut dossier = Dossier::default();
        dossier.community.buildings = ["1#", "2#", "6#"]
            .map(|no| Building { no: no.to_owned(), in_scope: no != "6#", ..Building::default() })
            .into();
        dossier.community.prior_subsidies = vec![PriorSubsidy {
            item: "B12".to_owned(),
            buildings: prior_buildings,
            level: prior_level,
            programme: String::new(),
            year: None,
            amount: crate::exact::Money::ZERO,
            doc: None,
        }];
        dossier.project_community.lines = vec![InvestmentLine {
            id: "x".to_owned(),
            item: item.to_owned(),
            buildings: BuildingSelection::All,
            ..InvestmentLine::default()
        }];
        dossier.project_community.commitments = vec![FundingCommitment {
            line: "x".to_owned(),
            funding: funding.to_owned(),
            level,
            ..FundingCommitment::default()
        }];
        let mut found = Vec::new();
        check(&ProjectFacts::of(&dossier, NaiveDate::from_ymd_opt(2022, 10, 8).unwrap()), Gate::G1, &mut found);
        match found.first().and_then(|finding| finding.params.get("buildings")) {
            Some(crate::finding::Param::List(list)) => list.clone(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn central_money_meets_central_aid_on_the_buildings_in_scope() {
        assert_eq!(hits("F08", None, Level::Central, BuildingSelection::All, "I17"), ["1#", "2#"]);
        assert_eq!(
            hits("F18", Some(Level::Central), Level::Central, BuildingSelection::These(vec!["2#".to_owned()]), "B12"),
            ["2#"]
        );
    }

    #[test]
    fn other_money_other_levels_other_items_and_other_buildings_do_not() {
        assert!(hits("F13", None, Level::Central, BuildingSelection::All, "B12").is_empty());
        assert!(hits("F18", Some(Level::Province), Level::Central, BuildingSelection::All, "B12").is_empty());
        assert!(hits("F08", None, Level::Province, BuildingSelection::All, "B12").is_empty());
        assert!(hits("F08", None, Level::Central, BuildingSelection::All, "B07").is_empty());
        assert!(hits("F08", None, Level::Central, BuildingSelection::These(vec!["9#".to_owned()]), "B12").is_empty());
    }
}
