//! A county's office brings its spreadsheets into an empty programme, on every kind of database; afterwards the chain is proved.

use super::{passwords, pictures, run, tools};
use anju_domain::{api::CommunityPage, model::Role};
use anju_tests::server::{Server, Setting, on_each_database};

#[test]
fn spreadsheets_become_a_ledger() {
    let Some(node) = tools() else { return };
    on_each_database(|kind| {
        let node = node.clone();
        async move {
            let server = Server::start_with(kind, Setting { empty: true, ..Setting::default() }).await;
            let arguments =
                vec![format!("http://{}", server.address), pictures(&format!("import-{kind:?}")), passwords()];
            run(node, "import.mjs", arguments).await;
            let list: CommunityPage = server.actor(Role::Office).await.get("/api/v1/communities").await.json();
            assert_eq!(list.total, 4);
            let report = server.storage.verify().await.expect("the chain is read");
            assert!(report.faults.is_empty(), "{:?}", report.faults);
            server.stop().await;
        }
    });
}
