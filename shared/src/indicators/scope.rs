//! Which communities a figure is about, and how the scope is told in words.

use super::{CommunityFacts, Filter, ProgrammeFacts, SourceFacts};
use crate::{
    exact::{Area, Money, Month},
    language::Language,
    policy::{
        funding::SourceGroup,
        items::{Class, item},
    },
    words::quantities,
};
use chrono::Datelike;

impl Filter {
    /// Whether a community is in.
    pub fn admits(&self, facts: &ProgrammeFacts, community: &CommunityFacts) -> bool {
        self.year.is_none_or(|year| year == community.plan_year)
            && self.stage.is_none_or(|stage| stage == community.stage)
            && self.community.is_none_or(|id| id == community.id)
            && self.unit.as_deref().is_none_or(|unit| unit == community.project_owner)
            && self.source.is_none_or(|group| has_money_of(community, group))
            && self.class.is_none_or(|class| has_works_of(facts, community, class))
    }

    /// Whether a month is in, for figures that are told by month.
    pub fn holds(&self, month: Month) -> bool {
        self.from.is_none_or(|from| from <= month) && self.to.is_none_or(|to| month <= to)
    }

    /// The same without the year and the months, for figures that span the programme.
    #[must_use]
    pub fn whole_programme(&self) -> Self {
        Self { year: None, from: None, to: None, ..self.clone() }
    }
}

fn has_money_of(community: &CommunityFacts, group: SourceGroup) -> bool {
    let of_group = |source: &&SourceFacts| source.group == group;
    community.sources.iter().filter(of_group).any(|source| {
        [source.secured, source.applied_for, source.received, source.paid].iter().any(|sum| !sum.is_zero())
    })
}

fn has_works_of(facts: &ProgrammeFacts, community: &CommunityFacts, class: Class) -> bool {
    let settings = &facts.programme.settings;
    let is_of = |code: &str| item(code).is_some_and(|item| item.class_under(settings, facts.as_of) == class);
    community.invest.iter().any(|(code, amount)| !amount.is_zero() && is_of(code))
}

/// The communities of a scope.
pub(super) fn admitted<'a>(facts: &'a ProgrammeFacts, filter: &'a Filter) -> impl Iterator<Item = &'a CommunityFacts> {
    facts.communities.iter().filter(move |community| filter.admits(facts, community))
}

/// 全部年度4个小区 · 4 communities of all years; what else narrows the scope follows in brackets.
pub(super) fn in_words(facts: &ProgrammeFacts, filter: &Filter, language: Language) -> String {
    let count = admitted(facts, filter).count();
    let only = narrowed(facts, filter, language);
    match (language, filter.year) {
        (Language::Zh, year) => {
            let year = year.map_or_else(|| "全部年度".to_owned(), |year| format!("{year}年度"));
            let only = if only.is_empty() { only } else { format!("（{only}）") };
            format!("{year}{count}个小区{only}")
        }
        (Language::En, year) => {
            let year = year.map_or_else(|| "all years".to_owned(), |year| year.to_string());
            let only = if only.is_empty() { only } else { format!(" ({only})") };
            format!("{} of {year}{only}", communities(count))
        }
    }
}

/// The scope with the months to which it is narrowed, for figures that are told by month.
pub(super) fn with_months(facts: &ProgrammeFacts, filter: &Filter, language: Language) -> String {
    in_months(&in_words(facts, filter, language), filter, language)
}

/// A scope with the months to which it is narrowed.
pub(super) fn in_months(scope: &str, filter: &Filter, language: Language) -> String {
    let told = |month| quantities::month(language, month);
    match (language, filter.from, filter.to) {
        (_, None, None) => scope.to_owned(),
        (_, Some(from), Some(to)) if from == to => match language {
            Language::Zh => format!("{scope}，{}", told(from)),
            Language::En => format!("{scope}, {}", told(from)),
        },
        (Language::Zh, from, to) => {
            let (from, to) = (from.map(told).unwrap_or_default(), to.map(told).unwrap_or_default());
            format!("{scope}，{from}至{to}")
        }
        (Language::En, from, to) => {
            let from = from.map(|month| format!(" from {}", told(month))).unwrap_or_default();
            let to = to.map(|month| format!(" to {}", told(month))).unwrap_or_default();
            format!("{scope},{from}{to}")
        }
    }
}

