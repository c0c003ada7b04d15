//! The money of a programme by community, by source, and by both.

use super::MoneySums;
use crate::{
    api::MoneyView,
    chart::{self, Column, Emphasis},
    indicators::{CommunityFacts, ProgrammeFacts, SourceFacts},
    language::{Language, Text},
    lists::about,
    naming,
    policy::stages::Stage,
    table::{Cell, Row, Table, column},
    words::{fill, money as words, quantities},
};

/// The communities of a plan year or of all; 调出 ones are out.
fn counted(facts: &ProgrammeFacts, year: Option<i32>) -> impl Iterator<Item = &CommunityFacts> {
    let is_in =
        move |one: &&CommunityFacts| one.stage != Stage::Withdrawn && year.is_none_or(|year| year == one.plan_year);
    facts.communities.iter().filter(is_in)
}

const fn sums_of(source: &SourceFacts) -> MoneySums {
    MoneySums { secured: source.secured_cash, received: source.received, paid: source.paid }
}

fn opening_of(community: &CommunityFacts) -> MoneySums {
    let (received, paid) = community.opening_money;
    MoneySums { received, paid, ..MoneySums::default() }
}

/// All money of a community, with what it was taken over with.
fn of_community(community: &CommunityFacts) -> MoneySums {
    community.sources.iter().fold(opening_of(community), |sum, source| sum.plus(sums_of(source)))
}

/// By source: funding code and group, in the order of the codes; what was taken over last, of no source.
fn by_source<'a>(
    communities: impl Iterator<Item = &'a CommunityFacts>,
    language: Language,
) -> Vec<(String, MoneySums)> {
    let mut sums: std::collections::BTreeMap<(&str, _), MoneySums> = std::collections::BTreeMap::new();
    let mut opening = MoneySums::default();
    for community in communities {
        opening = opening.plus(opening_of(community));
        for source in &community.sources {
            let sum = sums.entry((source.funding.as_str(), source.group)).or_default();
            *sum = sum.plus(sums_of(source));
        }
    }
    let several = |funding: &str| sums.keys().filter(|(other, _)| *other == funding).count() > 1;
    let named = sums.iter().filter(|(_, sum)| !sum.is_nothing()).map(|((funding, group), sum)| {
        let name = naming::fund_name(funding, language);
        let group = group.text().get(language);
        let name = match (several(funding), language) {
            (false, _) => name,
            (true, Language::Zh) => format!("{name}（{group}）"),
            (true, Language::En) => format!("{name} ({group})"),
        };
        (name, *sum)
    });
    let mut rows: Vec<(String, MoneySums)> = named.collect();
    if !opening.is_nothing() {
        rows.push((words::OPENING.get(language).to_owned(), opening));
    }
    rows
}

/// What the whole comes to, in one sentence.
pub fn said(facts: &ProgrammeFacts, year: Option<i32>, language: Language) -> String {
    let all = counted(facts, year).map(of_community).fold(MoneySums::default(), MoneySums::plus);
    let amounts = [("secured", all.secured), ("received", all.received), ("paid", all.paid), ("left", all.left())];
    let amounts = amounts.map(|(name, amount)| (name, amount.wan()));
    let places: Vec<(&str, &str)> = amounts.iter().map(|(name, text)| (*name, text.as_str())).collect();
    fill(words::SAID, language, &places)
}

/// The table of a view.
pub fn table(facts: &ProgrammeFacts, year: Option<i32>, view: MoneyView, language: Language) -> Table {
    let communities = || counted(facts, year);
    let (title, heads, mut rows): (Text, &[(&str, Text)], Vec<Row>) = match view {
        MoneyView::Community => {
            let row = |one: &CommunityFacts| line(named(one), of_community(one), Emphasis::Plain);
            let with_money = communities().filter(|one| !of_community(one).is_nothing());
            (words::BY_COMMUNITY, &OF_COMMUNITY, with_money.map(row).collect())
        }
        MoneyView::Source => {
            let row = |(name, sum): (String, MoneySums)| line(vec![Cell::text(name)], sum, Emphasis::Plain);
            (words::BY_SOURCE, &OF_SOURCE, by_source(communities(), language).into_iter().map(row).collect())
        }
        MoneyView::Both => {
            let rows = communities().flat_map(|one| {
                by_source(std::iter::once(one), language).into_iter().map(move |(source, sum)| {
                    let mut cells = named(one);
                    cells.push(Cell::text(source));
                    line(cells, sum, Emphasis::Plain)
                })
            });
            (words::BY_BOTH, &OF_BOTH, rows.collect())
        }
    };
    let all = communities().map(of_community).fold(MoneySums::default(), MoneySums::plus);
    let count = rows.len();
    if count > 0 {
        let mut cells = vec![Cell::text(words::TOTAL.get(language))];
        cells.resize(heads.len(), Cell::text(""));
        rows.push(line(cells, all, Emphasis::Total));
    }
    let filter: Vec<String> =
        year.map(|year| about::is(language, words::YEAR, &year.to_string())).into_iter().collect();
    let note = words::NOTE.get(language).to_owned();
    let mut lines = vec![said(facts, year, language), note];
    lines.extend(about::lines(language, &facts.programme, String::new(), &filter, count, facts.as_of));
    Table {
        language,
        title: title.get(language).to_owned(),
        about: lines,
        as_of: facts.as_of,
        columns: columns(heads, language),
        empty: rows.is_empty().then(|| words::EMPTY.get(language).to_owned()),
        rows,
    }
}

