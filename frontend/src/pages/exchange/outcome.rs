//! What has come of a file: why it is not taken, what it would change, or what was imported.

use super::{
    MISSING_PATH,
    faults::Faults,
    importing::{Importing, RESULT, Standing},
    sheets::{Changes, Sheets},
};
use crate::{
    client::Failure,
    download::Exporting,
    parts::{export::Exported, stop_list::StopList},
    preferences::{language, say},
};
use anju_domain::{
    api::{FAULTS_FILE, ImportView, Imported},
    exact::grouped,
    language::{Language, Text},
    words::{communities, fill, imports as words, missing, overview},
};
use leptos::prelude::*;
use std::sync::Arc;

/// The codes of the refusals that mean something of their own here.
const STALE: &str = "stale_import";
const GONE: &str = "not_found";

/// What has come of the file.
#[component]
pub(super) fn Outcome(importing: Importing) -> impl IntoView {
    let language = language();
    move || {
        let body = match importing.standing.get() {
            Standing::None | Standing::Sending(_) => return ().into_any(),
            Standing::Unfit(why) => {
                let mend = view! { <p>{say(words::NOT_TAKEN)}</p> }.into_any();
                not_taken(move || why.get(language.get()).to_owned(), String::new, mend)
            }
            Standing::NotTaken(failure) => {
                let about = failure.clone();
                let mend = if is_about_the_file(&failure) {
                    view! { <p>{say(words::NOT_TAKEN)}</p> }.into_any()
                } else {
                    again(importing)
                };
                not_taken(move || failure.title(language.get()), move || about.detail(language.get()), mend)
            }
            Standing::Checked(view) => view! { <Checked importing view /> }.into_any(),
            Standing::Done(done) => view! { <Done importing done /> }.into_any(),
        };
        view! {
            <section class="sheet result">
                <div class="cell">
                    <h2 id=RESULT tabindex="-1">{say(words::RESULT)}</h2>
                    <p class="msg">{move || fill(words::OF_FILE, language.get(), &[("file", &importing.name.get())])}</p>
                    {body}
                </div>
            </section>
        }
        .into_any()
    }
}

/// Whether the server has looked at the file and refused it; the same file would be refused again.
fn is_about_the_file(failure: &Failure) -> bool {
    matches!(failure, Failure::Problem(problem) if matches!(problem.status, 413 | 422))
}

/// Whether what was told of the file no longer holds.
fn is_outdated(failure: &Failure) -> bool {
    matches!(failure.code(), STALE | GONE)
}

/// The way to have the file checked once more.
fn again(importing: Importing) -> AnyView {
    view! {
        <button class="btn" type="button" on:click=move |_| importing.check()>{say(words::CHECK_AGAIN)}</button>
    }
    .into_any()
}

/// A file that the server did not take: what is wrong, and what to do.
fn not_taken(
    title: impl Fn() -> String + Send + 'static,
    detail: impl Fn() -> String + Send + 'static,
    mend: AnyView,
) -> AnyView {
    view! {
        <div class="notice stop" role="alert">
            <b>{title}</b>
            <p>{detail}</p>
            {mend}
        </div>
    }
    .into_any()
}

/// What the file would change, and the ways to go on.
#[component]
fn Checked(importing: Importing, view: Arc<ImportView>) -> impl IntoView {
    let language = language();
    let verdict = verdict(&view);
    let is_clean = view.fault_count == 0;
    let findings = (view.stops + view.warnings > 0 && !view.changes_nothing).then(|| {
        let (stops, warnings) = (view.stops.to_string(), view.warnings.to_string());
        move || fill(words::FINDINGS, language.get(), &[("stops", &stops), ("warnings", &warnings)])
    });
    let remarks = (!view.remarks.is_empty()).then(|| {
        let remarks = view.remarks.clone();
        view! {
            <h3>{say(words::REMARKS)}</h3>
            <ul class="remarks">{remarks.into_iter().map(|remark| view! { <li>{remark}</li> }).collect_view()}</ul>
        }
    });
    let told = (view.fault_count, view.changes_nothing);
    let holds = move || !importing.failure.read().as_ref().is_some_and(is_outdated);
    view! {
        <div class="notice" class:stop=!is_clean class:done=is_clean role="status" hidden=move || !holds()>
            <b>{move || verdict.words(language.get())}</b>
            {findings.map(|findings| view! { <p>{findings}</p> })}
        </div>
        <NotImported importing />
        <div hidden=move || !holds()><Ways importing told id=view.id.to_string() /></div>
        <Sheets view=Arc::clone(&view) />
        <Faults view=Arc::clone(&view) />
        <Changes view />
        {remarks}
    }
    .into_any()
}

