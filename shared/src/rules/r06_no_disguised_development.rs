//! # R-06 严禁变相房地产开发 · No disguised development
//!
//! Clause 2.2d: renovation must not be the cover of real-estate development. A project adds no floor area for sale and does
//! not demolish to build anew.

use super::{Check, Message, Rule, heading};
use crate::{
    exact::Area,
    facts::ProjectFacts,
    finding::{Finding, Gate},
    language::Text,
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(6),
    how: &[Text::new(
        "项目不新增可售面积，也不拆除重建。",
        "The project adds no floor area for sale and demolishes nothing to build anew.",
    )],
    messages: &[Message::any(
        "不得借老旧小区改造变相搞房地产开发",
        "Renovation must not be disguised real-estate development",
    )],
    remedy: Text::new(
        "请建设单位从项目中删去可售面积和拆除重建内容；确需开发的，另行按房地产开发程序办理。",
        "The project owner takes floor area for sale and rebuilding out of the project; development follows its own procedure.",
    ),
    fields: &[],
    check: Check::Community(check),
};

fn check(facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Finding>) {
    let sells = facts.project.new_saleable_area != Area::default();
    if sells || facts.project.demolish_rebuild {
        let path = if sells { "new_saleable_area" } else { "demolish_rebuild" };
        found.push(Finding::stopping_from(Gate::G1, gate, RULE.id(), path));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{finding::Severity, model::Dossier};
    use chrono::NaiveDate;

    fn found(hundredths: i64, demolish_rebuild: bool, gate: Gate) -> Vec<(Severity, String)> {
        let mut dossier = Dossier::default();
        dossier.project.new_saleable_area = Area::from_hundredths(hundredths);
        dossier.project.demolish_rebuild = demolish_rebuild;
        let mut found = Vec::new();
        check(&ProjectFacts::of(&dossier, NaiveDate::default()), gate, &mut found);
        found.into_iter().map(|finding| (finding.severity, finding.path)).collect()
    }

    #[test]
    fn nothing_to_sell_and_nothing_rebuilt() {
        assert_eq!(found(0, false, Gate::G1), []);
        assert_eq!(found(1, false, Gate::G1), [(Severity::E, "new_saleable_area".to_owned())]);
        assert_eq!(found(0, true, Gate::G1), [(Severity::E, "demolish_rebuild".to_owned())]);
        assert_eq!(found(1, true, Gate::G0).len(), 1);
    }
}
