//! Reading the programme.

use anju_domain::model::{Programme, Role};
use anju_tests::{
    programme::PATH,
    server::{Server, Setting, on_each_database},
};

#[test]
fn it_comes_with_its_version_and_is_kept_nowhere() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let answer = server.actor(Role::Office).await.get(PATH).await;
        assert_eq!((answer.status, answer.header("etag")), (200, Some("\"1\"")));
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        let programme: Programme = answer.json();
        assert!(programme.sample && programme.id == server.programme);
        server.stop().await;
    });
}

#[test]
fn before_there_is_one_it_is_not_found() {
    on_each_database(|kind| async move {
        let server = Server::start_with(kind, Setting { empty: true, ..Setting::default() }).await;
        server.actor(Role::Leader).await.get(PATH).await.problem(404, "not_found");
        server.stop().await;
    });
}
