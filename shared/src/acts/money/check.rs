//! What the rules say of a receipt or a payment while it is typed and when it is stored.

use crate::{
    facts::ProjectFacts,
    finding::{Finding, Gate, Severity},
    model::{Disbursement, Dossier, ProjectCommunity, Receipt, Source},
    rules::{self, r25_earmarked_use},
};
use chrono::NaiveDate;

/// The rules of the whole validator that speak of money that arrives.
const OF_RECEIPTS: [&str; 2] = ["R-23", "R-28"];

/// What will stop the next payment when this receipt stands: it is stored all the same, for it is a fact.
pub fn receipt_findings(dossier: &Dossier, receipt: &Receipt, today: NaiveDate) -> Vec<Finding> {
    let after = with_receipt(&dossier.project_community, receipt);
    let mut found = at_payment(dossier, &after, today);
    found.retain(|finding| OF_RECEIPTS.contains(&&*finding.rule));
    found.extend(r25_earmarked_use::check_receipts(&after, &receipt.source, Gate::G3));
    found.sort_by(Finding::order);
    found
}

/// What the rules say of a payment (gate G3): R-25 of the payment, and the whole validator of the community, so that open
/// findings and 手续补办 stop it. A correction that pays no more, nor anything else, is asked for its purpose alone.
pub fn payment_findings(dossier: &Dossier, payment: &Disbursement, today: NaiveDate) -> Vec<Finding> {
    let mut found = earmarked_findings(dossier, payment, today);
    let entry = &dossier.project_community;
    if pays_no_more(entry, payment) {
        return found;
    }
    let mut after = without_payment(entry, payment);
    after.payments.push(payment.clone());
    found.extend(at_payment(dossier, &after, today));
    found.sort_by(Finding::order);
    found
}

/// What R-25 says of a payment: [`payment_findings`] without the whole validator, for payments of which a file tells that they
/// were made.
pub(crate) fn earmarked_findings(dossier: &Dossier, payment: &Disbursement, today: NaiveDate) -> Vec<Finding> {
    let entry = &dossier.project_community;
    let others = without_payment(entry, payment);
    let judged =
        r25_earmarked_use::Payment::of(&others, &payment.source, &payment.line, payment.amount, &payment.purpose);
    let judged = match pays_no_more(entry, payment) {
        false => judged,
        true => r25_earmarked_use::Payment {
            line_is_committed: true,
            received: judged.received.max(judged.paid_after),
            committed: judged.received.max(judged.paid_after),
            ..judged
        },
    };
    r25_earmarked_use::check(&judged, Gate::G3, &dossier.programme.settings, today)
}

/// Whether it corrects a payment to no more than it was, from and for the same.
fn pays_no_more(entry: &ProjectCommunity, payment: &Disbursement) -> bool {
    let was = entry.payments.iter().find(|known| known.id == payment.id);
    was.is_some_and(|was| was.source == payment.source && was.line == payment.line && payment.amount <= was.amount)
}

/// What the whole validator says at the payment of the community as it would stand.
fn at_payment(dossier: &Dossier, after: &ProjectCommunity, today: NaiveDate) -> Vec<Finding> {
    let mut view = ProjectFacts::of(dossier, today);
    view.entry = after;
    rules::gate_findings(&view, Gate::G3)
}

/// The payments of a source that what has arrived no longer covers, because less of it has arrived than was thought.
pub(crate) fn uncovered(
    before: &ProjectCommunity,
    after: &ProjectCommunity,
    source: &Source,
    dossier: &Dossier,
    today: NaiveDate,
) -> Vec<Finding> {
    if after.received_from(source) >= before.received_from(source) {
        return Vec::new();
    }
    let paid = after.paid_from(source);
    let judged = r25_earmarked_use::Payment {
        line_is_committed: true,
        committed: after.received_from(source).max(before.received_from(source)),
        received: after.received_from(source),
        paid_after: paid,
        purpose: "",
    };
    let found = r25_earmarked_use::check(&judged, Gate::G3, &dossier.programme.settings, today);
    found.into_iter().filter(|finding| finding.severity == Severity::E).collect()
}

/// The community with a receipt, in the place of the row with its identity.
pub(in crate::acts) fn with_receipt(entry: &ProjectCommunity, receipt: &Receipt) -> ProjectCommunity {
    let mut after = entry.clone();
    match after.receipts.iter_mut().find(|known| known.id == receipt.id) {
        Some(known) => known.clone_from(receipt),
        None => after.receipts.push(receipt.clone()),
    }
    after
}

fn without_payment(entry: &ProjectCommunity, payment: &Disbursement) -> ProjectCommunity {
    let mut others = entry.clone();
    others.payments.retain(|known| known.id != payment.id);
    others
}
