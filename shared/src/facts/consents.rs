//! What the owners have consented to: the last vote on a matter that has ended, by the settings of its day.

use super::ProjectFacts;
use crate::{
    model::{Building, ConsentRound, ConsentScope},
    policy::{consents::ConsentKind, parameters::Settings},
    rules::r32_residents_consent::is_consent,
};
use std::collections::BTreeMap;

/// The vote of the whole community on a matter that counts: the last one that has ended, else the one that goes on.
pub fn consent_of<'a>(rounds: &'a [ConsentRound], kind: &str) -> Option<&'a ConsentRound> {
    latest(rounds.iter().filter(|round| round.kind == kind && round.scope == ConsentScope::Community))
}

/// Whether the whole community has consented to a matter.
pub fn is_consented(rounds: &[ConsentRound], kind: &str, settings: &Settings) -> bool {
    consent_of(rounds, kind).is_some_and(|round| is_consent(round, settings))
}

/// Of votes that end on the same day the one that was entered last.
fn latest<'a>(rounds: impl Iterator<Item = &'a ConsentRound>) -> Option<&'a ConsentRound> {
    rounds.max_by_key(|round| round.ended_on)
}

impl ProjectFacts<'_> {
    /// Whether the owners have consented to the lift of a building: those of the community, of the building, or of each
    /// of its entrances that was asked. Where no vote was entered, what is stated of the building counts.
    pub fn has_lift_consent(&self, building: &Building) -> bool {
        let mut asked: BTreeMap<(ConsentScope, &str), Vec<&ConsentRound>> = BTreeMap::new();
        for round in self.entry.consent_rounds.iter().filter(|round| round.kind == ConsentKind::Lift.code()) {
            if round.scope == ConsentScope::Community || round.building == building.no {
                asked.entry((round.scope, &round.entrance)).or_default().push(round);
            }
        }
        if asked.is_empty() {
            return building.consent_passed;
        }
        let consented = |rounds: &Vec<&ConsentRound>| {
            latest(rounds.iter().copied()).is_some_and(|round| is_consent(round, self.settings))
        };
        let (entrances, whole): (Vec<_>, Vec<_>) =
            asked.iter().partition(|((scope, _), _)| *scope == ConsentScope::Entrance);
        whole.iter().any(|(_, rounds)| consented(rounds))
            || !entrances.is_empty() && entrances.iter().all(|(_, rounds)| consented(rounds))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Dossier, Tally};
    use chrono::NaiveDate;

    fn day(day: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(2022, 6, day)
    }

    fn vote(kind: ConsentKind, scope: ConsentScope, agreeing: i64, ended_on: Option<NaiveDate>) -> ConsentRound {
        let tally = Tally { total: 300, participating: 200, agreeing };
        ConsentRound {
            kind: kind.code().to_owned(),
            scope,
            owners: tally,
            area: tally,
            ended_on,
            ..ConsentRound::default()
        }
    }

    #[test]
    fn the_last_vote_that_has_ended_counts() {
        let plan = ConsentKind::RenovationPlan;
        let settings = Settings::default();
        let vote = |agreeing, ended_on| vote(plan, ConsentScope::Community, agreeing, ended_on);
        let is = |rounds: &[ConsentRound]| is_consented(rounds, plan.code(), &settings);
        assert!(!is(&[]), "nobody was asked");
        assert!(is(&[vote(150, day(1))]) && !is(&[vote(149, day(1))]));
        assert!(!is(&[vote(150, None)]), "it goes on");
        assert!(is(&[vote(150, day(2)), vote(149, day(1)), vote(0, None)]));
        assert!(!is(&[vote(150, day(1)), vote(149, day(2))]), "what was voted down later");
        assert!(is(&[vote(149, day(1)), vote(150, day(1))]), "of one day the one that was entered last");
        let of_building = ConsentRound { scope: ConsentScope::Building, ..vote(150, day(3)) };
        assert!(!is(&[of_building]), "one building is not the community");
    }

    #[test]
    fn a_lift_is_consented_to_by_building_or_by_all_entrances() {
        let building = Building { no: "1#".to_owned(), ..Building::default() };
        let stated = Building { consent_passed: true, ..building.clone() };
        let lift = |scope, entrance: &str, agreeing| ConsentRound {
            building: "1#".to_owned(),
            entrance: entrance.to_owned(),
            ..vote(ConsentKind::Lift, scope, agreeing, day(1))
        };
        let is = |rounds: Vec<ConsentRound>, building: &Building| {
            let mut dossier = Dossier::default();
            dossier.project_community.consent_rounds = rounds;
            ProjectFacts::of(&dossier, NaiveDate::default()).has_lift_consent(building)
        };
        use ConsentScope::{Building as Whole, Entrance};
        assert!(!is(Vec::new(), &building) && is(Vec::new(), &stated), "what is stated, without a vote");
        assert!(is(vec![lift(Whole, "", 150)], &building));
        assert!(!is(vec![lift(Whole, "", 149)], &stated), "a vote goes before what is stated");
        assert!(is(vec![lift(Entrance, "1", 150), lift(Entrance, "2", 150)], &building));
        assert!(!is(vec![lift(Entrance, "1", 150), lift(Entrance, "2", 149)], &building));
        let elsewhere = ConsentRound { building: "2#".to_owned(), ..lift(Whole, "", 150) };
        assert!(!is(vec![elsewhere], &building));
        assert!(is(vec![vote(ConsentKind::Lift, ConsentScope::Community, 150, day(1))], &building));
    }
}
