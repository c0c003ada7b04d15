//! # R-53 职责办结 · Closing a duty
//!
//! Clause 6.2: the units do the duties of annex 2. What is reported as done needs evidence, what does not concern the unit
//! a reason; only the office confirms, and nobody confirms what they submitted themselves (A-70: four eyes).

use super::{Check, Message, Rule, heading};
use crate::{
    finding::{Finding, Severity},
    language::Text,
    model::Role,
    policy::stages::TaskStatus,
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(53),
    how: &[
        Text::new("职责事项上报办结须附佐证。", "A duty that is reported as done has evidence."),
        Text::new("报“不涉及”须说明理由。", "One reported as not concerned has a reason."),
        Text::new("只有领导小组办公室可以审核。", "Only the office confirms."),
        Text::new("审核人不得是填报人本人。", "Who confirms is not who submitted."),
    ],
    messages: &[
        Message::on("evidence", "办结须上传佐证", "Closing a duty needs evidence"),
        Message::on("reason", "请说明不涉及的理由", "Say why it doesn't apply"),
        Message::on("role", "由领导小组办公室审核", "Only the office confirms"),
        Message::on("same_person", "填报人不得审核自己填报的事项", "Nobody confirms what they submitted themselves"),
        Message::any("职责事项暂不能办结", "The duty can't be closed yet"),
    ],
    remedy: Text::new(
        "请责任单位上传佐证或填写不涉及的理由，由领导小组办公室另一名经办人审核。",
        "The unit uploads evidence or says why the duty doesn't apply; another person of the office confirms it.",
    ),
    fields: &["why"],
    check: Check::Own,
};

/// A duty task as it shall be from now on, and who acts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TaskChange<'a> {
    /// The status it shall have.
    pub status: TaskStatus,
    /// How many pieces of evidence it has.
    pub evidence: usize,
    /// Why it does not concern the unit; blanks don't count.
    pub reason: &'a str,
    /// The role of who acts, when known.
    pub by: Option<Role>,
    /// Who submitted it; blanks don't count.
    pub submitter: Option<&'a str>,
    /// Who confirms it; blanks don't count.
    pub reviewer: Option<&'a str>,
}

/// What stops the change; nothing when it may be.
pub fn check(task: &TaskChange<'_>) -> Vec<Finding> {
    let confirmed = task.status == TaskStatus::Confirmed;
    [
        (task.status == TaskStatus::Submitted && task.evidence == 0, "evidence", "evidence"),
        (task.status == TaskStatus::NotConcerned && task.reason.trim().is_empty(), "reason", "reason"),
        (confirmed && task.by != Some(Role::Office), "role", "status"),
        (confirmed && is_same_person(task.submitter, task.reviewer), "same_person", "reviewer"),
    ]
    .into_iter()
    .filter(|(is_broken, ..)| *is_broken)
    .map(|(_, why, path)| Finding::new(RULE.id(), Severity::E, path).with("why", why))
    .collect()
}

/// Whether both are given and the same.
fn is_same_person(submitter: Option<&str>, reviewer: Option<&str>) -> bool {
    let (submitter, reviewer) = (submitter.unwrap_or_default().trim(), reviewer.unwrap_or_default().trim());
    !submitter.is_empty() && submitter == reviewer
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whys(task: TaskChange<'_>) -> Vec<String> {
        check(&task).iter().filter_map(|finding| finding.params.text("why")).map(str::to_owned).collect()
    }

    #[test]
    fn done_needs_evidence_and_not_concerned_a_reason() {
        let done = TaskChange { status: TaskStatus::Submitted, ..TaskChange::default() };
        assert_eq!(whys(done), ["evidence"]);
        assert!(whys(TaskChange { evidence: 1, ..done }).is_empty());
        let aside = TaskChange { status: TaskStatus::NotConcerned, reason: " ", ..TaskChange::default() };
        assert_eq!(whys(aside), ["reason"]);
        assert!(whys(TaskChange { reason: "本月无此事项", ..aside }).is_empty());
        for status in [TaskStatus::Open, TaskStatus::InHand, TaskStatus::Returned] {
            assert!(whys(TaskChange { status, ..TaskChange::default() }).is_empty());
        }
    }

    #[test]
    fn the_office_confirms_by_another_person() {
        let confirmed = TaskChange { status: TaskStatus::Confirmed, by: Some(Role::Office), ..TaskChange::default() };
        let people = |submitter, reviewer| TaskChange { submitter, reviewer, ..confirmed };
        assert!(whys(people(Some("甲"), Some("乙"))).is_empty() && whys(people(Some(" "), Some(" "))).is_empty());
        assert!(whys(people(None, Some("甲"))).is_empty() && whys(people(Some("甲"), None)).is_empty());
        assert_eq!(whys(people(Some("甲"), Some("甲 "))), ["same_person"]);
        assert_eq!(
            whys(TaskChange { by: Some(Role::Unit), ..people(Some("甲"), Some("甲")) }),
            ["role", "same_person"]
        );
        assert_eq!(whys(TaskChange { by: None, ..confirmed }), ["role"]);
    }
}
