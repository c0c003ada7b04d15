//! Changing one body: its name from a day on, other names, ranking, its successor, a duty that moves.

use super::{
    super::entry::{Entry, PROBLEMS, Problems, field_id},
    Bodies, entry_of,
};
use crate::{
    browser,
    preferences::{language, say},
    session::session,
};
use anju_domain::{
    acts::{BodiesEntry, SuccessionEntry, TransferEntry, malformed_bodies},
    api::PutBodies,
    duties::every_duty,
    finding::Finding,
    language::Text,
    model::{Body, BodyName, Programme},
    words::{fill, programme as words, shell},
};
use leptos::{ev::SubmitEvent, prelude::*};

pub(super) const HEADING: &str = "body-form";

/// What is typed.
#[derive(Clone, Copy)]
struct Typed {
    zh: RwSignal<String>,
    en: RwSignal<String>,
    from: RwSignal<String>,
    doc: RwSignal<String>,
    aliases: RwSignal<String>,
    ranked: RwSignal<bool>,
    successor: RwSignal<String>,
    ends: RwSignal<String>,
    duty: RwSignal<String>,
    to: RwSignal<String>,
    moves: RwSignal<String>,
    basis: RwSignal<String>,
}

impl Typed {
    fn of(programme: &Programme, body: &Body, page: Bodies) -> Self {
        let text = RwSignal::new;
        let now = body.name_on(page.today).cloned().unwrap_or_default();
        let taken = programme.successions.iter().find(|taken| taken.unit == body.code);
        Self {
            zh: text(now.zh),
            en: text(now.en),
            from: text(String::new()),
            doc: text(String::new()),
            aliases: text(body.aliases.join("、")),
            ranked: RwSignal::new(body.ranked),
            successor: text(taken.map(|taken| taken.successor.clone()).unwrap_or_default()),
            ends: text(taken.map_or(page.today, |taken| taken.date).to_string()),
            duty: text(String::new()),
            to: text(String::new()),
            moves: text(page.today.to_string()),
            basis: text(String::new()),
        }
    }

    /// The body with what is typed: a name with a day is a further one, without a day the present one is corrected.
    fn body(self, before: &Body, page: Bodies) -> Body {
        let mut body = before.clone();
        let name = BodyName {
            zh: self.zh.get_untracked().trim().to_owned(),
            en: self.en.get_untracked().trim().to_owned(),
            from: self.from.get_untracked().parse().ok(),
            doc: self.doc.get_untracked().trim().to_owned(),
        };
        let now = body.names.iter().rposition(|known| known.from.is_none_or(|from| from <= page.today));
        match (name.from, now.and_then(|at| body.names.get_mut(at))) {
            (None, Some(known)) => (known.zh, known.en) = (name.zh, name.en),
            (None, None) => body.names = vec![BodyName { from: None, ..name }],
            (Some(_), _) => body.names.push(name),
        }
        let aliases = self.aliases.get_untracked();
        let aliases = aliases.split(['、', ',', '，']).map(str::trim).filter(|alias| !alias.is_empty());
        body.aliases = aliases.map(str::to_owned).collect();
        body.ranked = self.ranked.get_untracked();
        body
    }

    /// The whole with this body as typed; what can't be read is found at its place.
    fn entry(self, programme: &Programme, before: &Body, page: Bodies) -> Result<BodiesEntry, Vec<Finding>> {
        let mut found = Vec::new();
        let mut entry = entry_of(programme);
        let body = self.body(before, page);
        // What is as in the annexes and was never changed need not be held.
        if body != *before || entry.bodies.iter().any(|known| known.code == body.code) {
            match entry.bodies.iter_mut().find(|known| known.code == body.code) {
                Some(known) => *known = body,
                None => entry.bodies.push(body),
            }
        }
        entry.bodies.sort_by(|a, b| a.code.cmp(&b.code));
        entry.successions.retain(|taken| taken.unit != before.code);
        let successor = self.successor.get_untracked();
        if !successor.is_empty() {
            match self.ends.get_untracked().parse() {
                Ok(date) => entry.successions.push(SuccessionEntry { unit: before.code.clone(), successor, date }),
                Err(_) => found.push(Finding::malformed("ends", "bad_date")),
            }
        }
        let duty = self.duty.get_untracked();
        if !duty.is_empty() {
            match self.moves.get_untracked().parse() {
                Ok(date) => entry.duty_transfers.push(TransferEntry {
                    duty,
                    from_unit: before.code.clone(),
                    to_unit: self.to.get_untracked(),
                    date,
                    basis: self.basis.get_untracked(),
                }),
                Err(_) => found.push(Finding::malformed("moves", "bad_date")),
            }
        }
        found.extend(malformed_bodies(programme, &entry));
        if found.is_empty() { Ok(entry) } else { Err(found) }
    }
}

/// The field that stands for a place.
fn stands_for(path: &str) -> String {
    let field = match path.split('/').collect::<Vec<_>>()[..] {
        ["successions", _, "successor" | "unit"] => "successor",
        ["duty_transfers", _, "to_unit" | "from_unit"] => "to",
        ["duty_transfers", _, "duty"] => "duty",
        ["duty_transfers", _, "basis"] => "basis",
        ["bodies", _, "names", _, "from"] => "from",
        ["bodies", _, "aliases", ..] => "aliases",
        ["ends" | "moves"] => path,
        _ => "zh",
    };
    field_id(field)
}

