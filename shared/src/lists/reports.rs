//! The list of monthly reports: every month of the works has its row, whether anybody has begun it or not.

use super::{
    about,
    listed::{Column, Filter, Filters, List, Reader, Shown},
    search::{readings, readings_at},
};
use crate::{
    api::{ReportQuery, ReportRow, ReportShow},
    chart,
    exact::{Money, Progress, beijing_time},
    language::{Language, Text},
    model::Programme,
    ordered,
    table::{Cell, Table},
    words::{quantities, reports as words},
};
use chrono::NaiveDate;

/// The list.
pub static LIST: List<ReportRow> = List {
    columns: &[
        Column {
            key: "community",
            name: words::COMMUNITY,
            cell: |row, _| Cell::text(&row.community),
            order: |a, b| read_order(a, b, 0, &a.community, &b.community),
            filter: Filter::Words(|row| (&row.community, readings_at(&row.readings, 0))),
        },
        Column {
            key: "period",
            name: words::PERIOD,
            cell: |row, reader| Cell::text(quantities::month(reader.language, row.period)),
            order: |a, b| a.period.cmp(&b.period),
            filter: Filter::Choice(|row| row.period.to_string()),
        },
        Column {
            key: "standing",
            name: words::STATUS,
            cell: |row, reader| Cell::text(row.standing.shown().get(reader.language)),
            order: |a, b| a.standing.cmp(&b.standing),
            filter: Filter::Choice(|row| row.standing.code().to_owned()),
        },
        Column {
            key: "due",
            name: words::DUE,
            cell: |row, _| row.due.map_or(NOTHING, Cell::Day),
            order: |a, b| a.due.cmp(&b.due),
            filter: Filter::Choice(|row| row.due.map_or_else(|| NO_DAY.to_owned(), |day| day.to_string())),
        },
        Column {
            key: "progress",
            name: words::PROGRESS,
            cell: |row, _| figure(progress(row).map(chart::Cell::Progress)),
            order: |a, b| progress(a).cmp(&progress(b)),
            filter: Filter::Amounts(|row| progress(row).map(Progress::tenths), PROGRESS_DECIMALS),
        },
        Column {
            key: "month_invest",
            name: words::MONTH_INVEST,
            cell: |row, _| figure(month_invest(row).map(chart::Cell::Money)),
            order: |a, b| month_invest(a).cmp(&month_invest(b)),
            filter: Filter::Amounts(|row| month_invest(row).map(Money::fen), WAN_DECIMALS),
        },
        Column {
            key: "cum_invest",
            name: words::CUM_INVEST,
            cell: |row, _| figure(cum_invest(row).map(chart::Cell::Money)),
            order: |a, b| cum_invest(a).cmp(&cum_invest(b)),
            filter: Filter::Amounts(|row| cum_invest(row).map(Money::fen), WAN_DECIMALS),
        },
        Column {
            key: "sent",
            name: words::SENT_DAY,
            cell: |row, _| sent(row).map_or(NOTHING, Cell::Day),
            order: |a, b| sent(a).cmp(&sent(b)),
            filter: Filter::No,
        },
        Column {
            key: "timely",
            name: words::TIMELY,
            cell: |row, reader| timely(row).map_or(NOTHING, |(_, text)| Cell::text(text.get(reader.language))),
            order: |a, b| timely_code(a).cmp(timely_code(b)),
            filter: Filter::Choice(|row| timely_code(row).to_owned()),
        },
        Column {
            key: "owner",
            name: words::OWNER,
            cell: |row, reader| Cell::text(reader.names.unit(&row.owner, reader.language)),
            order: |a, b| read_order(a, b, 2, &a.owner, &b.owner),
            filter: Filter::Choice(|row| row.owner.clone()),
        },
        Column {
            key: "code",
            name: words::CODE,
            cell: |row, _| Cell::text(&row.code),
            order: |a, b| a.code.cmp(&b.code),
            filter: Filter::Words(|row| (&row.code, readings_at(&row.readings, 1))),
        },
    ],
    searched: |row| (searched(row).into(), &row.readings),
};

/// Progress has tenths of a percent, an amount in 万元 goes down to the fen.
const PROGRESS_DECIMALS: u32 = 1;
const WAN_DECIMALS: u32 = 6;
/// What stands for a day that there is none of, in filters: an empty one would be no filter.
const NO_DAY: &str = "-";
const NOTHING: Cell = Cell::Figure(chart::Cell::Absent);

/// What is searched of a row, in the order of its readings.
fn searched(row: &ReportRow) -> [&str; 3] {
    [&row.community, &row.code, &row.owner]
}

/// Chinese by its pinyin, then by itself.
fn read_order(a: &ReportRow, b: &ReportRow, place: usize, one: &str, other: &str) -> std::cmp::Ordering {
    (readings_at(&a.readings, place), one).cmp(&(readings_at(&b.readings, place), other))
}

fn figure(of: Option<chart::Cell>) -> Cell {
    of.map_or(NOTHING, Cell::Figure)
}

fn progress(row: &ReportRow) -> Option<Progress> {
    row.figures.map(|figures| figures.cum_progress)
}

fn month_invest(row: &ReportRow) -> Option<Money> {
    row.figures.map(|figures| figures.month_invest)
}

