use super::*;
use crate::{
    exact::{Money, Month, Progress},
    language::Language,
    lists::missing::tables,
    model::OpeningBalance,
    policy::{approvals::Step, stages::StepStatus},
    sample,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2022-10-08")
}

/// A sample community with the plan of its year, and the document numbers that samples leave out.
fn sample_of(code: &str) -> Dossier {
    let programme = sample::programme();
    let mut dossier = programme.dossiers.into_iter().find(|dossier| dossier.community.code == code).unwrap();
    let plan = programme.plans.into_iter().find(|plan| Some(plan.id) == dossier.project_community.plan);
    dossier.project.steps.iter_mut().for_each(|step| step.doc_no = "样例〔2022〕1号".to_owned());
    Dossier { plan, ..dossier }
}

/// What is missing, in words, with who answers and by when.
fn said(dossier: &Dossier) -> Vec<(String, String, GapTime)> {
    gaps_of(dossier, today()).into_iter().map(|gap| (gap.text(Language::Zh), gap.unit, gap.when)).collect()
}

#[test]
fn a_community_with_everything_lacks_nothing() {
    assert_eq!(said(&sample_of("GT-0001")), []);
}

#[test]
fn a_ledger_alone_lacks_what_the_plan_asks_and_no_permit() {
    let mut dossier = Dossier::default();
    dossier.project_community.plan_year = 2022;
    let all = said(&dossier);
    assert!(all.iter().all(|(_, _, when)| [GapTime::BeforePlan, GapTime::Now].contains(when)), "{all:?}");
    let features = all.iter().find(|(what, ..)| what.contains("老旧特征")).map(|(_, who, when)| (who.as_str(), *when));
    assert_eq!(features, Some(("16", GapTime::BeforePlan)));
    let has = |text: &str, unit: &str| all.iter().any(|(what, who, _)| what == text && who == unit);
    assert!(has("没有登记改造楼栋", "01") && has("没有明确建设单位", "01") && has("没有登记改造内容和投资", "01"));
    assert!(has("须明确项目管理责任人", "01"), "{all:?}");
    assert!(!all.iter().any(|(what, ..)| what.contains("许可")), "a permit is asked for before the start only");
    // Once it stands in the plan, the start is next.
    dossier.project_community.plan = Some(Uuid::nil());
    let next = said(&dossier);
    assert!(next.iter().any(|(what, _, when)| what == "没有登记改造楼栋" && *when == GapTime::Now));
    assert!(next.iter().any(|(what, _, when)| what == "缺少施工许可证" && *when == GapTime::BeforeStart), "{next:?}");
    // Merged approval is one paper, not four.
    let studies = next.iter().filter(|(what, ..)| what.contains("可行性研究") || what.contains("项目建议书"));
    assert_eq!(studies.count(), 1, "{next:?}");
}

#[test]
fn papers_of_a_community_that_was_taken_over_are_no_wall_of_red() {
    let mut dossier = sample_of("GT-0001");
    dossier.project.steps.retain(|step| ![Step::S02, Step::S07].contains(&step.step));
    dossier.project.land_paper = None;
    let now = said(&dossier);
    let lacking = ["“联合审查改造方案”没有办结", "缺少施工许可证"];
    for text in lacking {
        assert!(now.iter().any(|(what, _, when)| what == text && *when == GapTime::Now), "{text}: {now:?}");
    }
    dossier.project_community.opening = Some(OpeningBalance {
        cutoff: Month::new(2022, 6).unwrap(),
        stage: Stage::UnderWay,
        cum_progress: Progress::from_tenths(300),
        cum_invest: Money::ZERO,
        received: Money::ZERO,
        paid: Money::ZERO,
        doc: "样例".to_owned(),
    });
    let taken_over = said(&dossier);
    assert_eq!(taken_over.len(), now.len());
    for (what, _, when) in &taken_over {
        assert_eq!(*when, GapTime::TakenOver, "{what}");
    }
    assert!(taken_over.iter().any(|(what, ..)| what.ends_with("（存量项目补录，手续待补）")));
    // Entered, it is missing no more.
    dossier.project.land_paper = Some("样例用地手续".to_owned());
    assert_eq!(said(&dossier).len(), taken_over.len() - 1);
}

#[test]
fn what_was_entered_and_is_wrong_is_not_missing() {
    let mut dossier = sample_of("GT-0001");
    let permit = dossier.project.steps.iter_mut().find(|step| step.step == Step::S07).unwrap();
    permit.date = Some(day("2022-04-15"));
    assert_eq!(said(&dossier), [], "a permit that is dated after the start is there");
    let permit = dossier.project.steps.iter_mut().find(|step| step.step == Step::S07).unwrap();
    permit.doc_no = " ".to_owned();
    let owner = "01".to_owned();
    assert_eq!(said(&dossier), [("“施工许可证”缺批文文号".to_owned(), owner, GapTime::Now)]);
    let permit = dossier.project.steps.iter_mut().find(|step| step.step == Step::S07).unwrap();
    permit.status = StepStatus::Submitted;
    assert_eq!(said(&dossier)[0].0, "缺少施工许可证");
}

#[test]
fn overdue_reports_stand_in_one_line_and_drafts_are_none() {
    let mut dossier = sample_of("GT-0001");
    let before = dossier.reports.len();
    dossier.reports.retain(|report| report.period < Month::new(2022, 8).unwrap());
    assert!(dossier.reports.len() + 1 < before, "two months are left out");
    assert_eq!(said(&dossier)[0].0, "月报逾期未报：2022年8月，2022年9月");
    let gap = gaps_of(&dossier, today()).remove(0);
    assert_eq!(
        (gap.tab(), gap.text(Language::En).as_str()),
        ("progress", "Monthly reports overdue: August 2022, September 2022")
    );
}

#[test]
fn one_that_was_taken_out_is_asked_for_nothing() {
    let mut dossier = Dossier::default();
    dossier.project_community.stage = Stage::Withdrawn;
    assert_eq!(said(&dossier), []);
}

#[test]
fn each_body_answers_for_its_own_part_and_the_parts_are_the_whole() {
    let programme = sample::programme();
    let all = missing(&programme.dossiers, today());
    let count = |communities: &[CommunityGaps]| communities.iter().map(|one| one.gaps.len()).sum::<usize>();
    let units = by_unit(&all);
    assert!(!units.is_empty());
    for unit in &units {
        let own: Vec<_> = all.iter().filter_map(|one| one.of_unit(&unit.unit)).collect();
        assert_eq!(i64::try_from(count(&own)).unwrap(), unit.gaps);
        assert_eq!(i64::try_from(own.len()).unwrap(), unit.communities);
    }
    assert_eq!(units.iter().map(|unit| unit.gaps).sum::<i64>(), i64::try_from(count(&all)).unwrap());
    let [by_community, of_units] = tables(&programme.programme, &all, None, today(), Language::Zh);
    assert_eq!((by_community.rows.len(), of_units.rows.len()), (count(&all), units.len()));
}

#[test]
fn it_reads_what_it_writes() {
    let all = missing(&sample::programme().dossiers, today());
    let json = serde_json::to_string(&all).unwrap();
    let back: Vec<CommunityGaps> = serde_json::from_str(&json).unwrap();
    assert_eq!(serde_json::to_string(&back).unwrap(), json);
}
