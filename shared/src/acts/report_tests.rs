//! A month's report on its way: written, sent, returned, accepted, corrected.

use super::*;
use crate::{
    exact::{Money, Month, Progress},
    model::{Dossier, MonthlyReport},
    policy::{office::CorrectionReason, stages::ReportStatus, stages::Stage},
    reports::{self, ReportEntry, ReportFacts},
    sample,
};
use chrono::{DateTime, NaiveDate, Utc};

const OCTOBER: &str = "2022-10";
const TODAY: &str = "2022-10-08";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

/// 64.0 % and 700.00 万元 up to September; 1,145.60 万元 are approved.
fn dossier() -> Dossier {
    let dossiers = sample::programme().dossiers;
    dossiers.into_iter().find(|dossier| dossier.community.code == "GT-0001").unwrap()
}

fn entry(period: &str, tenths: i64, wan_hundredths: i64) -> ReportEntry {
    ReportEntry {
        period: month(period),
        cum_progress: Progress::from_tenths(tenths),
        month_invest: Money::from_wan_hundredths(wan_hundredths),
        problems: " 节能班组不足 ".to_owned(),
        next_steps: "屋面收尾".to_owned(),
        photos: Vec::new(),
    }
}

fn whys(found: &[Finding]) -> Vec<String> {
    let why = |one: &Finding| one.params.text("why").or(one.params.text("shown")).unwrap_or_default().to_owned();
    found
        .iter()
        .map(|one| format!("{} {:?} {} {}", one.rule, one.severity, one.path, why(one)).trim().to_owned())
        .collect()
}

fn refused<A: Act<Facts = Dossier>>(dossier: &Dossier, request: &A::Request, today: &str) -> Vec<String> {
    A::decide(dossier, request, day(today)).map(|_| ()).map_err(|stops| whys(&stops)).expect_err("it is refused")
}

fn done<A: Act<Facts = Dossier, Changes = ReportChanges>>(dossier: &mut Dossier, request: &A::Request, today: &str) {
    let decision = A::decide(dossier, request, day(today)).expect("it is allowed");
    let changes = decision.changes.stamped("某单位", at());
    for report in changes.carried.into_iter().chain([changes.report]) {
        dossier.reports.retain(|other| other.period != report.period);
        dossier.reports.push(MonthlyReport { version: report.version + 1, ..report });
    }
    dossier.reports.sort_by_key(|report| report.period);
    if let Some(entry) = changes.project_community {
        dossier.project_community = entry;
    }
}

fn at() -> DateTime<Utc> {
    "2022-10-08T02:00:00Z".parse().unwrap()
}

fn report<'a>(dossier: &'a Dossier, period: &str) -> &'a MonthlyReport {
    dossier.reports.iter().find(|report| report.period == month(period)).unwrap()
}

fn review(period: &str, verdict: Verdict, said: &str) -> ReportReview {
    ReportReview { period: month(period), verdict, said: said.to_owned() }
}

