//! The thread as people walk it, on every kind of database; afterwards the chain is proved.

use super::{passwords, pictures, run, tools};
use anju_tests::server::{Server, on_each_database};

#[test]
fn leader_office_and_auditor() {
    let Some(node) = tools() else { return };
    on_each_database(|kind| {
        let node = node.clone();
        async move {
            let server = Server::start(kind).await;
            let arguments =
                vec![format!("http://{}", server.address), pictures(&format!("walk-{kind:?}")), passwords()];
            run(node, "walk.mjs", arguments).await;
            let report = server.storage.verify().await.expect("the chain is read");
            assert!(report.faults.is_empty(), "{:?}", report.faults);
            server.stop().await;
        }
    });
}
