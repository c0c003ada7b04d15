//! The audit log (操作日志): an act is one row a field that it changed.

use super::{
    about,
    changes::changes,
    listed::{Column, Filter, Filters, List, Reader, Shown},
    search::{readings, readings_at},
};
use crate::{
    acts,
    api::{AuditLine, AuditQuery, AuditRecord},
    exact::beijing_time,
    language::{Language, Text},
    model::Programme,
    table::{Cell, Row, Table, column},
    words::audit as words,
};
use chrono::{DateTime, NaiveDate, Utc};

/// What people call an act.
pub fn title_of(act: &str, language: Language) -> String {
    acts::title(act).or_else(|| words::act(act)).map_or_else(|| act.to_owned(), |title| title.get(language).to_owned())
}

/// So many of the newest entries are in the list and in its file; older ones are asked for by number.
pub const MOST_LINES: usize = 20_000;

/// The list of its entries.
pub static LIST: List<AuditLine> = List {
    columns: &[
        Column {
            key: "number",
            name: words::NUMBER,
            cell: |line, _| Cell::count(line.sequence),
            order: |a, b| a.sequence.cmp(&b.sequence),
            filter: Filter::Amounts(|line| Some(line.sequence), 0),
        },
        Column {
            key: "when",
            name: words::WHEN,
            cell: |line, _| Cell::Instant(line.at),
            order: |a, b| a.at.cmp(&b.at),
            filter: Filter::Words(|line| (&line.day, "")),
        },
        Column {
            key: "who",
            name: words::WHO,
            cell: |line, reader| Cell::text(reader.names.post(&line.display, reader.language)),
            order: |a, b| read_order(a, b, 2, &a.display, &b.display),
            filter: Filter::Choice(|line| line.display.clone()),
        },
        Column {
            key: "user",
            name: words::ACCOUNT,
            cell: |line, _| Cell::text(&line.user),
            order: |a, b| read_order(a, b, 1, &a.user, &b.user),
            filter: Filter::Choice(|line| line.user.clone()),
        },
        Column {
            key: "act",
            name: words::ACT,
            cell: |line, reader| Cell::text(title_of(&line.act, reader.language)),
            order: |a, b| a.act.cmp(&b.act),
            filter: Filter::Choice(|line| line.act.clone()),
        },
        Column {
            key: "object",
            name: words::OBJECT,
            cell: |line, _| Cell::text(&line.label),
            order: |a, b| read_order(a, b, 0, &a.label, &b.label),
            filter: Filter::Words(|line| (&line.label, readings_at(&line.readings, 0))),
        },
        Column {
            key: "warnings",
            name: words::WARNINGS,
            cell: |line, _| Cell::count(line.warnings),
            order: |a, b| a.warnings.cmp(&b.warnings),
            filter: Filter::Amounts(|line| Some(line.warnings), 0),
        },
    ],
    searched: |line| (searched(line).into(), &line.readings),
};

/// What is searched of a line, in the order of its readings.
fn searched(line: &AuditLine) -> [&str; 3] {
    [&line.label, &line.user, &line.display]
}

/// Chinese by its pinyin, then by itself.
fn read_order(a: &AuditLine, b: &AuditLine, place: usize, one: &str, other: &str) -> std::cmp::Ordering {
    (readings_at(&a.readings, place), one).cmp(&(readings_at(&b.readings, place), other))
}

/// A line with its readings.
#[must_use]
pub fn with_readings(mut line: AuditLine, dictionary: &dyn Fn(char) -> Vec<String>) -> AuditLine {
    line.readings = readings(searched(&line), dictionary);
    line
}

impl AuditLine {
    /// The line of an entry.
    pub fn of(entry: &AuditRecord) -> Self {
        Self {
            sequence: entry.sequence,
            at: entry.at,
            day: day_of(entry.at),
            user: entry.user.clone(),
            display: entry.display.clone(),
            act: entry.act.clone(),
            label: entry.label.clone(),
            warnings: i64::try_from(entry.warnings.as_array().map_or(0, Vec::len)).unwrap_or(i64::MAX),
            readings: String::new(),
        }
    }
}

/// The day of an instant in Beijing, as it is searched for.
pub fn day_of(at: DateTime<Utc>) -> String {
    beijing_time(at).date_naive().to_string()
}

/// What a question asks for, as every list has it; an act stands for the filter of its column.
pub fn shown(query: &AuditQuery) -> Shown {
    let mut filters = Filters::read(query.filter.as_deref().unwrap_or_default());
    if let Some(act) = &query.act {
        filters.set("act", act);
    }
    let filter = Some(filters.written()).filter(|filter| !filter.is_empty());
    Shown { search: query.search.clone(), filter, sort: query.sort.clone(), hide: query.hide.clone() }
}

/// What the columns of the file besides those of the list are called.
const FIELDS: [(&str, Text); 4] =
    [("field", words::FIELD), ("before", words::BEFORE), ("after", words::AFTER), ("hash", words::HASH)];

