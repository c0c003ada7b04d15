//! Taking back a receipt or a payment that never was (撤销到位、支付). The row stays among the corrections, with the reason.

use super::{
    Act, Decision,
    money::{note_correction, reason_of, uncovered},
};
use crate::{
    finding::Finding,
    language::Text,
    model::{Dossier, MoneyCorrection, ProjectCommunity},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// 撤销到位、支付登记
#[derive(Clone, Copy, Debug)]
pub struct TakeBackMoney;

/// Which row is taken back, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct MoneyTakenBack {
    /// Identity of the receipt or payment.
    pub id: Uuid,
    /// Why it was wrong.
    pub reason: String,
}

impl Act for TakeBackMoney {
    const NAME: &'static str = "take_back_money";
    const TITLE: Text = Text::new("撤销到位或支付登记", "Take back a receipt or payment");
    type Request = MoneyTakenBack;
    type Facts = Dossier;
    type Changes = ProjectCommunity;

    fn decide(
        facts: &Dossier,
        request: &MoneyTakenBack,
        today: NaiveDate,
    ) -> Result<Decision<ProjectCommunity>, Vec<Finding>> {
        let entry = &facts.project_community;
        let receipt = entry.receipts.iter().find(|known| known.id == request.id);
        let payment = entry.payments.iter().find(|known| known.id == request.id);
        let mut stops = reason_of(true, &request.reason);
        if receipt.is_none() && payment.is_none() {
            stops.insert(0, Finding::malformed("id", "unknown_money"));
        }
        if !stops.is_empty() {
            return Err(stops);
        }
        let mut after = entry.clone();
        after.receipts.retain(|known| known.id != request.id);
        after.payments.retain(|known| known.id != request.id);
        if let Some(receipt) = receipt {
            let stops = uncovered(entry, &after, &receipt.source, facts, today);
            if !stops.is_empty() {
                return Err(stops);
            }
        }
        let note = MoneyCorrection {
            id: request.id,
            receipt: receipt.cloned(),
            payment: payment.cloned(),
            ..Default::default()
        };
        note_correction(&mut after, note, &request.reason, today);
        Ok(Decision { changes: after, warnings: Vec::new() })
    }
}
