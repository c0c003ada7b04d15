//! 参数设置: every parameter in groups with its value now, where it comes from and where it acts; the office sets choices from
//! a day on, and the terms of the programme by a paper. 系统管理员 sees how the server was started instead.

mod form;
mod row;
mod terms;

use super::{keeping::Keeping, server::Server};
use crate::{
    client::{Client, Options},
    live::Live,
    parts::{
        failure::{FailureNote, Waiting},
        page_head::PageHead,
    },
    preferences::{language, say},
    remote::Remote,
    session::session,
};
use anju_domain::{
    api::ReadProgramme,
    language::Text,
    model::{Programme, Role},
    policy::parameters::{PARAMETERS, Parameter, contradictions_of, names},
    words::programme as words,
};
use chrono::NaiveDate;
use form::EntryForm;
use leptos::prelude::*;
use row::ParameterRow;
use terms::Terms;

/// The groups in their order, each with the names with which its parameters begin; what begins otherwise is of the first.
const GROUPS: [(Text, &[&str]); 6] = [
    (words::GROUP_PROGRAMME, &[]),
    (
        words::GROUP_MONEY,
        &[
            "cost_",
            "area_per",
            "item_",
            "operator_",
            "telecom",
            "fund_",
            "private_",
            "basic_",
            "barred",
            "overrun",
            "fiscal",
        ],
    ),
    (words::GROUP_CONSENT, &["consent_", "joint_", "small_", "principal_", "legacy_", "withdraw_", "storeys"]),
    (words::GROUP_TIME, &["report_", "event_", "upkeep_", "opinion_", "duty_", "shift_"]),
    (words::GROUP_WARNING, &["interview_", "criticism_"]),
    (words::GROUP_SCORE, &["unit_", "year_", "grade_"]),
];

/// The place of the group to which a parameter belongs.
fn group_of(name: &str) -> usize {
    let begins = |begins: &&[&str]| begins.iter().any(|start| name.starts_with(start));
    GROUPS.iter().position(|(_, starts)| begins(starts)).unwrap_or_default()
}

/// The page.
#[derive(Clone, Copy)]
struct Settings {
    client: Client,
    programme: Remote<Programme>,
    today: NaiveDate,
    may_set: bool,
    /// What is being changed: name and value as typed.
    chosen: RwSignal<Vec<(&'static str, RwSignal<String>)>>,
    said: RwSignal<Option<Text>>,
    keeping: Keeping,
}

impl Settings {
    fn ask(self) {
        let client = self.client;
        self.programme.ask(async move { client.send::<ReadProgramme>(&[], &(), &(), Options::default()).await });
    }

    /// Puts a parameter into the form, with those that must fit together with it.
    fn choose(self, name: &'static str) {
        let Some(programme) = self.programme.get_untracked() else { return };
        self.said.set(None);
        let together = contradictions_of(name);
        let wanted = if together.is_empty() { vec![name] } else { together };
        self.chosen.update(|chosen| {
            for name in wanted {
                if chosen.iter().all(|(known, _)| *known != name) {
                    let now = programme.settings.text(name, self.today).unwrap_or_default().to_owned();
                    chosen.push((name, RwSignal::new(now)));
                }
            }
        });
        crate::browser::focus_soon(form::HEADING);
    }
}

/// 参数设置
#[component]
pub(crate) fn SettingsPage() -> impl IntoView {
    let role = session().view_untracked().map(|view| view.role).unwrap_or_default();
    if role == Role::SystemAdministrator {
        view! { <Server /> }.into_any()
    } else {
        view! { <Parameters /> }.into_any()
    }
}

#[component]
fn Parameters() -> impl IntoView {
    let language = language();
    let live: Live = expect_context();
    let view = session().view_untracked();
    let page = Settings {
        client: expect_context(),
        programme: Remote::new(),
        today: view.as_ref().map(|view| view.today).unwrap_or_default(),
        may_set: view.is_some_and(|view| view.role == Role::Office),
        chosen: RwSignal::new(Vec::new()),
        said: RwSignal::new(None),
        keeping: Keeping::new(),
    };
    Effect::new(move || {
        live.changes.track();
        page.ask();
    });
    let programme = page.programme;
    view! {
        <PageHead title=Signal::derive(move || words::SETTINGS.get(language.get()).to_owned())>
            <p>{say(words::SETTINGS_LEAD)}</p>
        </PageHead>
        <p role="status" class="saved">{move || page.said.get().map(|text| text.get(language.get()))}</p>
        {move || programme.failure().map(|failure| view! { <FailureNote failure retry=move || page.ask() /> })}
        <Show when=move || programme.is_here() fallback=move || programme.failure().is_none().then(Waiting)>
            <EntryForm page />
            <Terms page />
            {(0..GROUPS.len()).map(|at| view! { <Group page at /> }).collect_view()}
        </Show>
    }
    .into_any()
}

#[component]
fn Group(page: Settings, at: usize) -> impl IntoView {
    let (title, _) = GROUPS[at];
    let id = format!("group-{at}");
    let labelled_by = id.clone();
    let rows: Vec<&'static Parameter> = names()
        .filter(|name| group_of(name) == at)
        .filter_map(|name| PARAMETERS.iter().find(|row| row.name == name))
        .collect();
    view! {
        <section class="sheet programme-sheet" aria-labelledby=labelled_by>
            <h2 id=id>{say(title)}</h2>
            <table class="list cards parameters">
                <thead>
                    <tr>
                        <th scope="col">{say(words::PARAMETER)}</th>
                        <th scope="col">{say(words::VALUE_NOW)}</th>
                        <th scope="col">{say(words::DEFAULT)}</th>
                        <th scope="col">{say(words::SOURCE)}</th>
                        <th scope="col">{say(words::ACTS_WHERE)}</th>
                        <th scope="col"><span class="sr">{say(words::EDIT)}</span></th>
                    </tr>
                </thead>
                <tbody>{rows.into_iter().map(|row| view! { <ParameterRow page row /> }).collect_view()}</tbody>
            </table>
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_parameter_has_its_group_and_every_group_some() {
        let of = |name| GROUPS[group_of(name)].0;
        assert_eq!(of("unit_w_done"), words::GROUP_SCORE);
        assert_eq!(of("window_cutoff"), words::GROUP_PROGRAMME);
        assert_eq!(of("operator_share_min"), words::GROUP_MONEY);
        assert_eq!(of("report_due_day"), words::GROUP_TIME);
        for at in 0..GROUPS.len() {
            assert!(names().any(|name| group_of(name) == at), "{at}");
        }
    }
}
