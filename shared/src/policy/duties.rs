//! The duties: 53 of annex 2 and 15 that follow from the body of the notice (正文派生).
//!
//! What is due when for whom is computed elsewhere; this is the list from which tasks are made.

mod table;

pub use table::{DERIVED_DUTIES, DUTIES};

use super::{
    items::OperatorKind,
    parameters::{DUTY_GUIDANCE_DUE_AFTER, DUTY_OTHER_DUE_AFTER, DUTY_UPKEEP_DUE_AFTER, Key, Settings},
    units::unit,
};
use crate::{language::Text, vocabulary::vocabulary};
use chrono::NaiveDate;

vocabulary! {
    /// How often a duty falls due.
    Frequency {
        Once = "一次性", "once";
        Year = "每年", "every year";
        Quarter = "每季度", "every quarter";
        Month = "每月", "every month";
        Project = "按项目", "per project";
        Arising = "按需", "as it arises";
    }
}

impl Frequency {
    /// The letter of the catalogue: O, Y, Q, M, P, A.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Once => "O",
            Self::Year => "Y",
            Self::Quarter => "Q",
            Self::Month => "M",
            Self::Project => "P",
            Self::Arising => "A",
        }
    }
}

/// What a P duty waits for: without it the duty doesn't concern a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// Every project.
    EveryProject,
    /// Every project community.
    EveryCommunity,
    /// A project with special bonds (F12).
    SpecialBonds,
    /// A project with one of these items.
    Items(&'static [&'static str]),
    /// A project with the first item, or with the second as works of this operator kind.
    ItemOrKind(&'static str, &'static str, OperatorKind),
    /// A project with pipeline items.
    PipelineItems,
    /// A project under works.
    UnderWorks,
}

impl Trigger {
    /// As the catalogue writes it.
    pub fn code(self) -> String {
        match self {
            Self::EveryProject => "every project".to_owned(),
            Self::EveryCommunity => "every community".to_owned(),
            Self::SpecialBonds => "project with F12".to_owned(),
            Self::Items([only]) => format!("item {only}"),
            Self::Items(items) => format!("items {}", items.join(", ")),
            Self::ItemOrKind(item, other, kind) => format!("item {item}, or {other} of {kind}"),
            Self::PipelineItems => "items with an operator kind".to_owned(),
            Self::UnderWorks => "projects in 新开工 or 在建".to_owned(),
        }
    }

    /// For people, in Chinese and English.
    pub fn text(self) -> (String, String) {
        use super::items::item;
        let name = |code: &'static str| item(code).map_or(Text::new(code, code), |item| item.text());
        let fixed = |zh: &str, en: &str| (zh.to_owned(), en.to_owned());
        match self {
            Self::EveryProject => fixed("每个项目", "every project"),
            Self::EveryCommunity => fixed("每个小区", "every community"),
            Self::SpecialBonds => fixed("使用专项债券的项目", "projects with special bonds"),
            Self::Items(items) => (
                format!("含{}的项目", items.iter().map(|code| name(code).zh).collect::<Vec<_>>().join("、")),
                format!("projects with {}", items.iter().map(|code| name(code).en).collect::<Vec<_>>().join(", ")),
            ),
            Self::ItemOrKind(item, other, kind) => (
                format!("含{}或{}（{}）的项目", name(item).zh, name(other).zh, kind.text().zh),
                format!("projects with {} or {} ({})", name(item).en, name(other).en, kind.text().en),
            ),
            Self::PipelineItems => fixed("含管线改造的项目", "projects with pipeline works"),
            Self::UnderWorks => fixed("新开工和在建项目", "projects newly started or under way"),
        }
    }
}

vocabulary! {
    /// The event from which the days of a duty are counted.
    Anchor {
        S01 = "S01", "residents' consent";
        S02 = "S02", "joint review";
        S03 = "S03", "feasibility approval";
        S04 = "S04", "land permit";
        S05 = "S05", "planning permit";
        S08 = "S08", "quality supervision";
        Start = "start", "start of works";
        Acceptance = "acceptance", "acceptance";
        Created = "created", "creation of the task";
        FirstYearEnd = "first_year_end", "end of the programme's first year";
    }
}

impl Anchor {
    /// For people.
    pub const fn shown(self) -> Text {
        let zh = match self {
            Self::S01 => "居民同意改造方案",
            Self::S02 => "联合审查改造方案",
            Self::S03 => "可研批复",
            Self::S04 => "用地规划许可",
            Self::S05 => "工程规划许可",
            Self::S08 => "质量监督手续",
            Self::Start => "开工",
            Self::Acceptance => "竣工验收",
            Self::Created => "事项产生",
            Self::FirstYearEnd => "规划首年年底",
        };
        Text::new(zh, self.text().en)
    }
}

/// How many days after its anchor a duty is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DueDays {
    /// On the day of the anchor.
    AtOnce,
    /// As a parameter says.
    Setting(Key<i64>),
}

impl DueDays {
    const GUIDANCE: Self = Self::Setting(DUTY_GUIDANCE_DUE_AFTER);
    const UPKEEP: Self = Self::Setting(DUTY_UPKEEP_DUE_AFTER);
    const OTHER: Self = Self::Setting(DUTY_OTHER_DUE_AFTER);

    /// The number of days under the settings of a programme.
    pub fn days(self, settings: &Settings, on: NaiveDate) -> i64 {
        match self {
            Self::AtOnce => 0,
            Self::Setting(key) => settings.get(key, on),
        }
    }

