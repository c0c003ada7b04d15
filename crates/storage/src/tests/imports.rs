//! An import is one transaction with one entry, at the revision at which it was planned, or nothing.

use super::{
    on_each_database,
    support::{Place, a_fen_more, assert_proved, key, load, now, office, programme_of, save, today},
};
use crate::{Import, Performed, Storage, StorageError, WriteKey, entities::audit_entry, import::IMPORT};
use anju_domain::{
    cells::Value,
    workbook::{Grid, Known, plan_import},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use std::sync::Arc;
use uuid::Uuid;

on_each_database!(
    one_entry_tells_the_file_and_its_rows,
    the_same_file_again_leaves_nothing,
    what_was_planned_before_another_write_is_refused,
    of_two_at_once_one_is_stored,
    many_objects_are_stored_as_they_were_planned,
    a_refused_row_takes_back_the_whole_import,
);

/// 楼栋: code, number, households, area.
fn buildings(rows: &[[&str; 4]]) -> Vec<Grid> {
    let mut grid = Grid::new("楼栋");
    for (row, cells) in (0..).zip([["小区编码", "楼栋号", "户数", "建筑面积"]].iter().chain(rows)) {
        for (column, cell) in (0..).zip(cells) {
            grid.put(row, column, Value::Text(cell));
        }
    }
    vec![grid]
}

async fn planned(storage: &Storage, programme: Uuid, grids: &[Grid]) -> Import {
    let standing = storage.standing(programme).await.unwrap();
    let known = Known { programme: &standing.programme, plans: &standing.plans, dossiers: &standing.dossiers };
    let plan = plan_import(grids, known, today());
    assert_eq!(plan.faults, []);
    let (file, sha256) = ("楼栋.xlsx".to_owned(), "ab".repeat(32));
    Import { file, sha256, good_rows_only: false, plan, revision: standing.revision }
}

async fn import(storage: &Storage, programme: Uuid, key: &WriteKey, import: Import) -> Result<Performed, StorageError> {
    storage.import(programme, &office(), key, import, now()).await
}

async fn entries(place: &Place) -> Vec<audit_entry::Model> {
    let raw = place.raw().await;
    let found = audit_entry::Entity::find().filter(audit_entry::Column::Act.eq(IMPORT)).all(&raw).await.unwrap();
    raw.close().await.unwrap();
    found
}

async fn one_entry_tells_the_file_and_its_rows(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let programme = sample.programme.id;
    let grids =
        buildings(&[["GT-0001", "1#", "40", "3300"], ["GT-0001", "2#", "36", "3300"], ["GT-0003", "9#", "8", "700"]]);
    let made = planned(&storage, programme, &grids).await;
    let revision = made.revision;
    let done = import(&storage, programme, &WriteKey::default(), made).await.unwrap();
    assert_eq!((done.version, done.replayed), (revision + 1, false));
    let entries = entries(&place).await;
    assert_eq!(entries.len(), 1);
    let after: serde_json::Value = serde_json::from_str(&entries[0].after).unwrap();
    assert_eq!((&after["file"], &after["sha256"]), (&json!("楼栋.xlsx"), &json!("ab".repeat(32))));
    assert_eq!(after["sheets"]["楼栋"], json!({"new": 1, "changed": 1, "unchanged": 1, "left_out": 0}));
    assert_eq!(after["rows"]["楼栋"], json!([[2, "GT-0001 1#", [["户数", "36", "40"]]], [4, "GT-0003 9#"]]));
    let standing = storage.standing(programme).await.unwrap();
    let community = |code: &str| &standing.dossiers.iter().find(|one| one.community.code == code).unwrap().community;
    assert_eq!(community("GT-0001").buildings[0].households, 40);
    assert_eq!(community("GT-0003").buildings.last().unwrap().no, "9#");
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

async fn the_same_file_again_leaves_nothing(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let programme = sample.programme.id;
    let grids = buildings(&[["GT-0001", "1#", "40", "3300"]]);
    let first = planned(&storage, programme, &grids).await;
    let done = import(&storage, programme, &key("one", None), first.clone()).await.unwrap();
    // The same request again, as after an answer that was lost.
    let again = import(&storage, programme, &key("one", None), first).await.unwrap();
    assert_eq!((again.version, again.replayed), (done.version, true));
    let second = planned(&storage, programme, &grids).await;
    assert!(second.plan.changes_nothing());
    let nothing = import(&storage, programme, &key("two", None), second).await.unwrap();
    assert_eq!(nothing.version, done.version);
    assert_eq!(entries(&place).await.len(), 1);
    storage.close().await.unwrap();
}

async fn what_was_planned_before_another_write_is_refused(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let programme = sample.programme.id;
    let made = planned(&storage, programme, &buildings(&[["GT-0001", "1#", "40", "3300"]])).await;
    let dossier = &sample.dossiers[0];
    save(&storage, dossier, a_fen_more(dossier), WriteKey::default()).await.unwrap();
    let stands = storage.revision(programme).await.unwrap();
    let refused = import(&storage, programme, &WriteKey::default(), made).await.unwrap_err();
    assert!(matches!(refused, StorageError::StaleVersion { current } if current == stands), "{refused:?}");
    assert_eq!((entries(&place).await.len(), storage.revision(programme).await.unwrap()), (0, stands));
    storage.close().await.unwrap();
}

async fn of_two_at_once_one_is_stored(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let programme = sample.programme.id;
    let left = planned(&storage, programme, &buildings(&[["GT-0001", "1#", "40", "3300"]])).await;
    let right = planned(&storage, programme, &buildings(&[["GT-0001", "2#", "41", "3300"]])).await;
    let (no_key, other) = (WriteKey::default(), WriteKey::default());
    let (left, right) =
        tokio::join!(import(&storage, programme, &no_key, left), import(&storage, programme, &other, right));
    assert_eq!(usize::from(left.is_ok()) + usize::from(right.is_ok()), 1, "{left:?} {right:?}");
    let refused = left.err().or(right.err());
    assert!(matches!(refused, Some(StorageError::StaleVersion { .. })), "{refused:?}");
    assert_eq!(entries(&place).await.len(), 1);
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

async fn many_objects_are_stored_as_they_were_planned(place: Arc<Place>) {
    let storage = place.open().await;
    let sample = programme_of(40);
    load(&storage, &sample).await.unwrap();
    let programme = sample.programme.id;
    let codes: Vec<String> = sample.dossiers.iter().map(|dossier| dossier.community.code.clone()).collect();
    let rows: Vec<[&str; 4]> = codes.iter().map(|code| [code.as_str(), "1#", "77", "3300"]).collect();
    let made = planned(&storage, programme, &buildings(&rows)).await;
    let expected: Vec<_> = made.plan.communities.iter().map(|change| change.after.clone()).collect();
    assert_eq!(expected.len(), 40);
    import(&storage, programme, &WriteKey::default(), made).await.unwrap();
    let standing = storage.standing(programme).await.unwrap();
    for community in expected {
        let stored = standing.dossiers.iter().find(|one| one.community.id == community.id).unwrap();
        assert_eq!(stored.community.buildings, community.buildings);
        assert_eq!(stored.community.version, community.version + 1);
    }
    assert_eq!(entries(&place).await.len(), 1);
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}

async fn a_refused_row_takes_back_the_whole_import(place: Arc<Place>) {
    let (storage, sample) = place.with_sample().await;
    let programme = sample.programme.id;
    let mut made =
        planned(&storage, programme, &buildings(&[["GT-0001", "1#", "40", "3300"], ["GT-0003", "1#", "41", "2940"]]))
            .await;
    // A community that the database can't hold twice.
    let mut twice = made.plan.communities[0].clone();
    twice.before = None;
    made.plan.communities.push(twice);
    let revision = made.revision;
    assert!(import(&storage, programme, &WriteKey::default(), made).await.is_err());
    let standing = storage.standing(programme).await.unwrap();
    assert_eq!((standing.revision, entries(&place).await.len()), (revision, 0));
    assert!(
        standing.dossiers.iter().all(|one| one.community.buildings.iter().all(|building| building.households != 40))
    );
    assert_proved(&storage).await;
    storage.close().await.unwrap();
}
