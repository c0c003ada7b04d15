//! The list of project communities.

use super::{
    about,
    listed::{Column, Filter, List, Reader, Shown},
    search::{readings, readings_at},
};
use crate::{
    api::{CommunityQuery, CommunityRow},
    chart,
    indicators::{CommunityFacts, ProgrammeFacts},
    language::{Language, Text},
    model::Programme,
    table::{Cell, Table},
    words::{communities as words, fill},
};
use chrono::NaiveDate;

/// The list.
pub static LIST: List<CommunityRow> = List {
    columns: &[
        Column {
            key: "name",
            name: words::NAME,
            cell: |row, _| Cell::text(&row.name),
            order: |a, b| read_order(a, b, 0, &a.name, &b.name),
            filter: Filter::Words(|row| (&row.name, readings_at(&row.readings, 0))),
        },
        Column {
            key: "code",
            name: words::CODE,
            cell: |row, _| Cell::text(&row.code),
            order: |a, b| a.code.cmp(&b.code),
            filter: Filter::Words(|row| (&row.code, readings_at(&row.readings, 1))),
        },
        Column {
            key: "neighbourhood",
            name: words::NEIGHBOURHOOD,
            cell: |row, _| Cell::text(&row.neighbourhood),
            order: |a, b| read_order(a, b, 2, &a.neighbourhood, &b.neighbourhood),
            filter: Filter::Choice(|row| row.neighbourhood.clone()),
        },
        Column {
            key: "stage",
            name: words::STAGE,
            cell: |row, reader| Cell::text(row.stage.text().get(reader.language)),
            order: |a, b| a.stage.cmp(&b.stage),
            filter: Filter::Choice(|row| row.stage.code().to_owned()),
        },
        Column {
            key: "year",
            name: words::YEAR,
            cell: |row, _| Cell::Year(row.plan_year),
            order: |a, b| a.plan_year.cmp(&b.plan_year),
            filter: Filter::Choice(|row| row.plan_year.to_string()),
        },
        Column {
            key: "households",
            name: words::HOUSEHOLDS,
            cell: |row, _| Cell::count(row.households),
            order: |a, b| a.households.cmp(&b.households),
            filter: Filter::Amounts(|row| Some(row.households), 0),
        },
        Column {
            key: "area",
            name: words::AREA,
            cell: |row, _| Cell::Figure(chart::Cell::Area(row.area)),
            order: |a, b| a.area.cmp(&b.area),
            filter: Filter::Amounts(|row| Some(row.area.hundredths()), AREA_DECIMALS),
        },
        Column {
            key: "investment",
            name: words::INVESTMENT,
            cell: |row, _| Cell::Figure(chart::Cell::Money(row.total)),
            order: |a, b| a.total.cmp(&b.total),
            filter: Filter::Amounts(|row| Some(row.total.fen()), WAN_DECIMALS),
        },
        Column {
            key: "findings",
            name: words::FINDINGS,
            cell: |row, reader| Cell::text(findings(row, reader.language)),
            order: |a, b| (a.stops, a.warnings).cmp(&(b.stops, b.warnings)),
            filter: Filter::Amounts(|row| Some(row.stops.saturating_add(row.warnings)), 0),
        },
        Column {
            key: "owner",
            name: words::PROJECT_OWNER,
            cell: |row, reader| Cell::text(reader.names.unit(&row.project_owner, reader.language)),
            order: |a, b| read_order(a, b, 3, &a.project_owner, &b.project_owner),
            filter: Filter::Choice(|row| row.project_owner.clone()),
        },
        Column {
            key: "manager",
            name: words::MANAGER,
            cell: |row, _| Cell::text(&row.manager),
            order: |a, b| read_order(a, b, 4, &a.manager, &b.manager),
            filter: Filter::Words(|row| (&row.manager, readings_at(&row.readings, 4))),
        },
    ],
    searched: |row| (searched(row).into(), &row.readings),
};

/// An area has hundredths of a ㎡, an amount in 万元 goes down to the fen.
const AREA_DECIMALS: u32 = 2;
const WAN_DECIMALS: u32 = 6;

/// What is searched of a row, in the order of its readings.
fn searched(row: &CommunityRow) -> [&str; 5] {
    [&row.name, &row.code, &row.neighbourhood, &row.project_owner, &row.manager]
}

