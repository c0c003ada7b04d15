//! The navigation: its pages in their order, and who may see each.

use crate::session::session;
use anju_domain::{language::Text, model::Role, words};

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
pub(crate) const PLACES: &[Place] = &[
    Place { path: "/", name: words::overview::TITLE, group: None, seen_by: sees_figures },
    Place { path: "/statistics", name: words::statistics::TITLE, group: None, seen_by: sees_figures },
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
        path: "/reports",
        name: words::reports::TITLE,
        group: Some(words::shell::GROUP_LEDGERS),
        seen_by: sees_reports,
    },
    Place {
        path: "/plans",
        name: words::plans::TITLE,
        group: Some(words::shell::GROUP_LEDGERS),
        seen_by: sees_ledgers,
    },
    Place {
        path: "/money",
        name: words::money::TITLE,
        group: Some(words::shell::GROUP_LEDGERS),
        seen_by: sees_ledgers,
    },
    Place {
        path: "/exchange",
        name: words::imports::TITLE,
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
        path: "/settings",
        name: words::programme::SETTINGS,
        group: Some(words::shell::GROUP_SYSTEM),
        seen_by: keeps_settings,
    },
    Place {
        path: "/bodies",
        name: words::programme::BODIES,
        group: Some(words::shell::GROUP_SYSTEM),
        seen_by: sees_ledgers,
    },
    Place {
        path: "/accounts",
        name: words::accounts::TITLE,
        group: Some(words::shell::GROUP_SYSTEM),
        seen_by: keeps_accounts,
    },
    Place {
        path: "/backups",
        name: words::backups::TITLE,
        group: Some(words::shell::GROUP_SYSTEM),
        seen_by: sees_backups,
    },
    Place { path: "/rules", name: words::rules::TITLE, group: Some(words::shell::GROUP_BASIS), seen_by: |_| true },
];

pub(super) fn sees_figures(role: Role) -> bool {
    !matches!(role, Role::SystemAdministrator | Role::SecurityAdministrator)
}

pub(super) fn sees_ledgers(role: Role) -> bool {
    matches!(role, Role::Leader | Role::Office | Role::Auditor)
}

/// Who sees monthly reports: project owners their own.
pub(super) fn sees_reports(role: Role) -> bool {
    role == Role::ProjectOwner || sees_ledgers(role)
}

/// Who has duties of the own.
pub(crate) fn has_duties(role: Role) -> bool {
    matches!(role, Role::Unit | Role::Town)
}

/// Whether anything may wait for whoever is signed in: own tasks or reports, or what others have sent.
pub(crate) fn has_inbox() -> bool {
    let view = session().view_untracked().filter(|view| view.programme.is_some());
    view.is_some_and(|view| has_duties(view.role) || reviews(view.role) || view.role == Role::ProjectOwner)
}

/// Who judges what units send.
pub(crate) fn reviews(role: Role) -> bool {
    role == Role::Office
}

pub(super) fn sees_progress(role: Role) -> bool {
    has_duties(role) || sees_ledgers(role)
}

pub(super) fn keeps_accounts(role: Role) -> bool {
    role == Role::SystemAdministrator
}

/// Who sees parameters: those of the programme, or how the server was started.
pub(super) fn keeps_settings(role: Role) -> bool {
    sees_ledgers(role) || keeps_accounts(role)
}

/// Who begins the programme.
pub(super) fn begins(role: Role) -> bool {
    role == Role::Office
}

pub(super) fn sees_backups(role: Role) -> bool {
    matches!(role, Role::SystemAdministrator | Role::Auditor)
}

pub(super) fn sees_audit(role: Role) -> bool {
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
