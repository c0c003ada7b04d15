//! # R-51 约谈、通报批评事由 · Grounds for interview and criticism
//!
//! Clause 6.4c names six grounds on which a unit is interviewed or publicly criticised, and no other. Each time something
//! must show it.

use super::{Check, Message, Rule, heading};
use crate::{
    finding::{Finding, Severity},
    language::Text,
    policy::office::Ground,
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(51),
    how: &[
        Text::new(
            "事由为《方案》规定的六种情形之一：政策措施落实不到位、行政审批推诿扯皮、工作推进不力、项目建设进度缓慢、质量安全问题突出、完不成年度目标任务。",
            "The ground is one of the plan's six: policy measures not carried out, approvals passed around, work not pushed forward, works too slow, grave quality or safety problems, the year's targets missed.",
        ),
        Text::new("至少附一份佐证。", "There is at least one piece of evidence."),
    ],
    messages: &[Message::any("须选择规定事由并附佐证", "Choose one of the six grounds and attach evidence")],
    remedy: Text::new(
        "请领导小组办公室从六种情形中选择事由，并附月报、巡查记录等佐证。",
        "The office chooses one of the six grounds and attaches evidence, such as a report or an inspection.",
    ),
    fields: &[],
    check: Check::Own,
};

/// Says that the ground of an interview or criticism is none of the six, or that no evidence shows it.
pub fn check(ground: Option<Ground>, evidence: usize) -> Option<Finding> {
    let path = match ground {
        None => "trigger",
        Some(_) if evidence == 0 => "evidence",
        Some(_) => return None,
    };
    Some(Finding::new(RULE.id(), Severity::E, path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_six_with_evidence() {
        for ground in Ground::ALL {
            assert_eq!(check(Some(*ground), 1), None);
            assert_eq!(check(Some(*ground), 0).unwrap().path, "evidence");
            assert!(RULE.how[0].zh.contains(ground.code()), "{ground}");
        }
        assert_eq!(check(None, 1).unwrap().path, "trigger");
    }
}
