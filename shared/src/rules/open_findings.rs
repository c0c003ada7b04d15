//! 据实登记 and 手续补办 (section 1, Principle): what happened on site can always be recorded; what a rule had against it
//! stays open and keeps stopping payment and completion, until its rule passes or the office closes it. From then on it
//! is a warning.

use crate::{
    finding::{Finding, Gate, Severity},
    model::{Closure, FactRecord, OpenFinding},
};
use chrono::NaiveDate;

/// Records a fact at a gate that refused it, with everything that stopped it as open findings.
///
/// # Errors
/// Malformed: another gate than G1 or G2, a day to come, or no reason, document or person.
pub fn record_fact(
    gate: Gate,
    found: &[Finding],
    fact: (NaiveDate, &str, &str),
    mended_by: (&str, NaiveDate),
    today: NaiveDate,
) -> Result<FactRecord, Vec<Finding>> {
    let ((date, reason, doc), (person, due)) = (fact, mended_by);
    let mut stops = missing(&[("reason", reason), ("doc", doc), ("person", person)]);
    if !matches!(gate, Gate::G1 | Gate::G2) {
        stops.push(Finding::malformed("gate", "no_fact_at_this_gate"));
    }
    if date > today {
        stops.push(Finding::malformed("date", "day_to_come"));
    }
    if !stops.is_empty() {
        return Err(stops);
    }
    let open = found.iter().filter(|finding| finding.severity == Severity::E);
    let open_findings = open
        .map(|finding| OpenFinding { finding: finding.clone(), person: person.to_owned(), due, closed: None })
        .collect();
    Ok(FactRecord { gate, date, reason: reason.to_owned(), doc: doc.to_owned(), open_findings })
}

/// Closes an open finding that can't be mended, such as a permit that is dated after the start.
///
/// # Errors
/// Malformed: no reason or no document.
pub fn close(open: &mut OpenFinding, on: NaiveDate, reason: &str, doc: &str) -> Result<(), Vec<Finding>> {
    let stops = missing(&[("reason", reason), ("doc", doc)]);
    if !stops.is_empty() {
        return Err(stops);
    }
    open.closed = Some(Closure { on, reason: reason.to_owned(), doc: doc.to_owned() });
    Ok(())
}

fn missing(texts: &[(&str, &str)]) -> Vec<Finding> {
    let blank = texts.iter().filter(|(_, text)| text.trim().is_empty());
    blank.map(|(path, _)| Finding::malformed(*path, "missing_field")).collect()
}

/// What was closed stops nothing any more; it is a warning from then on.
pub(super) fn soften(found: &mut [Finding], records: &[FactRecord]) {
    for finding in found.iter_mut().filter(|finding| finding.severity == Severity::E) {
        if of_records(records).any(|open| open.closed.is_some() && is_same(&open.finding, finding)) {
            finding.severity = Severity::W;
            finding.stops_from = None;
        }
    }
}

/// What is still open of what was recorded: neither closed, nor does its rule pass by now.
pub fn still_open<'a>(records: &'a [FactRecord], found: &[Finding]) -> Vec<&'a OpenFinding> {
    let is_there = |open: &&OpenFinding| found.iter().any(|finding| is_same(&open.finding, finding));
    of_records(records).filter(|open| open.closed.is_none()).filter(is_there).collect()
}

fn of_records(records: &[FactRecord]) -> impl Iterator<Item = &OpenFinding> {
    records.iter().flat_map(|record| &record.open_findings)
}

/// The same fault of the same thing, whatever its figures are by now.
fn is_same(a: &Finding, b: &Finding) -> bool {
    let kind = |finding: &Finding| {
        ["why", "field", "class", "line", "building", "item"].map(|name| finding.params.get(name).cloned())
    };
    a.rule == b.rule && a.path == b.path && kind(a) == kind(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{facts::ProjectFacts, model::Dossier, policy::approvals::Step, rules::check, sample};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// The first sample, whose permit is dated after its start.
    fn begun_too_early() -> Dossier {
        let mut dossier = sample::programme().dossiers[0].clone();
        for step in dossier.project.steps.iter_mut().filter(|step| step.step == Step::S07) {
            step.date = Some(day("2022-04-15"));
        }
        dossier
    }

    fn stops(dossier: &Dossier, gate: Gate) -> Vec<Finding> {
        let found = check(&ProjectFacts::of(dossier, day("2022-10-08")), gate);
        found.into_iter().filter(|finding| finding.severity == Severity::E).collect()
    }

    #[test]
    fn a_recorded_fact_stops_payment_and_completion_until_it_is_closed() {
        let mut dossier = begun_too_early();
        let found = stops(&dossier, Gate::G2);
        assert!(found.iter().any(|finding| finding.rule == "R-38"));
        let fact = (day("2022-04-10"), "已开工", "停工通知书");
        let record = record_fact(Gate::G2, &found, fact, ("项目经理", day("2022-05-10")), day("2022-04-20")).unwrap();
        assert_eq!(record.open_findings.len(), found.len());
        dossier.project_community.fact_records.push(record);
        for gate in [Gate::G3, Gate::G4] {
            assert!(stops(&dossier, gate).iter().any(|finding| finding.rule == "R-38"), "{gate:?}");
        }
        let records = dossier.project_community.fact_records.clone();
        assert_eq!(still_open(&records, &stops(&dossier, Gate::G3)).len(), found.len());

        let open = &mut dossier.project_community.fact_records[0].open_findings;
        let late = open.iter_mut().find(|open| open.finding.rule == "R-38").unwrap();
        assert!(close(late, day("2022-06-01"), " ", "").is_err(), "it takes a reason and a document");
        close(late, day("2022-06-01"), "许可证日期晚于开工，无法补正", "县住建局说明").unwrap();
        for gate in [Gate::G2, Gate::G3, Gate::G4] {
            assert!(stops(&dossier, gate).iter().all(|finding| finding.rule != "R-38"), "{gate:?}");
        }
        let warned = check(&ProjectFacts::of(&dossier, day("2022-10-08")), Gate::G3);
        assert!(warned.iter().any(|finding| finding.rule == "R-38" && finding.severity == Severity::W));
    }

    #[test]
    fn what_is_mended_is_open_no_more() {
        let mut dossier = begun_too_early();
        let fact = (day("2022-04-10"), "已开工", "停工通知书");
        let found = stops(&dossier, Gate::G2);
        let record = record_fact(Gate::G2, &found, fact, ("项目经理", day("2022-05-10")), day("2022-04-20")).unwrap();
        dossier.project = sample::programme().dossiers[0].project.clone();
        let now = stops(&dossier, Gate::G3);
        assert!(still_open(&[record], &now).iter().all(|open| open.finding.rule != "R-38"));
    }

    #[test]
    fn only_two_gates_have_this_way() {
        let fact = (day("2022-04-10"), "已付款", "凭证");
        for gate in [Gate::G0, Gate::G3, Gate::G4] {
            assert!(record_fact(gate, &[], fact, ("甲岗", day("2022-05-10")), day("2022-04-20")).is_err());
        }
        let early = record_fact(Gate::G2, &[], fact, ("甲岗", day("2022-05-10")), day("2022-04-09"));
        assert_eq!(early.unwrap_err()[0].path, "date");
        let blank =
            record_fact(Gate::G1, &[], (day("2022-04-10"), "", " "), ("", day("2022-05-10")), day("2022-05-01"));
        assert_eq!(blank.unwrap_err().len(), 3);
    }
}
