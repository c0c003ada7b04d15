//! Saving what there is of a month's report.

use anju_domain::{api::Saved, model::Role, policy::stages::ReportStatus};
use anju_server::first_accounts::new_id;
use anju_tests::{
    reports::{MONTH, call, entry, month, read},
    server::{Server, on_each_database},
    tasks::bring,
};
use serde_json::json;

#[test]
fn what_is_saved_is_read_back_and_nothing_is_sent() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let community = server.community("GT-0001").await;
        for (role, version) in [(Role::ProjectOwner, 0), (Role::Office, 1)] {
            let actor = server.actor(role).await;
            let key = format!("from-{version}");
            let answer = call(&actor, community, "", version, &key).json(&entry(MONTH, 500, 1)).send().await;
            let saved: Saved = answer.json();
            assert_eq!(saved.version, version + 1, "{role}");
            assert_eq!(answer.header("etag"), Some(format!("\"{}\"", saved.version).as_str()));
        }
        let view = read(&server.actor(Role::Auditor).await, community, MONTH).await;
        let report = view.facts.report(view.period).unwrap();
        assert_eq!(
            (report.status, report.submitted_at, report.cum_progress.tenths()),
            (ReportStatus::Draft, None, 500)
        );
        server.stop().await;
    });
}

#[test]
fn the_second_of_two_who_begin_the_same_month_is_told_the_version_that_stands() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let community = server.community("GT-0001").await;
        let owner = server.actor(Role::ProjectOwner).await;
        call(&owner, community, "", 0, "one").json(&entry(MONTH, 650, 0)).send().await.json::<Saved>();
        let second = call(&owner, community, "", 0, "two").json(&entry(MONTH, 660, 0)).send().await;
        assert_eq!(second.problem(409, "stale_version").version, Some(1));
        let again = call(&owner, community, "", 0, "one").json(&entry(MONTH, 650, 0)).send().await;
        assert_eq!(again.json::<Saved>().version, 1, "the same request is answered as before");
        server.stop().await;
    });
}

#[test]
fn bad_input_is_refused_at_its_place_and_nothing_is_stored() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let community = server.community("GT-0001").await;
        let owner = server.actor(Role::ProjectOwner).await;
        let foreign = bring(&server.actor(Role::Town).await, "of the town").await;
        let revision = server.revision().await;
        for (number, (body, path, why)) in [
            (json!({ "period": MONTH, "cum_progress": 640 }), "", "missing_field"),
            (json!({ "period": "2022-13", "cum_progress": 640, "month_invest": 0 }), "period", "bad_value"),
            (json!({ "period": MONTH, "cum_progress": 64.5, "month_invest": 0 }), "cum_progress", "wrong_type"),
            (
                json!({ "period": MONTH, "cum_progress": 1, "month_invest": 0, "status": "已审" }),
                "status",
                "unknown_field",
            ),
            (json!([]), "", "wrong_type"),
        ]
        .iter()
        .enumerate()
        {
            call(&owner, community, "", 0, &format!("bad-{number}"))
                .json(body)
                .send()
                .await
                .malformed_at(422, path, why);
        }
        let mut with_foreign = entry(MONTH, 640, 0);
        with_foreign.photos = vec![foreign.id];
        let mut with_none = entry(MONTH, 640, 0);
        with_none.photos = vec![new_id(1)];
        for (body, path, why) in [
            (entry("2022-11", 640, 0), "period", "future"),
            (entry("2022-03", 640, 0), "period", "range"),
            (entry("2022-09", 640, 0), "status", "report_accepted"),
            (with_foreign, "photos/0", "unknown_evidence"),
            (with_none, "photos/0", "unknown_evidence"),
        ] {
            let seen = read(&owner, community, &body.period.to_string()).await.version;
            let problem = call(&owner, community, "", seen, why).json(&body).send().await.problem(422, "refused");
            let found = &problem.findings[0];
            assert_eq!((found.path.as_str(), found.params.text("why")), (path, Some(why)));
        }
        call(&owner, community, "", 0, "k")
            .without("if-match")
            .json(&entry(MONTH, 1, 0))
            .send()
            .await
            .problem(428, "malformed");
        assert_eq!(server.revision().await, revision, "nothing was stored");
        server.stop().await;
    });
}

#[test]
fn a_photo_comes_with_the_report_and_is_seen_by_whoever_reads_it() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let community = server.community("GT-0001").await;
        let owner = server.actor(Role::ProjectOwner).await;
        let photo = bring(&owner, "of the owner").await;
        let mut body = entry(MONTH, 650, 0);
        body.photos = vec![photo.id];
        call(&owner, community, "", 0, "one").json(&body).send().await.json::<Saved>();
        let content = format!("/api/v1/evidence/{}", photo.id);
        for role in [Role::ProjectOwner, Role::Office, Role::Leader, Role::Auditor] {
            let actor = server.actor(role).await;
            assert_eq!(read(&actor, community, MONTH).await.photos[0].evidence.id, photo.id, "{role}");
            assert_eq!(actor.get(&content).await.status, 200, "{role}");
        }
        server.actor(Role::Unit).await.get(&content).await.problem(404, "not_found");
        assert_eq!(month(MONTH).to_string(), MONTH);
        server.stop().await;
    });
}
