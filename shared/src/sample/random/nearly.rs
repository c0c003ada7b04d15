//! Faults as people make them: one figure off, one paper missing, one fund on the wrong line.

use super::Seeded;
use crate::{
    exact::{Area, Money},
    model::{Dossier, Organisation},
    policy::{
        funding::FUNDS,
        items::ITEMS,
        stages::{BondResult, CommitmentStatus, Component, Heritage, StepStatus},
    },
};

/// Makes one to three faults. A fault may fall where it changes nothing.
pub(super) fn spoil(dossier: &mut Dossier, random: &mut Seeded) {
    for _ in 0..random.count(1, 3) {
        random.pick(FAULTS)(dossier, random);
    }
}

type Fault = fn(&mut Dossier, &mut Seeded);

const FAULTS: &[Fault] = &[
    |dossier, random| dossier.project_community.plan_year += if random.once_in(2) { 1 } else { -1 },
    |dossier, random| dossier.project_community.scope_households += random.between(-2, 2),
    |dossier, random| {
        let area = dossier.project_community.scope_area.hundredths();
        dossier.project_community.scope_area = Area::from_hundredths(area + random.between(-1, 1));
    },
    |dossier, _| dossier.community.is_single_building = !dossier.community.is_single_building,
    |dossier, _| (dossier.community.infra_incomplete, dossier.community.service_incomplete) = (false, false),
    |dossier, _| dossier.community.will_strong = false,
    |dossier, _| dossier.community.expropriation_planned = true,
    |dossier, random| (*random.pick(&["620723", "", "6207240"])).clone_into(&mut dossier.community.division_code),
    |dossier, _| "巷道镇".clone_into(&mut dossier.community.township),
    |dossier, random| {
        let building = any(&mut dossier.community.buildings, random);
        building.into_iter().for_each(|building| {
            (building.completed_on, building.completed_year) = (None, Some(2000 + random.between(0, 6) as i32));
        });
    },
    |dossier, random| {
        let building = any(&mut dossier.community.buildings, random);
        building.into_iter().for_each(|building| building.heritage = Heritage::HistoricBuilding);
    },
    |dossier, random| {
        let building = any(&mut dossier.community.buildings, random);
        building.into_iter().for_each(|building| building.in_scope = !building.in_scope);
    },
    |dossier, random| {
        let line = any(&mut dossier.project_community.lines, random);
        line.into_iter().for_each(|line| line.amount = line.amount.plus(Money::from_fen(random.between(-1, 1))));
    },
    |dossier, random| {
        let line = any(&mut dossier.project_community.lines, random);
        line.into_iter().for_each(|line| random.pick(ITEMS).code.clone_into(&mut line.item));
    },
    |dossier, random| {
        let line = any(&mut dossier.project_community.lines, random);
        line.into_iter().for_each(|line| line.component = Some(*random.pick(Component::ALL)));
    },
    |dossier, random| {
        let line = any(&mut dossier.project_community.lines, random);
        line.into_iter().for_each(|line| line.quantity = (*random.pick(&["0", "", "-1", "1.5"])).to_owned());
    },
    |dossier, random| {
        let commitment = any(&mut dossier.project_community.commitments, random);
        commitment.into_iter().for_each(|it| random.pick(FUNDS).code.clone_into(&mut it.funding));
    },
    |dossier, random| {
        let commitment = any(&mut dossier.project_community.commitments, random);
        commitment.into_iter().for_each(|it| it.status = *random.pick(CommitmentStatus::ALL));
    },
    |dossier, random| {
        let commitment = any(&mut dossier.project_community.commitments, random);
        commitment.into_iter().for_each(|it| it.amount = it.amount.plus(Money::from_fen(random.between(-1, 1))));
    },
    |dossier, random| {
        let commitment = any(&mut dossier.project_community.commitments, random);
        commitment.into_iter().for_each(|it| (it.in_kind, it.valuation_basis) = (!it.in_kind, None));
    },
    |dossier, random| {
        let commitments = &mut dossier.project_community.commitments;
        if !commitments.is_empty() {
            commitments.remove(random.count(0, commitments.len() - 1));
        }
    },
    |dossier, random| dossier.project.bond_result = *random.pick(BondResult::ALL),
    |dossier, _| dossier.project.bond_issued = Money::ZERO,
    |dossier, _| dossier.project.revenue_source.clear(),
    |dossier, random| {
        let financing = any(&mut dossier.project.financings, random);
        financing.into_iter().for_each(|financing| {
            financing.gov_guarantee = true;
            financing.borrower.bears_gov_financing = random.once_in(2);
        });
    },
    |dossier, random| {
        let paid = any(&mut dossier.project_community.payments, random);
        paid.into_iter().for_each(|paid| paid.amount = paid.amount.plus(Money::from_wan_hundredths(100_000)));
    },
    |dossier, random| {
        let step = any(&mut dossier.project.steps, random);
        step.into_iter().for_each(|step| step.status = *random.pick(StepStatus::ALL));
    },
    |dossier, _| dossier.project.contract_date = None,
    |dossier, _| dossier.project.pledge = false,
    |dossier, _| dossier.project.adds_floor_area = true,
    |dossier, _| dossier.project.changes_structure = true,
    |dossier, _| dossier.project.land_rights_change = true,
    |dossier, _| dossier.project.land_paper = None,
    |dossier, _| dossier.project.new_saleable_area = Area::from_hundredths(60_000),
    |dossier, _| dossier.project.demolish_rebuild = true,
    |dossier, _| dossier.project.approved = None,
    |dossier, _| dossier.project.manager_name = " ".to_owned(),
    |dossier, random| {
        (*random.pick(&["2113-620724-04-01-123456", "2016-620724-04-01-123456", ""]))
            .clone_into(&mut dossier.project.national_code);
    },
    |dossier, random| {
        dossier.project.owner_organisation = Some(Organisation {
            kind: (*random.pick(&["公房管理单位", "企业", "街道"])).to_owned(),
            lgfv: random.once_in(2),
            ..Organisation::default()
        });
    },
];

/// One of a list, when there is any.
fn any<'a, T>(list: &'a mut [T], random: &mut Seeded) -> Option<&'a mut T> {
    let place = random.count(0, list.len().saturating_sub(1));
    list.get_mut(place)
}
