//! # R-40 阶段流转 · Stage changes
//!
//! Clause 5.2a gives a project community its life: reserve, newly started, under way, completed. It moves along the
//! transitions of the stage table and no other way; taking out is possible until completion, and a completion that was
//! revoked goes back. What a transition asks for and no other rule reports is listed here, too.

mod conditions;
mod reports;

pub use conditions::{StageChange, missing, open_steps_of_a_start};
pub use reports::is_under_way;

use super::{Check, Message, Rule, heading};
use crate::{
    facts::ProjectFacts,
    finding::{Finding, Gate, Param, Severity},
    language::Text,
    model::Dossier,
    policy::{approvals::Step, stages::Stage},
};
use chrono::NaiveDate;

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(40),
    how: &[
        Text::new(
            "储备经开工成为新开工，新开工自动转为在建，在建经竣工验收成为竣工。",
            "Reserve becomes newly started by the start, newly started becomes under way by itself, under way becomes completed by acceptance.",
        ),
        Text::new(
            "储备、新开工、在建可以调出；竣工只有在撤销验收后才可退回在建。",
            "Reserve, newly started and under way may be taken out; completed goes back only when the acceptance was revoked.",
        ),
        Text::new(
            "各项变更须具备规定条件；其他规则未报告的条件在此列出所缺。",
            "Each change has its conditions; what lacks of them and no other rule reports is listed here.",
        ),
        Text::new(
            "据实登记开工的，当时未办结的审批事项列入手续补办，补齐或办结前不得拨付和竣工。",
            "Of a start that was recorded as a fact, the steps that were open are to be mended; until then nothing is paid or completed.",
        ),
    ],
    messages: &[
        Message::on(
            "missing",
            "由“{from}”变更为“{to}”尚缺：{missing}",
            "For the change from {from} to {to} these are missing: {missing}",
        ),
        Message::any("不允许由“{from}”变更为“{to}”", "No change from {from} to {to} is allowed"),
    ],
    remedy: Text::new(
        "请领导小组办公室按储备、新开工、在建、竣工的顺序变更阶段，补齐所缺的条件后再办理。",
        "The office changes stages in the order reserve, newly started, under way, completed, when nothing is missing any more.",
    ),
    fields: &[],
    check: Check::Own,
};

/// Whether the stage table has this transition.
pub const fn is_transition(from: Stage, to: Stage) -> bool {
    use Stage::{Completed, NewStart, Reserve, UnderWay, Withdrawn};
    matches!(
        (from, to),
        (Reserve, NewStart | Withdrawn)
            | (NewStart, UnderWay | Withdrawn)
            | (UnderWay, Completed | Withdrawn)
            | (Completed, UnderWay)
    )
}

/// Judges whether a change is one of the table.
pub fn check(from: Stage, to: Stage) -> Vec<Finding> {
    if is_transition(from, to) { Vec::new() } else { vec![finding(from, to)] }
}

/// Judges a change and the conditions of it that no other rule reports. The acts run the whole validator besides: at G2
/// for a start, at G4 for a completion.
pub fn check_change(dossier: &Dossier, change: &StageChange<'_>, today: NaiveDate) -> Vec<Finding> {
    let from = dossier.project_community.stage;
    if !is_transition(from, change.to) {
        return vec![finding(from, change.to)];
    }
    let missing: Vec<String> = missing(dossier, change, today).into_iter().map(str::to_owned).collect();
    if missing.is_empty() { Vec::new() } else { vec![finding(from, change.to).with_list("missing", missing)] }
}

/// The steps that are open at a start and that no rule reports: 据实登记 of a start leaves them open as 手续补办.
pub fn steps_at_a_start(facts: &ProjectFacts<'_>) -> Option<Finding> {
    let open: Vec<String> = open_steps_of_a_start(facts).into_iter().map(|step| step.code().to_owned()).collect();
    (!open.is_empty()).then(|| finding(Stage::Reserve, Stage::NewStart).with_list("missing", open))
}

/// What of these steps a recorded start has left open and still is: like every 手续补办 it stops payment and completion.
pub(super) fn steps_left_open(facts: &ProjectFacts<'_>, gate: Gate) -> Option<Finding> {
    let recorded = facts.entry.fact_records.iter().flat_map(|record| &record.open_findings);
    let recorded = recorded.map(|open| &open.finding).find(|finding| finding.rule == RULE.id())?;
    let Some(Param::List(steps)) = recorded.params.get("missing") else { return None };
    let still: Vec<&str> = open_steps_of_a_start(facts).into_iter().map(Step::code).collect();
    let left: Vec<String> = steps.iter().filter(|step| still.contains(&step.as_str())).cloned().collect();
    (!left.is_empty()).then(|| {
        Finding::stopping_from(Gate::G3, gate, RULE.id(), "stage")
            .with("from", Stage::Reserve.code())
            .with("to", Stage::NewStart.code())
            .with_list("missing", left)
    })
}

fn finding(from: Stage, to: Stage) -> Finding {
    Finding::new(RULE.id(), Severity::E, "stage").with("from", from.code()).with("to", to.code())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{language::Language, rules::message};

    #[test]
    fn seven_of_twenty_five_changes_are_transitions() {
        let mut allowed = Vec::new();
        for from in Stage::ALL {
            for to in Stage::ALL {
                let found = check(*from, *to);
                assert_eq!(found.is_empty(), is_transition(*from, *to));
                if found.is_empty() {
                    allowed.push(format!("{from}→{to}"));
                }
            }
        }
        let table = ["储备→新开工", "储备→调出", "新开工→在建", "新开工→调出", "在建→竣工", "在建→调出", "竣工→在建"];
        assert_eq!(allowed, table);
        let found = check(Stage::Reserve, Stage::UnderWay);
        assert_eq!(message(&found[0], Language::Zh), "不允许由“储备”变更为“在建”");
        assert_eq!(message(&found[0], Language::En), "No change from reserve to under way is allowed");
    }
}
