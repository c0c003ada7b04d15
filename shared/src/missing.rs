//! 缺项清单: what is still missing of project communities, by community and by the body that answers for it.
//!
//! It holds what nobody has entered yet: facts, papers, steps, reports. What was entered and breaks a rule is none of it; the
//! dossier tells that. Each community is asked for what the gates ask that it has passed; one in reserve for the next gate too.
//! What a community had passed when it was taken over in mid-programme is 期初 until its paper is entered (section 7).

mod by_rules;
mod entries;
mod gap;
mod papers;

pub use gap::{Gap, GapTime, Lack, MissingEntry};

use crate::{
    duties::{self, OFFICE, TaskOwner},
    facts::ProjectFacts,
    finding::Gate,
    model::{Dossier, ProjectCommunity},
    ordered,
    policy::stages::Stage,
    rules::taken_over::passed_gates,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// What is missing of a project community.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CommunityGaps {
    /// Identity of the project community.
    pub id: Uuid,
    /// Code of the community.
    pub code: String,
    /// Its name.
    pub name: String,
    /// 阶段
    pub stage: Stage,
    /// What is missing: 期初 first, then what is due now, then what the next gate asks.
    pub gaps: Vec<Gap>,
}

impl CommunityGaps {
    /// That for which a body answers, if there is any.
    pub fn of_unit(&self, unit: &str) -> Option<Self> {
        let gaps: Vec<Gap> = self.gaps.iter().filter(|gap| gap.unit == unit).cloned().collect();
        (!gaps.is_empty()).then(|| Self { gaps, code: self.code.clone(), name: self.name.clone(), ..*self })
    }
}

/// How much is missing for which a body answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UnitGaps {
    /// The body: a code, or the name of one that has none.
    pub unit: TaskOwner,
    /// Communities in which something is missing.
    pub communities: i64,
    /// How much is missing.
    pub gaps: i64,
}

/// Who answers for something, before the project tells who that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    /// A body of the annexes.
    Unit(&'static str),
    /// 建设单位
    ProjectOwner,
}

/// Something missing before it is told by when.
struct Found {
    lack: Lack,
    who: Who,
    /// The body that decides on it, beside who answers for it.
    with: Option<&'static str>,
    /// The gate from which it is asked for; none for what stops nothing.
    from: Option<Gate>,
    /// Whether the rule has said itself that it was passed when the community was taken over.
    is_taken_over: bool,
}

impl Found {
    const fn new(lack: Lack, who: Who, from: Gate) -> Self {
        Self { lack, who, with: None, from: Some(from), is_taken_over: false }
    }

    fn with(self, unit: &'static str) -> Self {
        Self { with: Some(unit), ..self }
    }
}

/// The gate at which a community is asked, and the last one that it has passed.
fn gates(entry: &ProjectCommunity) -> Option<(Gate, Gate)> {
    match entry.stage {
        Stage::Reserve if entry.plan.is_none() => Some((Gate::G1, Gate::G0)),
        Stage::Reserve => Some((Gate::G2, Gate::G1)),
        Stage::NewStart | Stage::UnderWay => Some((Gate::G2, Gate::G2)),
        Stage::Completed => Some((Gate::G4, Gate::G4)),
        Stage::Withdrawn => None,
    }
}

/// What is missing of a project community on a day; nothing of one that was taken out.
pub fn gaps_of(dossier: &Dossier, today: NaiveDate) -> Vec<Gap> {
    let entry = &dossier.project_community;
    let Some((gate, passed)) = gates(entry) else { return Vec::new() };
    let facts = ProjectFacts::of(dossier, today);
    let mut found = Vec::new();
    entries::find(dossier, &facts, gate, &mut found);
    by_rules::find(&facts, gate, &mut found);
    papers::find(dossier, &facts, gate, &mut found);
    let taken_over = entry.opening.as_ref().map_or(&[][..], |opening| passed_gates(opening.stage));
    let mut gaps: Vec<Gap> = found
        .into_iter()
        .map(|one| {
            let when = match one.from {
                _ if one.is_taken_over => GapTime::TakenOver,
                Some(from) if taken_over.contains(&from) => GapTime::TakenOver,
                Some(Gate::G1) if passed < Gate::G1 => GapTime::BeforePlan,
                Some(from) if passed < from => GapTime::BeforeStart,
                _ => GapTime::Now,
            };
            let unit = named(one.who, dossier, today);
            let with = one.with.map(|unit| duties::answers(&dossier.programme, unit, today));
            Gap { lack: one.lack, with: with.filter(|with| *with != unit), unit, when }
        })
        .collect();
    ordered::sort(&mut gaps, |a, b| a.when.cmp(&b.when));
    gaps
}

/// Who answers on a day; for a project whose owner is not named yet the office.
fn named(who: Who, dossier: &Dossier, today: NaiveDate) -> TaskOwner {
    let owner = match who {
        Who::Unit(code) => code.to_owned(),
        Who::ProjectOwner => duties::project_owner(dossier),
    };
    duties::answers(&dossier.programme, if owner.is_empty() { OFFICE } else { &owner }, today)
}

/// The communities of which something is missing, by code.
pub fn missing(dossiers: &[Dossier], today: NaiveDate) -> Vec<CommunityGaps> {
    let of = |dossier: &Dossier| {
        let gaps = gaps_of(dossier, today);
        let (entry, community) = (&dossier.project_community, &dossier.community);
        let (code, name) = (community.code.clone(), community.name.clone());
        (!gaps.is_empty()).then_some(CommunityGaps { id: entry.id, code, name, stage: entry.stage, gaps })
    };
    let mut all: Vec<CommunityGaps> = dossiers.iter().filter_map(of).collect();
    ordered::sort(&mut all, |a, b| (&a.code, a.id).cmp(&(&b.code, b.id)));
    all
}

/// How much each body answers for, by code.
pub fn by_unit(communities: &[CommunityGaps]) -> Vec<UnitGaps> {
    let mut units: BTreeMap<&str, (BTreeSet<Uuid>, i64)> = BTreeMap::new();
    for (id, gap) in communities.iter().flat_map(|one| one.gaps.iter().map(|gap| (one.id, gap))) {
        let of_unit = units.entry(&gap.unit).or_default();
        of_unit.0.insert(id);
        of_unit.1 = of_unit.1.saturating_add(1);
    }
    let told = |(unit, (communities, gaps)): (&str, (BTreeSet<Uuid>, i64))| UnitGaps {
        unit: unit.to_owned(),
        communities: i64::try_from(communities.len()).unwrap_or(i64::MAX),
        gaps,
    };
    units.into_iter().map(told).collect()
}

#[cfg(test)]
mod tests;
