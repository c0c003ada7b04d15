//! The figures of a plan as they are typed: communities, buildings, households and area to be started and completed, and the
//! investment.

use crate::{
    parts::entry_field::EntryField,
    preferences::{language, say},
};
use anju_domain::{
    acts::PlanFigures,
    exact::{Area, Money, QuantityError},
    finding::Finding,
    language::{Language, Text},
    model::AnnualPlan,
    rules,
    words::plans as words,
};
use leptos::prelude::*;

/// Hundredths in one.
const HUNDREDTHS: i64 = 100;

/// The fields.
#[derive(Clone, Copy)]
pub(super) struct FigureFields {
    starts: RwSignal<String>,
    start_buildings: RwSignal<String>,
    start_households: RwSignal<String>,
    start_area: RwSignal<String>,
    completions: RwSignal<String>,
    completion_buildings: RwSignal<String>,
    completion_households: RwSignal<String>,
    completion_area: RwSignal<String>,
    invest: RwSignal<String>,
}

/// A whole number as people type it; nothing typed is none.
fn count(text: &str) -> Result<i64, QuantityError> {
    let area = area(text)?.hundredths();
    if area % HUNDREDTHS == 0 { Ok(area / HUNDREDTHS) } else { Err(QuantityError::TooPrecise) }
}

fn area(text: &str) -> Result<Area, QuantityError> {
    if text.trim().is_empty() { Ok(Area::default()) } else { Area::parse(text) }
}

fn money(text: &str) -> Result<Money, QuantityError> {
    if text.trim().is_empty() { Ok(Money::ZERO) } else { Money::parse_wan(text) }
}

impl FigureFields {
    pub(super) fn new() -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            starts: text(),
            start_buildings: text(),
            start_households: text(),
            start_area: text(),
            completions: text(),
            completion_buildings: text(),
            completion_households: text(),
            completion_area: text(),
            invest: text(),
        }
    }

    /// Takes the figures of a plan.
    pub(super) fn take(self, plan: &AnnualPlan) {
        let figures = PlanFigures::of(plan);
        let number = |count: i64| if count == 0 { String::new() } else { count.to_string() };
        let size = |area: Area| if area.is_zero() { String::new() } else { area.shown() };
        self.starts.set(number(figures.starts));
        self.start_buildings.set(number(figures.start_buildings));
        self.start_households.set(number(figures.start_households));
        self.start_area.set(size(figures.start_area));
        self.completions.set(number(figures.completions));
        self.completion_buildings.set(number(figures.completion_buildings));
        self.completion_households.set(number(figures.completion_households));
        self.completion_area.set(size(figures.completion_area));
        let invest = if figures.invest.is_zero() { String::new() } else { figures.invest.wan_exact() };
        self.invest.set(invest);
    }

    /// What is typed as figures; the fields that are no number as findings.
    pub(super) fn read(self) -> Result<PlanFigures, Vec<Finding>> {
        let mut found = Vec::new();
        let mut number = |name: &str, field: RwSignal<String>| {
            count(&field.read()).unwrap_or_else(|_| {
                found.push(Finding::malformed(format!("figures/{name}"), "wrong_type"));
                0
            })
        };
        let (starts, start_buildings) =
            (number("starts", self.starts), number("start_buildings", self.start_buildings));
        let start_households = number("start_households", self.start_households);
        let completions = number("completions", self.completions);
        let completion_buildings = number("completion_buildings", self.completion_buildings);
        let completion_households = number("completion_households", self.completion_households);
        let mut size = |name: &str, field: RwSignal<String>| {
            area(&field.read()).unwrap_or_else(|_| {
                found.push(Finding::malformed(format!("figures/{name}"), "wrong_type"));
                Area::default()
            })
        };
        let (start_area, completion_area) =
            (size("start_area", self.start_area), size("completion_area", self.completion_area));
        let invest = money(&self.invest.read()).unwrap_or_else(|_| {
            found.push(Finding::malformed("figures/invest", "wrong_type"));
            Money::ZERO
        });
        if !found.is_empty() {
            return Err(found);
        }
        Ok(PlanFigures {
            starts,
            start_buildings,
            start_households,
            start_area,
            completions,
            completion_buildings,
            completion_households,
            completion_area,
            invest,
        })
    }

    /// Why a field is no number.
    fn fault(self, name: &str, language: Language) -> Option<String> {
        let fault = match name {
            "starts" => count(&self.starts.read()).err(),
            "start_buildings" => count(&self.start_buildings.read()).err(),
            "start_households" => count(&self.start_households.read()).err(),
            "start_area" => area(&self.start_area.read()).err(),
            "completions" => count(&self.completions.read()).err(),
            "completion_buildings" => count(&self.completion_buildings.read()).err(),
            "completion_households" => count(&self.completion_households.read()).err(),
            "completion_area" => area(&self.completion_area.read()).err(),
            _ => money(&self.invest.read()).err(),
        };
        fault.map(|fault| fault.text(language).to_owned())
    }
}

/// The fields, in two groups and the investment.
#[component]
pub(super) fn Figures(fields: FigureFields, found: Memo<Vec<Finding>>) -> impl IntoView {
    let language = language();
    let wrong = move |name: &'static str| {
        Signal::derive(move || {
            let language = language.get();
            let path = format!("figures/{name}");
            let said = || {
                let found = found.read();
                let at = found.iter().find(|finding| finding.path == path)?;
                Some(rules::message(at, language))
            };
            fields.fault(name, language).or_else(said)
        })
    };
    let field = move |id: &'static str, key: &'static str, name: Text, value: RwSignal<String>| {
        view! { <EntryField id name value wrong=wrong(key) /> }
    };
    view! {
        <fieldset class="figures">
            <legend>{say(words::PLANNED_STARTS)}</legend>
            {field("plan-starts", "starts", words::COMMUNITIES, fields.starts)}
            {field("plan-start-buildings", "start_buildings", words::BUILDINGS, fields.start_buildings)}
            {field("plan-start-households", "start_households", words::HOUSEHOLDS, fields.start_households)}
            {field("plan-start-area", "start_area", words::AREA, fields.start_area)}
        </fieldset>
        <fieldset class="figures">
            <legend>{say(words::PLANNED_COMPLETIONS)}</legend>
            {field("plan-completions", "completions", words::COMMUNITIES, fields.completions)}
            {field("plan-completion-buildings", "completion_buildings", words::BUILDINGS, fields.completion_buildings)}
            {field("plan-completion-households", "completion_households", words::HOUSEHOLDS, fields.completion_households)}
            {field("plan-completion-area", "completion_area", words::AREA, fields.completion_area)}
        </fieldset>
        {field("plan-invest", "invest", words::INVEST, fields.invest)}
    }
    .into_any()
}
