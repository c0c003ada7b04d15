//! Programmes.

use super::{details, flag, whole};
use crate::{
    StorageError,
    aggregate::{Aggregate, Kind},
    entities::programme::Model,
    rows::Row,
};
use anju_domain::model::Programme;
use serde_json::json;

const COLUMNS: [&str; 5] = ["id", "version", "division_code", "name", "sample"];

/// A programme's row.
pub(crate) fn programme_aggregate(programme: &Programme) -> Result<Aggregate, StorageError> {
    let row = Model {
        id: programme.id,
        version: programme.version,
        division_code: programme.division_code.clone(),
        name: programme.name.clone(),
        sample: i64::from(programme.sample),
        details: details(programme, &COLUMNS)?,
    };
    Aggregate::new(Kind::Programme, programme.id, programme.version, vec![Row::Programme(row)])
}

/// The programme of a row.
pub(crate) fn programme_of(row: Model) -> Result<Programme, StorageError> {
    whole(
        "programme.details",
        &row.details,
        [
            ("id", json!(row.id)),
            ("version", json!(row.version)),
            ("division_code", json!(row.division_code)),
            ("name", json!(row.name)),
            ("sample", json!(flag("programme.sample", row.sample)?)),
        ],
    )
}
