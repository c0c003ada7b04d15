//! What of the reports waits in 待办.

use anju_domain::{api::ReportsWaiting, model::Role};
use anju_tests::{
    reports::{month, review, submitted},
    server::{Server, on_each_database},
};

const PATH: &str = "/api/v1/reports/waiting";

#[test]
fn a_report_waits_for_the_office_when_it_was_sent_and_for_its_owner_when_it_was_returned() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let community = server.community("GT-0001").await;
        let (owner, office) = (server.actor(Role::ProjectOwner).await, server.actor(Role::Office).await);
        let count = async || {
            let of = |answer: anju_tests::actor::Answer| answer.json::<ReportsWaiting>();
            (of(owner.get(PATH).await), of(office.get(PATH).await))
        };
        assert_eq!(count().await, (ReportsWaiting::default(), ReportsWaiting::default()), "October is not due yet");
        let version = submitted(&owner, community).await;
        let (own, sent) = count().await;
        assert_eq!((own.count, sent.count, sent.next[0].period), (0, 1, month("2022-10")));
        assert_eq!(review(&office, community, version, "退回", "缺照片").send().await.status, 200);
        let (own, sent) = count().await;
        assert_eq!((own.count, sent.count, own.next[0].project_community), (1, 0, community));
        server.actor(Role::Unit).await.get(PATH).await.problem(403, "forbidden");
        server.stop().await;
    });
}
