//! The whole programme as the ten sheets that an import reads.

use crate::{app::App, export, http::refusal::Refusal, imports::known, workbook::sheets_workbook};
use anju_domain::{
    language::Language,
    table::file_name,
    workbook::{Sheet, sheets_of},
};
use axum::{extract::State, response::Response};

/// `GET /api/v1/workbook/xlsx`
pub async fn handle(State(app): State<App>) -> Result<Response, Refusal> {
    let turn = app.exports.turn().await?;
    let programme = app.programme().await?;
    let today = app.clock.today(Some(&programme));
    let standing = app.storage.standing(programme.id).await?;
    let name = format!("{}.xlsx", file_name(Language::Zh, Sheet::Ledger.name(), today));
    export::send_bytes(turn, name, move || sheets_workbook(&sheets_of(known(&standing), today))).await
}
