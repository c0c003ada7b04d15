//! How duties stand: the same figures as in the facts, without the communities.

use anju_domain::{api::DutyPage, indicators::ProgrammeFacts, model::Role};
use anju_tests::{
    server::{Server, on_each_database},
    tasks::LIST,
};

const PROGRESS: &str = "/api/v1/duties/progress";

#[test]
fn it_says_of_duties_what_the_facts_say() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        for role in [Role::Office, Role::Leader, Role::Unit] {
            let actor = server.actor(role).await;
            let facts: ProgrammeFacts = actor.get("/api/v1/facts").await.json();
            let progress: ProgrammeFacts = actor.get(PROGRESS).await.json();
            assert!(!progress.duties.tallies.is_empty());
            assert_eq!(progress.duties, facts.duties);
            assert_eq!((progress.as_of, progress.revision), (facts.as_of, facts.revision));
            assert_eq!(progress.programme, facts.programme);
            assert!(progress.communities.is_empty() && progress.plans.is_empty());
        }
        let office = server.actor(Role::Office).await;
        let page: DutyPage = office.get(LIST).await.json();
        let progress: ProgrammeFacts = office.get(&format!("{PROGRESS}?unit=11")).await.json();
        let overdue: i64 = progress.duties.tallies.iter().map(|tally| tally.counts.overdue).sum();
        assert_eq!(overdue, page.numbers.overdue, "whatever query somebody adds");
        server.stop().await;
    });
}
