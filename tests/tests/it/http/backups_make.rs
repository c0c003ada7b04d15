//! Making a backup by request: recorded once, made and proved in the background.

use anju_domain::{
    api::{AuditPage, BackupsView},
    model::Role,
};
use anju_tests::{
    actor::Actor,
    server::{Server, on_each_database},
    tasks::bring,
};
use std::{fs, time::Duration};

const PATH: &str = "/api/v1/backups";

/// The list once nothing is being made.
pub(crate) async fn made(actor: &Actor) -> BackupsView {
    loop {
        let view: BackupsView = actor.get(PATH).await.json();
        if view.running_since.is_none() {
            return view;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Asks for a backup.
pub(crate) async fn ask(actor: &Actor, key: &str) -> u16 {
    actor.call("POST", PATH).header("idempotency-key", key).send().await.status
}

#[test]
fn it_is_recorded_once_made_with_its_files_and_proved() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let unit = server.actor(Role::Unit).await;
        let file = bring(&unit, "kept").await;
        let administrator = server.actor(Role::SystemAdministrator).await;
        assert_eq!(ask(&administrator, "one").await, 200);
        let view = made(&administrator).await;
        assert_eq!((view.rows.len(), &view.failure, view.alert), (1, &None, None), "{view:?}");
        let row = &view.rows[0];
        let proof = row.proof.as_ref().unwrap();
        assert!(row.is_proved() && row.files == 1 && proof.files == 1, "{row:?}");
        assert_eq!(view.newest_proved, Some(row.made_at));
        assert!(server.backups().join(&row.name).join("evidence/content").join(&file.sha256).exists());
        // Sent again it is the same act, and nothing is made for it.
        assert_eq!(ask(&administrator, "one").await, 200);
        assert_eq!(made(&administrator).await.rows.len(), 1);
        let log: AuditPage = server.actor(Role::Auditor).await.get("/api/v1/audit").await.json();
        let acts: Vec<_> = log.entries.iter().filter(|entry| entry.act == "make_backup").collect();
        assert_eq!(acts.len(), 1);
        assert_eq!(acts[0].user, "sysadmin");
        let health = server.anonymous().get("/health").await.value();
        assert_eq!((health["status"].as_str(), health["backup"]["alert"].as_str()), (Some("ok"), None));
        server.stop().await;
    });
}

#[test]
fn a_missing_file_makes_the_backup_unproved_and_names_it() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let file = bring(&server.actor(Role::Unit).await, "lost").await;
        fs::remove_file(server.evidence().join("content").join(&file.sha256)).unwrap();
        let administrator = server.actor(Role::SystemAdministrator).await;
        assert_eq!(ask(&administrator, "one").await, 200);
        let view = made(&administrator).await;
        let faults = &view.rows[0].proof.as_ref().unwrap().faults;
        let named: Vec<_> = faults.iter().map(|fault| (fault.kind.code(), fault.name.as_str())).collect();
        assert_eq!(named, [("佐证材料缺失", "scan.pdf")]);
        assert_eq!(view.newest_proved, None);
        server.stop().await;
    });
}

#[test]
fn an_obstacle_is_told_and_leaves_nothing_behind() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        // Where the lock should be there is a folder.
        let lock = server.backups().join(".lock");
        fs::create_dir_all(&lock).unwrap();
        let administrator = server.actor(Role::SystemAdministrator).await;
        assert_eq!(ask(&administrator, "one").await, 200);
        let view = made(&administrator).await;
        assert!(view.failure.is_some() && view.rows.is_empty(), "{view:?}");
        assert_eq!(fs::read_dir(server.backups()).unwrap().count(), 1);
        fs::remove_dir(&lock).unwrap();
        // The next one goes well, and the failure is no matter any more.
        assert_eq!(ask(&administrator, "two").await, 200);
        let view = made(&administrator).await;
        assert!(view.failure.is_none() && view.rows[0].is_proved(), "{view:?}");
        server.stop().await;
    });
}

#[test]
fn it_needs_a_key_and_a_system_administrator() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let administrator = server.actor(Role::SystemAdministrator).await;
        administrator.call("POST", PATH).send().await.problem(400, "malformed");
        for role in [Role::Auditor, Role::SecurityAdministrator, Role::Office] {
            assert_eq!(ask(&server.actor(role).await, "one").await, 403, "{role}");
        }
        assert!(made(&administrator).await.rows.is_empty());
        server.stop().await;
    });
}
