//! The terms of the programme: name, years, targets, windows. A further paper changes them.

use super::{
    super::{
        begin::whole,
        entry::{Entry, PROBLEMS, Problems},
        keeping::Keeping,
    },
    Settings,
};
use crate::{
    browser,
    preferences::{language, say},
    session::session,
};
use anju_domain::{
    acts::{ProgrammeEdit, ProgrammeTerms, Targets, Window},
    api::PutProgramme,
    exact::{Area, Month, grouped},
    finding::Finding,
    language::{Language, Text},
    model::Programme,
    words::{programme as words, quantities, shell},
};
use leptos::{ev::SubmitEvent, prelude::*};

/// The terms with the way to change them.
#[component]
pub(super) fn Terms(page: Settings) -> impl IntoView {
    let language = language();
    let open = RwSignal::new(false);
    let rows = move || {
        let language = language.get();
        let programme = page.programme.get()?;
        let rows = shown(&programme, page, language).into_iter();
        Some(rows.map(|(name, value)| view! { <dt>{name.get(language)}</dt><dd>{value}</dd> }).collect_view())
    };
    view! {
        <section class="sheet programme-sheet" aria-labelledby="programme-terms">
            <h2 id="programme-terms">{say(words::PROGRAMME)}</h2>
            <dl class="facts">{rows}</dl>
            {page.may_set.then(|| view! {
                <Show when=move || !open.get()>
                    <p><button class="btn" type="button" on:click=move |_| open.set(true)>{say(words::EDIT)}</button></p>
                </Show>
                <Show when=move || open.get()><EditForm page open /></Show>
            })}
        </section>
    }
    .into_any()
}

fn shown(programme: &Programme, page: Settings, language: Language) -> Vec<(Text, String)> {
    let terms = ProgrammeTerms::of(programme, page.today);
    let windows: Vec<String> = terms
        .windows
        .iter()
        .map(|window| format!("{}: {}", window.plan_year, quantities::date(language, window.cutoff)))
        .collect();
    let comma = if language == Language::Zh { "、" } else { ", " };
    vec![
        (words::DIVISION, programme.division_code.clone()),
        (words::NAME, terms.name),
        (words::NAME_EN, terms.name_en),
        (words::YEAR_FROM, terms.year_from.to_string()),
        (words::YEAR_TO, terms.year_to.to_string()),
        (
            words::ACTIVE_FROM,
            programme.active_from.map_or_else(String::new, |month| quantities::month(language, month)),
        ),
        (words::COMMUNITIES, grouped(terms.targets.communities)),
        (words::AREA, terms.targets.area.shown()),
        (words::HOUSEHOLDS, grouped(terms.targets.households)),
        (words::WINDOWS, windows.join("; ")),
        (words::TOWNSHIP, terms.township),
        (words::BASIS, programme.basis_docs.join(comma)),
    ]
}

/// The fields of the form, as typed.
#[derive(Clone, Copy)]
struct Typed {
    name: RwSignal<String>,
    name_en: RwSignal<String>,
    year_to: RwSignal<String>,
    communities: RwSignal<String>,
    area: RwSignal<String>,
    households: RwSignal<String>,
    township: RwSignal<String>,
    active_from: RwSignal<String>,
    basis: RwSignal<String>,
    /// 计划年度=日期, separated by 、 or lines.
    windows: RwSignal<String>,
}

impl Typed {
    fn of(programme: &Programme, terms: &ProgrammeTerms) -> Self {
        let windows = terms.windows.iter().map(|window| format!("{}={}", window.plan_year, window.cutoff));
        let text = RwSignal::new;
        Self {
            name: text(terms.name.clone()),
            name_en: text(terms.name_en.clone()),
            year_to: text(terms.year_to.to_string()),
            communities: text(terms.targets.communities.to_string()),
            area: text(terms.targets.area.shown()),
            households: text(terms.targets.households.to_string()),
            township: text(terms.township.clone()),
            active_from: text(programme.active_from.map(|month| month.to_string()).unwrap_or_default()),
            basis: text(String::new()),
            windows: text(windows.collect::<Vec<_>>().join("、")),
        }
    }

