//! A plan from its making to its adjustment, on both sides of each edge.

use super::*;
use crate::{
    exact::{Area, Money},
    indicators::ProgrammeFacts,
    language::Language,
    model::AnnualPlan,
    policy::stages::{CapacityConclusion, PlanStatus},
    rules::message,
    sample,
};
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2022-10-08")
}

/// The samples with the plan of a year.
fn facts(year: i32) -> PlanFacts {
    let sample = sample::programme();
    let plan = sample.plans.iter().find(|plan| plan.year == year).map_or(Uuid::from_u128(9), |plan| plan.id);
    PlanFacts { programme: ProgrammeFacts::of(sample.programme, sample.plans, &sample.dossiers, today(), 1), plan }
}

fn with(facts: &PlanFacts, plan: AnnualPlan) -> PlanFacts {
    let mut facts = facts.clone();
    facts.programme.plans.retain(|known| known.id != plan.id);
    facts.programme.plans.push(plan);
    facts
}

fn figures() -> PlanFigures {
    PlanFigures { starts: 1, completions: 1, invest: Money::from_wan_hundredths(100), ..PlanFigures::default() }
}

fn whys<T: std::fmt::Debug>(outcome: Result<Decision<T>, Vec<Finding>>) -> Vec<(String, String)> {
    let said = |one: &Finding| (one.path.clone(), one.params.text("why").unwrap_or_default().to_owned());
    outcome.unwrap_err().iter().map(said).collect()
}

fn is(path: &str, why: &str) -> Vec<(String, String)> {
    vec![(path.to_owned(), why.to_owned())]
}

fn submission(date: &str) -> PlanSubmission {
    PlanSubmission { date: day(date), doc_no: String::new() }
}

fn issue(date: &str, doc_no: &str) -> PlanIssue {
    PlanIssue { date: day(date), doc_no: doc_no.to_owned() }
}

#[test]
fn a_plan_is_drawn_up_submitted_returned_submitted_issued_and_adjusted() {
    let mut now = facts(2024);
    let sheet = PlanSheet { year: 2024, figures: figures() };
    now = with(&now, SavePlan::decide(&now, &sheet, today()).unwrap().changes);
    assert_eq!(PlanFigures::of(now.plan().unwrap()), figures());
    assert_eq!(whys(IssuePlan::decide(&now, &issue("2022-10-08", "1号"), today())), is("status", "plan_not_submitted"));
    now = with(&now, SubmitPlan::decide(&now, &submission("2022-10-01"), today()).unwrap().changes);
    assert_eq!(now.plan().unwrap().status, PlanStatus::Submitted);
    assert_eq!(whys(SavePlan::decide(&now, &sheet, today())), is("status", "plan_not_draft"));
    assert_eq!(whys(ReturnPlan::decide(&now, &PlanReturn::default(), today())), is("reason", "missing_field"));
    let back = PlanReturn { reason: "任务数有误".to_owned() };
    now = with(&now, ReturnPlan::decide(&now, &back, today()).unwrap().changes);
    assert_eq!(now.plan().unwrap().status, PlanStatus::Draft);
    now = with(&now, SubmitPlan::decide(&now, &submission("2022-10-05"), today()).unwrap().changes);

    assert_eq!(whys(IssuePlan::decide(&now, &issue("2022-10-04", "1号"), today())), is("date", "before_submission"));
    assert_eq!(whys(IssuePlan::decide(&now, &issue("2022-10-09", " "), today())).len(), 2);
    let issued = IssuePlan::decide(&now, &issue("2022-10-05", " 高政发〔2022〕5号 "), today()).unwrap().changes;
    assert_eq!((issued.issued_on, issued.doc_no.as_str()), (Some(day("2022-10-05")), "高政发〔2022〕5号"));
    assert!(issued.is_issued());
    now = with(&now, issued);

    let adjustment = |date: &str, reason: &str| PlanAdjustment {
        figures: PlanFigures { starts: 2, ..figures() },
        date: day(date),
        doc_no: "6号".to_owned(),
        reason: reason.to_owned(),
    };
    assert_eq!(whys(AdjustPlan::decide(&now, &adjustment("2022-10-04", "x"), today())), is("date", "before_issue"));
    assert_eq!(whys(AdjustPlan::decide(&now, &adjustment("2022-10-05", ""), today())), is("reason", "missing_field"));
    for _ in 0..2 {
        now = with(&now, AdjustPlan::decide(&now, &adjustment("2022-10-08", "上级追加任务"), today()).unwrap().changes);
    }
    let plan = now.plan().unwrap();
    assert_eq!(
        (plan.status, plan.planned_starts, plan.doc_no.as_str()),
        (PlanStatus::Adjusted, 2, "高政发〔2022〕5号")
    );
    use PlanStatus::{Adjusted, Draft, Issued, Submitted};
    let steps: Vec<_> = plan.events.iter().map(|event| event.status).collect();
    assert_eq!(steps, [Submitted, Draft, Submitted, Issued, Adjusted, Adjusted]);
}

