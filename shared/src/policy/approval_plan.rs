//! Which steps of the approvals a project needs: a pure function of its flags (clauses 4.1 to 4.4 and what special
//! cases add). Steps that it does not need stand in the plan too, with the clause and the reason, so that nobody asks.

mod flags;
mod reason;

pub use flags::Flags;
pub use reason::{Reason, Variant};

use super::{
    approvals::Step,
    stages::{DeliveryMode, Requirement},
};
use serde::Serialize;

/// A step as a plan has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct PlannedStep {
    /// The step.
    pub step: Step,
    /// 需办, 免办 or 合并办理; `None` when the plan leaves the step out.
    pub requirement: Option<Requirement>,
    /// The step that it is merged into.
    pub merged_into: Option<Step>,
    /// The step into which it may be merged, or beside which it may run.
    pub merge_allowed: Option<Step>,
    /// The form in which it is done.
    pub variant: Option<Variant>,
    /// Why it stands so.
    pub reason: Reason,
    /// The clause that decides it.
    pub clause: &'static str,
}

impl PlannedStep {
    const fn new(step: Step, requirement: Option<Requirement>, reason: Reason, clause: &'static str) -> Self {
        Self { step, requirement, merged_into: None, merge_allowed: None, variant: None, reason, clause }
    }

    const fn needed(step: Step, reason: Reason, clause: &'static str) -> Self {
        Self::new(step, Some(Requirement::Needed), reason, clause)
    }

    const fn waived(step: Step, reason: Reason, clause: &'static str) -> Self {
        Self::new(step, Some(Requirement::Waived), reason, clause)
    }

    const fn left_out(step: Step, reason: Reason, clause: &'static str) -> Self {
        Self::new(step, None, reason, clause)
    }
}

/// The plan of a project: every step in the order of the catalogue, those left out too.
pub fn approval_plan(flags: Flags) -> Vec<PlannedStep> {
    Step::ALL.iter().map(|step| planned_step(flags, *step)).collect()
}

/// One step of the plan of a project.
pub const fn planned_step(flags: Flags, step: Step) -> PlannedStep {
    match step {
        Step::S01 | Step::S02 => PlannedStep::needed(step, Reason::Always, "4.1"),
        Step::S03a | Step::S03b | Step::S03c if flags.is_merged() => PlannedStep {
            merged_into: Some(Step::S03),
            ..PlannedStep::new(step, Some(Requirement::Merged), Reason::Merged, "4.2b")
        },
        Step::S03a | Step::S03b | Step::S03c => PlannedStep::needed(step, separate(flags), "4.2b"),
        Step::S03 if flags.is_merged() => PlannedStep::needed(step, Reason::Merged, "4.2b"),
        Step::S03 => PlannedStep::left_out(step, separate(flags), "4.2b"),
        Step::S04 if flags.land_rights_change => PlannedStep::needed(step, Reason::LandRights, "4.2c"),
        Step::S04 => PlannedStep::waived(step, Reason::NoLandRights, "4.2c"),
        Step::S05 if flags.is_altering() => {
            PlannedStep { merge_allowed: Some(Step::S07), ..PlannedStep::needed(step, Reason::Altering, "4.3d") }
        }
        Step::S05 => PlannedStep::waived(step, Reason::NotAltering, "4.3b"),
        Step::S06 => drawing_review(flags),
        Step::S07 if flags.small_works_exempt => PlannedStep::waived(step, Reason::SmallWorks, "4.3e"),
        Step::S07 => PlannedStep::needed(step, Reason::Always, "4.3e"),
        Step::S08 => {
            PlannedStep { merge_allowed: Some(Step::S07), ..PlannedStep::needed(step, Reason::Always, "4.3e") }
        }
        Step::S09 => PlannedStep::needed(step, Reason::Always, "4.4"),
        Step::S10a | Step::S10b if flags.has_lift => PlannedStep::needed(step, Reason::Lift, "A2.12"),
        Step::S10a | Step::S10b => PlannedStep::left_out(step, Reason::NoLift, "A2.12"),
        Step::S11 if flags.has_heritage => PlannedStep::needed(step, Reason::Heritage, "5.4g"),
        Step::S11 => PlannedStep::left_out(step, Reason::NoHeritage, "5.4g"),
        Step::S12 if flags.has_special_bonds => PlannedStep::needed(step, Reason::SpecialBonds, "A2.02"),
        Step::S12 => PlannedStep::left_out(step, Reason::NoSpecialBonds, "A2.02"),
        Step::S13 if flags.below_tender_limit => PlannedStep::waived(step, Reason::BelowTenderLimit, "5.4b"),
        Step::S13 => PlannedStep {
            variant: Some(match flags.delivery_mode {
                DeliveryMode::Epc => Variant::EpcTender,
                DeliveryMode::GeneralContract => Variant::WorksTender,
                DeliveryMode::Other => Variant::Purchase,
            }),
            ..PlannedStep::needed(step, Reason::Always, "5.4b")
        },
    }
}

