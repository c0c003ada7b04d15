//! 单位: the office keeps the bodies of the programme: names over time, further ones, who took over from whom, duties that
//! moved. What a duty or a task once named stays known: no body is ever removed.

use super::{
    Act, Decision, ProgrammeStanding,
    create_programme::units_by_name,
    programme::{check_name, check_reason, set},
};
use crate::{
    duties::listed,
    finding::Finding,
    language::Text,
    model::{Body, DutyTransfer, Programme, Succession},
    policy::units::unit,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// 保存单位
#[derive(Clone, Copy, Debug)]
pub struct SaveBodies;

/// All that the programme holds of its bodies; successions and transfers that are left out are taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct BodiesEntry {
    /// Those that differ from the annexes, and further ones.
    pub bodies: Vec<Body>,
    /// 承接单位
    #[serde(default)]
    pub successions: Vec<SuccessionEntry>,
    /// 职责划转
    #[serde(default)]
    pub duty_transfers: Vec<TransferEntry>,
}

/// A body that took over from another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SuccessionEntry {
    /// The body that ended, by code.
    pub unit: String,
    /// The body that took over, by code.
    pub successor: String,
    /// The first day.
    pub date: NaiveDate,
}

/// A duty that moved from one body to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct TransferEntry {
    /// `11.2`
    pub duty: String,
    /// The body that had it, by code.
    pub from_unit: String,
    /// The body that has it then, by code.
    pub to_unit: String,
    /// The first day.
    pub date: NaiveDate,
    /// 依据文件
    pub basis: String,
}

impl Act for SaveBodies {
    const NAME: &'static str = "save_bodies";
    const TITLE: Text = Text::new("保存单位", "Save the bodies");
    type Request = BodiesEntry;
    type Facts = ProgrammeStanding;
    type Changes = Programme;

    fn decide(
        facts: &ProgrammeStanding,
        request: &BodiesEntry,
        today: NaiveDate,
    ) -> Result<Decision<Programme>, Vec<Finding>> {
        let before = &facts.programme;
        let mut bodies = request.bodies.clone();
        bodies.sort_by(|a, b| a.code.cmp(&b.code));
        let mut programme = Programme {
            bodies,
            successions: request.successions.iter().cloned().map(Succession::from).collect(),
            duty_transfers: request.duty_transfers.iter().cloned().map(DutyTransfer::from).collect(),
            ..before.clone()
        };
        let found = malformed_bodies(before, request);
        if !found.is_empty() {
            return Err(found);
        }
        // Lists of units by name follow the names, from the day on which a name holds.
        let days: BTreeSet<NaiveDate> = programme
            .bodies
            .iter()
            .flat_map(|body| body.names.iter().filter_map(|name| name.from))
            .filter(|day| *day > today)
            .chain([today])
            .collect();
        for day in days {
            for (name, units) in units_by_name(&programme, day) {
                let is_other = units_by_name(before, day).iter().all(|(known, was)| *known != name || *was != units);
                if is_other && set(&mut programme.settings, name, &units, day, RENAMED).is_err() {
                    return Err(vec![Finding::malformed("bodies", "bad_value")]);
                }
            }
        }
        Ok(Decision { changes: programme, warnings: Vec::new() })
    }
}

impl From<SuccessionEntry> for Succession {
    fn from(entry: SuccessionEntry) -> Self {
        Self { unit: entry.unit, successor: entry.successor, date: entry.date }
    }
}

impl From<TransferEntry> for DutyTransfer {
    fn from(entry: TransferEntry) -> Self {
        let TransferEntry { duty, from_unit, to_unit, date, basis } = entry;
        Self { duty, from_unit, to_unit, date, basis }
    }
}

impl From<Succession> for SuccessionEntry {
    fn from(held: Succession) -> Self {
        Self { unit: held.unit, successor: held.successor, date: held.date }
    }
}

impl From<DutyTransfer> for TransferEntry {
    fn from(held: DutyTransfer) -> Self {
        let DutyTransfer { duty, from_unit, to_unit, date, basis } = held;
        Self { duty, from_unit, to_unit, date, basis }
    }
}

