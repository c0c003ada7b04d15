//! 进度预警: every community with plan, actual, lag and who answers for it, and a lamp that says how it stands.
//!
//! Red by the lags at which an interview is suggested (section 9, A-54); amber for any other lag, and without one for what is past
//! its planned date (a step, start, completion) or should have been reported and never was; green without either; not started
//! before its plan is 下达. Suggestions only; people decide.

use super::{
    CommunityFacts, Filter, Lamp, ProgrammeFacts, ProgressWarning, StepFacts,
    l11_progress_curve::{Point, points_of},
    scope::{self, admitted},
};
use crate::{
    exact::{Month, Progress},
    language::{Language, Text},
    model::AnnualPlan,
    ordered,
    policy::{
        parameters::{INTERVIEW_LAG_ONCE, INTERVIEW_LAG_RUN, INTERVIEW_LAG_RUN_MONTHS, Settings},
        stages::{PlanStatus, Requirement, Stage, StepStatus},
    },
    words::quantities,
};
use chrono::{Datelike, NaiveDate};

/// The 1-based positions of running months at which an interview is suggested on lag alone (cases C-53, C-99).
pub fn interview_suggested(lags: &[Progress], settings: &Settings, on: NaiveDate) -> Vec<usize> {
    Marks::under(settings, on).suggested(lags).collect()
}

/// For how many months up to the last one the lag has been at least `mark`.
fn running(lags: &[Progress], mark: Progress) -> usize {
    lags.iter().rev().take_while(|lag| **lag >= mark).count()
}

/// How many communities 进度预警 names.
pub(super) const NAMED: usize = 30;

/// The warnings of a scope.
pub(super) struct Warnings {
    /// Red first, then amber, green, not started; the largest lag first; no more than are named.
    pub(super) named: Vec<ProgressWarning>,
    counts: [usize; LAMPS],
}

const LAMPS: usize = 4;

impl Warnings {
    /// How many communities have a lamp.
    pub(super) fn count(&self, lamp: Lamp) -> usize {
        self.counts.get(lamp as usize).copied().unwrap_or_default()
    }

    /// How many are not named.
    pub(super) fn left_out(&self) -> usize {
        self.counts.iter().sum::<usize>() - self.named.len()
    }
}

/// The warnings of a scope.
pub(super) fn warnings(facts: &ProgrammeFacts, filter: &Filter, language: Language) -> Warnings {
    let marks = Marks::of(facts);
    let mut list: Vec<(&CommunityFacts, Standing<'_>)> = admitted(facts, filter)
        .filter(|community| community.stage != Stage::Withdrawn)
        .map(|community| (community, marks.standing(facts, community)))
        .collect();
    let mut counts = [0; LAMPS];
    for (_, standing) in &list {
        if let Some(count) = counts.get_mut(standing.lamp as usize) {
            *count += 1;
        }
    }
    let order = |(a, left): &(&CommunityFacts, Standing<'_>), (b, right): &(&CommunityFacts, Standing<'_>)| {
        left.lamp
            .cmp(&right.lamp)
            .then_with(|| right.lag().cmp(&left.lag()))
            .then_with(|| (a.plan_year, &a.code, a.id).cmp(&(b.plan_year, &b.code, b.id)))
    };
    ordered::sort(&mut list, order);
    list.truncate(NAMED);
    let named = list.iter().map(|(community, standing)| warning(facts, community, standing, language)).collect();
    Warnings { named, counts }
}

/// Where a community stands.
struct Standing<'a> {
    lamp: Lamp,
    last: Option<Point>,
    why: Why<'a>,
}

/// Why its lamp is what it is.
enum Why<'a> {
    Completed,
    BeforeIssue,
    /// The lag has lasted for so many months.
    Lag(usize),
    StepLate(&'a StepFacts),
    StartLate(NaiveDate),
    FinishLate(NaiveDate),
    /// Progress is planned from this month on, and no report has been accepted.
    NoReport(Month),
    /// Nothing is late; this step comes next.
    InTime(Option<&'a StepFacts>),
}

impl Standing<'_> {
    fn lag(&self) -> Option<Progress> {
        self.last.and_then(|point| point.lag())
    }
}

fn warning(
    facts: &ProgrammeFacts,
    community: &CommunityFacts,
    standing: &Standing<'_>,
    language: Language,
) -> ProgressWarning {
    let (reason, detail) = in_words(facts, community, standing, language);
    let year = community.plan_year;
    ProgressWarning {
        id: community.id,
        lamp: standing.lamp,
        lamp_text: standing.lamp.text().get(language).to_owned(),
        name: community.name.clone(),
        standing: match language {
            Language::Zh => format!("{year}年度　{}", community.stage.text().zh),
            Language::En => format!("plan {year}, {}", community.stage.text().en),
        },
        owner: scope::owner(facts, &community.project_owner, language),
        manager: community.manager_name.clone(),
        planned: standing.last.map(|point| point.planned),
        actual: standing.last.and_then(|point| point.actual),
        lag: standing.lag(),
        reason,
        detail,
    }
}

