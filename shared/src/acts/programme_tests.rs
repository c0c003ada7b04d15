//! A county begins: what is refused, what its programme holds then, what may change later, and that nothing is due before it
//! begins.

use super::*;
use crate::{
    duties::{DutyFacts, DutyStanding, counts_as_due, planned_tasks, reconcile, standing, with_account},
    exact::{Area, Money, Month, Progress},
    facts::{ProjectFacts, is_step_overdue},
    finding::{Gate, Severity},
    language::Language,
    model::{AnnualPlan, ApprovalStep, Body, BodyName, Dossier, Programme},
    policy::{
        approvals::Step,
        parameters::{
            HOME_TOWNSHIP, JOINT_REVIEW_UNITS, OPERATOR_SHARE_MIN, PRINCIPAL_PROJECT_OWNERS, REPORT_DUE_DAY,
            TARGET_AREA, TARGET_COMMUNITIES,
        },
        stages::{PlanStatus, Requirement, Stage, StepStatus},
    },
    reports::{Filed, ReportStanding, expected},
    rules::{self, works_period::WorksPeriod},
    sample,
};
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

const TODAY: &str = "2026-11-30";

fn entry() -> ProgrammeEntry {
    ProgrammeEntry {
        id: Uuid::from_u128(7),
        division_code: "620722".into(),
        terms: ProgrammeTerms {
            name: "民乐县城镇老旧小区改造规划".into(),
            basis: "民政办发〔2026〕12号".into(),
            year_from: 2026,
            year_to: 2030,
            targets: Targets { communities: 12, area: Area::from_hundredths(12_345_600), households: 900 },
            windows: vec![Window { plan_year: 2026, cutoff: day("2003-12-31") }],
            township: "洪水镇".into(),
            ..ProgrammeTerms::default()
        },
        ..ProgrammeEntry::default()
    }
}

fn created(entry: &ProgrammeEntry) -> Result<Programme, Vec<(String, String)>> {
    let decided = CreateProgramme::decide(&FolderStanding::default(), entry, day(TODAY));
    decided.map(|decision| decision.changes).map_err(places)
}

fn places(found: Vec<Finding>) -> Vec<(String, String)> {
    let why = |finding: &Finding| finding.params.text("why").unwrap_or_default().to_owned();
    found.iter().map(|finding| (finding.path.clone(), why(finding))).collect()
}

fn refused(change: impl FnOnce(&mut ProgrammeEntry)) -> Vec<(String, String)> {
    let mut entry = entry();
    change(&mut entry);
    created(&entry).expect_err("refused")
}

fn at(path: &str, why: &str) -> Vec<(String, String)> {
    vec![(path.to_owned(), why.to_owned())]
}

#[test]
fn a_programme_holds_what_its_paper_sets_from_its_first_day_on() {
    let programme = created(&entry()).unwrap();
    assert!(!programme.sample && programme.demonstration_date.is_none());
    assert_eq!(programme.active_from, Month::new(2026, 11), "the present month when none is named");
    assert_eq!(programme.settings.programme_years(), (2026, 2030));
    let on = day(TODAY);
    assert_eq!(programme.settings.get(TARGET_COMMUNITIES, on), 12);
    assert_eq!(programme.settings.get(TARGET_AREA, on).hundredths(), 12_345_600);
    assert_eq!(programme.settings.get(HOME_TOWNSHIP, on), "洪水镇");
    let cutoffs: Vec<_> = (2025..=2031).map(|year| programme.settings.window_cutoff(year)).collect();
    let window = Some(day("2003-12-31"));
    assert_eq!(cutoffs, [None, window, window, window, window, window, None]);
    assert_eq!(programme.basis_docs, ["民政办发〔2026〕12号"]);
    // One that begins later is active from its first month.
    let mut later = entry();
    (later.terms.year_from, later.terms.windows[0].plan_year) = (2027, 2027);
    assert_eq!(created(&later).unwrap().active_from, Month::new(2027, 1));
    // Without windows those of the policy hold.
    later.terms.windows.clear();
    assert_eq!(created(&later).unwrap().settings.window_cutoff(2027), Some(day("2005-12-31")));
}

