//! Investment lines.

use super::{from_json, json, place, read, read_optional};
use crate::{StorageError, entities::line::Model};
use anju_domain::{exact::Money, model::InvestmentLine};
use uuid::Uuid;

/// A line's row.
pub(super) fn line_row(programme: Uuid, owner: Uuid, at: usize, line: &InvestmentLine) -> Result<Model, StorageError> {
    Ok(Model {
        project_community: owner,
        id: line.id.clone(),
        position: place(at),
        programme,
        item: line.item.clone(),
        category: line.category.map(|class| class.code().to_owned()),
        buildings: json(&line.buildings)?,
        quantity: line.quantity.clone(),
        unit: line.unit.clone(),
        component: line.component.map(|component| component.code().to_owned()),
        operator_kind: line.operator_kind.map(|kind| kind.code().to_owned()),
        location: line.location.code().to_owned(),
        amount: line.amount.fen(),
        implementing_party: line.implementing_party.as_ref().map(json).transpose()?,
        owner_after: line.owner_after.clone(),
        owner: line.owner.clone(),
        maintainer: line.maintainer.clone(),
        status: line.status.code().to_owned(),
    })
}

/// The line of a row.
pub(crate) fn line_of(row: Model) -> Result<InvestmentLine, StorageError> {
    Ok(InvestmentLine {
        id: row.id,
        item: row.item,
        category: read_optional("line.category", row.category.as_deref())?,
        buildings: from_json("line.buildings", &row.buildings)?,
        quantity: row.quantity,
        unit: row.unit,
        component: read_optional("line.component", row.component.as_deref())?,
        operator_kind: read_optional("line.operator_kind", row.operator_kind.as_deref())?,
        location: read("line.location", &row.location)?,
        amount: Money::from_fen(row.amount),
        implementing_party: row
            .implementing_party
            .map(|party| from_json("line.implementing_party", &party))
            .transpose()?,
        owner_after: row.owner_after,
        owner: row.owner,
        maintainer: row.maintainer,
        status: read("line.status", &row.status)?,
    })
}
