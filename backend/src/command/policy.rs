//! `anju rules`, `clauses`, `parameters`, `catalogue`: the policy as data.

use super::{Done, print, print_json};
use anju_domain::{
    language::Language,
    policy::export::{catalogue_json, clauses_json, parameters_json},
    rules::{export::rules_json, pages::book},
};
use clap::{Args, ValueEnum};
use serde_json::Value;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// 输出格式 · form of the output
    #[arg(long, value_enum, default_value_t = Form::Md)]
    format: Form,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// The columns of the catalogue.
    Json,
    /// For people: a page a rule, tables of the others.
    Md,
}

pub(super) fn run(what: &str, arguments: Arguments, language: Language) -> Done {
    if what == "rules" && arguments.format == Form::Md {
        print(&book(language));
        return Ok(());
    }
    let value = match what {
        "rules" => rules_json(),
        "clauses" => clauses_json(),
        "parameters" => parameters_json(),
        _ => catalogue_json(),
    };
    if arguments.format == Form::Json {
        return print_json(&value);
    }
    let mut out = String::new();
    match &value {
        Value::Object(tables) => {
            for (name, rows) in tables {
                out.push_str(&format!("## {name}\n\n"));
                table(rows, language, &mut out);
                out.push('\n');
            }
        }
        rows => table(rows, language, &mut out),
    }
    print(&out);
    Ok(())
}

/// Rows as a table, without the columns of the other language.
fn table(rows: &Value, language: Language, out: &mut String) {
    let rows: Vec<_> = rows.as_array().into_iter().flatten().filter_map(Value::as_object).collect();
    let Some(first) = rows.first() else { return };
    let other = if language == Language::Zh { "en" } else { "zh" };
    let is_other = |name: &str| name == other || name.ends_with(&format!("_{other}"));
    let columns: Vec<&String> = first.keys().filter(|name| !is_other(name)).collect();
    let line = |cells: &mut dyn Iterator<Item = String>| format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "));
    out.push_str(&line(&mut columns.iter().map(|name| (*name).clone())));
    out.push_str(&line(&mut columns.iter().map(|_| "---".to_owned())));
    for row in rows {
        let cell = |name: &&String| match row.get(*name) {
            Some(Value::String(text)) => text.replace('|', "\\|").replace('\n', " "),
            Some(Value::Null) | None => String::new(),
            Some(other) => other.to_string(),
        };
        out.push_str(&line(&mut columns.iter().map(cell)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_table_speaks_one_language() {
        let mut out = String::new();
        table(&json!([{"id": "a|b", "title_zh": "标题", "title_en": "title"}]), Language::En, &mut out);
        assert_eq!(out, "| id | title_en |\n| --- | --- |\n| a\\|b | title |\n");
    }
}