#[test]
fn samples_and_a_countys_own_programme_never_mix() {
    for (holds, why) in [(Some(true), "folder_of_samples"), (Some(false), "programme_is_there")] {
        let found = CreateProgramme::decide(&FolderStanding { holds }, &entry(), day(TODAY)).unwrap_err();
        assert_eq!(places(found), at("", why));
    }
}

#[test]
fn codes_years_targets_and_names_are_plausible() {
    for code in ["", "62072", "6207220", "62072x", "６２０７２２", "990722", "620000", "620000\0"] {
        assert_eq!(refused(|entry| entry.division_code = code.into()), at("division_code", "no_county_code"), "{code}");
    }
    for code in ["110101", "441900", "659001"] {
        created(&ProgrammeEntry { division_code: code.into(), ..entry() }).unwrap();
    }
    for (from, to, place, why) in [
        (1900, 2030, "terms/year_from", "implausible_year"),
        (2026, 9999, "terms/year_to", "implausible_year"),
        (2030, 2026, "terms/year_to", "years_reversed"),
        (2021, 2025, "terms/year_to", "years_have_passed"),
    ] {
        let found = refused(|entry| {
            (entry.terms.year_from, entry.terms.year_to) = (from, to);
            entry.terms.windows.clear();
        });
        assert_eq!(found, at(place, why), "{from}–{to}");
    }
    assert_eq!(refused(|entry| entry.terms.targets.communities = -1), at("terms/targets/communities", "below_zero"));
    assert_eq!(
        refused(|entry| entry.terms.targets.area = Area::from_hundredths(-1)),
        at("terms/targets/area", "below_zero")
    );
    assert_eq!(
        refused(|entry| entry.terms.targets.households = i64::MAX),
        at("terms/targets/households", "out_of_range")
    );
    assert_eq!(refused(|entry| entry.terms.name = " \u{3000}".into()), at("terms/name", "missing_field"));
    assert_eq!(refused(|entry| entry.terms.name = "县".repeat(101)), at("terms/name", "longer_than_asked"));
    assert_eq!(refused(|entry| entry.terms.name = "民乐\0".into()), at("terms/name", "bad_value"));
    assert_eq!(refused(|entry| entry.id = Uuid::nil()), at("id", "repeated_id"));
}

#[test]
fn windows_and_the_first_month_lie_inside_the_programme() {
    let windows = |windows: &[(i32, &str)]| {
        let windows = windows.iter().map(|(plan_year, cutoff)| Window { plan_year: *plan_year, cutoff: day(cutoff) });
        let windows: Vec<_> = windows.collect();
        created(&ProgrammeEntry { terms: ProgrammeTerms { windows, ..entry().terms }, ..entry() }).map(drop)
    };
    assert_eq!(windows(&[(2026, "2000-12-31"), (2028, "2005-12-31")]), Ok(()));
    assert_eq!(windows(&[(2025, "2000-12-31")]), Err(at("terms/windows/0/plan_year", "outside_the_years")));
    assert_eq!(
        windows(&[(2027, "2000-12-31"), (2027, "2005-12-31")]),
        Err(at("terms/windows/1/plan_year", "out_of_order"))
    );
    assert_eq!(windows(&[(2026, "2027-01-01")]), Err(at("terms/windows/0/cutoff", "out_of_range")));
    let month = |text: &str| {
        let active_from = Some(text.parse().unwrap());
        created(&ProgrammeEntry { active_from, ..entry() }).map(drop)
    };
    assert_eq!(month("2026-11"), Ok(()));
    assert_eq!(month("2030-12"), Ok(()));
    assert_eq!(month("2026-10"), Err(at("active_from", "month_has_passed")));
    assert_eq!(month("2031-01"), Err(at("active_from", "outside_the_years")));
}

#[test]
fn other_numbers_of_the_countys_paper_are_set_when_it_begins() {
    let own = |name: &str, value: &str| vec![OwnValue { name: name.into(), value: value.into() }];
    let programme = created(&ProgrammeEntry { own: own("operator_share_min", "40"), ..entry() }).unwrap();
    assert_eq!(programme.settings.get(OPERATOR_SHARE_MIN, day(TODAY)), 40);
    for (name, value, field, why) in [
        ("nothing", "1", "name", "unknown_parameter"),
        ("window_cutoff", "2000-12-31", "name", "fixed_by_clause"),
        ("operator_share_min", "四十", "value", "wrong_type"),
        ("operator_share_min", "140", "value", "out_of_range"),
    ] {
        let found = refused(|entry| entry.own = own(name, value));
        assert_eq!(found, at(&format!("own/0/{field}"), why), "{name} {value}");
    }
    assert_eq!(refused(|entry| entry.own = own("unit_w_done", "50")), at("own", "weights_must_add_up"));
}

