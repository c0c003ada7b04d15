//! A community that was taken over in the middle of its works (存量项目补录, section 7): what would have stopped it at the
//! gates that it had passed by then stops nothing any more. It is shown as a warning with a note until the paper is
//! entered; gates that were still to come judge as usual.

use crate::{
    finding::{Finding, Gate, Severity},
    policy::stages::Stage,
};

/// The note of such a warning.
pub const NOTE: &str = "期初";

/// The gates that a community has passed when it was taken over in this stage. Payment is none: money may be paid before
/// and after.
pub const fn passed_gates(opening: Stage) -> &'static [Gate] {
    match opening {
        Stage::Reserve | Stage::Withdrawn => &[],
        Stage::NewStart | Stage::UnderWay => &[Gate::G1, Gate::G2],
        Stage::Completed => &[Gate::G1, Gate::G2, Gate::G4],
    }
}

/// Turns what stops from a gate that was passed into warnings with the note. What stops saving stops it as before.
pub fn soften(found: &mut [Finding], opening: Stage) {
    let passed = passed_gates(opening);
    for finding in found.iter_mut().filter(|one| one.stops_from.is_some_and(|gate| passed.contains(&gate))) {
        finding.severity = Severity::W;
        finding.stops_from = None;
        let softened = std::mem::replace(finding, Finding::new("", Severity::W, ""));
        *finding = softened.with("note", NOTE);
    }
}

/// Whether a finding is such a warning.
pub fn is_softened(finding: &Finding) -> bool {
    finding.severity == Severity::W && finding.params.text("note") == Some(NOTE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        exact::{Money, Month, Progress},
        facts::ProjectFacts,
        language::Language,
        model::{Building, Dossier, OpeningBalance},
        rules::{check, message},
    };
    use chrono::NaiveDate;

    fn taken_over(stage: Option<Stage>) -> Dossier {
        let mut dossier = Dossier::default();
        dossier.community.buildings =
            vec![Building { no: "1#".to_owned(), completed_year: Some(2004), in_scope: true, ..Building::default() }];
        let entry = &mut dossier.project_community;
        entry.plan_year = 2022;
        entry.opening = stage.map(|stage| OpeningBalance {
            cutoff: Month::new(2022, 6).unwrap(),
            stage,
            cum_progress: Progress::default(),
            cum_invest: Money::ZERO,
            received: Money::ZERO,
            paid: Money::ZERO,
            doc: String::new(),
        });
        dossier
    }

    /// Rule, severity and whether it carries the note, of the rules that speak of this dossier.
    fn said(stage: Option<Stage>, gate: Gate) -> Vec<(String, Severity, bool)> {
        let dossier = taken_over(stage);
        check(&ProjectFacts::of(&dossier, NaiveDate::from_ymd_opt(2022, 10, 8).unwrap()), gate)
            .iter()
            .filter(|finding| ["R-01", "R-35", "R-39"].contains(&finding.rule.as_ref()) && !finding.is_announcement())
            .map(|finding| (finding.rule.to_string(), finding.severity, is_softened(finding)))
            .collect()
    }

    #[test]
    fn passed_gates_warn_and_later_ones_judge() {
        let at = |rule: &str, severity, note| (rule.to_owned(), severity, note);
        use Severity::{E, W};
        let all = [at("R-01", E, false), at("R-35", E, false), at("R-39", E, false)];
        assert_eq!(said(None, Gate::G4), all);
        assert_eq!(said(Some(Stage::Reserve), Gate::G4), all);
        let works = [at("R-01", W, true), at("R-35", W, true), at("R-39", E, false)];
        assert_eq!(said(Some(Stage::UnderWay), Gate::G4), works);
        assert_eq!(said(Some(Stage::NewStart), Gate::G2), works[..2]);
        let completed = [at("R-01", W, true), at("R-35", W, true), at("R-39", W, true)];
        assert_eq!(said(Some(Stage::Completed), Gate::G4), completed);
    }

    #[test]
    fn only_gates_of_the_validator_are_softened() {
        let mut found = vec![
            Finding::stopping_from(Gate::G0, Gate::G4, "R-10", "lines/0"),
            Finding::stopping_from(Gate::G3, Gate::G4, "R-23", ""),
            Finding::new("R-34", Severity::E, ""),
        ];
        let before = found.clone();
        soften(&mut found, Stage::Completed);
        assert_eq!(found, before);
    }

    #[test]
    fn the_words_are_those_of_the_fault_with_the_note() {
        let dossier = taken_over(Some(Stage::UnderWay));
        let found = check(&ProjectFacts::of(&dossier, NaiveDate::default()), Gate::G4);
        let of = |rule: &str| found.iter().find(|finding| finding.rule == rule).unwrap();
        assert_eq!(
            message(of("R-01"), Language::Zh),
            "1#建成于2004年，超出2022年度改造范围（2000年12月31日及以前建成）（存量项目补录，手续待补）"
        );
        assert!(message(of("R-35"), Language::En).ends_with(" (taken over, paper to follow)"));
    }
}
