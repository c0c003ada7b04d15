//! 概况: the community, the project, the plan, the steps of the approvals.

use super::{
    context::dossier,
    editing::{COMMUNITY, Editable, PROJECT, SCHEDULE},
};
use crate::{
    naming,
    preferences::{language, say},
};
use anju_domain::{
    exact::{Money, grouped},
    forms::{ProjectForm, Sheet, texts},
    language::{Language, Text},
    model::{ApprovalStep, Dossier, PriorSubsidy},
    policy::stages::Requirement,
    words::{dossier as words, fill, quantities, shell},
};
use leptos::prelude::*;

/// 概况
#[component]
pub(crate) fn Summary() -> impl IntoView {
    let language = language();
    let context = dossier();
    // One part is open for typing at a time.
    let busy = RwSignal::new(None::<&'static str>);
    let facts = move |of: fn(&Dossier, Language) -> Rows| {
        move || context.current.get().map(|dossier| list(of(&dossier, language.get())))
    };
    view! {
        <div class="sheet">
            <div class="row halves">
                <section class="cell"><Editable spec=&COMMUNITY busy>{facts(community)}</Editable></section>
                <section class="cell"><Editable spec=&SCHEDULE busy>{facts(plan)}</Editable></section>
            </div>
            <div class="row halves">
                <section class="cell"><Editable spec=&PROJECT busy>{facts(project)}</Editable></section>
                {move || context.current.get().map(|dossier| prior(&dossier.community.prior_subsidies, language.get()))}
            </div>
            <div class="row">
                {move || context.current.get().map(|dossier| steps(&dossier.project.steps, language.get()))}
            </div>
        </div>
    }
    .into_any()
}

type Rows = Vec<(Text, String)>;

fn list(rows: Rows) -> impl IntoView {
    let row =
        |(name, value): (Text, String)| (!value.is_empty()).then(|| view! { <dt>{say(name)}</dt><dd>{value}</dd> });
    view! { <dl class="facts">{rows.into_iter().map(row).collect_view()}</dl> }
}

fn community(dossier: &Dossier, language: Language) -> Rows {
    let community = &dossier.community;
    let features = [
        (community.built_early, words::BUILT_EARLY),
        (community.neglected, words::NEGLECTED),
        (community.infra_incomplete, words::INFRA_INCOMPLETE),
        (community.service_incomplete, words::SERVICE_INCOMPLETE),
        (community.will_strong, words::WILL_STRONG),
    ];
    let held: Vec<&str> = features.iter().filter(|(held, _)| *held).map(|(_, text)| text.get(language)).collect();
    let yes_no = |value: bool| if value { shell::YES } else { shell::NO }.get(language).to_owned();
    vec![
        (words::CODE, community.code.clone()),
        (words::ADDRESS, community.address.clone()),
        (words::NEIGHBOURHOOD, community.neighbourhood.clone()),
        (words::TOWNSHIP, community.township.clone()),
        (words::TENURE, community.tenure.map(|tenure| tenure.text().get(language).to_owned()).unwrap_or_default()),
        (words::OWNER_UNIT, community.owner_unit.clone()),
        (words::FEATURES, held.join(if language == Language::Zh { "、" } else { ", " })),
        (words::EXPROPRIATION, yes_no(community.expropriation_planned)),
        (words::SURVEYED, community.survey_date.map(|day| quantities::date(language, day)).unwrap_or_default()),
    ]
}

fn plan(dossier: &Dossier, language: Language) -> Rows {
    let entry = &dossier.project_community;
    let total: Money = entry.lines.iter().map(|line| line.amount).sum();
    let in_plan = match (&dossier.plan, entry.plan, entry.entered_on) {
        (Some(plan), Some(id), entered) if plan.id == id => {
            let entered =
                entered.map(|day| fill(words::ENTERED, language, &[("date", &quantities::date(language, day))]));
            let status = plan.status.text().get(language).to_owned();
            quantities::listed(language, &[status, plan.doc_no.clone(), entered.unwrap_or_default()])
        }
        _ => words::NOT_IN_PLAN.get(language).to_owned(),
    };
    let day = |day| quantities::date_or_none(language, day);
    vec![
        (words::PLAN_YEAR, entry.plan_year.to_string()),
        (words::IN_PLAN, in_plan),
        (words::PLANNED_START, day(entry.planned_start)),
        (words::ACTUAL_START, day(entry.actual_start)),
        (words::PLANNED_FINISH, day(entry.planned_finish)),
        (words::COMPLETED_ON, day(entry.completed_on)),
        (words::SCOPE_HOUSEHOLDS, fill(quantities::HOUSEHOLDS, language, &[("n", &grouped(entry.scope_households))])),
        (words::SCOPE_AREA, quantities::area(language, entry.scope_area)),
        (words::INVESTMENT, quantities::money(language, total)),
    ]
}

fn project(dossier: &Dossier, language: Language) -> Rows {
    let project = &dossier.project;
    let manager = [project.manager_name.as_str(), project.manager_post.as_str()];
    let mut rows = vec![
        (words::PROJECT_NAME, project.name.clone()),
        (words::PROJECT_CODE, project.national_code.clone()),
        (words::PROJECT_OWNER, naming::unit(&project.project_owner, language)),
        (words::MANAGER, manager.join(" ").trim().to_owned()),
        (words::DELIVERY, project.delivery_mode.shown().get(language).to_owned()),
    ];
    rows.extend(said(dossier, language));
    rows
}

/// What else the form of the project holds, as far as something is said there.
fn said(dossier: &Dossier, language: Language) -> Rows {
    let cells = texts::<ProjectForm>(dossier).into_iter().next().unwrap_or_default();
    let known = ["name", "national_code", "project_owner", "manager_name", "manager_post", "delivery_mode"];
    let columns = ProjectForm::columns().iter().map(|column| column.head).zip(cells);
    columns
        .filter(|(head, text)| !known.contains(&head.field) && !matches!(text.as_str(), "" | "否" | "0.00"))
        .map(|(head, text)| {
            let value = match text.parse() {
                _ if text == "是" => shell::YES.get(language).to_owned(),
                Ok(day) => quantities::date(language, day),
                Err(_) => match head.kind.unit() {
                    Some(unit) => quantities::with_unit(language, &text, unit),
                    None => text,
                },
            };
            (head.name, value)
        })
        .collect()
}

fn prior(subsidies: &[PriorSubsidy], language: Language) -> impl IntoView + use<> {
    let row = |one: &PriorSubsidy| {
        let year = one.year.map(|year| year.to_string()).unwrap_or_default();
        let parts = [one.level.text().get(language).to_owned(), one.programme.clone(), year];
        view! {
            <dt>{naming::item_with_code(&one.item, language)}</dt>
            <dd>{quantities::listed(language, &parts)}</dd>
        }
    };
    let none = subsidies.is_empty().then(|| view! { <p class="empty">{say(shell::NONE)}</p> });
    view! {
        <section class="cell">
            <h2>{say(words::PRIOR)}</h2>
            {none}
            <dl class="facts">{subsidies.iter().map(row).collect_view()}</dl>
        </section>
    }
}

fn steps(steps: &[ApprovalStep], language: Language) -> impl IntoView + use<> {
    let row = |step: &ApprovalStep| {
        // What need not be done has no progress to tell of.
        let needed = step.requirement != Requirement::Waived;
        let status = if needed { step.status.shown() } else { quantities::NO_VALUE }.get(language);
        view! {
            <tr>
                <td class="title">{format!("{} {}", step.step.code(), step.step.text().get(language))}<small>{step.doc_no.clone()}</small></td>
                <td data-label=words::REQUIREMENT.get(language)>{step.requirement.shown().get(language)}</td>
                <td data-label=words::STATUS.get(language)>{status}</td>
                <td data-label=words::PLANNED_ON.get(language)>{quantities::date_or_none(language, step.planned_on)}</td>
                <td data-label=words::PASSED_ON.get(language)>{quantities::date_or_none(language, step.date)}</td>
            </tr>
        }
    };
    let none = steps.is_empty().then(|| view! { <p class="empty">{say(shell::NONE)}</p> });
    view! {
        <section class="cell">
            <h2>{say(words::STEPS)}</h2>
            {none}
            {(!steps.is_empty()).then(|| view! {
                <table class="list cards">
                    <thead>
                        <tr>
                            <th scope="col" class="fill">{say(words::STEP)}</th>
                            <th scope="col">{say(words::REQUIREMENT)}</th>
                            <th scope="col">{say(words::STATUS)}</th>
                            <th scope="col">{say(words::PLANNED_ON)}</th>
                            <th scope="col">{say(words::PASSED_ON)}</th>
                        </tr>
                    </thead>
                    <tbody>{steps.iter().map(row).collect_view()}</tbody>
                </table>
            })}
        </section>
    }
}
