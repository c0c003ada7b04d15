//! How a row of the list looks and where it leads.

use crate::parts::listing::{Looks, Opens};
use anju_domain::{api::ReportRow, language::Language, lists::listed::Column, reports::ReportStanding};
use leptos::prelude::*;

/// The rows of the list.
pub(super) const LOOKS: Looks<ReportRow> = Looks { cell, opens: |row| Opens::Page(path_of(row)), key };

fn path_of(row: &ReportRow) -> String {
    format!("{}/{}/{}", super::PATH, row.project_community, row.period)
}

/// A community has a row a month; the months count above the random half of its identity.
fn key(row: &ReportRow) -> u128 {
    let years = u128::from(row.period.year().unsigned_abs());
    row.project_community.as_u128().wrapping_add((years * 100 + u128::from(row.period.month())) << 64)
}

/// The community leads to the report; how it stands has a colour.
fn cell(row: &ReportRow, column: &'static Column<ReportRow>, language: Language) -> Option<AnyView> {
    match column.key {
        "community" => {
            let path = path_of(row);
            Some(view! { <a href=path>{row.community.clone()}</a> }.into_any())
        }
        "standing" => Some(tag(row.standing, language).into_any()),
        _ => None,
    }
}

/// How a report stands.
pub(super) fn tag(standing: ReportStanding, language: Language) -> impl IntoView + use<> {
    let warn = matches!(standing, ReportStanding::Returned | ReportStanding::Due);
    let stop = standing == ReportStanding::Overdue;
    let done = standing == ReportStanding::Accepted;
    view! { <span class="tag" class:done=done class:warn=warn class:stop=stop>{standing.shown().get(language)}</span> }
}
