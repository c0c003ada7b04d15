//! Making the accounts of all project owners at once.

use anju_domain::{
    api::{NewAccount, ReportPage},
    model::Role,
};
use anju_tests::{
    reports::LIST,
    server::{Server, on_each_database},
};

const PATH: &str = "/api/v1/accounts/project-owners";

#[test]
fn each_project_owner_without_an_account_gets_one_and_sees_its_own_projects_alone() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let administrator = server.actor(Role::SystemAdministrator).await;
        let answer = administrator.call("POST", PATH).send().await;
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        let made: Vec<NewAccount> = answer.json();
        let users: Vec<&str> = made.iter().map(|new| new.user.as_str()).collect();
        assert_eq!(users, ["城关镇人民政府-建设单位"], "the other one of the sample has its account already");
        assert!(administrator.call("POST", PATH).send().await.json::<Vec<NewAccount>>().is_empty());
        let mut actor = server.anonymous();
        assert_eq!(actor.sign_in(&made[0].user, &made[0].password).await.status, 200);
        let page: ReportPage = actor.get(LIST).await.json();
        assert_eq!(page.numbers.all, 0, "none of its projects is under works");
        let foreign = server.community("GT-0001").await;
        actor.get(&format!("/api/v1/dossiers/{foreign}/report")).await.problem(404, "not_found");
        server.actor(Role::Office).await.call("POST", PATH).send().await.problem(403, "forbidden");
        server.stop().await;
    });
}