/// Chinese by its pinyin, then by itself.
fn read_order(a: &CommunityRow, b: &CommunityRow, place: usize, one: &str, other: &str) -> std::cmp::Ordering {
    (readings_at(&a.readings, place), one).cmp(&(readings_at(&b.readings, place), other))
}

/// Every row of the list, by plan year and code; with a dictionary, also how it is read.
pub fn rows(facts: &ProgrammeFacts, dictionary: Option<&dyn Fn(char) -> Vec<String>>) -> Vec<CommunityRow> {
    let with_readings = |mut row: CommunityRow| {
        if let Some(dictionary) = dictionary {
            row.readings = readings(searched(&row), dictionary);
        }
        row
    };
    // A project owner stands in the list as it is called now, so that it is found and sorted by this name.
    let called = |name: &str| facts.programme.called_on(name, facts.as_of, Language::Zh);
    facts
        .communities
        .iter()
        .map(|community| row(community, called(&community.project_owner)))
        .map(with_readings)
        .collect()
}

fn row(facts: &CommunityFacts, project_owner: String) -> CommunityRow {
    CommunityRow {
        id: facts.id,
        code: facts.code.clone(),
        name: facts.name.clone(),
        neighbourhood: facts.neighbourhood.clone(),
        plan_year: facts.plan_year,
        stage: facts.stage,
        project_owner,
        manager: facts.manager_name.clone(),
        buildings: i64::try_from(facts.buildings.len()).unwrap_or(i64::MAX),
        households: facts.households,
        area: facts.area,
        total: facts.total(),
        stops: facts.findings.stops,
        warnings: facts.findings.warnings,
        readings: String::new(),
    }
}

/// What a question asks for, as every list has it; year and stage stand for the filters of these columns.
pub fn shown(query: &CommunityQuery) -> Shown {
    use super::listed::Filters;
    let mut filters = Filters::read(query.filter.as_deref().unwrap_or_default());
    if let Some(year) = query.year {
        filters.set("year", &year.to_string());
    }
    if let Some(stage) = query.stage {
        filters.set("stage", stage.code());
    }
    let filter = Some(filters.written()).filter(|filter| !filter.is_empty());
    Shown { search: query.search.clone(), filter, sort: query.sort.clone(), hide: query.hide.clone() }
}

/// What is open at the next gate, in words.
pub fn findings(row: &CommunityRow, language: Language) -> String {
    let count = |text: Text, n: i64| fill(text, language, &[("n", &n.to_string())]);
    match (row.stops, row.warnings) {
        (0, 0) => words::CLEAR.get(language).to_owned(),
        (0, n) => count(words::WARNINGS, n),
        (n, _) => count(words::STOPS, n),
    }
}

