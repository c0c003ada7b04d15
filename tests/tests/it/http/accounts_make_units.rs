//! Making the accounts of all units at once.

use anju_domain::{
    api::{NewAccount, SessionView},
    model::Role,
};
use anju_tests::server::{Server, on_each_database};

const PATH: &str = "/api/v1/accounts/units";

#[test]
fn each_unit_without_an_account_gets_one_and_made_twice_there_is_still_one() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let administrator = server.actor(Role::SystemAdministrator).await;
        let answer = administrator.call("POST", PATH).send().await;
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        let made: Vec<NewAccount> = answer.json();
        assert_eq!(made.len(), 18, "of 19 units one has its account already");
        let again: Vec<NewAccount> = administrator.call("POST", PATH).send().await.json();
        assert!(again.is_empty());
        for (name, role, unit) in [("县教育局", Role::Unit, "05"), ("城关镇人民政府", Role::Town, "16")] {
            let new = made.iter().find(|new| new.user == name).unwrap();
            let mut actor = server.anonymous();
            let view: SessionView = actor.sign_in(&new.user, &new.password).await.json();
            assert_eq!((view.role, view.unit.as_deref()), (role, Some(unit)));
            assert_eq!(actor.get("/api/v1/duties").await.status, 200);
        }
        server.stop().await;
    });
}
