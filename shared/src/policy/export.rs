//! The policy as JSON, for other programs: the columns of the catalogue (`tests/policy/*.tsv`) with the same names
//! and texts, and beside them `…_zh`, `…_en` for people. Rows stand in the order of the catalogue.

use super::{
    approvals::{Entry, STEPS},
    clauses::{CLAUSES, citation, citations},
    duties::{Anchor, DERIVED_DUTIES, DUTIES, DueDays, Frequency, Trigger},
    funding::{FUNDS, Fund, sub_kind_text},
    items::{ITEMS, OperatorKind},
    parameters::PARAMETERS,
    rules::HEADINGS,
    units::{SEATS, UNITS},
};
use crate::language::{Language, Text};
use serde_json::{Map, Value, json};

/// What the catalogue writes where there is nothing.
const NOTHING: &str = "-";

/// Every clause with its summary, citation and what implements it.
pub fn clauses_json() -> Value {
    CLAUSES
        .iter()
        .map(|clause| {
            Row::new()
                .with("id", clause.id)
                .with("clause", clause.line)
                .with("implemented_by", clause.implemented_by)
                .with("implemented_by_zh", clause.implemented_by_zh)
                .both("summary", clause.summary)
                .with("citation_zh", citation(clause.id, Language::Zh))
                .with("citation_en", citation(clause.id, Language::En))
                .done()
        })
        .collect()
}

/// Every parameter with its value, unit, first day, source and users.
pub fn parameters_json() -> Value {
    PARAMETERS
        .iter()
        .map(|row| {
            Row::new()
                .with("name", row.name)
                .with("default", row.value)
                .with("unit", row.unit.en)
                .with("unit_zh", row.unit.zh)
                .with("valid_from", row.valid_from)
                .with("clause_or_param", row.source.en)
                .with("clause_or_param_zh", row.source.zh)
                .with("used_by", row.used_by.en)
                .with("used_by_zh", row.used_by.zh)
                .both("title", row.title)
                .with("default_zh", row.kind.value_shown(row.value, Language::Zh))
                .with("default_en", row.kind.value_shown(row.value, Language::En))
                .with("source_zh", row.source_shown(Language::Zh))
                .with("source_en", row.source_shown(Language::En))
                .done()
        })
        .collect()
}

/// Every rule's heading.
pub fn rules_json() -> Value {
    HEADINGS
        .iter()
        .map(|rule| {
            let severity: Vec<_> = rule.severity.iter().map(|severity| format!("{severity:?}")).collect();
            let (when_zh, when_en) = rule.when.text();
            Row::new()
                .with("rule", rule.id)
                .both("title", rule.title)
                .with("severity", severity.join(","))
                .with("gate", rule.when.code())
                .with("gate_zh", when_zh)
                .with("gate_en", when_en)
                .with("clauses", rule.clauses.join(" "))
                .with("citation_zh", citations(rule.clauses, Language::Zh))
                .with("citation_en", citations(rule.clauses, Language::En))
                .with("subject", rule.subject.en)
                .with("subject_zh", rule.subject.zh)
                .done()
        })
        .collect()
}

/// Items, funds, units with their seats, duties and approval steps.
pub fn catalogue_json() -> Value {
    json!({
        "items": items(),
        "funding": funding(),
        "units": units(),
        "seats": seats(),
        "units_duties": duties(),
        "derived_duties": derived_duties(),
        "approvals": approvals(),
    })
}

fn items() -> Value {
    ITEMS
        .iter()
        .map(|item| {
            let kinds = |word: fn(OperatorKind) -> &'static str| {
                or_nothing(item.operator_kinds.iter().map(|kind| word(*kind)).collect::<Vec<_>>().join(","))
            };
            Row::new()
                .with("code", item.code)
                .both("", item.text())
                .with("id", item.id)
                .with("class", item.class.code())
                .with("class_en", item.class.text().en)
                .with("part", item.part.map_or(NOTHING, |part| part.code()))
                .with("part_en", item.part.map_or(NOTHING, |part| part.text().en))
                .with("unit", item.unit)
                .with("unit_en", item.unit_text().en)
                .with("guide", item.guides.join(","))
                .with("named_in_annex2", yes_or_no(item.named_in_annex2))
                .with("operator_kinds", kinds(OperatorKind::code))
                .with("operator_kinds_en", kinds(|kind| kind.text().en))
                .with("telecom_may_pay", yes_or_no(item.telecom_may_pay))
                .with("catch_all", yes_or_no(item.catch_all))
                .with("private", yes_or_no(item.private))
                .done()
        })
        .collect()
}

fn funding() -> Value {
    FUNDS
        .iter()
        .map(|fund| {
            let (fiscal, group, group_en) = fiscal_and_group(fund);
            let sub_kinds_en: Vec<_> =
                fund.sub_kinds.iter().filter_map(|sub_kind| sub_kind_text(sub_kind)).map(|text| text.en).collect();
            Row::new()
                .with("code", fund.code)
                .both("", fund.text())
                .with("sub_kinds", or_nothing(fund.sub_kinds.join(", ")))
                .with("sub_kinds_en", or_nothing(sub_kinds_en.join(", ")))
                .with("provider", fund.provider_code)
                .both("provider", fund.provider)
                .with("fiscal", fiscal)
                .with("group", group)
                .with("group_en", group_en)
                .with("in_kind", fund.in_kind.code())
                .both("in_kind", fund.in_kind.text())
                .with("clause", fund.clauses.join(", "))
                .with("may_pay", fund.may_pay.code())
                .both("may_pay", fund.may_pay.text())
                .done()
        })
        .collect()
}

