//! 曾获补助: the aid that the community has received before.

use super::{
    context::dossier,
    editing::{Editable, PRIOR_SUBSIDIES},
};
use crate::{
    naming,
    preferences::{language, say},
};
use anju_domain::{
    language::Language,
    model::{BuildingSelection, PriorSubsidy},
    words::{dossier as words, shell},
};
use leptos::prelude::*;

/// 曾获补助
#[component]
pub(crate) fn PriorSubsidies() -> impl IntoView {
    view! { <Editable spec=&PRIOR_SUBSIDIES><Table /></Editable> }
}

#[component]
fn Table() -> impl IntoView {
    let language = language();
    let context = dossier();
    move || {
        let dossier = context.current.get()?;
        let language = language.get();
        let list = &dossier.community.prior_subsidies;
        if list.is_empty() {
            return Some(view! { <p class="empty">{say(shell::NONE)}</p> }.into_any());
        }
        Some(
            view! {
                <div class="sheet">
                    <table class="list cards">
                        <thead>
                            <tr>
                                <th scope="col" class="fill">{say(words::ITEM)}</th>
                                <th scope="col">{say(words::WHICH_BUILDINGS)}</th>
                                <th scope="col">{say(words::PRIOR_LEVEL)}</th>
                                <th scope="col">{say(words::PRIOR_PROGRAMME)}</th>
                                <th scope="col" class="n">{say(words::PRIOR_YEAR)}</th>
                                <th scope="col" class="n">{say(words::PRIOR_AMOUNT)}</th>
                                <th scope="col">{say(words::PRIOR_DOC)}</th>
                            </tr>
                        </thead>
                        <tbody>{list.iter().map(|prior| row(prior, language)).collect_view()}</tbody>
                    </table>
                </div>
            }
            .into_any(),
        )
    }
}

fn row(prior: &PriorSubsidy, language: Language) -> impl IntoView + use<> {
    let buildings = match &prior.buildings {
        BuildingSelection::All => words::ALL_BUILDINGS.get(language).to_owned(),
        BuildingSelection::These(list) => list.join(if language == Language::Zh { "、" } else { ", " }),
    };
    view! {
        <tr>
            <td class="title">{naming::item_with_code(&prior.item, language)}</td>
            <td data-label=words::WHICH_BUILDINGS.get(language)>{buildings}</td>
            <td data-label=words::PRIOR_LEVEL.get(language)>{prior.level.text().get(language)}</td>
            <td data-label=words::PRIOR_PROGRAMME.get(language)>{prior.programme.clone()}</td>
            <td class="n" data-label=words::PRIOR_YEAR.get(language)>{prior.year.map(|year| year.to_string())}</td>
            <td class="n" data-label=words::PRIOR_AMOUNT.get(language)>{prior.amount.wan()}</td>
            <td data-label=words::PRIOR_DOC.get(language)>{prior.doc.clone()}</td>
        </tr>
    }
}
