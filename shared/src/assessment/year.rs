//! The score of the county's year (Y).

use super::{Part, Score};
use crate::{
    exact::Money,
    language::Text,
    policy::parameters::{
        Key, Settings, YEAR_MINUS_OVERDUE, YEAR_MINUS_SERIOUS, YEAR_W_COMPLETION, YEAR_W_INVESTMENT, YEAR_W_PAYMENT,
        YEAR_W_QUALITY, YEAR_W_REPORTS, YEAR_W_SATISFACTION, YEAR_W_START, YEAR_W_UPKEEP,
    },
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a year came to; names as in case files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct YearFigures {
    /// Communities started.
    pub started: i64,
    /// Communities that were to be started.
    pub planned_starts: i64,
    /// Communities completed.
    pub completed: i64,
    /// Communities that were to be completed.
    pub planned_completions: i64,
    /// Investment of the year.
    pub invest: Money,
    /// Investment that was planned.
    pub planned_invest: Money,
    /// Money paid.
    pub paid: Money,
    /// Money arrived.
    pub received: Money,
    /// Monthly reports on time.
    #[serde(rename = "reports_ontime")]
    pub reports_on_time: i64,
    /// Monthly reports due.
    pub reports_due: i64,
    /// Accidents of quality or safety.
    pub accidents: i64,
    /// 一般问题 overdue.
    pub general_overdue: i64,
    /// 严重问题
    pub serious: i64,
    /// Residents who are satisfied.
    pub satisfied: i64,
    /// Residents who were asked.
    pub surveyed: i64,
    /// Completed communities with all parts of their upkeep.
    pub managed: i64,
    /// Completed communities.
    pub managed_due: i64,
}

/// The score of a year; the quality part never drops out, so that there is one unless its weight was set to nothing.
pub fn year_score(figures: &YearFigures, settings: &Settings, on: NaiveDate) -> Option<Score> {
    let weight = |key| settings.get(key, on);
    let part = |zh, en, key, reached, whole| Part { title: Text::new(zh, en), weight: weight(key), reached, whole };
    let capped = |zh, en, key, reached, whole| Part::capped(Text::new(zh, en), weight(key), reached, whole);
    let (invest, planned_invest) = (figures.invest.fen(), figures.planned_invest.fen());
    let quality = quality(figures, settings, on);
    let parts = vec![
        capped("开工", "start", YEAR_W_START, figures.started, figures.planned_starts),
        capped("竣工", "completion", YEAR_W_COMPLETION, figures.completed, figures.planned_completions),
        capped("完成投资", "investment", YEAR_W_INVESTMENT, invest, planned_invest),
        part("资金支付", "payment", YEAR_W_PAYMENT, figures.paid.fen(), figures.received.fen()),
        part("月报", "reports", YEAR_W_REPORTS, figures.reports_on_time, figures.reports_due),
        part("质量安全", "quality and safety", YEAR_W_QUALITY, quality, weight(YEAR_W_QUALITY)),
        part("满意度", "satisfaction", YEAR_W_SATISFACTION, figures.satisfied, figures.surveyed),
        part("后续管理", "upkeep", YEAR_W_UPKEEP, figures.managed, figures.managed_due),
    ];
    Score::of(parts, 0, settings, on)
}

/// The points of quality and safety: nothing after an accident, else what findings leave of the weight.
fn quality(figures: &YearFigures, settings: &Settings, on: NaiveDate) -> i64 {
    if figures.accidents > 0 {
        return 0;
    }
    let off = |points: Key<i64>, times: i64| settings.get(points, on).saturating_mul(times.max(0));
    let lost =
        off(YEAR_MINUS_OVERDUE, figures.general_overdue).saturating_add(off(YEAR_MINUS_SERIOUS, figures.serious));
    settings.get(YEAR_W_QUALITY, on).saturating_sub(lost).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(figures: YearFigures) -> String {
        let score = year_score(&figures, &Settings::default(), NaiveDate::default());
        score.map(|score| score.shown()).unwrap_or_default()
    }

    /// Everything due and nothing done; quality is lost by an accident.
    const NOTHING: YearFigures = YearFigures {
        started: 0,
        planned_starts: 2,
        completed: 0,
        planned_completions: 2,
        invest: Money::ZERO,
        planned_invest: Money::from_fen(2),
        paid: Money::ZERO,
        received: Money::from_fen(2),
        reports_on_time: 0,
        reports_due: 2,
        accidents: 1,
        general_overdue: 0,
        serious: 0,
        satisfied: 0,
        surveyed: 2,
        managed: 0,
        managed_due: 2,
    };

    #[test]
    fn each_part_has_its_weight_and_plans_are_not_exceeded() {
        assert_eq!(points(NOTHING), "0.00");
        assert_eq!(points(YearFigures { started: 3, ..NOTHING }), "20.00");
        assert_eq!(points(YearFigures { completed: 3, ..NOTHING }), "20.00");
        assert_eq!(points(YearFigures { invest: Money::from_fen(3), ..NOTHING }), "15.00");
        assert_eq!(points(YearFigures { paid: Money::from_fen(2), ..NOTHING }), "10.00");
        assert_eq!(points(YearFigures { reports_on_time: 2, ..NOTHING }), "10.00");
        assert_eq!(points(YearFigures { satisfied: 2, ..NOTHING }), "10.00");
        assert_eq!(points(YearFigures { managed: 2, ..NOTHING }), "5.00");
    }

    #[test]
    fn quality_is_lost_by_findings_and_accidents_and_never_drops_out() {
        assert_eq!(points(YearFigures { accidents: 0, ..NOTHING }), "10.00");
        assert_eq!(points(YearFigures { accidents: 0, general_overdue: 1, serious: 1, ..NOTHING }), "3.00");
        assert_eq!(points(YearFigures { accidents: 0, serious: i64::MAX, ..NOTHING }), "0.00");
        assert_eq!(points(YearFigures::default()), "100.00", "a year without anything due but quality");
        assert_eq!(points(YearFigures { accidents: 1, ..YearFigures::default() }), "0.00");
    }
}
