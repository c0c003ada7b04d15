//! What a registration may name.

use super::communities_register::PATH;
use anju_domain::{api::RegisterView, model::Role};
use anju_tests::server::{Server, on_each_database};

#[test]
fn it_names_what_is_known_and_the_next_code_to_the_office_alone() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let view: RegisterView = office.get(PATH).await.json();
        let codes: Vec<&str> = view.communities.iter().map(|known| known.code.as_str()).collect();
        assert_eq!(codes, ["GT-0001", "GT-0002", "GT-0003", "GT-0004"]);
        assert_eq!((view.next_code.as_deref(), view.projects.len()), (Some("GT-0005"), 4));
        for role in [Role::Leader, Role::Auditor, Role::Unit, Role::Town] {
            server.actor(role).await.get(PATH).await.problem(403, "forbidden");
        }
        server.stop().await;
    });
}
