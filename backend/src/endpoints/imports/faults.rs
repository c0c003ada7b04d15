//! A file that was checked, as it came, with its faults in red and a column that says why.

use crate::{
    app::App,
    export,
    http::{access::SignedIn, identity::Identity, language, refusal::Refusal},
    imports,
    workbook::faults_workbook,
};
use axum::{extract::State, http::HeaderMap, response::Response};
use std::sync::Arc;

/// `GET /api/v1/imports/{id}/xlsx`
pub async fn handle(
    State(app): State<App>,
    SignedIn(person): SignedIn,
    Identity(id): Identity,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let language = language::of_headers(&headers);
    let checked = app.imports.find(id, &person.user)?;
    let turn = app.imports.turn().await?;
    let programme = app.programme().await?;
    let today = app.clock.today(Some(&programme));
    let standing = Arc::new(app.storage.standing(programme.id).await?);
    let planned = imports::plan(turn, checked.name.clone(), checked.content, standing, today).await?;
    let stem = std::path::Path::new(&checked.name).file_stem().and_then(|stem| stem.to_str()).unwrap_or("anju");
    let name = format!("{stem}_{}.xlsx", anju_domain::words::imports::RESULT_COLUMN.get(language));
    let turn = app.exports.turn().await?;
    export::send_bytes(turn, name, move || faults_workbook(&planned.grids, &planned.plan.faults, language)).await
}
