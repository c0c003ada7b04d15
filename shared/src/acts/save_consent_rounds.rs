//! Saving the votes of the owners in totals (表决, R-32): how many take part and agree, by owners and by area.
//!
//! What was counted is a fact and is saved, whether it suffices or not; what a vote still lacks is a warning. A vote that
//! lacks something is no consent: S01 can't pass with it.

use super::{Act, Decision, duty::too_long};
use crate::{
    finding::{Finding, Severity},
    language::Text,
    model::{Community, ConsentMethod, ConsentRound, ConsentScope, Dossier, ProjectCommunity, Tally},
    policy::{consents::kinds, parameters::Settings},
    rules::r32_residents_consent,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

/// How many votes one community has at most, so that one request can't hold the writer.
const MOST_ROUNDS: usize = 200;
/// The largest figure that every JSON reader keeps exact: 2^53 − 1.
const LARGEST_FIGURE: i64 = (1 << 53) - 1;

/// Saving the votes of the owners.
#[derive(Clone, Copy, Debug)]
pub struct SaveConsentRounds;

/// All votes of a project community; those left out are removed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ConsentEntry {
    /// The votes, in their order.
    pub rounds: Vec<RoundEntry>,
}

/// A vote as a person enters it: [`ConsentRound`], with nothing unknown beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RoundEntry {
    /// Identity, made by whoever enters it.
    pub id: Uuid,
    /// 表决事项
    pub kind: String,
    /// 小区, 楼栋 or 单元.
    pub scope: ConsentScope,
    /// 楼栋号
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub building: String,
    /// 单元
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub entrance: String,
    /// By owners.
    pub owners: TallyEntry,
    /// By area, in hundredths of ㎡.
    pub area: TallyEntry,
    /// 公告日期
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub noticed_on: Option<NaiveDate>,
    /// 开始日期
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub began_on: Option<NaiveDate>,
    /// 结束日期
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_on: Option<NaiveDate>,
    /// 书面, 入户 or 线上.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<ConsentMethod>,
    /// 依据文件
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub doc: String,
}

/// A vote counted in one way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct TallyEntry {
    /// All who are entitled.
    pub total: i64,
    /// Those who take part.
    pub participating: i64,
    /// Those who agree.
    pub agreeing: i64,
}

impl From<TallyEntry> for Tally {
    fn from(entry: TallyEntry) -> Self {
        Self { total: entry.total, participating: entry.participating, agreeing: entry.agreeing }
    }
}

impl From<Tally> for TallyEntry {
    fn from(tally: Tally) -> Self {
        Self { total: tally.total, participating: tally.participating, agreeing: tally.agreeing }
    }
}

impl From<ConsentRound> for RoundEntry {
    fn from(round: ConsentRound) -> Self {
        Self {
            id: round.id,
            kind: round.kind,
            scope: round.scope,
            building: round.building,
            entrance: round.entrance,
            owners: round.owners.into(),
            area: round.area.into(),
            noticed_on: round.noticed_on,
            began_on: round.began_on,
            ended_on: round.ended_on,
            method: round.method,
            doc: round.doc,
        }
    }
}

impl From<RoundEntry> for ConsentRound {
    fn from(entry: RoundEntry) -> Self {
        Self {
            id: entry.id,
            kind: entry.kind,
            scope: entry.scope,
            building: entry.building,
            entrance: entry.entrance,
            owners: entry.owners.into(),
            area: entry.area.into(),
            noticed_on: entry.noticed_on,
            began_on: entry.began_on,
            ended_on: entry.ended_on,
            method: entry.method,
            doc: entry.doc,
        }
    }
}

