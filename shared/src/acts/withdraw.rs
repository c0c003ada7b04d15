//! 调出: an act of the office. It needs a reason; once the works have started also the paper that adjusts the plan, and the
//! consent of those whom `withdraw_started_consent` names (section 7).

use super::{
    Act, Decision,
    stage_change::{day_faults, judged, text_faults},
};
use crate::{
    finding::Finding,
    language::Text,
    model::{Consenter, Dossier, ProjectCommunity, StageRecord},
    policy::{parameters::WITHDRAW_STARTED_CONSENT, stages::Stage},
    rules::r40_stage_changes::StageChange,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// 调出
#[derive(Clone, Copy, Debug)]
pub struct Withdraw;

/// Takes a project community out of the programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct WithdrawalEntry {
    /// 调出日期
    pub withdrawn_on: NaiveDate,
    /// 调出原因
    pub reason: String,
    /// 计划调整文件
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub doc: String,
    /// Who has consented.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consented_by: Option<Consenter>,
}

impl Act for Withdraw {
    const NAME: &'static str = "withdraw";
    const TITLE: Text = Text::new("调出", "Take out of the programme");
    type Request = WithdrawalEntry;
    type Facts = Dossier;
    type Changes = ProjectCommunity;

    fn decide(
        facts: &Dossier,
        request: &WithdrawalEntry,
        today: NaiveDate,
    ) -> Result<Decision<ProjectCommunity>, Vec<Finding>> {
        let entry = &facts.project_community;
        let mut malformed = day_faults("withdrawn_on", request.withdrawn_on, entry.actual_start, today);
        malformed.extend(text_faults(&[("reason", &request.reason), ("doc", &request.doc)]));
        if !malformed.is_empty() {
            return Err(malformed);
        }
        // The setting names the posts in words, such as 组长 or 副组长.
        let named = facts.programme.settings.get(WITHDRAW_STARTED_CONSENT, today);
        let may_consent = |who: Consenter| named.split(|c: char| !c.is_alphanumeric()).any(|post| post == who.code());
        let change = StageChange {
            to: Stage::Withdrawn,
            on: Some(request.withdrawn_on),
            reason: &request.reason,
            paper: &request.doc,
            consent: request.consented_by.is_some_and(may_consent),
            is_fact: false,
        };
        let warnings = judged(facts, &change, None, today)?;
        let mut changes =
            ProjectCommunity { stage: Stage::Withdrawn, withdrawn_on: Some(request.withdrawn_on), ..entry.clone() };
        changes.stage_records.push(StageRecord {
            from: entry.stage,
            to: Stage::Withdrawn,
            on: request.withdrawn_on,
            reason: request.reason.trim().to_owned(),
            doc: request.doc.trim().to_owned(),
            consented_by: request.consented_by,
            completed_on: None,
        });
        Ok(Decision { changes, warnings })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{finding::Param, sample};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn dossier(code: &str) -> Dossier {
        sample::programme().dossiers.into_iter().find(|dossier| dossier.community.code == code).unwrap()
    }

    fn entry(reason: &str, doc: &str, consented_by: Option<Consenter>) -> WithdrawalEntry {
        let (reason, doc) = (reason.to_owned(), doc.to_owned());
        WithdrawalEntry { withdrawn_on: day("2022-10-08"), reason, doc, consented_by }
    }

    fn missing(dossier: &Dossier, entry: &WithdrawalEntry) -> Vec<String> {
        let found = Withdraw::decide(dossier, entry, day("2022-10-08")).err().unwrap_or_default();
        match found.first().and_then(|finding| finding.params.get("missing").cloned()) {
            Some(Param::List(list)) => list,
            _ => Vec::new(),
        }
    }

    #[test]
    fn in_reserve_a_reason_is_enough() {
        let reserve = dossier("GT-0003");
        assert_eq!(missing(&reserve, &entry(" ", "", None)), ["reason"]);
        let done = Withdraw::decide(&reserve, &entry("列入征收计划", "", None), day("2022-10-08")).unwrap().changes;
        assert_eq!((done.stage, done.withdrawn_on), (Stage::Withdrawn, Some(day("2022-10-08"))));
        assert_eq!(done.stage_records.len(), 1);
        let gone = Dossier { project_community: done, ..reserve };
        let again = Withdraw::decide(&gone, &entry("再次", "", None), day("2022-10-08")).unwrap_err();
        assert_eq!(again[0].rule, "R-40");
    }

    #[test]
    fn started_works_need_paper_and_consent() {
        let works = dossier("GT-0001");
        assert_eq!(missing(&works, &entry("原因", "", None)), ["plan_adjustment", "leaders_consent"]);
        let by_office = entry("原因", "样例〔2022〕3号", Some(Consenter::OfficeHead));
        assert_eq!(missing(&works, &by_office), ["leaders_consent"], "the head of the office is not who consents");
        for who in [Consenter::Leader, Consenter::DeputyLeader] {
            let given = entry("原因", "样例〔2022〕3号", Some(who));
            assert!(Withdraw::decide(&works, &given, day("2022-10-08")).is_ok(), "{who}");
        }
        let early = WithdrawalEntry { withdrawn_on: day("2022-04-09"), ..by_office };
        let found = Withdraw::decide(&works, &early, day("2022-10-08")).unwrap_err();
        assert_eq!(found[0].params.text("why"), Some("before_start"));
    }
}
