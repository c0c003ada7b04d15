//! The rule book as JSON: the headings of `policy::export` and, for a rule that the system
//! judges, how it does so, what it says and who mends it.

use super::{Rule, rule};
use crate::{language::Text, policy};
use serde_json::{Map, Value, json};

/// Every rule by id: the columns of the catalogue, then `judged`, `how`, `messages`, `remedy_zh`, `remedy_en`, `fields`.
/// Of a rule that people judge the last ones are empty.
pub fn rules_json() -> Value {
    let mut rows = policy::export::rules_json();
    for row in rows.as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
        let rule = row.get("rule").and_then(Value::as_str).and_then(rule);
        describe(rule, row);
    }
    rows
}

fn describe(rule: Option<&Rule>, row: &mut Map<String, Value>) {
    let both = |text: Text| json!({ "zh": text.zh, "en": text.en });
    let how: Vec<_> = rule.into_iter().flat_map(|rule| rule.how).map(|step| both(*step)).collect();
    let messages = rule.into_iter().flat_map(|rule| rule.messages).map(|message| {
        let (zh, en) = (message.text.zh, message.text.en);
        json!({ "key": message.key, "zh": zh, "en": en })
    });
    let remedy = rule.map_or(Text::new("", ""), |rule| rule.remedy);
    let judged = if rule.is_some() { "system" } else { "people" };
    row.insert("judged".to_owned(), json!(judged));
    row.insert("how".to_owned(), json!(how));
    row.insert("messages".to_owned(), messages.collect());
    row.insert("remedy_zh".to_owned(), json!(remedy.zh));
    row.insert("remedy_en".to_owned(), json!(remedy.en));
    row.insert("fields".to_owned(), json!(rule.map_or(&[][..], |rule| rule.fields)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::RULES;

    #[test]
    fn the_columns_of_the_catalogue_stay_as_they_are() {
        let (plain, full) = (policy::export::rules_json(), rules_json());
        for (plain, full) in plain.as_array().unwrap().iter().zip(full.as_array().unwrap()) {
            for (name, value) in plain.as_object().unwrap() {
                assert_eq!(full.get(name), Some(value), "{name}");
            }
        }
        assert_eq!(full[45]["messages"][0]["key"], "late");
        assert_eq!(full[45]["how"].as_array().unwrap().len(), 3);
        assert_eq!(full[45]["judged"], "system");
        let judged = full.as_array().unwrap().iter().filter(|row| row["judged"] == "system").count();
        assert_eq!(judged, RULES.len());
    }
}
