//! What an act changed, field by field in words: stored values are compared and each is shown as its field is.

use crate::{
    exact::{Area, Money, Progress, grouped},
    language::Language,
    naming,
    policy::{
        funding::Level,
        items::OperatorKind,
        stages::{CapacityConclusion, CommitmentStatus, LineStatus, PlanStatus, Stage},
    },
    words::{audit, quantities, shell},
};
use chrono::NaiveDate;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// A field that changed: its name, what it was, what it is; empty where there was or is nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What people call the field, with what it belongs to.
    pub field: String,
    /// What it was.
    pub before: String,
    /// What it is.
    pub after: String,
}

/// The fields that differ, in the order in which they are stored.
pub fn changes(before: &Value, after: &Value, language: Language) -> Vec<Change> {
    let (mut old, mut new) = (Flat::default(), Flat::default());
    old.take(before, &mut Vec::new(), language);
    new.take(after, &mut Vec::new(), language);
    let missing = new.order.iter().filter(|path| !old.shown.contains_key(*path));
    let paths: Vec<&Vec<String>> = old.order.iter().chain(missing).collect();
    let text = |flat: &Flat, path: &Vec<String>| flat.shown.get(path).cloned().unwrap_or_default();
    paths
        .into_iter()
        .map(|path| Change { field: label(path, language), before: text(&old, path), after: text(&new, path) })
        .filter(|change| change.before != change.after)
        .collect()
}

/// A value as a flat list of fields: path and what people read.
#[derive(Default)]
struct Flat {
    order: Vec<Vec<String>>,
    shown: BTreeMap<Vec<String>, String>,
}

impl Flat {
    fn take(&mut self, value: &Value, path: &mut Vec<String>, language: Language) {
        match value {
            Value::Object(fields) => {
                for (key, value) in fields.iter().filter(|(key, _)| !matches!(key.as_str(), "id" | "version")) {
                    path.push(key.clone());
                    self.take(value, path, language);
                    path.pop();
                }
            }
            Value::Array(list) if list.iter().any(Value::is_object) => {
                for (index, value) in list.iter().enumerate() {
                    path.push(row_name(value, index, language));
                    self.take(value, path, language);
                    path.pop();
                }
            }
            other => {
                // What a vote counts are owners and areas, whatever the count is called.
                let counted = path.iter().map(String::as_str).find(|part| matches!(*part, "area" | "owners"));
                let key = counted.or(path.last().map(String::as_str)).unwrap_or_default();
                let shown = shown(key, other, language);
                if !path.is_empty() && !shown.is_empty() {
                    self.order.push(path.clone());
                    self.shown.insert(path.clone(), shown);
                }
            }
        }
    }
}

/// What people call a row of a list: line and fund of a commitment, the name or number of others.
fn row_name(value: &Value, index: usize, language: Language) -> String {
    let text = |key: &str| value.get(key).and_then(Value::as_str);
    match (text("line"), text("funding")) {
        (Some(line), Some(fund)) => format!("{line} {}", naming::fund_name(fund, language)),
        _ => ["name", "no", "period", "step", "code", "line", "id"]
            .into_iter()
            .find_map(text)
            .map_or_else(|| (index + 1).to_string(), str::to_owned),
    }
}

/// The name of a field: its path in words.
fn label(path: &[String], language: Language) -> String {
    let word = |part: &String| audit::field(part).map_or_else(|| part.clone(), |text| text.get(language).to_owned());
    path.iter().map(word).collect::<Vec<_>>().join(" · ")
}

fn shown(key: &str, value: &Value, language: Language) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(value) => if *value { shell::YES } else { shell::NO }.get(language).to_owned(),
        Value::Number(number) => match number.as_i64() {
            Some(fen) if is_money(key) => Money::from_fen(fen).wan_exact(),
            Some(tenths) if key == "cum_progress" => Progress::from_tenths(tenths).shown(),
            Some(hundredths) if key.ends_with("area") => Area::from_hundredths(hundredths).shown(),
            Some(year) if key == "year" || key.ends_with("_year") => year.to_string(),
            Some(count) => grouped(count),
            None => number.to_string(),
        },
        Value::String(text) => word(key, text, language),
        Value::Array(list) => {
            let comma = if language == Language::Zh { "、" } else { ", " };
            list.iter().map(|value| shown(key, value, language)).collect::<Vec<_>>().join(comma)
        }
        Value::Object(fields) => rest(fields),
    }
}