/// The table of what is shown of all rows.
pub fn table(
    rows: &[CommunityRow],
    query: &CommunityQuery,
    programme: &Programme,
    today: NaiveDate,
    language: Language,
) -> Table {
    let (shown, reader) = (shown(query), Reader::of(programme, today, language));
    let of = LIST.select(rows, &shown).into_iter().filter_map(|place| rows.get(place));
    let listed: Vec<_> = of.map(|row| LIST.table_row(row, &shown, &reader)).collect();
    let filter = LIST.in_words(rows, &shown, &reader);
    let none = format!("{}{}", words::EMPTY.get(language), language.stop());
    Table {
        language,
        title: words::TITLE.get(language).to_owned(),
        about: about::lines(language, programme, String::new(), &filter, listed.len(), today),
        as_of: today,
        columns: LIST.table_columns(&shown, language),
        empty: listed.is_empty().then(|| format!("{none}{}", words::EMPTY_DETAIL.get(language))),
        rows: listed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{policy::stages::Stage, sample};

    fn facts() -> ProgrammeFacts {
        let sample = sample::programme();
        let today = sample.programme.demonstration_date.unwrap();
        ProgrammeFacts::of(sample.programme, sample.plans, &sample.dossiers, today, 1)
    }

    fn dictionary(c: char) -> Vec<String> {
        let reading = match c {
            '样' => "yang",
            '例' => "li",
            '小' => "xiao",
            '区' => "qu",
            _ => return Vec::new(),
        };
        vec![reading.to_owned()]
    }

    fn codes(query: &CommunityQuery) -> Vec<String> {
        let rows = rows(&facts(), Some(&dictionary));
        LIST.select(&rows, &shown(query)).into_iter().map(|place| rows[place].code.clone()).collect()
    }

    fn with(change: impl FnOnce(&mut CommunityQuery)) -> CommunityQuery {
        let mut query = CommunityQuery::default();
        change(&mut query);
        query
    }

    #[test]
    fn rows_are_filtered_searched_and_sorted() {
        assert_eq!(codes(&CommunityQuery::default()), ["GT-0001", "GT-0003", "GT-0002", "GT-0004"]);
        assert_eq!(codes(&with(|query| query.year = Some(2025))), ["GT-0004"]);
        assert_eq!(codes(&with(|query| query.search = Some("ylj".into()))), Vec::<String>::new());
        assert_eq!(codes(&with(|query| query.search = Some("yl gt-0002".into()))), ["GT-0002"]);
        let sorted = codes(&with(|query| query.sort = Some("-households".into())));
        let households: Vec<i64> = {
            let all = rows(&facts(), None);
            sorted.iter().map(|code| all.iter().find(|row| row.code == *code).unwrap().households).collect()
        };
        assert!(households.is_sorted_by(|a, b| a >= b), "{households:?}");
        assert_eq!(codes(&with(|query| query.filter = Some("households:312".into()))).len(), 1);
        assert_eq!(codes(&with(|query| query.filter = Some("households:≥312;year:2021".into()))).len(), 0);
        let both = with(|query| (query.stage, query.filter) = (Some(Stage::Reserve), Some("stage:竣工".into())));
        assert!(codes(&both).iter().all(|code| code != "GT-0001"), "the stage of the question counts");
    }

    #[test]
    fn rows_that_are_alike_stay_in_the_order_of_the_list() {
        let mut all = rows(&facts(), None);
        all.iter_mut().for_each(|row| row.households = 1);
        for sort in ["households", "-households"] {
            let shown = Shown { sort: Some(sort.to_owned()), ..Shown::default() };
            assert_eq!(LIST.select(&all, &shown), [0, 1, 2, 3], "{sort}");
        }
    }

    #[test]
    fn what_the_list_does_not_have_is_a_fault_at_its_place() {
        for (query, fault) in [
            (with(|query| query.sort = Some("-area".into())), None),
            (with(|query| query.sort = Some("x".into())), Some("sort")),
            (with(|query| query.sort = Some(String::new())), Some("sort")),
            (with(|query| query.hide = Some("area,,year".into())), None),
            (with(|query| query.hide = Some("area,x".into())), Some("hide")),
            (with(|query| query.filter = Some("area:1-2".into())), None),
            (with(|query| query.filter = Some("area:a".into())), Some("filter")),
            (with(|query| query.filter = Some("x:1".into())), Some("filter")),
        ] {
            assert_eq!(LIST.fault(&shown(&query)), fault, "{query:?}");
        }
    }

    #[test]
    fn the_table_is_what_is_shown_with_the_filter_on_it() {
        let (facts, rows) = (facts(), rows(&facts(), None));
        let query = with(|query| {
            query.filter = Some("owner:县住建局;households:≥50".into());
            query.hide = Some("code,manager".into());
        });
        for language in [Language::Zh, Language::En] {
            let table = table(&rows, &query, &facts.programme, facts.as_of, language);
            assert_eq!(table.columns.len(), LIST.columns.len() - 2);
            assert!(table.columns.iter().all(|column| column.key != "code"));
            assert!(table.rows.iter().all(|row| row.cells.len() == table.columns.len()));
            assert!(table.about[0].contains("≥50"), "{:?}", table.about);
        }
        let all_hidden = LIST.columns.iter().map(|column| column.key).collect::<Vec<_>>().join(",");
        let hidden = Shown { hide: Some(all_hidden), ..Shown::default() };
        assert_eq!(LIST.visible(&hidden).len(), LIST.columns.len());
        let reader = Reader { language: Language::En, ..Reader::default() };
        let stages = LIST.choices(&rows, "stage", &reader);
        assert!(stages.iter().any(|(code, shown)| code == "储备" && shown == "reserve"), "{stages:?}");
        assert!(LIST.choices(&rows, "area", &reader).is_empty());
    }
}
