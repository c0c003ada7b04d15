//! Brings a file and tells what it would change. Nothing is stored.

use crate::{
    app::App,
    evidence,
    http::{access::SignedIn, body::Query, identity::Identity, language, refusal::Refusal},
    import::{Limits, NotTaken},
    imports::{self, Checked, Planned},
};
use anju_domain::api::{ImportQuery, ImportView};
use axum::{
    Json as Reply,
    body::{Body, Bytes},
    extract::State,
    http::HeaderMap,
};
use futures_util::StreamExt;
use std::{sync::Arc, time::Duration};
use tokio::time::timeout;

/// The next bytes must be here by then.
const NEXT_WITHIN: Duration = Duration::from_secs(30);

/// `PUT /api/v1/imports/{id}?name=…`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    Query(query): Query<ImportQuery>,
    headers: HeaderMap,
    body: Body,
) -> Result<Reply<ImportView>, Refusal> {
    let language = language::of_headers(&headers);
    let name = evidence::file_name(&query.name)?;
    let content = received(body).await?;
    let turn = app.imports.turn().await?;
    let programme = app.programme().await?;
    let today = app.clock.today(Some(&programme));
    let standing = Arc::new(app.storage.standing(programme.id).await?);
    let revision = standing.revision;
    let planned = imports::plan(turn, name.clone(), content.clone(), standing, today).await?;
    let Planned { plan, digest, sha256, .. } = planned;
    let user = person.user.clone();
    let (name_kept, sha256_kept) = (name.clone(), sha256.clone());
    app.imports.keep(Checked { id, user, name: name_kept, content, sha256: sha256_kept, revision, digest, done: None });
    Ok(Reply(ImportView { id, file: name, sha256, revision, ..ImportView::of(&plan, language) }))
}

/// The whole body; of one that is too large as much is read as lets the answer reach who sends it.
async fn received(body: Body) -> Result<Bytes, Refusal> {
    let most = usize::try_from(Limits::UPLOAD.bytes).unwrap_or(usize::MAX);
    let (mut content, mut size) = (Vec::new(), 0_usize);
    let mut parts = body.into_data_stream();
    loop {
        match timeout(NEXT_WITHIN, parts.next()).await {
            Ok(None) => break,
            Ok(Some(Ok(part))) => {
                size = size.saturating_add(part.len());
                if size > most.saturating_mul(3) {
                    break;
                }
                if size <= most {
                    content.extend_from_slice(&part);
                }
            }
            Ok(Some(Err(_))) | Err(_) => return Err(Refusal::Unavailable),
        }
    }
    match size {
        0 => Err(Refusal::NotTaken(NotTaken::Empty)),
        size if size > most => Err(Refusal::FileTooLarge),
        _ => Ok(content.into()),
    }
}
