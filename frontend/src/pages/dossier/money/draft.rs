//! What is typed in the dialog of a receipt or payment, and how it is read.

use crate::{
    ids::new_id,
    pages::dossier::kept::{Field, Kept, texts},
};
use anju_domain::{
    acts::{PaymentEntry, ReceiptEntry},
    exact::Money as Amount,
    finding::Finding,
    language::Language,
    lists::money::source_name,
    model::{Disbursement, Dossier, Receipt, Source},
    words::money as words,
};
use chrono::NaiveDate;
use leptos::prelude::*;
use uuid::Uuid;

/// What is entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Receipt,
    Payment,
}

/// An entry that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    Receipt(ReceiptEntry),
    Payment(PaymentEntry),
}

/// What is typed.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    pub(super) kind: RwSignal<Kind>,
    pub(super) id: RwSignal<Uuid>,
    /// Whether a row that is there is being corrected.
    pub(super) correcting: RwSignal<bool>,
    /// The source, as JSON: what the list of sources gives.
    pub(super) source: RwSignal<String>,
    pub(super) line: RwSignal<String>,
    pub(super) date: RwSignal<String>,
    pub(super) amount: RwSignal<String>,
    pub(super) doc_no: RwSignal<String>,
    pub(super) voucher: RwSignal<String>,
    pub(super) payee: RwSignal<String>,
    pub(super) purpose: RwSignal<String>,
    pub(super) reason: RwSignal<String>,
}

/// A source as the value of a choice.
pub(super) fn code_of(source: &Source) -> String {
    serde_json::to_string(source).unwrap_or_default()
}

