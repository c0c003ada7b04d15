//! The terms of a programme that its own paper sets: name, years, targets, windows. They are entered when it is created and
//! may be changed by a further paper.

use super::{check_name, check_reason};
use crate::{
    exact::Area,
    finding::Finding,
    policy::parameters::{Override, SettingError, Settings, parameter},
};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// What a programme is to reach.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Targets {
    /// 改造小区, communities
    pub communities: i64,
    /// 改造建筑面积, hundredths of a square metre
    pub area: Area,
    /// 惠及户数, households
    pub households: i64,
}

/// Until when buildings were completed that a plan year takes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// The first plan year for which it holds; the next window ends it.
    pub plan_year: i32,
    /// The last day of completion.
    pub cutoff: NaiveDate,
}

/// A value of a parameter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct OwnValue {
    /// The parameter.
    pub name: String,
    /// The value, in the form of the table.
    pub value: String,
}

/// What a programme's own paper sets.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ProgrammeTerms {
    /// 规划名称
    pub name: String,
    /// Its English name.
    #[serde(default)]
    pub name_en: String,
    /// The paper on which it rests.
    #[serde(default)]
    pub basis: String,
    /// 起始年度
    pub year_from: i32,
    /// 结束年度
    pub year_to: i32,
    /// 目标
    #[serde(default)]
    pub targets: Targets,
    /// The windows by plan year, in order; without one those of the policy hold.
    #[serde(default)]
    pub windows: Vec<Window>,
    /// 存量摸底建成日期; without one that of the policy holds.
    #[serde(default)]
    pub backlog_cutoff: Option<NaiveDate>,
    /// 所在乡镇; empty for that of the policy.
    #[serde(default)]
    pub township: String,
}

impl ProgrammeTerms {
    /// The terms as they stand on a day.
    pub fn of(programme: &crate::model::Programme, on: NaiveDate) -> Self {
        use crate::policy::parameters::{
            BACKLOG_CUTOFF, HOME_TOWNSHIP, TARGET_AREA, TARGET_COMMUNITIES, TARGET_HOUSEHOLDS,
        };
        let settings = &programme.settings;
        let (year_from, year_to) = settings.programme_years();
        let mut windows: Vec<Window> = Vec::new();
        for plan_year in year_from..=year_to {
            if let Some(cutoff) = settings.window_cutoff(plan_year)
                && windows.last().is_none_or(|last| last.cutoff != cutoff)
            {
                windows.push(Window { plan_year, cutoff });
            }
        }
        Self {
            name: programme.name.clone(),
            name_en: programme.name_en.clone(),
            basis: String::new(),
            year_from,
            year_to,
            targets: Targets {
                communities: settings.get(TARGET_COMMUNITIES, on),
                area: settings.get(TARGET_AREA, on),
                households: settings.get(TARGET_HOUSEHOLDS, on),
            },
            windows,
            backlog_cutoff: Some(settings.get(BACKLOG_CUTOFF, on)),
            township: settings.get(HOME_TOWNSHIP, on).to_owned(),
        }
    }

    /// The last day of completion that a plan year takes in, by these terms; none where the policy's window holds.
    fn cutoff(&self, plan_year: i32) -> Option<NaiveDate> {
        self.windows.iter().rev().find(|window| window.plan_year <= plan_year).map(|window| window.cutoff)
    }
}

