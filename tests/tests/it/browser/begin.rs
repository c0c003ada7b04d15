//! A county begins in an empty data folder, on every kind of database; afterwards the chain is proved.

use super::{passwords, pictures, run, tools};
use anju_tests::server::{Server, Setting, on_each_database};

#[test]
fn an_empty_folder_becomes_a_countys_own_programme() {
    let Some(node) = tools() else { return };
    on_each_database(|kind| {
        let node = node.clone();
        async move {
            let server = Server::start_with(kind, Setting { empty: true, ..Setting::default() }).await;
            let arguments =
                vec![format!("http://{}", server.address), pictures(&format!("begin-{kind:?}")), passwords()];
            run(node, "begin.mjs", arguments).await;
            let programmes = server.storage.programmes().await.expect("programmes are read");
            assert_eq!(programmes.len(), 1);
            assert_eq!(programmes[0].settings.programme_years(), (2026, 2030));
            let report = server.storage.verify().await.expect("the chain is read");
            assert!(report.faults.is_empty(), "{:?}", report.faults);
            server.stop().await;
        }
    });
}
