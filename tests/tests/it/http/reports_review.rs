//! The office accepts a month's report, or returns it.

use anju_domain::{
    api::{ReportPage, Saved},
    model::{Dossier, Role},
    policy::stages::ReportStatus,
};
use anju_tests::{
    reports::{LIST, MONTH, call, entry, read, review, submitted},
    server::{Server, on_each_database},
};

#[test]
fn a_report_is_returned_with_its_reason_sent_again_and_accepted() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let community = server.community("GT-0001").await;
        let (owner, office) = (server.actor(Role::ProjectOwner).await, server.actor(Role::Office).await);
        let version = submitted(&owner, community).await;
        let silent = review(&office, community, version, "退回", " ").send().await.problem(422, "refused");
        assert_eq!((silent.findings[0].path.as_str(), silent.findings.len()), ("said", 1));
        let back: Saved = review(&office, community, version, "退回", "缺外墙照片")
            .header("idempotency-key", "back")
            .send()
            .await
            .json();
        let view = read(&owner, community, MONTH).await;
        let report = view.facts.report(view.period).unwrap();
        assert_eq!(report.status, ReportStatus::Returned);
        assert_eq!(report.record.history.last().map(|event| event.said.as_str()), Some("缺外墙照片"));
        let waiting: ReportPage = owner.get(&format!("{LIST}?show=waiting")).await.json();
        assert_eq!(waiting.total, 1);

        let again = call(&owner, community, "/submission", back.version, "again").json(&entry(MONTH, 710, 5_000_000));
        let again: Saved = again.send().await.json();
        let done: Saved = review(&office, community, again.version, "通过", "").send().await.json();
        let dossier: Dossier = office.get(&format!("/api/v1/dossiers/{community}")).await.json();
        let last = dossier.reports.last().unwrap();
        assert_eq!(
            (last.status, last.cum_progress.tenths(), last.version),
            (ReportStatus::Accepted, 710, done.version)
        );
        let twice = review(&office, community, done.version, "通过", "").send().await.problem(422, "refused");
        assert_eq!(twice.findings[0].params.text("why"), Some("report_not_sent"));
        server.stop().await;
    });
}

#[test]
fn only_the_office_judges_and_only_what_was_sent() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let community = server.community("GT-0001").await;
        let office = server.actor(Role::Office).await;
        let none = review(&office, community, 0, "通过", "").send().await.problem(422, "refused");
        assert_eq!(none.findings[0].params.text("why"), Some("no_report"));
        for role in [Role::ProjectOwner, Role::Leader, Role::Auditor] {
            let actor = server.actor(role).await;
            review(&actor, community, 0, "通过", "").send().await.problem(403, "forbidden");
        }
        server.stop().await;
    });
}
