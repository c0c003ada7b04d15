//! 工程进展: the curve of plan and actual, and the monthly reports, to read.

use super::context::dossier;
use crate::{
    facts::Facts,
    parts::{failure::Waiting, figure::Figure},
    preferences::{language, say},
};
use anju_domain::{
    chart::Chart,
    exact::Progress,
    indicators::{self, Filter},
    language::Language,
    model::{MonthlyReport, ProjectCommunity},
    words::{dossier as words, quantities},
};
use leptos::prelude::*;
use std::sync::Arc;

/// The S-curve.
const CURVE: &str = "L-11";

/// 工程进展
#[component]
pub(crate) fn ProgressTab() -> impl IntoView {
    let language = language();
    let context = dossier();
    let facts = Facts::follow();
    let filter = Signal::derive(move || Filter { community: context.id().parse().ok(), ..Filter::default() });
    let curve = Memo::new(move |_| {
        let facts = facts.remote.get()?;
        indicators::compute(CURVE, &facts, &filter.get(), language.get()).map(Arc::new)
    });
    let has_curve = Memo::new(move |_| curve.read().is_some());
    let reports = move || {
        let dossier = context.current.get()?;
        Some(reports(&dossier.reports, &dossier.project_community, language.get()))
    };
    view! {
        <div class="sheet">
            <div class="row">
                <Show when=move || has_curve.get() fallback=|| view! { <section class="cell"><Waiting /></section> }>
                    <Curve curve filter />
                </Show>
            </div>
            <div class="row">{reports}</div>
        </div>
    }
    .into_any()
}

#[component]
fn Curve(curve: Memo<Option<Arc<Chart>>>, filter: Signal<Filter>) -> impl IntoView {
    // The curve never goes once it is here: then the last one stays.
    let first = curve.get_untracked();
    move || {
        first.clone().map(|first| {
            let chart = Signal::derive(move || curve.get().unwrap_or_else(|| first.clone()));
            view! { <Figure chart filter /> }
        })
    }
}

fn reports(reports: &[MonthlyReport], entry: &ProjectCommunity, language: Language) -> AnyView {
    if reports.is_empty() {
        return view! {
            <section class="cell">
                <h2>{say(words::REPORTS)}</h2>
                <p class="empty">{say(words::NO_REPORTS)} <br /> {say(words::NO_REPORTS_DETAIL)}</p>
            </section>
        }
        .into_any();
    }
    view! {
        <section class="cell">
            <h2>{say(words::REPORTS)}</h2>
            <table class="list cards">
                <thead>
                    <tr>
                        <th scope="col">{say(words::PERIOD)}</th>
                        <th scope="col" class="n">{say(words::PLANNED_PROGRESS)}</th>
                        <th scope="col" class="n">{say(words::PROGRESS_ACTUAL)}</th>
                        <th scope="col" class="n">{say(words::LAG_POINTS)}</th>
                        <th scope="col" class="n">{say(words::MONTH_INVEST)}</th>
                        <th scope="col" class="n">{say(words::CUM_INVEST)}</th>
                        <th scope="col">{say(words::STATUS)}</th>
                        <th scope="col" class="fill">{say(words::PROBLEMS)}</th>
                    </tr>
                </thead>
                <tbody>{reports.iter().rev().map(|report| row(report, entry, language)).collect_view()}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn row(report: &MonthlyReport, entry: &ProjectCommunity, language: Language) -> impl IntoView + use<> {
    let planned = entry.baseline.iter().find(|point| point.period == report.period).map(|point| point.cum_progress);
    let lag = planned.map(|planned| planned.minus(report.cum_progress));
    let behind = lag > Some(Progress::default());
    let figure = |progress: Option<Progress>| progress.map_or_else(|| "—".to_owned(), Progress::shown);
    let sent =
        report.submitted_at.map(|at| view! { <time datetime=at.to_rfc3339()>{quantities::day(language, at)}</time> });
    view! {
        <tr>
            <td class="title">
                <a href=format!("/reports/{}/{}", entry.id, report.period)>{quantities::month(language, report.period)}</a>
            </td>
            <td class="n" data-label=words::PLANNED_PROGRESS.get(language)>{figure(planned)}</td>
            <td class="n" data-label=words::PROGRESS_ACTUAL.get(language)>{report.cum_progress.shown()}</td>
            <td class="n" class:bad=behind data-label=words::LAG_POINTS.get(language)>{figure(lag)}</td>
            <td class="n" data-label=words::MONTH_INVEST.get(language)>{report.month_invest.wan()}</td>
            <td class="n" data-label=words::CUM_INVEST.get(language)>{report.cum_invest.wan()}</td>
            <td data-label=words::STATUS.get(language)>{report.status.shown().get(language)}<small>{sent}</small></td>
            <td class="fill">{report.problems.clone()}<small>{report.next_steps.clone()}</small></td>
        </tr>
    }
}
