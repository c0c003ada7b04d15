//! Closing 手续补办 that can't be mended, such as a permit that is dated after the start: by the office, with reason and
//! document. From then on it is a warning (section 1, Principle).

use super::{Act, Decision, stage_change::text_faults};
use crate::{
    facts::ProjectFacts,
    finding::{Finding, Gate},
    language::Text,
    model::{Dossier, OpenFinding, ProjectCommunity},
    rules::{
        check,
        open_findings::{close, still_open},
    },
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Closing what a recorded fact left open.
#[derive(Clone, Copy, Debug)]
pub struct CloseOpenFinding;

/// Which finding is closed, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ClosureEntry {
    /// The recorded fact: its place, from 0.
    pub record: usize,
    /// What it left open: its place, from 0.
    pub finding: usize,
    /// 办结原因
    pub reason: String,
    /// 依据文件
    pub doc: String,
}

/// What recorded facts have left open, each with its place: neither closed, nor does its rule pass by now.
pub fn open_findings_of(dossier: &Dossier, today: NaiveDate) -> Vec<(usize, usize, &OpenFinding)> {
    let records = &dossier.project_community.fact_records;
    if records.is_empty() {
        return Vec::new();
    }
    let found = check(&ProjectFacts::of(dossier, today), Gate::G4);
    let open = still_open(records, &found);
    let placed = records.iter().enumerate().flat_map(|(record, fact)| {
        fact.open_findings.iter().enumerate().map(move |(finding, one)| (record, finding, one))
    });
    placed.filter(|(_, _, one)| open.iter().any(|open| std::ptr::eq(*open, *one))).collect()
}

impl Act for CloseOpenFinding {
    const NAME: &'static str = "close_open_finding";
    const TITLE: Text = Text::new("办结手续补办", "Close what was to be mended");
    type Request = ClosureEntry;
    type Facts = Dossier;
    type Changes = ProjectCommunity;

    fn decide(
        facts: &Dossier,
        request: &ClosureEntry,
        today: NaiveDate,
    ) -> Result<Decision<ProjectCommunity>, Vec<Finding>> {
        let malformed = text_faults(&[("reason", &request.reason), ("doc", &request.doc)]);
        if !malformed.is_empty() {
            return Err(malformed);
        }
        let mut changes = facts.project_community.clone();
        let open = changes
            .fact_records
            .get_mut(request.record)
            .and_then(|record| record.open_findings.get_mut(request.finding))
            .ok_or_else(|| vec![Finding::malformed("finding", "unknown_finding")])?;
        if open.closed.is_some() {
            return Err(vec![Finding::malformed("finding", "already_closed")]);
        }
        let still = open_findings_of(facts, today);
        if !still.iter().any(|(record, finding, _)| (*record, *finding) == (request.record, request.finding)) {
            return Err(vec![Finding::malformed("finding", "already_mended")]);
        }
        close(open, today, request.reason.trim(), request.doc.trim())?;
        Ok(Decision { changes, warnings: Vec::new() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        acts::{FactEntry, RecordFact},
        finding::Severity,
        sample,
    };

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn today() -> NaiveDate {
        day("2022-10-08")
    }

    /// The third sample, whose works were recorded as begun.
    fn begun() -> Dossier {
        let dossiers = sample::programme().dossiers;
        let dossier = dossiers.into_iter().find(|dossier| dossier.community.code == "GT-0003").unwrap();
        let fact = FactEntry {
            gate: Gate::G2,
            date: day("2022-10-06"),
            reason: "已进场施工".to_owned(),
            doc: "样例〔2022〕7号".to_owned(),
            person: "项目经理".to_owned(),
            due: day("2022-11-08"),
            new_plan: None,
        };
        let project_community = RecordFact::decide(&dossier, &fact, today()).unwrap().changes.project_community;
        Dossier { project_community, ..dossier }
    }

    fn closing(finding: usize, reason: &str) -> ClosureEntry {
        ClosureEntry { record: 0, finding, reason: reason.to_owned(), doc: "县住建局说明".to_owned() }
    }

    fn why(dossier: &Dossier, entry: &ClosureEntry) -> Option<String> {
        let found = CloseOpenFinding::decide(dossier, entry, today()).err()?;
        found[0].params.text("why").map(str::to_owned)
    }

    #[test]
    fn what_is_closed_stops_nothing_more_and_is_closed_once() {
        let dossier = begun();
        let open = open_findings_of(&dossier, today());
        let (record, finding, _) = *open.iter().find(|(_, _, open)| open.finding.rule == "R-38").unwrap();
        assert_eq!(record, 0);
        assert_eq!(why(&dossier, &closing(finding, " ")).as_deref(), Some("missing_field"));
        let done = CloseOpenFinding::decide(&dossier, &closing(finding, "无法补正"), today()).unwrap().changes;
        let after = Dossier { project_community: done, ..dossier.clone() };
        assert_eq!(open_findings_of(&after, today()).len(), open.len() - 1);
        let path = &open.iter().find(|(_, at, _)| *at == finding).unwrap().2.finding.path;
        let stops = |dossier: &Dossier| {
            let found = check(&ProjectFacts::of(dossier, today()), Gate::G4);
            found.iter().any(|one| one.rule == "R-38" && one.path == *path && one.severity == Severity::E)
        };
        assert!(stops(&dossier) && !stops(&after));
        assert_eq!(why(&after, &closing(finding, "再次")).as_deref(), Some("already_closed"));
        assert_eq!(why(&dossier, &closing(99, "没有")).as_deref(), Some("unknown_finding"));
    }

    #[test]
    fn what_was_mended_needs_no_closing() {
        let mut dossier = begun();
        let open = open_findings_of(&dossier, today());
        let (_, finding, _) = *open.iter().find(|(_, _, open)| open.finding.rule == "R-35").unwrap();
        dossier.project.land_paper = Some("已有用地手续".to_owned());
        assert_eq!(why(&dossier, &closing(finding, "无法补正")).as_deref(), Some("already_mended"));
    }
}
