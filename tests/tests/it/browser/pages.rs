//! Every page in both languages, narrow and wide.

use super::{passwords, pictures, run, tools};
use anju_tests::{database::Kind, server::Server};

#[test]
fn every_page_narrow_and_wide_in_both_languages() {
    let Some(node) = tools() else { return };
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime starts");
    runtime.block_on(async {
        let server = Server::start(Kind::Sqlite).await;
        run(node, "pages.mjs", vec![format!("http://{}", server.address), pictures("pages"), passwords()]).await;
        server.stop().await;
    });
}
