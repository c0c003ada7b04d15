//! The other communities of a project come with each dossier, so that rules over the whole project judge on the server as
//! they do in a case file.

use super::{
    on_each_database,
    support::{Place, a_fen_more, key, load, new_id, now, office, programme_of, save, today},
};
use anju_domain::{
    acts::{BuildingsEntry, SaveBuildings},
    exact::{Money, Month, Progress},
    facts::ProjectFacts,
    finding::{Gate, Param},
    model::{
        BuildingSelection, Disbursement, Dossier, MonthlyReport, NamedElsewhere, OpeningBalance, ReportRecord,
        SPECIAL_BONDS, Sibling, Source,
    },
    policy::stages::{BondResult, ReportStatus, Stage},
    rules,
    sample::SampleProgramme,
};
use std::sync::Arc;

on_each_database!(
    a_dossier_holds_the_others_of_its_project,
    rules_over_the_project_count_every_community,
    an_act_leaves_the_others_in_place,
    bonds_are_the_whole_projects,
    what_names_buildings_elsewhere_comes_with_a_dossier,
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

async fn bonds_are_the_whole_projects(place: Arc<Place>) {
    let storage = place.open().await;
    let mut sample = bundle(3);
    for dossier in &mut sample.dossiers {
        let entry = &mut dossier.project_community;
        entry.commitments.retain(|one| one.funding != SPECIAL_BONDS);
        entry.payments.retain(|one| one.source.funding != SPECIAL_BONDS);
    }
    let second = &mut sample.dossiers[1].project_community;
    second.commitments[0].funding = SPECIAL_BONDS.to_owned();
    let paid = Disbursement {
        id: new_id(),
        source: Source { funding: SPECIAL_BONDS.to_owned(), ..Source::default() },
        line: second.lines[0].id.clone(),
        date: today(),
        amount: Money::from_fen(101),
        doc_no: String::new(),
        voucher: "记-1".to_owned(),
        payee: "样例施工单位".to_owned(),
        purpose: "工程款".to_owned(),
    };
    second.payments.push(paid);
    for dossier in &mut sample.dossiers[..3] {
        dossier.project.bond_result = BondResult::Passed;
        dossier.project.bond_issued = Money::from_fen(100);
    }
    load(&storage, &sample).await.unwrap();
    let first = sample.dossiers[0].project_community.id;
    for read in [
        storage.dossier(sample.programme.id, first).await.unwrap(),
        storage
            .dossiers(sample.programme.id)
            .await
            .unwrap()
            .into_iter()
            .find(|one| one.project_community.id == first)
            .unwrap(),
    ] {
        let paid: Money = read.siblings.iter().map(|sibling| sibling.paid_from_bonds).sum();
        assert_eq!((paid.fen(), read.siblings.iter().filter(|one| one.has_special_bonds).count()), (101, 1));
        let found = rules::gate_findings(&ProjectFacts::of(&read, today()), Gate::G3);
        assert!(found.iter().any(|finding| finding.rule == "R-23" && finding.path == "bond_issued"), "{found:?}");
    }
    storage.close().await.unwrap();
}

async fn what_names_buildings_elsewhere_comes_with_a_dossier(place: Arc<Place>) {
    let storage = place.open().await;
    let mut sample = programme_of(2);
    let community = sample.dossiers[0].community.clone();
    let no = community.buildings[0].no.clone();
    let year = sample.dossiers[0].project_community.plan_year;
    let second = &mut sample.dossiers[1].project_community;
    (second.community, second.plan_year) = (community.id, year + 1);
    sample.dossiers[1].community = community;
    for dossier in &mut sample.dossiers {
        dossier.community.prior_subsidies.clear();
        dossier.project_community.lines.iter_mut().for_each(|line| line.buildings = BuildingSelection::All);
    }
    sample.dossiers[1].project_community.lines[0].buildings = BuildingSelection::These(vec![no.clone()]);
    load(&storage, &sample).await.unwrap();
    let id = sample.dossiers[0].project_community.id;
    let read = storage.dossier(sample.programme.id, id).await.unwrap();
    assert_eq!(read.named_elsewhere, NamedElsewhere::of(&sample.dossiers[1].project_community));
    let rest = read.community.buildings.iter().filter(|building| building.no != no);
    let request = BuildingsEntry { buildings: rest.map(Into::into).collect() };
    let key = key("remove", Some(read.community.version));
    let refused = storage
        .perform::<SaveBuildings>(sample.programme.id, &office(), &key, id, request, today(), now())
        .await
        .unwrap_err();
    let said = format!("{refused:?}");
    assert!(said.contains("building_in_use_elsewhere") && said.contains(&no), "{said}");
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
