//! The web application beside the interface: its page at every path, problems under `/api`.

use anju_tests::server::{Server, on_each_database};

#[test]
fn a_page_path_shows_a_page_and_an_unknown_address_of_the_interface_is_a_problem() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let anonymous = server.anonymous();
        for path in ["/", "/communities", "/communities/1/funding", "/apiary", "/voyage", "/../../etc/passwd"] {
            let answer = anonymous.get(path).await;
            assert_eq!(
                (answer.status, answer.header("content-type")),
                (200, Some("text/html; charset=utf-8")),
                "{path}"
            );
            assert_eq!(answer.header("cache-control"), Some("no-cache"), "{path}");
        }
        for path in ["/api", "/api/v1/nothing", "/api/v2/overview", "/v/abc", "/app-0123456789ab.js", "/%2e%2e/x.txt"] {
            anonymous.get(path).await.problem(404, "not_found");
        }
        anonymous.call("POST", "/communities").send().await.problem(404, "not_found");
        let answer = anonymous.call("PATCH", "/api/v1/session").send().await;
        answer.problem(405, "method_not_allowed");
        assert!(answer.header("allow").is_some_and(|allow| allow.contains("POST")), "{:?}", answer.headers);
        server.stop().await;
    });
}

#[test]
fn problems_speak_the_language_that_is_asked_for() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let ask = |language: &'static str| {
            server.anonymous().call("GET", "/api/v1/session").header("accept-language", language).send()
        };
        let (zh, en) = (ask("zh-CN").await, ask("en").await);
        assert_eq!((zh.header("content-language"), en.header("content-language")), (Some("zh-CN"), Some("en")));
        assert!(en.problem(401, "unauthenticated").title.is_ascii());
        assert!(!zh.problem(401, "unauthenticated").title.is_ascii());
        assert_eq!(ask("fr").await.body, zh.body);
        server.stop().await;
    });
}
