//! The page for a browser that is too old.

use anju_tests::server::{Server, on_each_database};

#[test]
fn it_names_the_versions_in_both_languages_without_script_or_style() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let answer = server.anonymous().get("/unsupported").await;
        assert_eq!((answer.status, answer.header("content-type")), (200, Some("text/html; charset=utf-8")));
        let page = answer.text();
        for word in
            ["Chrome 111", "Edge 111", "Firefox 113", "Safari 16.4", "浏览器版本过低", "This browser is too old"]
        {
            assert!(page.contains(word), "{word}");
        }
        assert!(!page.contains("<script") && !page.contains("style"));
        server.stop().await;
    });
}
