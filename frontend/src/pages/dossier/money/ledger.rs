//! The receipts and payments row by row, newest first, and what was corrected.

use super::Money;
use crate::{
    naming,
    preferences::{language, say},
};
use anju_domain::{
    exact::Money as Amount,
    language::{Language, Text},
    lists::money::source_name,
    model::{Disbursement, Dossier, MoneyCorrection, Receipt},
    words::{fill, money as words, quantities},
};
use chrono::NaiveDate;
use leptos::prelude::*;
use uuid::Uuid;

/// The rows, and the corrections below.
#[component]
pub(super) fn Ledger(money: Money) -> impl IntoView {
    let language = language();
    move || {
        let dossier = money.context.saved.get()?;
        let language = language.get();
        let entry = &dossier.project_community;
        if entry.receipts.is_empty() && entry.payments.is_empty() && entry.money_corrections.is_empty() {
            return Some(view! { <p class="empty">{say(words::NO_ROWS)}</p> }.into_any());
        }
        let receipts = entry.receipts.iter().map(|one| (one.date, 0, receipt_row(money, one, language).into_any()));
        let payments =
            entry.payments.iter().map(|one| (one.date, 1, payment_row(money, &dossier, one, language).into_any()));
        let mut rows: Vec<(NaiveDate, u8, AnyView)> = receipts.chain(payments).collect();
        // The latest first; of one day what was paid stands above what arrived.
        rows.sort_by_key(|row| std::cmp::Reverse((row.0, row.1)));
        let head = |name: Text| view! { <th scope="col">{say(name)}</th> };
        let acts = money.can_edit.then(|| view! { <th scope="col"><span class="sr">{say(words::ACTS)}</span></th> });
        let corrections = (!entry.money_corrections.is_empty()).then(|| corrections(&dossier, language));
        Some(
            view! {
                <h3>{say(words::LEDGER)}</h3>
                <div class="sheet">
                    <table class="list cards rows">
                        <thead>
                            <tr>
                                {head(words::DATE)}
                                {head(words::KIND)}
                                <th scope="col" class="n">{say(words::AMOUNT)}</th>
                                {head(words::SOURCE)}
                                {head(words::DOC_NO)}
                                {head(words::PAYEE)}
                                {acts}
                            </tr>
                        </thead>
                        <tbody>{rows.into_iter().map(|(.., row)| row).collect_view()}</tbody>
                    </table>
                </div>
                {corrections}
            }
            .into_any(),
        )
    }
}

/// Document and voucher of a row.
fn papers(doc_no: &str, voucher: &str, language: Language) -> String {
    quantities::listed(language, &[doc_no.to_owned(), voucher.to_owned()])
}

fn receipt_row(money: Money, receipt: &Receipt, language: Language) -> impl IntoView + use<> {
    let own = receipt.clone();
    let correct = move || {
        money.draft.correct_receipt(&own);
        money.opened();
    };
    view! {
        <tr>
            <td class="title">{quantities::date(language, receipt.date)}</td>
            <td><span class="tag done">{words::RECEIPT.get(language)}</span></td>
            <td class="n" data-label=words::AMOUNT.get(language)>{receipt.amount.wan_exact()}</td>
            <td data-label=words::SOURCE.get(language)>{source_name(&receipt.source, language)}</td>
            <td data-label=words::DOC_NO.get(language)>{papers(&receipt.doc_no, &receipt.voucher, language)}</td>
            <td></td>
            {acts(money, receipt.id, receipt.date, receipt.amount, language, correct)}
        </tr>
    }
}

fn payment_row(money: Money, dossier: &Dossier, payment: &Disbursement, language: Language) -> impl IntoView + use<> {
    let own = payment.clone();
    let correct = move || {
        money.draft.correct_payment(&own);
        money.opened();
    };
    let line = dossier.project_community.lines.iter().find(|line| line.id == payment.line);
    let item = line.map_or_else(|| payment.line.clone(), |line| naming::item_with_code(&line.item, language));
    view! {
        <tr>
            <td class="title">{quantities::date(language, payment.date)}</td>
            <td><span class="tag">{words::PAYMENT.get(language)}</span></td>
            <td class="n" data-label=words::AMOUNT.get(language)>{payment.amount.wan_exact()}</td>
            <td data-label=words::SOURCE.get(language)>
                {source_name(&payment.source, language)}<small>{item}</small>
            </td>
            <td data-label=words::DOC_NO.get(language)>{papers(&payment.doc_no, &payment.voucher, language)}</td>
            <td data-label=words::PAYEE.get(language)>{payment.payee.clone()}<small>{payment.purpose.clone()}</small></td>
            {acts(money, payment.id, payment.date, payment.amount, language, correct)}
        </tr>
    }
}

/// The acts on a row; nothing for who reads.
fn acts(
    money: Money,
    id: Uuid,
    date: NaiveDate,
    amount: Amount,
    language: Language,
    correct: impl Fn() + 'static,
) -> Option<AnyView> {
    money.can_edit.then(|| {
        let (date, amount) = (quantities::date(language, date), amount.wan_exact());
        let of = |text: Text| fill(text, language, &[("date", &date), ("amount", &amount)]);
        let back = move |_| {
            money.draft.id.set(id);
            money.draft.reason.set(String::new());
            money.tried.set(false);
            money.failure.set(None);
            money.done.set(None);
            money.back.set(true);
        };
        view! {
            <td class="row-acts">
                <button class="link" type="button" aria-label=of(words::CORRECT_OF) on:click=move |_| correct()>
                    {words::CORRECT.get(language)}
                </button>
                <button class="link" type="button" aria-label=of(words::TAKE_BACK_OF) on:click=back>
                    {words::TAKE_BACK.get(language)}
                </button>
            </td>
        }
        .into_any()
    })
}

/// What was corrected and taken back, the latest first.
fn corrections(dossier: &Dossier, language: Language) -> impl IntoView + use<> {
    let entry = &dossier.project_community;
    let line = |one: &MoneyCorrection| {
        let stands =
            entry.receipts.iter().any(|row| row.id == one.id) || entry.payments.iter().any(|row| row.id == one.id);
        let what = if stands { words::CORRECTED } else { words::WAS_TAKEN_BACK }.get(language).to_owned();
        let row = one
            .receipt
            .as_ref()
            .map(|row| (words::RECEIPT, row.date, row.amount, &row.source, papers(&row.doc_no, &row.voucher, language)))
            .or_else(|| {
                let row = one.payment.as_ref()?;
                let papers = papers(&row.doc_no, &row.voucher, language);
                Some((words::PAYMENT, row.date, row.amount, &row.source, papers))
            });
        let before = row.map(|(kind, date, amount, source, papers)| {
            let parts = [
                kind.get(language).to_owned(),
                quantities::date(language, date),
                format!("{}{}", amount.wan_exact(), quantities::WAN_SHORT.get(language)),
                source_name(source, language),
                papers,
            ];
            quantities::listed(language, &parts)
        });
        view! {
            <li>
                <b>{quantities::date(language, one.on)}" "{what}</b>" "{one.reason.clone()}
                <small>{words::BEFORE.get(language)}" "{before}</small>
            </li>
        }
    };
    view! {
        <details class="corrections">
            <summary>{words::CORRECTIONS.get(language)}" "{entry.money_corrections.len().to_string()}</summary>
            <ul>{entry.money_corrections.iter().rev().map(line).collect_view()}</ul>
        </details>
    }
}
