//! # L-10 月报按时率 · Reports on time
//!
//! On time of due, a project community and month each: by project owner, and by month. A report is due once its deadline
//! has passed; months before the opening balance or before the ledger began are not. Clause 5.4c.

pub mod by_month;
pub mod by_owner;

use super::due_reports::Tally;
use crate::{
    chart::{Cell, Column},
    exact::{Ratio, percent},
    language::{Language, Text},
};

use super::table::column;

fn cells(tally: Tally) -> Vec<Cell> {
    vec![
        Cell::Count(tally.due),
        Cell::Count(tally.on_time),
        Cell::Count(tally.late),
        Cell::Count(tally.missing),
        Cell::ratio(Ratio::new(tally.on_time, tally.due)),
    ]
}

fn columns(first: Column, language: Language) -> Vec<Column> {
    let number = Text::new("份", "");
    vec![
        first,
        column(language, "due", Text::new("应报", "Due"), number),
        column(language, "on_time", Text::new("按时", "On time"), number),
        column(language, "late", Text::new("逾期", "Late"), number),
        column(language, "missing", Text::new("未报", "Missing"), number),
        column(language, "share", Text::new("按时率", "On time of due"), Text::new("%", "%")),
    ]
}

fn message(all: Tally, language: Language) -> String {
    let share = percent(Ratio::new(all.on_time, all.due));
    let Tally { due, on_time, late, missing } = all;
    match language {
        Language::Zh => format!("应报{due}份，按时{on_time}份（{share}），逾期{late}份，未报{missing}份。"),
        Language::En => format!("{due} due, {on_time} on time ({share}), {late} late, {missing} missing."),
    }
}

fn nothing(language: Language) -> String {
    match language {
        Language::Zh => "所选范围内尚无到期的月报。".to_owned(),
        Language::En => "No report has fallen due in this scope.".to_owned(),
    }
}
