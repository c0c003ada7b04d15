//! 试一试 of R-18: two amounts, and what the rule says of them, by the rule itself.

use super::verdict::Verdict;
use crate::{
    preferences::{language, say},
    session::session,
};
use anju_domain::{
    exact::{Bound, Money, QuantityError, Ratio},
    facts::ProjectFacts,
    finding::Gate,
    language::{Language, Text},
    model::{Dossier, FundingCommitment, InvestmentLine},
    policy::{items::OperatorKind, parameters::OPERATOR_SHARE_MIN, stages::CommitmentStatus},
    rules::check,
    words::{fill, rules as words},
};
use chrono::NaiveDate;
use leptos::prelude::*;

const RULE: &str = "R-18";
/// As on the sheet of the sample community: 0.01 万元 short.
const PAID: &str = "10.40";
const INVESTED: &str = "34.70";
/// The bar reaches from 0 to twice the floor, so that the floor stands in its middle.
const REACH: i64 = 2;

/// One line of heating and what its operator pays.
fn dossier(paid: Money, invested: Money) -> Dossier {
    let mut dossier = Dossier::default();
    let line =
        InvestmentLine { id: "1".to_owned(), item: "B07".to_owned(), amount: invested, ..InvestmentLine::default() };
    let commitment = FundingCommitment {
        line: line.id.clone(),
        funding: "F15".to_owned(),
        operator_kind: Some(OperatorKind::Heating),
        amount: paid,
        status: CommitmentStatus::Secured,
        ..FundingCommitment::default()
    };
    dossier.project_community.lines = vec![line];
    dossier.project_community.commitments = vec![commitment];
    dossier
}

/// What the rule says of two amounts.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Answer {
    verdict: Option<Verdict>,
    /// The share in percent, as it is shown.
    share: Option<String>,
    floor: i64,
    /// What is missing to the floor.
    missing: Money,
    /// The length of the bar, in hundredths of a percent of its reach.
    length: i64,
}

fn answer(paid: Money, invested: Money, today: NaiveDate) -> Answer {
    let dossier = dossier(paid, invested);
    let facts = ProjectFacts::of(&dossier, today);
    let floor = facts.settings.get(OPERATOR_SHARE_MIN, today);
    let ratio = Ratio::new(paid.fen(), invested.fen());
    let wide = |money: Money| i128::from(money.fen());
    let needed = (wide(invested) * i128::from(floor) + 99).div_euclid(100);
    let share = ratio.percent(Bound::AtLeast(floor));
    let length = share.is_some().then(|| wide(paid) * 10_000 * 100 / (wide(invested) * i128::from(floor * REACH)));
    Answer {
        verdict: share
            .is_some()
            .then(|| Verdict::of(check(&facts, Gate::G1).iter().filter(|found| found.rule == RULE))),
        share,
        floor,
        missing: Money::from_fen(i64::try_from(needed - wide(paid)).unwrap_or(i64::MAX)).or_zero(),
        length: length.map_or(0, |length| i64::try_from(length.clamp(0, 10_000)).unwrap_or(0)),
    }
}

fn typed(text: &str) -> Result<Money, Text> {
    match Money::parse_wan(text) {
        Ok(amount) if amount < Money::ZERO => Err(QuantityError::NotANumber),
        other => other,
    }
    .map_err(|error| Text::new(error.text(Language::Zh), error.text(Language::En)))
}

/// The amounts and the verdict.
#[component]
pub(super) fn ShareTrial() -> impl IntoView {
    let language = language();
    let today = session().view().map(|view| view.today).unwrap_or_default();
    let (paid, invested) = (RwSignal::new(PAID.to_owned()), RwSignal::new(INVESTED.to_owned()));
    let found = Memo::new(move |_| match (typed(&paid.read()), typed(&invested.read())) {
        (Ok(paid), Ok(invested)) => Some(answer(paid, invested, today)),
        _ => None,
    });
    view! {
        <section>
            <h3>{say(words::TRY)}</h3>
            <div class="try">
                <Amount id="try-paid" name=words::TRY_PAID value=paid />
                <Amount id="try-invested" name=words::TRY_INVESTED value=invested />
                <output for="try-paid try-invested">{move || found.get().map(|answer| said(&answer, language.get()))}</output>
                {move || found.get().filter(|answer| answer.share.is_some()).map(|answer| bar(&answer, language.get()))}
            </div>
        </section>
    }
    .into_any()
}

#[component]
fn Amount(id: &'static str, name: Text, value: RwSignal<String>) -> impl IntoView {
    let error = move || typed(&value.read()).err();
    view! {
        <div class="field" class:wrong=move || error().is_some()>
            <label for=id>{say(name)}</label>
            <input id=id inputmode="decimal" autocomplete="off" bind:value=value
                aria-invalid=move || error().is_some().then_some("true") aria-describedby=format!("{id}-why") />
            <p class="error" id=format!("{id}-why") hidden=move || error().is_none()>{move || error().map(|text| say(text)())}</p>
        </div>
    }
}

fn said(answer: &Answer, language: Language) -> impl IntoView + use<> {
    let floor = answer.floor.to_string();
    let missing = if answer.missing == Money::ZERO { String::new() } else { answer.missing.wan_exact() };
    let text = match (&answer.share, answer.missing == Money::ZERO) {
        (None, _) => words::TRY_NONE.get(language).to_owned(),
        (_, true) => fill(words::TRY_ENOUGH, language, &[("limit", &floor)]),
        (_, false) => fill(words::TRY_SHORT, language, &[("limit", &floor), ("missing", &missing)]),
    };
    let short = answer.missing > Money::ZERO;
    view! {
        {answer.share.as_ref().map(|share| view! { <b class:bad=short>{format!("{share}%")}</b> })}
        {answer.verdict.map(|verdict| verdict.tag())}
        <span>{text}</span>
    }
}

/// The share as a bar against the floor. Its text keeps its size at any width.
fn bar(answer: &Answer, language: Language) -> impl IntoView + use<> {
    let length = format!("{}.{:02}%", answer.length / 100, answer.length % 100);
    let floor = answer.floor.to_string();
    let share = answer.share.clone().unwrap_or_default();
    let name = fill(words::TRY_BAR, language, &[("share", &share), ("limit", &floor)]);
    view! {
        <svg width="100%" height="44" role="img" aria-label=name>
            <rect x="0" y="22" width="100%" height="12" class="track"></rect>
            <rect x="0" y="22" width=length height="12" class="part"></rect>
            <line x1="50%" x2="50%" y1="16" y2="40" class="mark-line"></line>
            <text x="50%" y="12" text-anchor="middle">{fill(words::TRY_LIMIT, language, &[("limit", &floor)])}</text>
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(paid: i64, invested: i64) -> (Option<String>, Option<Verdict>, Money) {
        let day = NaiveDate::from_ymd_opt(2022, 10, 8).unwrap_or_default();
        let answer = answer(Money::from_wan_hundredths(paid), Money::from_wan_hundredths(invested), day);
        (answer.share, answer.verdict, answer.missing)
    }

    #[test]
    fn the_verdict_and_what_is_missing_agree() {
        assert_eq!(told(1040, 3470), (Some("29.97".to_owned()), Some(Verdict::Stops), Money::from_wan_hundredths(1)));
        assert_eq!(told(1041, 3470), (Some("30.00".to_owned()), Some(Verdict::Passes), Money::ZERO));
        assert_eq!(told(12950, 43170).0.as_deref(), Some("29.99"));
        assert_eq!(told(100, 0), (None, None, Money::ZERO));
    }
}
