//! 提请领导小组研究事项: what the leading group should take up, from lag, money and plans. Suggestions only.

use super::{
    CommunityFacts, Filter, Lamp, Matter, ProgrammeFacts, ProgressWarning,
    money::{ByGroup, is_fiscal},
    progress_warnings::Warnings,
    scope,
};
use crate::{
    exact::{Progress, percent},
    language::{Language, Text},
    model::AnnualPlan,
    ordered,
    policy::{
        clauses::citation,
        parameters::{INTERVIEW_LAG_ONCE, INTERVIEW_LAG_RUN, TARGET_COMMUNITIES},
        stages::Stage,
    },
};
use std::collections::BTreeSet;

const INTERVIEW: Text = Text::new("建议约谈", "Interview suggested");
const PRESS: Text = Text::new("建议督办", "Press for it");
const CONSIDER: Text = Text::new("提请研究", "For consideration");

/// The matters of a scope, urgent ones first.
pub(super) fn matters(facts: &ProgrammeFacts, filter: &Filter, warnings: &Warnings, language: Language) -> Vec<Matter> {
    let red = warnings.named.iter().filter(|warning| warning.lamp == Lamp::Red);
    let mut list: Vec<Matter> = red.take(NAMED).map(|warning| lag(facts, warning, language)).collect();
    list.extend(others(warnings, language));
    list.extend(duties(facts, language));
    list.extend(money(facts, filter, language));
    list.extend(plans(facts, filter, language));
    list
}

/// How many communities are matters of their own.
const NAMED: usize = 10;

/// The communities with a red lamp that are no matters of their own.
fn left_out(warnings: &Warnings) -> usize {
    warnings.count(Lamp::Red).saturating_sub(NAMED)
}

fn others(warnings: &Warnings, language: Language) -> Option<Matter> {
    let count = left_out(warnings);
    if count == 0 {
        return None;
    }
    let title = match language {
        Language::Zh => format!("另有{count}个小区滞后达到约谈标准"),
        Language::En => format!("The lag of {count} more suggests an interview"),
    };
    Some(Matter {
        title,
        detail: citation("6.4c", language),
        suggestion: INTERVIEW.get(language).to_owned(),
        urgent: true,
        records: "/communities".to_owned(),
    })
}

fn lag(facts: &ProgrammeFacts, warning: &ProgressWarning, language: Language) -> Matter {
    let settings = &facts.programme.settings;
    let lag = warning.lag.unwrap_or_default();
    let (once, run) = (settings.get(INTERVIEW_LAG_ONCE, facts.as_of), settings.get(INTERVIEW_LAG_RUN, facts.as_of));
    let (name, reason) = (&warning.name, &warning.reason);
    // The reason tells for how long the running mark was reached, so it stands with that mark only.
    let title = match (language, lag >= once) {
        (Language::Zh, true) => format!("{name}月末滞后{}个百分点，满{}个百分点", lag.shown(), whole(once)),
        (Language::Zh, false) => format!("{name}滞后满{}个百分点，{reason}", whole(run)),
        (Language::En, true) => {
            format!("{name} is {} points behind at the month's end, {} or more", lag.shown(), whole(once))
        }
        (Language::En, false) => format!("{name} is {} points or more behind, {reason}", whole(run)),
    };
    Matter {
        title,
        detail: format!("{}{}{}", warning.owner, wide_space(language), citation("6.4c", language)),
        suggestion: INTERVIEW.get(language).to_owned(),
        urgent: true,
        records: format!("/communities/{}/progress", warning.id),
    }
}

/// A number of points without its decimal when that is 0.
fn whole(points: Progress) -> String {
    let shown = points.shown();
    shown.strip_suffix(".0").map_or(shown.clone(), str::to_owned)
}

const fn wide_space(language: Language) -> &'static str {
    match language {
        Language::Zh => "　",
        Language::En => ", ",
    }
}

/// The duties that are overdue for longest.
fn duties(facts: &ProgrammeFacts, language: Language) -> Option<Matter> {
    let overdue = &facts.duties.overdue;
    let oldest = overdue.first()?.due;
    let days = (facts.as_of - oldest).num_days();
    let worst: Vec<_> = overdue.iter().take_while(|task| task.due == oldest).collect();
    let owners = ordered::set(worst.iter().map(|task| task.owner.as_str()));
    let called = facts.programme.names_on(facts.as_of);
    let names: Vec<String> = owners.iter().map(|owner| called.owner(owner, language)).collect();
    let clauses: Vec<String> = owners.iter().map(|owner| citation(&format!("A2.{owner}"), language)).collect();
    let (title, detail) = match language {
        Language::Zh => (
            format!("{}项职责逾期{days}天，共{}项逾期", worst.len(), overdue.len()),
            format!("{}　{}", names.join("、"), clauses.join("、")),
        ),
        Language::En => (
            format!("{} duties are {days} days overdue, {} in all", worst.len(), overdue.len()),
            format!("{}, {}", names.join(", "), clauses.join(", ")),
        ),
    };
    Some(Matter {
        title,
        detail,
        suggestion: PRESS.get(language).to_owned(),
        urgent: false,
        records: "/duties/progress".to_owned(),
    })
}

