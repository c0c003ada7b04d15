//! A receipt and a payment as a person enters them, and what no rule can read in them.

use crate::{
    acts::{duty::too_long, save_funding::LARGEST_AMOUNT},
    exact::Money,
    finding::Finding,
    model::{Disbursement, Dossier, Receipt, Source},
    policy::{
        funding::{Level, fund},
        parameters::PROGRAMME_YEAR_FROM,
    },
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Money that arrived, as a person enters it. A row that is there already is corrected, which needs a reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReceiptEntry {
    /// Identity, made by whoever enters it.
    pub id: Uuid,
    /// 资金代码
    pub funding: String,
    /// 资金子类
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sub_kind: String,
    /// 级次
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// 出资单位
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub provider: String,
    /// 日期
    pub date: NaiveDate,
    /// 金额, in fen
    pub amount: Money,
    /// 文号
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub doc_no: String,
    /// 凭证
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub voucher: String,
    /// Why a row that is there already is corrected.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// Money that was paid, as a person enters it. A row that is there already is corrected, which needs a reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PaymentEntry {
    /// Identity, made by whoever enters it.
    pub id: Uuid,
    /// 资金代码
    pub funding: String,
    /// 资金子类
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sub_kind: String,
    /// 级次
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// 出资单位
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub provider: String,
    /// 明细编号
    pub line: String,
    /// 日期
    pub date: NaiveDate,
    /// 金额, in fen
    pub amount: Money,
    /// 文号
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub doc_no: String,
    /// 凭证
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub voucher: String,
    /// 收款单位
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub payee: String,
    /// 用途
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub purpose: String,
    /// Why a row that is there already is corrected.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

impl From<&ReceiptEntry> for Receipt {
    fn from(entry: &ReceiptEntry) -> Self {
        Self {
            id: entry.id,
            source: source(&entry.funding, &entry.sub_kind, entry.level, &entry.provider),
            date: entry.date,
            amount: entry.amount,
            doc_no: trimmed(&entry.doc_no),
            voucher: trimmed(&entry.voucher),
        }
    }
}

impl From<&PaymentEntry> for Disbursement {
    fn from(entry: &PaymentEntry) -> Self {
        Self {
            id: entry.id,
            source: source(&entry.funding, &entry.sub_kind, entry.level, &entry.provider),
            line: entry.line.clone(),
            date: entry.date,
            amount: entry.amount,
            doc_no: trimmed(&entry.doc_no),
            voucher: trimmed(&entry.voucher),
            payee: trimmed(&entry.payee),
            purpose: trimmed(&entry.purpose),
        }
    }
}

fn source(funding: &str, sub_kind: &str, level: Option<Level>, provider: &str) -> Source {
    // The provider is compared with that of the commitments, letter by letter.
    Source { funding: funding.to_owned(), sub_kind: sub_kind.to_owned(), level, provider: provider.to_owned() }
}

fn trimmed(text: &str) -> String {
    text.trim().to_owned()
}

/// What a receipt and a payment have in common.
struct Row<'a> {
    id: Uuid,
    source: &'a Source,
    date: NaiveDate,
    amount: Money,
    doc_no: &'a str,
    voucher: &'a str,
}

/// What no rule can read in a receipt; a row with the same identity is the one that it replaces.
pub fn malformed_receipt(dossier: &Dossier, receipt: &Receipt, today: NaiveDate) -> Vec<Finding> {
    let Receipt { id, source, date, amount, doc_no, voucher } = receipt;
    let mut found = malformed(dossier, &Row { id: *id, source, date: *date, amount: *amount, doc_no, voucher }, today);
    let entry = &dossier.project_community;
    if entry.payments.iter().any(|payment| payment.id == *id) {
        found.push(Finding::malformed("id", "repeated_id"));
    }
    let first = entry.receipts.iter().find(|other| {
        other.id != *id && other.source == *source && !voucher.is_empty() && other.voucher.trim() == voucher
    });
    found.extend(first.map(|first| repeated_voucher(voucher, first.date, first.amount)));
    found
}

/// What no rule can read in a payment; a row with the same identity is the one that it replaces. One voucher may pay
/// several lines, a line once.
pub fn malformed_payment(dossier: &Dossier, payment: &Disbursement, today: NaiveDate) -> Vec<Finding> {
    let Disbursement { id, source, line, date, amount, doc_no, voucher, payee, purpose } = payment;
    let mut found = malformed(dossier, &Row { id: *id, source, date: *date, amount: *amount, doc_no, voucher }, today);
    let entry = &dossier.project_community;
    if entry.receipts.iter().any(|receipt| receipt.id == *id) {
        found.push(Finding::malformed("id", "repeated_id"));
    }
    if !entry.lines.iter().any(|known| known.id == *line) {
        found.push(Finding::malformed("line", "unknown_line"));
    }
    found.extend(too_long("payee", payee));
    found.extend(too_long("purpose", purpose));
    let first = entry.payments.iter().find(|other| {
        let same = other.id != *id && other.source == *source && other.line == *line;
        same && !voucher.is_empty() && other.voucher.trim() == voucher
    });
    found.extend(first.map(|first| repeated_voucher(voucher, first.date, first.amount)));
    found
}

fn repeated_voucher(voucher: &str, date: NaiveDate, amount: Money) -> Finding {
    Finding::malformed("voucher", "repeated_voucher")
        .with("voucher", voucher)
        .with("date", date.to_string())
        .with_integer("amount", amount.fen())
}

fn malformed(dossier: &Dossier, row: &Row<'_>, today: NaiveDate) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut say = |field: &'static str, why: &'static str| found.push(Finding::malformed(field, why));
    if row.id.is_nil() {
        say("id", "repeated_id");
    }
    match fund(&row.source.funding) {
        None => say("funding", "unknown_funding"),
        Some(fund) => {
            let sub_kind = row.source.sub_kind.as_str();
            if !sub_kind.is_empty() && !fund.sub_kinds.contains(&sub_kind) {
                say("sub_kind", "unknown_sub_kind");
            }
            if fund.code == "F18" {
                if sub_kind.is_empty() {
                    say("sub_kind", "sub_kind_required");
                }
                if !matches!(row.source.level, Some(Level::Central | Level::Province)) {
                    say("level", "level_required");
                }
            }
        }
    }
    if row.amount <= Money::ZERO {
        say("amount", "not_above_zero");
    } else if row.amount > LARGEST_AMOUNT {
        say("amount", "too_large");
    }
    let programme = &dossier.programme;
    // Aid for the first year may arrive in the year before.
    let first = programme.settings.get(PROGRAMME_YEAR_FROM, today).saturating_sub(1);
    if row.date > today {
        say("date", "day_to_come");
    } else if NaiveDate::from_yo_opt(i32::try_from(first).unwrap_or(i32::MIN), 1).is_some_and(|first| row.date < first)
    {
        say("date", "before_programme");
    }
    if row.doc_no.is_empty() && row.voucher.is_empty() {
        say("doc_no", "paper_required");
    }
    for (field, text) in [("provider", &*row.source.provider), ("doc_no", row.doc_no), ("voucher", row.voucher)] {
        found.extend(too_long(field, text));
    }
    found
}
