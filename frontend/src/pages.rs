//! The pages: where each one is, who may see it, and how an address finds it. One file a page.

pub(crate) mod audit;
pub(crate) mod communities;
pub(crate) mod dossier;
pub(crate) mod not_found;
pub(crate) mod overview;
pub(crate) mod password;
pub(crate) mod rules;
pub(crate) mod sign_in;

use crate::session::session;
use anju_domain::{language::Text, model::Role, words};
use leptos::prelude::*;
use leptos_router::{
    components::{ParentRoute, Redirect, Route, Routes},
    path,
};

/// A page of the navigation.
pub(crate) struct Place {
    pub(crate) path: &'static str,
    pub(crate) name: Text,
    /// The heading above it.
    pub(crate) group: Option<Text>,
    /// Whether the role may see it; the server asks the same.
    pub(crate) seen_by: fn(Role) -> bool,
}

/// The navigation, in its order.
pub(crate) const PLACES: [Place; 4] = [
    Place { path: "/", name: words::overview::TITLE, group: None, seen_by: sees_figures },
    Place {
        path: "/communities",
        name: words::communities::TITLE,
        group: Some(words::shell::GROUP_LEDGERS),
        seen_by: sees_ledgers,
    },
    Place {
        path: "/audit",
        name: words::audit::TITLE,
        group: Some(words::shell::GROUP_OVERSIGHT),
        seen_by: sees_audit,
    },
    Place { path: "/rules", name: words::rules::TITLE, group: Some(words::shell::GROUP_BASIS), seen_by: |_| true },
];

fn sees_figures(role: Role) -> bool {
    !matches!(role, Role::SystemAdministrator | Role::SecurityAdministrator)
}

fn sees_ledgers(role: Role) -> bool {
    matches!(role, Role::Leader | Role::Office | Role::Auditor)
}

fn sees_audit(role: Role) -> bool {
    matches!(role, Role::Auditor | Role::SecurityAdministrator)
}

/// Where the role begins.
pub(crate) fn home(role: Role) -> &'static str {
    PLACES.iter().find(|place| (place.seen_by)(role)).map_or("/rules", |place| place.path)
}

/// The address of records, where whoever is signed in may open it; figures are seen by more people than ledgers are.
pub(crate) fn openable(address: Option<String>) -> Option<String> {
    let address = address?;
    let role = session().view_untracked()?.role;
    let place = PLACES.iter().rfind(|place| place.path != "/" && address.starts_with(place.path)).unwrap_or(&PLACES[0]);
    (place.seen_by)(role).then_some(address)
}

/// A page, or the word that the role may not see it.
fn guarded(seen_by: fn(Role) -> bool, page: impl Fn() -> AnyView) -> AnyView {
    match session().view_untracked().map(|view| view.role) {
        Some(role) if !seen_by(role) => view! { <not_found::Forbidden /> }.into_any(),
        _ => page(),
    }
}

/// The page of the address.
#[component]
pub(crate) fn PageRoutes() -> impl IntoView {
    let first = || match session().view_untracked().map(|view| view.role) {
        Some(role) if !sees_figures(role) => view! { <Redirect path=home(role) /> }.into_any(),
        _ => view! { <overview::Overview /> }.into_any(),
    };
    let communities = || guarded(sees_ledgers, || view! { <communities::Communities /> }.into_any());
    let dossier = || guarded(sees_ledgers, || view! { <dossier::DossierPage /> }.into_any());
    let audit = || guarded(sees_audit, || view! { <audit::Audit /> }.into_any());
    view! {
        <Routes fallback=not_found::NotFound>
            <Route path=path!("/") view=first />
            <Route path=path!("/communities") view=communities />
            <ParentRoute path=path!("/communities/:id") view=dossier>
                <Route path=path!("") view=dossier::summary::Summary />
                <Route path=path!("buildings") view=dossier::buildings::Buildings />
                <Route path=path!("works") view=dossier::works::Works />
                <Route path=path!("funding") view=dossier::funding::Funding />
                <Route path=path!("progress") view=dossier::progress::ProgressTab />
            </ParentRoute>
            <Route path=path!("/audit") view=audit />
            <Route path=path!("/rules/:id?") view=rules::Rules />
            <Route path=path!("/password") view=password::Password />
        </Routes>
    }
}