/// What no rule can read in these votes: an unknown matter or building, figures that can't be, days out of order. Paths
/// are `rounds/INDEX/FIELD`.
pub fn malformed_rounds(
    community: &Community,
    settings: &Settings,
    rounds: &[ConsentRound],
    today: NaiveDate,
) -> Vec<Finding> {
    let mut found = Vec::new();
    if rounds.len() > MOST_ROUNDS {
        return vec![Finding::malformed("rounds", "too_many_rounds")];
    }
    let mut ids = BTreeSet::new();
    let known = kinds(settings, today);
    for (index, round) in rounds.iter().enumerate() {
        let at = |field: &str| format!("rounds/{index}/{field}");
        let mut say = |field: &str, why| found.push(Finding::malformed(at(field), why));
        if round.id.is_nil() || !ids.insert(round.id) {
            say("id", "repeated_id");
        }
        if !known.contains(&round.kind) {
            say("kind", "unknown_matter");
        }
        let is_known = community.buildings.iter().any(|building| building.no == round.building);
        match round.scope {
            ConsentScope::Community if !round.building.is_empty() => say("building", "of_whole_community"),
            ConsentScope::Building | ConsentScope::Entrance if !is_known => say("building", "unknown_building"),
            _ => {}
        }
        match (round.scope, round.entrance.trim().is_empty()) {
            (ConsentScope::Entrance, true) => say("entrance", "missing_field"),
            (ConsentScope::Community | ConsentScope::Building, false) => say("entrance", "of_no_entrance"),
            _ => {}
        }
        for (name, tally) in [("owners", round.owners), ("area", round.area)] {
            if let Some((field, why)) = fault(tally) {
                say(&format!("{name}/{field}"), why);
            }
        }
        let ended_before_it_began = round.ended_on.zip(round.began_on.or(round.noticed_on)).is_some_and(|(e, b)| e < b);
        if round.began_on.zip(round.noticed_on).is_some_and(|(began, noticed)| began < noticed) {
            say("began_on", "days_out_of_order");
        }
        if ended_before_it_began {
            say("ended_on", "days_out_of_order");
        }
        for (field, day) in
            [("noticed_on", round.noticed_on), ("began_on", round.began_on), ("ended_on", round.ended_on)]
        {
            if day.is_some_and(|day| day > today) {
                say(field, "day_to_come");
            }
        }
        for (field, text) in [("entrance", &round.entrance), ("doc", &round.doc)] {
            found.extend(too_long(&at(field), text));
        }
    }
    found
}

/// The first figure of a tally that can't be.
fn fault(tally: Tally) -> Option<(&'static str, &'static str)> {
    let figures = [("total", tally.total), ("participating", tally.participating), ("agreeing", tally.agreeing)];
    if let Some((field, _)) = figures.iter().find(|(_, figure)| !(0..=LARGEST_FIGURE).contains(figure)) {
        return Some((field, "no_count"));
    }
    if tally.participating > tally.total {
        return Some(("participating", "more_than_all"));
    }
    (tally.agreeing > tally.participating).then_some(("agreeing", "more_than_take_part"))
}

/// What these votes still lack, as warnings: one finding a vote at `rounds/INDEX`.
pub fn lacking(rounds: &[ConsentRound], settings: &Settings, today: NaiveDate) -> Vec<Finding> {
    let judged = rounds.iter().enumerate().flat_map(|(index, round)| {
        let found = r32_residents_consent::check(&round.into(), settings, round.ended_on.unwrap_or(today));
        found.into_iter().map(move |finding| Finding {
            severity: Severity::W,
            path: format!("rounds/{index}"),
            ..finding
        })
    });
    judged.collect()
}

impl Act for SaveConsentRounds {
    const NAME: &'static str = "save_consent_rounds";
    const TITLE: Text = Text::new("保存居民表决", "Save the residents' votes");
    type Request = ConsentEntry;
    type Facts = Dossier;
    type Changes = ProjectCommunity;

