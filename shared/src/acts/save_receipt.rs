//! Entering what has arrived from a source (资金到位), or correcting it with a reason.

use super::{
    Act, Decision,
    money::{ReceiptEntry, malformed_receipt, note_correction, reason_of, receipt_findings, uncovered, with_receipt},
};
use crate::{
    finding::Finding,
    language::Text,
    model::{Dossier, MoneyCorrection, ProjectCommunity, Receipt},
};
use chrono::NaiveDate;

/// 登记资金到位
#[derive(Clone, Copy, Debug)]
pub struct SaveReceipt;

impl Act for SaveReceipt {
    const NAME: &'static str = "save_receipt";
    const TITLE: Text = Text::new("登记资金到位", "Enter a receipt");
    type Request = ReceiptEntry;
    type Facts = Dossier;
    type Changes = ProjectCommunity;

    fn decide(
        facts: &Dossier,
        request: &ReceiptEntry,
        today: NaiveDate,
    ) -> Result<Decision<ProjectCommunity>, Vec<Finding>> {
        let entry = &facts.project_community;
        let receipt = Receipt::from(request);
        let was = entry.receipts.iter().find(|known| known.id == receipt.id);
        let mut stops = malformed_receipt(facts, &receipt, today);
        stops.extend(reason_of(was.is_some(), &request.reason));
        if !stops.is_empty() {
            return Err(stops);
        }
        let mut after = with_receipt(entry, &receipt);
        if let Some(was) = was {
            let stops = uncovered(entry, &after, &was.source, facts, today);
            if !stops.is_empty() {
                return Err(stops);
            }
            let note = MoneyCorrection { id: was.id, receipt: Some(was.clone()), ..MoneyCorrection::default() };
            note_correction(&mut after, note, &request.reason, today);
        }
        Ok(Decision { changes: after, warnings: receipt_findings(facts, &receipt, today) })
    }
}
