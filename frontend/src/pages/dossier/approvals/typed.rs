//! What is typed of a step: texts until they are read.

use super::super::{
    context::today,
    inputs::{amount_of, count_of, day_of, day_text},
    kept::Field,
};
use crate::naming;
use anju_domain::{
    acts::{ApprovalsEntry, ApprovedEntry, PapersEntry, ReviewEntry, StepEntry},
    exact::Money,
    facts::{ProjectFacts, recomputed},
    finding::Finding,
    model::{ApprovalStep, Approved, Dossier},
    policy::{
        approval_plan::{PlannedStep, planned_step},
        approvals::Step,
        parameters::JOINT_REVIEW_UNITS,
        stages::{Requirement, ReviewOpinion, StepStatus},
        words::word,
    },
    words::{approvals as words, dossier as dossier_words},
};
use leptos::prelude::*;

/// What is typed of a step.
#[derive(Clone, Copy)]
pub(super) struct Typed {
    pub(super) planned: StoredValue<PlannedStep>,
    pub(super) step: Step,
    pub(super) status: RwSignal<String>,
    pub(super) merged: RwSignal<bool>,
    pub(super) planned_on: RwSignal<String>,
    pub(super) submitted_on: RwSignal<String>,
    pub(super) limit_days: RwSignal<String>,
    pub(super) date: RwSignal<String>,
    pub(super) doc_no: RwSignal<String>,
    pub(super) joint: RwSignal<bool>,
    pub(super) depth: RwSignal<bool>,
    pub(super) remark: RwSignal<String>,
    /// The units of the joint review with what they say.
    pub(super) opinions: StoredValue<Vec<(String, RwSignal<String>)>>,
    pub(super) reviewed_on: RwSignal<String>,
    pub(super) code: RwSignal<String>,
    pub(super) land_paper: RwSignal<String>,
    pub(super) contract: RwSignal<String>,
    pub(super) issued: RwSignal<String>,
    /// By class in the order of the approval, then the total.
    pub(super) approved: StoredValue<Vec<RwSignal<String>>>,
}

/// The fields of an approval, as the request names them.
pub(super) const CLASSES: [&str; 7] = ["body", "infra", "improvement", "upgrade", "other", "contingency", "total"];

impl Typed {
    /// What is stored of a step.
    pub(super) fn of(dossier: &Dossier, step: Step) -> Self {
        let flags = ProjectFacts::of(dossier, today()).approval_flags();
        let planned = planned_step(flags, step);
        let known = recomputed(flags, &dossier.project.steps).into_iter().find(|entry| entry.step == step);
        let entry = known.unwrap_or_else(|| ApprovalStep::new(step, Requirement::Needed));
        let project = &dossier.project;
        let review = project.joint_review.clone().unwrap_or_default();
        let units = dossier.programme.settings.get(JOINT_REVIEW_UNITS, today());
        let opinion = |unit: &str| review.opinions.get(unit).map_or("", |opinion| opinion.code()).to_owned();
        let opinions = units.iter().map(|unit| (unit.to_owned(), RwSignal::new(opinion(unit)))).collect();
        let amount = |amount: Money| if amount.is_zero() { String::new() } else { amount.wan_exact() };
        Self {
            planned: StoredValue::new(planned),
            step,
            status: RwSignal::new(entry.status.code().to_owned()),
            merged: RwSignal::new(entry.requirement == Requirement::Merged && planned.merge_allowed.is_some()),
            planned_on: RwSignal::new(day_text(entry.planned_on)),
            submitted_on: RwSignal::new(day_text(entry.submitted_on)),
            limit_days: RwSignal::new(entry.limit_days.map(|days| days.to_string()).unwrap_or_default()),
            date: RwSignal::new(day_text(entry.date)),
            doc_no: RwSignal::new(entry.doc_no),
            joint: RwSignal::new(entry.joint),
            depth: RwSignal::new(entry.depth_confirmed),
            remark: RwSignal::new(entry.remark),
            opinions: StoredValue::new(opinions),
            reviewed_on: RwSignal::new(day_text(review.date)),
            code: RwSignal::new(project.national_code.clone()),
            land_paper: RwSignal::new(project.land_paper.clone().unwrap_or_default()),
            contract: RwSignal::new(day_text(project.contract_date)),
            issued: RwSignal::new(amount(project.bond_issued)),
            approved: StoredValue::new(
                amounts(project.approved.unwrap_or_default()).map(|one| RwSignal::new(amount(one))).into(),
            ),
        }
    }