/// The fiscal group of which least has come in, when it lies below 财政资金 as a whole.
fn money(facts: &ProgrammeFacts, filter: &Filter, language: Language) -> Option<Matter> {
    let groups = ByGroup::of(facts, filter);
    let whole = groups.fiscal();
    let below = |a: crate::exact::Ratio, b: crate::exact::Ratio| {
        i128::from(a.numerator) * i128::from(b.denominator) < i128::from(b.numerator) * i128::from(a.denominator)
    };
    let (group, tally) = groups
        .0
        .iter()
        .filter(|(group, tally)| is_fiscal(*group) && tally.secured_cash > crate::exact::Money::ZERO)
        .reduce(|least, other| if below(other.1.received_share(), least.1.received_share()) { other } else { least })
        .filter(|(_, tally)| below(tally.received_share(), whole.received_share()))?;
    let share = percent(tally.received_share());
    let bureau = scope::owner(facts, "县财政局", language);
    let (received, secured) = (tally.received.wan(), tally.secured_cash.wan());
    let (title, detail) = match language {
        Language::Zh => (
            format!("{}资金到位{share}，财政资金中最低", group.text().zh),
            format!("{bureau}　到位{received}，落实{secured}"),
        ),
        Language::En => (
            format!("Of {} money {share} has come in, the least of public money", group.text().en),
            format!("{bureau}, received {received} of {secured} secured (万元)"),
        ),
    };
    Some(Matter {
        title,
        detail,
        suggestion: CONSIDER.get(language).to_owned(),
        urgent: false,
        records: scope::records(filter),
    })
}

/// Fewer communities in plans than the target asks for.
fn plans(facts: &ProgrammeFacts, filter: &Filter, language: Language) -> Option<Matter> {
    let target = facts.programme.settings.get(TARGET_COMMUNITIES, facts.as_of);
    let filter = filter.whole_programme();
    // A narrower scope than the programme has no target of its own.
    if filter != Filter::default() {
        return None;
    }
    let in_plan = |entry: &&CommunityFacts| entry.plan.is_some() && entry.stage != Stage::Withdrawn;
    // Of thousands of communities only so many are looked at as the target has.
    let mut known = BTreeSet::new();
    let planned = facts.communities.iter().filter(in_plan).filter(|entry| known.insert(entry.community));
    let entered = i64::try_from(planned.take(usize::try_from(target).unwrap_or(usize::MAX)).count()).ok()?;
    if entered >= target {
        return None;
    }
    let open: Vec<String> =
        facts.plans.iter().filter(|plan| !AnnualPlan::is_issued(plan)).map(|plan| plan.year.to_string()).collect();
    let (title, detail) = match language {
        Language::Zh => (
            format!("目标{target}个小区，列入计划仅{entered}个"),
            match open.as_slice() {
                _ if facts.plans.is_empty() => "尚未编制年度计划".to_owned(),
                [] => "已编制的年度计划均已下达".to_owned(),
                years => format!("{}年度计划尚未下达", years.join("、")),
            },
        ),
        Language::En => (
            match entered {
                1 => format!("{target} communities are the target, only 1 is in a plan"),
                _ => format!("{target} communities are the target, only {entered} are in a plan"),
            },
            match open.as_slice() {
                _ if facts.plans.is_empty() => "no annual plan has been drawn up".to_owned(),
                [] => "every plan drawn up has been issued".to_owned(),
                [year] => format!("the plan of {year} is not issued yet"),
                years => format!("the plans of {} are not issued yet", years.join(", ")),
            },
        ),
    };
    Some(Matter {
        title,
        detail,
        suggestion: CONSIDER.get(language).to_owned(),
        urgent: false,
        records: "/communities".to_owned(),
    })
}

/// 3项待研究，其中建议约谈1项。
pub(super) fn message(matters: &[Matter], warnings: &Warnings, language: Language) -> String {
    // The line of the others stands for each of them.
    let more = left_out(warnings).saturating_sub(1);
    let (all, urgent) = (matters.len() + more, matters.iter().filter(|matter| matter.urgent).count() + more);
    match language {
        Language::Zh if all == 0 => "暂无待研究事项。".to_owned(),
        Language::Zh if urgent == 0 => format!("{all}项待研究。"),
        Language::Zh => format!("{all}项待研究，其中建议约谈{urgent}项。"),
        Language::En if all == 0 => "Nothing to take up.".to_owned(),
        Language::En if urgent == 0 => format!("{all} to take up."),
        Language::En => format!("{all} to take up; for {urgent} an interview is suggested."),
    }
}
