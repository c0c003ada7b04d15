//! Pages that are fetched when they are opened, with and without a network.

use super::{passwords, pictures, run, tools};
use anju_tests::{database::Kind, server::Server};

#[test]
fn a_page_that_cannot_be_fetched_can_be_asked_for_again() {
    let Some(node) = tools() else { return };
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime starts");
    runtime.block_on(async {
        let server = Server::start(Kind::Sqlite).await;
        run(node, "later.mjs", vec![format!("http://{}", server.address), pictures("later"), passwords()]).await;
        server.stop().await;
    });
}