/// The lags at which an interview is suggested, read once for all communities.
struct Marks {
    once: Progress,
    run: Progress,
    months: usize,
}

impl Marks {
    fn of(facts: &ProgrammeFacts) -> Self {
        Self::under(&facts.programme.settings, facts.as_of)
    }

    fn under(settings: &Settings, on: NaiveDate) -> Self {
        Self {
            once: settings.get(INTERVIEW_LAG_ONCE, on),
            run: settings.get(INTERVIEW_LAG_RUN, on),
            months: usize::try_from(settings.get(INTERVIEW_LAG_RUN_MONTHS, on)).unwrap_or(usize::MAX),
        }
    }

    /// The 1-based positions of months at which an interview is suggested.
    fn suggested(&self, lags: &[Progress]) -> impl Iterator<Item = usize> {
        let mut in_a_row = 0;
        lags.iter().zip(1..).filter_map(move |(lag, position)| {
            in_a_row = if *lag >= self.run { in_a_row + 1 } else { 0 };
            (*lag >= self.once || (self.months > 0 && in_a_row >= self.months)).then_some(position)
        })
    }

    fn standing<'a>(&self, facts: &ProgrammeFacts, community: &'a CommunityFacts) -> Standing<'a> {
        let plan = facts.plan_of(community);
        if community.stage == Stage::Completed {
            return Standing { lamp: Lamp::Green, last: None, why: Why::Completed };
        }
        if !plan.is_some_and(AnnualPlan::is_issued) && community.stage == Stage::Reserve {
            return Standing { lamp: Lamp::NotStarted, last: None, why: Why::BeforeIssue };
        }
        let curve = points_of(community);
        let lags: Vec<Progress> = curve.iter().filter_map(Point::lag).collect();
        let last = curve.iter().rfind(|point| point.actual.is_some()).copied();
        let zero = Progress::default();
        if !lags.is_empty() && self.suggested(&lags).last() == Some(lags.len()) {
            return Standing { lamp: Lamp::Red, last, why: Why::Lag(running(&lags, self.run).max(1)) };
        }
        let amber = |why| Standing { lamp: Lamp::Amber, last, why };
        if lags.last().is_some_and(|lag| *lag > zero) {
            return amber(Why::Lag(running(&lags, Progress::from_tenths(1))));
        }
        let mut open = community.steps.iter().filter(|step| is_open(step));
        if let Some(late) = open.find(|step| step.planned_on.is_some_and(|day| day < facts.as_of)) {
            return amber(Why::StepLate(late));
        }
        if let Some(day) = community.planned_start.filter(|day| *day < facts.as_of && community.actual_start.is_none())
        {
            return amber(Why::StartLate(day));
        }
        if let Some(day) = community.planned_finish.filter(|day| *day < facts.as_of) {
            return amber(Why::FinishLate(day));
        }
        // The report of the last month may still be on its way; one of a month before it should have come.
        let due = Month::of(facts.as_of).previous();
        let unreported =
            curve.iter().find(|point| point.period < due && point.planned > zero).filter(|_| last.is_none());
        if let Some(point) = unreported {
            return amber(Why::NoReport(point.period));
        }
        let steps = community.steps.iter().filter(|step| is_open(step) && step.planned_on.is_some());
        Standing { lamp: Lamp::Green, last, why: Why::InTime(steps.min_by_key(|step| step.planned_on)) }
    }
}

/// Why, and what else to know.
fn in_words(
    facts: &ProgrammeFacts,
    community: &CommunityFacts,
    standing: &Standing<'_>,
    language: Language,
) -> (String, String) {
    let say = |text: Text| text.get(language).to_owned();
    match standing.why {
        Why::Completed => (say(Text::new("已竣工", "completed")), String::new()),
        Why::BeforeIssue => before_issue(facts, community, facts.plan_of(community), language),
        Why::Lag(months) => (lasting(months, language), problems(community, language)),
        Why::StepLate(step) => {
            (say(Text::new("手续超过计划日期", "a step is past its planned date")), planned(step, language))
        }
        Why::StartLate(day) => (
            say(Text::new("超过计划开工日期", "the planned start has passed")),
            on_day(Text::new("计划开工", "start"), day, language),
        ),
        Why::FinishLate(day) => (
            say(Text::new("超过计划竣工日期", "the planned completion has passed")),
            on_day(Text::new("计划竣工", "completion"), day, language),
        ),
        Why::NoReport(period) => {
            let month = quantities::month(language, period);
            let detail = match language {
                Language::Zh => format!("计划{month}起有进度"),
                Language::En => format!("progress planned from {month} on"),
            };
            (say(Text::new("尚无审核通过的月报", "no report has been accepted yet")), detail)
        }
        Why::InTime(next) => {
            let reason = if standing.last.is_some() {
                Text::new("无滞后", "no lag")
            } else {
                Text::new("手续未超期", "no step is late")
            };
            (say(reason), next.map_or_else(String::new, |step| planned(step, language)))
        }
    }
}

