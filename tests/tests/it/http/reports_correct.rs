//! The office corrects the figures of the last accepted report.

use anju_domain::{api::Saved, exact::Money, model::Role};
use anju_tests::{
    reports::{call, read},
    server::{Server, on_each_database},
};
use serde_json::{Value, json};

const LAST: &str = "2022-09";

fn correction(period: &str, tenths: i64, fen: i64, doc: &str) -> Value {
    json!({ "period": period, "cum_progress": tenths, "cum_invest": fen, "reason": "审计核减", "doc": doc })
}

#[test]
fn figures_are_cut_with_a_document_and_what_they_were_is_kept() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let community = server.community("GT-0001").await;
        let office = server.actor(Role::Office).await;
        let body = correction(LAST, 600, 650_000_000, "审〔2022〕3号");
        let saved: Saved = call(&office, community, "/correction", 1, "one").json(&body).send().await.json();
        assert_eq!(saved.version, 2);
        let view = read(&server.actor(Role::ProjectOwner).await, community, LAST).await;
        let report = view.facts.report(view.period).unwrap();
        assert_eq!((report.cum_progress.tenths(), report.month_invest), (600, Money::from_fen(150_000_000)));
        assert_eq!(report.record.corrections[0].cum_invest, Money::from_fen(700_000_000));
        server.stop().await;
    });
}

#[test]
fn without_a_document_or_on_an_earlier_month_nothing_is_corrected() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let community = server.community("GT-0001").await;
        let office = server.actor(Role::Office).await;
        let revision = server.revision().await;
        for (body, version, why) in [
            (correction(LAST, 600, 650_000_000, " "), 1, "correction_document"),
            (correction(LAST, 640, 700_000_000, "x"), 1, "nothing_corrected"),
            (correction("2022-08", 440, 490_000_000, "x"), 1, "later_report_accepted"),
            (correction("2022-10", 600, 650_000_000, "x"), 0, "no_report"),
            (correction(LAST, 1001, 650_000_000, "x"), 1, "range"),
        ] {
            let problem = call(&office, community, "/correction", version, why).json(&body).send().await;
            assert_eq!(problem.problem(422, "refused").findings[0].params.text("why"), Some(why));
        }
        let bad = json!({ "period": LAST, "cum_progress": 1, "cum_invest": 1, "reason": "其他", "doc": "x" });
        call(&office, community, "/correction", 1, "bad").json(&bad).send().await.malformed_at(
            422,
            "reason",
            "bad_value",
        );
        let owner = server.actor(Role::ProjectOwner).await;
        let refused = call(&owner, community, "/correction", 1, "k").json(&correction(LAST, 600, 1, "x")).send().await;
        refused.problem(403, "forbidden");
        assert_eq!(server.revision().await, revision, "nothing was stored");
        server.stop().await;
    });
}
