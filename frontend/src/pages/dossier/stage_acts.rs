//! The acts of the office on the stage of a community, beside its findings: 开工, 竣工, 调出, 撤销验收, 据实登记, 存量项目补录.
//! Each is a dialog that foretells by the rules of the server what stops it, with the place where it is mended.

mod days;
mod facts;
mod opening;
mod papers;

use super::{context::dossier, kept::Kept};
use crate::{parts::dialog::Dialog, preferences::language, session::session};
use anju_domain::{
    language::Text,
    model::{Dossier, Role},
    policy::stages::Stage,
    words::stage_acts as words,
};
use leptos::prelude::*;

/// An act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum StageAct {
    Start,
    Complete,
    Fact,
    Opening,
    Withdraw,
    Revoke,
}

impl StageAct {
    const fn name(self) -> Text {
        match self {
            Self::Start => words::START,
            Self::Complete => words::COMPLETE,
            Self::Fact => words::FACT,
            Self::Opening => words::OPENING,
            Self::Withdraw => words::WITHDRAW,
            Self::Revoke => words::REVOKE,
        }
    }

    /// What can be done as a community stands.
    fn of(dossier: &Dossier) -> Vec<Self> {
        let entry = &dossier.project_community;
        let mut acts = match entry.stage {
            Stage::Reserve if entry.plan.is_some() => vec![Self::Start, Self::Fact, Self::Withdraw],
            Stage::Reserve => vec![Self::Fact, Self::Withdraw],
            Stage::NewStart => vec![Self::Withdraw],
            Stage::UnderWay => vec![Self::Complete, Self::Withdraw],
            Stage::Completed => vec![Self::Revoke],
            Stage::Withdrawn => Vec::new(),
        };
        let taken_over_as = entry.opening.as_ref().map_or(Stage::Reserve, |opening| opening.stage);
        if dossier.reports.is_empty() && entry.stage == taken_over_as {
            acts.push(Self::Opening);
        }
        acts
    }
}

/// The acts, for the office alone.
#[component]
pub(super) fn StageActs() -> impl IntoView {
    let language = language();
    let context = dossier();
    let session = session();
    let open = RwSignal::new(false);
    let chosen = RwSignal::new(StageAct::Start);
    let acts = Memo::new(move |_| {
        let is_office = session.role() == Some(Role::Office);
        context.saved.get().filter(|_| is_office).map(|saved| StageAct::of(&saved)).unwrap_or_default()
    });
    let button = move |act: StageAct| {
        let ask = move |_| {
            chosen.set(act);
            open.set(true);
        };
        view! { <button class="btn" type="button" on:click=ask>{move || act.name().get(language.get())}</button> }
    };
    let title = Signal::derive(move || chosen.get().name().get(language.get()).to_owned());
    view! {
        <div class="act stage-acts" role="group" aria-label=move || words::ACTS.get(language.get())>
            {move || acts.get().into_iter().map(button).collect_view()}
        </div>
        <Dialog open title>
            {move || match chosen.get() {
                StageAct::Start => view! { <days::Start open /> }.into_any(),
                StageAct::Complete => view! { <days::Complete open /> }.into_any(),
                StageAct::Fact => view! { <facts::Fact open /> }.into_any(),
                StageAct::Opening => view! { <opening::Opening open /> }.into_any(),
                StageAct::Withdraw => view! { <papers::Out open /> }.into_any(),
                StageAct::Revoke => view! { <papers::Revocation open /> }.into_any(),
            }}
        </Dialog>
    }
    .into_any()
}

/// The foot of a dialog: sending, and going back.
#[component]
fn Foot(
    open: RwSignal<bool>,
    busy: RwSignal<bool>,
    #[prop(into)] stops: Signal<bool>,
    /// What the form keeps on the device: going back gives it up.
    #[prop(optional)]
    kept: Option<Kept>,
) -> impl IntoView {
    let language = language();
    let back = move |_| {
        if let Some(kept) = kept {
            kept.drop();
        }
        open.set(false);
    };
    let label = move || match (busy.get(), stops.get()) {
        (true, _) => words::BUSY,
        (false, true) => words::SUBMIT_ANYWAY,
        (false, false) => words::SUBMIT,
    };
    view! {
        <div class="bar">
            <button class="btn main" type="submit" aria-disabled=move || busy.get().then_some("true")>
                {move || label().get(language.get())}
            </button>
            <button class="btn" type="button" on:click=back>
                {crate::preferences::say(anju_domain::words::shell::CANCEL)}
            </button>
        </div>
    }
    .into_any()
}

/// What is done, with the name of the community.
fn lead(text: Text) -> impl Fn() -> Option<String> + Copy + Send + Sync + 'static {
    let (language, context) = (language(), dossier());
    move || {
        let saved = context.saved.get()?;
        Some(anju_domain::words::fill(text, language.get(), &[("name", &saved.community.name)]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anju_domain::model::ProjectCommunity;

    #[test]
    fn each_stage_has_its_acts() {
        let of = |stage, plan: bool| {
            let plan = plan.then(uuid::Uuid::nil);
            let entry = ProjectCommunity { stage, plan, ..ProjectCommunity::default() };
            StageAct::of(&Dossier { project_community: entry, ..Dossier::default() })
        };
        use StageAct::{Complete, Fact, Opening, Revoke, Start, Withdraw};
        assert_eq!(of(Stage::Reserve, false), [Fact, Withdraw, Opening]);
        assert_eq!(of(Stage::Reserve, true), [Start, Fact, Withdraw, Opening]);
        assert_eq!(of(Stage::NewStart, true), [Withdraw]);
        assert_eq!(of(Stage::UnderWay, true), [Complete, Withdraw]);
        assert_eq!(of(Stage::Completed, true), [Revoke]);
        assert!(of(Stage::Withdrawn, true).is_empty());
    }
}
