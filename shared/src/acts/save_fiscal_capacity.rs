//! Entering what the county can bear in a year (财政承受能力评估, clause 5.2b), by which R-31 judges the plan of the year.

use super::{Act, Decision, duty::too_long, save_funding::LARGEST_AMOUNT};
use crate::{
    exact::Money,
    finding::Finding,
    language::Text,
    model::{FiscalCapacity, Programme},
    policy::{
        parameters::{PROGRAMME_YEAR_FROM, PROGRAMME_YEAR_TO},
        stages::CapacityConclusion,
    },
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// 登记财政承受能力评估
#[derive(Clone, Copy, Debug)]
pub struct SaveFiscalCapacity;

/// The assessment of a year.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct FiscalCapacityEntry {
    /// 年度
    pub year: i32,
    /// 上限, in fen.
    pub ceiling: Money,
    /// 县级承担, in fen.
    pub county_borne: Money,
    /// 可承受 or 不可承受.
    pub conclusion: CapacityConclusion,
    /// 文件
    pub doc: String,
}

impl From<&FiscalCapacity> for FiscalCapacityEntry {
    fn from(capacity: &FiscalCapacity) -> Self {
        Self {
            year: capacity.year,
            ceiling: capacity.ceiling,
            county_borne: capacity.county_borne,
            conclusion: capacity.conclusion,
            doc: capacity.doc.clone(),
        }
    }
}

impl Act for SaveFiscalCapacity {
    const NAME: &'static str = "save_fiscal_capacity";
    const TITLE: Text = Text::new("登记财政承受能力评估", "Enter the assessment of fiscal capacity");
    type Request = FiscalCapacityEntry;
    type Facts = Programme;
    type Changes = Programme;

    fn decide(
        facts: &Programme,
        request: &FiscalCapacityEntry,
        today: NaiveDate,
    ) -> Result<Decision<Programme>, Vec<Finding>> {
        let mut stops = Vec::new();
        let mut say = |field: &'static str, why: &'static str| stops.push(Finding::malformed(field, why));
        let years = facts.settings.get(PROGRAMME_YEAR_FROM, today)..=facts.settings.get(PROGRAMME_YEAR_TO, today);
        if !years.contains(&i64::from(request.year)) {
            say("year", "year_outside");
        }
        if request.ceiling <= Money::ZERO {
            say("ceiling", "not_above_zero");
        } else if request.ceiling > LARGEST_AMOUNT {
            say("ceiling", "too_large");
        }
        if request.county_borne < Money::ZERO {
            say("county_borne", "below_zero");
        } else if request.county_borne > LARGEST_AMOUNT {
            say("county_borne", "too_large");
        }
        if request.doc.trim().is_empty() {
            say("doc", "missing_field");
        }
        stops.extend(too_long("doc", &request.doc));
        if !stops.is_empty() {
            return Err(stops);
        }
        let mut programme = facts.clone();
        programme.fiscal_capacities.retain(|known| known.year != request.year);
        programme.fiscal_capacities.push(FiscalCapacity {
            year: request.year,
            ceiling: request.ceiling,
            county_borne: request.county_borne,
            conclusion: request.conclusion,
            doc: request.doc.trim().to_owned(),
        });
        programme.fiscal_capacities.sort_by_key(|capacity| capacity.year);
        Ok(Decision { changes: programme, warnings: Vec::new() })
    }
}
