//! Which communities a figure is about, and how the scope is told in words.

use super::{CommunityFacts, Filter, ProgrammeFacts};
use crate::{
    exact::{Area, Money, Month},
    language::Language,
    words::quantities,
};

impl Filter {
    /// Whether a community is in.
    pub fn admits(&self, community: &CommunityFacts) -> bool {
        self.year.is_none_or(|year| year == community.plan_year)
            && self.stage.is_none_or(|stage| stage == community.stage)
            && self.community.is_none_or(|id| id == community.id)
            && self.unit.as_deref().is_none_or(|unit| unit == community.project_owner)
    }

    /// The same without the year, for figures that span the programme.
    #[must_use]
    pub fn whole_programme(&self) -> Self {
        Self { year: None, ..self.clone() }
    }
}

/// The communities of a scope.
pub(super) fn admitted<'a>(facts: &'a ProgrammeFacts, filter: &'a Filter) -> impl Iterator<Item = &'a CommunityFacts> {
    facts.communities.iter().filter(|community| filter.admits(community))
}

/// 全部年度4个小区 · 4 communities of all years
pub(super) fn in_words(facts: &ProgrammeFacts, filter: &Filter, language: Language) -> String {
    let count = admitted(facts, filter).count();
    match (language, filter.year) {
        (Language::Zh, None) => format!("全部年度{count}个小区"),
        (Language::Zh, Some(year)) => format!("{year}年度{count}个小区"),
        (Language::En, None) => format!("{} of all years", communities(count)),
        (Language::En, Some(year)) => format!("{} of {year}", communities(count)),
    }
}

/// The scope with its size, and the day and month on which the figures stand.
pub(super) fn with_size(facts: &ProgrammeFacts, filter: &Filter, language: Language) -> String {
    let households: i64 = admitted(facts, filter).map(|community| community.households).sum();
    let area: Area = admitted(facts, filter).map(|community| community.area).sum();
    let total: Money = admitted(facts, filter).map(CommunityFacts::total).sum();
    let reported = last_reported(facts, filter);
    let day = quantities::date(language, facts.as_of);
    let size = in_words(facts, filter, language);
    match language {
        Language::Zh => {
            let reports = reported.map_or_else(|| "尚无月报".to_owned(), |month| format!("月报至{}月", month.month()));
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

/// The page with the records of a scope.
pub(super) fn records(filter: &Filter) -> String {
    filter.year.map_or_else(|| "/communities".to_owned(), |year| format!("/communities?year={year}"))
}
