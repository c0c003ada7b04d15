//! Who answers for a task: units, groups of units, and bodies that only a project knows.

use super::Listed;
use crate::{
    facts::ProjectFacts,
    language::Text,
    model::{Dossier, Programme, Role},
    policy::{
        duties::OwnerKind,
        items::OperatorKind,
        stages::LineStatus,
        units::{UNITS, Unit, unit},
    },
};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Who answers for a task, as a task stores it.
pub type TaskOwner = String;

/// Units that D10 means by 各有关部门 (section 8).
const CONCERNED: [&str; 3] = ["01", "02", "03"];
/// The unit that is the office of the leading group.
pub const OFFICE: &str = "01";
/// The unit of the town.
pub const TOWN: &str = "16";

/// The unit whose tasks alone an account may see, by code; none for an account that may see those of all units. A
/// unit's account that names no unit sees none.
pub fn bound_to(role: Role, unit: Option<&str>) -> Option<String> {
    match role {
        Role::Unit => Some(unit.unwrap_or_default().to_owned()),
        Role::Town => Some(TOWN.to_owned()),
        _ => None,
    }
}

/// The owners of a duty; of a dossier those that only the project knows. A body that is named twice has one task.
pub(super) fn owners(listed: Listed, of: Option<(&Dossier, &ProjectFacts<'_>)>) -> BTreeSet<TaskOwner> {
    listed.owners().into_iter().flat_map(|kind| named(kind, of)).collect()
}

fn named(kind: OwnerKind, of: Option<(&Dossier, &ProjectFacts<'_>)>) -> Vec<TaskOwner> {
    match kind {
        OwnerKind::Unit(code) => vec![code.to_owned()],
        OwnerKind::MemberUnits => {
            UNITS.iter().filter(|unit| unit.has_checklist()).map(|unit| unit.code.to_owned()).collect()
        }
        OwnerKind::ConcernedUnits => CONCERNED.map(str::to_owned).into(),
        OwnerKind::Office => vec![OFFICE.to_owned()],
        OwnerKind::Operators => of.map(|(_, facts)| operators(facts)).unwrap_or_default(),
        OwnerKind::ProjectOwner => of.map(|(dossier, _)| project_owner(dossier)).into_iter().collect(),
        OwnerKind::CountyGovernment | OwnerKind::Neighbourhood => vec![kind.text().zh.to_owned()],
    }
}

/// The operators of a project: one a kind of pipeline that it renews.
fn operators(facts: &ProjectFacts<'_>) -> Vec<TaskOwner> {
    let lines = facts.lines.iter().filter(|line| line.is_pipeline() && line.line.status != LineStatus::Cancelled);
    let kinds: BTreeSet<OperatorKind> = lines.filter_map(|line| line.operator_kind()).collect();
    kinds.into_iter().map(|kind| kind.code().to_owned()).collect()
}

/// A project owner that is one of the units has its account; another one stands by its name.
pub(crate) fn project_owner(dossier: &Dossier) -> TaskOwner {
    let name = dossier.project.project_owner.trim();
    dossier.programme.body_named(name).unwrap_or(name).to_owned()
}

/// The unit that answers on a day for what was a unit's: after transfers of the duty and successions.
pub(super) fn responsible(programme: &Programme, duty: &str, owner: &str, on: NaiveDate) -> TaskOwner {
    let moved = programme
        .duty_transfers
        .iter()
        .filter(|transfer| transfer.duty == duty && transfer.from_unit == owner && transfer.date <= on)
        .max_by_key(|transfer| transfer.date);
    let mut owner = moved.map_or_else(|| owner.to_owned(), |transfer| transfer.to_unit.clone());
    // Each succession is taken once: two units that name each other end somewhere.
    for _ in &programme.successions {
        let next = programme.successions.iter().find(|taken| taken.unit == owner && taken.date <= on);
        match next {
            Some(taken) => owner.clone_from(&taken.successor),
            None => break,
        }
    }
    owner
}

/// The body that answers on a day for what was another one's: after successions.
pub fn answers(programme: &Programme, owner: &str, on: NaiveDate) -> TaskOwner {
    // No duty has this name, so that none is transferred.
    responsible(programme, "", owner, on)
}

/// The bodies that may have an account on a day, by code: those with duties, of their own, transferred to them or taken
/// over, that have not ended.
pub fn with_account(programme: &Programme, on: NaiveDate) -> Vec<String> {
    let has_duties = |code: &str| {
        unit(code).is_some_and(Unit::has_checklist)
            || programme.duty_transfers.iter().any(|moved| moved.to_unit == code && moved.date <= on)
            || programme.successions.iter().any(|taken| taken.successor == code && taken.date <= on)
    };
    let has_ended = |code: &str| programme.successions.iter().any(|taken| taken.unit == code && taken.date <= on);
    let bodies = programme.every_body().into_iter().map(|body| body.code);
    bodies.filter(|code| has_duties(code) && !has_ended(code)).collect()
}

/// What people call who answers for a task.
pub fn owner_text(owner: &str) -> Option<Text> {
    unit(owner).map(Unit::text).or_else(|| match OperatorKind::from_code(owner)? {
        OperatorKind::Water => Some(Text::new("供水管线单位", "water operator")),
        OperatorKind::Drainage => Some(Text::new("排水管线单位", "drainage operator")),
        OperatorKind::Power => Some(Text::new("供电管线单位", "power operator")),
        OperatorKind::Gas => Some(Text::new("供气管线单位", "gas operator")),
        OperatorKind::Heating => Some(Text::new("供热管线单位", "heating operator")),
        OperatorKind::Telecom => Some(Text::new("通信管线单位", "telecom operator")),
        OperatorKind::CableTv => Some(Text::new("有线电视管线单位", "cable TV operator")),
    })
}
