//! The list of tasks: 本单位职责, 待审核, the tasks behind a number.

use super::about;
use crate::{
    api::{DutyPage, DutyQuery, DutyRow, DutyShow},
    chart::{self, Column},
    duties::{DutyStanding, Listed, listed, period_text, standing},
    language::{Language, Text},
    model::{BodyNames, DutyTask, Programme},
    policy::clauses,
    table::{Cell, Row, Table, column},
    words::{duties as words, export, fill, quantities},
};
use chrono::NaiveDate;
use uuid::Uuid;

/// `11.2 指导安防设施改造`
pub fn matter(duty: &str, language: Language) -> String {
    listed(duty).map_or_else(|| duty.to_owned(), |known| format!("{duty} {}", known.title().get(language)))
}

/// The clauses that give it, as people cite them.
pub fn basis(duty: &str, language: Language) -> String {
    let known = listed(duty).map(Listed::clauses).unwrap_or_default();
    clauses::citations(&known.iter().map(String::as_str).collect::<Vec<_>>(), language)
}

/// What shows that it was done.
pub fn wanted(duty: &str, language: Language) -> &'static str {
    listed(duty).map_or(words::EVIDENCE_ANY, Listed::evidence).get(language)
}

/// Its community, or the whole county.
pub fn subject(community: &str, language: Language) -> String {
    if community.is_empty() { words::WHOLE_COUNTY.get(language).to_owned() } else { community.to_owned() }
}

/// The period or what arose, empty when there is neither.
pub fn occasion(row: &DutyRow, language: Language) -> String {
    row.period.map_or_else(|| row.occasion.clone(), |period| period_text(period, language))
}

/// How a task stands on a day of the programme.
pub fn standing_of(row: &DutyRow, programme: &Programme, today: NaiveDate) -> DutyStanding {
    let task = DutyTask { due: row.due, status: row.status, ..DutyTask::default() };
    standing(&task, programme, today)
}

/// What is left of its time, in words, and whether that is urgent; nothing when it has no due date.
pub fn time_left(row: &DutyRow, standing: DutyStanding, language: Language) -> Option<(String, bool)> {
    let days = |text: Text, days: i64| fill(text, language, &[("n", &days.to_string())]);
    Some(match standing {
        DutyStanding::Overdue(n) => (days(words::OVERDUE, n), true),
        DutyStanding::DueIn(0) => (words::DUE_TODAY.get(language).to_owned(), true),
        DutyStanding::DueIn(n) => (days(words::DAYS_LEFT, n), false),
        DutyStanding::Sent => {
            (fill(words::SENT_ON, language, &[("date", &quantities::date(language, row.submitted_on?))]), false)
        }
        DutyStanding::Accepted | DutyStanding::NotInvolved => (words::CLOSED.get(language).to_owned(), false),
        DutyStanding::Open => return None,
    })
}

/// The names of the kinds that can be asked for.
pub const fn show_text(show: DutyShow) -> Text {
    match show {
        DutyShow::All => words::SHOW_ALL,
        DutyShow::Open => words::SHOW_OPEN,
        DutyShow::Overdue => words::SHOW_OVERDUE,
        DutyShow::Sent => words::REVIEW_TITLE,
        DutyShow::Closed => words::SHOW_CLOSED,
    }
}

/// Whose list it is, and on which day.
#[derive(Clone, Copy, Debug)]
pub struct Listing<'a> {
    /// What was asked for.
    pub query: &'a DutyQuery,
    /// Whether the reader is the unit itself.
    pub own: bool,
    /// The programme.
    pub programme: &'a Programme,
    /// The day.
    pub today: NaiveDate,
    /// The language of the table.
    pub language: Language,
}