impl Draft {
    pub(super) fn new() -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            kind: RwSignal::new(Kind::Receipt),
            id: RwSignal::new(Uuid::nil()),
            correcting: RwSignal::new(false),
            source: text(),
            line: text(),
            date: text(),
            amount: text(),
            doc_no: text(),
            voucher: text(),
            payee: text(),
            purpose: text(),
            reason: text(),
        }
    }

    /// An empty one, dated today.
    pub(super) fn begin(self, kind: Kind, today: NaiveDate) {
        self.kind.set(kind);
        self.id.set(new_id());
        self.correcting.set(false);
        self.date.set(today.to_string());
        for text in
            [self.source, self.line, self.amount, self.doc_no, self.voucher, self.payee, self.purpose, self.reason]
        {
            text.set(String::new());
        }
    }

    /// A receipt that is there, to be corrected.
    pub(super) fn correct_receipt(self, receipt: &Receipt) {
        self.begin(Kind::Receipt, receipt.date);
        self.take(receipt.id, &receipt.source, receipt.amount, &receipt.doc_no, &receipt.voucher);
    }

    /// A payment that is there, to be corrected.
    pub(super) fn correct_payment(self, payment: &Disbursement) {
        self.begin(Kind::Payment, payment.date);
        self.take(payment.id, &payment.source, payment.amount, &payment.doc_no, &payment.voucher);
        self.line.set(payment.line.clone());
        self.payee.set(payment.payee.clone());
        self.purpose.set(payment.purpose.clone());
    }

    fn take(self, id: Uuid, source: &Source, amount: Amount, doc_no: &str, voucher: &str) {
        self.id.set(id);
        self.correcting.set(true);
        self.source.set(code_of(source));
        self.amount.set(amount.wan_exact());
        self.doc_no.set(doc_no.to_owned());
        self.voucher.set(voucher.to_owned());
    }

    /// What of it is kept on the device, by what is entered.
    pub(super) fn fields(self) -> Vec<Field> {
        let source = |code: &str, language| {
            serde_json::from_str(code).map(|source| source_name(&source, language)).unwrap_or_default()
        };
        let mut fields = vec![
            Field::choice(words::SOURCE, self.source, source),
            Field::text(words::DATE, self.date),
            Field::text(words::AMOUNT, self.amount),
            Field::text(words::DOC_NO, self.doc_no),
            Field::text(words::VOUCHER, self.voucher),
        ];
        if self.kind.get_untracked() == Kind::Payment {
            fields.extend([
                Field::text(words::LINE, self.line),
                Field::text(words::PAYEE, self.payee),
                Field::text(words::PURPOSE, self.purpose),
            ]);
        }
        if self.correcting.get_untracked() {
            fields.push(Field::text(words::REASON, self.reason));
        }
        fields
    }

    /// Keeps what is typed, and says when the row that is corrected is another by now.
    pub(super) fn keeping(self) -> Kept {
        let (kind, id) = (self.kind.get_untracked(), self.id.get_untracked());
        let version = |saved: &Dossier| saved.project_community.version;
        if !self.correcting.get_untracked() {
            let form = if kind == Kind::Receipt { "receipt" } else { "payment" };
            return Kept::of_new(form, self.fields(), version);
        }
        let begun = untrack(|| texts(&self.fields()));
        Kept::of(&format!("money-{id}"), self.fields(), move |saved| {
            let row = untrack(|| {
                let row = Self::new();
                row.of_row(saved, kind, id).then(|| texts(&row.fields()))
            });
            (version(saved), row.unwrap_or_else(|| begun.clone()))
        })
    }

    /// Takes a row by its identity; whether it is there.
    fn of_row(self, saved: &Dossier, kind: Kind, id: Uuid) -> bool {
        let entry = &saved.project_community;
        match kind {
            Kind::Receipt => entry.receipts.iter().find(|row| row.id == id).map(|row| self.correct_receipt(row)),
            Kind::Payment => entry.payments.iter().find(|row| row.id == id).map(|row| self.correct_payment(row)),
        }
        .is_some()
    }

    /// The source that is chosen.
    pub(super) fn source(self) -> Option<Source> {
        serde_json::from_str(&self.source.read()).ok()
    }

    /// What is wrong with the number that is typed.
    pub(super) fn amount_fault(self, language: Language) -> Option<String> {
        let text = self.amount.read();
        Amount::parse_wan(&text).err().map(|why| why.text(language).to_owned())
    }

    /// What is typed as an entry; what can't be read yet as the findings of the act.
    pub(super) fn read(self) -> Result<Entry, Vec<Finding>> {
        let mut missing = Vec::new();
        let source = self.source();
        if source.is_none() {
            missing.push(Finding::malformed("funding", "missing_field"));
        }
        let kind = self.kind.get();
        if kind == Kind::Payment && self.line.read().is_empty() {
            missing.push(Finding::malformed("line", "missing_field"));
        }
        let date = self.date.read().parse::<NaiveDate>().ok();
        if date.is_none() {
            missing.push(Finding::malformed("date", "missing_field"));
        }
        let amount = Amount::parse_wan(&self.amount.read()).ok();
        if amount.is_none() {
            missing.push(Finding::malformed("amount", "missing_field"));
        }
        let (Some(source), Some(date), Some(amount), true) = (source, date, amount, missing.is_empty()) else {
            return Err(missing);
        };
        let Source { funding, sub_kind, level, provider } = source;
        let (id, doc_no, voucher, reason) = (self.id.get(), self.doc_no.get(), self.voucher.get(), self.reason.get());
        Ok(match kind {
            Kind::Receipt => Entry::Receipt(ReceiptEntry {
                id,
                funding,
                sub_kind,
                level,
                provider,
                date,
                amount,
                doc_no,
                voucher,
                reason,
            }),
            Kind::Payment => Entry::Payment(PaymentEntry {
                id,
                funding,
                sub_kind,
                level,
                provider,
                line: self.line.get(),
                date,
                amount,
                doc_no,
                voucher,
                payee: self.payee.get(),
                purpose: self.purpose.get(),
                reason,
            }),
        })
    }
}
