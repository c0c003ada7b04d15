//! Receipts and payments that rows bring or change, judged as if they were entered by the form, one after the other.
//!
//! The whole validator, which stops a payment at its gate, isn't asked: a file tells what was paid, and the sheets don't hold
//! all that the gate reads. What stands against the next payment is counted with the plan.

use super::{
    Pass, RowOf,
    judged::{Said, as_a_whole},
    world::List,
};
use crate::{
    acts::{are_too_many, earmarked_findings, malformed_payment, malformed_receipt, uncovered},
    finding::{Finding, Param, Severity},
    model::{Dossier, ProjectCommunity},
    workbook::Sheet,
};

impl Pass<'_, '_> {
    /// What the acts on receipts and payments say of those of a project community.
    pub(super) fn of_money(&self, place: usize, dossier: &Dossier) -> Vec<Said> {
        let mut said = Vec::new();
        let Some(entry) = self.world.entries.get(place).filter(|entry| entry.slot.is_touched()) else { return said };
        let none = ProjectCommunity::default();
        let before = entry.slot.before().unwrap_or(&none);
        let now = &dossier.project_community;
        let receipts = self.changed(List::Receipts, place, &before.receipts, &now.receipts);
        let payments = self.changed(List::Payments, place, &before.payments, &now.payments);
        if receipts.is_empty() && payments.is_empty() {
            return said;
        }
        if are_too_many(&receipts) || are_too_many(&payments) {
            let rows = receipts.iter().map(|one| one.0).chain(payments.iter().map(|one| one.0));
            return as_a_whole(rows, Finding::malformed("", "too_many_rows"));
        }
        let mut stands = dossier.clone();
        stands.project_community.receipts.clone_from(&before.receipts);
        stands.project_community.payments.clone_from(&before.payments);
        let code = self.code_of(place).unwrap_or_default();
        let mut is_settled = self.world.is_settled(code, &[Sheet::Funding, Sheet::Flows]);
        for (row, receipt) in &receipts {
            let found = malformed_receipt(&stands, receipt, self.today);
            if found.is_empty() {
                put(&mut stands.project_community.receipts, (*receipt).clone(), |one| one.id);
            } else {
                is_settled = false;
                said.extend(found.into_iter().map(|finding| (*row, Some((finding.path.clone(), finding)))));
            }
        }
        for (row, payment) in &payments {
            let malformed = malformed_payment(&stands, payment, self.today);
            let is_malformed = !malformed.is_empty();
            let found = if is_malformed { malformed } else { stops(earmarked_findings(&stands, payment, self.today)) };
            if found.is_empty() {
                put(&mut stands.project_community.payments, (*payment).clone(), |one| one.id);
            }
            said.extend(found.into_iter().map(|finding| (*row, told(finding, is_malformed || is_settled))));
        }
        for (row, receipt) in &receipts {
            let found = uncovered(before, &stands.project_community, &receipt.source, dossier, self.today);
            said.extend(stops(found).into_iter().map(|finding| (*row, told(finding, is_settled))));
        }
        said
    }

    /// The rows of a list that the file brings or changes. What was there before keeps its place.
    fn changed<'o, T: PartialEq>(&self, list: List, place: usize, before: &[T], now: &'o [T]) -> Vec<(RowOf, &'o T)> {
        let differs = |(index, one): &(usize, &T)| before.get(*index) != Some(*one);
        let changed = now.iter().enumerate().filter(differs);
        changed.filter_map(|(index, one)| Some((*self.world.origins.get(&(list, place, index))?, one))).collect()
    }
}

fn stops(mut found: Vec<Finding>) -> Vec<Finding> {
    found.retain(|finding| finding.severity == Severity::E);
    found
}

/// A finding with its field; a row that may break R-25 only because another one has a fault waits for that.
fn told(finding: Finding, is_its_own: bool) -> Option<(String, Finding)> {
    is_its_own.then(|| (field(&finding), finding))
}

/// The field that a finding speaks of: R-25 speaks of the payment as a whole, and says what of it is broken.
fn field(finding: &Finding) -> String {
    let why = match finding.params.get("why") {
        Some(Param::List(why)) if finding.path.is_empty() => why.as_slice(),
        _ => return finding.path.clone(),
    };
    match why.first().map(String::as_str) {
        Some(field @ ("line" | "purpose")) => field.to_owned(),
        _ => "amount".to_owned(),
    }
}

/// Puts a row into the place of the one with its identity, else at the end.
fn put<T>(list: &mut Vec<T>, row: T, id: impl Fn(&T) -> uuid::Uuid) {
    match list.iter_mut().find(|known| id(known) == id(&row)) {
        Some(known) => *known = row,
        None => list.push(row),
    }
}
