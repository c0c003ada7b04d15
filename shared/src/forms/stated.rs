//! What the cells of a table state: the dossier as it would be saved, and the cells that must be corrected first.

use super::{
    cell::{CellError, Kind},
    column::Column,
};
use crate::{
    cells::tidy,
    facts::ProjectFacts,
    finding::{Finding, Gate, Param, Severity},
    language::Language,
    model::Dossier,
    rules,
};
use chrono::NaiveDate;

/// A table that people fill in by cells.
pub trait Sheet {
    /// A row.
    type Row: Clone + Default + PartialEq + 'static;
    /// The list in which its rows stand, as paths of findings begin; empty for a table of one row.
    const LIST: &'static str;
    /// Its columns.
    fn columns() -> &'static [Column<Self::Row>];
    /// A new row.
    fn fresh() -> Self::Row {
        Self::Row::default()
    }
    /// The rows of a dossier.
    fn rows(dossier: &Dossier) -> Vec<Self::Row>;
    /// The dossier with these rows.
    fn with(dossier: &Dossier, rows: &[Self::Row]) -> Dossier;
    /// Fills in what follows from other cells, such as the class of an item.
    fn complete(_: &mut [Self::Row], _: &Dossier, _: NaiveDate) {}
    /// What no rule can read in these rows.
    fn malformed(dossier: &Dossier, rows: &[Self::Row], today: NaiveDate) -> Vec<Finding>;
    /// Whether a pasted row is about the same thing as a row that stands there.
    fn is_same(known: &Self::Row, pasted: &Self::Row) -> bool;
}

/// Why a cell must be corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It can't be read.
    Unread(CellError),
    /// What it states stops saving.
    Found(Finding),
}

impl Why {
    /// What is wrong.
    pub fn text(&self, language: Language) -> String {
        match self {
            Self::Unread(error) => error.why(language),
            Self::Found(finding) => rules::message(finding, language),
        }
    }

    /// What to do.
    pub fn suggestion(&self, language: Language) -> String {
        match self {
            Self::Unread(error) => error.suggestion(language),
            Self::Found(finding) => rules::remedy(finding, language),
        }
    }
}

/// A cell that must be corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The row of the cells, from 0; none for what concerns the whole table.
    pub row: Option<usize>,
    /// The column, from 0.
    pub column: usize,
    /// Why.
    pub why: Why,
}

/// What cells state.
#[derive(Clone, Debug, PartialEq)]
pub struct Stated<R> {
    /// The rows, as far as they can be read; empty ones are left out.
    pub rows: Vec<R>,
    /// For each of them the row of the cells.
    pub places: Vec<usize>,
    /// The dossier with these rows.
    pub dossier: Dossier,
    /// What must be corrected, by row and column, one a cell.
    pub faults: Vec<Fault>,
}

/// The cells of a dossier.
pub fn texts<S: Sheet>(dossier: &Dossier) -> Vec<Vec<String>> {
    S::rows(dossier).iter().map(|row| row_texts::<S>(row)).collect()
}

/// The cells of a row.
fn row_texts<S: Sheet>(row: &S::Row) -> Vec<String> {
    S::columns().iter().map(|column| (column.write)(row)).collect()
}

/// The cells of a new row: nothing but what a row has unless somebody says otherwise.
pub fn fresh_texts<S: Sheet>() -> Vec<String> {
    let fresh = S::fresh();
    let shown = |column: &Column<S::Row>| match column.head.kind {
        Kind::YesNo | Kind::Choice(_) if !column.head.is_required => (column.write)(&fresh),
        _ => String::new(),
    };
    S::columns().iter().map(shown).collect()
}

/// Reads a row; gives the cells that can't be read too.
pub(crate) fn read_row<S: Sheet>(cells: &[String], mut row: S::Row) -> (S::Row, Vec<(usize, CellError)>) {
    let mut unread = Vec::new();
    for (at, (column, text)) in S::columns().iter().zip(cells).enumerate() {
        if let Err(error) = (column.read)(&mut row, text) {
            let is_missing = tidy(text).is_empty();
            unread.push((at, if is_missing { CellError::missing() } else { error }));
        }
    }
    (row, unread)
}