/// Why three papers are asked for instead of one.
const fn separate(flags: Flags) -> Reason {
    if flags.in_annual_plan { Reason::Separate } else { Reason::NotInPlan }
}

/// Altering works are reviewed jointly, pledge or not.
const fn drawing_review(flags: Flags) -> PlannedStep {
    let (reason, clause, variant) = if flags.is_altering() {
        (Reason::Altering, "4.3d", Variant::JointDrawingReview)
    } else if flags.pledge {
        return PlannedStep::waived(Step::S06, Reason::Pledge, "4.3c");
    } else {
        (Reason::NoPledge, "4.3c", Variant::DrawingReview)
    };
    PlannedStep { variant: Some(variant), ..PlannedStep::needed(Step::S06, reason, clause) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::clauses::clause;

    /// Every combination of the flags, by the bits of a number.
    fn all_flags() -> impl Iterator<Item = Flags> {
        (0..1_u32 << 13).flat_map(|bits| {
            let bit = move |place: u32| bits >> place & 1 == 1;
            DeliveryMode::ALL.iter().map(move |mode| Flags {
                in_annual_plan: bit(0),
                merged_feasibility: bit(1),
                land_rights_change: bit(2),
                new_build: bit(3),
                adds_floor_area: bit(4),
                changes_structure: bit(5),
                changes_function: bit(6),
                pledge: bit(7),
                has_lift: bit(8),
                has_heritage: bit(9),
                has_special_bonds: bit(10),
                delivery_mode: *mode,
                below_tender_limit: bit(11),
                small_works_exempt: bit(12),
            })
        })
    }

    /// these are always in the plan, and what is merged is merged into a step that is needed.
    #[test]
    fn every_plan_of_all_flags_holds_together() {
        use Step::{S01, S02, S04, S05, S06, S07, S08, S09, S13};
        for flags in all_flags() {
            let plan = approval_plan(flags);
            assert_eq!(plan.len(), Step::ALL.len());
            for (planned, step) in plan.iter().zip(Step::ALL) {
                assert_eq!(planned.step, *step);
                if [S01, S02, S04, S05, S06, S07, S08, S09, S13].contains(step) {
                    assert!(planned.requirement.is_some(), "{step}");
                }
                let into = planned.merged_into.map(|into| planned_step(flags, into).requirement);
                assert_eq!(planned.requirement == Some(Requirement::Merged), into.is_some());
                assert!(into.is_none_or(|into| into == Some(Requirement::Needed)));
                assert!(step.row().clauses.contains(&planned.clause), "{step} {}", planned.clause);
                assert!(clause(planned.clause).is_some());
            }
            let one_paper = planned_step(flags, Step::S03).requirement.is_some();
            assert_eq!(one_paper, flags.in_annual_plan && flags.merged_feasibility);
        }
    }

    /// Each flag that makes works altering, alone, and a pledge that changes nothing then.
    #[test]
    fn one_altering_flag_is_enough() {
        let plain = Flags { pledge: true, ..Flags::default() };
        assert_eq!(planned_step(plain, Step::S05).requirement, Some(Requirement::Waived));
        assert_eq!(planned_step(plain, Step::S06).requirement, Some(Requirement::Waived));
        for altering in [
            Flags { new_build: true, ..plain },
            Flags { adds_floor_area: true, ..plain },
            Flags { changes_structure: true, ..plain },
            Flags { changes_function: true, ..plain },
            Flags { has_lift: true, ..plain },
        ] {
            assert_eq!(planned_step(altering, Step::S05).merge_allowed, Some(Step::S07));
            assert_eq!(planned_step(altering, Step::S06).variant, Some(Variant::JointDrawingReview));
        }
        assert_eq!(planned_step(Flags::default(), Step::S06).variant, Some(Variant::DrawingReview));
    }
}
