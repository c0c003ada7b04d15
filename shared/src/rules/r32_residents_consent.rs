//! # R-32 居民同意 · Residents' consent
//!
//! Clause 4.1 puts the residents' consent before everything else; clauses 3.1e and 5.5b ask a vote for the maintenance fund
//! and for property management. The paper gives no number; article 278 of the civil code does: owners and area each
//! take part with a share of all, and each agree with a share of those who take part. An empty vote is no consent.

mod lacking;
mod needed;

pub(super) use lacking::lacking_in_words;

use needed::{Needed, shown};

use super::{Check, Message, Rule, heading};
use crate::{
    exact::Ratio,
    finding::{Finding, Severity},
    language::Text,
    model::{ConsentRound, Tally},
    policy::parameters::{
        CONSENT_PARTICIPATION_MIN, CONSENT_QUALIFIED_MIN, CONSENT_SIMPLE_ABOVE, CONSENT_SIMPLE_KINDS, Settings,
    },
};
use chrono::NaiveDate;
use serde::Deserialize;

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(32),
    how: &[
        Text::new(
            "参与表决的业主人数和专有面积，分别达到总人数和总面积的规定比例。",
            "Owners and area taking part each reach the set share of all owners and all area.",
        ),
        Text::new(
            "特别事项（改造方案、加装电梯、共有部分用途、续筹维修资金）：同意的人数和面积分别达到参与者的规定比例。",
            "Qualified matters (the plan, lifts, use of common parts, renewal of the fund): owners and area agreeing each reach the set share of those taking part.",
        ),
        Text::new(
            "一般事项（使用维修资金、业委会、物业、管理规约）：同意的人数和面积分别超过参与者的规定比例。",
            "Simple matters (use of the fund, committee, property management, covenant): owners and area agreeing each exceed the set share of those taking part.",
        ),
    ],
    messages: &[
        Message::on(
            "lacking",
            "参与{p}、同意{q}，未达到法定比例（{why}），还差{lacking}",
            "{p} take part and {q} agree, below the legal ratio ({why}); still missing: {lacking}",
        ),
        Message::any(
            "参与{p}、同意{q}，未达到法定比例（{why}）",
            "{p} take part and {q} agree, below the legal ratio ({why})",
        ),
    ],
    remedy: Text::new(
        "请城关镇人民政府和社区继续入户征求意见，补足参与和同意的户数、面积后再登记表决结果。",
        "The town and the neighbourhood go on asking the owners, and record the vote when enough of them, with enough area, take part and agree.",
    ),
    fields: &["why"],
    check: Check::Own,
};

const fn taking_part(tally: Tally) -> Ratio {
    Ratio::new(tally.participating, tally.total)
}

const fn in_favour(tally: Tally) -> Ratio {
    Ratio::new(tally.agreeing, tally.participating)
}

/// A vote of the owners 「表决」.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Round {
    /// What is voted on; what stands on no list of the settings is voted on as a qualified matter.
    pub kind: String,
    /// By owners.
    pub owners: Tally,
    /// By area.
    pub area: Tally,
}

impl From<&ConsentRound> for Round {
    fn from(round: &ConsentRound) -> Self {
        Self { kind: round.kind.clone(), owners: round.owners, area: round.area }
    }
}

/// Whether a vote has ended with consent, by the settings of its last day.
pub fn is_consent(round: &ConsentRound, settings: &Settings) -> bool {
    round.ended_on.is_some_and(|day| check(&round.into(), settings, day).is_empty())
}

