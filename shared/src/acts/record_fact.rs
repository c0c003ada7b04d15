//! 据实登记 (section 1, Principle): what has happened on site can always be recorded. The office records that a community was
//! entered into the plan, or that works have begun, although the gate refuses it; what stops the gate becomes 手续补办.

use super::{
    Act, Decision,
    enter_annual_plan::plan_of_the_year,
    stage_change::{day_faults, text_faults},
};
use crate::{
    facts::ProjectFacts,
    finding::{Finding, Gate, Severity},
    language::Text,
    model::{AnnualPlan, Dossier, ProjectCommunity},
    policy::stages::Stage,
    rules::{
        gate_findings,
        open_findings::record_fact,
        r40_stage_changes::{StageChange, check_change, steps_at_a_start},
    },
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::start_works::start_findings;

/// 据实登记
#[derive(Clone, Copy, Debug)]
pub struct RecordFact;

/// What has happened, and who mends what stood against it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct FactEntry {
    /// The gate that refuses: G1 or G2.
    pub gate: Gate,
    /// The day of the fact: 列入年度计划 or 实际开工.
    pub date: NaiveDate,
    /// 登记原因
    pub reason: String,
    /// 依据文件
    pub doc: String,
    /// 补办责任人 (a post)
    pub person: String,
    /// 补办时限
    pub due: NaiveDate,
    /// Identity of the plan, should it have to be made (G1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_plan: Option<Uuid>,
}

/// What 据实登记 changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactChanges {
    /// The project community, with the fact and what is to be mended.
    pub project_community: ProjectCommunity,
    /// The plan, when it had to be made.
    pub new_plan: Option<AnnualPlan>,
}

/// What stands against a fact of a day and is listed as 手续补办: what its gate finds, and of a start the steps that are open
/// and no rule reports.
pub fn fact_findings(facts: &Dossier, gate: Gate, on: NaiveDate, today: NaiveDate) -> Vec<Finding> {
    let after = as_it_happened(facts, gate, on);
    let after = ProjectFacts::of(&after, today);
    let mut found = gate_findings(&after, gate);
    if gate == Gate::G2 {
        found.extend(steps_at_a_start(&after));
        found.sort_by(Finding::order);
    }
    found
}

/// The dossier with the day of a start, still in reserve.
fn as_it_happened(facts: &Dossier, gate: Gate, on: NaiveDate) -> Dossier {
    let mut after = facts.clone();
    if gate != Gate::G1 {
        after.project_community.actual_start = Some(on);
    }
    after
}

impl Act for RecordFact {
    const NAME: &'static str = "record_fact";
    const TITLE: Text = Text::new("据实登记", "Record what has happened");
    type Request = FactEntry;
    type Facts = Dossier;
    type Changes = FactChanges;

    fn decide(facts: &Dossier, request: &FactEntry, today: NaiveDate) -> Result<Decision<FactChanges>, Vec<Finding>> {
        let mut malformed = day_faults("date", request.date, None, today);
        let texts = [("reason", &*request.reason), ("doc", &request.doc), ("person", &request.person)];
        malformed.extend(text_faults(&texts));
        if request.due < today {
            malformed.push(Finding::malformed("due", "day_passed"));
        }
        if !malformed.is_empty() {
            return Err(malformed);
        }
        let after = as_it_happened(facts, request.gate, request.date);
        let found = fact_findings(facts, request.gate, request.date, today);
        let fact = (request.date, request.reason.trim(), request.doc.trim());
        let record = record_fact(request.gate, &found, fact, (request.person.trim(), request.due), today)?;
        let (mut project_community, new_plan) = match request.gate {
            Gate::G1 => entered(facts, request, &found)?,
            _ => (started(&after, request, today)?, None),
        };
        project_community.fact_records.push(record);
        let warnings = found.into_iter().filter(|finding| finding.severity == Severity::W).collect();
        Ok(Decision { changes: FactChanges { project_community, new_plan }, warnings })
    }
}

/// The community in the plan of its year.
fn entered(
    facts: &Dossier,
    request: &FactEntry,
    found: &[Finding],
) -> Result<(ProjectCommunity, Option<AnnualPlan>), Vec<Finding>> {
    let (plan, new_plan) = plan_of_the_year(facts, request.new_plan.unwrap_or_default())?;
    if found.iter().all(|finding| finding.severity == Severity::W) {
        return Err(vec![Finding::malformed("gate", "nothing_refused")]);
    }
    let entry = &facts.project_community;
    Ok((ProjectCommunity { plan: Some(plan), entered_on: Some(request.date), ..entry.clone() }, new_plan))
}

