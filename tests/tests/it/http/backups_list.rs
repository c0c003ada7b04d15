//! The list of the backups.

use anju_domain::{
    api::{BackupAlert, BackupsView},
    model::Role,
};
use anju_tests::server::{Server, on_each_database};
use std::fs;

const PATH: &str = "/api/v1/backups";

#[test]
fn before_the_first_backup_it_says_so_and_strange_folders_are_none() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        for strange in ["20221008T010203Z.old", ".unfinished-20221008T010203Z", "notes"] {
            fs::create_dir_all(server.backups().join(strange)).unwrap();
        }
        fs::write(server.backups().join("20221008T010203Z"), "no folder").unwrap();
        let answer = server.actor(Role::Auditor).await.get(PATH).await;
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        let view: BackupsView = answer.json();
        assert_eq!((view.rows.len(), view.newest_proved, view.running_since), (0, None, None));
        assert_eq!((view.alert, view.kept), (Some(BackupAlert::Missing), 7));
        assert!(view.folder.ends_with("backups"), "{}", view.folder);
        server.stop().await;
    });
}

#[test]
fn a_folder_without_manifest_is_shown_as_unreadable() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        fs::create_dir_all(server.backups().join("20221008T010203Z")).unwrap();
        let view: BackupsView = server.actor(Role::SystemAdministrator).await.get(PATH).await.json();
        let row = &view.rows[0];
        assert!(!row.is_proved(), "{row:?}");
        let fault = &row.proof.as_ref().unwrap().faults[0];
        assert_eq!(fault.name, "manifest.json", "{fault:?}");
        server.stop().await;
    });
}
