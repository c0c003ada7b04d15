//! The list of reports: the whole row is the link.

use crate::{
    preferences::{language, say},
    remote::Remote,
    session::session,
};
use anju_domain::{
    api::{ReportPage, ReportRow},
    language::Language,
    model::Role,
    naming,
    reports::ReportStanding,
    words::{fill, quantities, reports as words},
};
use leptos::prelude::*;

/// The list; who reports for several owners sees whose each is.
#[component]
pub(super) fn ReportList(page: Remote<ReportPage>) -> impl IntoView {
    let language = language();
    let owners = session().view_untracked().is_some_and(|view| view.role != Role::ProjectOwner);
    let rows = move || {
        let page = page.get()?;
        Some(page.rows.iter().map(|one| row(one, owners, language.get())).collect_view())
    };
    view! {
        <div class="sheet">
            <table class="list cards">
                <thead>
                    <tr>
                        <th scope="col">{say(words::COMMUNITY)}</th>
                        <th scope="col">{say(words::PERIOD)}</th>
                        {owners.then(|| view! { <th scope="col">{say(words::OWNER)}</th> })}
                        <th scope="col">{say(words::DUE)}</th>
                        <th scope="col" class="n">{say(words::PROGRESS)}</th>
                        <th scope="col" class="n">{say(words::MONTH_INVEST)}</th>
                        <th scope="col" class="n">{say(words::CUM_INVEST)}</th>
                        <th scope="col">{say(words::STATUS)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(one: &ReportRow, owners: bool, language: Language) -> impl IntoView + use<> {
    let none = || quantities::NO_VALUE.get(language).to_owned();
    let figures = one.figures;
    let progress = figures.map_or_else(none, |figures| figures.cum_progress.shown());
    let month_invest = figures.map_or_else(none, |figures| figures.month_invest.wan());
    let cum_invest = figures.map_or_else(none, |figures| figures.cum_invest.wan());
    let sent = one.submitted_at.filter(|_| !one.standing.waits_for_owner()).map(|at| {
        let date = quantities::day(language, at);
        let late = one.late.then(|| view! { " " <span class="bad">{words::LATE.get(language)}</span> });
        view! { <small>{fill(words::SENT_ON, language, &[("date", &date)])}{late}</small> }
    });
    let owner = owners.then(|| {
        view! { <td data-label=words::OWNER.get(language)>{naming::unit(&one.owner, language)}</td> }
    });
    view! {
        <tr>
            <td class="title">
                <a href=format!("{}/{}/{}", super::PATH, one.project_community, one.period)>{one.community.clone()}</a>
                <small>{one.code.clone()}</small>
            </td>
            <td data-label=words::PERIOD.get(language)>{quantities::month(language, one.period)}</td>
            {owner}
            <td data-label=words::DUE.get(language)>{quantities::date_or_none(language, one.due)}</td>
            <td class="n" data-label=words::PROGRESS.get(language)>{progress}</td>
            <td class="n" data-label=words::MONTH_INVEST.get(language)>{month_invest}</td>
            <td class="n" data-label=words::CUM_INVEST.get(language)>{cum_invest}</td>
            <td data-label=words::STATUS.get(language)>{tag(one.standing, language)}{sent}</td>
        </tr>
    }
}

/// How a report stands.
pub(super) fn tag(standing: ReportStanding, language: Language) -> impl IntoView + use<> {
    let warn = matches!(standing, ReportStanding::Returned | ReportStanding::Due);
    let stop = standing == ReportStanding::Overdue;
    let done = standing == ReportStanding::Accepted;
    view! { <span class="tag" class:done=done class:warn=warn class:stop=stop>{standing.shown().get(language)}</span> }
}