/// The community whose works have begun.
fn started(after: &Dossier, request: &FactEntry, today: NaiveDate) -> Result<ProjectCommunity, Vec<Finding>> {
    let change = StageChange {
        to: Stage::NewStart,
        on: Some(request.date),
        reason: &request.reason,
        paper: &request.doc,
        consent: false,
        is_fact: true,
    };
    let missing = check_change(after, &change, today);
    if !missing.is_empty() {
        return Err(missing);
    }
    if start_findings(after, request.date, today).is_ok() {
        return Err(vec![Finding::malformed("gate", "nothing_refused")]);
    }
    Ok(ProjectCommunity { stage: Stage::NewStart, ..after.project_community.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{policy::approvals::Step, sample};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn today() -> NaiveDate {
        day("2022-10-08")
    }

    fn dossier(code: &str) -> Dossier {
        sample::programme().dossiers.into_iter().find(|dossier| dossier.community.code == code).unwrap()
    }

    fn entry(gate: Gate) -> FactEntry {
        FactEntry {
            gate,
            date: day("2022-10-06"),
            reason: "已进场施工".to_owned(),
            doc: "样例〔2022〕7号".to_owned(),
            person: "项目经理".to_owned(),
            due: day("2022-11-08"),
            new_plan: Some(Uuid::from_u128(9)),
        }
    }

    fn why(found: &[Finding]) -> Vec<(String, String)> {
        let text = |one: &Finding| one.params.text("why").unwrap_or_default().to_owned();
        found.iter().map(|one| (one.path.clone(), text(one))).collect()
    }

    #[test]
    fn works_that_have_begun_are_recorded_with_what_is_to_be_mended() {
        let reserve = dossier("GT-0003");
        let done = RecordFact::decide(&reserve, &entry(Gate::G2), today()).unwrap().changes.project_community;
        assert_eq!((done.stage, done.actual_start), (Stage::NewStart, Some(day("2022-10-06"))));
        let open = &done.fact_records[0].open_findings;
        assert!(open.iter().any(|open| open.finding.rule == "R-38"), "{open:?}");
        assert!(open.iter().all(|open| open.person == "项目经理" && open.due == day("2022-11-08")));
        assert!(open.iter().all(|open| open.finding.severity == Severity::E));
        let again = Dossier { project_community: done, ..reserve };
        assert_eq!(RecordFact::decide(&again, &entry(Gate::G2), today()).unwrap_err()[0].rule, "R-40");
    }

    #[test]
    fn steps_that_no_rule_reports_are_to_be_mended_too() {
        let left = |dossier: &Dossier, gate| {
            let found = crate::rules::check(&ProjectFacts::of(dossier, today()), gate);
            let open = found.into_iter().find(|one| one.rule == "R-40")?;
            Some((open.severity, open.params.get("missing").cloned()?))
        };
        let list = |steps: &[&str]| crate::finding::Param::List(steps.iter().map(|one| (*one).to_owned()).collect());
        let mut reserve = dossier("GT-0001");
        (reserve.project_community.stage, reserve.project_community.actual_start) = (Stage::Reserve, None);
        let papers = reserve.project.steps.clone();
        reserve.project.steps.retain(|step| ![Step::S01, Step::S02].contains(&step.step));
        assert_eq!(left(&reserve, Gate::G4), None, "nothing was recorded yet");
        let done = RecordFact::decide(&reserve, &entry(Gate::G2), today()).unwrap().changes.project_community;
        let open = done.fact_records[0].open_findings.iter().find(|open| open.finding.rule == "R-40").unwrap();
        assert_eq!(open.finding.params.get("missing"), Some(&list(&["S01", "S02"])));
        let mut begun = Dossier { project_community: done, ..reserve };
        for (gate, severity) in [(Gate::G0, Severity::W), (Gate::G3, Severity::E), (Gate::G4, Severity::E)] {
            assert_eq!(left(&begun, gate), Some((severity, list(&["S01", "S02"]))), "{gate:?}");
        }
        begun.project.steps.extend(papers.iter().filter(|step| step.step == Step::S01).cloned());
        assert_eq!(left(&begun, Gate::G3), Some((Severity::E, list(&["S02"]))), "one of them is mended");
        let mut closed = begun.clone();
        for open in &mut closed.project_community.fact_records[0].open_findings {
            crate::rules::open_findings::close(open, today(), "已无法补办", "县住建局说明").unwrap();
        }
        assert_eq!(left(&closed, Gate::G3), Some((Severity::W, list(&["S02"]))), "closed by the office");
        begun.project.steps = papers;
        assert_eq!(left(&begun, Gate::G3), None, "all of them are mended");
    }

    #[test]
    fn even_a_fact_needs_an_issued_plan_and_a_manager() {
        let mut reserve = dossier("GT-0003");
        reserve.project.manager_name.clear();
        reserve.plan = None;
        let found = RecordFact::decide(&reserve, &entry(Gate::G2), today()).unwrap_err();
        let missing = ["issued_plan", "manager"].map(str::to_owned).to_vec();
        assert_eq!(found[0].params.get("missing"), Some(&crate::finding::Param::List(missing)));
    }

    #[test]
    fn a_community_that_the_gate_refuses_enters_the_plan_as_a_fact() {
        let mut reserve = dossier("GT-0002");
        let refused = RecordFact::decide(&reserve, &entry(Gate::G1), today()).unwrap_err();
        assert_eq!(why(&refused), [("gate".to_owned(), "nothing_refused".to_owned())]);
        reserve.project.manager_name.clear();
        let done = RecordFact::decide(&reserve, &entry(Gate::G1), today()).unwrap().changes;
        assert_eq!(done.project_community.entered_on, Some(day("2022-10-06")));
        assert!(done.project_community.plan.is_some());
        assert_eq!(done.project_community.fact_records[0].open_findings[0].finding.rule, "R-42");
    }

    #[test]
    fn other_gates_days_and_blanks_are_refused() {
        let reserve = dossier("GT-0003");
        let refused = |change: fn(&mut FactEntry)| {
            let mut entry = entry(Gate::G2);
            change(&mut entry);
            why(&RecordFact::decide(&reserve, &entry, today()).err().unwrap_or_default())
        };
        let at = |path: &str, why: &str| vec![(path.to_owned(), why.to_owned())];
        assert_eq!(refused(|_| ()), []);
        assert_eq!(refused(|one| one.gate = Gate::G4), at("gate", "no_fact_at_this_gate"));
        assert_eq!(refused(|one| one.date = day("2022-10-09")), at("date", "day_to_come"));
        assert_eq!(refused(|one| one.due = day("2022-10-07")), at("due", "day_passed"));
        assert_eq!(refused(|one| one.due = today()), []);
        assert_eq!(refused(|one| one.doc = "　".to_owned()), at("doc", "missing_field"));
    }
}
