//! What is missing of all communities, kept until something changes: finding it reads every dossier.

use crate::{answers::Standing, app::App, http::refusal::Refusal};
use anju_domain::missing::{CommunityGaps, missing};
use std::sync::Arc;
use tokio::sync::Mutex;

/// What is missing as it stands, and on what it rests.
type Found = (Standing, Arc<Vec<CommunityGaps>>);

/// The kept answer. Whoever asks while it is being found waits for it.
#[derive(Debug, Default)]
pub struct Kept(Mutex<Option<Found>>);

/// What is missing now: kept, or found anew.
///
/// # Errors
/// There is no programme, or the storage fails.
pub(super) async fn current(app: &App) -> Result<Found, Refusal> {
    let now = app.standing().await?;
    let mut kept = app.missing.0.lock().await;
    if let Some((standing, found)) = &*kept
        && *standing == now
    {
        return Ok((now, Arc::clone(found)));
    }
    let all = app.storage.standing(now.programme).await?;
    // It may have changed since it was asked for.
    let standing = Standing { revision: all.revision, ..now };
    let find = move || missing(&all.dossiers, now.today);
    let found = Arc::new(tokio::task::spawn_blocking(find).await.map_err(|_| Refusal::Internal)?);
    *kept = Some((standing, Arc::clone(&found)));
    Ok((standing, found))
}
