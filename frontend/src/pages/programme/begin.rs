//! 建立改造规划: a few steps and a page to check, shown to the office while there is no programme. What is typed stays in this
//! browser until it is sent.

mod check;
mod draft;
mod steps;

use super::{
    entry::{PROBLEMS, Problems, field_id},
    keeping::Keeping,
};
use crate::{
    browser, drafts,
    ids::new_id,
    parts::page_head::PageHead,
    preferences::{language, say},
    route::{Address, address},
    session::{Session, session},
};
use anju_domain::{
    acts::ProgrammeEntry,
    api::PostProgramme,
    finding::Finding,
    language::Text,
    words::{fill, programme as words},
};
use check::Check;
use chrono::NaiveDate;
use draft::Draft;
pub(super) use draft::whole;
use leptos::{ev::SubmitEvent, prelude::*};
use steps::{Bodies, County, Windows, Years};

/// Where the draft is kept.
const DOCUMENT: &str = "programme/new";
const HEADING: &str = "step";

/// The steps in their order; the last one is the check.
const STEPS: [Text; 5] =
    [words::STEP_NAME, words::STEP_YEARS, words::STEP_WINDOWS, words::STEP_BODIES, words::STEP_CHECK];

/// The step in which a place stands.
fn step_of(path: &str) -> usize {
    match path {
        "division_code" | "terms/name" | "terms/name_en" | "terms/basis" | "terms/township" => 0,
        _ if path.starts_with("bodies") => 3,
        _ if path.starts_with("terms/windows") || path.starts_with("own") || path == "terms/backlog_cutoff" => 2,
        _ if path.starts_with("terms") || path == "active_from" => 1,
        _ => STEPS.len() - 1,
    }
}

/// The form.
#[derive(Clone, Copy)]
struct Form {
    draft: RwSignal<Draft>,
    step: RwSignal<usize>,
    /// What was found when a step was to be left.
    found: RwSignal<Vec<Finding>>,
    today: NaiveDate,
    keeping: Keeping,
    session: Session,
    address: Address,
}

impl Form {
    /// What is entered, and what is wrong with it.
    fn judged(self) -> (ProgrammeEntry, Vec<Finding>) {
        self.draft.with_untracked(|draft| draft.judged(self.today))
    }

    /// Goes to a step and reads its heading out.
    fn open(self, step: usize) {
        self.step.set(step);
        browser::focus_soon(HEADING);
    }

    fn refuse(self, found: Vec<Finding>) {
        self.found.set(found);
        browser::focus_soon(PROBLEMS);
    }

    fn go_on(self) {
        let step = self.step.get_untracked();
        let (_, found) = self.judged();
        let here: Vec<Finding> = found.into_iter().filter(|finding| step_of(&finding.path) == step).collect();
        if here.is_empty() {
            self.found.set(Vec::new());
            self.open(step + 1);
        } else {
            self.refuse(here);
        }
    }

    fn create(self) {
        let (entry, found) = self.judged();
        if let Some(first) = found.first() {
            self.step.set(step_of(&first.path));
            return self.refuse(found);
        }
        let stored = move || {
            drafts::drop(DOCUMENT);
            self.keeping.renew(self.session);
            self.address.go("/", true);
        };
        let refused = move |failure: &crate::client::Failure| {
            if let Some(finding) = failure.findings().first() {
                self.step.set(step_of(&finding.path));
            }
            self.refuse(failure.findings().to_vec());
        };
        self.keeping.send::<PostProgramme>(entry, None, stored, refused);
    }
}

/// 建立改造规划
#[component]
pub(crate) fn Begin() -> impl IntoView {
    let language = language();
    let kept = drafts::kept(DOCUMENT).and_then(|text| serde_json::from_str(&text).ok());
    let form = Form {
        draft: RwSignal::new(kept.unwrap_or_else(|| Draft::new(new_id()))),
        step: RwSignal::new(0),
        found: RwSignal::new(Vec::new()),
        today: session().view_untracked().map(|view| view.today).unwrap_or_default(),
        keeping: Keeping::new(),
        session: session(),
        address: address(),
    };
    Effect::new(move || {
        if let Ok(text) = form.draft.with(serde_json::to_string) {
            drafts::keep(DOCUMENT, &text);
        }
    });
    let last = STEPS.len() - 1;
    let heading = move || {
        let step = form.step.get();
        let name = STEPS.get(step).map_or("", |name| name.get(language.get()));
        let (n, all) = ((step + 1).to_string(), STEPS.len().to_string());
        fill(words::STEP, language.get(), &[("n", &n), ("all", &all), ("name", name)])
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if form.step.get_untracked() == last { form.create() } else { form.go_on() }
    };
    let busy = form.keeping.busy;
    let has_back = move || form.step.get() > 0;
    view! {
        <PageHead title=Signal::derive(move || words::BEGIN.get(language.get()).to_owned()) />
        <section class="form-page wide programme-form">
            <p class="lead">{say(words::BEGIN_LEAD)}</p>
            <h2 id=HEADING tabindex="-1">{heading}</h2>
            <Problems found=form.found failure=form.keeping.failure stands_for=stands_for />
            <form on:submit=submit novalidate>
                {move || match form.step.get() {
                    0 => view! { <County form /> }.into_any(),
                    1 => view! { <Years form /> }.into_any(),
                    2 => view! { <Windows form /> }.into_any(),
                    3 => view! { <Bodies form /> }.into_any(),
                    _ => view! { <Check form /> }.into_any(),
                }}
                <div class="bar">
                    <Show when=has_back>
                        <button class="btn" type="button" on:click=move |_| form.open(form.step.get_untracked().saturating_sub(1))>
                            {say(words::BACK)}
                        </button>
                    </Show>
                    <button class="btn main" type="submit" aria-disabled=move || busy.get().then_some("true")>
                        {move || match (form.step.get() == last, busy.get()) {
                            (true, true) => words::BUSY,
                            (true, false) => words::CREATE,
                            (false, _) => words::NEXT,
                        }
                        .get(language.get())}
                    </button>
                </div>
            </form>
        </section>
    }
    .into_any()
}

/// The field that stands for a place: rows of a list without a field for each of their parts lead to the list.
fn stands_for(path: &str) -> String {
    if path.starts_with("own") {
        return field_id("own/0/value");
    }
    let parts: Vec<&str> = path.split('/').collect();
    match parts[..] {
        ["bodies", row, ..] => field_id(&format!("bodies/{row}/name")),
        ["terms", "windows", row, field] => field_id(&format!("terms/windows/{row}/{field}")),
        _ => field_id(path),
    }
}
