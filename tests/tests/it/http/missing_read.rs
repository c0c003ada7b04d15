//! What is missing, by community and by body.

use anju_domain::{
    acts::ScheduleEntry,
    api::MissingView,
    missing::{GapTime, Lack, MissingEntry},
    model::Role,
};
use anju_tests::{
    saving::{Saving, read},
    server::{Server, on_each_database},
};
use std::collections::BTreeSet;

#[test]
fn it_holds_what_the_dossiers_lack_and_who_answers() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        for role in [Role::Office, Role::Leader, Role::Auditor] {
            let actor = server.actor(role).await;
            let all: MissingView = actor.get("/api/v1/missing").await.json();
            assert_eq!(all.as_of.to_string(), "2022-10-08");
            assert_eq!(usize::try_from(all.total), Ok(all.communities.len()));
            let gaps: Vec<_> = all.communities.iter().flat_map(|one| &one.gaps).collect();
            assert_eq!(usize::try_from(all.gaps), Ok(gaps.len()));
            assert!(!gaps.is_empty() && all.units.iter().map(|unit| unit.gaps).sum::<i64>() == all.gaps);
            let units: BTreeSet<_> = gaps.iter().map(|gap| gap.unit.as_str()).collect();
            assert_eq!(units, all.units.iter().map(|unit| unit.unit.as_str()).collect());
            // A body's part, and a page of it.
            let one = &all.units[0];
            let own: MissingView = actor.get(&format!("/api/v1/missing?unit={}&limit=1", one.unit)).await.json();
            assert_eq!((own.total, own.gaps, own.communities.len()), (one.communities, one.gaps, 1));
            assert!(own.communities[0].gaps.iter().all(|gap| gap.unit == one.unit) && own.units == all.units);
            let past: MissingView = actor.get("/api/v1/missing?offset=4000000000").await.json();
            assert_eq!((past.total, past.communities.len()), (all.total, 0));
        }
        server.stop().await;
    });
}

#[test]
fn what_is_taken_away_is_missing_at_once() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let dossier = read(&server, &office, "GT-0001").await;
        let schedule = Lack::Entry(MissingEntry::Schedule);
        let lacks = |view: &MissingView| {
            let own = view.communities.iter().filter(|one| one.id == dossier.project_community.id);
            own.flat_map(|one| &one.gaps)
                .any(|gap| gap.lack == schedule && gap.unit == "01" && gap.when == GapTime::Now)
        };
        assert!(!lacks(&office.get("/api/v1/missing").await.json()));
        let mut body = serde_json::to_value(ScheduleEntry::from(&dossier.project_community)).expect("it has a form");
        body["planned_start"] = serde_json::Value::Null;
        let saving = Saving { part: "schedule", version: |dossier| dossier.project_community.version };
        saving.save(&server, &office, &dossier, &body).await;
        assert!(lacks(&office.get("/api/v1/missing").await.json()));
        server.stop().await;
    });
}

#[test]
fn a_bad_query_is_refused() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        for (query, path, why) in [
            ("unit=99", "unit", "bad_value"),
            ("unit=%20", "unit", "bad_value"),
            ("limit=0", "limit", "limit"),
            ("limit=201", "limit", "limit"),
            ("year=2022", "year", "unknown_field"),
        ] {
            office.get(&format!("/api/v1/missing?{query}")).await.malformed_at(400, path, why);
        }
        server.stop().await;
    });
}
