//! Backups of a server with evidence, on each database: what damages one is found and named, and what is restored is
//! what was there.

use anju_domain::{
    api::{BackupFaultKind as Kind, BackupProof},
    model::{Evidence, Role},
};
use anju_server::backup::{Halt, Refusal, Shelf, Target, make, prove, restore};
use anju_storage::{Location, Storage};
use anju_tests::{
    database::{self, Database},
    server::{Server, on_each_database},
    tasks::bring,
};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Makes a backup of a server with one file.
async fn backed_up(server: &Server) -> (PathBuf, Evidence) {
    let file = bring(&server.actor(Role::Unit).await, "evidence").await;
    let shelf = Shelf::take(server.backups()).unwrap();
    (make(&server.storage, server.evidence(), &shelf, &Halt::default()).await.unwrap(), file)
}

async fn proof_of(backup: &Path) -> BackupProof {
    let scratch = backup.with_extension("scratch");
    let proof = prove(backup, &scratch, &Halt::default()).await.unwrap();
    assert!(!scratch.exists(), "the scratch folder is removed");
    proof
}

fn named(proof: &BackupProof) -> Vec<(Kind, &str)> {
    proof.faults.iter().map(|fault| (fault.kind, fault.name.as_str())).collect()
}

/// Does something to a file of a backup, proves the backup, and puts the file back.
async fn damaged(backup: &Path, name: &str, damage: impl FnOnce(Vec<u8>) -> Option<Vec<u8>>) -> BackupProof {
    let path = backup.join(name);
    let kept = fs::read(&path).unwrap();
    match damage(kept.clone()) {
        Some(bytes) => fs::write(&path, bytes).unwrap(),
        None => fs::remove_file(&path).unwrap(),
    }
    let proof = proof_of(backup).await;
    fs::write(&path, kept).unwrap();
    proof
}

fn flipped(mut bytes: Vec<u8>, at: usize) -> Option<Vec<u8>> {
    bytes[at] ^= 1;
    Some(bytes)
}

#[test]
fn what_damages_a_backup_is_found_and_named() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let (backup, file) = backed_up(&server).await;
        assert_eq!(named(&proof_of(&backup).await), []);
        let database = "anju.sqlite";
        let length = fs::read(backup.join(database)).unwrap().len();
        // The head of the file, its pages, its end.
        for at in [0, 20, length / 3, length / 2, length - 1] {
            let proof = damaged(&backup, database, |bytes| flipped(bytes, at)).await;
            assert_eq!(named(&proof)[0], (Kind::DatabaseChanged, database), "byte {at}: {proof:?}");
        }
        let proof = damaged(&backup, database, |bytes| Some(bytes[..length / 2].to_vec())).await;
        assert_eq!(named(&proof)[0], (Kind::DatabaseChanged, database));
        let proof = damaged(&backup, database, |_| None).await;
        assert_eq!(named(&proof)[0], (Kind::DatabaseUnreadable, database));

        let content = format!("evidence/content/{}", file.sha256);
        let proof = damaged(&backup, &content, |bytes| flipped(bytes, 9)).await;
        assert_eq!(named(&proof)[0], (Kind::FileChanged, content.as_str()));
        let proof = damaged(&backup, &content, |_| None).await;
        assert_eq!(named(&proof)[0], (Kind::FileMissing, content.as_str()));
        fs::write(backup.join("evidence/content/stranger"), "x").unwrap();
        assert_eq!(named(&proof_of(&backup).await), [(Kind::FileUnknown, "evidence/content/stranger")]);
        fs::remove_file(backup.join("evidence/content/stranger")).unwrap();

        for cut in [0, 1, 100] {
            let proof =
                damaged(&backup, "manifest.json", |bytes| Some(bytes[..bytes.len() * cut / 101].to_vec())).await;
            assert_eq!(named(&proof), [(Kind::ManifestUnreadable, "manifest.json")]);
        }
        assert_eq!(named(&proof_of(&backup).await), []);
        server.stop().await;
    });
}