fn is_open(step: &StepFacts) -> bool {
    step.requirement == Requirement::Needed && step.status != StepStatus::Passed
}

/// 居民同意改造方案计划10月12日
fn planned(step: &StepFacts, language: Language) -> String {
    let Some(day) = step.planned_on else { return String::new() };
    let name = step.step.text().get(language);
    match language {
        Language::Zh => format!("{name}计划{}月{}日", day.month(), day.day()),
        Language::En => format!("{name} planned for {}", quantities::date(language, day)),
    }
}

/// 计划开工2022年4月10日
fn on_day(what: Text, day: NaiveDate, language: Language) -> String {
    let date = quantities::date(language, day);
    match language {
        Language::Zh => format!("{}{date}", what.zh),
        Language::En => format!("{} planned for {date}", what.en),
    }
}

fn lasting(months: usize, language: Language) -> String {
    match language {
        Language::Zh => format!("已持续{months}个月"),
        Language::En if months == 1 => "for 1 month".to_owned(),
        Language::En => format!("for {months} months running"),
    }
}

/// The problems of the last report; without any, how far the reports go.
fn problems(community: &CommunityFacts, language: Language) -> String {
    let Some(report) = community.reports.last() else { return String::new() };
    let problems = report.problems.trim();
    let month = quantities::month(language, report.period);
    match (language, problems.is_empty()) {
        (Language::Zh, true) => format!("月报至{month}"),
        (Language::Zh, false) => format!("{}月月报：{problems}", report.period.month()),
        (Language::En, true) => format!("reports to {month}"),
        (Language::En, false) => format!("report of {month}: {problems}"),
    }
}

fn before_issue(
    facts: &ProgrammeFacts,
    community: &CommunityFacts,
    plan: Option<&AnnualPlan>,
    language: Language,
) -> (String, String) {
    let year = community.plan_year;
    let status = plan.or_else(|| facts.plans.iter().find(|plan| plan.year == year)).map(|plan| plan.status);
    let reason = match (language, status) {
        (Language::Zh, Some(PlanStatus::Draft)) => format!("{year}年度计划拟定中"),
        (Language::Zh, Some(PlanStatus::Submitted)) => format!("{year}年度计划已上报"),
        (Language::Zh, Some(_)) => format!("未列入{year}年度计划"),
        (Language::Zh, None) => format!("{year}年度计划尚未编制"),
        (Language::En, Some(PlanStatus::Draft)) => format!("the plan of {year} is being drafted"),
        (Language::En, Some(PlanStatus::Submitted)) => format!("the plan of {year} has been submitted"),
        (Language::En, Some(_)) => format!("not entered into the plan of {year}"),
        (Language::En, None) => format!("there is no plan of {year} yet"),
    };
    let detail = match status {
        Some(PlanStatus::Issued | PlanStatus::Adjusted) => Text::new("列入后评灯", "judged once it is entered"),
        _ => Text::new("尚未下达，不评灯", "not issued, so not judged"),
    };
    (reason, detail.get(language).to_owned())
}

/// 红灯1个，建议约谈；黄灯0个，绿灯1个，未启动2个。
pub(super) fn message(warnings: &Warnings, language: Language) -> String {
    let [red, amber, green, not] =
        [Lamp::Red, Lamp::Amber, Lamp::Green, Lamp::NotStarted].map(|lamp| warnings.count(lamp));
    match language {
        Language::Zh => {
            let suggested = if red > 0 { "，建议约谈" } else { "" };
            format!("红灯{red}个{suggested}；黄灯{amber}个，绿灯{green}个，未启动{not}个。")
        }
        Language::En => {
            let suggested = if red > 0 { " (interview suggested)" } else { "" };
            format!("{red} red{suggested}, {amber} amber, {green} green, {not} not started.")
        }
    }
}

impl Lamp {
    /// The lamp in words.
    pub const fn text(self) -> Text {
        match self {
            Self::Red => Text::new("红灯", "Red"),
            Self::Amber => Text::new("黄灯", "Amber"),
            Self::Green => Text::new("绿灯", "Green"),
            Self::NotStarted => Text::new("未启动", "Not started"),
        }
    }
}
