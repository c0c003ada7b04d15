//! 添加资金来源: a source with what its fund needs. It becomes a column; amounts are entered in the sheet.

use super::{
    faults::cell_id,
    form::Form,
    grid::SourceColumn,
    source::{self, LEVELS, Needs, blank, entry, fund_of, needs, with_fund},
    source_fields::{Choice, Entry, Items, Line},
};
use crate::{
    browser,
    parts::dialog::Dialog,
    preferences::{language, say},
};
use anju_domain::{
    language::Language,
    policy::{
        funding::{FUNDS, InKind, Level, sub_kind_text},
        stages::CommitmentStatus,
    },
    rules,
    words::{funding as words, shell},
};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The dialog.
#[component]
pub(super) fn SourceDialog(form: Form, open: RwSignal<bool>) -> impl IntoView {
    let language = language();
    let title = Signal::derive(move || words::ADD_SOURCE.get(language.get()).to_owned());
    view! { <Dialog open title><Entries form open /></Dialog> }
}

#[component]
fn Entries(form: Form, open: RwSignal<bool>) -> impl IntoView {
    let language = language();
    let source = RwSignal::new(blank());
    let tried = RwSignal::new(false);
    let wrong = Memo::new(move |_| {
        let saved = form.context.saved.get().filter(|_| tried.get());
        let Some(saved) = saved else { return BTreeMap::new() };
        let language = language.get();
        let found = source.with(|source| source::wrong(source, &saved.project_community.lines));
        let chosen = source.with(|source| !source.funding.is_empty());
        let why = |finding: &_| {
            if chosen { rules::message(finding, language) } else { words::CHOOSE_SOURCE.get(language).to_owned() }
        };
        found.iter().map(|finding| (entry(finding).to_owned(), why(finding))).collect()
    });
    let entry = Entry { source, wrong };
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        let first = wrong.with(|wrong| {
            ["funding", "sub_kind", "level", "allowed_items", "doc", "in_kind"]
                .into_iter()
                .find(|key| wrong.contains_key(*key))
        });
        if let Some(first) = first {
            browser::focus(&format!("source-{first}"));
            return;
        }
        let place = form.add(source.get_untracked());
        open.set(false);
        // The dialog gives the focus back first.
        request_animation_frame(move || request_animation_frame(move || browser::focus(&cell_id(0, place))));
    };
    let needs = Memo::new(move |_| source.with(needs));
    let asks = move |pick: fn(Needs) -> bool| move || pick(needs.get());
    view! {
        <form class="source-form" novalidate=true on:submit=add>
            <p>{say(words::ADD_SOURCE_LEAD)}</p>
            <Choice entry key="funding" name=words::SOURCE options=move || funds(language.get())
                value=move || source.with(|source| source.funding.clone())
                on_pick=move |code: String| source.update(|source| *source = with_fund(source, &code)) />
            <Show when=asks(|needs| needs.sub_kind)>
                <Choice entry key="sub_kind" name=words::SUB_KIND options=move || source.with(|source| sub_kinds(source, language.get()))
                    value=move || source.with(|source| source.sub_kind.clone().unwrap_or_default())
                    on_pick=move |kind: String| source.update(|source| source.sub_kind = Some(kind).filter(|kind| !kind.is_empty())) />
            </Show>
            <Show when=asks(|needs| needs.level)>
                <Choice entry key="level" name=words::LEVEL
                    options=move || LEVELS.map(|level| (level.code().to_owned(), level.text().get(language.get()).to_owned())).to_vec()
                    value=move || source.with(|source| source.level.map(|level| level.code().to_owned()).unwrap_or_default())
                    on_pick=move |code: String| source.update(|source| source.level = Level::from_code(&code)) />
            </Show>
            <Show when=asks(|needs| needs.items)><Items entry form /></Show>
            <Choice entry key="status" name=words::STATUS options=move || statuses(language.get())
                value=move || source.with(|source| source.status.code().to_owned())
                on_pick=move |code: String| source.update(|source| source.status = CommitmentStatus::from_code(&code).unwrap_or_default()) />
            <Line entry key="provider" name=words::PROVIDER hint=move || source.with(|source| usual_provider(source, language.get()))
                value=move || source.with(|source| source.provider.clone())
                on_text=move |text: String| source.update(|source| source.provider = text.trim().to_owned()) />
            <Line entry key="doc" name=words::DOCUMENT hint=|| None
                value=move || source.with(|source| source.doc.clone().unwrap_or_default())
                on_text=move |text: String| source.update(|source| source.doc = Some(text.trim().to_owned()).filter(|text| !text.is_empty())) />
            <Show when=asks(|needs| needs.in_kind)>
                <label class="check">
                    <input type="checkbox" prop:checked=move || source.with(|source| source.in_kind)
                        on:change:target=move |event| source.update(|source| source.in_kind = event.target().checked()) />
                    {say(words::IN_KIND)}
                </label>
            </Show>
            <Show when=asks(|needs| needs.valuation)>
                <Line entry key="valuation" name=words::VALUATION hint=|| None
                    value=move || source.with(|source| source.valuation_basis.clone().unwrap_or_default())
                    on_text=move |text: String| source.update(|source| source.valuation_basis = Some(text.trim().to_owned()).filter(|text| !text.is_empty())) />
            </Show>
            <div class="bar">
                <button class="btn main" type="submit">{say(words::ADD)}</button>
                <button class="btn" type="button" on:click=move |_| open.set(false)>{say(shell::CANCEL)}</button>
            </div>
        </form>
    }
    .into_any()
}

fn funds(language: Language) -> Vec<(String, String)> {
    FUNDS.iter().map(|fund| (fund.code.to_owned(), format!("{} {}", fund.code, fund.text().get(language)))).collect()
}

fn sub_kinds(source: &SourceColumn, language: Language) -> Vec<(String, String)> {
    let kinds = fund_of(source).map(|fund| fund.sub_kinds).unwrap_or_default();
    let name = |kind: &str| sub_kind_text(kind).map_or_else(|| kind.to_owned(), |text| text.get(language).to_owned());
    kinds.iter().map(|kind| ((*kind).to_owned(), name(kind))).collect()
}

fn statuses(language: Language) -> Vec<(String, String)> {
    CommitmentStatus::ALL
        .iter()
        .rev()
        .map(|status| (status.code().to_owned(), status.text().get(language).to_owned()))
        .collect()
}

/// Who usually gives the money, and whether it comes as goods by its nature.
fn usual_provider(source: &SourceColumn, language: Language) -> Option<String> {
    let fund = fund_of(source)?;
    let goods = (fund.in_kind == InKind::Always).then(|| words::ALWAYS_GOODS.get(language));
    let usual = anju_domain::words::fill(words::USUALLY, language, &[("who", fund.provider.get(language))]);
    Some([Some(usual.as_str()), goods].into_iter().flatten().collect::<Vec<_>>().join(" "))
}
