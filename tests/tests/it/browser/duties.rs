//! A duty from the unit to the office and back, on every kind of database; afterwards the chain is proved.

use super::{passwords, pictures, run, tools};
use anju_tests::server::{Server, on_each_database};

#[test]
fn unit_and_office_and_leader() {
    let Some(node) = tools() else { return };
    on_each_database(|kind| {
        let node = node.clone();
        async move {
            let server = Server::start(kind).await;
            server.add_unit("09").await;
            let arguments =
                vec![format!("http://{}", server.address), pictures(&format!("duties-{kind:?}")), passwords()];
            run(node, "duties.mjs", arguments).await;
            let report = server.storage.verify().await.expect("the chain is read");
            assert!(report.faults.is_empty(), "{:?}", report.faults);
            server.stop().await;
        }
    });
}
