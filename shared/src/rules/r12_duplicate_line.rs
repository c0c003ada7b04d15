//! # R-12 重复填列 · Duplicate line
//!
//! Clause 2.3 lists the contents of renovation; the same content is not entered twice on a building. Two lines are the same
//! content when they share item family (`item_families`, A-37), component and a building. One finding for each later line,
//! with the buildings that it shares with any earlier one, at most a hundred; "all" is every building in scope.

use super::{Check, Message, Rule, heading};
use crate::{
    facts::ProjectFacts,
    finding::{Finding, Gate, Severity},
    language::Text,
    policy::parameters::ITEM_FAMILIES,
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(12),
    how: &[
        Text::new(
            "两条明细的改造项（含同族改造项）和费用构成相同，且涉及同一楼栋的，属重复填列。",
            "Two lines of the same item (or one of its family) and component that share a building are a duplicate.",
        ),
        Text::new(
            "对后填的明细提醒，列出与先填各条重复的楼栋。",
            "The later line gets the warning, with the buildings that any earlier line has too.",
        ),
    ],
    messages: &[Message::any("{buildings}“{item}”重复填列", "“{item}” is listed twice on {buildings}")],
    remedy: Text::new(
        "请领导小组办公室核对{buildings}的“{item}”，合并重复明细或更正楼栋。",
        "The office checks “{item}” on {buildings} and merges the lines or corrects their buildings.",
    ),
    fields: &["line", "buildings"],
    check: Check::Community(check),
};

/// How many buildings one finding names; more end in `…`. No community has so many, but a file may say so of thousands of
/// lines, and its findings must not outgrow it.
const NAMED_AT_MOST: usize = 100;

/// A content that more than one line has.
struct Met {
    /// Its first line.
    first: usize,
    /// Which buildings a line that was looked at has it on.
    on: Vec<bool>,
}

fn check(facts: &ProjectFacts<'_>, _gate: Gate, found: &mut Vec<Finding>) {
    let families = facts.settings.get(ITEM_FAMILIES, facts.today);
    let contents: Vec<_> =
        facts.lines.iter().map(|line| (families.family_of(&line.line.item), line.line.component)).collect();
    let mut met: Vec<Met> = Vec::new();
    for (index, line) in facts.lines.iter().enumerate() {
        let Some(first) = contents[..index].iter().position(|content| *content == contents[index]) else { continue };
        let place = met.iter().position(|met| met.first == first).unwrap_or_else(|| {
            let earlier = &facts.lines[first].line.buildings;
            met.push(Met { first, on: facts.buildings.iter().map(|building| earlier.holds(building)).collect() });
            met.len() - 1
        });
        let mut buildings: Vec<String> = Vec::new();
        for (building, has_it) in facts.buildings.iter().zip(&mut met[place].on) {
            if !line.line.buildings.holds(building) {
                continue;
            }
            if *has_it && buildings.len() <= NAMED_AT_MOST {
                let more = buildings.len() == NAMED_AT_MOST;
                buildings.push(if more { "…".to_owned() } else { building.no.clone() });
            }
            *has_it = true;
        }
        if !buildings.is_empty() {
            found.push(
                Finding::new(RULE.id(), Severity::W, format!("lines/{index}"))
                    .with("line", line.line.id.as_str())
                    .with_list("buildings", buildings)
                    .with("item", line.line.item.as_str()),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        finding::Param,
        model::{Building, BuildingSelection, Dossier, InvestmentLine},
        policy::stages::Component,
    };
    use chrono::NaiveDate;

    /// Of three lines on 1#, 2# and the out-of-scope 6#: the buildings told of each.
    fn told(lines: [(&str, Component, &[&str]); 3]) -> Vec<(String, Vec<String>)> {
        let mut dossier = Dossier::default();
        dossier.community.buildings = ["1#", "2#", "6#"]
            .map(|no| Building { no: no.to_owned(), in_scope: no != "6#", ..Building::default() })
            .into();
        dossier.project_community.lines = lines
            .map(|(item, component, buildings)| InvestmentLine {
                item: item.to_owned(),
                component: Some(component),
                buildings: match buildings {
                    [] => BuildingSelection::All,
                    some => BuildingSelection::These(some.iter().map(|&no| no.to_owned()).collect()),
                },
                ..InvestmentLine::default()
            })
            .into();
        let mut found = Vec::new();
        check(&ProjectFacts::of(&dossier, NaiveDate::default()), Gate::G0, &mut found);
        let buildings = |finding: &Finding| match finding.params.get("buildings") {
            Some(Param::List(list)) => list.clone(),
            _ => Vec::new(),
        };
        found.iter().map(|finding| (finding.path.clone(), buildings(finding))).collect()
    }

    #[test]
    fn family_component_and_building_must_all_be_shared() {
        use Component::{Cable, CivilWorks};
        assert!(told([("B12", Cable, &["1#"]), ("I17", Cable, &["2#"]), ("B07", Cable, &[])]).is_empty());
        assert!(told([("B12", Cable, &[]), ("I17", CivilWorks, &[]), ("B07", Cable, &[])]).is_empty());
        assert!(told([("B12", Cable, &["6#"]), ("I17", Cable, &[]), ("B07", Cable, &[])]).is_empty());
        let twice = told([("B12", Cable, &["2#"]), ("I17", Cable, &["1#"]), ("B12", Cable, &[])]);
        assert_eq!(twice, [("lines/2".to_owned(), vec!["1#".to_owned(), "2#".to_owned()])]);
    }

    #[test]
    fn a_file_of_thousands_of_equal_lines_does_not_make_more_findings_than_lines() {
        let mut dossier = Dossier::default();
        dossier.community.buildings = (1..=NAMED_AT_MOST + 1)
            .map(|no| Building { no: format!("{no}#"), in_scope: true, ..Building::default() })
            .collect();
        let line =
            InvestmentLine { item: "B07".to_owned(), buildings: BuildingSelection::All, ..InvestmentLine::default() };
        dossier.project_community.lines = vec![line; 5_000];
        let mut found = Vec::new();
        check(&ProjectFacts::of(&dossier, NaiveDate::default()), Gate::G0, &mut found);
        assert_eq!(found.len(), 4_999);
        let Some(Param::List(named)) = found[0].params.get("buildings") else { panic!("a list") };
        assert_eq!((named.len(), named.last().map(String::as_str)), (NAMED_AT_MOST + 1, Some("…")));
        dossier.community.buildings.pop();
        found.clear();
        check(&ProjectFacts::of(&dossier, NaiveDate::default()), Gate::G0, &mut found);
        let Some(Param::List(named)) = found[0].params.get("buildings") else { panic!("a list") };
        assert_eq!((named.len(), named.last().map(String::as_str)), (NAMED_AT_MOST, Some("100#")));
    }
}
