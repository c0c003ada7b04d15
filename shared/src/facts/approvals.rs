//! The approvals of a project: what it needs by its flags, and how far it has come.

use super::ProjectFacts;
use crate::{
    duties::began,
    model::{ApprovalStep, Programme},
    policy::{
        approval_plan::{Flags, PlannedStep, planned_step},
        approvals::Step,
        due_date::due_date,
        parameters::{SHIFT_DEADLINES_OVER_HOLIDAYS, SMALL_WORKS_PERMIT_EXEMPTION},
        stages::{Heritage, LineStatus, Requirement, StepStatus},
    },
};
use chrono::NaiveDate;

const LIFT: &str = "I15";

impl ProjectFacts<'_> {
    /// The flags of the project; those that nobody enters follow from lines, buildings and money. A cancelled line
    /// builds no lift.
    pub fn approval_flags(&self) -> Flags {
        let project = self.project;
        let own_lift =
            |line: &super::LineFacts<'_>| line.line.item == LIFT && line.line.status != LineStatus::Cancelled;
        let has_lift = self.lines.iter().any(own_lift)
            || self.siblings.iter().flat_map(|sibling| &sibling.lines).any(|line| line.item == LIFT);
        Flags {
            in_annual_plan: self.entry.plan.is_some(),
            merged_feasibility: project.merged_feasibility,
            land_rights_change: project.land_rights_change,
            new_build: project.new_build,
            adds_floor_area: project.adds_floor_area,
            changes_structure: project.changes_structure,
            changes_function: project.changes_function,
            pledge: project.pledge,
            has_lift,
            has_heritage: self.buildings.iter().any(|one| one.in_scope && one.heritage != Heritage::None),
            has_special_bonds: self.has_special_bonds(),
            delivery_mode: project.delivery_mode,
            below_tender_limit: project.below_tender_limit,
            small_works_exempt: self.settings.get(SMALL_WORKS_PERMIT_EXEMPTION, self.today),
        }
    }

    /// Whether special bonds are to pay for any community of the project.
    pub fn has_special_bonds(&self) -> bool {
        self.entry.has_special_bonds() || self.siblings.iter().any(|sibling| sibling.has_special_bonds)
    }

    /// Whether a step must be done, by the plan of the project's flags; `None` when the plan leaves it out.
    pub fn requirement(&self, step: Step) -> Option<Requirement> {
        let given = self.requirements.iter().find(|(given, _)| *given == step).map(|(_, requirement)| *requirement);
        given.or_else(|| planned_step(self.approval_flags(), step).requirement)
    }

    /// Whether a step has passed: itself, or with the one that it was merged into where that is allowed.
    pub fn has_passed(&self, step: Step) -> bool {
        has_passed(&planned_step(self.approval_flags(), step), &self.project.steps)
    }

    /// The place of a step in findings: where it is stored, or its code while nothing was entered of it.
    pub fn step_path(&self, step: Step, field: &str) -> String {
        match self.project.steps.iter().position(|entry| entry.step == step) {
            Some(index) => format!("steps/{index}/{field}"),
            None => format!("steps/{step}"),
        }
    }
}

/// The day by which a step that was submitted is to be decided, by its 办理时限 and the calendar (section 8, Days of rest);
/// none while it has no limit or was not submitted.
pub fn step_due(programme: &Programme, step: &ApprovalStep) -> Option<NaiveDate> {
    let (from, days) = step.submitted_on.zip(step.limit_days)?;
    let shift = programme.settings.get(SHIFT_DEADLINES_OVER_HOLIDAYS, from);
    Some(due_date(from, i64::from(days), &programme.calendar, shift))
}

/// Whether a step stays undecided after its day; of what was due before the programme began nothing is overdue (A-80).
pub fn is_step_overdue(programme: &Programme, step: &ApprovalStep, today: NaiveDate) -> bool {
    let is_late = |due: NaiveDate| due < today && due >= began(programme, today);
    step.status == StepStatus::Submitted && step_due(programme, step).is_some_and(is_late)
}

