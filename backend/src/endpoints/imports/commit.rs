//! Imports a file that was checked. Once it has begun it goes on, even when who asked for it goes away.

use crate::{
    app::App,
    http::{access::SignedIn, body::Json, identity::Identity, precondition::Precondition, refusal::Refusal},
    imports::{self, Done},
    sign_in::Person,
};
use anju_domain::api::{ImportCommit, Imported};
use anju_storage::{Import, StorageError, WriteKey};
use axum::{Json as Reply, extract::State};
use std::sync::{Arc, atomic::Ordering::Relaxed};
use uuid::Uuid;

/// How often it is planned anew when somebody else writes in between.
const TRIES: usize = 5;

/// `POST /api/v1/imports/{id}/commit`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Precondition(key): Precondition,
    Json(request): Json<ImportCommit>,
) -> Result<Reply<Imported>, Refusal> {
    tokio::spawn(commit(app, person, id, key, request)).await.map_err(|_| Refusal::Internal)?.map(Reply)
}

async fn commit(
    app: App,
    person: Arc<Person>,
    id: Uuid,
    key: WriteKey,
    request: ImportCommit,
) -> Result<Imported, Refusal> {
    let checked = app.imports.find(id, &person.user)?;
    if let Some(told) = checked.answered(key.idempotency.as_ref(), request) {
        return Ok(told);
    }
    if key.version.is_some_and(|seen| seen != checked.revision) {
        return Err(Refusal::StaleImport(checked.revision));
    }
    let programme = app.programme().await?;
    let mut current = checked.revision;
    for _ in 0..TRIES {
        let turn = app.imports.turn().await?;
        let today = app.clock.today(Some(&programme));
        let standing = Arc::new(app.storage.standing(programme.id).await?);
        let revision = standing.revision;
        let planned = imports::plan(turn, checked.name.clone(), checked.content.clone(), standing, today).await?;
        // Whatever else was written meanwhile, what was seen is what is imported.
        if planned.digest != checked.digest {
            return Err(Refusal::StaleImport(revision));
        }
        let plan = planned.plan;
        if !request.good_rows_only && plan.fault_count() > 0 {
            return Err(imports::has_faults(&plan));
        }
        let told = Imported::of(&plan, revision);
        let import = Import {
            file: checked.name.clone(),
            sha256: checked.sha256.clone(),
            good_rows_only: request.good_rows_only,
            plan,
            revision,
        };
        let now = app.clock.instant(Some(&programme));
        match app.storage.import(programme.id, &person.who(), &key, import, now).await {
            Ok(done) => {
                if !done.replayed {
                    app.metrics.writes.fetch_add(1, Relaxed);
                }
                let told = Imported { revision: done.version, ..told };
                app.imports.done(id, Done { key: key.idempotency.clone(), request, told: told.clone() });
                return Ok(told);
            }
            Err(StorageError::StaleVersion { current: stands }) => current = stands,
            Err(other) => return Err(other.into()),
        }
    }
    Err(Refusal::StaleImport(current))
}
