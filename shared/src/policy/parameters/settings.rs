//! The parameters of one programme: what it sets differently from the policy, each from a day on.
//!
//! A value that can't be read never gets in; reading one never fails and, for numbers, allocates nothing.

use super::{
    Key, PARAMETERS, PROGRAMME_YEAR_FROM, PROGRAMME_YEAR_TO, Parameter, WINDOW_CUTOFF, parameter, value::ParameterValue,
};
use crate::language::Text;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A value that a programme sets from a day on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Override {
    /// The parameter.
    pub name: String,
    /// The first day on which the value holds.
    pub valid_from: NaiveDate,
    /// The value, in the form of the table.
    pub value: String,
    /// The paper it rests on. A number of the policy itself needs one; a choice of ours (`[param]`) may do without.
    #[serde(default)]
    pub basis: String,
}

/// Why a value could not be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingError {
    /// There is no parameter with this name.
    UnknownName(String),
    /// The value is not of the parameter's kind.
    Malformed(&'static Parameter),
    /// The policy sets the value: a programme may differ only by a paper that is named.
    BasisMissing(&'static Parameter),
}

impl SettingError {
    /// What is wrong and what to do.
    pub const fn text(&self) -> Text {
        match self {
            Self::UnknownName(_) => {
                Text::new("没有这个参数，请从参数表中选择", "No such parameter; choose one of the table")
            }
            Self::Malformed(_) => Text::new(
                "参数值格式不符，请按计量单位和格式填写",
                "The value has the wrong form; enter it in its unit",
            ),
            Self::BasisMissing(_) => Text::new(
                "该数值由《方案》规定，调整须填写依据文件",
                "The plan sets this value; name the paper that changes it",
            ),
        }
    }
}

impl fmt::Display for SettingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            Self::UnknownName(name) => name,
            Self::Malformed(row) | Self::BasisMissing(row) => row.name,
        };
        write!(f, "{name}: {}", self.text().en)
    }
}

impl std::error::Error for SettingError {}

/// The parameters of a programme. Empty when it follows the policy in everything.
#[derive(Clone, Default, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(try_from = "Stored", into = "Stored")]
pub struct Settings {
    /// By name, then by day; one for a name and a day.
    #[cfg_attr(feature = "openapi", schema(required = false))]
    overrides: Vec<Override>,
}

/// The stored form, not yet checked.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Stored {
    overrides: Vec<Override>,
}

impl TryFrom<Stored> for Settings {
    type Error = SettingError;

    fn try_from(stored: Stored) -> Result<Self, SettingError> {
        let mut settings = Self::default();
        for entry in stored.overrides {
            settings.set(entry)?;
        }
        Ok(settings)
    }
}

impl From<Settings> for Stored {
    fn from(settings: Settings) -> Self {
        Self { overrides: settings.overrides }
    }
}

impl Settings {
    /// What the programme sets differently, by name and day.
    pub fn overrides(&self) -> &[Override] {
        &self.overrides
    }

    /// Sets a value from a day on; one already set for that day is replaced.
    ///
    /// # Errors
    /// When the name is unknown, the value malformed, or the paper missing on which a number of the policy is changed.
    pub fn set(&mut self, entry: Override) -> Result<(), SettingError> {
        let Some(row) = parameter(&entry.name).next() else {
            return Err(SettingError::UnknownName(entry.name));
        };
        if !row.kind.accepts(&entry.value) {
            return Err(SettingError::Malformed(row));
        }
        if !row.is_choice() && entry.basis.trim().is_empty() {
            return Err(SettingError::BasisMissing(row));
        }
        let place = self.overrides.binary_search_by(|held| {
            (held.name.as_str(), held.valid_from).cmp(&(entry.name.as_str(), entry.valid_from))
        });
        match place {
            Ok(index) => self.overrides[index] = entry,
            Err(index) => self.overrides.insert(index, entry),
        }
        Ok(())
    }

    /// Takes back what was set from a day on; says whether there was anything.
    pub fn unset(&mut self, name: &str, valid_from: NaiveDate) -> bool {
        let before = self.overrides.len();
        self.overrides.retain(|held| held.name != name || held.valid_from != valid_from);
        self.overrides.len() != before
    }

