//! The score of a member unit in a year (U).

use super::{Part, Score};
use crate::{
    language::Text,
    policy::parameters::{
        Key, Settings, UNIT_MINUS_CRITICISM, UNIT_MINUS_INTERVIEW, UNIT_W_APPROVALS, UNIT_W_DONE, UNIT_W_FINDINGS,
        UNIT_W_FIRST_ACCEPTED, UNIT_W_ON_TIME,
    },
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a unit did in a year; names as in case files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct UnitFigures {
    /// Duty tasks due, without those 不涉及.
    pub due: i64,
    /// Of these, done.
    pub done: i64,
    /// Of these, done on time.
    #[serde(rename = "ontime")]
    pub on_time: i64,
    /// Tasks for which evidence was submitted.
    pub submitted: i64,
    /// Of these, accepted at first.
    #[serde(rename = "first")]
    pub first_accepted: i64,
    /// Approvals handled.
    pub handled: i64,
    /// Of these, within their limit.
    #[serde(rename = "inlimit")]
    pub in_limit: i64,
    /// Findings of inspections due for rectification.
    #[serde(rename = "f_due")]
    pub findings_due: i64,
    /// Of these, rectified on time.
    #[serde(rename = "f_ontime")]
    pub findings_on_time: i64,
    /// 约谈
    pub interviews: i64,
    /// 通报批评
    pub criticisms: i64,
}

/// The score of a unit; none when nothing was due: no score, no grade, no rank.
pub fn unit_score(figures: &UnitFigures, settings: &Settings, on: NaiveDate) -> Option<Score> {
    let part = |zh, en, weight, reached, whole| Part {
        title: Text::new(zh, en),
        weight: settings.get(weight, on),
        reached,
        whole,
    };
    let parts = vec![
        part("职责完成", "duties done", UNIT_W_DONE, figures.done, figures.due),
        part("按时办结", "on time", UNIT_W_ON_TIME, figures.on_time, figures.due),
        part(
            "佐证一次通过",
            "evidence accepted at first",
            UNIT_W_FIRST_ACCEPTED,
            figures.first_accepted,
            figures.submitted,
        ),
        part("审批时限", "approvals in limit", UNIT_W_APPROVALS, figures.in_limit, figures.handled),
        part("问题整改", "findings rectified on time", UNIT_W_FINDINGS, figures.findings_on_time, figures.findings_due),
    ];
    let off = |points: Key<i64>, times: i64| settings.get(points, on).saturating_mul(times.max(0));
    let minus =
        off(UNIT_MINUS_INTERVIEW, figures.interviews).saturating_add(off(UNIT_MINUS_CRITICISM, figures.criticisms));
    Score::of(parts, minus, settings, on)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_has_its_weight() {
        let nothing = UnitFigures { due: 1, submitted: 1, handled: 1, findings_due: 1, ..UnitFigures::default() };
        let shown = |figures: UnitFigures| unit_score(&figures, &Settings::default(), NaiveDate::default());
        let points = |figures| shown(figures).map(|score| score.shown()).unwrap_or_default();
        assert_eq!(points(nothing), "0.00");
        assert_eq!(points(UnitFigures { done: 1, ..nothing }), "40.00");
        assert_eq!(points(UnitFigures { on_time: 1, ..nothing }), "20.00");
        assert_eq!(points(UnitFigures { first_accepted: 1, ..nothing }), "10.00");
        assert_eq!(points(UnitFigures { in_limit: 1, ..nothing }), "15.00");
        assert_eq!(points(UnitFigures { findings_on_time: 1, ..nothing }), "15.00");
        let all = UnitFigures { done: 1, on_time: 1, first_accepted: 1, in_limit: 1, findings_on_time: 1, ..nothing };
        assert_eq!(points(UnitFigures { interviews: 1, criticisms: 2, ..all }), "75.00");
        assert_eq!(points(UnitFigures { interviews: i64::MAX, criticisms: i64::MAX, ..all }), "0.00");
        assert!(shown(UnitFigures { interviews: 1, ..UnitFigures::default() }).is_none());
    }
}
