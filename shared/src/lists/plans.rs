//! 年度计划: the plans of the years with what has come of them. Page and file read the same rows.

use super::about;
use crate::{
    chart,
    exact::{Money, Ratio},
    indicators::ProgrammeFacts,
    language::{Language, Text},
    model::AnnualPlan,
    plans::PlanStanding,
    policy::parameters::FISCAL_CEILING_SOURCES,
    table::{Cell, Row, Table, column},
    words::{plans as words, quantities},
};

/// What the communities of a year count against its fiscal capacity, by funding code: the sources of the ceiling alone.
pub fn borne(facts: &ProgrammeFacts, year: i32) -> Vec<(String, Money)> {
    let sources = facts.programme.settings.get(FISCAL_CEILING_SOURCES, facts.as_of);
    PlanStanding::counted(facts, year).into_iter().filter(|(funding, _)| sources.contains(funding)).collect()
}

/// The table of all plans, by year.
pub fn table(facts: &ProgrammeFacts, language: Language) -> Table {
    let mut plans: Vec<&AnnualPlan> = facts.plans.iter().collect();
    plans.sort_by_key(|plan| (plan.year, plan.batch, plan.id));
    let rows: Vec<Row> = plans.iter().map(|plan| cells(facts, plan, language)).collect();
    let wan = quantities::WAN_SHORT.get(language);
    let heads: [(&str, Text, &str); 15] = [
        ("year", words::YEAR, ""),
        ("status", words::STATUS, ""),
        ("issued_on", words::ISSUED_ON, ""),
        ("doc_no", words::DOC_NO, ""),
        ("entered", words::ENTERED_COMMUNITIES, ""),
        ("planned_starts", words::PLANNED_STARTS, ""),
        ("started", words::STARTED, ""),
        ("start_share", words::START_SHARE, "%"),
        ("planned_completions", words::PLANNED_COMPLETIONS, ""),
        ("completed", words::COMPLETED, ""),
        ("completion_share", words::COMPLETION_SHARE, "%"),
        ("planned_invest", words::PLANNED_INVEST, wan),
        ("entered_invest", words::ENTERED_INVEST, wan),
        ("borne", words::BORNE, wan),
        ("ceiling", words::CEILING, wan),
    ];
    let mut about = vec![words::NOTE.get(language).to_owned()];
    about.extend(about::lines(language, &facts.programme, String::new(), &[], rows.len(), facts.as_of));
    Table {
        language,
        title: words::TITLE.get(language).to_owned(),
        about,
        as_of: facts.as_of,
        columns: heads.map(|(key, name, unit)| column(key, name.get(language), unit)).into(),
        empty: rows.is_empty().then(|| words::EMPTY.get(language).to_owned()),
        rows,
    }
}

fn cells(facts: &ProgrammeFacts, plan: &AnnualPlan, language: Language) -> Row {
    let standing = PlanStanding::of(facts, plan);
    let share = |part: i64, whole: i64| Cell::Figure(chart::Cell::ratio(Ratio::new(part, whole)));
    let money = |amount: Money| Cell::Figure(chart::Cell::Money(amount));
    let ceiling = facts.programme.fiscal_capacity(plan.year).map(|capacity| capacity.ceiling);
    Row::plain([
        Cell::Year(plan.year),
        Cell::text(plan.status.text().get(language)),
        plan.issued_on.map_or(Cell::Figure(chart::Cell::Absent), Cell::Day),
        Cell::text(&plan.doc_no),
        Cell::count(standing.entered.communities),
        Cell::count(plan.planned_starts),
        Cell::count(standing.started.communities),
        share(standing.started.communities, plan.planned_starts),
        Cell::count(plan.planned_completions),
        Cell::count(standing.completed.communities),
        share(standing.completed.communities, plan.planned_completions),
        money(plan.planned_invest),
        money(standing.entered_invest),
        money(borne(facts, plan.year).into_iter().map(|(_, sum)| sum).sum()),
        ceiling.map_or(Cell::Figure(chart::Cell::Absent), money),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn the_plans_of_the_samples_stand_by_year() {
        let sample = sample::programme();
        let today = sample.programme.demonstration_date.unwrap();
        let facts = ProgrammeFacts::of(sample.programme, sample.plans, &sample.dossiers, today, 1);
        let table = table(&facts, Language::Zh);
        let shown: Vec<Vec<String>> =
            table.rows.iter().map(|row| row.cells.iter().map(|cell| cell.shown(Language::Zh)).collect()).collect();
        assert_eq!(shown.iter().map(|row| row[0].as_str()).collect::<Vec<_>>(), ["2022", "2023", "2024", "2025"]);
        assert_eq!(shown[0][1..8], ["下达", "2021年12月20日", "〔样例〕1号", "1", "1", "1", "100.00%"]);
        assert_eq!(shown[0][14], "2,000.00");
        assert!(shown.iter().all(|row| row.len() == table.columns.len()));
    }

    #[test]
    fn what_is_borne_is_of_the_sources_of_the_ceiling() {
        let sample = sample::programme();
        let today = sample.programme.demonstration_date.unwrap();
        let facts = ProgrammeFacts::of(sample.programme, sample.plans, &sample.dossiers, today, 1);
        let of_2022 = borne(&facts, 2022);
        assert!(of_2022.iter().all(|(funding, _)| ["F12", "F13", "F14"].contains(&funding.as_str())));
        let county: Money = sample.dossiers[0]
            .project_community
            .commitments
            .iter()
            .filter(|one| one.funding == "F13")
            .map(|one| one.amount)
            .sum();
        assert_eq!(of_2022, [("F13".to_owned(), county)]);
    }
}