/// The table of what is shown of these entries, newest first: an act is a row a field that it changed.
pub fn table(
    entries: &[AuditRecord],
    query: &AuditQuery,
    programme: &Programme,
    today: NaiveDate,
    language: Language,
    dictionary: &dyn Fn(char) -> Vec<String>,
) -> Table {
    let (shown, reader) = (shown(query), Reader::of(programme, today, language));
    let lines: Vec<AuditLine> = entries.iter().map(|entry| with_readings(AuditLine::of(entry), dictionary)).collect();
    let places = LIST.select(&lines, &shown);
    let both = places.into_iter().filter_map(|place| Some((lines.get(place)?, entries.get(place)?)));
    let rows: Vec<Row> = both
        .flat_map(|(line, entry)| {
            let own = LIST.table_row(line, &shown, &reader);
            fields_of(entry, language).into_iter().map(move |fields| {
                Row::plain(own.cells.iter().cloned().chain(fields.map(Cell::text)).chain([Cell::text(&entry.hash)]))
            })
        })
        .collect();
    let before = query.before.map(|before| about::is(language, words::BEFORE_NUMBER, &before.to_string()));
    let filter: Vec<String> = LIST.in_words(&lines, &shown, &reader).into_iter().chain(before).collect();
    let mut columns = LIST.table_columns(&shown, language);
    columns.extend(FIELDS.map(|(key, name)| column(key, name.get(language), "")));
    Table {
        language,
        title: words::TITLE.get(language).to_owned(),
        about: about::lines(language, programme, String::new(), &filter, rows.len(), today),
        as_of: today,
        columns,
        empty: rows.is_empty().then(|| format!("{}{}", words::EMPTY.get(language), language.stop())),
        rows,
    }
}

/// What an act changed, field by field; one that changed nothing says so.
fn fields_of(entry: &AuditRecord, language: Language) -> Vec<[String; 3]> {
    let mut fields: Vec<[String; 3]> = changes(&entry.before, &entry.after, language)
        .into_iter()
        .map(|change| [change.field, side(change.before), side(change.after)])
        .collect();
    if fields.is_empty() {
        fields.push([words::NO_CHANGE.get(language).to_owned(), String::new(), String::new()]);
    }
    fields
}

/// One side of a change, as the page shows it.
pub fn side(text: String) -> String {
    if text.is_empty() { NOTHING.zh.to_owned() } else { text }
}

/// Nothing was or is there.
const NOTHING: Text = Text::new("—", "—");

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn entry(before: Value, after: Value) -> AuditRecord {
        AuditRecord {
            sequence: 3,
            at: chrono::DateTime::from_timestamp(1_665_187_507, 0).unwrap(),
            user: "office".into(),
            display: "领导小组办公室".into(),
            act: "save_funding".into(),
            object: String::new(),
            label: "样例".into(),
            before,
            after,
            warnings: json!([1, 2]),
            hash: "ab".into(),
        }
    }

    #[test]
    fn an_act_is_a_row_a_field_and_one_without_change_is_there_too() {
        let entries = [
            entry(json!({"provider": "a", "doc": "x"}), json!({"provider": "=1", "doc": "y"})),
            entry(Value::Null, Value::Null),
        ];
        let today = "2022-10-08".parse().unwrap();
        let query = AuditQuery { act: Some("save_funding".into()), ..AuditQuery::default() };
        let table = table(&entries, &query, &Programme::default(), today, Language::Zh, &|_| Vec::new());
        let shown: Vec<Vec<String>> =
            table.rows.iter().map(|row| row.cells.iter().map(|cell| cell.shown(Language::Zh)).collect()).collect();
        assert_eq!(shown.len(), 3);
        assert!(shown.iter().all(|row| row.len() == table.columns.len()));
        assert_eq!(shown[0][1], "2022年10月8日 08:05:07");
        assert!(shown.iter().any(|row| row[9] == "=1"), "{shown:?}");
        assert_eq!(shown[2][7], "没有内容变更");
        assert!(table.about[0].contains("事项为"), "{:?}", table.about);
    }

    #[test]
    fn lines_are_filtered_by_act_day_and_number() {
        let lines = [3, 4, 5].map(|sequence| AuditLine { sequence, ..AuditLine::of(&entry(json!({}), json!({}))) });
        let places = |filter: &str| {
            let query = AuditQuery { filter: Some(filter.to_owned()), ..AuditQuery::default() };
            assert_eq!(LIST.fault(&shown(&query)), None, "{filter}");
            LIST.select(&lines, &shown(&query))
        };
        // Five in the morning of the eighth in Beijing was the seventh at Greenwich.
        assert_eq!((places("when:2022-10-08"), places("when:2022-10-07")), (vec![0, 1, 2], vec![]));
        assert_eq!(
            (places("number:4-5"), places("act:none"), places("warnings:2")),
            (vec![1, 2], vec![], vec![0, 1, 2])
        );
    }
}