    /// What it says; what can't be read is found at its place.
    fn edit(self, before: &ProgrammeTerms) -> Result<ProgrammeEdit, Vec<Finding>> {
        let mut found = Vec::new();
        let mut number = |path: &str, text: RwSignal<String>| {
            whole(&text.get_untracked()).unwrap_or_else(|| {
                found.push(Finding::malformed(path, "wrong_type"));
                0
            })
        };
        let year_to = i32::try_from(number("terms/year_to", self.year_to)).unwrap_or(i32::MAX);
        let communities = number("terms/targets/communities", self.communities);
        let households = number("terms/targets/households", self.households);
        let area = Area::parse(&self.area.get_untracked()).unwrap_or_else(|_| {
            found.push(Finding::malformed("terms/targets/area", "wrong_type"));
            Area::default()
        });
        let windows = self.windows.get_untracked();
        let windows: Option<Vec<Window>> =
            windows.split(['、', ',', '\n']).map(str::trim).filter(|part| !part.is_empty()).map(window).collect();
        if windows.is_none() {
            found.push(Finding::malformed("terms/windows", "wrong_type"));
        }
        let month: Option<Month> = self.active_from.get_untracked().trim().parse().ok();
        if month.is_none() && !self.active_from.get_untracked().trim().is_empty() {
            found.push(Finding::malformed("active_from", "bad_date"));
        }
        if !found.is_empty() {
            return Err(found);
        }
        let terms = ProgrammeTerms {
            name: self.name.get_untracked(),
            name_en: self.name_en.get_untracked(),
            basis: self.basis.get_untracked(),
            year_to,
            targets: Targets { communities, area, households },
            windows: windows.unwrap_or_default(),
            township: self.township.get_untracked(),
            ..before.clone()
        };
        Ok(ProgrammeEdit { terms, active_from: month })
    }
}

/// Reads `2026=2005-12-31`.
fn window(text: &str) -> Option<Window> {
    let (year, day) = text.split_once(['=', '＝', '：', ':'])?;
    Some(Window { plan_year: i32::try_from(whole(year)?).ok()?, cutoff: day.trim().parse().ok()? })
}

#[component]
fn EditForm(page: Settings, open: RwSignal<bool>) -> impl IntoView {
    let language = language();
    let programme = page.programme.get_untracked()?;
    let before = ProgrammeTerms::of(&programme, page.today);
    let typed = Typed::of(&programme, &before);
    let found = RwSignal::new(Vec::<Finding>::new());
    let keeping = Keeping::new();
    let session = session();
    let seen = programme.version;
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let edit = match typed.edit(&before) {
            Ok(edit) => edit,
            Err(wrong) => {
                found.set(wrong);
                browser::focus_soon(PROBLEMS);
                return;
            }
        };
        found.set(Vec::new());
        let stored = move || {
            open.set(false);
            page.said.set(Some(words::SAVED));
            keeping.renew(session);
            page.ask();
        };
        let refused = move |failure: &crate::client::Failure| {
            found.set(failure.findings().to_vec());
            if failure.code() == "stale_version" {
                page.said.set(Some(words::STALE));
                page.ask();
            }
            browser::focus_soon(PROBLEMS);
        };
        keeping.send::<PutProgramme>(edit, Some(seen), stored, refused);
    };
    let busy = keeping.busy;
    let field = move |path: &'static str, name: Text, kind: &'static str, value: RwSignal<String>| {
        view! { <Entry path name kind value typed=move |text| value.set(text) found /> }
    };
    Some(view! {
        <form class="programme-form" on:submit=submit novalidate>
            <Problems found failure=keeping.failure />
            <div class="form-grid">
                {field("terms/name", words::NAME, "text", typed.name)}
                {field("terms/name_en", words::NAME_EN, "text", typed.name_en)}
                {field("terms/year_to", words::YEAR_TO, "text", typed.year_to)}
                {field("active_from", words::ACTIVE_FROM, "month", typed.active_from)}
                {field("terms/targets/communities", words::COMMUNITIES, "text", typed.communities)}
                {field("terms/targets/area", words::AREA, "text", typed.area)}
                {field("terms/targets/households", words::HOUSEHOLDS, "text", typed.households)}
                {field("terms/township", words::TOWNSHIP, "text", typed.township)}
                {field("terms/windows", words::WINDOWS, "text", typed.windows)}
                <Entry
                    path="terms/basis"
                    name=words::BASIS
                    hint=words::BASIS_HINT
                    kind="text"
                    value=typed.basis
                    typed=move |text| typed.basis.set(text)
                    found
                />
            </div>
            <div class="bar">
                <button class="btn main" type="submit" aria-disabled=move || busy.get().then_some("true")>
                    {move || if busy.get() { words::BUSY } else { words::SAVE }.get(language.get())}
                </button>
                <button class="btn" type="button" on:click=move |_| open.set(false)>{say(shell::CANCEL)}</button>
            </div>
        </form>
    })
}
