//! Rows of 到位支付: money that came and went, by source and document.

use super::{Of, Pass, Standing, merge, world::List};
use crate::{
    acts::note_correction,
    model::{Disbursement, MoneyCorrection, Receipt, Source},
    words::imports as words,
    workbook::sheets::{Flow, FlowRow},
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

impl FlowRow {
    fn source(&self) -> Source {
        Source {
            funding: self.funding.clone(),
            sub_kind: self.sub_kind.clone(),
            level: self.level,
            provider: self.provider.clone(),
        }
    }

    fn with_source(&self, source: &Source) -> Self {
        Self {
            code: self.code.clone(),
            year: self.year,
            flow: self.flow,
            funding: source.funding.clone(),
            sub_kind: source.sub_kind.clone(),
            level: source.level,
            provider: source.provider.clone(),
            ..Self::default()
        }
    }

    /// The row of a receipt.
    pub(in crate::workbook) fn of_receipt(&self, receipt: &Receipt) -> Self {
        Self {
            flow: Some(Flow::Receipt),
            date: Some(receipt.date),
            amount: receipt.amount,
            doc_no: receipt.doc_no.clone(),
            voucher: receipt.voucher.clone(),
            ..self.with_source(&receipt.source)
        }
    }

    /// The row of a payment.
    pub(in crate::workbook) fn of_payment(&self, payment: &Disbursement) -> Self {
        Self {
            flow: Some(Flow::Payment),
            date: Some(payment.date),
            amount: payment.amount,
            doc_no: payment.doc_no.clone(),
            voucher: payment.voucher.clone(),
            line: payment.line.clone(),
            payee: payment.payee.clone(),
            purpose: payment.purpose.clone(),
            ..self.with_source(&payment.source)
        }
    }

    /// What tells it from others: its source and line, and its voucher, else day and amount.
    fn name(&self) -> String {
        let level = self.level.map(|level| level.code()).unwrap_or_default();
        let source = format!("{}/{}/{level}/{}/{}", self.funding, self.sub_kind, self.provider, self.line);
        if self.voucher.is_empty() {
            format!("{source}/{:?}/{}", self.date, self.amount.fen())
        } else {
            format!("{source}#{}", self.voucher)
        }
    }
}

impl Pass<'_, '_> {
    pub(super) fn flow(&mut self, of: &Of<'_, FlowRow>) -> Standing {
        let entry = match self.entry_of(of, &of.row.code, of.row.year) {
            Ok(place) => place,
            Err(standing) => return standing,
        };
        let (Some(flow), Some(date)) = (of.row.flow, of.row.date) else { return Standing::Faulty };
        let mut row = of.row.clone();
        if flow == Flow::Receipt {
            // A receipt has neither line nor payee nor purpose.
            (row.line, row.payee, row.purpose) = Default::default();
        }
        let list = match flow {
            Flow::Receipt => List::Receipts,
            Flow::Payment => List::Payments,
        };
        if flow == Flow::Payment && self.world.is_bad(&row.code) && self.line_place(entry, &row.line).is_none() {
            return Standing::Waiting;
        }
        let name = row.name();
        let key = format!(
            "{} {} {}",
            row.code,
            flow.code(),
            if row.voucher.is_empty() { date.to_string() } else { row.voucher.clone() }
        );
        let nth = self.world.nth(list, entry, &name);
        let place = self.flow_place(entry, list, &row, &name);
        let (place, standing) = match place {
            Some(place) => (place, self.merge_flow(&Of { row: &row, ..*of }, (entry, place), flow, date, key)),
            None => (self.new_flow(entry, flow, date, &row, (&name, nth)), Standing::New(key)),
        };
        self.world.origins.insert((list, entry, place), of.at);
        standing
    }

    /// The first of the same name that no other row has taken. A voucher that stands there twice is taken as two: the
    /// domain says so.
    fn flow_place(&mut self, entry: usize, list: List, row: &FlowRow, name: &str) -> Option<usize> {
        let world = &mut self.world;
        let held = world.entries.get(entry)?.slot.now()?;
        let free = world.places.entry((list, entry)).or_insert_with(|| {
            let mut free = BTreeMap::<String, Vec<usize>>::new();
            let names: Vec<String> = match list {
                List::Receipts => held.receipts.iter().map(|receipt| row.of_receipt(receipt).name()).collect(),
                _ => held.payments.iter().map(|payment| row.of_payment(payment).name()).collect(),
            };
            for (place, name) in names.into_iter().enumerate().rev() {
                free.entry(name).or_default().push(place);
            }
            free
        });
        free.get_mut(name).and_then(Vec::pop)
    }

    fn merge_flow(
        &mut self,
        of: &Of<'_, FlowRow>,
        (entry, place): (usize, usize),
        flow: Flow,
        date: NaiveDate,
        key: String,
    ) -> Standing {
        let Some(held) = self.world.entries.get_mut(entry).and_then(|entry| entry.slot.change()) else {
            return Standing::Faulty;
        };
        // How the row stood is kept, as by the form.
        let (fields, was) = match flow {
            Flow::Receipt => {
                let Some(receipt) = held.receipts.get_mut(place) else { return Standing::Faulty };
                let was = receipt.clone();
                let mut there = of.row.of_receipt(receipt);
                let fields = merge(of, &mut there);
                (receipt.date, receipt.amount) = (there.date.unwrap_or(date), there.amount);
                (receipt.doc_no, receipt.voucher) = (there.doc_no, there.voucher);
                (fields, MoneyCorrection { id: was.id, receipt: Some(was), ..MoneyCorrection::default() })
            }
            Flow::Payment => {
                let Some(payment) = held.payments.get_mut(place) else { return Standing::Faulty };
                let was = payment.clone();
                let mut there = of.row.of_payment(payment);
                let fields = merge(of, &mut there);
                (payment.date, payment.amount) = (there.date.unwrap_or(date), there.amount);
                (payment.doc_no, payment.voucher) = (there.doc_no, there.voucher);
                (payment.payee, payment.purpose) = (there.payee, there.purpose);
                (fields, MoneyCorrection { id: was.id, payment: Some(was), ..MoneyCorrection::default() })
            }
        };
        if !fields.is_empty() {
            note_correction(held, was, words::CORRECTED.zh, self.today);
        }
        Standing::merged(key, fields)
    }

    fn new_flow(
        &mut self,
        entry: usize,
        flow: Flow,
        date: NaiveDate,
        row: &FlowRow,
        (name, nth): (&str, usize),
    ) -> usize {
        let Some(held) = self.world.entries.get_mut(entry).and_then(|entry| entry.slot.change()) else {
            return usize::MAX;
        };
        let source = row.source();
        match flow {
            Flow::Receipt => {
                let id = uuid::Uuid::new_v5(&held.id, format!("import/receipt/{name}/{nth}").as_bytes());
                let (amount, doc_no, voucher) = (row.amount, row.doc_no.clone(), row.voucher.clone());
                held.receipts.push(Receipt { id, source, date, amount, doc_no, voucher });
                held.receipts.len() - 1
            }
            Flow::Payment => {
                let id = uuid::Uuid::new_v5(&held.id, format!("import/payment/{name}/{nth}").as_bytes());
                let (amount, doc_no, voucher) = (row.amount, row.doc_no.clone(), row.voucher.clone());
                let (line, payee, purpose) = (row.line.clone(), row.payee.clone(), row.purpose.clone());
                held.payments.push(Disbursement { id, source, line, date, amount, doc_no, voucher, payee, purpose });
                held.payments.len() - 1
            }
        }
    }
}
