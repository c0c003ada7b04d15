//! # R-34 立项合并 · Merged feasibility
//!
//! Clause 4.2b lets a project of the annual plan merge proposal, feasibility study and preliminary design into one study
//! that reaches the depth of a preliminary design. It is a permission: the project chooses, and then only the chosen form
//! may be submitted. Outside the plan there is no merging.

use super::{Check, Message, Rule, heading};
use crate::{
    finding::{Finding, Severity},
    language::Text,
    policy::approvals::Step,
};
use serde::Deserialize;

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(34),
    how: &[
        Text::new(
            "未纳入年度计划的，分别报批项目建议书、可行性研究报告、初步设计及概算。",
            "Outside the annual plan the proposal, the feasibility study and the preliminary design are submitted separately.",
        ),
        Text::new(
            "已纳入的，按项目的选择报批：合并的只报可行性研究报告（代初步设计），并确认达到初步设计深度；分开的只报三件。",
            "In the plan the project's choice holds: merged, only the one study, confirmed to reach preliminary-design depth; separate, only the three papers.",
        ),
    ],
    messages: &[
        Message::on("not_in_plan", "未纳入年度计划的项目不得合并审批", "Not in the annual plan: no merged approval"),
        Message::on(
            "separate",
            "已选择分开报批，请分别报批项目建议书、可行性研究报告、初步设计及概算",
            "Separate approval was chosen: submit proposal, feasibility study and preliminary design",
        ),
        Message::on(
            "merged",
            "已合并为可行性研究报告（代初步设计），不再单独报批",
            "Merged into the feasibility study in place of a preliminary design: not submitted by itself",
        ),
        Message::any(
            "可行性研究报告（代初步设计）应达到初步设计深度",
            "The feasibility study in place of a preliminary design must reach its depth",
        ),
    ],
    remedy: Text::new(
        "请项目建设单位按项目选择的方式报县发改局；合并报批的，由设计单位确认达到初步设计深度。",
        "The project owner submits to the development and reform bureau in the form that the project has chosen; for merged approval the designer confirms the depth.",
    ),
    fields: &["why"],
    check: Check::Own,
};

/// A submission of S03, S03a, S03b or S03c.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Submission {
    /// Whether the project is in the annual plan.
    #[serde(default)]
    pub in_annual_plan: bool,
    /// Whether merged approval was chosen; it is, unless somebody says otherwise.
    #[serde(default = "yes")]
    pub merged_feasibility: bool,
    /// The paper that is submitted.
    pub submit: Step,
    /// Whether preliminary-design depth was confirmed.
    #[serde(default)]
    pub depth_confirmed: bool,
}

const fn yes() -> bool {
    true
}

/// Judges a submission: at most one finding, the first that holds.
pub fn check(submission: &Submission) -> Vec<Finding> {
    let Submission { in_annual_plan, merged_feasibility, submit, depth_confirmed } = *submission;
    let why = match submit {
        Step::S03 if !in_annual_plan => "not_in_plan",
        Step::S03 if !merged_feasibility => "separate",
        Step::S03a | Step::S03b | Step::S03c if in_annual_plan && merged_feasibility => "merged",
        Step::S03 if !depth_confirmed => "depth",
        _ => return Vec::new(),
    };
    vec![Finding::new(RULE.id(), Severity::E, format!("steps/{submit}")).with("why", why)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_submission_in_and_out_of_the_plan() {
        // In the plan, merged, paper, depth confirmed.
        for (in_annual_plan, merged_feasibility, submit, depth_confirmed, why) in [
            (true, true, Step::S03, true, None),
            (true, true, Step::S03, false, Some("depth")),
            (true, false, Step::S03, true, Some("separate")),
            (false, false, Step::S03, false, Some("not_in_plan")),
            (false, true, Step::S03, true, Some("not_in_plan")),
            (true, true, Step::S03a, true, Some("merged")),
            (true, true, Step::S03c, false, Some("merged")),
            (true, false, Step::S03b, false, None),
            (false, true, Step::S03a, false, None),
            (false, true, Step::S04, false, None),
        ] {
            let found = check(&Submission { in_annual_plan, merged_feasibility, submit, depth_confirmed });
            assert_eq!(found.first().and_then(|finding| finding.params.text("why")), why, "{submit} {why:?}");
        }
    }
}
