//! Journeys of four people by the keyboard alone, on every kind of database; afterwards the chain is proved.

use super::{passwords, pictures, run, tools};
use anju_tests::server::{Server, on_each_database};

#[test]
fn nobody_needs_a_mouse() {
    let Some(node) = tools() else { return };
    on_each_database(|kind| {
        let node = node.clone();
        async move {
            let server = Server::start(kind).await;
            let arguments =
                vec![format!("http://{}", server.address), pictures(&format!("keyboard-{kind:?}")), passwords()];
            run(node, "keyboard.mjs", arguments).await;
            let report = server.storage.verify().await.expect("the chain is read");
            assert!(report.faults.is_empty(), "{:?}", report.faults);
            server.stop().await;
        }
    });
}
