//! # R-18 管线单位出资 · Operators' share
//!
//! Clause 3.3b: operators share the cost of renewing pipelines; range and ratio are settled with each of them, and in
//! principle they pay at least 30 % of pipeline investment. The floor is over all pipeline lines of the community, civil
//! works included. Below it, each operator kind that stays below it on its own lines needs a signed agreement
//! with its reason: then it is a warning, without it stops the annual plan. Money of operators on mobile
//! communication is allowed but does not count, since that is no pipeline.

use super::{Check, Message, Rule, heading};
use crate::{
    exact::{Bound, Money, Ratio},
    facts::ProjectFacts,
    finding::{Finding, Gate, Severity},
    language::Text,
    policy::{items::OperatorKind, parameters::OPERATOR_SHARE_MIN, stages::Component},
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(18),
    how: &[
        Text::new(
            "管线改造投资：供水、排水、供电、供气、供热、通信、有线电视各改造项投资之和，含土建。",
            "Pipeline investment: the sum of all lines of water, drainage, power, gas, heating, telecom and cable TV, civil works included.",
        ),
        Text::new(
            "管线单位出资：管线专营单位用于这些改造项的出资之和；意向只在保存时计入。",
            "Operators' share: what operators pay for these lines; mere intentions count only when saving.",
        ),
        Text::new(
            "不少于下限即通过；不足时，自身低于下限的各类管线单位都有协议（注明日期、原因）的，只作提醒。",
            "At the floor it passes; below it, agreements (with date and reason) of every operator kind that is below it make it a warning.",
        ),
    ],
    messages: &[Message::any(
        "管线专营单位出资{a}万元，占管线改造投资{b}万元的{shown}%，低于{limit}%",
        "Operators pay {a} 万元, {shown}% of the pipeline investment of {b} 万元, below {limit}%",
    )],
    remedy: Text::new(
        "请县住建局与管线专营单位协商，至少增加出资{short}万元，达到管线改造投资的{limit}%；确有困难的，与各类低于{limit}%的管线单位签订协议，写明不足原因。",
        "The housing bureau negotiates with the operators for at least {short} 万元 more, which makes {limit}% of the pipeline investment; where that can't be, it signs an agreement with every operator kind below {limit}% that states the reason.",
    ),
    fields: &["a", "b", "shown", "kinds"],
    check: Check::Community(check),
};

/// The operators' share of a project community.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// What operators pay on pipeline lines (a).
    pub paid: Money,
    /// Pipeline investment (b).
    pub invested: Money,
    /// Pipeline investment without civil works, shown without severity.
    pub without_civil_works: Money,
    /// Each operator kind with lines of its own, in catalogue order.
    pub by_kind: Vec<KindShare>,
}

/// The share of one operator kind on its own lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindShare {
    /// The kind.
    pub kind: OperatorKind,
    /// What operators pay on its lines.
    pub paid: Money,
    /// The investment of its lines.
    pub invested: Money,
}

impl Share {
    /// The share of those who pay in what is invested.
    pub const fn ratio(&self) -> Ratio {
        Ratio::new(self.paid.fen(), self.invested.fen())
    }
}

impl KindShare {
    /// The share of the kind on its own lines.
    pub const fn ratio(&self) -> Ratio {
        Ratio::new(self.paid.fen(), self.invested.fen())
    }
}

/// The operators' share as it counts at a gate; `None` without pipeline investment.
pub fn share(facts: &ProjectFacts<'_>, gate: Gate) -> Option<Share> {
    if !facts.lines.iter().any(|line| line.is_pipeline()) {
        return None;
    }
    let mut paid = vec![Money::ZERO; facts.lines.len()];
    for commitment in facts.commitments.iter().filter(|commitment| commitment.commitment.funding == "F15") {
        if let Some(sum) = commitment.line.and_then(|line| paid.get_mut(line))
            && facts.counts(commitment, gate)
        {
            *sum = sum.plus(commitment.commitment.amount);
        }
    }
    let mut share = Share::default();
    let mut kinds = [(Money::ZERO, Money::ZERO, false); OperatorKind::ALL.len()];
    for (line, paid) in facts.lines.iter().zip(paid).filter(|(line, _)| line.is_pipeline()) {
        let amount = line.line.amount;
        share.paid = share.paid.plus(paid);
        share.invested = share.invested.plus(amount);
        if line.line.component != Some(Component::CivilWorks) {
            share.without_civil_works = share.without_civil_works.plus(amount);
        }
        if let Some(place) = line.operator_kind().and_then(|kind| kinds.get_mut(kind as usize)) {
            *place = (place.0.plus(paid), place.1.plus(amount), true);
        }
    }
    share.by_kind = OperatorKind::ALL
        .iter()
        .zip(kinds)
        .filter(|(_, (_, _, has_lines))| *has_lines)
        .map(|(kind, (paid, invested, _))| KindShare { kind: *kind, paid, invested })
        .collect();
    (share.invested > Money::ZERO).then_some(share)
}

/// The share as it is shown, never at or above the floor while it is short of it.
pub fn share_shown(share: &Share, facts: &ProjectFacts<'_>) -> Option<String> {
    share.ratio().percent(Bound::AtLeast(facts.settings.get(OPERATOR_SHARE_MIN, facts.today)))
}

