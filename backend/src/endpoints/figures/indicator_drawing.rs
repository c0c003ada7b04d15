//! One chart as a drawing (SVG) that stands for itself: title, message, unit, scope and day are in it.

use super::{current_facts, indicator_picture::file};
use crate::{
    app::App,
    http::{body, refusal::Refusal},
};
use anju_charts::{Theme, framed};
use anju_domain::{
    indicators::{self, FigureQuery},
    table::file_name,
};
use axum::{
    body::Body,
    extract::{Path, State},
    http::Uri,
    response::Response,
};

/// The media type of a drawing.
pub const SVG: &str = "image/svg+xml";

/// `GET /api/v1/indicators/{id}/svg`
pub async fn handle(State(app): State<App>, Path(id): Path<String>, uri: Uri) -> Result<Response, Refusal> {
    let query: FigureQuery = body::from_query(uri.query().unwrap_or_default())?;
    let facts = current_facts(&app).await?;
    let chart = indicators::compute(&id, &facts, &query.filter(), query.lang).ok_or(Refusal::NotFound)?;
    let name = format!("{}.svg", file_name(chart.language, &chart.title, chart.as_of));
    Ok(file(Body::from(framed(&chart, Theme::Light).0), SVG, &name))
}
