//! Between the domain's values and rows. Closed lists are stored by their code, days as `YYYY-MM-DD`, instants as
//! UTC text with microseconds, flags as 1 and 0; what is only read whole is JSON.

mod account;
mod community;
mod duty;
mod line;
mod money;
mod plan;
mod programme;
mod project;
mod project_community;
mod report;

pub(crate) use account::{account_aggregate, account_of};
pub(crate) use community::{building_of, community_aggregate, community_of};
pub(crate) use duty::{evidence_aggregate, evidence_of, task_aggregate, task_of};
pub(crate) use line::line_of;
pub(crate) use money::{commitment_of, payment_of, receipt_of};
pub(crate) use plan::{plan_aggregate, plan_of};
pub(crate) use programme::{programme_aggregate, programme_of};
pub(crate) use project::{project_aggregate, project_of, step_of};
pub(crate) use project_community::{opening_of, project_community_aggregate, project_community_of};
pub(crate) use report::{report_aggregate, report_of, report_record_of};

use crate::StorageError;
use chrono::{DateTime, NaiveDate, SubsecRound, Utc};
use serde::{
    Serialize,
    de::{DeserializeOwned, IntoDeserializer, value},
};
use serde_json::{Map, Value};

/// A stored text as a day, an instant, a month or a member of a closed list.
pub(crate) fn read<T: DeserializeOwned>(column: &str, text: &str) -> Result<T, StorageError> {
    let deserializer: value::StrDeserializer<'_, value::Error> = text.into_deserializer();
    T::deserialize(deserializer).map_err(|why| StorageError::Corrupt(format!("{column} holds {text:?}: {why}")))
}

/// A stored text that may be missing.
pub(crate) fn read_optional<T: DeserializeOwned>(column: &str, text: Option<&str>) -> Result<Option<T>, StorageError> {
    text.map(|text| read(column, text)).transpose()
}

/// A stored flag.
pub(crate) fn flag(column: &str, stored: i64) -> Result<bool, StorageError> {
    match stored {
        0 => Ok(false),
        1 => Ok(true),
        other => Err(StorageError::Corrupt(format!("{column} holds {other}, which is neither 0 nor 1"))),
    }
}

/// A stored number that the domain holds in 32 bits.
pub(crate) fn small(column: &str, stored: i64) -> Result<i32, StorageError> {
    i32::try_from(stored).map_err(|_| StorageError::Corrupt(format!("{column} holds {stored}, which is too large")))
}

/// A value as stored JSON.
pub(crate) fn json<T: Serialize>(value: &T) -> Result<String, StorageError> {
    serde_json::to_string(value).map_err(|why| StorageError::Database(format!("a value can't be written: {why}")))
}

/// A value from stored JSON.
pub(crate) fn from_json<T: DeserializeOwned>(column: &str, text: &str) -> Result<T, StorageError> {
    serde_json::from_str(text).map_err(|why| StorageError::Corrupt(format!("{column} can't be read: {why}")))
}

/// What has no column of its own, as JSON.
pub(crate) fn details<T: Serialize>(value: &T, columns: &[&str]) -> Result<String, StorageError> {
    let mut value = serde_json::to_value(value)
        .map_err(|why| StorageError::Database(format!("a value can't be written: {why}")))?;
    if let Some(fields) = value.as_object_mut() {
        for column in columns {
            fields.remove(*column);
        }
    }
    json(&value)
}

/// A value from its details and its columns.
pub(crate) fn whole<T: DeserializeOwned>(
    column: &str,
    details: &str,
    columns: impl IntoIterator<Item = (&'static str, Value)>,
) -> Result<T, StorageError> {
    let mut fields: Map<String, Value> = from_json(column, details)?;
    for (name, value) in columns {
        fields.insert(name.to_owned(), value);
    }
    serde_json::from_value(Value::Object(fields))
        .map_err(|why| StorageError::Corrupt(format!("{column} can't be read: {why}")))
}

/// A day as stored.
pub(crate) fn day(date: NaiveDate) -> String {
    date.to_string()
}

/// An instant as stored: both databases and every sort keep microseconds.
pub(crate) fn instant(at: DateTime<Utc>) -> String {
    at.trunc_subsecs(6).format("%Y-%m-%dT%H:%M:%S%.6fZ").to_string()
}

/// A place in a list as stored.
pub(crate) fn place(index: usize) -> i64 {
    i64::try_from(index).unwrap_or(i64::MAX)
}