/// What cannot be saved of these bodies; `before` is the programme as it stands.
pub fn malformed_bodies(before: &Programme, request: &BodiesEntry) -> Vec<Finding> {
    let mut found = checked_bodies(before, &request.bodies);
    let is_known = |code: &str| unit(code).is_some() || request.bodies.iter().any(|body| body.code == code);
    for (index, taken) in request.successions.iter().enumerate() {
        let mut say = |field: &str, why| found.push(Finding::malformed(format!("successions/{index}/{field}"), why));
        if !is_known(&taken.unit) {
            say("unit", "unknown_body");
        } else if request.successions[..index].iter().any(|other| other.unit == taken.unit) {
            say("unit", "has_a_successor");
        }
        if !is_known(&taken.successor) {
            say("successor", "unknown_body");
        } else if leads_back(&request.successions, taken) {
            say("successor", "succeeds_itself");
        }
    }
    for (index, moved) in request.duty_transfers.iter().enumerate() {
        let path = |field: &str| format!("duty_transfers/{index}/{field}");
        if listed(&moved.duty).is_none() {
            found.push(Finding::malformed(path("duty"), "unknown_duty"));
        }
        for (field, code) in [("from_unit", &moved.from_unit), ("to_unit", &moved.to_unit)] {
            if !is_known(code) {
                found.push(Finding::malformed(path(field), "unknown_body"));
            }
        }
        if moved.from_unit == moved.to_unit {
            found.push(Finding::malformed(path("to_unit"), "succeeds_itself"));
        }
        check_name(&path("basis"), &moved.basis, &mut found);
    }
    found
}

/// Whether one who follows the successors comes back to where the succession began.
fn leads_back(all: &[SuccessionEntry], first: &SuccessionEntry) -> bool {
    let mut at = &first.successor;
    for _ in 0..=all.len() {
        if *at == first.unit {
            return true;
        }
        match all.iter().find(|taken| taken.unit == *at) {
            Some(taken) => at = &taken.successor,
            None => return false,
        }
    }
    false
}

/// What is wrong with a list of bodies: codes, names and their days, one name for two bodies.
pub(super) fn checked_bodies(before: &Programme, bodies: &[Body]) -> Vec<Finding> {
    let mut found = Vec::new();
    if bodies.len() > MOST_BODIES {
        return vec![Finding::malformed("bodies", "too_many_bodies")];
    }
    if before.bodies.iter().any(|known| bodies.iter().all(|body| body.code != known.code)) {
        found.push(Finding::malformed("bodies", "body_is_missing"));
    }
    let mut called: BTreeSet<&str> = BTreeSet::new();
    for (index, body) in bodies.iter().enumerate() {
        let path = |field: &str| format!("bodies/{index}/{field}");
        let is_code = body.code.len() == CODE_LENGTH && body.code.bytes().all(|byte| byte.is_ascii_digit());
        if !is_code || body.code == "00" {
            found.push(Finding::malformed(path("code"), "no_body_code"));
        } else if bodies[..index].iter().any(|other| other.code == body.code) {
            found.push(Finding::malformed(path("code"), "repeated_id"));
        }
        if body.names.is_empty() {
            found.push(Finding::malformed(path("names"), "missing_field"));
        }
        for (at, name) in body.names.iter().enumerate() {
            check_name(&path(&format!("names/{at}/zh")), &name.zh, &mut found);
            check_reason(&path(&format!("names/{at}/en")), &name.en, &mut found);
            check_reason(&path(&format!("names/{at}/doc")), &name.doc, &mut found);
            let is_later = match at.checked_sub(1).and_then(|earlier| body.names.get(earlier)) {
                None => true,
                Some(earlier) => name.from.is_some() && name.from > earlier.from,
            };
            if !is_later {
                found.push(Finding::malformed(path(&format!("names/{at}/from")), "out_of_order"));
            }
            if name.zh.contains(SEPARATORS) {
                found.push(Finding::malformed(path(&format!("names/{at}/zh")), "bad_value"));
            }
        }
        for (at, alias) in body.aliases.iter().enumerate() {
            check_name(&path(&format!("aliases/{at}")), alias, &mut found);
        }
        let own: BTreeSet<&str> =
            body.names.iter().map(|name| name.zh.trim()).chain(body.aliases.iter().map(|alias| alias.trim())).collect();
        if own.iter().any(|name| !name.is_empty() && called.contains(name)) {
            found.push(Finding::malformed(path("names"), "name_is_taken"));
        }
        called.extend(own);
    }
    found
}

/// On what the lists of units by name rest when a body is renamed.
const RENAMED: &str = "单位更名";
/// How long the code of a body is.
const CODE_LENGTH: usize = 2;
/// What stands between names in a list of units.
const SEPARATORS: [char; 2] = ['、', ','];
/// The most bodies of a programme: two digits name no more.
const MOST_BODIES: usize = 99;
