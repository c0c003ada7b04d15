//! Entering what was paid from a source for a line (资金支付, gate G3), or correcting it with a reason.

use super::{
    Act, Decision,
    money::{PaymentEntry, malformed_payment, note_correction, payment_findings, reason_of},
};
use crate::{
    finding::{Finding, Severity},
    language::Text,
    model::{Disbursement, Dossier, MoneyCorrection, ProjectCommunity},
};
use chrono::NaiveDate;

/// 登记资金支付
#[derive(Clone, Copy, Debug)]
pub struct SavePayment;

impl Act for SavePayment {
    const NAME: &'static str = "save_payment";
    const TITLE: Text = Text::new("登记资金支付", "Enter a payment");
    type Request = PaymentEntry;
    type Facts = Dossier;
    type Changes = ProjectCommunity;

    fn decide(
        facts: &Dossier,
        request: &PaymentEntry,
        today: NaiveDate,
    ) -> Result<Decision<ProjectCommunity>, Vec<Finding>> {
        let entry = &facts.project_community;
        let payment = Disbursement::from(request);
        let is_correction = entry.payments.iter().any(|known| known.id == payment.id);
        let mut stops = malformed_payment(facts, &payment, today);
        stops.extend(reason_of(is_correction, &request.reason));
        if !stops.is_empty() {
            return Err(stops);
        }
        let found = payment_findings(facts, &payment, today);
        if found.iter().any(|finding| finding.severity == Severity::E) {
            return Err(found);
        }
        let mut after = entry.clone();
        match after.payments.iter_mut().find(|known| known.id == payment.id) {
            None => after.payments.push(payment),
            Some(known) => {
                let was = std::mem::replace(known, payment);
                let note = MoneyCorrection { id: was.id, payment: Some(was), ..MoneyCorrection::default() };
                note_correction(&mut after, note, &request.reason, today);
            }
        }
        Ok(Decision { changes: after, warnings: found })
    }
}