#[test]
fn fiscal_capacity_stops_to_the_last_fen() {
    // 2023 has SB and SC; what they count of bonds and the county's money is known to the plan alone.
    let mut now = facts(2023);
    let plan = AnnualPlan { status: PlanStatus::Draft, ..now.plan().unwrap().clone() };
    now = with(&now, plan);
    let sources = ["F12", "F13", "F14"];
    let counted = crate::plans::PlanStanding::counted(&now.programme, 2023);
    let borne: Money = counted.iter().filter(|(code, _)| sources.contains(&&**code)).map(|(_, sum)| *sum).sum();
    assert!(borne > Money::ZERO);
    let ceiling = |facts: &PlanFacts, ceiling: Money| {
        let mut facts = facts.clone();
        let capacity = facts.programme.programme.fiscal_capacities.iter_mut().find(|one| one.year == 2023).unwrap();
        capacity.ceiling = ceiling;
        facts
    };
    assert!(SubmitPlan::decide(&ceiling(&now, borne), &submission("2022-10-08"), today()).is_ok());
    let short = ceiling(&now, borne.minus(Money::from_fen(1)));
    let found = SubmitPlan::decide(&short, &submission("2022-10-08"), today()).unwrap_err();
    assert_eq!(message(&found[0], Language::Zh), "超出财政承受能力评估上限0.000001万元");
    let mut none = now.clone();
    none.programme.programme.fiscal_capacities.clear();
    let found = SubmitPlan::decide(&none, &submission("2022-10-08"), today()).unwrap_err();
    assert_eq!(message(&found[0], Language::Zh), "2023年度未完成财政承受能力评估或结论为不可承受");
    let sheet = PlanSheet { year: 2023, figures: figures() };
    assert_eq!(SavePlan::decide(&none, &sheet, today()).unwrap().warnings, found, "a draft is saved all the same");
    // It stops issuing and adjusting too.
    let submitted = with(&short, AnnualPlan { status: PlanStatus::Submitted, ..short.plan().unwrap().clone() });
    assert_eq!(&*IssuePlan::decide(&submitted, &issue("2022-10-08", "1号"), today()).unwrap_err()[0].rule, "R-31");
}

#[test]
fn a_year_has_one_plan_within_the_programme() {
    let mut none = facts(2021);
    let sheet = |year| PlanSheet { year, figures: figures() };
    let made = SavePlan::decide(&none, &sheet(2021), today()).unwrap().changes;
    assert_eq!((made.id, made.status, made.batch), (none.plan, PlanStatus::Draft, 1));
    for (year, why) in [(2020, "year_outside"), (2026, "year_outside"), (2022, "plan_of_year_exists")] {
        assert_eq!(whys(SavePlan::decide(&none, &sheet(year), today())), is("year", why));
    }
    none.plan = Uuid::nil();
    assert_eq!(whys(SavePlan::decide(&none, &sheet(2021), today())), is("id", "repeated_id"));
    assert_eq!(whys(SavePlan::decide(&facts(2024), &sheet(2025), today())), is("year", "plan_year_stays"));
    let nothing = with(&facts(2024), AnnualPlan { id: facts(2024).plan, year: 2024, ..AnnualPlan::default() });
    let mut nothing = nothing;
    nothing.programme.communities.clear();
    let empty = SubmitPlan::decide(&nothing, &submission("2022-10-08"), today());
    assert_eq!(whys(empty), is("figures", "plan_is_empty"));
}

#[test]
fn figures_are_from_nothing_to_the_largest_number() {
    assert_eq!(malformed_figures(&PlanFigures::default()), []);
    let most = PlanFigures { starts: (1 << 53) - 1, ..PlanFigures::default() };
    assert_eq!(malformed_figures(&most), []);
    let bad = PlanFigures { starts: 1 << 53, start_area: Area::from_hundredths(-1), ..PlanFigures::default() };
    let found: Vec<_> = malformed_figures(&bad)
        .iter()
        .map(|one| (one.path.clone(), one.params.text("why").map(str::to_owned)))
        .collect();
    assert_eq!(found[0], ("figures/starts".to_owned(), Some("figure_too_large".to_owned())));
    assert_eq!(found[1], ("figures/start_area".to_owned(), Some("below_zero".to_owned())));
}

#[test]
fn an_assessment_replaces_the_one_of_its_year() {
    let programme = sample::programme().programme;
    let entry = FiscalCapacityEntry {
        year: 2023,
        ceiling: Money::from_fen(1),
        county_borne: Money::ZERO,
        conclusion: CapacityConclusion::Bearable,
        doc: "评估报告".to_owned(),
    };
    let after = SaveFiscalCapacity::decide(&programme, &entry, today()).unwrap().changes;
    assert_eq!(after.fiscal_capacities.len(), programme.fiscal_capacities.len());
    assert_eq!(after.fiscal_capacity(2023).unwrap().ceiling, Money::from_fen(1));
    let says = |entry: FiscalCapacityEntry| whys(SaveFiscalCapacity::decide(&programme, &entry, today()));
    assert_eq!(says(FiscalCapacityEntry { ceiling: Money::ZERO, ..entry.clone() }), is("ceiling", "not_above_zero"));
    assert_eq!(says(FiscalCapacityEntry { year: 2026, ..entry.clone() }), is("year", "year_outside"));
    assert_eq!(says(FiscalCapacityEntry { doc: " ".to_owned(), ..entry.clone() }), is("doc", "missing_field"));
    let minus = FiscalCapacityEntry { county_borne: Money::from_fen(-1), ..entry };
    assert_eq!(says(minus), is("county_borne", "below_zero"));
}
