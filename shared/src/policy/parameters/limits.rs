//! How far a value may go, and which values must fit together. The kind of a parameter says its form; this says its sense.

use super::{
    AREA_PER_HOUSEHOLD_MAX, AREA_PER_HOUSEHOLD_MIN, COST_PER_AREA_MAX, COST_PER_AREA_MIN, Key, Kind, Parameter,
    Settings,
    shown::is_term,
    value::{List, ParameterValue, parse},
};
use chrono::{Datelike, NaiveDate};

/// The least and the greatest value of a whole number, by name; a name that ends in `_` stands for all that begin so.
const NUMBERS: &[(&str, i64, i64)] = &[
    ("programme_year_from", FIRST_YEAR, LAST_YEAR),
    ("programme_year_to", FIRST_YEAR, LAST_YEAR),
    ("target_communities", 0, 1_000_000),
    ("target_households", 0, 100_000_000),
    ("operator_share_min", 0, 100),
    ("fund_renew_below", 0, 100),
    ("overrun_warn_above", 1, 1_000),
    ("overrun_stop_above", 1, 1_000),
    // A day that every month has.
    ("report_due_day", 1, 28),
    ("duty_month_due_day", 1, 28),
    ("event_limit_", 1, 720),
    ("upkeep_check_after", 0, 3_650),
    ("opinion_reply_within", 1, 365),
    ("duty_", 0, 3_650),
    ("storeys_max", 1, 200),
    ("interview_overdue_above", 0, 3_650),
    ("interview_", 1, 12),
    ("criticism_interviews", 1, 12),
    ("unit_", 0, 100),
    ("year_", 0, 100),
    ("grade_", 0, 100),
];

/// The first year that a programme may have.
const FIRST_YEAR: i64 = 2000;
/// The last year that a programme may have.
const LAST_YEAR: i64 = 2099;
/// The first year in which a building of any programme was completed.
const FIRST_COMPLETION: i32 = 1900;
/// The largest area, in hundredths of a square metre, and the highest price, in fen.
const LARGEST_DECIMAL: i64 = 10_000_000_000_000;
/// 100%, in tenths of a point.
const WHOLE: i64 = 1_000;

/// The least and the greatest value of a whole number.
pub fn number_limits(name: &str) -> Option<(i64, i64)> {
    let holds = |known: &str| known == name || known.ends_with('_') && name.starts_with(known);
    NUMBERS.iter().find(|(known, ..)| holds(known)).map(|(_, least, greatest)| (*least, *greatest))
}

impl Parameter {
    /// Whether a value of the right form makes sense.
    pub fn allows(&self, value: &str) -> bool {
        match self.kind {
            Kind::Integer => parse::integer(value).is_some_and(|number| {
                number_limits(self.name).is_none_or(|(least, most)| (least..=most).contains(&number))
            }),
            Kind::Area => parse::area(value).is_some_and(|area| area.hundredths() <= LARGEST_DECIMAL),
            Kind::Price => parse::price(value).is_some_and(|price| price.fen() <= LARGEST_DECIMAL),
            Kind::Points => parse::points(value).is_some_and(|points| points.tenths() <= WHOLE),
            Kind::Date => parse::date(value)
                .is_some_and(|date| date.year() >= FIRST_COMPLETION && i64::from(date.year()) <= LAST_YEAR),
            // The terms that the rules know.
            Kind::Text if self.name == "withdraw_started_consent" => [self.value, "组长", "副组长"].contains(&value),
            Kind::Texts if self.name.starts_with("consent_") => {
                parse::list(value).is_some_and(|list| list.iter().all(is_term))
            }
            Kind::Text | Kind::Texts => value.chars().count() <= LONGEST_TEXT && !value.chars().any(char::is_control),
            _ => true,
        }
    }
}

/// The longest text of a parameter, in characters.
const LONGEST_TEXT: usize = 200;

/// Values that do not fit together: the parameters, and why, as a code that has its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// The parameters that it is about.
    pub names: &'static [&'static str],
    /// `weights_must_add_up` or `out_of_order`.
    pub why: &'static str,
}

/// Weights that make 100 together.
const WEIGHTS: [&[&str]; 2] = [
    &["unit_w_done", "unit_w_on_time", "unit_w_first_accepted", "unit_w_approvals", "unit_w_findings"],
    &[
        "year_w_start",
        "year_w_completion",
        "year_w_investment",
        "year_w_payment",
        "year_w_reports",
        "year_w_quality",
        "year_w_satisfaction",
        "year_w_upkeep",
    ],
];
const FULL: i64 = 100;

/// Whole numbers of which none is below the one before.
const RISING: [&[&str]; 3] = [
    &["programme_year_from", "programme_year_to"],
    &["overrun_warn_above", "overrun_stop_above"],
    &["grade_pass", "grade_good", "grade_excellent"],
];

/// The parameters whose sum or order a parameter belongs to, itself among them; none when it stands alone.
pub fn contradictions_of(name: &str) -> Vec<&'static str> {
    let groups = WEIGHTS.into_iter().chain(RISING);
    groups.filter(|names| names.contains(&name)).flatten().copied().collect()
}

