//! The state of the page, all of it in its address: the filter, and the mark whose records are asked for. Each change is a step
//! in the browser's history, so that back and forward lead through them.

use crate::route::{Query, address};
use anju_domain::{
    indicators::Filter,
    policy::{funding::SourceGroup, items::Class, stages::Stage},
};
use leptos::prelude::*;
use web_sys::UrlSearchParams;

/// A mark of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) chart: String,
    /// The key of its row.
    pub(super) row: String,
    /// Whether its records are open.
    pub(super) open: bool,
}

/// The state of the page.
#[derive(Clone, Copy)]
pub(super) struct State {
    pub(super) filter: Memo<Filter>,
    pub(super) mark: Memo<Option<Mark>>,
}

impl State {
    pub(super) fn of_page() -> Self {
        let query = Query::of_page();
        Self { filter: Memo::new(move |_| filter_of(query)), mark: Memo::new(move |_| mark_of(query)) }
    }

    /// Goes to another filter, or keeps it, and to another mark or none.
    pub(super) fn go(self, filter: Option<Filter>, mark: Option<Mark>) {
        let filter = filter.unwrap_or_else(|| self.filter.get_untracked());
        let Ok(params) = UrlSearchParams::new() else { return };
        let pairs = [
            ("year", filter.year.map(|year| year.to_string())),
            ("stage", filter.stage.map(|stage| stage.code().to_owned())),
            ("community", filter.community.map(|id| id.to_string())),
            ("source", filter.source.map(|source| source.code().to_owned())),
            ("class", filter.class.map(|class| class.code().to_owned())),
            ("unit", filter.unit),
            ("from", filter.from.map(|month| month.to_string())),
            ("to", filter.to.map(|month| month.to_string())),
            ("mark", mark.as_ref().map(|mark| format!("{}/{}", mark.chart, mark.row))),
            ("open", mark.filter(|mark| mark.open).map(|_| "1".to_owned())),
        ];
        for (name, value) in pairs {
            if let Some(value) = value {
                params.set(name, &value);
            }
        }
        let (address, query) = (address(), String::from(params.to_string()));
        let sign = if query.is_empty() { "" } else { "?" };
        address.open_in_place(&format!("{}{sign}{query}", address.path.get_untracked()));
    }
}

/// The filter that the address states; what can't be read does not restrict.
fn filter_of(query: Query) -> Filter {
    Filter {
        year: query.read("year"),
        stage: query.get("stage").and_then(|code| Stage::from_code(&code)),
        community: query.read("community"),
        unit: query.get("unit"),
        source: query.get("source").and_then(|code| SourceGroup::from_code(&code)),
        class: query.get("class").and_then(|code| Class::from_code(&code)),
        from: query.read("from"),
        to: query.read("to"),
    }
}

fn mark_of(query: Query) -> Option<Mark> {
    let mark = query.get("mark")?;
    let (chart, row) = mark.split_once('/')?;
    Some(Mark { chart: chart.to_owned(), row: row.to_owned(), open: query.get("open").is_some() })
}
