//! What leaders look at: one file a chart, each a pure function from facts and a filter to a [`Chart`].
//!
//! Sums are tallies that add, so that one county, ten counties and a filter in the browser are the same code.

mod cross;
mod due_reports;
mod duty_tally;
mod facts;
mod further_facts;
pub mod l01_target_attainment;
pub mod l02_pipeline_by_stage;
pub mod l03_starts_and_completions;
pub mod l04_investment_by_class;
pub mod l05_investment_by_source;
pub mod l06_funding_gap;
pub mod l07_receipts_and_payments;
pub mod l08_operator_share;
pub mod l09_duty_completion;
pub mod l10_reports_on_time;
pub mod l11_progress_curve;
pub mod l14_built_year;
pub mod l18_results;
pub mod l19_investment_done;
mod matters;
mod money;
mod progress_warnings;
mod ranked;
mod records;
mod scope;
mod table;

pub use cross::{Dimension, chosen, dimensions, narrowed_by};
pub use duty_tally::{DutyCounts, DutyFacts, DutyTally, OverdueDuty};
pub use facts::{CommunityFacts, FindingCounts, ProgrammeFacts, ReportFacts, SourceFacts, StepFacts};
pub use progress_warnings::interview_suggested;
pub use records::{Record, Records, records};

use crate::{
    chart::Chart,
    exact::{Month, Progress},
    language::{Language, Text},
    policy::{funding::SourceGroup, items::Class, stages::Stage},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A chart of section 13 that exists.
#[derive(Clone, Copy, Debug)]
pub struct Indicator {
    /// `L-05`
    pub id: &'static str,
    /// Its name.
    pub title: Text,
    /// Asked by way of [`Indicator::chart`], so that nothing unheeded gets in.
    compute: fn(&ProgrammeFacts, &Filter, Language) -> Chart,
}

impl Indicator {
    /// The chart for a scope.
    pub fn chart(&self, facts: &ProgrammeFacts, filter: &Filter, language: Language) -> Chart {
        (self.compute)(facts, &self.heeded(filter), language)
    }

    /// The filter as far as the chart heeds it: what else changes in a filter leaves the chart as it is.
    #[must_use]
    pub fn heeded(&self, filter: &Filter) -> Filter {
        filter.without(cross::unheeded(self.id))
    }
}

/// Makes an entry of a list of charts.
macro_rules! indicator {
    ($id:literal, $title:expr, $compute:expr) => {
        Indicator { id: $id, title: $title, compute: $compute }
    };
}

/// The charts of 总览, in the order of the page. Whoever names this list alone has the others left out of what a browser loads first.
pub static ON_OVERVIEW: &[Indicator] = &[
    indicator!("L-07", l07_receipts_and_payments::TITLE, l07_receipts_and_payments::compute),
    indicator!("L-05", l05_investment_by_source::TITLE, l05_investment_by_source::compute),
    indicator!("L-04", l04_investment_by_class::TITLE, l04_investment_by_class::compute),
    indicator!("L-11", l11_progress_curve::TITLE, l11_progress_curve::compute),
    indicator!("L-01", l01_target_attainment::TITLE, l01_target_attainment::compute),
    indicator!("L-09", l09_duty_completion::TITLE, l09_duty_completion::compute),
    indicator!("L-02", l02_pipeline_by_stage::TITLE, l02_pipeline_by_stage::compute),
];

/// Every chart, by id. One that is told from two sides has two entries.
pub static INDICATORS: &[Indicator] = &[
    indicator!("L-01", l01_target_attainment::TITLE, l01_target_attainment::compute),
    indicator!("L-02", l02_pipeline_by_stage::TITLE, l02_pipeline_by_stage::compute),
    indicator!("L-03", l03_starts_and_completions::TITLE, l03_starts_and_completions::compute),
    indicator!("L-04", l04_investment_by_class::TITLE, l04_investment_by_class::compute),
    indicator!("L-05", l05_investment_by_source::TITLE, l05_investment_by_source::compute),
    indicator!("L-06", l06_funding_gap::by_source::TITLE, l06_funding_gap::by_source::compute),
    indicator!("L-06-community", l06_funding_gap::by_community::TITLE, l06_funding_gap::by_community::compute),
    indicator!("L-07", l07_receipts_and_payments::TITLE, l07_receipts_and_payments::compute),
    indicator!("L-08", l08_operator_share::by_community::TITLE, l08_operator_share::by_community::compute),
    indicator!("L-08-operator", l08_operator_share::by_operator::TITLE, l08_operator_share::by_operator::compute),
    indicator!("L-09", l09_duty_completion::TITLE, l09_duty_completion::compute),
    indicator!("L-10", l10_reports_on_time::by_owner::TITLE, l10_reports_on_time::by_owner::compute),
    indicator!("L-10-month", l10_reports_on_time::by_month::TITLE, l10_reports_on_time::by_month::compute),
    indicator!("L-11", l11_progress_curve::TITLE, l11_progress_curve::compute),
    indicator!("L-14", l14_built_year::TITLE, l14_built_year::compute),
    indicator!("L-18", l18_results::TITLE, l18_results::compute),
    indicator!("L-19", l19_investment_done::TITLE, l19_investment_done::compute),
];

/// The chart of this id; `None` when there is none.
pub fn indicator(id: &str) -> Option<&'static Indicator> {
    INDICATORS.iter().find(|indicator| indicator.id == id)
}