/// What does not fit together on a day.
pub fn contradictions(settings: &Settings, on: NaiveDate) -> Vec<Contradiction> {
    let number = |name: &str| settings.text(name, on).and_then(parse::integer).unwrap_or_default();
    let mut found = Vec::new();
    for names in WEIGHTS {
        if names.iter().map(|name| number(name)).sum::<i64>() != FULL {
            found.push(Contradiction { names, why: "weights_must_add_up" });
        }
    }
    for names in RISING {
        if names.windows(2).any(|pair| number(pair[0]) > number(pair[1])) {
            found.push(Contradiction { names, why: "out_of_order" });
        }
    }
    let mut pair = |names: &'static [&'static str], is_rising: bool| {
        if !is_rising {
            found.push(Contradiction { names, why: "out_of_order" });
        }
    };
    pair(
        &["area_per_household_min", "area_per_household_max"],
        rising(settings, AREA_PER_HOUSEHOLD_MIN, AREA_PER_HOUSEHOLD_MAX, on),
    );
    pair(&["cost_per_area_min", "cost_per_area_max"], rising(settings, COST_PER_AREA_MIN, COST_PER_AREA_MAX, on));
    let list = |name: &str| settings.text(name, on).and_then(parse::list);
    if let (Some(qualified), Some(simple)) = (list("consent_qualified_kinds"), list("consent_simple_kinds"))
        && List::iter(qualified).any(|kind| simple.contains(kind))
    {
        found.push(Contradiction { names: &["consent_qualified_kinds", "consent_simple_kinds"], why: "in_both_lists" });
    }
    found
}

fn rising<T>(settings: &Settings, low: Key<T>, high: Key<T>, on: NaiveDate) -> bool
where
    T: for<'a> ParameterValue<Of<'a> = T> + PartialOrd,
{
    settings.get(low, on) <= settings.get(high, on)
}

#[cfg(test)]
mod tests {
    use super::super::{Override, PARAMETERS};
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn set(settings: &mut Settings, name: &str, value: &str) {
        let entry =
            Override { name: name.into(), valid_from: day("2026-12-01"), value: value.into(), basis: "文件".into() };
        settings.set(entry).unwrap();
    }

    #[test]
    fn the_policys_own_values_make_sense_and_fit_together() {
        for row in PARAMETERS {
            assert!(row.allows(row.value), "{}", row.name);
            assert!(row.kind != Kind::Integer || number_limits(row.name).is_some(), "{} has no limits", row.name);
        }
        assert_eq!(contradictions(&Settings::default(), day("2026-12-01")), []);
    }

    #[test]
    fn a_number_stays_inside_its_limits() {
        let allows = |name: &str, value: &str| super::super::parameter(name).next().unwrap().allows(value);
        for (name, good, bad) in [
            ("report_due_day", ["1", "28"], ["0", "29"]),
            ("operator_share_min", ["0", "100"], ["101", "999999999999999"]),
            ("programme_year_to", ["2000", "2099"], ["1900", "9999"]),
            ("unit_w_done", ["0", "100"], ["101", "150"]),
            ("duty_other_due_after", ["0", "3650"], ["3651", "99999"]),
            ("interview_lag_once", ["0.1", "100.0"], ["100.1", "999.9"]),
            ("window_cutoff", ["1900-01-01", "2099-12-31"], ["1899-12-31", "2100-01-01"]),
            ("withdraw_started_consent", ["组长", "副组长"], ["县长", "某人"]),
            ("consent_simple_kinds", ["业委会", "业委会、物业"], ["选举", "业委会、选举"]),
        ] {
            for value in good {
                assert!(allows(name, value), "{name} {value}");
            }
            for value in bad {
                assert!(!allows(name, value), "{name} {value}");
            }
        }
    }

    #[test]
    fn what_belongs_together_is_judged_together() {
        let on = day("2026-12-01");
        let whys = |changes: &[(&str, &str)]| {
            let mut settings = Settings::default();
            changes.iter().for_each(|(name, value)| set(&mut settings, name, value));
            contradictions(&settings, on).into_iter().map(|found| found.why).collect::<Vec<_>>()
        };
        assert_eq!(whys(&[("unit_w_done", "41")]), ["weights_must_add_up"]);
        assert!(whys(&[("unit_w_done", "41"), ("unit_w_on_time", "19")]).is_empty());
        assert_eq!(whys(&[("grade_good", "96")]), ["out_of_order"]);
        assert!(whys(&[("grade_good", "95")]).is_empty(), "two grades may begin at one score");
        assert_eq!(whys(&[("area_per_household_max", "39.99")]), ["out_of_order"]);
        assert_eq!(whys(&[("cost_per_area_min", "2000.01")]), ["out_of_order"]);
        assert_eq!(whys(&[("consent_simple_kinds", "业委会、加装电梯")]), ["in_both_lists"]);
    }
}
