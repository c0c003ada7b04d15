//! 保存月报, 报送月报, 审核月报, 更正月报: each is about the report of a month, and names its version.

use super::{Changed, Stamp, StoredAct};
use anju_domain::{
    acts::{CorrectReport, ReportChanges, ReportCorrection, ReportReview, ReviewReport, SaveReport, SubmitReport},
    model::Dossier,
    reports::ReportEntry,
};

/// What an act on a report leaves: the report, later ones with figures computed anew, the stage that follows.
fn left(changes: ReportChanges, stamp: &Stamp<'_>) -> Changed {
    let ReportChanges { report, carried, project_community } = changes.stamped(stamp.display, stamp.at);
    let reports = std::iter::once(report).chain(carried).collect();
    Changed { project_community, reports, ..Changed::default() }
}

macro_rules! on_a_report {
    ($($act:ident($request:ident)),+) => {
        $(impl StoredAct for $act {
            fn version(dossier: &Dossier, request: &$request) -> i64 {
                ReportChanges::version(dossier, request.period)
            }

            fn changed(changes: ReportChanges, stamp: &Stamp<'_>) -> Changed {
                left(changes, stamp)
            }
        })+
    };
}

on_a_report!(
    SaveReport(ReportEntry),
    SubmitReport(ReportEntry),
    ReviewReport(ReportReview),
    CorrectReport(ReportCorrection)
);
