//! The audit log (操作日志): an act is one row a field that it changed.

use super::{about, changes::changes};
use crate::{
    acts,
    api::{AuditQuery, AuditRecord},
    language::{Language, Text},
    model::Programme,
    naming,
    table::{Cell, Row, Table, column},
    words::audit as words,
};
use chrono::NaiveDate;

/// What people call an act.
pub fn title_of(act: &str, language: Language) -> String {
    acts::title(act).or_else(|| words::act(act)).map_or_else(|| act.to_owned(), |title| title.get(language).to_owned())
}

/// The table of these entries.
pub fn table(
    entries: &[AuditRecord],
    query: &AuditQuery,
    programme: &Programme,
    today: NaiveDate,
    language: Language,
) -> Table {
    let rows: Vec<Row> = entries.iter().flat_map(|entry| rows_of(entry, language)).collect();
    let act = query.act.as_deref().map(|act| about::is(language, words::ACT, &title_of(act, language)));
    let before = query.before.map(|before| about::is(language, words::BEFORE_NUMBER, &before.to_string()));
    let filter: Vec<String> = [act, before].into_iter().flatten().collect();
    let heads = [
        ("number", words::NUMBER),
        ("when", words::WHEN),
        ("who", words::WHO),
        ("user", words::ACCOUNT),
        ("act", words::ACT),
        ("object", words::OBJECT),
        ("field", words::FIELD),
        ("before", words::BEFORE),
        ("after", words::AFTER),
        ("warnings", words::WARNINGS),
        ("hash", words::HASH),
    ];
    Table {
        language,
        title: words::TITLE.get(language).to_owned(),
        about: about::lines(language, programme, String::new(), &filter, rows.len(), today),
        as_of: today,
        columns: heads.map(|(key, name)| column(key, name.get(language), "")).into(),
        empty: rows.is_empty().then(|| format!("{}{}", words::EMPTY.get(language), language.stop())),
        rows,
    }
}

/// A row a field that changed; an act that changed none has one too.
fn rows_of(entry: &AuditRecord, language: Language) -> Vec<Row> {
    let mut fields: Vec<[String; 3]> = changes(&entry.before, &entry.after, language)
        .into_iter()
        .map(|change| [change.field, side(change.before), side(change.after)])
        .collect();
    if fields.is_empty() {
        fields.push([words::NO_CHANGE.get(language).to_owned(), String::new(), String::new()]);
    }
    let warnings = entry.warnings.as_array().map_or(0, Vec::len);
    let row = |fields: [String; 3]| {
        let about = [
            Cell::count(entry.sequence),
            Cell::Instant(entry.at),
            Cell::text(naming::post(&entry.display, language)),
            Cell::text(&entry.user),
            Cell::text(title_of(&entry.act, language)),
            Cell::text(&entry.label),
        ];
        let last = [Cell::count(i64::try_from(warnings).unwrap_or(i64::MAX)), Cell::text(&entry.hash)];
        Row::plain(about.into_iter().chain(fields.map(Cell::text)).chain(last))
    };
    fields.into_iter().map(row).collect()
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
        let table = table(&entries, &query, &Programme::default(), today, Language::Zh);
        let shown: Vec<Vec<String>> =
            table.rows.iter().map(|row| row.cells.iter().map(|cell| cell.shown(Language::Zh)).collect()).collect();
        assert_eq!(shown.len(), 3);
        assert!(shown.iter().all(|row| row.len() == table.columns.len()));
        assert_eq!(shown[0][1], "2022年10月8日 08:05:07");
        assert!(shown.iter().any(|row| row[8] == "=1"), "{shown:?}");
        assert_eq!(shown[2][6], "没有内容变更");
        assert!(table.about[0].contains("事项为"), "{:?}", table.about);
    }
}
