//! The pages: where each one is, who may see it, and how an address finds it. One file a page.

pub(crate) mod accounts;
pub(crate) mod audit;
pub(crate) mod communities;
pub(crate) mod dossier;
pub(crate) mod duties;
mod later;
pub(crate) mod not_found;
pub(crate) mod overview;
pub(crate) mod password;
pub(crate) mod rules;
pub(crate) mod sign_in;

use crate::{route::address, session::session};
use anju_domain::{language::Text, model::Role, words};
use leptos::prelude::*;

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
pub(crate) const PLACES: [Place; 8] = [
    Place { path: "/", name: words::overview::TITLE, group: None, seen_by: sees_figures },
    Place { path: "/duties", name: words::duties::TITLE, group: Some(words::shell::GROUP_DUTIES), seen_by: has_duties },
    Place {
        path: "/duties/review",
        name: words::duties::REVIEW_TITLE,
        group: Some(words::shell::GROUP_DUTIES),
        seen_by: reviews,
    },
    Place {
        path: "/duties/progress",
        name: words::duties::PROGRESS_TITLE,
        group: Some(words::shell::GROUP_DUTIES),
        seen_by: sees_progress,
    },
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
    Place {
        path: "/accounts",
        name: words::accounts::TITLE,
        group: Some(words::shell::GROUP_SYSTEM),
        seen_by: keeps_accounts,
    },
    Place { path: "/rules", name: words::rules::TITLE, group: Some(words::shell::GROUP_BASIS), seen_by: |_| true },
];

fn sees_figures(role: Role) -> bool {
    !matches!(role, Role::SystemAdministrator | Role::SecurityAdministrator)
}

fn sees_ledgers(role: Role) -> bool {
    matches!(role, Role::Leader | Role::Office | Role::Auditor)
}

/// Who has duties of the own.
fn has_duties(role: Role) -> bool {
    matches!(role, Role::Unit | Role::Town)
}

fn reviews(role: Role) -> bool {
    role == Role::Office
}

fn sees_progress(role: Role) -> bool {
    has_duties(role) || sees_ledgers(role)
}

fn keeps_accounts(role: Role) -> bool {
    role == Role::SystemAdministrator
}

fn sees_audit(role: Role) -> bool {
    matches!(role, Role::Auditor | Role::SecurityAdministrator)
}

/// Where the role begins.
pub(crate) fn home(role: Role) -> &'static str {
    PLACES.iter().find(|place| (place.seen_by)(role)).map_or("/rules", |place| place.path)
}

/// The place to which an address belongs, of those that the role sees: the one that says the most of it.
pub(crate) fn place_of(path: &str, role: Role) -> Option<&'static Place> {
    let holds = |place: &&Place| {
        let rest = path.strip_prefix(place.path);
        path == place.path || place.path != "/" && rest.is_some_and(|rest| rest.starts_with('/'))
    };
    PLACES.iter().filter(|place| (place.seen_by)(role)).filter(holds).max_by_key(|place| place.path.len())
}

/// The address of records, where whoever is signed in may open it; figures are seen by more people than ledgers are.
pub(crate) fn openable(address: Option<String>) -> Option<String> {
    let address = address?;
    let role = session().view_untracked()?.role;
    let place = PLACES.iter().rfind(|place| place.path != "/" && address.starts_with(place.path)).unwrap_or(&PLACES[0]);
    (place.seen_by)(role).then_some(address)
}

/// A page, or the word that the role may not see it.
fn guarded(seen_by: fn(Role) -> bool, page: fn() -> AnyView) -> AnyView {
    match session().view_untracked().map(|view| view.role) {
        Some(role) if !seen_by(role) => view! { <not_found::Forbidden /> }.into_any(),
        _ => page(),
    }
}

/// Which page an address is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Page {
    Overview,
    Communities,
    Dossier,
    Audit,
    Duties,
    Review,
    DutyProgress,
    Accounts,
    Rules,
    Password,
    Nowhere,
}

fn page_of(path: &str) -> Page {
    let segments: Vec<&str> = path.split('/').skip(1).filter(|segment| !segment.is_empty()).collect();
    match segments[..] {
        [] => Page::Overview,
        ["communities"] => Page::Communities,
        ["communities", _] | ["communities", _, _] => Page::Dossier,
        ["audit"] => Page::Audit,
        ["accounts"] => Page::Accounts,
        ["duties", "review"] => Page::Review,
        ["duties", "progress"] => Page::DutyProgress,
        ["duties"] | ["duties", _] => Page::Duties,
        ["rules"] | ["rules", _] => Page::Rules,
        ["password"] => Page::Password,
        _ => Page::Nowhere,
    }
}

/// The page of the address.
#[component]
pub(crate) fn OpenPage() -> impl IntoView {
    let address = address();
    let page = Memo::new(move |_| address.path.with(|path| page_of(path)));
    let role = session().view_untracked().map(|view| view.role);
    move || match page.get() {
        // Who sees no figures begins where the role does.
        Page::Overview if role.is_some_and(|role| !sees_figures(role)) => {
            request_animation_frame(move || address.go(role.map_or("/rules", home), true));
            ().into_any()
        }
        Page::Overview => view! { <overview::Overview /> }.into_any(),
        Page::Communities => guarded(sees_ledgers, later::communities),
        Page::Dossier => guarded(sees_ledgers, later::dossier),
        Page::Audit => guarded(sees_audit, later::audit),
        Page::Duties => guarded(has_duties, later::duties),
        Page::Review => guarded(reviews, later::review),
        Page::DutyProgress => guarded(sees_progress, later::duty_progress),
        Page::Accounts => guarded(keeps_accounts, later::accounts),
        Page::Rules => later::rules(),
        Page::Password => later::password(),
        Page::Nowhere => view! { <not_found::NotFound /> }.into_any(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_of_the_navigation_is_a_page_of_its_own() {
        for place in &PLACES {
            assert!(page_of(place.path) != Page::Nowhere, "{}", place.path);
        }
        assert!(page_of("/communities/x/funding") == Page::Dossier);
        assert!(page_of("/communities/x/funding/y") == Page::Nowhere);
        assert!(page_of("/nowhere") == Page::Nowhere);
    }
}