    /// The value that holds on a day: the programme's own if one has begun, otherwise the policy's.
    pub fn get<T: ParameterValue>(&self, key: Key<T>, on: NaiveDate) -> T::Of<'_> {
        self.own(key.name(), on).and_then(|text| T::read(text)).unwrap_or_else(|| key.default_on(on).lend())
    }

    /// The text of the value that holds on a day; none for an unknown name.
    pub fn text(&self, name: &str, on: NaiveDate) -> Option<&str> {
        let day = on.to_string();
        self.own(name, on).or_else(|| {
            let begun = parameter(name).filter(|row| row.valid_from <= day.as_str()).last();
            begun.or_else(|| parameter(name).next()).map(|row| row.value)
        })
    }

    /// The first and last year of the programme. They hold for the whole programme, so the latest values count.
    pub fn programme_years(&self) -> (i32, i32) {
        let year = |key| i32::try_from(self.get(key, NaiveDate::MAX)).unwrap_or(i32::MAX);
        (year(PROGRAMME_YEAR_FROM), year(PROGRAMME_YEAR_TO))
    }

    /// The last day of completion that the window of a plan year takes in (R-01); none outside the programme's years
    /// (R-02). A value that begins within the plan year holds for the whole of it.
    pub fn window_cutoff(&self, plan_year: i32) -> Option<NaiveDate> {
        let (from, to) = self.programme_years();
        if plan_year < from || plan_year > to {
            return None;
        }
        Some(self.get(WINDOW_CUTOFF, NaiveDate::from_ymd_opt(plan_year, 12, 31)?))
    }

    /// The programme's own value that has begun by the day.
    fn own(&self, name: &str, on: NaiveDate) -> Option<&str> {
        if self.overrides.is_empty() {
            return None;
        }
        let after = self.overrides.partition_point(|held| (held.name.as_str(), held.valid_from) <= (name, on));
        self.overrides[..after].last().filter(|held| held.name == name).map(|held| held.value.as_str())
    }
}

/// The names of the parameters, each once, in the order of the catalogue.
pub fn names() -> impl Iterator<Item = &'static str> {
    let mut last = "";
    PARAMETERS.iter().map(|row| row.name).filter(move |name| std::mem::replace(&mut last, name) != *name)
}

#[cfg(test)]
mod tests {
    use super::super::*;
    use super::*;
    use crate::policy::items::Class;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn own(name: &str, from: &str, value: &str, basis: &str) -> Override {
        Override { name: name.into(), valid_from: day(from), value: value.into(), basis: basis.into() }
    }

    #[test]
    fn without_settings_the_policy_holds() {
        let settings = Settings::default();
        let on = day("2022-10-08");
        assert_eq!(settings.get(OPERATOR_SHARE_MIN, on), 30);
        assert_eq!(settings.get(TARGET_AREA, on).hundredths(), 70_000_000);
        assert_eq!(settings.get(COST_PER_AREA_MAX, on).fen(), 200_000);
        assert_eq!(settings.get(INTERVIEW_LAG_ONCE, on).tenths(), 150);
        assert_eq!(settings.get(CONSENT_PARTICIPATION_MIN, on), crate::exact::Ratio::new(2, 3));
        assert_eq!(settings.get(PRIVATE_CLASS_H01, on), Class::Improvement);
        assert_eq!(settings.get(WINDOW_READING, on), WindowReading::YearEnd);
        assert_eq!(settings.get(HOME_TOWNSHIP, on), "城关镇");
        assert!(settings.get(FUND_ITEMS_F07, on).contains("I19") && !settings.get(FUND_ITEMS_F07, on).contains("B01"));
        assert!(!settings.get(SHIFT_DEADLINES_OVER_HOLIDAYS, on));
        assert!(settings.get(LEGACY_CODE_FIRST_GROUP, on).contains(2016));
        assert_eq!(settings.get(CRITICISM_TARGET_DATE, on).in_year(2022), Some(day("2022-12-31")));
        // Before the policy began its first value serves, so that a rule always has a number.
        assert_eq!(settings.get(OPERATOR_SHARE_MIN, day("2019-01-01")), 30);
    }