fn entered(steps: &[ApprovalStep], step: Step) -> Option<&ApprovalStep> {
    steps.iter().find(|entry| entry.step == step)
}

fn has_passed(planned: &PlannedStep, steps: &[ApprovalStep]) -> bool {
    let passed = |step| entered(steps, step).is_some_and(|entry| entry.status == StepStatus::Passed);
    let merged = entered(steps, planned.step).is_some_and(|entry| entry.requirement == Requirement::Merged);
    passed(planned.step) || planned.merge_allowed.is_some_and(|into| merged && passed(into))
}

/// Whether nothing is left to do for a step: passed, waived, left out, or merged into one that has passed.
pub fn is_settled(flags: Flags, steps: &[ApprovalStep], step: Step) -> bool {
    let planned = planned_step(flags, step);
    match planned.requirement {
        Some(Requirement::Needed) => has_passed(&planned, steps),
        Some(Requirement::Merged) => planned.merged_into.is_some_and(|into| is_settled(flags, steps, into)),
        Some(Requirement::Waived) | None => true,
    }
}

/// The steps of a project after its flags have changed: what has passed stays as it is, a step that has become needed is
/// open again, one that the plan leaves out is gone. Anything else that was entered stays with the step.
pub fn recomputed(flags: Flags, steps: &[ApprovalStep]) -> Vec<ApprovalStep> {
    let recomputed = |step: &Step| {
        let planned = planned_step(flags, *step);
        let known = entered(steps, *step);
        if let Some(passed) = known.filter(|entry| entry.status == StepStatus::Passed) {
            return Some(passed.clone());
        }
        let requirement = planned.requirement?;
        let Some(known) = known else {
            return Some(ApprovalStep::new(*step, requirement));
        };
        // Whoever merged a step into another where that is allowed keeps it so.
        let merged = known.requirement == Requirement::Merged && planned.merge_allowed.is_some();
        let kept = if merged { Requirement::Merged } else { requirement };
        let settled_before = known.requirement != kept && known.requirement != Requirement::Needed;
        Some(ApprovalStep {
            requirement: kept,
            // The day on which a waiver was settled is none of a step that has become needed.
            date: known.date.filter(|_| !settled_before),
            ..known.clone()
        })
    };
    Step::ALL.iter().filter_map(recomputed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Building, Dossier, FundingCommitment, InvestmentLine, Sibling, SiblingLine};
    use chrono::NaiveDate;

    fn of(dossier: &Dossier) -> ProjectFacts<'_> {
        ProjectFacts::of(dossier, NaiveDate::from_ymd_opt(2022, 10, 8).unwrap())
    }

    fn with(step: Step, requirement: Requirement, status: StepStatus) -> ApprovalStep {
        ApprovalStep { status, ..ApprovalStep::new(step, requirement) }
    }

    #[test]
    fn flags_follow_from_lines_buildings_and_money() {
        let plain = Flags { in_annual_plan: false, ..Flags::default() };
        let mut dossier = Dossier::default();
        dossier.community.buildings =
            vec![Building { heritage: Heritage::HistoricBuilding, in_scope: false, ..Building::default() }];
        dossier.project_community.lines =
            vec![InvestmentLine { item: LIFT.to_owned(), status: LineStatus::Cancelled, ..InvestmentLine::default() }];
        assert_eq!(of(&dossier).approval_flags(), plain, "out of scope, cancelled");
        dossier.community.buildings[0].in_scope = true;
        dossier.project_community.lines[0].status = LineStatus::Planned;
        dossier.project_community.commitments =
            vec![FundingCommitment { funding: "F12".to_owned(), ..FundingCommitment::default() }];
        dossier.project_community.plan = Some(uuid::Uuid::nil());
        let all = Flags { has_lift: true, has_heritage: true, has_special_bonds: true, ..Flags::default() };
        assert_eq!(of(&dossier).approval_flags(), all);
        let lines = vec![SiblingLine { item: LIFT.to_owned(), ..SiblingLine::default() }];
        let elsewhere = Dossier { siblings: vec![Sibling { lines, ..Sibling::default() }], ..Dossier::default() };
        assert!(of(&elsewhere).approval_flags().has_lift, "approvals are the whole project's");
        let siblings = vec![Sibling { has_special_bonds: true, ..Sibling::default() }];
        let elsewhere = Dossier { siblings, ..Dossier::default() };
        assert!(of(&elsewhere).approval_flags().has_special_bonds, "and so is the review for bonds");
    }

    #[test]
    fn a_step_is_decided_within_its_limit() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let mut programme = Programme::default();
        let submitted = |limit_days| ApprovalStep {
            submitted_on: Some(day("2022-09-28")),
            limit_days,
            ..with(Step::S07, Requirement::Needed, StepStatus::Submitted)
        };
        let (none, five) = (submitted(None), submitted(Some(5)));
        assert_eq!(step_due(&programme, &none), None);
        assert_eq!(step_due(&programme, &five), Some(day("2022-10-03")), "without a calendar by days");
        assert!(!is_step_overdue(&programme, &five, day("2022-10-03")));
        assert!(is_step_overdue(&programme, &five, day("2022-10-04")));
        assert!(!is_step_overdue(&programme, &none, day("2032-10-04")));
        let passed = ApprovalStep { status: StepStatus::Passed, ..five.clone() };
        assert!(!is_step_overdue(&programme, &passed, day("2022-10-04")));
        programme.calendar = serde_json::from_str(r#"[{"date":"2022-10-03","kind":"休"}]"#).unwrap();
        assert_eq!(step_due(&programme, &five), Some(day("2022-10-06")), "working days with one");
        assert_eq!(step_due(&programme, &submitted(Some(0))), Some(day("2022-09-28")));
    }

    #[test]
    fn a_changed_flag_keeps_what_has_passed_and_opens_what_is_needed() {
        use Requirement::{Merged, Needed, Waived};
        use StepStatus::{NotSubmitted, Passed, Submitted};
        let day = NaiveDate::from_ymd_opt(2022, 3, 5);
        let plain = Flags { pledge: true, ..Flags::default() };
        let mut steps = vec![
            with(Step::S01, Needed, Passed),
            ApprovalStep { date: day, ..with(Step::S05, Waived, NotSubmitted) },
            with(Step::S07, Needed, Submitted),
            with(Step::S08, Merged, NotSubmitted),
        ];
        assert!(is_settled(plain, &steps, Step::S05));
        let altered = Flags { adds_floor_area: true, ..plain };
        assert!(!is_settled(altered, &steps, Step::S05), "the gate is closed again");
        let now = recomputed(altered, &steps);
        let at = |step| entered(&now, step).unwrap();
        assert_eq!((at(Step::S01).status, at(Step::S05).requirement, at(Step::S05).date), (Passed, Needed, None));
        assert_eq!((at(Step::S07).status, at(Step::S08).requirement), (Submitted, Merged));
        assert!(entered(&now, Step::S10a).is_none() && entered(&now, Step::S13).is_some());

        // A planning permit that was given stays when the works become plain again.
        steps[1] = with(Step::S05, Needed, Passed);
        assert_eq!(entered(&recomputed(plain, &steps), Step::S05).unwrap().status, Passed);
        assert!(!is_settled(plain, &steps, Step::S08), "merged into a permit that is not there yet");
        steps[2].status = Passed;
        assert!(is_settled(plain, &steps, Step::S08));
        assert!(!is_settled(plain, &steps, Step::S03a), "merged into S03, which is open");
        steps.push(with(Step::S03, Needed, Passed));
        assert!(is_settled(plain, &steps, Step::S03a));
    }
}