    /// What of it is kept on the device.
    pub(super) fn fields(self) -> Vec<Field> {
        let mut fields = vec![
            Field::choice(dossier_words::STATUS, self.status, |code, language| {
                StepStatus::from_code(code).unwrap_or_default().shown().get(language).to_owned()
            }),
            Field::tick(words::MERGED, self.merged),
            Field::text(dossier_words::PLANNED_ON, self.planned_on),
            Field::text(words::SUBMITTED_ON, self.submitted_on),
            Field::text(words::LIMIT, self.limit_days),
            Field::text(words::DATE, self.date),
            Field::text(words::DOC_NO, self.doc_no),
            Field::tick(words::JOINT, self.joint),
            Field::tick(words::DEPTH, self.depth),
            Field::text(words::REMARK, self.remark),
            Field::text(words::REVIEWED_ON, self.reviewed_on),
            Field::text(words::CODE, self.code),
            Field::text(words::LAND_PAPER, self.land_paper),
            Field::text(words::CONTRACT, self.contract),
            Field::text(words::ISSUED, self.issued),
        ];
        let opinion = |(unit, says): (String, RwSignal<String>)| {
            let shown = |code: &str, language| {
                ReviewOpinion::from_code(code).map(|one| one.text().get(language).to_owned()).unwrap_or_default()
            };
            Field::choice(words::OPINIONS, says, shown).named(move |language| naming::unit(&unit, language))
        };
        fields.extend(self.opinions.get_value().into_iter().map(opinion));
        let class = |(class, value): (&&'static str, RwSignal<String>)| {
            Field::text(word("class", class).unwrap_or(words::APPROVED), value)
        };
        fields.extend(CLASSES.iter().zip(self.approved.get_value()).map(class));
        fields
    }

    /// Whether something is done for the step itself: it is neither waived nor merged by the plan.
    pub(super) fn is_done_itself(self) -> bool {
        let passed = self.status.get() == StepStatus::Passed.code();
        let planned = self.planned.with_value(|planned| planned.requirement);
        passed || !matches!(planned, Some(Requirement::Waived | Requirement::Merged))
    }

    /// Fills in the approval that fits the lines.
    pub(super) fn fill_in(self, approved: Approved) {
        let fields = self.approved.get_value();
        for (field, amount) in fields.iter().zip(amounts(approved)) {
            field.set(if amount.is_zero() { String::new() } else { amount.wan_exact() });
        }
    }

    /// The request of what is typed, and what of it can't be read.
    pub(super) fn request(self, dossier: &Dossier) -> (ApprovalsEntry, Vec<Finding>) {
        let mut unread = Vec::new();
        let mut amount = |path: &str, text: String| {
            amount_of(&text).unwrap_or_else(|| {
                unread.push(Finding::malformed(path, "wrong_type"));
                Money::ZERO
            })
        };
        let mut papers = PapersEntry::of(&dossier.project);
        let before = papers.clone();
        match self.step {
            Step::S03 | Step::S03a | Step::S03c => {
                papers.national_code = self.code.get().trim().to_owned();
                let amounts: Vec<Money> = CLASSES
                    .iter()
                    .zip(self.approved.get_value())
                    .map(|(class, field)| amount(&format!("papers/approved/{class}"), field.get()))
                    .collect();
                if let [body, infra, improvement, upgrade, other, contingency, total] = amounts[..] {
                    let entry = ApprovedEntry { body, infra, improvement, upgrade, other, contingency, total };
                    papers.approved = (entry != ApprovedEntry::default()).then_some(entry);
                }
            }
            Step::S04 => {
                papers.land_paper = Some(self.land_paper.get().trim().to_owned()).filter(|one| !one.is_empty())
            }
            Step::S12 => papers.bond_issued = amount("papers/bond_issued", self.issued.get()),
            Step::S13 => papers.contract_date = day_of(&self.contract.get()),
            _ => {}
        }
        let limit = self.limit_days.get();
        let limit_days = count_of(&limit).and_then(|days| u16::try_from(days).ok());
        if limit_days.is_none() {
            unread.push(Finding::malformed("steps/0/limit_days", "wrong_type"));
        }
        let opinions = self.opinions.get_value().into_iter();
        let said = opinions.filter_map(|(unit, says)| Some((unit, ReviewOpinion::from_code(&says.get())?)));
        let review = ReviewEntry { opinions: said.collect(), date: day_of(&self.reviewed_on.get()) };
        let status = StepStatus::from_code(&self.status.get()).unwrap_or_default();
        let step = StepEntry {
            step: self.step,
            status,
            merged: self.merged.get(),
            planned_on: day_of(&self.planned_on.get()),
            submitted_on: day_of(&self.submitted_on.get()),
            limit_days: limit_days.filter(|_| !limit.trim().is_empty()),
            date: day_of(&self.date.get()),
            doc_no: self.doc_no.get().trim().to_owned(),
            joint: self.joint.get(),
            depth_confirmed: self.depth.get(),
            remark: self.remark.get().trim().to_owned(),
        };
        let entry = ApprovalsEntry {
            steps: vec![step],
            joint_review: (self.step == Step::S02).then_some(review),
            milestones: None,
            papers: (papers != before).then_some(papers),
        };
        (entry, unread)
    }
}

fn amounts(approved: Approved) -> [Money; 7] {
    let Approved { body, infra, improvement, upgrade, other, contingency, total } = approved;
    [body, infra, improvement, upgrade, other, contingency, total]
}