#[test]
fn nothing_is_overdue_on_the_first_day_whatever_the_years() {
    for (from, to) in [(2021, 2026), (2026, 2030), (2027, 2030)] {
        let mut entry = entry();
        (entry.terms.year_from, entry.terms.year_to) = (from, to);
        entry.terms.windows.clear();
        let programme = created(&entry).unwrap();
        let began = programme.active_from.unwrap().first_day();
        for today in [day(TODAY), began] {
            let facts = DutyFacts { programme: &programme, dossiers: &[] };
            let made = reconcile(&[], planned_tasks(facts, today)).made;
            for task in &made {
                assert!(!counts_as_due(task, &programme, began), "{from}: {} due {:?}", task.duty, task.due);
                let standing = standing(task, &programme, today);
                assert!(!matches!(standing, DutyStanding::Overdue(_)), "{from}: {} {standing:?}", task.duty);
            }
            assert!(today < began || !made.is_empty(), "{from}");
        }
    }
}

/// Works that were going on when the ledger began: its months up to the cutoff are nobody's debt, and neither is what was
/// submitted before; what comes afterwards is due like everything else.
#[test]
fn nothing_that_is_taken_over_is_overdue_on_the_first_day() {
    let programme = created(&entry()).unwrap();
    let began = programme.active_from.unwrap().first_day();
    let mut dossier = sample::of_code("GT-0004");
    (dossier.programme, dossier.plan) = (programme.clone(), None);
    (dossier.project_community.plan_year, dossier.project_community.plan) = (2026, None);
    let opening = OpeningEntry {
        cutoff: Month::of(began).previous(),
        stage: Stage::UnderWay,
        actual_start: day("2026-03-10"),
        completed_on: None,
        cum_progress: Progress::from_tenths(450),
        cum_invest: Money::from_wan_hundredths(20_000),
        received: Money::from_wan_hundredths(15_000),
        paid: Money::from_wan_hundredths(12_000),
        doc: "移交清单".to_owned(),
        new_plan: Some(Uuid::from_u128(9)),
    };
    let changes = SaveOpeningBalance::decide(&dossier, &opening, day(TODAY)).unwrap().changes;
    let plan = changes.new_plan.map(|plan| AnnualPlan { status: PlanStatus::Issued, ..plan });
    let mut dossier = Dossier { project_community: changes.project_community, plan, ..dossier };
    dossier.project.steps = vec![ApprovalStep {
        status: StepStatus::Submitted,
        submitted_on: Some(day("2026-04-01")),
        limit_days: Some(20),
        ..ApprovalStep::new(Step::S07, Requirement::Needed)
    }];
    let found = rules::form_findings(&ProjectFacts::of(&dossier, began), Some(Gate::G4));
    let passed_gates = ["R-01", "R-11", "R-18", "R-26", "R-35", "R-38", "R-45"];
    let walls: Vec<_> = found.iter().filter(|one| one.when.is_some() || one.finding.severity == Severity::E).collect();
    assert!(walls.iter().all(|one| !passed_gates.contains(&&*one.finding.rule)), "{walls:?}");

    for today in [day(TODAY), began] {
        let filed = dossier.reports.iter().map(Filed::from);
        let works = WorksPeriod::of_entry(&dossier.project_community, &programme);
        let reports = expected(works, filed, &programme.settings, &programme.calendar, today);
        assert!(reports.iter().all(|one| one.standing != ReportStanding::Overdue), "{reports:?}");
        let facts = DutyFacts { programme: &programme, dossiers: std::slice::from_ref(&dossier) };
        for task in &reconcile(&[], planned_tasks(facts, today)).made {
            let standing = standing(task, &programme, today);
            assert!(!matches!(standing, DutyStanding::Overdue(_)), "{} {standing:?}", task.duty);
        }
        assert!(!is_step_overdue(&programme, &dossier.project.steps[0], today));
    }
    let after = Month::of(began).next().next().first_day();
    let filed = dossier.reports.iter().map(Filed::from);
    let works = WorksPeriod::of_entry(&dossier.project_community, &programme);
    let reports = expected(works, filed, &programme.settings, &programme.calendar, after);
    let first = reports.first().map(|one| (one.period, one.standing));
    assert_eq!(first, Some((Month::of(began), ReportStanding::Overdue)), "two months later it is");
}

