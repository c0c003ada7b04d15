//! Many synthetic communities, for trying and measuring: the four samples over and over, in an order drawn from a seed,
//! each with a code, names and identities of its own. What the rules read of a sample is not touched, so all obey them.

use super::{SampleProgramme, build::COMMUNITY_BITS, random::Seeded, shapes, whole};
use crate::model::{Community, Dossier, Project};
use uuid::Uuid;

/// A programme of so many communities, marked 样例; the same for the same count and seed.
pub fn communities(count: u16, seed: u64) -> SampleProgramme {
    let shapes = shapes();
    let mut random = Seeded::new(seed);
    let dossiers = (1..=count).map(|number| renumbered(random.pick(&shapes).clone(), number));
    whole(dossiers.collect())
}

/// The same community under another number.
fn renumbered(mut dossier: Dossier, number: u16) -> Dossier {
    let Dossier { community, project, project_community: entry, reports, .. } = &mut dossier;
    name(community, project, number);
    let ids = [&mut community.id, &mut project.id, &mut entry.id, &mut entry.project, &mut entry.community].into_iter();
    ids.chain(entry.commitments.iter_mut().map(|one| &mut one.id))
        .chain(entry.receipts.iter_mut().map(|one| &mut one.id))
        .chain(entry.payments.iter_mut().map(|one| &mut one.id))
        .chain(reports.iter_mut().flat_map(|one| [&mut one.id, &mut one.project_community]))
        .for_each(|id| *id = of_community(*id, number));
    dossier
}

/// The code, the names and the address of a number.
pub(super) fn name(community: &mut Community, project: &mut Project, number: u16) {
    community.code = format!("GT-{number:04}");
    community.name = format!("样例{number:04}小区");
    community.address = format!("样例路{number}号");
    project.name = format!("样例{number:04}小区改造项目");
}

/// The same identity within another community.
fn of_community(id: Uuid, number: u16) -> Uuid {
    let cleared = id.as_u128() & !(u128::from(u16::MAX) << COMMUNITY_BITS);
    Uuid::from_u128(cleared | (u128::from(number) << COMMUNITY_BITS))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{facts::ProjectFacts, finding::Gate, rules, sample};
    use std::collections::BTreeSet;

    #[test]
    fn the_same_seed_gives_the_same_programme() {
        let one = communities(64, 7);
        assert_eq!(one, communities(64, 7));
        assert_ne!(one, communities(64, 8));
        assert_eq!(one.dossiers.len(), 64);
        assert!(one.programme.sample && one.programme.id == sample::PROGRAMME);
    }

    #[test]
    fn every_shape_occurs_and_every_identity_once() {
        let made = communities(1000, 1);
        let households: BTreeSet<i64> =
            made.dossiers.iter().map(|one| one.project_community.scope_households).collect();
        assert_eq!(households, BTreeSet::from([48, 60, 196, 312]));
        let mut ids: Vec<Uuid> = made.plans.iter().map(|plan| plan.id).collect();
        for dossier in &made.dossiers {
            let entry = &dossier.project_community;
            assert_eq!((entry.community, entry.project), (dossier.community.id, dossier.project.id));
            assert!(dossier.reports.iter().all(|report| report.project_community == entry.id));
            ids.extend([entry.id, dossier.project.id, dossier.community.id]);
            ids.extend(entry.commitments.iter().map(|one| one.id));
            ids.extend(entry.receipts.iter().map(|one| one.id));
            ids.extend(entry.payments.iter().map(|one| one.id));
            ids.extend(dossier.reports.iter().map(|one| one.id));
        }
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
        let codes: BTreeSet<&str> = made.dossiers.iter().map(|one| one.community.code.as_str()).collect();
        assert_eq!(codes.len(), 1000);
    }

    /// Whatever the rules say of a copy they say of its sample.
    #[test]
    fn copies_obey_the_rules_as_the_samples_do() {
        let found = |dossier: &Dossier| {
            let day = dossier.programme.demonstration_date.unwrap();
            [Gate::G0, Gate::G1].map(|gate| rules::gate_findings(&ProjectFacts::of(dossier, day), gate))
        };
        let samples = sample::programme().dossiers;
        for copy in communities(64, 3).dossiers {
            let households = copy.project_community.scope_households;
            let of = samples.iter().find(|one| one.project_community.scope_households == households).unwrap();
            assert_eq!(found(&copy), found(of), "{}", copy.community.code);
        }
    }

    #[test]
    fn plans_plan_what_their_communities_add_up_to() {
        let made = communities(64, 1);
        for plan in &made.plans {
            let members = made.dossiers.iter().filter(|one| one.project_community.plan == Some(plan.id));
            assert_eq!(plan.planned_households, members.map(|one| one.project_community.scope_households).sum::<i64>());
        }
    }
}