#[test]
fn a_manifest_that_says_something_else_is_found() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let (backup, _) = backed_up(&server).await;
        let changed = async |change: fn(&mut serde_json::Value)| {
            damaged(&backup, "manifest.json", |bytes| {
                let mut manifest = serde_json::from_slice(&bytes).unwrap();
                change(&mut manifest);
                Some(manifest.to_string().into_bytes())
            })
            .await
        };
        let proof = changed(|manifest| manifest["contents"]["counts"]["payment"] = 9_999.into()).await;
        assert_eq!(named(&proof), [(Kind::CountDiffers, "payment")]);
        let proof = changed(|manifest| manifest["contents"]["totals"]["commitment.amount"] = 1.into()).await;
        assert_eq!(named(&proof), [(Kind::TotalDiffers, "commitment.amount")]);
        let proof = changed(|manifest| manifest["contents"]["chains"][0]["hash"] = "00".into()).await;
        assert_eq!(named(&proof), [(Kind::HeadDiffers, "revision")]);
        let proof = changed(|manifest| manifest["files"] = serde_json::json!([])).await;
        assert_eq!(proof.faults[0].kind, Kind::FileUnknown, "{proof:?}");
        let proof = changed(|manifest| manifest["files"][0]["name"] = "../../stolen".into()).await;
        assert_eq!(named(&proof), [(Kind::ManifestUnreadable, "manifest.json")]);
        server.stop().await;
    });
}

#[test]
fn what_is_restored_is_what_was_there_and_nothing_is_overwritten() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let (backup, file) = backed_up(&server).await;
        for into in database::kinds() {
            let place = Database::new(into);
            // The test's own place is not empty on SQLite: a folder in it is.
            let data = place.backups.clone();
            let location = match &place.location {
                Location::Folder(_) => Location::Folder(data.clone()),
                url @ Location::Url(_) => url.clone(),
            };
            let target = Target { evidence: data.join("evidence"), data, location };
            let proof = restore(&backup, &target, &Halt::default()).await.unwrap();
            assert!(proof.is_proved() && proof.files == 1 && proof.entries > 0, "{proof:?}");
            let restored = Storage::open(target.location.clone()).await.unwrap();
            assert_eq!(restored.contents().await.unwrap(), server.storage.contents().await.unwrap());
            let (of, from) =
                (restored.dossiers(server.programme).await, server.storage.dossiers(server.programme).await);
            assert_eq!(of.unwrap(), from.unwrap());
            restored.close().await.unwrap();
            let content = target.evidence.join("content").join(&file.sha256);
            assert_eq!(fs::read(content).unwrap().len() as u64, u64::try_from(file.size).unwrap());

            let again = restore(&backup, &target, &Halt::default()).await;
            assert!(matches!(again, Err(Refusal::NotEmpty(..))), "{again:?}");
            if matches!(target.location, Location::Url(_)) {
                let elsewhere = Target { evidence: target.data.join("other"), ..target };
                let again = restore(&backup, &elsewhere, &Halt::default()).await;
                assert_eq!(again, Err(Refusal::DatabaseNotEmpty));
                assert!(!elsewhere.evidence.exists(), "nothing was put there");
            }
        }
        server.stop().await;
    });
}

#[test]
fn a_damaged_backup_is_not_restored() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let (backup, _) = backed_up(&server).await;
        let database = backup.join("anju.sqlite");
        let bytes = fs::read(&database).unwrap();
        let at = bytes.len() / 2;
        fs::write(&database, flipped(bytes, at).unwrap()).unwrap();
        let data = server.backups().with_extension("restored");
        let target =
            Target { evidence: data.join("evidence"), location: Location::Folder(data.clone()), data: data.clone() };
        let refused = restore(&backup, &target, &Halt::default()).await;
        assert!(matches!(&refused, Err(Refusal::NotProved(proof)) if !proof.is_proved()), "{refused:?}");
        assert!(!data.exists(), "nothing was put there");
        server.stop().await;
    });
}

#[test]
fn so_many_are_kept_and_the_newest_proved_one_in_any_case() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let (backup, _) = backed_up(&server).await;
        let names = || Shelf::rows(server.backups()).unwrap().into_iter().map(|row| row.name).collect::<Vec<_>>();
        let proved = names().remove(0);
        Shelf::keep_proof(&backup, &proof_of(&backup).await).unwrap();
        // Later ones that could not be proved.
        for day in 1..=4 {
            fs::create_dir_all(server.backups().join(format!("2999010{day}T000000Z"))).unwrap();
        }
        let unfinished = server.backups().join(".unfinished-20220101T000000Z");
        fs::create_dir_all(&unfinished).unwrap();
        let shelf = Shelf::take(server.backups()).unwrap();
        assert!(!unfinished.exists(), "what a killed process left is removed");
        assert!(Shelf::take(server.backups()).is_err(), "two don't make one at a time");
        assert_eq!(shelf.prune(2).unwrap(), 2);
        assert_eq!(names(), ["29990104T000000Z", "29990103T000000Z", proved.as_str()]);
        server.stop().await;
    });
}