fn fiscal_and_group(fund: &Fund) -> (&'static str, &'static str, &'static str) {
    match fund.group {
        Some(group) => (fund.fiscal.map_or(NOTHING, |fiscal| fiscal.letter()), group.code(), group.text().en),
        None => ("C or P", "中央 or 省级 by level", "central or provincial, by level"),
    }
}

fn units() -> Value {
    UNITS
        .iter()
        .map(|unit| {
            Row::new()
                .with("code", unit.code)
                .both("", unit.text())
                .with("short", unit.short.unwrap_or(NOTHING))
                .with("aliases", or_nothing(unit.aliases.join(",")))
                .with("ranked", yes_or_no(unit.ranked))
                .with("checklist", yes_or_no(unit.has_checklist()))
                .done()
        })
        .collect()
}

fn seats() -> Value {
    SEATS
        .iter()
        .map(|seat| {
            Row::new()
                .with("role", seat.role.code())
                .with("role_en", seat.role.text().en)
                .with("unit", seat.unit.unwrap_or(NOTHING))
                .both("post", seat.post)
                .done()
        })
        .collect()
}

fn duties() -> Value {
    DUTIES
        .iter()
        .map(|duty| {
            Row::new()
                .with("unit", duty.unit)
                .both("unit", duty.unit_text())
                .with("duty", duty.code)
                .both("duty", duty.title)
                .both("evidence", duty.evidence)
                .with("clause", duty.clause())
                .due(duty.frequency, duty.trigger, duty.due_anchor, duty.due_days)
                .done()
        })
        .collect()
}

fn derived_duties() -> Value {
    DERIVED_DUTIES
        .iter()
        .map(|duty| {
            let owners = |word: fn(Text) -> &'static str| {
                let marked = |owner: &super::duties::Owner| {
                    format!("{}{}", word(owner.kind.text()), if owner.chosen { "†" } else { "" })
                };
                duty.owners.iter().map(marked).collect::<Vec<_>>().join(",")
            };
            Row::new()
                .with("id", duty.id)
                .both("duty", duty.title)
                .with("units", owners(|text| text.zh))
                .with("units_en", owners(|text| text.en))
                .with("clause", duty.clauses.join(", "))
                .due(duty.frequency, duty.trigger, duty.due_anchor, duty.due_days)
                .done()
        })
        .collect()
}

fn approvals() -> Value {
    STEPS
        .iter()
        .map(|row| {
            Row::new()
                .with("step", row.step.code())
                .both("", row.title)
                .entry("unit", row.unit)
                .entry("needed_when", row.needed_when)
                .entry("waived_or_merged_when", row.waived_when)
                .with("clause", row.clauses.join(", "))
                .done()
        })
        .collect()
}

fn yes_or_no(flag: bool) -> &'static str {
    if flag { "yes" } else { "no" }
}

fn or_nothing(text: String) -> String {
    if text.is_empty() { NOTHING.to_owned() } else { text }
}

/// A row in the making.
struct Row(Map<String, Value>);

impl Row {
    fn new() -> Self {
        Self(Map::new())
    }

    fn with(mut self, name: impl Into<String>, text: impl Into<String>) -> Self {
        self.0.insert(name.into(), Value::String(text.into()));
        self
    }

    /// `name_zh` and `name_en`, or `zh` and `en` without a name.
    fn both(self, name: &str, text: Text) -> Self {
        let prefix = if name.is_empty() { String::new() } else { format!("{name}_") };
        self.with(format!("{prefix}zh"), text.zh).with(format!("{prefix}en"), text.en)
    }

    fn entry(self, name: &str, entry: Entry) -> Self {
        self.with(name, entry.line).both(name, entry.text)
    }

    fn due(
        self,
        frequency: Frequency,
        trigger: Option<Trigger>,
        anchor: Option<Anchor>,
        days: Option<DueDays>,
    ) -> Self {
        let (trigger_zh, trigger_en) =
            trigger.map_or_else(|| (NOTHING.to_owned(), NOTHING.to_owned()), |trigger| trigger.text());
        self.with("frequency", frequency.letter())
            .both("frequency", frequency.text())
            .with("trigger", trigger.map_or_else(|| NOTHING.to_owned(), |trigger| trigger.code()))
            .with("trigger_zh", trigger_zh)
            .with("trigger_en", trigger_en)
            .with("due_anchor", anchor.map_or(NOTHING, |anchor| anchor.code()))
            .both("due_anchor", anchor.map_or(Text::new(NOTHING, NOTHING), |anchor| anchor.shown()))
            .with("due_days", days.map_or(NOTHING, |days| days.code()))
    }

    fn done(self) -> Value {
        Value::Object(self.0)
    }
}
