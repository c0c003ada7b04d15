//! # R-50 通报留痕 · Bulletins stay
//!
//! Clause 6.4b: a bulletin every month. One that has been published stays as it is; what was wrong in it is put right in a
//! new one. Numbers of a year run from 1; a gap is only a warning, since a number may be void.

use super::{Check, Message, Rule, heading};
use crate::{
    finding::{Finding, Severity},
    language::Text,
};
use std::collections::BTreeSet;

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(50),
    how: &[
        Text::new(
            "已印发的通报不得修改，更正另发通报。",
            "A published bulletin is not changed; a correction is a new one.",
        ),
        Text::new("同一年度的编号不重复，最小为1。", "Numbers of a year are at least 1 and none is repeated."),
        Text::new("有效编号从1起连续，不连续的只作提醒。", "Valid numbers run from 1; a gap is a warning only."),
    ],
    messages: &[
        Message::on(
            "immutable",
            "通报已印发，不得修改，请另发更正",
            "The bulletin is published and stays: issue a correction instead",
        ),
        Message::on("numbers", "通报编号重复或无效", "A bulletin number is repeated or invalid"),
        Message::on("gap", "通报编号不连续，请核实", "The numbers of the bulletins have a gap: please check"),
        Message::any("请核实通报", "Please check the bulletin"),
    ],
    remedy: Text::new(
        "请领导小组办公室按顺序编号；已印发的通报有误的，另发更正通报。",
        "The office numbers in order; where a published bulletin is wrong, it issues a correction.",
    ),
    fields: &["why"],
    check: Check::Own,
};

/// What the numbers of a year's bulletins, that of the act included, and the act itself break.
///
/// `edits_published`: whether the act changes a bulletin that has been published.
pub fn check(numbers: &[i64], edits_published: bool) -> Vec<Finding> {
    let valid: BTreeSet<i64> = numbers.iter().copied().filter(|number| *number >= 1).collect();
    let last = valid.last().copied().unwrap_or_default();
    let has_gap = usize::try_from(last) != Ok(valid.len());
    [
        (edits_published, Severity::E, "immutable", ""),
        (valid.len() != numbers.len(), Severity::E, "numbers", "number"),
        (has_gap, Severity::W, "gap", "number"),
    ]
    .into_iter()
    .filter(|(is_broken, ..)| *is_broken)
    .map(|(_, severity, why, path)| Finding::new(RULE.id(), severity, path).with("why", why))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_run_from_one() {
        let whys = |numbers: &[i64]| {
            let found = check(numbers, false);
            found.iter().filter_map(|finding| finding.params.text("why")).collect::<Vec<_>>().join(" ")
        };
        for (numbers, expected) in [
            (&[][..], ""),
            (&[1], ""),
            (&[3, 1, 2], ""),
            (&[2], "gap"),
            (&[1, 3], "gap"),
            (&[1, 1], "numbers"),
            (&[0, 1], "numbers"),
            (&[-1, 1, 2, 2, 4], "numbers gap"),
            (&[i64::MAX], "gap"),
        ] {
            assert_eq!(whys(numbers), expected, "{numbers:?}");
        }
    }

    #[test]
    fn what_is_published_is_not_changed() {
        let found = check(&[1], true);
        assert_eq!((found.len(), found[0].severity), (1, Severity::E));
        assert_eq!(check(&[1, 3], false)[0].severity, Severity::W);
    }
}
