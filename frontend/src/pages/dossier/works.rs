//! 改造内容: the lines of the investment, by item.

use super::{
    context::dossier,
    editing::{Editable, WORKS},
};
use crate::{
    naming,
    preferences::{language, say},
};
use anju_domain::{
    exact::Money,
    language::Language,
    model::{BuildingSelection, InvestmentLine},
    policy::items::{item, unit_text},
    words::{dossier as words, fill},
};
use leptos::prelude::*;

/// 改造内容
#[component]
pub(crate) fn Works() -> impl IntoView {
    view! { <Editable spec=&WORKS><Table /></Editable> }
}

#[component]
fn Table() -> impl IntoView {
    let language = language();
    let context = dossier();
    move || {
        let dossier = context.current.get()?;
        let language = language.get();
        let lines = &dossier.project_community.lines;
        let total: Money = lines.iter().map(|line| line.amount).sum();
        Some(view! {
            <div class="sheet">
                <table class="list cards">
                    <thead>
                        <tr>
                            <th scope="col" class="fill">{say(words::ITEM)}</th>
                            <th scope="col">{say(words::CLASS)}</th>
                            <th scope="col">{say(words::WHICH_BUILDINGS)}</th>
                            <th scope="col">{say(words::COMPONENT)}</th>
                            <th scope="col" class="n">{say(words::QUANTITY)}</th>
                            <th scope="col">{say(words::UNIT)}</th>
                            <th scope="col" class="n">{say(words::AMOUNT)}</th>
                            <th scope="col">{say(words::LINE_STATUS)}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {lines.iter().map(|line| row(line, language)).collect_view()}
                        <tr class="sum">
                            <td class="title" colspan="6">
                                {fill(words::TOTAL_LINES, language, &[("n", &lines.len().to_string())])}
                            </td>
                            <td class="n" data-label=words::AMOUNT.get(language)>{total.wan()}</td>
                            <td></td>
                        </tr>
                    </tbody>
                </table>
            </div>
        })
    }
}

fn row(line: &InvestmentLine, language: Language) -> impl IntoView + use<> {
    let class = line.category.map_or("—", |class| class.text().get(language));
    let buildings = match &line.buildings {
        BuildingSelection::All => words::ALL_BUILDINGS.get(language).to_owned(),
        BuildingSelection::These(list) => list.join(if language == Language::Zh { "、" } else { ", " }),
    };
    let component = line.component.map_or("—", |component| component.text().get(language));
    // The catalogue's unit has an English name; one that was typed otherwise is shown as typed.
    let unit = match item(&line.item) {
        Some(item) if item.unit == line.unit => unit_text(item.unit).get(language).to_owned(),
        _ => line.unit.clone(),
    };
    let kind = line.operator_kind.map(|kind| kind.text().get(language));
    view! {
        <tr>
            <td class="title">{naming::item_with_code(&line.item, language)}<small>{kind}</small></td>
            <td data-label=words::CLASS.get(language)>{class}</td>
            <td data-label=words::WHICH_BUILDINGS.get(language)>{buildings}</td>
            <td data-label=words::COMPONENT.get(language)>{component}</td>
            <td class="n" data-label=words::QUANTITY.get(language)>{line.quantity.clone()}</td>
            <td data-label=words::UNIT.get(language)>{unit}</td>
            <td class="n" data-label=words::AMOUNT.get(language)>{line.amount.wan()}</td>
            <td data-label=words::LINE_STATUS.get(language)>{line.status.text().get(language)}</td>
        </tr>
    }
}
