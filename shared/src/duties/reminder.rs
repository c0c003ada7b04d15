//! 催办文字: what is overdue and what is due soon, as a text for a chat group.

use super::{DutyStanding, listed, standing};
use crate::{
    exact::Period,
    language::Language,
    model::{DutyTask, Programme},
    words::quantities,
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Within how many days a task is due soon; a reminder is a help, not a deadline of the policy.
const SOON: i64 = 15;

/// A task of a reminder with the name of its community, empty for one of the whole county.
#[derive(Clone, Copy, Debug)]
pub struct Reminded<'a> {
    /// The task.
    pub task: &'a DutyTask,
    /// 小区名称
    pub community: &'a str,
}

/// Whether a unit is to be reminded of a task: it is overdue, or due within 15 days.
pub fn is_worth_reminding(task: &DutyTask, programme: &Programme, today: NaiveDate) -> bool {
    match standing(task, programme, today) {
        DutyStanding::Overdue(_) => true,
        DutyStanding::DueIn(days) => days <= SOON,
        _ => false,
    }
}

/// The text: by unit, what is overdue first, each with its deadline, then the link. Tasks that need no reminder are left
/// out; empty when none does.
pub fn reminder(
    tasks: &[Reminded<'_>],
    programme: &Programme,
    today: NaiveDate,
    link: &str,
    language: Language,
) -> String {
    let mut by_owner = BTreeMap::<&str, Vec<&Reminded<'_>>>::new();
    for reminded in tasks.iter().filter(|reminded| is_worth_reminding(reminded.task, programme, today)) {
        by_owner.entry(&reminded.task.owner).or_default().push(reminded);
    }
    let names = programme.names_on(today);
    let mut text = String::new();
    for (owner, mut tasks) in by_owner {
        tasks.sort_by_key(|reminded| (reminded.task.due, &reminded.task.duty));
        let name = names.owner(owner, language);
        let head = match language {
            Language::Zh => format!("【{name}】截至{}待办职责{}项：\n", quantities::date(language, today), tasks.len()),
            Language::En => format!("[{name}] {} open on {}:\n", tasks.len(), quantities::date(language, today)),
        };
        text.push_str(&head);
        for (index, reminded) in tasks.into_iter().enumerate() {
            text.push_str(&line(index + 1, reminded, programme, today, language));
        }
    }
    if !text.is_empty() {
        let close = match language {
            Language::Zh => format!("请登录办理：{link}"),
            Language::En => format!("Please sign in: {link}"),
        };
        text.push_str(&close);
    }
    text
}

fn line(number: usize, of: &Reminded<'_>, programme: &Programme, today: NaiveDate, language: Language) -> String {
    let task = of.task;
    let title = listed(&task.duty).map_or("", |duty| duty.title().get(language));
    let subject =
        [of.community.to_owned(), task.period.map(|period| period_text(period, language)).unwrap_or_default()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>();
    let due = quantities::date_or_none(language, task.due);
    let state = match (standing(task, programme, today), language) {
        (DutyStanding::Overdue(days), Language::Zh) => format!("，已逾期{days}天"),
        (DutyStanding::Overdue(days), Language::En) => format!(", {days} days overdue"),
        (DutyStanding::DueIn(days), Language::Zh) => format!("，还有{days}天"),
        (DutyStanding::DueIn(days), Language::En) => format!(", {days} days left"),
        _ => String::new(),
    };
    let (open, close) = if language == Language::Zh { ("（", "）") } else { (" (", ")") };
    let subject = if subject.is_empty() { String::new() } else { format!("{open}{}{close}", subject.join(" ")) };
    match language {
        Language::Zh => format!("{number}. {} {title}{subject}：时限{due}{state}\n", task.duty),
        Language::En => format!("{number}. {} {title}{subject}: due {due}{state}\n", task.duty),
    }
}

/// 2022年 · 2022年三季度 · 2022年9月
pub fn period_text(period: Period, language: Language) -> String {
    const QUARTERS: [&str; 4] = ["一", "二", "三", "四"];
    match (period, language) {
        (Period::Year(year), Language::Zh) => format!("{year}年"),
        (Period::Year(year), Language::En) => year.to_string(),
        (Period::Quarter(year, quarter), Language::Zh) => {
            let quarter = usize::try_from(quarter).ok().and_then(|quarter| QUARTERS.get(quarter.wrapping_sub(1)));
            format!("{year}年{}季度", quarter.unwrap_or(&""))
        }
        (Period::Quarter(year, quarter), Language::En) => format!("Q{quarter} {year}"),
        (Period::Month(month), language) => quantities::month(language, month),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn a_unit_is_reminded_of_what_is_overdue_and_due_soon() {
        let sample = sample::programme();
        let today = sample.programme.demonstration_date.unwrap();
        let tasks = sample::duty_tasks(&sample);
        let of = |owner: &str| {
            let own: Vec<Reminded<'_>> = tasks
                .iter()
                .filter(|task| task.owner == owner)
                .map(|task| Reminded { task, community: if task.project_community.is_some() { "样例" } else { "" } })
                .collect();
            reminder(&own, &sample.programme, today, "https://x/duties", Language::Zh)
        };
        assert_eq!(
            of("11"),
            "【县应急管理局】截至2022年10月8日待办职责1项：\n\
             1. 11.2 指导安防设施改造（样例）：时限2022年2月20日，已逾期230天\n\
             请登录办理：https://x/duties"
        );
        assert!(of("16").contains("16.5 协调处理矛盾纠纷（2022年9月）：时限2022年10月5日，已逾期3天\n"));
        assert_eq!(of("17"), "", "nothing is open within 15 days");
    }
}