fn standing_of(programme: Programme) -> ProgrammeStanding {
    ProgrammeStanding { programme, by: "领导小组办公室".into() }
}

fn set(programme: Programme, from: &str, values: &[(&str, &str)]) -> Result<Programme, Vec<(String, String)>> {
    let values = values.iter().map(|(name, value)| OwnValue { name: (*name).into(), value: (*value).into() });
    let request = ParameterEntry { valid_from: day(from), reason: "会议纪要".into(), values: values.collect() };
    let decided = SetParameters::decide(&standing_of(programme), &request, day(TODAY));
    decided.map(|decision| decision.changes).map_err(places)
}

#[test]
fn a_parameter_is_set_from_a_day_on_and_the_days_before_stay() {
    let programme = created(&entry()).unwrap();
    let later = set(programme, "2027-01-01", &[("report_due_day", "8")]).unwrap();
    assert_eq!(later.settings.get(REPORT_DUE_DAY, day("2026-12-31")), 5);
    assert_eq!(later.settings.get(REPORT_DUE_DAY, day("2027-01-01")), 8);
    let again = set(later, "2027-01-01", &[("report_due_day", "5")]).unwrap();
    assert_eq!(again.settings.get(REPORT_DUE_DAY, day("2027-01-01")), 5);
    let history: Vec<_> = again.parameter_changes.iter().map(|change| (change.value.as_str(), &*change.by)).collect();
    assert_eq!(history, [("8", "领导小组办公室"), ("5", "领导小组办公室")], "what was replaced stays to be seen");
    assert_eq!(again.parameter_changes[0].set_on, day(TODAY));
}

#[test]
fn what_cannot_be_set_says_where_and_why() {
    let programme = || created(&entry()).unwrap();
    for (from, name, value, place, why) in [
        ("2026-11-29", "report_due_day", "8", "valid_from", "day_has_passed"),
        ("2026-11-30", "nothing", "8", "values/0/name", "unknown_parameter"),
        ("2026-11-30", "operator_share_min", "35", "values/0/name", "fixed_by_clause"),
        ("2026-11-30", "report_due_day", "八", "values/0/value", "wrong_type"),
        ("2026-11-30", "report_due_day", "29", "values/0/value", "out_of_range"),
        ("2026-11-30", "unit_w_done", "41", "values/0/value", "weights_must_add_up"),
        ("2026-11-30", "grade_pass", "86", "values/0/value", "out_of_order"),
    ] {
        assert_eq!(set(programme(), from, &[(name, value)]), Err(at(place, why)), "{name} {value}");
    }
    assert!(set(programme(), TODAY, &[("unit_w_done", "41"), ("unit_w_on_time", "19")]).is_ok());
    assert_eq!(set(programme(), TODAY, &[]), Err(at("values", "missing_field")));
    // What was set for later must still fit.
    let later = set(programme(), "2027-01-01", &[("grade_pass", "84")]).unwrap();
    assert_eq!(set(later, TODAY, &[("grade_good", "80")]), Err(at("values/0/value", "out_of_order")));
    let nobody = ParameterEntry { valid_from: day(TODAY), ..ParameterEntry::default() };
    let found = SetParameters::decide(&standing_of(programme()), &nobody, day(TODAY)).unwrap_err();
    assert_eq!(places(found), [at("reason", "missing_field"), at("values", "missing_field")].concat());
}

fn edited(change: impl FnOnce(&mut ProgrammeEdit)) -> Result<Programme, Vec<(String, String)>> {
    let programme = created(&entry()).unwrap();
    let mut edit = ProgrammeEdit { terms: ProgrammeTerms::of(&programme, day(TODAY)), active_from: None };
    change(&mut edit);
    let decided = EditProgramme::decide(&standing_of(programme), &edit, day(TODAY));
    decided.map(|decision| decision.changes).map_err(places)
}

