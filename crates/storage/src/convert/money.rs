//! Commitments, receipts and payments.

use super::{day, flag, from_json, json, place, read, read_optional};
use crate::{
    StorageError,
    entities::{commitment, payment, receipt},
};
use anju_domain::{
    exact::Money,
    model::{Disbursement, FundingCommitment, Receipt, Source},
    policy::funding::Level,
};
use uuid::Uuid;

fn level_code(level: Option<Level>) -> Option<String> {
    level.map(|level| level.code().to_owned())
}

/// A commitment's row.
pub(super) fn commitment_row(
    programme: Uuid,
    owner: Uuid,
    at: usize,
    commitment: &FundingCommitment,
) -> Result<commitment::Model, StorageError> {
    Ok(commitment::Model {
        id: commitment.id,
        project_community: owner,
        position: place(at),
        programme,
        line: commitment.line.clone(),
        funding: commitment.funding.clone(),
        sub_kind: commitment.sub_kind.clone(),
        level: level_code(commitment.level),
        provider: commitment.provider.clone(),
        operator_kind: commitment.operator_kind.map(|kind| kind.code().to_owned()),
        allowed_items: json(&commitment.allowed_items)?,
        amount: commitment.amount.fen(),
        in_kind: i64::from(commitment.in_kind),
        valuation_basis: commitment.valuation_basis.clone(),
        doc: commitment.doc.clone(),
        status: commitment.status.code().to_owned(),
    })
}

/// The commitment of a row.
pub(crate) fn commitment_of(row: commitment::Model) -> Result<FundingCommitment, StorageError> {
    Ok(FundingCommitment {
        id: row.id,
        line: row.line,
        funding: row.funding,
        sub_kind: row.sub_kind,
        level: read_optional("commitment.level", row.level.as_deref())?,
        provider: row.provider,
        operator_kind: read_optional("commitment.operator_kind", row.operator_kind.as_deref())?,
        allowed_items: from_json("commitment.allowed_items", &row.allowed_items)?,
        amount: Money::from_fen(row.amount),
        in_kind: flag("commitment.in_kind", row.in_kind)?,
        valuation_basis: row.valuation_basis,
        doc: row.doc,
        status: read("commitment.status", &row.status)?,
    })
}

/// A receipt's row.
pub(super) fn receipt_row(programme: Uuid, owner: Uuid, at: usize, receipt: &Receipt) -> receipt::Model {
    receipt::Model {
        id: receipt.id,
        project_community: owner,
        position: place(at),
        programme,
        funding: receipt.source.funding.clone(),
        sub_kind: receipt.source.sub_kind.clone(),
        level: level_code(receipt.source.level),
        provider: receipt.source.provider.clone(),
        date: day(receipt.date),
        amount: receipt.amount.fen(),
        doc_no: receipt.doc_no.clone(),
        voucher: receipt.voucher.clone(),
    }
}

/// The receipt of a row.
pub(crate) fn receipt_of(row: receipt::Model) -> Result<Receipt, StorageError> {
    Ok(Receipt {
        id: row.id,
        source: Source {
            funding: row.funding,
            sub_kind: row.sub_kind,
            level: read_optional("receipt.level", row.level.as_deref())?,
            provider: row.provider,
        },
        date: read("receipt.date", &row.date)?,
        amount: Money::from_fen(row.amount),
        doc_no: row.doc_no,
        voucher: row.voucher,
    })
}

/// A payment's row.
pub(super) fn payment_row(programme: Uuid, owner: Uuid, at: usize, payment: &Disbursement) -> payment::Model {
    payment::Model {
        id: payment.id,
        project_community: owner,
        position: place(at),
        programme,
        funding: payment.source.funding.clone(),
        sub_kind: payment.source.sub_kind.clone(),
        level: level_code(payment.source.level),
        provider: payment.source.provider.clone(),
        line: payment.line.clone(),
        date: day(payment.date),
        amount: payment.amount.fen(),
        doc_no: payment.doc_no.clone(),
        voucher: payment.voucher.clone(),
        payee: payment.payee.clone(),
        purpose: payment.purpose.clone(),
    }
}

/// The payment of a row.
pub(crate) fn payment_of(row: payment::Model) -> Result<Disbursement, StorageError> {
    Ok(Disbursement {
        id: row.id,
        source: Source {
            funding: row.funding,
            sub_kind: row.sub_kind,
            level: read_optional("payment.level", row.level.as_deref())?,
            provider: row.provider,
        },
        line: row.line,
        date: read("payment.date", &row.date)?,
        amount: Money::from_fen(row.amount),
        doc_no: row.doc_no,
        voucher: row.voucher,
        payee: row.payee,
        purpose: row.purpose,
    })
}