#[test]
fn a_report_is_written_sent_returned_sent_again_and_accepted() {
    let mut dossier = dossier();
    done::<SaveReport>(&mut dossier, &entry(OCTOBER, 700, 5_000), TODAY);
    let saved = report(&dossier, OCTOBER);
    assert_eq!(
        (saved.status, saved.submitted_at, saved.problems.as_str()),
        (ReportStatus::Draft, None, "节能班组不足")
    );
    assert_eq!(saved.cum_invest, Money::from_wan_hundredths(75_000));
    let id = saved.id;

    done::<SubmitReport>(&mut dossier, &entry(OCTOBER, 710, 5_000), TODAY);
    let sent = report(&dossier, OCTOBER);
    assert_eq!(
        (sent.status, sent.submitted_at, sent.reporter.as_str()),
        (ReportStatus::Submitted, Some(at()), "某单位")
    );
    assert_eq!((sent.id, sent.version), (id, 2), "it is still the same report");
    for stop in [
        refused::<SubmitReport>(&dossier, &entry(OCTOBER, 710, 5_000), TODAY),
        refused::<SaveReport>(&dossier, &entry(OCTOBER, 710, 5_000), TODAY),
    ] {
        assert_eq!(stop, ["malformed E status report_sent"]);
    }

    assert_eq!(
        refused::<ReviewReport>(&dossier, &review(OCTOBER, Verdict::Return, " "), TODAY),
        ["malformed E said what_is_missing"]
    );
    done::<ReviewReport>(&mut dossier, &review(OCTOBER, Verdict::Return, "照片缺外墙"), TODAY);
    assert_eq!(report(&dossier, OCTOBER).status, ReportStatus::Returned);
    done::<SaveReport>(&mut dossier, &entry(OCTOBER, 705, 5_000), TODAY);
    assert_eq!(report(&dossier, OCTOBER).status, ReportStatus::Returned, "saving leaves it returned");
    done::<SubmitReport>(&mut dossier, &entry(OCTOBER, 705, 5_000), TODAY);
    done::<ReviewReport>(&mut dossier, &review(OCTOBER, Verdict::Accept, ""), TODAY);

    let accepted = report(&dossier, OCTOBER);
    assert_eq!(accepted.status, ReportStatus::Accepted);
    let said: Vec<_> = accepted.record.history.iter().map(|event| (event.status.code(), event.said.as_str())).collect();
    assert_eq!(said, [("已报", ""), ("退回", "照片缺外墙"), ("已报", ""), ("已审", "")]);
    assert!(accepted.record.history.iter().all(|event| event.by == "某单位"));
    assert_eq!(
        refused::<SubmitReport>(&dossier, &entry(OCTOBER, 705, 5_000), TODAY),
        ["malformed E status report_accepted"]
    );
    assert_eq!(
        refused::<ReviewReport>(&dossier, &review(OCTOBER, Verdict::Accept, ""), TODAY),
        ["malformed E status report_not_sent"]
    );
}

#[test]
fn figures_that_fall_or_pass_the_whole_are_saved_and_not_sent() {
    let dossier = dossier();
    let today = day(TODAY);
    for (tenths, wan, stops) in [
        (640, 0, vec![]),
        (639, 0, vec!["R-47 E cum_progress decrease"]),
        (640, -1, vec!["R-47 E cum_invest decrease"]),
        (1000, 0, vec![]),
        (1001, 0, vec!["R-47 E cum_progress range"]),
        (640, 44_560, vec![]),
        (640, 56_017, vec!["R-30 E cum_invest 110.01"]),
    ] {
        let entry = entry(OCTOBER, tenths, wan);
        let refused = SubmitReport::decide(&dossier, &entry, today).map(|_| ()).map_err(|stops| whys(&stops));
        assert_eq!(refused.err().unwrap_or_default(), stops, "{tenths} {wan}");
        assert!(SaveReport::decide(&dossier, &entry, today).is_ok(), "{tenths} {wan}");
    }
    let over = SubmitReport::decide(&dossier, &entry(OCTOBER, 640, 44_561), today).unwrap();
    assert_eq!(whys(&over.warnings), ["R-30 W cum_invest 100.01"]);
}

#[test]
fn only_months_of_the_works_that_have_begun_are_reported() {
    let mut dossier = dossier();
    for (period, stop) in [("2022-11", "future"), ("2022-03", "range")] {
        let expected = format!("R-48 E period {stop}");
        assert_eq!(refused::<SaveReport>(&dossier, &entry(period, 640, 0), TODAY), [expected.as_str()]);
        assert!(refused::<SubmitReport>(&dossier, &entry(period, 640, 0), TODAY).contains(&expected), "{period}");
    }
    dossier.project_community.completed_on = Some(day("2022-09-20"));
    assert_eq!(refused::<SaveReport>(&dossier, &entry(OCTOBER, 640, 0), TODAY), ["R-48 E period range"]);
    dossier.project_community.actual_start = None;
    assert_eq!(refused::<SaveReport>(&dossier, &entry("2022-09", 640, 0), TODAY)[1], "R-48 E period range");
}

#[test]
fn a_late_report_is_taken_with_a_warning() {
    let dossier = dossier();
    let warned = |today| {
        let decision = SubmitReport::decide(&dossier, &entry(OCTOBER, 700, 1), day(today)).unwrap();
        decision.warnings.iter().filter_map(|one| one.params.text("state").map(str::to_owned)).collect::<Vec<_>>()
    };
    assert!(warned("2022-11-05").is_empty());
    assert_eq!(warned("2022-11-06"), ["late"]);
}

