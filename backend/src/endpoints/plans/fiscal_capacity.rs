//! Enters what the county can bear in a year (财政承受能力评估).

use crate::{
    app::App,
    http::{access::SignedIn, body::Json, precondition::Precondition, refusal::Refusal, saved},
};
use anju_domain::acts::FiscalCapacityEntry;
use axum::{extract::State, response::Response};

/// `PUT /api/v1/fiscal-capacity`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Precondition(key): Precondition,
    Json(request): Json<FiscalCapacityEntry>,
) -> Result<Response, Refusal> {
    let programme = app.programme().await?;
    let (today, now) = (app.clock.today(Some(&programme)), app.clock.instant(Some(&programme)));
    let done = app.storage.save_fiscal_capacity(programme.id, &person.who(), &key, request, today, now).await?;
    Ok(saved::answer(&app, done))
}
