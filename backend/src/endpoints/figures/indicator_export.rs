//! One chart as a workbook: the rows that its drawing and its table show.

use super::current_facts;
use crate::{
    app::App,
    export,
    http::{body, refusal::Refusal},
};
use anju_domain::{
    indicators::{self, FigureQuery},
    table::Table,
};
use axum::{
    extract::{Path, State},
    http::Uri,
    response::Response,
};

/// `GET /api/v1/indicators/{id}/xlsx`
pub async fn handle(State(app): State<App>, Path(id): Path<String>, uri: Uri) -> Result<Response, Refusal> {
    let query: FigureQuery = body::from_query(uri.query().unwrap_or_default())?;
    let turn = app.exports.turn().await?;
    let facts = current_facts(&app).await?;
    let chart = indicators::compute(&id, &facts, &query.filter(), query.lang).ok_or(Refusal::NotFound)?;
    export::send(turn, move || vec![Table::from(&chart)]).await
}
