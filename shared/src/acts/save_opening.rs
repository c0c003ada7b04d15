//! 存量项目补录 (section 7, A-69): a community that the ledger takes over in the middle of its works starts in the stage and
//! with the sums of its opening balance. What the gates before would have stopped is a warning from then on.

use super::{
    Act, Decision,
    enter_annual_plan::plan_of_the_year,
    stage_change::{day_faults, text_faults},
};
use crate::{
    exact::{Money, Month, Progress},
    facts::{ProjectFacts, next_gate},
    finding::Finding,
    language::Text,
    model::{AnnualPlan, Dossier, OpeningBalance, ProjectCommunity},
    policy::stages::Stage,
    rules,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The largest amount that every JSON reader keeps exact: 2^53 − 1 fen.
const LARGEST_AMOUNT: Money = Money::from_fen((1 << 53) - 1);

/// 存量项目补录
#[derive(Clone, Copy, Debug)]
pub struct SaveOpeningBalance;

/// Where a community stood when the ledger took it over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct OpeningEntry {
    /// 截止月份
    pub cutoff: Month,
    /// The stage in which it is taken over: 新开工, 在建 or 竣工.
    pub stage: Stage,
    /// 实际开工
    pub actual_start: NaiveDate,
    /// 实际竣工, of what is completed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completed_on: Option<NaiveDate>,
    /// 形象进度, in tenths of a percent.
    pub cum_progress: Progress,
    /// 累计完成投资, in fen.
    pub cum_invest: Money,
    /// 累计到位, in fen.
    pub received: Money,
    /// 累计支付, in fen.
    pub paid: Money,
    /// 依据文件
    pub doc: String,
    /// Identity of the plan of its year, should it have to be made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_plan: Option<Uuid>,
}

/// What 存量项目补录 changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpeningChanges {
    /// The project community, in its stage and with its sums.
    pub project_community: ProjectCommunity,
    /// The plan, when it had to be made.
    pub new_plan: Option<AnnualPlan>,
}

/// What can't be in an opening balance. Paths are the fields of the request.
pub fn malformed_opening(request: &OpeningEntry, today: NaiveDate) -> Vec<Finding> {
    let mut found = text_faults(&[("doc", &request.doc)]);
    let mut say = |field: &str, why| found.push(Finding::malformed(field, why));
    if request.doc.trim().is_empty() {
        say("doc", "missing_field");
    }
    if request.cutoff > Month::of(today) {
        say("cutoff", "month_to_come");
    }
    if request.actual_start > request.cutoff.last_day() {
        say("actual_start", "after_cutoff");
    }
    let is_completed = request.stage == Stage::Completed;
    match request.completed_on {
        None if is_completed => say("completed_on", "missing_field"),
        Some(_) if !is_completed => say("completed_on", "not_completed"),
        Some(day) if day > request.cutoff.last_day() => say("completed_on", "after_cutoff"),
        _ => {}
    }
    match request.stage {
        Stage::Reserve | Stage::Withdrawn => say("stage", "no_opening_stage"),
        Stage::NewStart if request.cum_progress != Progress::default() => say("cum_progress", "progress_of_stage"),
        Stage::Completed if request.cum_progress != Progress::COMPLETE => say("cum_progress", "progress_of_stage"),
        _ if !(Progress::default()..=Progress::COMPLETE).contains(&request.cum_progress) => {
            say("cum_progress", "no_progress");
        }
        _ => {}
    }
    for (field, amount) in [("cum_invest", request.cum_invest), ("received", request.received), ("paid", request.paid)]
    {
        if amount < Money::ZERO {
            say(field, "below_zero");
        } else if amount > LARGEST_AMOUNT {
            say(field, "too_large");
        }
    }
    if request.paid > request.received {
        say("paid", "paid_above_received");
    }
    for (field, day) in [("actual_start", Some(request.actual_start)), ("completed_on", request.completed_on)] {
        let not_before = (field == "completed_on").then_some(request.actual_start);
        found.extend(day.map(|day| day_faults(field, day, not_before, today)).unwrap_or_default());
    }
    found
}

impl Act for SaveOpeningBalance {
    const NAME: &'static str = "save_opening_balance";
    const TITLE: Text = Text::new("存量项目补录", "Take over works that have begun");
    type Request = OpeningEntry;
    type Facts = Dossier;
    type Changes = OpeningChanges;

