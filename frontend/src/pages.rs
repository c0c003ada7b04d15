//! The pages: where each one is, who may see it, and how an address finds it. One file a page.

pub(crate) mod accounts;
pub(crate) mod audit;
pub(crate) mod backups;
pub(crate) mod communities;
pub(crate) mod dossier;
pub(crate) mod duties;
pub(crate) mod exchange;
pub(crate) mod later;
pub(crate) mod money;
pub(crate) mod not_found;
pub(crate) mod overview;
pub(crate) mod password;
mod places;
pub(crate) mod plans;
pub(crate) mod programme;
mod register;
pub(crate) mod reports;
pub(crate) mod rules;
pub(crate) mod sign_in;
pub(crate) mod statistics;

pub(crate) use duties::standing as duty_standing;
pub(crate) use places::{PLACES, Place, has_duties, has_inbox, home, openable, place_of, reviews};

use crate::{route::address, session::session};
use anju_domain::model::Role;
use leptos::prelude::*;
use places::{
    begins, keeps_accounts, keeps_settings, sees_audit, sees_backups, sees_figures, sees_ledgers, sees_progress,
    sees_reports,
};

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
    Statistics,
    Communities,
    Dossier,
    Register,
    Plans,
    Money,
    Audit,
    Exchange,
    Missing,
    Duties,
    CommunityDuties,
    Review,
    DutyProgress,
    Accounts,
    Backups,
    Reports,
    Report,
    Rules,
    Password,
    Settings,
    Bodies,
    Nowhere,
}

impl Page {
    /// Whether there is nothing to show before the programme is there.
    fn needs_programme(self, role: Option<Role>) -> bool {
        match self {
            Self::Accounts | Self::Backups | Self::Rules | Self::Password | Self::Nowhere => false,
            // Who sees no figures is led to where the role begins.
            Self::Overview => role.is_none_or(sees_figures),
            Self::Settings => !role.is_some_and(keeps_accounts),
            _ => true,
        }
    }
}

fn page_of(path: &str) -> Page {
    let segments: Vec<&str> = path.split('/').skip(1).filter(|segment| !segment.is_empty()).collect();
    match segments[..] {
        [] => Page::Overview,
        ["statistics"] => Page::Statistics,
        ["communities"] => Page::Communities,
        ["communities", "new"] => Page::Register,
        ["communities", _] | ["communities", _, _] => Page::Dossier,
        ["plans"] | ["plans", _] => Page::Plans,
        ["money"] => Page::Money,
        ["exchange"] => Page::Exchange,
        ["exchange", "missing"] => Page::Missing,
        ["audit"] => Page::Audit,
        ["accounts"] => Page::Accounts,
        ["backups"] => Page::Backups,
        ["duties", "review"] => Page::Review,
        ["duties", "progress"] => Page::DutyProgress,
        ["duties", "community", _] => Page::CommunityDuties,
        ["duties"] | ["duties", _] => Page::Duties,
        ["reports"] => Page::Reports,
        ["reports", _, _] => Page::Report,
        ["rules"] | ["rules", _] => Page::Rules,
        ["password"] => Page::Password,
        ["settings"] => Page::Settings,
        ["bodies"] => Page::Bodies,
        _ => Page::Nowhere,
    }
}

/// The page of the address.
#[component]
pub(crate) fn OpenPage() -> impl IntoView {
    let address = address();
    let page = Memo::new(move |_| address.path.with(|path| page_of(path)));
    let session = session();
    let role = session.view_untracked().map(|view| view.role);
    let has_programme = Memo::new(move |_| session.view().is_none_or(|view| view.programme.is_some()));
    move || match page.get() {
        // Who sees no figures begins where the role does.
        Page::Overview if role.is_some_and(|role| !sees_figures(role)) => {
            request_animation_frame(move || address.go(role.map_or("/rules", home), true));
            ().into_any()
        }
        // Before there is a programme the office begins it, and others see who has to.
        page if page.needs_programme(role) && !has_programme.get() => match role {
            Some(role) if begins(role) => later::begin(),
            _ => later::wait(),
        },
        Page::Overview => view! { <overview::Overview /> }.into_any(),
        Page::Statistics => guarded(sees_figures, later::statistics),
        Page::Communities => guarded(sees_ledgers, later::communities),
        Page::Dossier => guarded(sees_ledgers, later::dossier),
        Page::Register => guarded(reviews, later::register),
        Page::Plans => guarded(sees_ledgers, later::plans),
        Page::Money => guarded(sees_ledgers, later::money),
        Page::Exchange => guarded(sees_ledgers, later::exchange),
        Page::Missing => guarded(sees_ledgers, later::missing),
        Page::Audit => guarded(sees_audit, later::audit),
        Page::Duties => guarded(has_duties, later::duties),
        Page::CommunityDuties => guarded(has_duties, later::community_page),
        Page::Review => guarded(reviews, later::review),
        Page::DutyProgress => guarded(sees_progress, later::duty_progress),
        Page::Accounts => guarded(keeps_accounts, later::accounts),
        Page::Backups => guarded(sees_backups, later::backups),
        Page::Reports => guarded(sees_reports, later::reports),
        Page::Report => guarded(sees_reports, later::report),
        Page::Rules => later::rules(),
        Page::Password => later::password(),
        Page::Settings => guarded(keeps_settings, later::settings),
        Page::Bodies => guarded(sees_ledgers, later::bodies),
        Page::Nowhere => view! { <not_found::NotFound /> }.into_any(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_of_the_navigation_is_a_page_of_its_own() {
        for place in PLACES {
            assert!(page_of(place.path) != Page::Nowhere, "{}", place.path);
        }
        assert!(page_of("/communities/x/funding") == Page::Dossier);
        assert!(page_of("/communities/new") == Page::Register);
        assert!(page_of("/communities/x/funding/y") == Page::Nowhere);
        assert!(page_of("/duties/review") == Page::Review && page_of("/duties/x") == Page::Duties);
        assert!(page_of("/duties/community/x") == Page::CommunityDuties && page_of("/duties/x/y") == Page::Nowhere);
        assert!(place_of("/duties/review", Role::Office).is_some_and(|place| place.path == "/duties/review"));
        assert!(place_of("/duties/x", Role::Unit).is_some_and(|place| place.path == "/duties"));
        assert!(page_of("/reports/x/2022-10") == Page::Report && page_of("/reports/x") == Page::Nowhere);
        assert!(place_of("/reports/x/2022-10", Role::ProjectOwner).is_some_and(|place| place.path == "/reports"));
        assert!(page_of("/nowhere") == Page::Nowhere);
    }
}