/// Reads cells on top of a dossier.
pub fn read<S: Sheet>(dossier: &Dossier, cells: &[Vec<String>], today: NaiveDate) -> Stated<S::Row> {
    let mut rows = Vec::new();
    let mut places = Vec::new();
    let mut faults = Vec::new();
    let fresh = fresh_texts::<S>();
    let is_empty = |texts: &Vec<String>| *texts == fresh || texts.iter().all(|text| tidy(text).is_empty());
    for (place, texts) in cells.iter().enumerate() {
        if !S::LIST.is_empty() && is_empty(texts) {
            continue;
        }
        let known = if S::LIST.is_empty() { S::rows(dossier).into_iter().next() } else { None };
        let (row, unread) = read_row::<S>(texts, known.unwrap_or_else(S::fresh));
        let unread =
            unread.into_iter().map(|(column, error)| Fault { row: Some(place), column, why: Why::Unread(error) });
        faults.extend(unread);
        rows.push(row);
        places.push(place);
    }
    S::complete(&mut rows, dossier, today);
    let stated = S::with(dossier, &rows);
    let mut found = S::malformed(dossier, &rows, today);
    found.extend(stopping::<S>(&stated, today));
    for finding in found {
        faults.extend(placed::<S>(finding, &places));
    }
    faults.sort_by_key(|fault| (fault.row, fault.column));
    faults.dedup_by(|a, b| a.row.is_some() && (a.row, a.column) == (b.row, b.column));
    Stated { rows, places, dossier: stated, faults }
}

/// What the rules stop of these rows when they are saved.
fn stopping<S: Sheet>(stated: &Dossier, today: NaiveDate) -> Vec<Finding> {
    let mut found = rules::check(&ProjectFacts::of(stated, today), Gate::G0);
    let own = |path: &str| match S::LIST {
        "" => S::columns().iter().any(|column| column.head.field == path),
        list => path.strip_prefix(list).is_some_and(|rest| rest.starts_with('/')),
    };
    found.retain(|finding| finding.severity == Severity::E && own(&finding.path));
    found
}

