//! # R-10 改造项 · Item
//!
//! Clause 2.3 sorts what is renovated into three classes; the catalogue gives each item its class and unit. A line names an
//! item of the catalogue with its class and unit, a quantity and an amount above 0; a pipeline item has one of its operator
//! kinds, which may be left empty when it has only one and must be given for overhead lines. One finding a line.

use super::{Check, Message, Rule, heading};
use crate::{
    exact::Money,
    facts::{LineFacts, ProjectFacts},
    finding::{Finding, Gate, Severity},
    language::Text,
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(10),
    how: &[
        Text::new(
            "改造项代码须在目录内，类别、计量单位与目录一致。",
            "The item is in the catalogue, with the catalogue's class and unit.",
        ),
        Text::new(
            "管线项须注明管线类别；只有一类的可以不填，架空线规整必须填。",
            "A pipeline item has its operator kind; it may be left out where there is only one, and must be given for overhead lines.",
        ),
        Text::new("数量和投资均须大于0。", "Quantity and amount are above 0."),
    ],
    messages: &[
        Message::on(
            "unknown",
            "改造项代码“{unknown}”不在目录内（{fields}）",
            "The item code “{unknown}” is not in the catalogue ({fields})",
        ),
        Message::any(
            "改造项{item}填报有误（{fields}）：应属{category}，计量单位为{unit}",
            "“{item}” is entered wrongly ({fields}): its class is {category}, its unit {unit}",
        ),
    ],
    remedy: Text::new(
        "请填报人按改造项目录更正该条明细的{fields}。",
        "Whoever enters the line corrects it by the catalogue of items: {fields}.",
    ),
    fields: &["line", "fields"],
    check: Check::Community(check),
};

fn check(facts: &ProjectFacts<'_>, _gate: Gate, found: &mut Vec<Finding>) {
    for (index, line) in facts.lines.iter().enumerate() {
        let wrong = wrong_fields(facts, line);
        if wrong.iter().all(|(_, is_wrong)| !is_wrong) {
            continue;
        }
        let fields = wrong.into_iter().filter(|(_, is_wrong)| *is_wrong).map(|(field, _)| field.to_owned()).collect();
        let finding = Finding::new(RULE.id(), Severity::E, format!("lines/{index}"))
            .with("line", line.line.id.as_str())
            .with_list("fields", fields);
        found.push(match line.item {
            Some(item) => finding
                .with("item", item.code)
                .with("category", item.class_under(facts.settings, facts.today).code())
                .with("unit", item.unit),
            None => finding.with("unknown", line.line.item.as_str()),
        });
    }
}

/// The fields in the order in which they are named, and whether each is wrong.
fn wrong_fields(facts: &ProjectFacts<'_>, line: &LineFacts<'_>) -> [(&'static str, bool); 6] {
    let entered = line.line;
    let (category, unit, operator_kind) = line.item.map_or((false, false, false), |item| {
        (
            entered.category != Some(item.class_under(facts.settings, facts.today)),
            entered.unit != item.unit,
            item.is_pipeline() && !line.operator_kind().is_some_and(|kind| item.operator_kinds.contains(&kind)),
        )
    });
    [
        ("item", line.item.is_none()),
        ("category", category),
        ("unit", unit),
        ("operator_kind", operator_kind),
        ("quantity", !is_above_zero(&entered.quantity)),
        ("amount", entered.amount <= Money::ZERO),
    ]
}

/// Whether a text is a decimal number above 0. It is read by its digits, so that no precision is lost.
fn is_above_zero(text: &str) -> bool {
    let mantissa = text.split(['e', 'E']).next().unwrap_or_default();
    let digits = || mantissa.bytes().filter(u8::is_ascii_digit);
    text.parse::<serde_json::Number>().is_ok() && !mantissa.starts_with('-') && digits().any(|digit| digit != b'0')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        finding::Param,
        model::{Dossier, InvestmentLine},
        policy::items::{Class, OperatorKind},
    };
    use chrono::NaiveDate;

    fn wrong(change: impl FnOnce(&mut InvestmentLine)) -> Vec<String> {
        let mut line = InvestmentLine {
            id: "x".to_owned(),
            item: "B13".to_owned(),
            category: Some(Class::Basic),
            unit: "m".to_owned(),
            operator_kind: Some(OperatorKind::Power),
            quantity: "0.5".to_owned(),
            amount: Money::from_fen(1),
            ..InvestmentLine::default()
        };
        change(&mut line);
        let mut dossier = Dossier::default();
        dossier.project_community.lines = vec![line];
        let mut found = Vec::new();
        check(&ProjectFacts::of(&dossier, NaiveDate::from_ymd_opt(2022, 10, 8).unwrap()), Gate::G0, &mut found);
        match found.first().and_then(|finding| finding.params.get("fields")) {
            Some(Param::List(fields)) => fields.clone(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn each_field_by_itself_and_in_order() {
        assert!(wrong(|_| {}).is_empty());
        assert_eq!(wrong(|line| line.item = "X99".to_owned()), ["item"]);
        assert_eq!(wrong(|line| line.category = Some(Class::Upgrade)), ["category"]);
        assert_eq!(wrong(|line| line.unit = "㎡".to_owned()), ["unit"]);
        assert_eq!(wrong(|line| line.operator_kind = None), ["operator_kind"]);
        assert_eq!(wrong(|line| line.operator_kind = Some(OperatorKind::Heating)), ["operator_kind"]);
        assert_eq!(wrong(|line| line.amount = Money::ZERO), ["amount"]);
        for bad in ["0", "0.00", "-1", "", "two", "0e9"] {
            assert_eq!(wrong(|line| line.quantity = bad.to_owned()), ["quantity"], "{bad}");
        }
        assert_eq!(
            wrong(|line| {
                line.unit = String::new();
                line.amount = Money::from_fen(-1);
            }),
            ["unit", "amount"]
        );
    }

    #[test]
    fn an_only_operator_kind_may_be_left_out() {
        let heating = |line: &mut InvestmentLine| {
            line.item = "B07".to_owned();
            line.operator_kind = None;
        };
        assert!(wrong(heating).is_empty());
    }
}
