//! One chart as a picture of pixels, for a document or a message.

use super::current_facts;
use crate::{
    app::App,
    http::{attachment, body, refusal::Refusal},
    picture::{PNG, Unpainted, png},
};
use anju_domain::{
    indicators::{self, FigureQuery},
    table::file_name,
};
use axum::{
    body::Body,
    extract::{Path, State},
    http::{HeaderValue, Uri, header},
    response::Response,
};

/// `GET /api/v1/indicators/{id}/png`
pub async fn handle(State(app): State<App>, Path(id): Path<String>, uri: Uri) -> Result<Response, Refusal> {
    let query: FigureQuery = body::from_query(uri.query().unwrap_or_default())?;
    let turn = app.exports.turn().await?;
    let facts = current_facts(&app).await?;
    let chart = indicators::compute(&id, &facts, &query.filter(), query.lang).ok_or(Refusal::NotFound)?;
    let name = format!("{}.png", file_name(chart.language, &chart.title, chart.as_of));
    let painted = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        png(&chart)
    });
    let bytes = painted.await.map_err(|_| Refusal::Internal)?.map_err(|why| match why {
        Unpainted::NoFont => Refusal::NoFont,
        Unpainted::Failed => Refusal::Internal,
    })?;
    Ok(file(Body::from(bytes), PNG, &name))
}

/// An answer that is a file of this name.
pub(super) fn file(body: Body, kind: &'static str, name: &str) -> Response {
    let mut answer = Response::new(body);
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CONTENT_DISPOSITION, attachment::named(name));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}