fn check(facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Finding>) {
    let Some(share) = share(facts, gate) else { return };
    let floor = facts.settings.get(OPERATOR_SHARE_MIN, facts.today);
    if share.ratio().at_least(floor) != Some(false) {
        return;
    }
    let without_agreement: Vec<String> = share
        .by_kind
        .iter()
        .filter(|kind| kind.ratio().at_least(floor) == Some(false) && !has_agreement(facts, kind.kind))
        .map(|kind| kind.kind.code().to_owned())
        .collect();
    let finding = if without_agreement.is_empty() {
        Finding::new(RULE.id(), Severity::W, "")
    } else {
        Finding::stopping_from(Gate::G1, gate, RULE.id(), "")
    };
    let finding = finding
        .with_integer("a", share.paid.fen())
        .with_integer("b", share.invested.fen())
        .with("shown", share_shown(&share, facts).unwrap_or_default())
        .with_integer("limit", floor)
        .with_integer("short", short_of(&share, floor));
    found.push(if without_agreement.is_empty() { finding } else { finding.with_list("kinds", without_agreement) });
}

/// What lacks to the floor, to the last fen.
fn short_of(share: &Share, floor: i64) -> i64 {
    let hundredfold = i128::from(floor) * i128::from(share.invested.fen()) - 100 * i128::from(share.paid.fen());
    i64::try_from((hundredfold + 99).div_euclid(100)).unwrap_or(i64::MAX)
}

fn has_agreement(facts: &ProjectFacts<'_>, kind: OperatorKind) -> bool {
    facts.operator_agreements.iter().any(|agreement| {
        agreement.operator_kind == kind
            && agreement.signed_on.is_some()
            && agreement.shortfall_reason.as_deref().is_some_and(|reason| !reason.trim().is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::{Dossier, FundingCommitment, InvestmentLine, OperatorAgreement},
        policy::stages::CommitmentStatus,
    };
    use chrono::NaiveDate;

    fn dossier(paid: i64) -> Dossier {
        let mut dossier = Dossier::default();
        dossier.project_community.lines = [("B01", 13_000_000), ("B07", 21_700_000), ("I16", 9_000_000)]
            .map(|(item, fen)| InvestmentLine {
                id: item.to_owned(),
                item: item.to_owned(),
                amount: Money::from_fen(fen),
                ..InvestmentLine::default()
            })
            .into();
        dossier.project_community.commitments = [("B01", 3_900_000), ("B07", paid), ("I16", 9_000_000)]
            .map(|(line, fen)| FundingCommitment {
                line: line.to_owned(),
                funding: "F15".to_owned(),
                amount: Money::from_fen(fen),
                status: CommitmentStatus::Secured,
                ..FundingCommitment::default()
            })
            .into();
        dossier
    }

    fn found(dossier: &Dossier, gate: Gate) -> Vec<Finding> {
        let mut found = Vec::new();
        check(&ProjectFacts::of(dossier, NaiveDate::from_ymd_opt(2022, 10, 8).unwrap()), gate, &mut found);
        found
    }

    #[test]
    fn the_floor_to_the_last_fen() {
        assert!(found(&dossier(6_510_001), Gate::G1).is_empty());
        assert!(found(&dossier(6_510_000), Gate::G1).is_empty());
        let below = found(&dossier(6_509_999), Gate::G1);
        assert_eq!(below[0].severity, Severity::E);
        assert_eq!(below[0].params.text("shown"), Some("29.99"));
        assert_eq!(below[0].params.get("kinds"), Some(&crate::finding::Param::List(vec!["供热".to_owned()])));
        assert_eq!(below[0].params.get("short"), Some(&crate::finding::Param::Integer(1)));
        let before = found(&dossier(6_500_000), Gate::G0);
        assert!(before[0].is_announcement() && before[0].params.text("shown") == Some("29.97"));
    }

    #[test]
    fn an_agreement_of_every_kind_below_makes_it_a_warning() {
        let mut dossier = dossier(6_500_000);
        let agreement = |reason: &str| OperatorAgreement {
            operator_org: String::new(),
            operator_kind: OperatorKind::Heating,
            signed_on: NaiveDate::from_ymd_opt(2022, 3, 1),
            shortfall_reason: Some(reason.to_owned()),
        };
        dossier.project.operator_agreements = vec![agreement(" ")];
        assert_eq!(found(&dossier, Gate::G1)[0].severity, Severity::E);
        let unsigned = OperatorAgreement { signed_on: None, ..agreement("经营困难") };
        dossier.project.operator_agreements = vec![unsigned];
        assert_eq!(found(&dossier, Gate::G1)[0].severity, Severity::E);
        dossier.project.operator_agreements = vec![agreement("经营困难")];
        let agreed = found(&dossier, Gate::G1);
        assert_eq!((agreed[0].severity, agreed[0].is_announcement()), (Severity::W, false));
        assert!(agreed[0].params.get("kinds").is_none());
    }

    #[test]
    fn without_pipelines_it_does_not_apply() {
        let mut dossier = dossier(0);
        dossier.project_community.lines.retain(|line| line.item == "I16");
        assert!(found(&dossier, Gate::G1).is_empty());
    }
}