/// The stage, the project owner, the community, the source and the class to which a scope is narrowed.
fn narrowed(facts: &ProgrammeFacts, filter: &Filter, language: Language) -> String {
    let stage = filter.stage.map(|stage| stage.text().get(language).to_owned());
    let unit = filter.unit.as_deref().map(|name| owner(facts, name, language));
    let community = filter.community.map(|id| {
        let known = facts.communities.iter().find(|community| community.id == id);
        known.map_or_else(|| quantities::NO_VALUE.get(language).to_owned(), |community| community.name.clone())
    });
    let source = filter.source.map(|group| match language {
        Language::Zh => format!("有{}资金", group.text().zh),
        Language::En => format!("money: {}", group.text().en),
    });
    let class = filter.class.map(|class| match language {
        Language::Zh => format!("有{}", class.text().zh),
        Language::En => format!("works: {}", class.text().en),
    });
    let parts: Vec<String> = [stage, unit, community, source, class].into_iter().flatten().collect();
    quantities::listed(language, &parts)
}

/// The name of a project owner.
pub(super) fn owner(facts: &ProgrammeFacts, name: &str, language: Language) -> String {
    facts.programme.called_on(name, facts.as_of, language)
}

/// The sum of households. Like those of money and area it stops at the largest number: a file may hold any.
pub(super) fn sum_of_households(all: impl IntoIterator<Item = i64>) -> i64 {
    all.into_iter().fold(0, i64::saturating_add)
}

/// The scope with its size, and the day and month on which the figures stand.
pub(super) fn with_size(facts: &ProgrammeFacts, filter: &Filter, language: Language) -> String {
    let households = sum_of_households(admitted(facts, filter).map(|community| community.households));
    let area: Area = admitted(facts, filter).map(|community| community.area).sum();
    let total: Money = admitted(facts, filter).map(CommunityFacts::total).sum();
    let reported = last_reported(facts, filter);
    let day = quantities::date(language, facts.as_of);
    let size = in_words(facts, filter, language);
    match language {
        Language::Zh => {
            let reports = reported.map_or_else(
                || "尚无月报".to_owned(),
                |month| {
                    let year =
                        if month.year() == facts.as_of.year() { String::new() } else { format!("{}年", month.year()) };
                    format!("月报至{year}{}月", month.month())
                },
            );
            let sample = if facts.programme.sample { "；样例数据" } else { "" };
            let (area, total) = (area.shown(), total.wan());
            format!("{size}，{households}户，{area}㎡，总投资{total}万元；截至{day}，{reports}{sample}")
        }
        Language::En => {
            let reports = reported.map_or_else(
                || "no monthly reports yet".to_owned(),
                |month| format!("reports to {}", quantities::month(language, month)),
            );
            let sample = if facts.programme.sample { "; sample data" } else { "" };
            let (area, total) = (area.shown(), total.wan());
            let unit = if households == 1 { "household" } else { "households" };
            format!("{size}, {households} {unit}, {area} ㎡, investment {total} 万元; as of {day}, {reports}{sample}")
        }
    }
}

/// The latest month with an accepted report.
pub(super) fn last_reported(facts: &ProgrammeFacts, filter: &Filter) -> Option<Month> {
    admitted(facts, filter).filter_map(|community| community.reports.last()).map(|report| report.period).max()
}

/// `1 community`, `4 communities`.
pub(super) fn communities(count: usize) -> String {
    if count == 1 { "1 community".to_owned() } else { format!("{count} communities") }
}

/// Why a figure without communities is empty.
pub(super) fn nobody(language: Language) -> String {
    match language {
        Language::Zh => "所选范围内没有小区，请放宽筛选条件。".to_owned(),
        Language::En => "No community is in this scope; widen the filter.".to_owned(),
    }
}

/// The page with the records of a scope. The list knows years; one community has a page of its own.
pub(super) fn records(filter: &Filter) -> String {
    match (filter.community, filter.year) {
        (Some(id), _) => format!("/communities/{id}"),
        (None, Some(year)) => format!("/communities?year={year}"),
        (None, None) => "/communities".to_owned(),
    }
}
