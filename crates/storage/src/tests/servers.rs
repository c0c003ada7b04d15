//! Several servers on one PostgreSQL.

use super::{
    on_each_database,
    support::{Place, a_fen_more, assert_proved, save},
};
use crate::WriteKey;
use std::{sync::Arc, time::Duration};

on_each_database!(two_servers_agree);

async fn two_servers_agree(place: Arc<Place>) {
    if !place.is_postgres() {
        return;
    }
    let (one, sample) = place.with_sample().await;
    let two = place.open().await;
    let mut heard = two.changes();
    tokio::time::sleep(Duration::from_millis(300)).await;
    let dossier = &sample.dossiers[0];
    let mut version = dossier.project_community.version;
    for round in 0..6 {
        let server = if round % 2 == 0 { &one } else { &two };
        let saved = save(server, dossier, a_fen_more(dossier), WriteKey { version: Some(version), idempotency: None });
        version = saved.await.unwrap().version;
        let now = two.revision(sample.programme.id).await.unwrap();
        // What was written before may be told late.
        let heard = async { while heard.recv().await.unwrap().revision < now {} };
        tokio::time::timeout(Duration::from_secs(5), heard).await.expect("the other server hears of it");
    }
    let both = async |server: &crate::Storage| {
        for _ in 0..20 {
            save(server, dossier, a_fen_more(dossier), WriteKey::default()).await.unwrap();
        }
    };
    tokio::join!(both(&one), both(&two));
    let read = one.dossier(sample.programme.id, dossier.project_community.id).await.unwrap();
    assert_eq!(read.project_community.version, version + 40);
    assert_proved(&one).await;
    two.close().await.unwrap();
    one.close().await.unwrap();
}