#[component]
pub(super) fn BodyForm(page: Bodies, code: String) -> impl IntoView {
    let language = language();
    let programme = page.programme.get_untracked()?;
    let known = programme.every_body().into_iter().find(|body| body.code == code);
    let before = known.unwrap_or_else(|| Body { code, ranked: true, ..Body::default() });
    let typed = Typed::of(&programme, &before, page);
    let found = RwSignal::new(Vec::<Finding>::new());
    let session = session();
    let others: Vec<(String, String)> = {
        let names = programme.names_on(page.today);
        let bodies = programme.every_body().into_iter().filter(|body| body.code != before.code);
        bodies
            .map(|body| (names.body(&body.code, language.get_untracked()), body.code))
            .map(|(name, code)| (code, name))
            .collect()
    };
    let duties: Vec<(String, String)> = every_duty()
        .filter(|duty| duty.code().starts_with(&format!("{}.", before.code)) || duty.code().starts_with('D'))
        .map(|duty| (duty.code().to_owned(), format!("{} {}", duty.code(), duty.title().get(language.get_untracked()))))
        .collect();
    let title = {
        let name = programme.names_on(page.today).body(&before.code, language.get_untracked());
        let is_new = before.names.is_empty();
        move || {
            if is_new {
                words::ADD_BODY.get(language.get()).to_owned()
            } else {
                fill(words::CHANGE_OF, language.get(), &[("name", &name)])
            }
        }
    };
    let seen = programme.version;
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let entry = match typed.entry(&programme, &before, page) {
            Ok(entry) => entry,
            Err(wrong) => {
                found.set(wrong);
                browser::focus_soon(PROBLEMS);
                return;
            }
        };
        found.set(Vec::new());
        let stored = move || {
            page.open.set(None);
            page.said.set(Some(words::SAVED));
            // The pages call the bodies as they are now.
            page.keeping.renew(session);
            page.ask();
        };
        let refused = move |failure: &crate::client::Failure| {
            found.set(failure.findings().to_vec());
            if failure.code() == "stale_version" {
                page.open.set(None);
                page.said.set(Some(words::STALE));
                page.ask();
            }
            browser::focus_soon(PROBLEMS);
        };
        page.keeping.send::<PutBodies>(entry, Some(seen), stored, refused);
    };
    let busy = page.keeping.busy;
    let field = move |path: &'static str, name: Text, kind: &'static str, value: RwSignal<String>| {
        view! { <Entry path name kind value typed=move |text| value.set(text) found /> }
    };
    Some(view! {
        <section class="sheet programme-sheet programme-form" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">{title}</h2>
            <Problems found failure=page.keeping.failure stands_for />
            <form on:submit=submit novalidate>
                <div class="form-grid">
                    {field("zh", words::BODY_NAME, "text", typed.zh)}
                    {field("en", words::BODY_NAME_EN, "text", typed.en)}
                    <Entry
                        path="from"
                        name=words::RENAME_FROM
                        hint=words::RENAME_HINT
                        kind="date"
                        value=typed.from
                        typed=move |text| typed.from.set(text)
                        found
                    />
                    {field("doc", words::RENAME_DOC, "text", typed.doc)}
                    <Entry
                        path="aliases"
                        name=words::ALIASES
                        hint=words::ALIASES_HINT
                        kind="text"
                        value=typed.aliases
                        typed=move |text| typed.aliases.set(text)
                        found
                    />
                    <label class="check-field">
                        <input
                            type="checkbox"
                            prop:checked=typed.ranked
                            on:change:target=move |event| typed.ranked.set(event.target().checked())
                        />
                        <span>{say(words::RANKED)}</span>
                    </label>
                    <Choice id="successor" name=words::ENDS none=words::ENDS_NONE options=others.clone() value=typed.successor />
                    <Show when=move || !typed.successor.read().is_empty()>
                        {field("ends", words::ENDS_FROM, "date", typed.ends)}
                    </Show>
                    <Choice id="duty" name=words::MOVE_DUTY none=shell::NONE options=duties value=typed.duty />
                    <Show when={
                        let others = others.clone();
                        move || !typed.duty.read().is_empty() && !others.is_empty()
                    }>
                        <Choice id="to" name=words::TO none=shell::NONE options=others.clone() value=typed.to />
                        {field("moves", words::FROM_DAY, "date", typed.moves)}
                        {field("basis", words::BASIS, "text", typed.basis)}
                    </Show>
                </div>
                <div class="bar">
                    <button class="btn main" type="submit" aria-disabled=move || busy.get().then_some("true")>
                        {move || if busy.get() { words::BUSY } else { words::SAVE }.get(language.get())}
                    </button>
                    <button class="btn" type="button" on:click=move |_| page.open.set(None)>{say(shell::CANCEL)}</button>
                </div>
            </form>
        </section>
    })
}

/// A choice of one, or none.
#[component]
fn Choice(
    id: &'static str,
    name: Text,
    none: Text,
    options: Vec<(String, String)>,
    value: RwSignal<String>,
) -> impl IntoView {
    let option = move |(code, name): (String, String)| {
        let own = code.clone();
        view! { <option value=code prop:selected=move || value.get() == own>{name}</option> }
    };
    let id = field_id(id);
    view! {
        <div class="field">
            <label for=id.clone()>{say(name)}</label>
            <select id=id on:change:target=move |event| value.set(event.target().value())>
                <option value="" prop:selected=move || value.get().is_empty()>{say(none)}</option>
                {options.into_iter().map(option).collect_view()}
            </select>
        </div>
    }
    .into_any()
}
