//! The template: ten sheets with lists to choose from and notes.

use crate::{app::App, export, http::refusal::Refusal, workbook::sheets_workbook};
use anju_domain::workbook::template;
use axum::{extract::State, response::Response};

/// `GET /api/v1/workbook/template/xlsx`
pub async fn handle(State(app): State<App>) -> Result<Response, Refusal> {
    let turn = app.exports.turn().await?;
    let today = app.clock.today(None);
    export::send_bytes(turn, "安居导入模板.xlsx".to_owned(), move || sheets_workbook(&template(today))).await
}
