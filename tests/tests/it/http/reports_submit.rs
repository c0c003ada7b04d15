//! Sending a month's report to the office.

use anju_domain::{api::Saved, model::Role, policy::stages::ReportStatus};
use anju_tests::{
    reports::{MONTH, call, entry, read, submitted},
    server::{Server, on_each_database},
};

#[test]
fn a_report_is_sent_once_and_says_by_whom_and_when() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let community = server.community("GT-0001").await;
        let owner = server.actor(Role::ProjectOwner).await;
        let version = submitted(&owner, community).await;
        let view = read(&owner, community, MONTH).await;
        let report = view.facts.report(view.period).unwrap();
        assert_eq!(
            (report.status, report.reporter.as_str(), view.version),
            (ReportStatus::Submitted, "建设单位", version)
        );
        assert!(report.submitted_at.is_some());
        let revision = server.revision().await;
        let twice = call(&owner, community, "/submission", version, "twice").json(&entry(MONTH, 700, 5_000_000));
        let problem = twice.send().await.problem(422, "refused");
        assert_eq!(problem.findings[0].params.text("why"), Some("report_sent"));
        let stale = call(&owner, community, "/submission", 0, "stale").json(&entry(MONTH, 700, 5_000_000));
        assert_eq!(stale.send().await.problem(409, "stale_version").version, Some(version));
        assert_eq!(server.revision().await, revision);
        server.stop().await;
    });
}

#[test]
fn figures_that_break_a_rule_are_not_sent() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let community = server.community("GT-0001").await;
        let owner = server.actor(Role::ProjectOwner).await;
        let revision = server.revision().await;
        // 700.00 of 1,145.60 万元 and 64.0 % up to September.
        for (number, (body, rule, why)) in [
            (entry(MONTH, 639, 0), "R-47", "decrease"),
            (entry(MONTH, 640, -1), "R-47", "decrease"),
            (entry(MONTH, 1001, 0), "R-47", "range"),
            (entry(MONTH, 640, 560_160_001), "R-30", ""),
            (entry("2022-11", 640, 0), "R-48", "future"),
        ]
        .iter()
        .enumerate()
        {
            let sent = call(&owner, community, "/submission", 0, &format!("bad-{number}")).json(body).send().await;
            let found = &sent.problem(422, "refused").findings[0];
            assert_eq!((found.rule.as_ref(), found.params.text("why").unwrap_or_default()), (*rule, *why));
        }
        assert_eq!(server.revision().await, revision, "nothing was stored");
        let warned =
            call(&owner, community, "/submission", 0, "over").json(&entry(MONTH, 640, 560_160_000)).send().await;
        assert_eq!(warned.json::<Saved>().warnings[0].rule, "R-30");
        server.stop().await;
    });
}
