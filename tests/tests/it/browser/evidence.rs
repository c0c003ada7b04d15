//! Evidence as people bring and judge it: PDF files in the page, a cut network, bad files, the same photo twice, drafts.

use super::{passwords, pictures, run, tools};
use anju_tests::{database::Kind, server::Server};
use std::{fs, path::Path, time::Duration};

/// The script asks for a restart by a file of this name among its pictures; it goes when the server is there again.
const RESTART: &str = "restart";

#[test]
fn files_are_seen_sent_and_kept() {
    let Some(node) = tools() else { return };
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime starts");
    runtime.block_on(async {
        let mut server = Server::start(Kind::Sqlite).await;
        let folder = pictures("evidence");
        let asked = Path::new(&folder).join(RESTART);
        let arguments = vec![format!("http://{}", server.address), folder, passwords()];
        let script = run(node, "evidence.mjs", arguments);
        tokio::pin!(script);
        loop {
            tokio::select! {
                () = &mut script => break,
                () = tokio::time::sleep(Duration::from_millis(50)) => {}
            }
            if asked.is_file() {
                server.restart().await;
                fs::remove_file(&asked).expect("the file that asks is removed");
            }
        }
        let report = server.storage.verify().await.expect("the chain is read");
        assert!(report.faults.is_empty(), "{:?}", report.faults);
        let lying = |part: &str| fs::read_dir(server.evidence().join(part)).map_or(0, |entries| entries.count());
        let known = server.storage.evidence_digests().await.expect("the digests are read");
        assert_eq!((lying("content"), lying("incoming")), (known.len(), 0), "no orphan, no dangling row");
        server.stop().await;
    });
}