#[test]
fn texts_amounts_and_photos_have_bounds() {
    let dossier = dossier();
    let photo = uuid::Uuid::from_u128(1);
    let mut long = entry(OCTOBER, 640, 0);
    long.problems = "长".repeat(4001);
    long.month_invest = Money::from_fen(1 << 53);
    long.photos = vec![photo, photo];
    let stops = refused::<SaveReport>(&dossier, &long, TODAY);
    assert_eq!(
        stops,
        ["malformed E month_invest too_large", "malformed E photos/1 repeated_id", "malformed E problems too_long"]
    );
    long = entry(OCTOBER, 640, 0);
    long.photos = (0..21).map(uuid::Uuid::from_u128).collect();
    assert_eq!(refused::<SaveReport>(&dossier, &long, TODAY), ["malformed E photos too_many_photos"]);
    long.photos.pop();
    assert!(SaveReport::decide(&dossier, &long, day(TODAY)).is_ok());
}

#[test]
fn months_are_accepted_in_their_order_and_what_follows_is_added_up_anew() {
    let mut dossier = dossier();
    dossier.reports.retain(|report| report.period < month("2022-08"));
    done::<SubmitReport>(&mut dossier, &entry("2022-08", 450, 15_500), TODAY);
    done::<SubmitReport>(&mut dossier, &entry("2022-09", 640, 20_000), TODAY);
    done::<SaveReport>(&mut dossier, &entry(OCTOBER, 700, 1_000), TODAY);
    assert_eq!(report(&dossier, OCTOBER).cum_invest, Money::from_wan_hundredths(71_000), "what was sent counts");
    assert_eq!(
        refused::<ReviewReport>(&dossier, &review("2022-09", Verdict::Accept, ""), TODAY),
        ["malformed E period earlier_report_waits"]
    );
    done::<ReviewReport>(&mut dossier, &review("2022-08", Verdict::Return, "投资多报"), TODAY);
    done::<SubmitReport>(&mut dossier, &entry("2022-08", 450, 15_000), TODAY);
    assert_eq!(report(&dossier, "2022-09").cum_invest, Money::from_wan_hundredths(69_500));
    assert_eq!(report(&dossier, OCTOBER).cum_invest, Money::from_wan_hundredths(70_500));
    done::<ReviewReport>(&mut dossier, &review("2022-08", Verdict::Accept, ""), TODAY);
    done::<ReviewReport>(&mut dossier, &review("2022-09", Verdict::Accept, ""), TODAY);
    assert_eq!(
        refused::<ReviewReport>(&dossier, &review("2022-08", Verdict::Return, "x"), TODAY),
        ["malformed E period later_report_accepted"]
    );
    done::<ReviewReport>(&mut dossier, &review("2022-09", Verdict::Return, "x"), TODAY);
}

#[test]
fn a_month_that_was_left_out_fits_under_the_later_ones() {
    let mut dossier = dossier();
    dossier.reports.retain(|report| report.period != month("2022-08"));
    let stops = |tenths, wan| {
        let decision = SubmitReport::decide(&dossier, &entry("2022-08", tenths, wan), day(TODAY));
        decision.map(|_| ()).map_err(|stops| whys(&stops)).err().unwrap_or_default()
    };
    // September follows 500.00 万元 and states 64.0 %.
    assert!(stops(640, 15_500).is_empty());
    assert_eq!(stops(641, 15_500), ["malformed E cum_progress above_later_report"]);
    assert_eq!(stops(640, 15_501), ["malformed E month_invest above_later_report"]);
}

#[test]
fn works_are_under_way_by_the_first_accepted_report_with_progress() {
    let mut dossier = dossier();
    dossier.reports.clear();
    dossier.project_community.stage = Stage::NewStart;
    for (period, tenths, stage) in [("2022-04", 0, Stage::NewStart), ("2022-05", 1, Stage::UnderWay)] {
        done::<SubmitReport>(&mut dossier, &entry(period, tenths, 0), TODAY);
        assert_eq!(dossier.project_community.stage, Stage::NewStart, "sent is not accepted");
        done::<ReviewReport>(&mut dossier, &review(period, Verdict::Accept, ""), TODAY);
        assert_eq!(dossier.project_community.stage, stage, "{period}");
    }
}

