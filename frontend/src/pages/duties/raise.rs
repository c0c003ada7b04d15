//! 登记按需职责: a duty has arisen; its unit enters it, or the office for any unit. The task opens as soon as it is there.

use super::{
    findings::Findings,
    standing::{matter, owner},
};
use crate::{
    client::{Client, Failure, Options},
    ids::new_id,
    parts::dialog::Dialog,
    preferences::{language, say},
    route::{Address, address},
    session::{Session, session},
};
use anju_domain::{
    acts::{Act, Actor, ArisenDuty, ArisenFacts, RaiseDuty},
    api::PostArisen,
    duties::{Listed, bound_to, every_duty},
    finding::Finding,
    language::Language,
    model::Programme,
    policy::duties::{Frequency, OwnerKind},
    words::{duties as words, fill, quantities, shell},
};
use leptos::{prelude::*, task::spawn_local};
use uuid::Uuid;

/// Where a task of a unit is opened once it is there.
pub(super) type Opening = fn(unit: &str, task: Uuid) -> String;

/// A duty that may arise, and the unit that answers for it.
fn arising() -> impl Iterator<Item = (Listed, &'static str)> {
    let arises = every_duty().filter(|duty| duty.frequency() == Frequency::Arising);
    arises.filter_map(|duty| match duty.owners().first() {
        Some(OwnerKind::Unit(unit)) => Some((duty, *unit)),
        _ => None,
    })
}

/// What is typed and what became of it.
#[derive(Clone, Copy)]
struct Raising {
    open: RwSignal<bool>,
    /// The identity of the task: the same until it is there, so that no second one is made.
    id: StoredValue<Uuid>,
    duty: RwSignal<String>,
    occasion: RwSignal<String>,
    tried: RwSignal<bool>,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
    sent: StoredValue<Option<(ArisenDuty, Uuid)>>,
    client: Client,
    session: Session,
    address: Address,
    opening: Opening,
}

impl Raising {
    fn request(self) -> ArisenDuty {
        ArisenDuty { id: self.id.get_value(), duty: self.duty.get(), occasion: self.occasion.get() }
    }

    /// What stops it: the findings of the server, but for what only its programme says.
    fn findings(self) -> Vec<Finding> {
        let Some(view) = self.session.view() else { return Vec::new() };
        let unit = bound_to(view.role, view.unit.as_deref());
        let actor = Actor { user: view.user.clone(), display: view.display.clone(), role: view.role };
        let facts = ArisenFacts { programme: Programme::default(), actor, unit };
        RaiseDuty::decide(&facts, &self.request(), view.today).err().unwrap_or_default()
    }

    fn send(self) {
        self.tried.set(true);
        if self.busy.get_untracked() || !untrack(|| self.findings()).is_empty() {
            return;
        }
        let request = untrack(|| self.request());
        // One key for one content; another content under the same identity is refused when the first has arrived.
        let key = match self.sent.get_value() {
            Some((before, key)) if before == request => key,
            _ => new_id(),
        };
        self.sent.set_value(Some((request.clone(), key)));
        self.busy.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let options = Options { if_match: None, idempotency_key: Some(key.to_string()) };
            let answer = self.client.send::<PostArisen>(&[], &(), &request, options).await;
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(_) => {
                    self.open.set(false);
                    let unit = arising().find(|(duty, _)| duty.code() == request.duty).map_or("", |(_, unit)| unit);
                    self.address.go(&(self.opening)(unit, request.id), false);
                    self.id.set_value(new_id());
                    self.occasion.set(String::new());
                    self.tried.set(false);
                }
                Err(failure) => self.failure.set(Some(failure)),
            }
        });
    }
}

/// The act; nothing for a unit whose duties don't arise.
#[component]
pub(super) fn Raise(opening: Opening) -> impl IntoView {
    let session = session();
    let view = session.view_untracked();
    let own = view.as_ref().and_then(|view| bound_to(view.role, view.unit.as_deref()));
    let duties: Vec<(Listed, &str)> =
        arising().filter(|(_, unit)| own.as_deref().is_none_or(|own| own == *unit)).collect();
    let first = duties.first()?.0.code().to_owned();
    let raising = Raising {
        open: RwSignal::new(false),
        id: StoredValue::new(new_id()),
        duty: RwSignal::new(first),
        occasion: RwSignal::new(String::new()),
        tried: RwSignal::new(false),
        busy: RwSignal::new(false),
        failure: RwSignal::new(None),
        sent: StoredValue::new(None),
        client: expect_context(),
        session,
        address: address(),
        opening,
    };
    Some(
        view! {
            <button class="btn" type="button" on:click=move |_| raising.open.set(true)>{say(words::RAISE)}</button>
            <Form raising duties />
        }
        .into_any(),
    )
}

#[component]
fn Form(raising: Raising, duties: Vec<(Listed, &'static str)>) -> impl IntoView {
    let language = language();
    let Raising { open, duty, occasion, tried, failure, .. } = raising;
    let title = Signal::derive(move || RaiseDuty::TITLE.get(language.get()).to_owned());
    let name = move |of: Listed, unit: &str, language: Language| {
        format!("{} {}", owner(unit, language), matter(of.code(), language))
    };
    let date = move || {
        let view = raising.session.view()?;
        let language = language.get();
        Some(fill(words::RAISE_DATE, language, &[("date", &quantities::date(language, view.today))]))
    };
    view! {
        <Dialog open title>
            {move || failure.get().map(|failure| view! {
                <div class="notice stop" role="alert">
                    <b>{failure.title(language.get())}</b>" "{failure.detail(language.get())}
                    <Findings found=failure.findings().to_vec() />
                </div>
            })}
            <div class="waive">
                <label for="raise-duty">{say(words::MATTER)}</label>
                <select id="raise-duty" on:change:target=move |event| duty.set(event.target().value())>
                    {duties.iter().map(|(of, unit)| {
                        let (of, unit) = (*of, *unit);
                        view! {
                            <option value=of.code() prop:selected=move || duty.get() == of.code()>
                                {move || name(of, unit, language.get())}
                            </option>
                        }
                    }).collect_view()}
                </select>
                <label for="raise-occasion">{say(words::RAISE_OCCASION)}</label>
                <textarea
                    id="raise-occasion"
                    rows="3"
                    maxlength="4000"
                    prop:value=move || occasion.get()
                    on:input:target=move |event| occasion.set(event.target().value())
                ></textarea>
                <div role="alert">{move || tried.get().then(|| view! { <Findings found=raising.findings() /> })}</div>
                <p><small>{date}</small></p>
            </div>
            <div class="bar">
                <button
                    class="btn main"
                    type="button"
                    aria-disabled=move || raising.busy.get().then_some("true")
                    on:click=move |_| raising.send()
                >
                    {say(words::RAISE_CONFIRM)}
                </button>
                <button class="btn" type="button" on:click=move |_| open.set(false)>{say(shell::CANCEL)}</button>
            </div>
        </Dialog>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_duties_arise_each_for_one_unit() {
        let all: Vec<(&str, &str)> = arising().map(|(duty, unit)| (duty.code(), unit)).collect();
        assert_eq!(all, [("09.1", "09"), ("10.2", "10")]);
    }
}