/// The tables of all views, as the sheets of one file; the first one is that of the page.
pub fn tables(facts: &ProgrammeFacts, year: Option<i32>, view: MoneyView, language: Language) -> Vec<Table> {
    let others = MoneyView::ALL.into_iter().filter(move |other| *other != view);
    std::iter::once(view).chain(others).map(|view| table(facts, year, view, language)).collect()
}

const OF_COMMUNITY: [(&str, Text); 3] = [("community", words::COMMUNITY), ("code", words::CODE), ("year", words::YEAR)];
const OF_SOURCE: [(&str, Text); 1] = [("source", words::SOURCE)];
const OF_BOTH: [(&str, Text); 4] =
    [("community", words::COMMUNITY), ("code", words::CODE), ("year", words::YEAR), ("source", words::SOURCE)];

fn columns(heads: &[(&str, Text)], language: Language) -> Vec<Column> {
    let wan = quantities::WAN_SHORT.get(language);
    let names = heads.iter().map(|(key, name)| column(key, name.get(language), ""));
    let amounts =
        [("secured", words::SECURED), ("received", words::RECEIVED), ("paid", words::PAID), ("left", words::LEFT)];
    let shares = [("received_share", words::RECEIVED_SHARE), ("paid_share", words::PAID_SHARE)];
    names
        .chain(amounts.map(|(key, name)| column(key, name.get(language), wan)))
        .chain(shares.map(|(key, name)| column(key, name.get(language), "%")))
        .collect()
}

fn named(community: &CommunityFacts) -> Vec<Cell> {
    vec![Cell::text(&community.name), Cell::text(&community.code), Cell::Year(community.plan_year)]
}

fn line(mut cells: Vec<Cell>, sums: MoneySums, emphasis: Emphasis) -> Row {
    let amounts = [sums.secured, sums.received, sums.paid, sums.left()];
    cells.extend(amounts.map(|amount| Cell::Figure(chart::Cell::Money(amount))));
    cells.extend([sums.received_share(), sums.paid_share()].map(|share| Cell::Figure(chart::Cell::ratio(share))));
    let emphasis =
        if sums.left() < crate::exact::Money::ZERO && emphasis == Emphasis::Plain { Emphasis::Alarm } else { emphasis };
    Row { cells, emphasis }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn facts() -> ProgrammeFacts {
        let sample = sample::programme();
        let today = sample.programme.demonstration_date.unwrap();
        ProgrammeFacts::of(sample.programme, sample.plans, &sample.dossiers, today, 1)
    }

    fn shown(row: &Row) -> Vec<String> {
        row.cells.iter().map(|cell| cell.shown(Language::Zh)).collect()
    }

    #[test]
    fn every_view_comes_to_the_same_sum() {
        let facts = facts();
        let totals = MoneyView::ALL.into_iter().map(|view| {
            let table = table(&facts, None, view, Language::Zh);
            let last = table.rows.last().unwrap();
            assert_eq!((last.emphasis, last.cells.len()), (Emphasis::Total, table.columns.len()));
            shown(last)[last.cells.len() - 6..].to_vec()
        });
        let totals: Vec<_> = totals.collect();
        assert_eq!(totals[0][1..4], ["916.77", "612.40", "304.37"]);
        assert!(totals.iter().all(|total| *total == totals[0]), "{totals:?}");
    }

    #[test]
    fn a_year_narrows_and_nothing_is_told_as_nothing() {
        let facts = facts();
        let of_2022 = table(&facts, Some(2022), MoneyView::Community, Language::Zh);
        assert_eq!(of_2022.rows.len(), 2, "the first sample and the sum");
        assert!(of_2022.about.iter().any(|line| line.contains("计划年度为2022")), "{:?}", of_2022.about);
        let none = table(&facts, Some(1999), MoneyView::Source, Language::En);
        assert!(none.rows.is_empty() && none.empty.is_some());
    }

    #[test]
    fn what_was_taken_over_stands_apart_and_more_paid_than_received_is_red() {
        let mut facts = facts();
        let (one, fen) = (&mut facts.communities[0], crate::exact::Money::from_fen);
        one.sources.clear();
        one.opening_money = (fen(1_000_000), fen(3_000_000));
        let table = table(&facts, Some(2022), MoneyView::Both, Language::Zh);
        assert_eq!(shown(&table.rows[0])[3..7], ["存量项目补录（期初）", "0.00", "1.00", "3.00"]);
        assert_eq!(table.rows[0].emphasis, Emphasis::Alarm);
    }

    #[test]
    fn the_file_has_a_sheet_a_view_the_shown_one_first() {
        let titles: Vec<_> =
            tables(&facts(), None, MoneyView::Source, Language::Zh).into_iter().map(|table| table.title).collect();
        assert_eq!(titles[0], "到位、支付、结余（按资金来源）");
        assert_eq!(titles.len(), 3);
    }
}