/// Judges a vote by the settings of its day.
pub fn check(round: &Round, settings: &Settings, today: NaiveDate) -> Vec<Finding> {
    let participation = Needed::AtLeast(settings.get(CONSENT_PARTICIPATION_MIN, today));
    let agreement = if settings.get(CONSENT_SIMPLE_KINDS, today).contains(&round.kind) {
        Needed::Above(settings.get(CONSENT_SIMPLE_ABOVE, today))
    } else {
        Needed::AtLeast(settings.get(CONSENT_QUALIFIED_MIN, today))
    };
    let counts = [("owners", round.owners), ("area", round.area)];
    let (mut why, mut lacking) = (Vec::new(), Vec::new());
    let mut judge = |name: String, met: bool, lacks: i64| {
        if !met {
            if lacks > 0 {
                lacking.push(format!("{name}={lacks}"));
            }
            why.push(name);
        }
    };
    let least = |tally: Tally| participation.least_of(tally.total);
    for (who, tally) in counts {
        let lacks = least(tally).saturating_sub(tally.participating);
        judge(format!("{who}_participation"), participation.is_met_by(taking_part(tally)), lacks);
    }
    for (who, tally) in counts {
        // Whoever must still take part is counted in: so many have to agree in the end.
        let in_the_end = agreement.least_of(tally.participating.max(least(tally)));
        let lacks = in_the_end.saturating_sub(tally.agreeing);
        judge(format!("{who}_agreement"), agreement.is_met_by(in_favour(tally)), lacks);
    }
    if why.is_empty() {
        return Vec::new();
    }
    let finding = Finding::new(RULE.id(), Severity::E, "")
        .with("p", shown(counts.map(|(_, tally)| taking_part(tally)), participation))
        .with("q", shown(counts.map(|(_, tally)| in_favour(tally)), agreement))
        .with_list("why", why);
    vec![if lacking.is_empty() { finding } else { finding.with_list("lacking", lacking) }]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        finding::Param,
        language::Language,
        rules::{message, remedy},
    };

    fn judged(kind: &str, owners: [i64; 3], area: [i64; 3]) -> Vec<Finding> {
        let tally = |[total, participating, agreeing]: [i64; 3]| Tally { total, participating, agreeing };
        let round = Round { kind: kind.to_owned(), owners: tally(owners), area: tally(area) };
        check(&round, &Settings::default(), NaiveDate::from_ymd_opt(2022, 10, 8).unwrap())
    }

    fn why(kind: &str, owners: [i64; 3], area: [i64; 3]) -> Vec<String> {
        match judged(kind, owners, area).first().and_then(|finding| finding.params.get("why").cloned()) {
            Some(Param::List(list)) => list,
            _ => Vec::new(),
        }
    }

    #[test]
    fn qualified_and_simple_matters_at_their_edges() {
        let good = [300, 200, 200];
        assert!(why("加装电梯", [300, 200, 150], good).is_empty());
        assert_eq!(why("加装电梯", [300, 200, 149], good), ["owners_agreement"]);
        assert_eq!(why("加装电梯", good, [300, 199, 199]), ["area_participation"]);
        assert!(why("物业", [300, 200, 101], good).is_empty());
        assert_eq!(why("物业", [300, 200, 100], good), ["owners_agreement"], "just half is not above it");
        assert_eq!(why("别的事项", [300, 200, 149], good), ["owners_agreement"], "an unknown matter is qualified");
    }

    #[test]
    fn each_of_the_four_shares_alone_at_its_edge() {
        let good = [300, 200, 150];
        for (owners, area, expected) in [
            (good, good, &[][..]),
            ([300, 201, 151], good, &[]),
            (good, [300, 201, 151], &[]),
            ([300, 199, 150], good, &["owners_participation"]),
            (good, [300, 199, 150], &["area_participation"]),
            ([300, 200, 149], good, &["owners_agreement"]),
            (good, [300, 200, 149], &["area_agreement"]),
        ] {
            assert_eq!(why("改造方案", owners, area), expected);
        }
        let more_than_half = [300, 200, 101];
        for (agreeing, passes) in [(99, false), (100, false), (101, true)] {
            assert_eq!(why("物业", [300, 200, agreeing], more_than_half).is_empty(), passes);
            assert_eq!(why("物业", more_than_half, [300, 200, agreeing]).is_empty(), passes);
        }
    }

    #[test]
    fn an_empty_vote_is_no_consent() {
        let all = ["owners_participation", "area_participation", "owners_agreement", "area_agreement"];
        assert_eq!(why("业委会", [0; 3], [0; 3]), all);
        assert_eq!(why("改造方案", [48, 0, 0], [432_000, 0, 0]), all);
        let nobody = judged("业委会", [0; 3], [0; 3]);
        assert!(message(&nobody[0], Language::Zh).starts_with("参与—、同意—，"));
    }

    #[test]
    fn what_is_missing_is_said_to_the_last_household_and_square_metre() {
        let found = judged("改造方案", [312, 196, 140], [2_864_000, 1_826_334, 1_826_334]);
        assert_eq!(
            message(&found[0], Language::Zh),
            "参与62.82%、同意71.43%，未达到法定比例（参与表决人数不足、参与表决面积不足、同意人数不足），\
             还差参与12户和830.00㎡，同意16户"
        );
        assert_eq!(
            message(&found[0], Language::En),
            "62.82% take part and 71.43% agree, below the legal ratio (too few owners take part, too little area takes \
             part, too few owners agree); still missing: 12 households and 830.00 ㎡ taking part, 16 households in favour"
        );
        assert!(!remedy(&found[0], Language::En).is_empty());
        let enough = judged("改造方案", [312, 208, 156], [2_864_000, 1_909_334, 1_826_334]);
        assert!(enough.is_empty());
        let close = judged("改造方案", [3_120_000, 2_079_999, 2_079_999], [3, 2, 2]);
        assert_eq!(close[0].params.text("p"), Some("66.66%"), "never shown as reached");
    }
}