/// What is wrong with these terms, whatever programme they are for. Paths begin with `terms/`.
pub(in crate::acts) fn checked_terms(terms: &ProgrammeTerms) -> Vec<Finding> {
    let mut found = Vec::new();
    check_name("terms/name", &terms.name, &mut found);
    check_reason("terms/name_en", &terms.name_en, &mut found);
    check_reason("terms/basis", &terms.basis, &mut found);
    check_reason("terms/township", &terms.township, &mut found);
    let allows = |name: &str, value: &str| parameter(name).next().is_some_and(|row| row.allows(value));
    let years_before = found.len();
    for (field, name, year) in [
        ("terms/year_from", "programme_year_from", terms.year_from),
        ("terms/year_to", "programme_year_to", terms.year_to),
    ] {
        if !allows(name, &year.to_string()) {
            found.push(Finding::malformed(field, "implausible_year"));
        }
    }
    if found.len() == years_before && terms.year_from > terms.year_to {
        found.push(Finding::malformed("terms/year_to", "years_reversed"));
    }
    for (field, name, value) in [
        ("terms/targets/communities", "target_communities", terms.targets.communities.to_string()),
        ("terms/targets/area", "target_area", decimal(terms.targets.area)),
        ("terms/targets/households", "target_households", terms.targets.households.to_string()),
    ] {
        if value.starts_with('-') {
            found.push(Finding::malformed(field, "below_zero"));
        } else if !allows(name, &value) {
            found.push(Finding::malformed(field, "out_of_range"));
        }
    }
    if found.len() == years_before {
        found.extend(checked_windows(terms));
    }
    let date = |value: NaiveDate| allows("backlog_cutoff", &value.to_string());
    if terms.backlog_cutoff.is_some_and(|cutoff| !date(cutoff)) {
        found.push(Finding::malformed("terms/backlog_cutoff", "out_of_range"));
    }
    found
}

/// Windows stand in the order of their plan years, inside the programme, and take in no building that is still to come.
fn checked_windows(terms: &ProgrammeTerms) -> Vec<Finding> {
    let mut found = Vec::new();
    for (index, window) in terms.windows.iter().enumerate() {
        let mut say = |field: &str, why| found.push(Finding::malformed(format!("terms/windows/{index}/{field}"), why));
        let before = index.checked_sub(1).and_then(|before| terms.windows.get(before));
        if !(terms.year_from..=terms.year_to).contains(&window.plan_year) {
            say("plan_year", "outside_the_years");
        } else if before.is_some_and(|before| before.plan_year >= window.plan_year) {
            say("plan_year", "out_of_order");
        }
        let allowed = parameter("window_cutoff").next().is_some_and(|row| row.allows(&window.cutoff.to_string()));
        if !allowed || window.cutoff.year() > window.plan_year {
            say("cutoff", "out_of_range");
        }
    }
    found
}

/// An area in the form of the table, `700000.00`.
fn decimal(area: Area) -> String {
    let hundredths = area.hundredths();
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, part) = (hundredths.unsigned_abs() / HUNDREDTHS, hundredths.unsigned_abs() % HUNDREDTHS);
    format!("{sign}{whole}.{part:02}")
}

const HUNDREDTHS: u64 = 100;

/// Sets a value from a day on, unless it is the one that holds then.
pub(in crate::acts) fn set(
    settings: &mut Settings,
    name: &str,
    value: &str,
    valid_from: NaiveDate,
    basis: &str,
) -> Result<(), SettingError> {
    if settings.text(name, valid_from) == Some(value) {
        return Ok(());
    }
    settings.set(Override { name: name.to_owned(), valid_from, value: value.to_owned(), basis: basis.to_owned() })
}

/// Makes the terms parameters that hold from a day on; windows from the beginning of their plan years, but never before the
/// day. The terms are checked before, so that nothing is malformed here.
pub(in crate::acts) fn apply_terms(
    settings: &mut Settings,
    terms: &ProgrammeTerms,
    from: NaiveDate,
    basis: &str,
) -> Result<(), SettingError> {
    set(settings, "programme_year_from", &terms.year_from.to_string(), from, basis)?;
    set(settings, "programme_year_to", &terms.year_to.to_string(), from, basis)?;
    set(settings, "target_communities", &terms.targets.communities.to_string(), from, basis)?;
    set(settings, "target_area", &decimal(terms.targets.area), from, basis)?;
    set(settings, "target_households", &terms.targets.households.to_string(), from, basis)?;
    if let Some(cutoff) = terms.backlog_cutoff {
        set(settings, "backlog_cutoff", &cutoff.to_string(), from, basis)?;
    }
    if !terms.township.trim().is_empty() {
        set(settings, "home_township", terms.township.trim(), from, basis)?;
    }
    for plan_year in terms.year_from..=terms.year_to {
        let Some(cutoff) = terms.cutoff(plan_year) else { continue };
        if settings.window_cutoff(plan_year) != Some(cutoff) {
            let begins = NaiveDate::from_ymd_opt(plan_year, 1, 1).map_or(from, |begins| begins.max(from));
            set(settings, "window_cutoff", &cutoff.to_string(), begins, basis)?;
        }
    }
    Ok(())
}