    fn decide(
        facts: &Dossier,
        request: &OpeningEntry,
        today: NaiveDate,
    ) -> Result<Decision<OpeningChanges>, Vec<Finding>> {
        let entry = &facts.project_community;
        // A balance is corrected as long as nothing has followed it.
        if entry.stage != entry.opening.as_ref().map_or(Stage::Reserve, |opening| opening.stage) {
            return Err(vec![Finding::malformed("stage", "opening_too_late")]);
        }
        if !facts.reports.is_empty() {
            return Err(vec![Finding::malformed("cutoff", "reports_follow")]);
        }
        let malformed = malformed_opening(request, today);
        if !malformed.is_empty() {
            return Err(malformed);
        }
        let (plan, new_plan) = match entry.plan {
            Some(plan) => (plan, None),
            None => {
                let unplanned = ProjectCommunity { stage: Stage::Reserve, ..entry.clone() };
                let unplanned = Dossier { project_community: unplanned, ..facts.clone() };
                plan_of_the_year(&unplanned, request.new_plan.unwrap_or_default())?
            }
        };
        let project_community = ProjectCommunity {
            plan: Some(plan),
            stage: request.stage,
            actual_start: Some(request.actual_start),
            completed_on: request.completed_on,
            opening: Some(OpeningBalance {
                cutoff: request.cutoff,
                stage: request.stage,
                cum_progress: request.cum_progress,
                cum_invest: request.cum_invest,
                received: request.received,
                paid: request.paid,
                doc: request.doc.trim().to_owned(),
            }),
            ..entry.clone()
        };
        let after = Dossier { project_community, ..facts.clone() };
        let found = rules::form_findings(&ProjectFacts::of(&after, today), next_gate(request.stage, true));
        let warnings = found.into_iter().map(|shown| shown.finding).collect();
        Ok(Decision { changes: OpeningChanges { project_community: after.project_community, new_plan }, warnings })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{finding::Severity, rules::taken_over::is_softened, sample};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn today() -> NaiveDate {
        day("2022-10-08")
    }

    fn dossier(code: &str) -> Dossier {
        sample::programme().dossiers.into_iter().find(|dossier| dossier.community.code == code).unwrap()
    }

    fn entry() -> OpeningEntry {
        OpeningEntry {
            cutoff: Month::new(2022, 9).unwrap(),
            stage: Stage::UnderWay,
            actual_start: day("2022-05-10"),
            completed_on: None,
            cum_progress: Progress::from_tenths(450),
            cum_invest: Money::from_wan_hundredths(20_000),
            received: Money::from_wan_hundredths(15_000),
            paid: Money::from_wan_hundredths(12_000),
            doc: "移交清单".to_owned(),
            new_plan: Some(Uuid::from_u128(9)),
        }
    }

    fn refused(change: fn(&mut OpeningEntry)) -> Vec<(String, String)> {
        let mut entry = entry();
        change(&mut entry);
        let found = SaveOpeningBalance::decide(&dossier("GT-0004"), &entry, today()).err().unwrap_or_default();
        let text = |one: &Finding| one.params.text("why").unwrap_or_default().to_owned();
        found.iter().map(|one| (one.path.clone(), text(one))).collect()
    }

    #[test]
    fn what_is_missing_is_a_warning_with_a_note_and_no_wall() {
        let reserve = dossier("GT-0004");
        let done = SaveOpeningBalance::decide(&reserve, &entry(), today()).unwrap();
        let after = done.changes.project_community;
        assert_eq!((after.stage, after.actual_start), (Stage::UnderWay, Some(day("2022-05-10"))));
        assert!(after.plan.is_some(), "in the plan of its year");
        assert!(done.warnings.iter().any(|finding| finding.rule == "R-38" && is_softened(finding)));
        let stops: Vec<_> = done.warnings.iter().filter(|finding| finding.severity == Severity::E).collect();
        assert!(stops.iter().all(|finding| finding.rule == "R-39"), "only what completion asks for: {stops:?}");
        // It is corrected as long as no report follows.
        let corrected = Dossier { project_community: after, ..reserve };
        assert!(SaveOpeningBalance::decide(&corrected, &entry(), today()).is_ok());
    }

    #[test]
    fn works_that_the_ledger_has_followed_are_not_taken_over() {
        let works = dossier("GT-0001");
        let found = SaveOpeningBalance::decide(&works, &entry(), today()).unwrap_err();
        assert_eq!(found[0].params.text("why"), Some("opening_too_late"));
        let mut reported = works;
        reported.project_community.stage = Stage::Reserve;
        let found = SaveOpeningBalance::decide(&reported, &entry(), today()).unwrap_err();
        assert_eq!(found[0].params.text("why"), Some("reports_follow"));
    }

    #[test]
    fn what_can_not_be_is_refused_at_its_place() {
        let at = |path: &str, why: &str| vec![(path.to_owned(), why.to_owned())];
        assert_eq!(refused(|_| ()), []);
        assert_eq!(refused(|one| one.cutoff = Month::new(2022, 10).unwrap()), []);
        assert_eq!(refused(|one| one.cutoff = Month::new(2022, 11).unwrap()), at("cutoff", "month_to_come"));
        assert_eq!(refused(|one| one.actual_start = day("2022-10-01")), at("actual_start", "after_cutoff"));
        assert_eq!(refused(|one| one.actual_start = day("2022-09-30")), []);
        assert_eq!(refused(|one| one.stage = Stage::Reserve), at("stage", "no_opening_stage"));
        assert_eq!(refused(|one| one.stage = Stage::NewStart), at("cum_progress", "progress_of_stage"));
        assert_eq!(refused(|one| one.cum_progress = Progress::from_tenths(1001)), at("cum_progress", "no_progress"));
        assert_eq!(refused(|one| one.paid = Money::from_wan_hundredths(15_001)), at("paid", "paid_above_received"));
        assert_eq!(refused(|one| one.cum_invest = Money::from_fen(-1)), at("cum_invest", "below_zero"));
        assert_eq!(refused(|one| one.doc.clear()), at("doc", "missing_field"));
        let completed = |one: &mut OpeningEntry| {
            one.stage = Stage::Completed;
            one.cum_progress = Progress::COMPLETE;
            one.completed_on = Some(day("2022-05-09"));
        };
        assert_eq!(refused(completed), at("completed_on", "before_start"));
    }
}