    fn decide(
        facts: &Dossier,
        request: &ConsentEntry,
        today: NaiveDate,
    ) -> Result<Decision<ProjectCommunity>, Vec<Finding>> {
        let settings = &facts.programme.settings;
        let consent_rounds: Vec<ConsentRound> = request.rounds.iter().cloned().map(Into::into).collect();
        let malformed = malformed_rounds(&facts.community, settings, &consent_rounds, today);
        if !malformed.is_empty() {
            return Err(malformed);
        }
        let warnings = lacking(&consent_rounds, settings, today);
        Ok(Decision { changes: ProjectCommunity { consent_rounds, ..facts.project_community.clone() }, warnings })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{language::Language, rules::message, sample};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn round(owners: [i64; 3], area: [i64; 3]) -> RoundEntry {
        let tally = |[total, participating, agreeing]: [i64; 3]| TallyEntry { total, participating, agreeing };
        RoundEntry {
            owners: tally(owners),
            area: tally(area),
            ended_on: Some(day("2022-10-01")),
            ..ConsentRound { id: Uuid::from_u128(1), kind: "改造方案".to_owned(), ..ConsentRound::default() }.into()
        }
    }

    fn decided(rounds: Vec<RoundEntry>) -> Result<Decision<ProjectCommunity>, Vec<Finding>> {
        let dossiers = sample::programme().dossiers;
        let dossier = dossiers.iter().find(|dossier| dossier.community.code == "GT-0003").unwrap();
        SaveConsentRounds::decide(dossier, &ConsentEntry { rounds }, day("2022-10-08"))
    }

    /// Places and reasons of a refusal.
    fn refused(change: impl FnOnce(&mut RoundEntry)) -> Vec<(String, String)> {
        let mut entry = round([196, 140, 120], [1_372_000, 1_000_000, 900_000]);
        change(&mut entry);
        let found = decided(vec![entry]).err().unwrap_or_default();
        found.iter().map(|one| (one.path.clone(), one.params.text("why").unwrap_or_default().to_owned())).collect()
    }

    #[test]
    fn a_vote_that_lacks_something_is_saved_and_says_what() {
        let done = decided(vec![round([196, 119, 119], [1_372_000, 914_666, 914_666])]).unwrap();
        assert_eq!(done.changes.consent_rounds.len(), 1);
        let said = message(&done.warnings[0], Language::Zh);
        assert!(said.contains("还差参与12户和0.01㎡"), "{said}");
        assert_eq!((done.warnings[0].severity, done.warnings[0].path.as_str()), (Severity::W, "rounds/0"));
        let enough = decided(vec![round([196, 131, 99], [1_372_000, 914_667, 686_001])]).unwrap();
        assert_eq!(enough.warnings, []);
    }

    #[test]
    fn figures_and_days_that_can_not_be_are_refused_at_their_place() {
        let at = |path: &str, why: &str| vec![(path.to_owned(), why.to_owned())];
        assert_eq!(refused(|_| ()), []);
        assert_eq!(refused(|one| one.owners.participating = 197), at("rounds/0/owners/participating", "more_than_all"));
        assert_eq!(refused(|one| one.owners.participating = 196), []);
        assert_eq!(refused(|one| one.owners.agreeing = 141), at("rounds/0/owners/agreeing", "more_than_take_part"));
        assert_eq!(refused(|one| one.area.agreeing = -1), at("rounds/0/area/agreeing", "no_count"));
        assert_eq!(refused(|one| one.area.total = i64::MAX), at("rounds/0/area/total", "no_count"));
        assert_eq!(refused(|one| one.kind = "别的".to_owned()), at("rounds/0/kind", "unknown_matter"));
        assert_eq!(refused(|one| one.ended_on = Some(day("2022-10-09"))), at("rounds/0/ended_on", "day_to_come"));
        assert_eq!(refused(|one| one.began_on = Some(day("2022-10-02"))), at("rounds/0/ended_on", "days_out_of_order"));
        assert_eq!(refused(|one| one.began_on = Some(day("2022-10-01"))), []);
        assert_eq!(refused(|one| one.scope = ConsentScope::Building), at("rounds/0/building", "unknown_building"));
        assert_eq!(
            refused(|one| {
                one.scope = ConsentScope::Entrance;
                one.building = "1#".to_owned();
            }),
            at("rounds/0/entrance", "missing_field")
        );
        assert_eq!(refused(|one| one.building = "1#".to_owned()), at("rounds/0/building", "of_whole_community"));
        assert_eq!(refused(|one| one.id = Uuid::nil()), at("rounds/0/id", "repeated_id"));
        assert_eq!(refused(|one| one.doc = "文".repeat(4001)), at("rounds/0/doc", "too_long"));
    }
}
