//! # R-45 项目代码 · Project code
//!
//! Clause 4.2a: the project is registered and has a national code of the form `YYMM-RRRRRR-DD-TT-NNNNNN`. It is given after
//! the plan, so it stops from the start on. A first group that reads as a year of `legacy_code_first_group` is of the
//! old form: let pass with a warning, without test of the month. Another region warns too. The last digit is not verified.

use super::{Check, Message, Rule, heading};
use crate::{
    facts::ProjectFacts,
    finding::{Finding, Gate, Severity},
    language::Text,
    policy::parameters::{DIVISION_CODE, LEGACY_CODE_FIRST_GROUP},
};

/// Digits of the five groups.
const GROUPS: [usize; 5] = [4, 6, 2, 2, 6];
/// Digits of the year before those of the month.
const YEAR_DIGITS: usize = 2;
/// The months of a year.
const MONTHS: std::ops::RangeInclusive<i64> = 1..=12;
/// Where a code is.
const PATH: &str = "national_code";

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(45),
    how: &[
        Text::new(
            "项目代码共五组数字（4、6、2、2、6位），以短横线相连；首组为两位年份加月份。",
            "The code has five groups of 4, 6, 2, 2 and 6 digits joined by hyphens; the first is the year in two digits and the month.",
        ),
        Text::new(
            "首组为旧式年份的放行并提醒；第二组不是本县区划代码的提醒。",
            "A first group of the legacy years passes with a warning; so does a second group that is not the county's division code.",
        ),
    ],
    messages: &[
        Message::on("legacy", "旧式项目代码，请核实", "The project code has the legacy form: please check"),
        Message::on("region", "项目代码地区不是{code}", "The region in the project code is not {code}"),
        Message::any("项目代码格式不正确", "The project code has the wrong form"),
    ],
    remedy: Text::new(
        "请建设单位按投资项目在线审批监管平台赋码填写项目代码。",
        "The project owner enters the code that the approval platform gave.",
    ),
    fields: &["why"],
    check: Check::Community(check),
};

fn check(facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Finding>) {
    let Some((first, region)) = first_and_region(&facts.project.national_code) else {
        found.push(Finding::stopping_from(Gate::G2, gate, RULE.id(), PATH));
        return;
    };
    let number = first.parse::<i64>().unwrap_or_default();
    if facts.settings.get(LEGACY_CODE_FIRST_GROUP, facts.today).contains(number) {
        found.push(Finding::new(RULE.id(), Severity::W, PATH).with("why", "legacy"));
    } else if !first[YEAR_DIGITS..].parse().is_ok_and(|month| MONTHS.contains(&month)) {
        found.push(Finding::stopping_from(Gate::G2, gate, RULE.id(), PATH));
        return;
    }
    let code = facts.settings.get(DIVISION_CODE, facts.today);
    if region != code {
        found.push(Finding::new(RULE.id(), Severity::W, PATH).with("why", "region").with("code", code));
    }
}

/// The first two groups of a code of the right form.
fn first_and_region(code: &str) -> Option<(&str, &str)> {
    let groups: Vec<&str> = code.split('-').collect();
    let digits = |group: &&str| group.bytes().all(|byte| byte.is_ascii_digit());
    let formed = groups.iter().map(|group| group.len()).eq(GROUPS) && groups.iter().all(digits);
    match groups[..] {
        [first, region, ..] if formed => Some((first, region)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Dossier;
    use chrono::NaiveDate;

    fn found(code: &str, gate: Gate) -> Vec<(Severity, Option<String>)> {
        let mut dossier = Dossier::default();
        dossier.project.national_code = code.to_owned();
        let mut found = Vec::new();
        check(&ProjectFacts::of(&dossier, NaiveDate::default()), gate, &mut found);
        found.iter().map(|finding| (finding.severity, finding.params.text("why").map(str::to_owned))).collect()
    }

    #[test]
    fn form_and_month() {
        for right in ["2101-620724-04-01-123456", "2112-620724-04-01-123456"] {
            assert_eq!(found(right, Gate::G2), [], "{right}");
        }
        for wrong in [
            "",
            "2100-620724-04-01-123456",
            "2113-620724-04-01-123456",
            "2103-620724-04-01-12345",
            "2103-620724-04-01-1234567",
            "2103-620724-04-01-12345X",
            "2103620724-04-01-123456",
            "2103-620724-04-01-123456-",
            "2103-620724-04-01-１",
        ] {
            assert_eq!(found(wrong, Gate::G2), [(Severity::E, None)], "{wrong}");
            assert_eq!(found(wrong, Gate::G1), [(Severity::W, None)], "{wrong}");
        }
    }

    #[test]
    fn legacy_years_and_other_regions_warn() {
        let (legacy, region) = ((Severity::W, Some("legacy".to_owned())), (Severity::W, Some("region".to_owned())));
        assert_eq!(found("2016-620724-04-01-123456", Gate::G2), std::slice::from_ref(&legacy));
        assert_eq!(found("2020-620723-04-01-123456", Gate::G2), [legacy, region.clone()]);
        assert_eq!(found("2015-620724-04-01-123456", Gate::G2), [(Severity::E, None)]);
        assert_eq!(found("2021-620724-04-01-123456", Gate::G2), [(Severity::E, None)]);
        assert_eq!(found("2103-620723-04-01-123456", Gate::G2), [region]);
    }
}