/// One chart for a scope; `None` when there is no chart of this id.
pub fn compute(id: &str, facts: &ProgrammeFacts, filter: &Filter, language: Language) -> Option<Chart> {
    indicator(id).map(|indicator| indicator.chart(facts, filter, language))
}

/// What 总览 shows for a scope.
pub fn overview(facts: &ProgrammeFacts, filter: &Filter, language: Language) -> Overview {
    let charts = ON_OVERVIEW.iter().map(|indicator| indicator.chart(facts, filter, language)).collect();
    Overview { charts, ..Overview::without_charts(facts, filter, language) }
}

impl Overview {
    /// All but the charts, for a page that computes each of them when it comes into sight.
    pub fn without_charts(facts: &ProgrammeFacts, filter: &Filter, language: Language) -> Self {
        let warnings = progress_warnings::warnings(facts, filter, language);
        let matters = matters::matters(facts, filter, &warnings, language);
        Self {
            as_of: facts.as_of,
            scope: scope::with_size(facts, filter, language),
            warnings_message: progress_warnings::message(&warnings, language),
            warnings_left_out: i64::try_from(warnings.left_out()).unwrap_or(i64::MAX),
            matters_message: matters::message(&matters, &warnings, language),
            warnings: warnings.named,
            matters,
            charts: Vec::new(),
            findings: scope::admitted(facts, filter)
                .fold(FindingCounts::default(), |sum, community| sum.plus(community.findings)),
        }
    }
}

/// Which communities a figure is about; what is left out does not restrict.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Filter {
    /// 计划年度
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// 阶段
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// One project community.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub community: Option<Uuid>,
    /// 建设单位
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// 资金来源: communities with money from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceGroup>,
    /// 类别: communities with works of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<Class>,
    /// The first month, for figures that are told by month.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Month>,
    /// The last month, for figures that are told by month.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Month>,
}

/// A filter and a language, as the query of a reading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct FigureQuery {
    /// 计划年度
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// 阶段
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// One project community.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub community: Option<Uuid>,
    /// 建设单位
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// 资金来源: communities with money from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceGroup>,
    /// 类别: communities with works of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<Class>,
    /// The first month, for figures that are told by month.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Month>,
    /// The last month, for figures that are told by month.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Month>,
    /// Language of the texts.
    pub lang: Language,
}

impl FigureQuery {
    /// The query of a filter.
    pub fn of(filter: Filter, lang: Language) -> Self {
        let Filter { year, stage, community, unit, source, class, from, to } = filter;
        Self { year, stage, community, unit, source, class, from, to, lang }
    }

    /// The filter of the query.
    pub fn filter(&self) -> Filter {
        let Self { year, stage, community, unit, source, class, from, to, lang: _ } = self.clone();
        Filter { year, stage, community, unit, source, class, from, to }
    }
}

/// What 总览 shows, in one answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Overview {
    /// The day on which the figures stand.
    pub as_of: NaiveDate,
    /// The scope in words: how many communities, households, area, investment.
    pub scope: String,
    /// 进度预警, the worst first, no more than thirty.
    pub warnings: Vec<ProgressWarning>,
    /// How many communities have no line of their own among them.
    pub warnings_left_out: i64,
    /// What the warnings say together, in one sentence.
    pub warnings_message: String,
    /// 提请领导小组研究事项
    pub matters: Vec<Matter>,
    /// What the matters say together, in one sentence.
    pub matters_message: String,
    /// The charts, in the order of the page.
    pub charts: Vec<Chart>,
    /// Findings at the next gate, over the scope.
    pub findings: FindingCounts,
}

/// How a community stands against its plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Lamp {
    /// 红灯: the lags of 约谈.
    Red,
    /// 黄灯: any other lag.
    Amber,
    /// 绿灯: no lag, no step past its planned date.
    Green,
    /// 未启动: before 下达.
    NotStarted,
}

/// A line of 进度预警.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProgressWarning {
    /// The project community.
    pub id: Uuid,
    /// The lamp.
    pub lamp: Lamp,
    /// The lamp in words.
    pub lamp_text: String,
    /// 小区名称
    pub name: String,
    /// Plan year and stage in words.
    pub standing: String,
    /// 责任单位
    pub owner: String,
    /// 责任人
    pub manager: String,
    /// Planned cumulative progress at the last accepted report's month.
    pub planned: Option<Progress>,
    /// Actual cumulative progress.
    pub actual: Option<Progress>,
    /// Lag in points.
    pub lag: Option<Progress>,
    /// Why, and for how long.
    pub reason: String,
    /// What else to know, smaller.
    pub detail: String,
}

/// A matter for the leading group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Matter {
    /// What it is about.
    pub title: String,
    /// Who answers for it, with the clause.
    pub detail: String,
    /// What is suggested: 建议约谈, 提请研究.
    pub suggestion: String,
    /// Whether it is urgent.
    pub urgent: bool,
    /// The page with the records behind it.
    pub records: String,
}

#[cfg(test)]
mod further_tests;
#[cfg(test)]
mod tests;