fn correction(period: &str, tenths: i64, wan: i64, doc: &str) -> ReportCorrection {
    ReportCorrection {
        period: month(period),
        cum_progress: Progress::from_tenths(tenths),
        cum_invest: Money::from_wan_hundredths(wan),
        reason: CorrectionReason::Audit,
        doc: doc.to_owned(),
    }
}

#[test]
fn the_last_accepted_figures_are_corrected_with_a_document() {
    let mut dossier = dossier();
    let doc = "审〔2022〕3号";
    for (request, stop) in [
        (correction("2022-09", 600, 65_000, " "), "malformed E doc correction_document"),
        (correction("2022-09", 640, 70_000, doc), "malformed E cum_invest nothing_corrected"),
        (correction("2022-08", 440, 49_000, doc), "malformed E period later_report_accepted"),
        (correction("2022-09", 1001, 65_000, doc), "R-47 E cum_progress range"),
        (correction("2022-09", 600, 126_017, doc), "R-30 E cum_invest 110.01"),
        (correction("2022-10", 600, 65_000, doc), "malformed E period no_report"),
    ] {
        assert_eq!(refused::<CorrectReport>(&dossier, &request, TODAY), [stop]);
    }
    let decision = CorrectReport::decide(&dossier, &correction("2022-09", 440, 49_000, doc), day(TODAY)).unwrap();
    assert_eq!(whys(&decision.warnings), ["R-47 W cum_invest corrected", "R-47 W cum_progress corrected"]);

    done::<SubmitReport>(&mut dossier, &entry(OCTOBER, 700, 1_000), TODAY);
    done::<CorrectReport>(&mut dossier, &correction("2022-09", 600, 65_000, doc), TODAY);
    let corrected = report(&dossier, "2022-09");
    assert_eq!(corrected.status, ReportStatus::Accepted);
    assert_eq!(corrected.month_invest, Money::from_wan_hundredths(15_000), "what is above August");
    let before = &corrected.record.corrections[0];
    assert_eq!((before.cum_progress.tenths(), before.cum_invest), (640, Money::from_wan_hundredths(70_000)));
    assert_eq!((before.person.as_str(), before.doc.as_str()), ("某单位", doc));
    assert_eq!(report(&dossier, OCTOBER).cum_invest, Money::from_wan_hundredths(66_000), "October follows it");
}

#[test]
fn the_other_communities_of_the_project_count_and_an_opening_balance_is_where_it_begins() {
    let mut dossier = dossier();
    dossier
        .siblings
        .push(crate::model::Sibling { cum_invest: Money::from_wan_hundredths(56_017), ..Default::default() });
    let found = reports::findings(&ReportFacts::of(&dossier), &entry(OCTOBER, 640, 0), day(TODAY));
    assert_eq!(whys(&found), ["R-30 E cum_invest 110.01"]);

    dossier.siblings.clear();
    dossier.reports.clear();
    dossier.project_community.opening = Some(crate::model::OpeningBalance {
        cutoff: month("2022-08"),
        stage: Stage::UnderWay,
        cum_progress: Progress::from_tenths(500),
        cum_invest: Money::from_wan_hundredths(60_000),
        received: Money::ZERO,
        paid: Money::ZERO,
        doc: String::new(),
    });
    assert_eq!(refused::<SaveReport>(&dossier, &entry("2022-08", 500, 0), TODAY), ["R-48 E period range"]);
    assert_eq!(refused::<SubmitReport>(&dossier, &entry("2022-09", 499, 0), TODAY), ["R-47 E cum_progress decrease"]);
    done::<SubmitReport>(&mut dossier, &entry("2022-09", 500, 100), TODAY);
    assert_eq!(report(&dossier, "2022-09").cum_invest, Money::from_wan_hundredths(60_100));
}

#[test]
fn every_word_of_a_refusal_is_there() {
    for why in [
        "too_many_photos",
        "report_sent",
        "report_accepted",
        "report_not_sent",
        "report_not_accepted",
        "no_report",
        "earlier_report_waits",
        "later_report_accepted",
        "above_later_report",
        "correction_document",
        "nothing_corrected",
    ] {
        let said = crate::rules::message(&Finding::malformed("x", why), crate::language::Language::Zh);
        assert_ne!(said, "填写格式不正确", "{why}");
    }
}