/// The cells that a finding is about: that of its path, or those of the fields that it names.
fn placed<S: Sheet>(finding: Finding, places: &[usize]) -> Vec<Fault> {
    let (row, field) = if S::LIST.is_empty() {
        (Some(0), Some(finding.path.as_str()))
    } else {
        let rest = finding.path.strip_prefix(S::LIST).map(|rest| rest.trim_start_matches('/')).unwrap_or_default();
        let (index, field) = rest.split_once('/').map_or((rest, None), |(index, field)| (index, Some(field)));
        (index.parse::<usize>().ok().and_then(|index| places.get(index).copied()), field)
    };
    let column_of = |field: &str| {
        let begins =
            |known: &str| field.strip_prefix(known).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        S::columns().iter().position(|column| begins(column.head.field))
    };
    let named: Vec<usize> = match (field, finding.params.get("fields")) {
        (Some(field), _) => vec![column_of(field).unwrap_or_default()],
        (None, Some(Param::List(fields))) => fields.iter().filter_map(|field| column_of(field)).collect(),
        (None, _) => vec![0],
    };
    let fault = |column| Fault { row, column, why: Why::Found(finding.clone()) };
    named.into_iter().map(fault).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        forms::{Buildings, CommunityForm, FundingRows, PriorSubsidies, ProjectForm, ScheduleForm, Works},
        model::BuildingSelection,
        sample,
    };

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2022, 10, 8).unwrap()
    }

    fn unchanged<S: Sheet>() {
        for dossier in sample::programme().dossiers {
            let cells = texts::<S>(&dossier);
            let stated = read::<S>(&dossier, &cells, today());
            assert_eq!(stated.faults, []);
            assert!(stated.dossier == dossier, "{} of {}", S::LIST, dossier.community.code);
            let width = S::columns().len();
            assert!(cells.iter().all(|row| row.len() == width));
        }
    }

    #[test]
    fn what_is_written_states_what_it_was_made_of() {
        unchanged::<Buildings>();
        unchanged::<PriorSubsidies>();
        unchanged::<Works>();
        unchanged::<CommunityForm>();
        unchanged::<ProjectForm>();
        unchanged::<ScheduleForm>();
    }

    #[test]
    fn funding_rows_state_the_commitments_but_for_their_identities() {
        let dossier = sample::of_code("GT-0001");
        let mut stated = read::<FundingRows>(&dossier, &texts::<FundingRows>(&dossier), today());
        assert_eq!(stated.faults, []);
        for (row, known) in stated.rows.iter_mut().zip(&dossier.project_community.commitments) {
            row.id = known.id;
        }
        assert_eq!(stated.rows, dossier.project_community.commitments);
    }

    fn places(faults: &[Fault]) -> Vec<(Option<usize>, usize)> {
        faults.iter().map(|fault| (fault.row, fault.column)).collect()
    }

    #[test]
    fn a_fault_stands_at_its_cell_also_behind_empty_rows() {
        let dossier = sample::of_code("GT-0002");
        let mut cells = texts::<Buildings>(&dossier);
        let width = cells[0].len();
        cells.insert(0, vec![String::new(); width]);
        cells.push(fresh_texts::<Buildings>());
        cells[1][5] = "many".to_owned();
        cells[1][3] = "41".to_owned();
        let stated = read::<Buildings>(&dossier, &cells, today());
        assert_eq!(places(&stated.faults), [(Some(1), 3), (Some(1), 5)]);
        assert_eq!(stated.faults[0].why.text(Language::Zh), "层数须在1至40之间");
    }

    #[test]
    fn what_is_missing_is_said_and_what_follows_is_filled_in() {
        let mut dossier = sample::of_code("GT-0002");
        dossier.project_community.commitments.clear();
        let mut row = vec![String::new(); Works::columns().len()];
        (row[1], row[4], row[9]) = ("供热".to_owned(), "310m".to_owned(), "21.7".to_owned());
        let stated = read::<Works>(&dossier, &[row.clone(), row.clone()], today());
        assert_eq!(stated.faults, []);
        assert_eq!(stated.rows.iter().map(|line| line.id.as_str()).collect::<Vec<_>>(), ["B07", "B07-2"]);
        assert_eq!((stated.rows[0].unit.as_str(), &stated.rows[0].buildings), ("m", &BuildingSelection::default()));
        row[9].clear();
        let stated = read::<Works>(&dossier, &[row], today());
        assert_eq!(places(&stated.faults), [(Some(0), 9)]);
        assert_eq!(stated.faults[0].why, Why::Unread(CellError::missing()));
    }

    #[test]
    fn a_rule_that_stops_saving_marks_the_fields_that_it_names() {
        let dossier = sample::of_code("GT-0002");
        let mut cells = texts::<Works>(&dossier);
        cells[0][5] = "㎡".to_owned();
        assert_eq!(places(&read::<Works>(&dossier, &cells, today()).faults), [(Some(0), 5)]);
        let mut cells = texts::<CommunityForm>(&dossier);
        cells[0][1] = "620723".to_owned();
        assert_eq!(places(&read::<CommunityForm>(&dossier, &cells, today()).faults), [(Some(0), 1)]);
    }

    #[test]
    fn a_row_that_is_gone_though_it_is_named_concerns_the_whole_table() {
        let dossier = sample::of_code("GT-0002");
        let cells = texts::<Works>(&dossier);
        let stated = read::<Works>(&dossier, &cells[1..], today());
        assert_eq!(places(&stated.faults), [(None, 0)]);
    }
}
