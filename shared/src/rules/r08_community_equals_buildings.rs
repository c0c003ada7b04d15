//! # R-08 小区与楼栋一致 · Community equals its buildings
//!
//! Clause 5.3c asks for a project database on which subsidies by household and area can rest: a figure stated for the
//! community equals the sum over its in-scope buildings, exactly. A community is a single building when it has one in all,
//! in scope or not.

use super::{Check, Message, Rule, heading};
use crate::{
    facts::ProjectFacts,
    finding::{Finding, Gate},
    language::Text,
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(8),
    how: &[
        Text::new(
            "填报的改造户数、改造面积、改造楼栋数，分别等于纳入改造楼栋的合计。",
            "Stated households, area and buildings each equal the sum over the buildings in scope.",
        ),
        Text::new(
            "小区全部楼栋只有一栋的，才是单栋。",
            "A community is a single building only if it has one building in all.",
        ),
    ],
    messages: &[
        Message::on(
            "is_single_building",
            "单栋标志与楼栋数不符",
            "The single-building flag contradicts the number of buildings",
        ),
        Message::any(
            "{field}填报{stated}，楼栋合计{sum}，不一致",
            "{field}: stated {stated}, buildings add up to {sum}",
        ),
    ],
    remedy: Text::new(
        "请领导小组办公室核对楼栋资料，更正{field}或楼栋登记。",
        "The office checks the buildings and corrects {field} or the buildings.",
    ),
    fields: &["field", "stated", "sum"],
    check: Check::Community(check),
};

fn check(facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Finding>) {
    let in_scope = || facts.buildings.iter().filter(|building| building.in_scope);
    let households: i64 = in_scope().map(|building| building.households).fold(0, i64::saturating_add);
    let area = in_scope().map(|building| building.floor_area).sum::<crate::exact::Area>();
    let count = i64::try_from(in_scope().count()).unwrap_or(i64::MAX);
    let stated = [
        ("scope_households", Some(facts.scope_households), households),
        ("scope_area", Some(facts.scope_area.hundredths()), area.hundredths()),
        ("scope_count", facts.scope_count, count),
    ];
    for (field, stated, sum) in stated {
        if let Some(stated) = stated.filter(|stated| *stated != sum) {
            found.push(
                Finding::stopping_from(Gate::G1, gate, RULE.id(), field)
                    .with("field", field)
                    .with_integer("stated", stated)
                    .with_integer("sum", sum),
            );
        }
    }
    if facts.community.is_single_building != (facts.buildings.len() == 1) {
        found.push(
            Finding::stopping_from(Gate::G1, gate, RULE.id(), "is_single_building").with("field", "is_single_building"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        exact::Area,
        model::{Building, Dossier},
    };
    use chrono::NaiveDate;

    fn fields(change: impl FnOnce(&mut Dossier)) -> Vec<String> {
        let mut dossier = Dossier::default();
        dossier.community.buildings = [(36, true), (42, true), (24, false)]
            .map(|(households, in_scope)| Building {
                no: households.to_string(),
                in_scope,
                households,
                floor_area: Area::from_hundredths(households * 7000),
                ..Building::default()
            })
            .into();
        dossier.project_community.scope_households = 78;
        dossier.project_community.scope_area = Area::from_hundredths(546_000);
        dossier.project_community.scope_count = Some(2);
        change(&mut dossier);
        let mut found = Vec::new();
        check(&ProjectFacts::of(&dossier, NaiveDate::from_ymd_opt(2022, 10, 8).unwrap()), Gate::G1, &mut found);
        found.iter().map(|finding| finding.params.text("field").unwrap().to_owned()).collect()
    }

    #[test]
    fn each_figure_to_the_last_unit() {
        assert!(fields(|_| {}).is_empty());
        assert_eq!(fields(|dossier| dossier.project_community.scope_households = 77), ["scope_households"]);
        assert_eq!(
            fields(|dossier| dossier.project_community.scope_area = Area::from_hundredths(546_001)),
            ["scope_area"]
        );
        assert_eq!(fields(|dossier| dossier.project_community.scope_count = Some(3)), ["scope_count"]);
        assert!(fields(|dossier| dossier.project_community.scope_count = None).is_empty());
        assert_eq!(fields(|dossier| dossier.community.is_single_building = true), ["is_single_building"]);
    }
}
