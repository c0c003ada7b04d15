//! 缺项清单 as a workbook: what is missing by community, then how much by body. Page and file read the same words.

use super::about;
use crate::{
    language::{Language, Text},
    missing::{CommunityGaps, by_unit},
    model::{BodyNames, Programme},
    table::{Cell, Row, Table, column},
    tabs,
    words::{fill, missing as words},
};
use chrono::NaiveDate;

/// How much is missing in how many communities.
pub fn said(communities: usize, gaps: usize, language: Language) -> String {
    if gaps == 0 {
        return words::NOTHING.get(language).to_owned();
    }
    fill(words::SUM, language, &[("communities", &communities.to_string()), ("gaps", &gaps.to_string())])
}

/// The two sheets; `unit` is the body to which `communities` are narrowed, if any.
pub fn tables(
    programme: &Programme,
    communities: &[CommunityGaps],
    unit: Option<&str>,
    today: NaiveDate,
    language: Language,
) -> [Table; 2] {
    let names = programme.names_on(today);
    let gaps = communities.iter().map(|one| one.gaps.len()).sum();
    let filter: Vec<String> =
        unit.map(|unit| about::is(language, words::UNIT, &names.owner(unit, language))).into_iter().collect();
    let table = |title: Text, heads: &[(&str, Text)], rows: Vec<Row>| {
        let mut about = vec![said(communities.len(), gaps, language)];
        about.extend(about::lines(language, programme, String::new(), &filter, rows.len(), today));
        Table {
            language,
            title: title.get(language).to_owned(),
            about,
            as_of: today,
            columns: heads.iter().map(|(key, name)| column(key, name.get(language), "")).collect(),
            empty: rows.is_empty().then(|| words::NOTHING.get(language).to_owned()),
            rows,
        }
    };
    let all = [
        ("code", words::CODE),
        ("community", words::COMMUNITY),
        ("stage", words::STAGE),
        ("what", words::WHAT),
        ("when", words::WHEN),
        ("unit", words::UNIT),
        ("with", words::WITH),
        ("place", words::PLACE),
        ("advice", words::ADVICE),
    ];
    let sums = [("unit", words::UNIT), ("communities", words::COMMUNITIES), ("gaps", words::GAPS)];
    let units = by_unit(communities).into_iter().map(|one| {
        Row::plain([Cell::text(names.owner(&one.unit, language)), Cell::count(one.communities), Cell::count(one.gaps)])
    });
    [
        table(words::TITLE, &all, communities.iter().flat_map(|one| rows(one, &names, language)).collect()),
        table(words::BY_UNIT, &sums, units.collect()),
    ]
}

fn rows(one: &CommunityGaps, names: &BodyNames, language: Language) -> impl Iterator<Item = Row> {
    one.gaps.iter().map(move |gap| {
        let with = gap.with.as_ref().map(|with| names.owner(with, language));
        let cells = [
            one.code.clone(),
            one.name.clone(),
            one.stage.text().get(language).to_owned(),
            gap.text(language),
            gap.when.text().get(language).to_owned(),
            names.owner(&gap.unit, language),
            with.unwrap_or_default(),
            tabs::name_of(gap.tab()).get(language).to_owned(),
            gap.advice(language).unwrap_or_default(),
        ];
        Row::plain(cells.map(Cell::text))
    })
}