/// Whether a field is an amount: those of a reply are called by their class.
fn is_money(key: &str) -> bool {
    let of_a_reply = ["body", "infra", "improvement", "upgrade", "other", "contingency", "total"];
    matches!(key, "amount" | "ceiling" | "county_borne") || key.ends_with("_invest") || of_a_reply.contains(&key)
}

fn rest(fields: &Map<String, Value>) -> String {
    fields.keys().cloned().collect::<Vec<_>>().join(" ")
}

/// A stored word in the language of the page: dates as people write them, codes by their names.
fn word(key: &str, text: &str, language: Language) -> String {
    if let Ok(day) = text.parse::<NaiveDate>() {
        return quantities::date(language, day);
    }
    let known = match key {
        "stage" => Stage::from_code(text).map(Stage::text),
        "status" => CommitmentStatus::from_code(text)
            .map(CommitmentStatus::text)
            .or_else(|| PlanStatus::from_code(text).map(PlanStatus::text))
            .or_else(|| LineStatus::from_code(text).map(LineStatus::text)),
        "level" => Level::from_code(text).map(Level::text),
        "operator_kind" => OperatorKind::from_code(text).map(OperatorKind::text),
        "conclusion" => CapacityConclusion::from_code(text).map(CapacityConclusion::text),
        _ => None,
    };
    match (known, key) {
        (Some(known), _) => known.get(language).to_owned(),
        (None, "funding") => naming::fund_name(text, language),
        (None, "provider") => naming::unit(text, language),
        (None, _) => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn money_is_shown_in_wan_and_equal_fields_are_left_out() {
        let before = json!({"commitments": [{"id": "x", "line": "B07", "funding": "F15", "amount": 6_510_000, "status": "落实"}]});
        let after = json!({"commitments": [{"id": "x", "line": "B07", "funding": "F15", "amount": 6_500_000, "status": "落实"}]});
        let found = changes(&before, &after, Language::Zh);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].before.as_str(), found[0].after.as_str()), ("6.51", "6.50"));
        assert!(found[0].field.contains("B07"), "{}", found[0].field);
        assert!(found[0].field.ends_with("金额（万元）"), "{}", found[0].field);
    }

    #[test]
    fn a_reply_is_money_and_planned_progress_a_percentage() {
        let found = changes(&json!({"approved": null}), &json!({"approved": {"body": 6_510_000}}), Language::Zh);
        assert_eq!((found[0].field.as_str(), found[0].after.as_str()), ("批复 · 主体（万元）", "6.51"));
        let found =
            changes(&json!({}), &json!({"baseline": [{"period": "2022-05", "cum_progress": 125}]}), Language::Zh);
        assert!(found.iter().any(|change| change.after == "12.5"), "{found:?}");
    }

    #[test]
    fn a_vote_is_counted_in_owners_and_area() {
        let round =
            |agreeing: i64| json!({"consent_rounds": [{"owners": {"total": agreeing}, "area": {"total": agreeing}}]});
        let found = changes(&round(12_345), &round(12_346), Language::Zh);
        let sides: std::collections::BTreeSet<_> =
            found.iter().map(|change| (change.before.as_str(), change.after.as_str())).collect();
        assert_eq!(sides, [("12,345", "12,346"), ("123.45", "123.46")].into());
    }

    #[test]
    fn what_is_new_or_gone_has_one_side_only() {
        let found = changes(&Value::Null, &json!({"entered_on": "2022-10-08"}), Language::Zh);
        assert_eq!(
            found[0],
            Change {
                field: "列入年度计划日期".into(), before: String::new(), after: "2022年10月8日".into()
            }
        );
    }
}
