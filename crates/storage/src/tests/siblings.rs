//! The other communities of a project come with each dossier, so that rules over the whole project judge on the server as
//! they do in a case file.

use super::{
    on_each_database,
    support::{Place, a_fen_more, key, load, new_id, programme_of, save, today},
};
use anju_domain::{
    exact::{Money, Month, Progress},
    facts::ProjectFacts,
    finding::{Gate, Param},
    model::{Dossier, MonthlyReport, OpeningBalance, ReportRecord, Sibling},
    policy::stages::{ReportStatus, Stage},
    rules,
    sample::SampleProgramme,
};
use std::sync::Arc;

on_each_database!(
    a_dossier_holds_the_others_of_its_project,
    rules_over_the_project_count_every_community,
    an_act_leaves_the_others_in_place,
    other_communities_cost_no_statement_each,
);

/// The first three communities in one project, a fourth in its own; the second has reports and was taken over.
fn bundle(count: usize) -> SampleProgramme {
    let mut sample = programme_of(count + 1);
    let project = sample.dossiers[0].project.clone();
    for dossier in &mut sample.dossiers[..count] {
        dossier.project = project.clone();
        dossier.project_community.project = project.id;
    }
    let second = &mut sample.dossiers[1];
    second.reports =
        [(2, 300, ReportStatus::Accepted), (1, 200, ReportStatus::Accepted), (3, 900, ReportStatus::Submitted)]
            .map(|(month, fen, status)| MonthlyReport {
                id: new_id(),
                version: 1,
                project_community: second.project_community.id,
                period: Month::new(2022, month).unwrap(),
                cum_progress: Progress::from_tenths(10),
                month_invest: Money::from_fen(100),
                cum_invest: Money::from_fen(fen),
                problems: String::new(),
                next_steps: String::new(),
                reporter: String::new(),
                submitted_at: None,
                status,
                record: ReportRecord::default(),
            })
            .into();
    sample.dossiers[2].reports.clear();
    sample.dossiers[2].project_community.opening = Some(OpeningBalance {
        cutoff: Month::new(2022, 1).unwrap(),
        stage: Stage::UnderWay,
        cum_progress: Progress::from_tenths(100),
        cum_invest: Money::from_fen(777),
        received: Money::ZERO,
        paid: Money::ZERO,
        doc: String::new(),
    });
    sample
}

fn expected(of: &Dossier, sample: &SampleProgramme) -> Vec<Sibling> {
    let mut others: Vec<&Dossier> = sample.dossiers.iter().filter(|other| other.project.id == of.project.id).collect();
    others.retain(|other| other.project_community.id != of.project_community.id);
    others.sort_by_key(|other| (other.project_community.plan_year, other.project_community.id));
    others.into_iter().map(|other| Sibling::of(&other.project_community, &other.reports)).collect()
}

async fn a_dossier_holds_the_others_of_its_project(place: Arc<Place>) {
    let storage = place.open().await;
    let sample = bundle(3);
    load(&storage, &sample).await.unwrap();
    let all = storage.dossiers(sample.programme.id).await.unwrap();
    assert_eq!(all.len(), 4);
    for given in &sample.dossiers {
        let expected = expected(given, &sample);
        let one = storage.dossier(sample.programme.id, given.project_community.id).await.unwrap();
        assert_eq!(one.siblings, expected, "{}", given.community.code);
        let among_all = all.iter().find(|held| held.project_community.id == given.project_community.id).unwrap();
        assert_eq!(among_all.siblings, expected, "{}", given.community.code);
    }
    let first = storage.dossier(sample.programme.id, sample.dossiers[0].project_community.id).await.unwrap();
    let mut invested: Vec<i64> = first.siblings.iter().map(|sibling| sibling.cum_invest.fen()).collect();
    invested.sort_unstable();
    assert_eq!(invested, [300, 777], "of the last accepted report, or of the taking over");
    assert!(first.siblings.iter().all(|sibling| !sibling.lines.is_empty()));
    storage.close().await.unwrap();
}

async fn rules_over_the_project_count_every_community(place: Arc<Place>) {
    let storage = place.open().await;
    let mut sample = bundle(3);
    let totals: Money = sample.dossiers[..3].iter().filter_map(|dossier| dossier.project_community.total_invest).sum();
    for dossier in &mut sample.dossiers[..3] {
        dossier.project.total_invest = Some(totals.plus(Money::from_fen(1)));
    }
    load(&storage, &sample).await.unwrap();
    let read = storage.dossier(sample.programme.id, sample.dossiers[0].project_community.id).await.unwrap();
    let found = rules::gate_findings(&ProjectFacts::of(&read, today()), Gate::G1);
    let of_project = found.iter().find(|finding| finding.rule == "R-27" && finding.path == "project/total_invest");
    let finding = of_project.expect("a fen of difference over three communities");
    assert_eq!(finding.params.get("communities"), Some(&Param::Integer(3)));
    assert_eq!(finding.params.get("lines"), Some(&Param::Integer(totals.fen())));
    storage.close().await.unwrap();
}

async fn an_act_leaves_the_others_in_place(place: Arc<Place>) {
    let storage = place.open().await;
    let sample = bundle(3);
    load(&storage, &sample).await.unwrap();
    let id = sample.dossiers[0].project_community.id;
    let before = storage.dossier(sample.programme.id, id).await.unwrap();
    let mut version = before.project_community.version;
    for at in 0..2 {
        let now = storage.dossier(sample.programme.id, id).await.unwrap();
        let saved =
            save(&storage, &now, a_fen_more(&now), key(&format!("siblings-{at}"), Some(version))).await.unwrap();
        version = saved.version;
    }
    assert_eq!(storage.dossier(sample.programme.id, id).await.unwrap().siblings, before.siblings);
    storage.close().await.unwrap();
}

async fn other_communities_cost_no_statement_each(place: Arc<Place>) {
    let mut counts = Vec::new();
    let storage = place.open().await;
    for (count, code) in [(2, "620724"), (9, "620799")] {
        let mut sample = bundle(count.max(3));
        sample.programme.id = new_id();
        sample.programme.division_code = code.to_owned();
        sample.plans.clear();
        for dossier in &mut sample.dossiers {
            dossier.project_community.plan = None;
        }
        load(&storage, &sample).await.unwrap();
        let start = storage.statements();
        storage.dossier(sample.programme.id, sample.dossiers[0].project_community.id).await.unwrap();
        counts.push(storage.statements() - start);
    }
    assert_eq!(counts[0], counts[1], "{counts:?}");
    storage.close().await.unwrap();
}
