//! The money of one community by source.

use super::MoneySums;
use crate::{
    facts::ProjectFacts,
    language::Language,
    model::{Dossier, Source},
    naming,
    policy::{
        funding::{InKind, fund, sub_kind_text},
        stages::{CommitmentStatus, LineStatus},
    },
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The money of one source of a community.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoneyOfSource {
    /// The source.
    pub source: Source,
    /// Its sums.
    pub sums: MoneySums,
    /// The lines to which it is committed, in their order.
    pub lines: Vec<String>,
}

/// The money of a community.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MoneySheet {
    /// Every source of which something is 落实 in cash, arrived or was paid, by funding code.
    pub sources: Vec<MoneyOfSource>,
    /// What had arrived and was paid when the community was taken over; of no source.
    pub opening: MoneySums,
}

impl MoneySheet {
    /// The money of a dossier on a day: lines that are 取消 count no more.
    pub fn of(dossier: &Dossier, today: NaiveDate) -> Self {
        let entry = &dossier.project_community;
        let view = ProjectFacts::of(dossier, today);
        let mut sources: BTreeMap<Source, (MoneySums, Vec<String>)> = BTreeMap::new();
        for commitment in &entry.commitments {
            let in_kind =
                commitment.in_kind || fund(&commitment.funding).is_some_and(|fund| fund.in_kind == InKind::Always);
            let cancelled =
                entry.lines.iter().any(|line| line.id == commitment.line && line.status == LineStatus::Cancelled);
            if in_kind || cancelled {
                continue;
            }
            let (sums, lines) = sources.entry(commitment.source()).or_default();
            if view.status_of(commitment) == CommitmentStatus::Secured {
                sums.secured = sums.secured.plus(commitment.amount);
            }
            if !lines.contains(&commitment.line) {
                lines.push(commitment.line.clone());
            }
        }
        for receipt in &entry.receipts {
            let (sums, _) = sources.entry(receipt.source.clone()).or_default();
            sums.received = sums.received.plus(receipt.amount);
        }
        for payment in &entry.payments {
            let (sums, _) = sources.entry(payment.source.clone()).or_default();
            sums.paid = sums.paid.plus(payment.amount);
        }
        let sources = sources.into_iter().map(|(source, (sums, lines))| MoneyOfSource { source, sums, lines });
        let opening = entry.opening.as_ref().map_or(MoneySums::default(), |opening| MoneySums {
            received: opening.received,
            paid: opening.paid,
            ..MoneySums::default()
        });
        Self { sources: sources.collect(), opening }
    }

    /// The sums of all sources, with what was taken over.
    pub fn total(&self) -> MoneySums {
        self.sources.iter().fold(self.opening, |sum, one| sum.plus(one.sums))
    }

    /// The money of a source.
    pub fn of_source(&self, source: &Source) -> Option<&MoneyOfSource> {
        self.sources.iter().find(|one| one.source == *source)
    }
}

/// What people call a source: its fund, with what else tells it from others.
pub fn source_name(source: &Source, language: Language) -> String {
    let name = naming::fund_name(&source.funding, language);
    let kind = (!source.sub_kind.is_empty()).then(|| {
        sub_kind_text(&source.sub_kind).map_or_else(|| source.sub_kind.clone(), |text| text.get(language).to_owned())
    });
    let level = source.level.map(|level| level.text().get(language).to_owned());
    let provider = (!source.provider.is_empty()).then(|| naming::unit(&source.provider, language));
    let details: Vec<String> = [kind, level, provider].into_iter().flatten().collect();
    match (details.is_empty(), language) {
        (true, _) => name,
        (false, Language::Zh) => format!("{name}（{}）", details.join("、")),
        (false, Language::En) => format!("{name} ({})", details.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{exact::Money, model::OpeningBalance, policy::stages::Stage, sample};

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2022, 10, 8).unwrap()
    }

    #[test]
    fn the_first_sample_stands_as_its_paper_says() {
        let sheet = MoneySheet::of(&sample::programme().dossiers[0], today());
        let central = sheet.sources.iter().find(|one| one.source.funding == "F08").unwrap();
        let sums = [central.sums.received, central.sums.paid, central.sums.left()].map(Money::wan);
        assert_eq!(sums, ["378.00", "280.00", "98.00"]);
        assert!(!central.lines.is_empty());
        // Σ of the list in section 14.
        let total = sheet.total();
        assert_eq!([total.received, total.paid].map(Money::wan), ["916.77", "612.40"]);
    }

    #[test]
    fn what_was_taken_over_counts_and_goods_do_not() {
        let mut dossier = sample::programme().dossiers[0].clone();
        let before = MoneySheet::of(&dossier, today()).total();
        let entry = &mut dossier.project_community;
        entry.opening = Some(OpeningBalance {
            cutoff: "2022-03".parse().unwrap(),
            stage: Stage::UnderWay,
            cum_progress: Default::default(),
            cum_invest: Money::ZERO,
            received: Money::from_fen(5),
            paid: Money::from_fen(3),
            doc: String::new(),
        });
        let mut goods = entry.commitments[0].clone();
        (goods.funding, goods.in_kind) = ("F16".to_owned(), true);
        entry.commitments.push(goods);
        let after = MoneySheet::of(&dossier, today()).total();
        assert_eq!(after.secured, before.secured);
        assert_eq!((after.received.minus(before.received).fen(), after.paid.minus(before.paid).fen()), (5, 3));
    }

    #[test]
    fn a_source_is_called_by_all_that_tells_it_from_others() {
        let sector = Source {
            funding: "F18".to_owned(),
            sub_kind: "养老".to_owned(),
            level: Some(crate::policy::funding::Level::Central),
            provider: String::new(),
        };
        assert_eq!(source_name(&sector, Language::Zh), "行业专项资金（养老、中央）");
        let plain = Source { funding: "F13".to_owned(), ..Source::default() };
        assert_eq!(source_name(&plain, Language::Zh), "县财政奖补资金");
    }
}