fn cum_invest(row: &ReportRow) -> Option<Money> {
    row.figures.map(|figures| figures.cum_invest)
}

/// The day on which it was sent; none of one that waits for its project owner.
fn sent(row: &ReportRow) -> Option<NaiveDate> {
    row.submitted_at.filter(|_| !row.standing.waits_for_owner()).map(|at| beijing_time(at).date_naive())
}

/// Whether what was sent came in time.
fn timely(row: &ReportRow) -> Option<(&'static str, Text)> {
    sent(row).map(|_| if row.late { ("late", words::LATE) } else { ("timely", words::ON_TIME) })
}

fn timely_code(row: &ReportRow) -> &'static str {
    timely(row).map_or(NO_DAY, |(code, _)| code)
}

/// A row as the list has it: its project owner as the programme calls it on the day, and how it is read.
#[must_use]
pub fn ready(
    mut row: ReportRow,
    programme: &Programme,
    today: NaiveDate,
    dictionary: &dyn Fn(char) -> Vec<String>,
) -> ReportRow {
    row.owner = programme.called_on(&row.owner, today, Language::Zh);
    row.readings = readings(searched(&row), dictionary);
    row
}

/// The latest months first.
pub fn latest_first(rows: &mut [ReportRow]) {
    ordered::sort(rows, |a, b| b.period.cmp(&a.period).then_with(|| within_a_month(a, b)));
}

/// The rows of a kind in their order: what waits for somebody by its month, the oldest first; all and what is settled by the
/// latest month.
pub fn in_order(rows: &mut [ReportRow], show: ReportShow) {
    match show {
        ReportShow::All | ReportShow::Accepted => latest_first(rows),
        _ => ordered::sort(rows, |a, b| a.period.cmp(&b.period).then_with(|| within_a_month(a, b))),
    }
}

fn within_a_month(a: &ReportRow, b: &ReportRow) -> std::cmp::Ordering {
    a.code.cmp(&b.code).then_with(|| a.project_community.cmp(&b.project_community))
}

/// Of all rows those of a question that no column stands for: of its kind and its community, in the order of the kind.
pub fn of_kind(rows: &[ReportRow], query: &ReportQuery) -> Vec<ReportRow> {
    let is_asked_for = |row: &&ReportRow| {
        query.show.holds(row.standing) && query.community.is_none_or(|wanted| wanted == row.project_community)
    };
    let mut found: Vec<ReportRow> = rows.iter().filter(is_asked_for).cloned().collect();
    in_order(&mut found, query.show);
    found
}

/// What a question asks for, as every list has it; month and project owner stand for the filters of these columns.
pub fn shown(query: &ReportQuery) -> Shown {
    let mut filters = Filters::read(query.filter.as_deref().unwrap_or_default());
    if let Some(period) = query.period {
        filters.set("period", &period.to_string());
    }
    if let Some(owner) = &query.owner {
        filters.set("owner", owner);
    }
    let filter = Some(filters.written()).filter(|filter| !filter.is_empty());
    Shown { search: query.search.clone(), filter, sort: query.sort.clone(), hide: query.hide.clone() }
}

/// The names of the kinds that can be asked for.
pub const fn show_text(show: ReportShow) -> Text {
    match show {
        ReportShow::All => words::SHOW_ALL,
        ReportShow::Waiting => words::SHOW_WAITING,
        ReportShow::NotYet => words::SHOW_NOT_YET,
        ReportShow::Overdue => words::SHOW_OVERDUE,
        ReportShow::Returned => words::SHOW_RETURNED,
        ReportShow::Sent => words::SHOW_SENT,
        ReportShow::Accepted => words::SHOW_ACCEPTED,
    }
}

/// The table of what is shown of all rows.
pub fn table(
    all: &[ReportRow],
    query: &ReportQuery,
    programme: &Programme,
    today: NaiveDate,
    language: Language,
) -> Table {
    let (shown, reader) = (shown(query), Reader::of(programme, today, language));
    let rows = of_kind(all, query);
    let of = LIST.select(&rows, &shown).into_iter().filter_map(|place| rows.get(place));
    let listed: Vec<_> = of.map(|row| LIST.table_row(row, &shown, &reader)).collect();
    let kind =
        (query.show != ReportShow::All).then(|| about::is(language, words::SHOW, show_text(query.show).get(language)));
    let community = query.community.map(|id| {
        let known = all.iter().find(|row| row.project_community == id).map(|row| row.community.as_str());
        about::is(language, words::COMMUNITY, known.unwrap_or(quantities::NO_VALUE.get(language)))
    });
    let filter: Vec<String> = kind.into_iter().chain(community).chain(LIST.in_words(all, &shown, &reader)).collect();
    let none = format!("{}{}", words::EMPTY.get(language), language.stop());
    Table {
        language,
        title: words::TITLE.get(language).to_owned(),
        about: about::lines(language, programme, String::new(), &filter, listed.len(), today),
        as_of: today,
        columns: LIST.table_columns(&shown, language),
        empty: listed.is_empty().then(|| format!("{none}{}", words::EMPTY_DETAIL.get(language))),
        rows: listed,
    }
}

#[cfg(test)]
mod tests;