/// The one sentence about a file.
enum Verdict {
    Nothing,
    Faults(u64),
    Changes(u64),
}

fn verdict(view: &ImportView) -> Verdict {
    match (view.fault_count, view.changes_nothing) {
        (0, true) => Verdict::Nothing,
        (0, false) => Verdict::Changes(view.change_count),
        (faults, _) => Verdict::Faults(faults),
    }
}

impl Verdict {
    fn words(&self, language: Language) -> String {
        let count = |text: Text, n: &u64| fill(text, language, &[("n", &counted(*n))]);
        match self {
            Self::Nothing => words::NOTHING.get(language).to_owned(),
            Self::Faults(n) => count(words::FAULTS, n),
            Self::Changes(n) => {
                let separator = if language == Language::Zh { "，" } else { "; " };
                format!("{}{separator}{}", words::NO_FAULTS.get(language), count(words::CHANGES, n))
            }
        }
    }
}

/// A count as people read it.
pub(super) fn counted(n: u64) -> String {
    grouped(i64::try_from(n).unwrap_or(i64::MAX))
}

/// The ways to go on: all, the good rows, the workbook with faults, another check.
#[component]
fn Ways(importing: Importing, told: (u64, bool), id: String) -> impl IntoView {
    let (faults, changes_nothing) = told;
    let exporting = Exporting::new();
    let busy = move || importing.busy.get().then_some("true");
    let errors = FAULTS_FILE.replace("{id}", &id);
    let main = (!changes_nothing).then(|| {
        let (name, good_rows_only) = if faults == 0 { (words::ALL, false) } else { (words::GOOD, true) };
        view! {
            <button class="btn main" type="button" aria-disabled=busy on:click=move |_| importing.import(good_rows_only)>
                {move || if importing.busy.get() { say(words::IMPORTING)() } else { say(name)() }}
            </button>
        }
    });
    let with_faults = (faults > 0).then(|| {
        view! {
            <button
                class="btn"
                type="button"
                aria-disabled=move || exporting.busy.get().then_some("true")
                on:click=move |_| exporting.ask(Ok(errors.clone()))
            >
                {say(words::ERRORS)}
            </button>
        }
    });
    view! {
        <div class="bar">
            {main}
            {with_faults}
            <button class="btn" type="button" aria-disabled=busy on:click=move |_| importing.check()>{say(words::CHECK_AGAIN)}</button>
            <Exported exporting />
        </div>
        {(faults > 0).then(|| view! {
            <p class="msg">
                {say(words::ALL_NEEDS_NONE)}
                " "
                {if changes_nothing { say(words::NO_GOOD_ROWS) } else { say(words::GOOD_LEAD) }}
                " "
                {say(words::ERRORS_LEAD)}
            </p>
        })}
    }
    .into_any()
}

/// Why nothing was imported, and what to do.
#[component]
fn NotImported(importing: Importing) -> impl IntoView {
    let language = language();
    let of = move |failure: Failure| {
        let findings = failure.findings().to_vec();
        let again = is_outdated(&failure).then(|| again(importing));
        let is_gone = failure.code() == GONE;
        let about = failure.clone();
        let title = move || {
            if is_gone { words::GONE.get(language.get()).to_owned() } else { failure.title(language.get()) }
        };
        let detail = (!is_gone).then(|| view! { <p>{move || about.detail(language.get())}</p> });
        view! {
            <div class="notice stop" role="alert">
                <b>{title}</b>
                {detail}
                <StopList found=Signal::stored(findings) />
                {again}
            </div>
        }
    };
    move || importing.failure.get().map(of)
}

/// What was imported, and where to look at it.
#[component]
fn Done(importing: Importing, done: Imported) -> impl IntoView {
    let language = language();
    let said = move || {
        let language = language.get();
        if done.new + done.changed == 0 {
            return words::NOTHING.get(language).to_owned();
        }
        let counts =
            [("new", done.new), ("changed", done.changed), ("unchanged", done.unchanged), ("left", done.left_out)];
        let counts = counts.map(|(name, n)| (name, counted(n)));
        let places: Vec<(&str, &str)> = counts.iter().map(|(name, n)| (*name, n.as_str())).collect();
        fill(words::DONE, language, &places)
    };
    view! {
        <div class="notice done" role="status"><p>{said}</p></div>
        <div class="bar">
            <a class="btn" href="/communities">{say(communities::TITLE)}</a>
            <a class="btn" href="/">{say(overview::TITLE)}</a>
            <a class="btn" href=MISSING_PATH>{say(missing::TITLE)}</a>
            <button class="btn" type="button" on:click=move |_| importing.stop()>{say(words::ANOTHER)}</button>
        </div>
    }
    .into_any()
}