#[test]
fn a_number_of_the_programme_changes_by_a_paper_and_a_name_without() {
    let unchanged = edited(|_| ()).unwrap();
    assert_eq!(unchanged, created(&entry()).unwrap(), "what is as before stays as it is");
    assert_eq!(edited(|edit| edit.terms.name = "新名称".into()).unwrap().name, "新名称");
    assert_eq!(edited(|edit| edit.terms.targets.communities = 20), Err(at("terms/basis", "paper_missing")));
    let more = edited(|edit| {
        edit.terms.targets.communities = 20;
        edit.terms.basis = "民政办发〔2026〕40号".into();
    });
    let more = more.unwrap();
    assert_eq!(more.settings.get(TARGET_COMMUNITIES, day(TODAY)), 20);
    assert_eq!(more.settings.get(TARGET_COMMUNITIES, day("2026-11-29")), 12);
    assert_eq!(more.basis_docs.len(), 2);
    assert_eq!(edited(|edit| edit.terms.year_from = 2025), Err(at("terms/year_from", "fixed_at_the_start")));
    assert_eq!(edited(|edit| edit.active_from = Month::new(2026, 10)), Err(at("active_from", "month_has_passed")));
    assert_eq!(edited(|edit| edit.active_from = Month::new(2027, 3)).unwrap().active_from, Month::new(2027, 3));
}

fn body(code: &str, names: &[(&str, Option<&str>)]) -> Body {
    let name =
        |(zh, from): &(&str, Option<&str>)| BodyName { zh: (*zh).into(), from: from.map(day), ..BodyName::default() };
    Body { code: code.into(), names: names.iter().map(name).collect(), aliases: Vec::new(), ranked: true }
}

fn saved(request: &BodiesEntry) -> Result<Programme, Vec<(String, String)>> {
    let programme = created(&ProgrammeEntry { bodies: vec![body("23", &[("园区管委会", None)])], ..entry() }).unwrap();
    let decided = SaveBodies::decide(&standing_of(programme), request, day(TODAY));
    decided.map(|decision| decision.changes).map_err(places)
}

#[test]
fn names_by_which_rules_know_units_follow_the_bodies() {
    let housing = body("01", &[("民乐县住建局", None), ("民乐县城市更新局", Some("2027-03-01"))]);
    let park = body("23", &[("园区管委会", None)]);
    let programme = saved(&BodiesEntry { bodies: vec![park, housing], ..BodiesEntry::default() }).unwrap();
    let first = |list: &str| list.split('、').next().unwrap_or_default().to_owned();
    let reviewers = |on: &str| programme.settings.text(JOINT_REVIEW_UNITS.name(), day(on)).map(first);
    assert_eq!(reviewers(TODAY).as_deref(), Some("民乐县住建局"));
    assert_eq!(reviewers("2027-03-01").as_deref(), Some("民乐县城市更新局"));
    let owners = programme.settings.get(PRINCIPAL_PROJECT_OWNERS, day(TODAY));
    assert!(owners.contains("民乐县住建局") && owners.contains("县住建局") && owners.contains("城关镇人民政府"));
    assert_eq!(programme.names_on(day("2027-03-01")).body("01", Language::Zh), "民乐县城市更新局");
}

