//! Brings a file. Once all of it is here, it is kept even when who sent it goes away.

use crate::{
    app::App,
    evidence::{self, Landed},
    http::{access::SignedIn, body::Query, identity::Identity, refusal::Refusal},
    sign_in::Person,
};
use anju_domain::{api::EvidenceQuery, duties::OFFICE, model::Evidence};
use axum::{Json as Reply, body::Body, extract::State};
use std::sync::Arc;
use uuid::Uuid;

/// `PUT /api/v1/evidence/{id}?name=…`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Query(query): Query<EvidenceQuery>,
    body: Body,
) -> Result<Reply<Evidence>, Refusal> {
    let name = evidence::file_name(&query.name)?;
    let landed = app.files.receive(body).await?;
    tokio::spawn(keep(app, person, id, name, landed)).await.map_err(|_| Refusal::Internal)?.map(Reply)
}

async fn keep(app: App, person: Arc<Person>, id: Uuid, name: String, landed: Landed) -> Result<Evidence, Refusal> {
    let (sha256, size) = (landed.sha256.clone(), i64::try_from(landed.size).unwrap_or(i64::MAX));
    let media_type = landed.keep().await?.to_owned();
    let programme = app.programme().await?;
    let by = person.task_actor();
    let bound = person.bound_to_owner().map(str::to_owned).or_else(|| by.unit.clone());
    let owner = bound.unwrap_or_else(|| OFFICE.to_owned());
    let uploaded_on = Some(app.clock.today(Some(&programme)));
    let uploaded_by = person.user.clone();
    let file = Evidence { id, name, media_type, size, sha256, owner, uploaded_by, uploaded_on };
    Ok(app.storage.bring_evidence(programme.id, &by, file, app.clock.instant(Some(&programme))).await?)
}
