//! What the clients write on.

use anju_domain::api::DutyPage;
use anju_storage::Storage;
use anju_tests::{actor::Actor, database::Database, tasks::LIST};
use uuid::Uuid;

/// What the clients write on.
pub(super) struct Places {
    pub(super) dossiers: Vec<Uuid>,
    pub(super) tasks: Vec<Uuid>,
}

impl Places {
    /// Those of the sample programme.
    pub(super) async fn of(office: &Actor, database: &Database, programme: Uuid) -> Self {
        let storage = Storage::open_read_only(database.location.clone()).await.unwrap();
        let dossiers = storage.dossiers(programme).await.unwrap();
        storage.close().await.unwrap();
        let dossiers = dossiers.into_iter().map(|dossier| dossier.project_community);
        let dossiers = dossiers.filter(|entry| !entry.commitments.is_empty()).map(|entry| entry.id).collect();
        let page: DutyPage = office.get(&format!("{LIST}?unit=11&show=open")).await.json();
        let tasks = page.rows.iter().take(2).map(|row| row.id).collect();
        Self { dossiers, tasks }
    }
}