impl Listing<'_> {
    /// The table of these tasks; it names the units where there can be several.
    pub fn table(self, page: &DutyPage) -> Table {
        let language = self.language;
        let units = self.query.unit.is_none();
        let names = self.programme.names_on(self.today);
        let rows: Vec<Row> = page.rows.iter().map(|row| self.row(row, units, &names)).collect();
        let unit = self.query.unit.as_deref().map(|code| self.programme.names_on(self.today).owner(code, language));
        let title = match (&unit, self.query.show) {
            (Some(_), _) if self.own => words::TITLE.get(language).to_owned(),
            (Some(unit), _) => fill(words::TASKS_OF, language, &[("unit", unit)]),
            (None, DutyShow::Sent) => words::REVIEW_TITLE.get(language).to_owned(),
            (None, _) => words::ALL_TITLE.get(language).to_owned(),
        };
        let scope = unit.unwrap_or_else(|| words::ALL_UNITS.get(language).to_owned());
        let filter = self.filter(&page.communities);
        let none = format!("{}{}", words::EMPTY.get(language), language.stop());
        Table {
            language,
            title,
            about: about::lines(language, self.programme, scope, &filter, rows.len(), self.today),
            as_of: self.today,
            columns: columns(units, language),
            empty: rows.is_empty().then(|| format!("{none}{}", words::EMPTY_DETAIL.get(language))),
            rows,
        }
    }

    /// The conditions of the filter in words.
    fn filter(self, communities: &[(Uuid, String)]) -> Vec<String> {
        let (language, query) = (self.language, self.query);
        let community = query.community.map(|id| {
            let name = communities.iter().find(|(known, _)| *known == id).map(|(_, name)| name.as_str());
            about::is(language, words::COMMUNITY, name.unwrap_or(quantities::NO_VALUE.get(language)))
        });
        let year = query.year.map(|year| fill(words::YEAR_NAME, language, &[("n", &year.to_string())]));
        let month = query.month.map(|month| quantities::month(language, month));
        let show = (query.show != DutyShow::All)
            .then(|| about::is(language, words::STATUS, show_text(query.show).get(language)));
        let year = year.map(|year| about::is(language, words::YEAR, &year));
        let month = month.map(|month| about::is(language, words::DUE, &month));
        [show, community, year, month].into_iter().flatten().collect()
    }

    fn row(self, row: &DutyRow, units: bool, names: &BodyNames) -> Row {
        let language = self.language;
        let left = time_left(row, standing_of(row, self.programme, self.today), language);
        let due = row.due.map_or_else(|| Cell::text(words::NO_DUE.get(language)), Cell::Day);
        let unit = units.then(|| Cell::text(names.owner(&row.owner, language)));
        let before = [matter(&row.duty, language), basis(&row.duty, language), occasion(row, language)];
        let about = [subject(&row.community, language), wanted(&row.duty, language).to_owned()];
        let left = left.map_or(Cell::Figure(chart::Cell::Absent), |(text, _)| Cell::text(text));
        let after = [due, left, Cell::text(row.status.shown().get(language))];
        Row::plain(before.map(Cell::text).into_iter().chain(unit).chain(about.map(Cell::text)).chain(after))
    }
}

fn columns(units: bool, language: Language) -> Vec<Column> {
    let head = |key: &str, name: Text| column(key, name.get(language), "");
    let before = [head("matter", words::MATTER), head("basis", export::BASIS), head("occasion", export::OCCASION)];
    let after = [
        head("community", words::COMMUNITY),
        head("evidence", words::EVIDENCE),
        head("due", words::DUE),
        head("left", export::LEFT),
        head("status", words::STATUS),
    ];
    before.into_iter().chain(units.then(|| head("unit", words::UNIT))).chain(after).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{policy::stages::TaskStatus, sample};

    fn listing<'a>(query: &'a DutyQuery, programme: &'a Programme, own: bool) -> Listing<'a> {
        Listing { query, own, programme, today: "2022-10-08".parse().unwrap(), language: Language::Zh }
    }

    #[test]
    fn a_row_says_what_the_page_says() {
        let programme = sample::programme().programme;
        let row = DutyRow {
            duty: "11.2".into(),
            owner: "11".into(),
            due: Some("2022-02-20".parse().unwrap()),
            status: TaskStatus::Returned,
            occasion: "=1+1".into(),
            ..DutyRow::default()
        };
        let page = DutyPage { rows: vec![row], ..DutyPage::default() };
        let query = DutyQuery { unit: Some("11".into()), show: DutyShow::Overdue, ..DutyQuery::default() };
        let table = listing(&query, &programme, true).table(&page);
        assert_eq!(table.title, "本单位职责");
        assert_eq!(table.about, ["范围：县应急管理局", "筛选条件：状态为逾期", "截至2022年10月8日，共1行，样例数据"]);
        let shown: Vec<String> = table.rows[0].cells.iter().map(|cell| cell.shown(Language::Zh)).collect();
        assert_eq!(shown.len(), table.columns.len());
        assert_eq!((shown[2].as_str(), shown[3].as_str()), ("=1+1", "全县"));
        assert_eq!(&shown[5..], ["2022年2月20日", "逾期230天", "退回补正"]);
    }

    #[test]
    fn the_title_says_whose_tasks_they_are_and_an_empty_table_why() {
        let programme = Programme::default();
        let titled = |query: DutyQuery, own| listing(&query, &programme, own).table(&DutyPage::default());
        let of = |unit: Option<&str>, show| DutyQuery { unit: unit.map(str::to_owned), show, ..DutyQuery::default() };
        assert_eq!(titled(of(Some("03"), DutyShow::All), false).title, "县财政局的职责事项");
        assert_eq!(titled(of(None, DutyShow::Sent), false).title, "待审核");
        let all = titled(of(None, DutyShow::All), false);
        assert_eq!(all.title, "各单位职责事项");
        assert!(all.columns.iter().any(|column| column.key == "unit"));
        assert!(all.empty.unwrap().starts_with("没有这样的职责事项。请换一个筛选条件"));
    }
}
