//! Receipts and payments of a sample community, from totals by source: how they are split over dates, providers and lines.

use super::build::{self, day, id, wan};
use crate::{
    exact::Money,
    model::{Disbursement, ProjectCommunity, Receipt, Source},
};

/// What came in and went out of a fund (and sector), in hundredths of 万元.
pub(super) struct Flow {
    pub(super) funding: &'static str,
    pub(super) sub_kind: Option<&'static str>,
    pub(super) received: i64,
    pub(super) paid: i64,
}

/// Enters the flows: of several providers of a fund each has its share by its commitments, rounded down to 0.01 万元, and the
/// last one the rest; one half comes on the first date, rounded down, the rest on the second; payments go to the lines
/// of the source in their order, none above its commitment.
pub(super) fn enter(entry: &mut ProjectCommunity, flows: &[Flow]) {
    for flow in flows {
        let mut sources: Vec<(Source, i64)> = Vec::new();
        for commitment in entry.commitments.iter().filter(|commitment| {
            commitment.funding == flow.funding
                && flow.sub_kind.is_none_or(|sector| commitment.sub_kind.as_deref() == Some(sector))
        }) {
            let amount = hundredths(commitment.amount);
            match sources.iter_mut().find(|(source, _)| *source == commitment.source()) {
                Some((_, sum)) => *sum += amount,
                None => sources.push((commitment.source(), amount)),
            }
        }
        let weights: Vec<i64> = sources.iter().map(|(_, sum)| *sum).collect();
        let received = shares(flow.received, &weights);
        let paid = shares(flow.paid, &weights);
        for ((source, _), (received, paid)) in sources.into_iter().zip(received.into_iter().zip(paid)) {
            receive(entry, &source, received);
            pay(entry, &source, paid);
        }
    }
}

fn hundredths(amount: Money) -> i64 {
    amount.fen() / wan(1).fen()
}

/// Shares of a total by weight, each rounded down, the last one with the rest.
fn shares(total: i64, weights: &[i64]) -> Vec<i64> {
    let all: i64 = weights.iter().sum();
    let mut left = total;
    weights
        .iter()
        .enumerate()
        .map(|(index, weight)| {
            let share = if index + 1 == weights.len() || all == 0 { left } else { total * weight / all };
            left -= share;
            share
        })
        .collect()
}

fn receive(entry: &mut ProjectCommunity, source: &Source, received: i64) {
    let first = received / 2;
    for (amount, date) in [(first, "2022-05-15"), (received - first, "2022-08-15")] {
        let number = entry.receipts.len() + 1;
        if let Some(date) = day(date).filter(|_| amount > 0) {
            entry.receipts.push(Receipt {
                id: id(1, build::RECEIPT, number as u128),
                source: source.clone(),
                date,
                amount: wan(amount),
                doc_no: format!("样例到位〔2022〕{number}号"),
                voucher: String::new(),
            });
        }
    }
}

fn pay(entry: &mut ProjectCommunity, source: &Source, paid: i64) {
    let mut left = paid;
    let lines: Vec<(String, i64)> = entry
        .commitments
        .iter()
        .filter(|commitment| commitment.source() == *source)
        .map(|commitment| (commitment.line.clone(), hundredths(commitment.amount)))
        .collect();
    for (line, committed) in lines {
        let amount = left.min(committed);
        let number = entry.payments.len() + 1;
        if let Some(date) = day("2022-09-28").filter(|_| amount > 0) {
            left -= amount;
            entry.payments.push(Disbursement {
                id: id(1, build::PAYMENT, number as u128),
                source: source.clone(),
                line,
                date,
                amount: wan(amount),
                doc_no: format!("样例支付〔2022〕{number}号"),
                voucher: String::new(),
                payee: "样例施工单位".to_owned(),
                purpose: "工程进度款".to_owned(),
            });
        }
    }
}
