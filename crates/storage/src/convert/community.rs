//! Communities with their buildings.

use super::{day, details, flag, place, read, read_optional, small, whole};
use crate::{
    StorageError,
    aggregate::{Aggregate, Kind},
    entities::{building, community},
    rows::Row,
};
use anju_domain::{
    exact::Area,
    model::{Building, Community},
};
use serde_json::json;
use uuid::Uuid;

const COLUMNS: [&str; 6] = ["id", "code", "name", "township", "neighbourhood", "buildings"];

/// A community's rows.
pub(crate) fn community_aggregate(programme: Uuid, community: &Community) -> Result<Aggregate, StorageError> {
    let mut rows = vec![Row::Community(community::Model {
        id: community.id,
        programme,
        code: community.code.clone(),
        name: community.name.clone(),
        township: community.township.clone(),
        neighbourhood: community.neighbourhood.clone(),
        details: details(community, &COLUMNS)?,
    })];
    let buildings = community.buildings.iter().enumerate();
    rows.extend(buildings.map(|(at, building)| Row::Building(building_row(programme, community.id, at, building))));
    Aggregate::new(Kind::Community, community.id, community.version, rows)
}

fn building_row(programme: Uuid, community: Uuid, at: usize, building: &Building) -> building::Model {
    building::Model {
        community,
        position: place(at),
        programme,
        no: building.no.clone(),
        in_scope: i64::from(building.in_scope),
        completed_on: building.completed_on.map(day),
        completed_year: building.completed_year.map(i64::from),
        storeys: building.storeys,
        stair_units: building.stair_units,
        households: building.households,
        floor_area: building.floor_area.hundredths(),
        structure: building.structure.clone(),
        heritage: building.heritage.code().to_owned(),
        lift_feasible: i64::from(building.lift_feasible),
        consent_passed: i64::from(building.consent_passed),
        expropriation_planned: i64::from(building.expropriation_planned),
    }
}

/// The community of a row, with these buildings.
pub(crate) fn community_of(row: community::Model, buildings: Vec<Building>) -> Result<Community, StorageError> {
    let community: Community = whole(
        "community.details",
        &row.details,
        [
            ("id", json!(row.id)),
            ("code", json!(row.code)),
            ("name", json!(row.name)),
            ("township", json!(row.township)),
            ("neighbourhood", json!(row.neighbourhood)),
        ],
    )?;
    Ok(Community { buildings, ..community })
}

/// The building of a row.
pub(crate) fn building_of(row: building::Model) -> Result<Building, StorageError> {
    Ok(Building {
        no: row.no,
        in_scope: flag("building.in_scope", row.in_scope)?,
        completed_on: read_optional("building.completed_on", row.completed_on.as_deref())?,
        completed_year: row.completed_year.map(|year| small("building.completed_year", year)).transpose()?,
        storeys: row.storeys,
        stair_units: row.stair_units,
        households: row.households,
        floor_area: Area::from_hundredths(row.floor_area),
        structure: row.structure,
        heritage: read("building.heritage", &row.heritage)?,
        lift_feasible: flag("building.lift_feasible", row.lift_feasible)?,
        consent_passed: flag("building.consent_passed", row.consent_passed)?,
        expropriation_planned: flag("building.expropriation_planned", row.expropriation_planned)?,
    })
}
