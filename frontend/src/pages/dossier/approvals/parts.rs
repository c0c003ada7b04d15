//! What a step brings besides: opinions of the joint review, project code and approved investment, land paper, bonds,
//! contract.

use super::{
    super::{
        context::{dossier, today},
        inputs::{Check, Input, Select, Wrong},
    },
    typed::{CLASSES, Typed},
};
use crate::{
    naming,
    preferences::{language, say},
};
use anju_domain::{
    facts::ProjectFacts,
    language::Text,
    policy::{
        approvals::Step,
        stages::{Requirement, ReviewOpinion},
        words::word,
    },
    rules::r11_approval_by_class::sums_by_class,
    words::approvals as words,
};
use leptos::prelude::*;

/// What belongs to this step.
#[component]
pub(super) fn Parts(typed: Typed, wrong: Wrong) -> impl IntoView {
    let is_waived = typed.planned.with_value(|planned| planned.requirement) == Some(Requirement::Waived);
    match typed.step {
        Step::S02 => view! { <Opinions typed wrong /> }.into_any(),
        Step::S03 | Step::S03a | Step::S03c => view! { <Reply typed wrong /> }.into_any(),
        Step::S04 if is_waived => view! {
            <Input id="step-land-paper" name=words::LAND_PAPER kind="text" value=typed.land_paper wrong path="papers/land_paper" />
        }
        .into_any(),
        Step::S12 => view! {
            <Input id="step-issued" name=words::ISSUED kind="number" value=typed.issued wrong path="papers/bond_issued" />
        }
        .into_any(),
        Step::S13 => view! {
            <Input id="step-contract" name=words::CONTRACT kind="date" value=typed.contract wrong path="papers/contract_date" />
        }
        .into_any(),
        _ => ().into_any(),
    }
}

#[component]
fn Opinions(typed: Typed, wrong: Wrong) -> impl IntoView {
    let language = language();
    let options = Signal::derive(move || {
        let language = language.get();
        let none = (String::new(), words::NO_OPINION.get(language).to_owned());
        let known = ReviewOpinion::ALL.iter().map(|one| (one.code().to_owned(), one.text().get(language).to_owned()));
        std::iter::once(none).chain(known).collect::<Vec<_>>()
    });
    let field = move |(index, (unit, says)): (usize, (String, RwSignal<String>))| {
        let path = format!("joint_review/opinions/{unit}");
        let name = Signal::derive(move || naming::unit(&unit, language.get()));
        view! { <Select id=format!("opinion-{index}") name options value=says wrong path /> }
    };
    let agree = move |_| {
        for (_, says) in typed.opinions.get_value() {
            says.set(ReviewOpinion::Agreed.code().to_owned());
        }
    };
    view! {
        <fieldset>
            <legend>{say(words::OPINIONS)}</legend>
            <p><button class="btn" type="button" on:click=agree>{say(words::ALL_AGREED)}</button></p>
            <div class="entry-grid">
                {typed.opinions.get_value().into_iter().enumerate().map(field).collect_view()}
                <Input id="reviewed-on" name=words::REVIEWED_ON kind="date" value=typed.reviewed_on wrong path="joint_review/date" />
            </div>
        </fieldset>
    }
    .into_any()
}

#[component]
fn Reply(typed: Typed, wrong: Wrong) -> impl IntoView {
    let language = language();
    let context = dossier();
    let depth_name = Signal::derive(move || words::DEPTH.get(language.get()).to_owned());
    let fill_in = move |_| {
        if let Some(saved) = context.saved.get_untracked() {
            typed.fill_in(sums_by_class(&ProjectFacts::of(&saved, today())));
        }
    };
    let amount = move |(class, value): (&&'static str, RwSignal<String>)| {
        let name = word("class", class).unwrap_or(Text::new("", ""));
        view! { <Input id=format!("approved-{class}") name kind="number" value wrong path=format!("papers/approved/{class}") /> }
    };
    let has_amounts = typed.step != Step::S03a;
    view! {
        {(typed.step == Step::S03).then(|| view! { <Check name=depth_name value=typed.depth /> })}
        <Input id="step-code" name=words::CODE kind="text" value=typed.code wrong path="papers/national_code" />
        {has_amounts.then(|| view! {
            <fieldset>
                <legend>{say(words::APPROVED)}</legend>
                <p><button class="btn" type="button" on:click=fill_in>{say(words::FROM_LINES)}</button></p>
                <div class="entry-grid">
                    {CLASSES.iter().zip(typed.approved.get_value()).map(amount).collect_view()}
                </div>
            </fieldset>
        })}
    }
    .into_any()
}