    #[test]
    fn windows_follow_the_plan_year() {
        let mut settings = Settings::default();
        let cutoffs: Vec<_> = (2020..=2026).map(|year| settings.window_cutoff(year)).collect();
        let (first, second) = (Some(day("2000-12-31")), Some(day("2005-12-31")));
        assert_eq!(cutoffs, [None, first, first, first, second, second, None]);
        settings.set(own("programme_year_to", "2026-01-01", "2026", "甘政办发〔2026〕1号")).unwrap();
        assert_eq!(settings.window_cutoff(2026), second);
        settings.set(own("window_cutoff", "2022-06-01", "2003-12-31", "国家年度申报")).unwrap();
        assert_eq!(settings.window_cutoff(2021), first);
        assert_eq!(settings.window_cutoff(2022), Some(day("2003-12-31")));
    }

    #[test]
    fn a_value_holds_from_its_day_on() {
        let mut settings = Settings::default();
        settings.set(own("operator_share_min", "2023-01-01", "35", "县政府常务会议纪要")).unwrap();
        settings.set(own("operator_share_min", "2024-01-01", "40", "县政府常务会议纪要")).unwrap();
        settings.set(own("home_township", "2023-01-01", "巷道镇", "")).unwrap_err();
        settings.set(own("report_due_day", "2023-01-01", "8", "")).unwrap();
        assert_eq!(settings.get(OPERATOR_SHARE_MIN, day("2022-12-31")), 30);
        assert_eq!(settings.get(OPERATOR_SHARE_MIN, day("2023-01-01")), 35);
        assert_eq!(settings.get(OPERATOR_SHARE_MIN, day("2025-05-05")), 40);
        assert_eq!(settings.get(REPORT_DUE_DAY, day("2025-05-05")), 8);
        assert_eq!(settings.get(REPORT_DUE_DAY, day("2022-05-05")), 5);
        assert_eq!(settings.text("operator_share_min", day("2023-06-01")), Some("35"));
        assert_eq!(settings.text("window_cutoff", day("2024-06-01")), Some("2005-12-31"));
        assert_eq!(settings.text("nothing", day("2024-06-01")), None);
        assert!(settings.unset("operator_share_min", day("2024-01-01")));
        assert_eq!(settings.get(OPERATOR_SHARE_MIN, day("2025-05-05")), 35);
    }

    #[test]
    fn what_cannot_be_read_is_refused() {
        let mut settings = Settings::default();
        let refused = |entry: Override, settings: &mut Settings| settings.set(entry).unwrap_err();
        assert!(matches!(refused(own("nothing", "2023-01-01", "1", ""), &mut settings), SettingError::UnknownName(_)));
        assert!(matches!(
            refused(own("report_due_day", "2023-01-01", "五", ""), &mut settings),
            SettingError::Malformed(_)
        ));
        assert!(matches!(
            refused(own("target_area", "2023-01-01", "1.00", " "), &mut settings),
            SettingError::BasisMissing(_)
        ));
        assert_eq!(settings, Settings::default());
        let stored = r#"{"overrides":[{"name":"report_due_day","valid_from":"2023-01-01","value":"x"}]}"#;
        assert!(serde_json::from_str::<Settings>(stored).is_err());
    }

    #[test]
    fn settings_are_stored_and_read_back() {
        let mut settings = Settings::default();
        settings.set(own("report_due_day", "2023-01-01", "8", "")).unwrap();
        settings.set(own("overrun_stop_above", "2023-01-01", "115", "")).unwrap();
        let json = serde_json::to_string(&settings).unwrap();
        assert_eq!(serde_json::from_str::<Settings>(&json).unwrap(), settings);
        assert_eq!(serde_json::from_str::<Settings>("{}").unwrap(), Settings::default());
    }

    #[test]
    fn every_row_reads_as_its_kind() {
        for row in PARAMETERS {
            assert!(row.kind.accepts(row.value), "{}", row.name);
        }
        assert_eq!(names().count() + 1, PARAMETERS.len(), "only the window has two rows");
    }
}