    /// As the catalogue writes it: `0` or the name of the parameter.
    pub const fn code(self) -> &'static str {
        match self {
            Self::AtOnce => "0",
            Self::Setting(key) => key.name(),
        }
    }
}

/// A duty of annex 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duty {
    /// `12.1`: the unit and a number.
    pub code: &'static str,
    /// The unit, by code.
    pub unit: &'static str,
    /// What is to be done.
    pub title: Text,
    /// How often.
    pub frequency: Frequency,
    /// What shows that it was done.
    pub evidence: Text,
    /// What it waits for (P duties).
    pub trigger: Option<Trigger>,
    /// From when its days are counted.
    pub due_anchor: Option<Anchor>,
    /// How many days.
    pub due_days: Option<DueDays>,
}

impl Duty {
    /// The name of its unit.
    pub fn unit_text(&self) -> Text {
        unit(self.unit).map_or(Text::new(self.unit, self.unit), |unit| unit.text())
    }

    /// The clause that gives it, such as `A2.12`.
    pub fn clause(&self) -> String {
        format!("A2.{}", self.unit)
    }
}

/// Who answers for a derived duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnerKind {
    /// A unit, by code.
    Unit(&'static str),
    /// The 19 member units.
    MemberUnits,
    /// Units 01, 02 and 03.
    ConcernedUnits,
    /// The operators of the project.
    Operators,
    /// The project owner.
    ProjectOwner,
    /// The office of the leading group, which is unit 01.
    Office,
    /// Shown without an account.
    CountyGovernment,
    /// Shown without an account.
    Neighbourhood,
}

impl OwnerKind {
    /// Its name.
    pub fn text(self) -> Text {
        match self {
            Self::Unit(code) => unit(code).map_or(Text::new(code, code), |unit| unit.text()),
            Self::MemberUnits => Text::new("各成员单位", "all member units"),
            Self::ConcernedUnits => Text::new("各有关部门", "the departments concerned"),
            Self::Operators => Text::new("各管线专营单位", "the pipeline operators"),
            Self::ProjectOwner => Text::new("项目建设单位", "the project owner"),
            Self::Office => Text::new("领导小组办公室", "office of the leading group"),
            Self::CountyGovernment => Text::new("县政府", "County Government"),
            Self::Neighbourhood => Text::new("社区", "neighbourhood"),
        }
    }
}

/// An owner of a derived duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owner {
    /// Who.
    pub kind: OwnerKind,
    /// Whether naming it is our choice (†), because the notice names nobody.
    pub chosen: bool,
}

/// A duty from the body of the notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DerivedDuty {
    /// `D1` to `D15`.
    pub id: &'static str,
    /// What is to be done.
    pub title: Text,
    /// Who answers for it.
    pub owners: &'static [Owner],
    /// How often.
    pub frequency: Frequency,
    /// What shows that it was done; the notice doesn't say it, the words are ours.
    pub evidence: Text,
    /// The clauses it follows from.
    pub clauses: &'static [&'static str],
    /// What it waits for.
    pub trigger: Option<Trigger>,
    /// From when its days are counted.
    pub due_anchor: Option<Anchor>,
    /// How many days.
    pub due_days: Option<DueDays>,
}

/// The duty of annex 2 with this code.
pub fn duty(code: &str) -> Option<&'static Duty> {
    DUTIES.binary_search_by(|listed| listed.code.cmp(code)).ok().and_then(|index| DUTIES.get(index))
}

/// The duties of a unit, in the order of annex 2.
pub fn duties_of(unit: &str) -> impl Iterator<Item = &'static Duty> {
    DUTIES.iter().filter(move |duty| duty.unit == unit)
}

/// The derived duty with this id.
pub fn derived_duty(id: &str) -> Option<&'static DerivedDuty> {
    DERIVED_DUTIES.iter().find(|listed| listed.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_duty_is_found_and_has_what_its_frequency_needs() {
        assert_eq!((DUTIES.len(), DERIVED_DUTIES.len()), (53, 15));
        for listed in DUTIES {
            assert_eq!(duty(listed.code), Some(listed));
            assert!(listed.code.starts_with(listed.unit) && unit(listed.unit).is_some(), "{}", listed.code);
            assert_eq!(listed.trigger.is_some(), listed.frequency == Frequency::Project, "{}", listed.code);
            let dated = matches!(listed.frequency, Frequency::Project | Frequency::Arising | Frequency::Once);
            assert_eq!((listed.due_anchor.is_some(), listed.due_days.is_some()), (dated, dated), "{}", listed.code);
        }
        for listed in DERIVED_DUTIES {
            assert_eq!(derived_duty(listed.id), Some(listed));
            assert!(!listed.owners.is_empty() && !listed.clauses.is_empty(), "{}", listed.id);
            assert!(!listed.evidence.zh.is_empty() && !listed.evidence.en.is_empty(), "{}", listed.id);
        }
        assert_eq!(duties_of("13").count(), 5);
    }

    #[test]
    fn days_come_from_the_settings() {
        let on = NaiveDate::from_ymd_opt(2022, 1, 1).unwrap();
        let days = |code| duty(code).and_then(|duty| duty.due_days).map(|days| days.days(&Settings::default(), on));
        assert_eq!(
            [days("02.1"), days("05.1"), days("16.6"), days("09.1"), days("01.1")],
            [Some(0), Some(10), Some(90), Some(30), None]
        );
    }
}
