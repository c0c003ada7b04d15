//! A dossier.

use anju_domain::{
    model::{Dossier, Role},
    sample,
};
use anju_tests::server::{Server, on_each_database};

#[test]
fn it_is_what_was_loaded_with_its_version_as_tag() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        for role in [Role::Office, Role::Leader, Role::Auditor] {
            let actor = server.actor(role).await;
            let id = server.community("GT-0002").await;
            let answer = actor.get(&format!("/api/v1/dossiers/{id}")).await;
            assert_eq!(answer.header("cache-control"), Some("no-store"));
            let dossier: Dossier = answer.json();
            let version = dossier.project_community.version;
            assert_eq!(answer.header("etag"), Some(format!("\"{version}\"").as_str()));
            let loaded = sample::programme().dossiers.into_iter().find(|one| one.project_community.id == id).unwrap();
            assert_eq!(dossier.project_community.commitments, loaded.project_community.commitments);
        }
        server.stop().await;
    });
}
