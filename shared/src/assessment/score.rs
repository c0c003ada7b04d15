//! A score: weighted parts as exact fractions, what is taken off, and how it is shown and graded.

use crate::{
    exact::{Natural, shown},
    language::Text,
    policy::parameters::{GRADE_EXCELLENT, GRADE_GOOD, GRADE_PASS, Settings},
    vocabulary::vocabulary,
};
use chrono::NaiveDate;

vocabulary! {
    /// The grade of a score (等次).
    Grade {
        Excellent = "优秀", "excellent";
        Good = "良好", "good";
        Pass = "合格", "pass";
        Fail = "不合格", "fail";
    }
}

/// A part of a score: its weight times what was reached of the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it values.
    pub title: Text,
    /// Its weight in points.
    pub weight: i64,
    /// What was reached; below nothing counts as nothing.
    pub reached: i64,
    /// What could be reached; without any the part drops out.
    pub whole: i64,
}

impl Part {
    /// A part whose value is at most its weight.
    pub(super) fn capped(title: Text, weight: i64, reached: i64, whole: i64) -> Self {
        Self { title, weight, reached: reached.min(whole), whole }
    }

    /// Whether it is left out, because nothing was due.
    pub const fn drops_out(&self) -> bool {
        self.whole <= 0
    }
}

/// A score with everything it was made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// The parts, those that drop out too.
    pub parts: Vec<Part>,
    /// Points that are taken off afterwards.
    pub minus: i64,
    /// The marks of the grades in points, best first.
    marks: [(Grade, i64); 3],
    /// The sum of the parts, scaled to 100 points, as a fraction of naturals.
    points: (Natural, Natural),
}

/// A hundred points are the whole; two decimals are hundredths.
const HUNDRED: u128 = 100;

/// A score in hundredths has fewer bits, whatever the figures: 100 points × 100 × the largest integer.
const BITS: u32 = 96;

impl Score {
    /// The score of these parts; none when nothing was due.
    pub(super) fn of(parts: Vec<Part>, minus: i64, settings: &Settings, on: NaiveDate) -> Option<Self> {
        let (mut sum, mut whole, mut weights) = (Natural::default(), Natural::from(1_u128), Natural::default());
        for part in parts.iter().filter(|part| !part.drops_out() && part.weight > 0) {
            let gained = Natural::from(part.weight).times(&part.reached.into());
            sum = sum.times(&part.whole.into()).plus(&gained.times(&whole));
            whole = whole.times(&part.whole.into());
            weights = weights.plus(&part.weight.into());
        }
        if weights == Natural::default() {
            return None;
        }
        let marks = [
            (Grade::Excellent, settings.get(GRADE_EXCELLENT, on)),
            (Grade::Good, settings.get(GRADE_GOOD, on)),
            (Grade::Pass, settings.get(GRADE_PASS, on)),
        ];
        let points = (sum.times(&HUNDRED.into()), whole.times(&weights));
        Some(Self { parts, minus: minus.max(0), marks, points })
    }

    /// Whether the exact score is at least `count` of `in_a_point` parts of a point.
    fn at_least(&self, count: u128, in_a_point: u128) -> bool {
        if count == 0 {
            return true;
        }
        let off = u128::from(self.minus.unsigned_abs()) * in_a_point;
        self.points.0.times(&in_a_point.into()) >= self.points.1.times(&(count + off).into())
    }

    /// With two decimals, half up; short of a grade's mark it never shows the mark.
    pub fn shown(&self) -> String {
        let mut floor = 0_u128;
        for bit in (0..BITS).rev() {
            let more = floor | 1 << bit;
            if self.at_least(more, HUNDRED) {
                floor = more;
            }
        }
        let rounded = floor + u128::from(self.at_least(2 * floor + 1, 2 * HUNDRED));
        let hides = |mark: &(Grade, i64)| {
            let mark = u128::from(mark.1.unsigned_abs());
            rounded >= mark * HUNDRED && !self.at_least(mark, 1)
        };
        let value = if self.marks.iter().any(hides) { floor } else { rounded };
        shown(i128::try_from(value).unwrap_or(i128::MAX), 2)
    }

    /// The grade, by the exact score.
    pub fn grade(&self) -> Grade {
        let reached = |mark: &&(Grade, i64)| self.at_least(u128::from(mark.1.unsigned_abs()), 1);
        self.marks.iter().find(reached).map_or(Grade::Fail, |mark| mark.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(parts: &[(i64, i64, i64)], minus: i64) -> Option<(String, Grade)> {
        let title = Text::new("事项", "matter");
        let parts = parts.iter().map(|&(weight, reached, whole)| Part { title, weight, reached, whole }).collect();
        Score::of(parts, minus, &Settings::default(), NaiveDate::default()).map(|it| (it.shown(), it.grade()))
    }

    fn said(shown: &str, grade: Grade) -> Option<(String, Grade)> {
        Some((shown.to_owned(), grade))
    }

    #[test]
    fn grades_to_the_last_part() {
        assert_eq!(score(&[(1, 95, 100)], 0), said("95.00", Grade::Excellent));
        assert_eq!(score(&[(1, 949_999, 1_000_000)], 0), said("94.99", Grade::Good));
        assert_eq!(score(&[(1, 85, 100)], 0), said("85.00", Grade::Good));
        assert_eq!(score(&[(1, 849_999, 1_000_000)], 0), said("84.99", Grade::Pass));
        assert_eq!(score(&[(1, 75, 100)], 0), said("75.00", Grade::Pass));
        assert_eq!(score(&[(1, 749_999, 1_000_000)], 0), said("74.99", Grade::Fail));
        assert_eq!(score(&[(1, 2, 3)], 0), said("66.67", Grade::Fail));
        assert_eq!(score(&[(1, 1, 3)], 0), said("33.33", Grade::Fail));
    }

    #[test]
    fn what_was_not_due_drops_out_and_nothing_left_is_no_score() {
        assert_eq!(score(&[(40, 1, 2), (60, 0, 0)], 0), said("50.00", Grade::Fail));
        assert_eq!(score(&[(40, 9, 0), (60, 0, -1)], 0), None);
        assert_eq!(score(&[(0, 1, 1)], 0), None);
    }

    #[test]
    fn points_are_taken_off_down_to_nothing() {
        assert_eq!(score(&[(1, 1, 1)], 15), said("85.00", Grade::Good));
        assert_eq!(score(&[(1, 1, 2)], 51), said("0.00", Grade::Fail));
        assert_eq!(score(&[(1, -3, 2)], i64::MAX), said("0.00", Grade::Fail));
        assert_eq!(score(&[(1, 1, 1)], -5), said("100.00", Grade::Excellent));
    }

    #[test]
    fn the_largest_figures_stay_exact() {
        let most = i64::MAX;
        assert_eq!(score(&[(20, most, most); 8], 0), said("100.00", Grade::Excellent));
        let one_short = [(1, most - 1, most), (1, most - 1, most), (1, most, most)];
        assert_eq!(score(&one_short, 5), said("94.99", Grade::Good));
        assert!(score(&[(most, most, 1); 8], most).is_some());
    }
}
