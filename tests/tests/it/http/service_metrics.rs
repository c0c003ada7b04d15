//! The counts of the server.

use anju_domain::model::Role;
use anju_tests::server::{Server, on_each_database};

#[test]
fn a_program_on_the_same_machine_reads_them_and_others_sign_in() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        server.anonymous().sign_in("office", "wrong-password").await;
        let answer = server.anonymous().get("/metrics").await;
        assert_eq!(answer.status, 200);
        assert!(answer.text().contains("anju_failed_sign_ins_total 1"), "{}", answer.text());
        assert!(answer.text().contains("anju_http_answers_total{class=\"4xx\"} 1"), "{}", answer.text());
        let far = server.anonymous().call("GET", "/metrics").header("x-forwarded-for", "10.0.0.1").send().await;
        far.problem(401, "unauthenticated");
        let administrator = server.actor(Role::SystemAdministrator).await;
        let near = administrator.call("GET", "/metrics").header("x-forwarded-for", "10.0.0.1").send().await;
        assert_eq!(near.status, 200);
        server.stop().await;
    });
}