#[test]
fn bodies_end_by_a_successor_and_duties_move() {
    let park = || body("23", &[("园区管委会", None)]);
    let taken = |unit: &str, successor: &str, date: &str| SuccessionEntry {
        unit: unit.into(),
        successor: successor.into(),
        date: day(date),
    };
    let moved = |duty: &str, from: &str, to: &str, basis: &str| TransferEntry {
        duty: duty.into(),
        from_unit: from.into(),
        to_unit: to.into(),
        date: day(TODAY),
        basis: basis.into(),
    };
    let with = |successions: Vec<SuccessionEntry>, duty_transfers: Vec<TransferEntry>| {
        saved(&BodiesEntry { bodies: vec![park()], successions, duty_transfers })
    };
    let programme = with(vec![taken("09", "06", "2027-01-01")], vec![moved("07.1", "07", "23", "编办文件")]).unwrap();
    let accounts = |on: &str| with_account(&programme, day(on));
    assert!(accounts(TODAY).contains(&"09".to_owned()) && accounts(TODAY).contains(&"23".to_owned()));
    assert!(!accounts("2027-01-01").contains(&"09".to_owned()));
    assert!(!accounts(TODAY).contains(&"20".to_owned()), "a member without duties");
    let refused = |successions, transfers| with(successions, transfers).unwrap_err();
    assert_eq!(refused(vec![taken("9", "06", TODAY)], vec![]), at("successions/0/unit", "unknown_body"));
    assert_eq!(refused(vec![taken("09", "09", TODAY)], vec![]), at("successions/0/successor", "succeeds_itself"));
    let circle = refused(vec![taken("09", "06", TODAY), taken("06", "09", TODAY)], vec![]);
    assert!(circle.iter().all(|(_, why)| why == "succeeds_itself"), "{circle:?}");
    let twice = vec![taken("09", "06", TODAY), taken("09", "05", TODAY)];
    assert_eq!(refused(twice, vec![]), at("successions/1/unit", "has_a_successor"));
    assert_eq!(refused(vec![], vec![moved("99", "07", "11", "文")]), at("duty_transfers/0/duty", "unknown_duty"));
    assert_eq!(refused(vec![], vec![moved("07.1", "07", "11", " ")]), at("duty_transfers/0/basis", "missing_field"));
}

#[test]
fn a_body_keeps_its_code_and_nobody_elses_name() {
    let save = |bodies: Vec<Body>| saved(&BodiesEntry { bodies, ..BodiesEntry::default() }).map(drop);
    let park = || body("23", &[("园区管委会", None)]);
    assert_eq!(save(vec![park()]), Ok(()));
    assert_eq!(save(vec![]), Err(at("bodies", "body_is_missing")));
    assert_eq!(save(vec![park(), body("2", &[("甲", None)])]), Err(at("bodies/1/code", "no_body_code")));
    assert_eq!(save(vec![park(), park()]).unwrap_err()[0], at("bodies/1/code", "repeated_id")[0]);
    assert_eq!(save(vec![park(), body("24", &[("园区管委会", None)])]), Err(at("bodies/1/names", "name_is_taken")));
    assert_eq!(save(vec![park(), body("24", &[])]), Err(at("bodies/1/names", "missing_field")));
    let backwards = body("24", &[("甲", Some("2027-01-01")), ("乙", Some("2026-01-01"))]);
    assert_eq!(save(vec![park(), backwards]), Err(at("bodies/1/names/1/from", "out_of_order")));
    assert_eq!(save(vec![park(), body("24", &[("甲、乙", None)])]), Err(at("bodies/1/names/0/zh", "bad_value")));
}

#[test]
fn the_rules_judge_by_the_countys_own_numbers() {
    let entry = ProgrammeEntry {
        own: vec![OwnValue { name: "operator_share_min".into(), value: "100".into() }],
        bodies: vec![body("01", &[("民乐县住建局", None)])],
        ..entry()
    };
    let county = created(&entry).unwrap();
    let mut dossier = sample::programme().dossiers.remove(0);
    dossier.programme = county;
    dossier.project.project_owner = "民乐县住建局".into();
    dossier.project.owner_organisation = None;
    let found = |dossier: &crate::model::Dossier| {
        let found = rules::gate_findings(&ProjectFacts::of(dossier, day(TODAY)), Gate::G1);
        found.iter().map(|finding| finding.rule.to_string()).collect::<Vec<_>>()
    };
    let rules = found(&dossier);
    assert!(rules.contains(&"R-07".to_owned()), "another code and another town: {rules:?}");
    assert!(rules.contains(&"R-02".to_owned()), "a plan year outside the programme: {rules:?}");
    assert!(!rules.contains(&"R-41".to_owned()), "the county's own bureau is a project owner in principle: {rules:?}");
    dossier.community.division_code = "620722".into();
    dossier.community.township = "洪水镇".into();
    dossier.project_community.plan_year = 2027;
    let rules = found(&dossier);
    assert!(!rules.contains(&"R-07".to_owned()) && !rules.contains(&"R-02".to_owned()), "{rules:?}");
}
