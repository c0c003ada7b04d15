//! 楼栋: the buildings, in scope or not, with the sum of those in scope.

use super::{
    context::dossier,
    editing::{BUILDINGS, Editable},
};
use crate::preferences::{language, say};
use anju_domain::{
    exact::{Area, grouped},
    language::Language,
    model::Building,
    policy::stages::Heritage,
    words::{dossier as words, fill, quantities, shell},
};
use leptos::prelude::*;

/// 楼栋
#[component]
pub(crate) fn Buildings() -> impl IntoView {
    view! { <Editable spec=&BUILDINGS><Table /></Editable> }
}

#[component]
fn Table() -> impl IntoView {
    let language = language();
    let context = dossier();
    move || {
        let dossier = context.current.get()?;
        let language = language.get();
        let buildings = &dossier.community.buildings;
        let in_scope = || buildings.iter().filter(|building| building.in_scope);
        let households: i64 = in_scope().map(|building| building.households).sum();
        let area: Area = in_scope().map(|building| building.floor_area).sum();
        let count = in_scope().count().to_string();
        Some(view! {
            <div class="sheet">
                <table class="list cards">
                    <thead>
                        <tr>
                            <th scope="col">{say(words::BUILDING_NO)}</th>
                            <th scope="col">{say(words::IN_SCOPE)}</th>
                            <th scope="col">{say(words::COMPLETED)}</th>
                            <th scope="col">{say(words::STRUCTURE)}</th>
                            <th scope="col" class="n">{say(words::STOREYS)}</th>
                            <th scope="col" class="n">{say(words::STAIRS)}</th>
                            <th scope="col" class="n">{say(words::HOUSEHOLDS)}</th>
                            <th scope="col" class="n">{say(words::FLOOR_AREA)}</th>
                            <th scope="col" class="fill">{say(words::NOTES)}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {buildings.iter().map(|building| row(building, language)).collect_view()}
                        <tr class="sum">
                            <td class="title" colspan="6">{fill(words::TOTAL_IN_SCOPE, language, &[("n", &count)])}</td>
                            <td class="n" data-label=words::HOUSEHOLDS.get(language)>{grouped(households)}</td>
                            <td class="n" data-label=words::FLOOR_AREA.get(language)>{area.shown()}</td>
                            <td></td>
                        </tr>
                    </tbody>
                </table>
            </div>
        })
    }
}

fn row(building: &Building, language: Language) -> impl IntoView + use<> {
    let yes_no = if building.in_scope { shell::YES } else { shell::NO };
    let completed = building
        .completed_on
        .map(|day| quantities::date(language, day))
        .or_else(|| building.completed_year.map(|year| year.to_string()))
        .unwrap_or_else(|| "—".to_owned());
    let count = |n: Option<i64>| n.map_or_else(|| "—".to_owned(), grouped);
    let mut notes = Vec::new();
    if building.heritage != Heritage::None {
        notes.push(building.heritage.text().get(language).to_owned());
    }
    if building.lift_feasible {
        notes.push(words::LIFT_FEASIBLE.get(language).to_owned());
    }
    if building.expropriation_planned {
        notes.push(words::EXPROPRIATION.get(language).to_owned());
    }
    let structure = if building.structure.is_empty() { "—".to_owned() } else { building.structure.clone() };
    view! {
        <tr class:out=!building.in_scope>
            <td class="title">{building.no.clone()}</td>
            <td data-label=words::IN_SCOPE.get(language)>{yes_no.get(language)}</td>
            <td data-label=words::COMPLETED.get(language)>{completed}</td>
            <td data-label=words::STRUCTURE.get(language)>{structure}</td>
            <td class="n" data-label=words::STOREYS.get(language)>{count(building.storeys)}</td>
            <td class="n" data-label=words::STAIRS.get(language)>{count(building.stair_units)}</td>
            <td class="n" data-label=words::HOUSEHOLDS.get(language)>{grouped(building.households)}</td>
            <td class="n" data-label=words::FLOOR_AREA.get(language)>{building.floor_area.shown()}</td>
            <td class="fill">{quantities::listed(language, &notes)}</td>
        </tr>
    }
}
