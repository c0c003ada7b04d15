//! Workbooks that come in and go out. The file itself comes as bytes beside these contracts.

use super::endpoint;
use crate::{
    cells::column_letters,
    language::Language,
    words::{fill, imports as words},
    workbook::{ImportPlan, Remark},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Where the template is.
pub const TEMPLATE_FILE: &str = "/api/v1/workbook/template/xlsx";
/// Where the whole programme is as a workbook.
pub const WORKBOOK_FILE: &str = "/api/v1/workbook/xlsx";
/// Where a file comes back with its faults.
pub const FAULTS_FILE: &str = "/api/v1/imports/{id}/xlsx";

endpoint!(
    /// Brings a file and tells what it would change: the body is its content. Nothing is stored.
    PutImport, Put, "/api/v1/imports/{id}", ImportQuery, () => ImportView
);
endpoint!(
    /// Imports a file that was brought: all of it, or only the rows without faults.
    PostImport, Post, "/api/v1/imports/{id}/commit", (), ImportCommit => Imported
);

/// What people call the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ImportQuery {
    /// Its name.
    pub name: String,
}

/// How a file is imported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ImportCommit {
    /// Whether rows with faults are left out; otherwise a file with faults is not imported.
    pub good_rows_only: bool,
}

/// What came of an import.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Imported {
    /// The programme's revision after it.
    pub revision: i64,
    /// Rows that were new.
    pub new: u64,
    /// Rows that changed something.
    pub changed: u64,
    /// Rows of which everything was there.
    pub unchanged: u64,
    /// Rows that were left out.
    pub left_out: u64,
}

/// What a file would change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ImportView {
    /// Its identity.
    pub id: Uuid,
    /// Its name.
    pub file: String,
    /// SHA-256 of its content, hexadecimal.
    pub sha256: String,
    /// The programme's revision that was looked at; committing names it as its version.
    pub revision: i64,
    /// What comes of each sheet.
    pub sheets: Vec<SheetView>,
    /// What can't be taken in, the first of them.
    pub faults: Vec<FaultView>,
    /// How many faults there are.
    pub fault_count: u64,
    /// What is told and stops nothing.
    pub remarks: Vec<String>,
    /// The rows that are new or change something, the first of them.
    pub changes: Vec<RowView>,
    /// How many such rows there are.
    pub change_count: u64,
    /// Whether nothing would change.
    pub changes_nothing: bool,
    /// Findings that will stop the next gates of what changes.
    pub stops: u64,
    /// Warnings at these gates.
    pub warnings: u64,
}

/// What comes of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SheetView {
    /// Its name in the file.
    pub name: String,
    /// Rows that are new.
    pub new: u64,
    /// Rows that change something.
    pub changed: u64,
    /// Rows of which everything is there.
    pub unchanged: u64,
    /// Rows with faults.
    pub faulty: u64,
    /// Rows that hang on one with a fault.
    pub waiting: u64,
}

/// A fault with its place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FaultView {
    /// The sheet.
    pub sheet: String,
    /// The row, from 1; 0 for the sheet as a whole.
    pub row: u32,
    /// The letters of the column; empty for the row as a whole.
    pub column: String,
    /// The head of the column.
    pub head: String,
    /// What the cell holds.
    pub value: String,
    /// What is wrong.
    pub reason: String,
    /// What to do.
    pub suggestion: String,
}

/// A row that is new or changes something.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RowView {
    /// The sheet.
    pub sheet: String,
    /// The row, from 1.
    pub row: u32,
    /// What people call what it is about.
    pub key: String,
    /// Whether it is new.
    pub is_new: bool,
    /// The heads of what differs, with what was and what is.
    pub fields: Vec<(String, String, String)>,
}

/// How many faults and rows a page shows; the workbook with the faults has all.
pub const SHOWN: usize = 500;

impl ImportView {
    /// What a plan says, in a language.
    pub fn of(plan: &ImportPlan, language: Language) -> Self {
        let sheets = plan.sheets.iter().map(|sheet| SheetView {
            name: sheet.name.clone(),
            new: sheet.new,
            changed: sheet.changed,
            unchanged: sheet.unchanged,
            faulty: sheet.faulty,
            waiting: sheet.waiting,
        });
        let faults = plan.faults.iter().take(SHOWN).map(|fault| FaultView {
            sheet: fault.sheet.clone(),
            row: fault.row,
            column: fault.letters(),
            head: fault.head.clone(),
            value: fault.value.chars().take(200).collect(),
            reason: fault.why.text(language),
            suggestion: fault.why.suggestion(language),
        });
        let changes = plan.changes.iter().take(SHOWN).map(|change| RowView {
            sheet: change.sheet.text().get(language).to_owned(),
            row: change.row,
            key: change.key.clone(),
            is_new: change.is_new,
            fields: change.fields.iter().map(|(head, was, is)| ((*head).to_owned(), was.clone(), is.clone())).collect(),
        });
        Self {
            sheets: sheets.collect(),
            faults: faults.collect(),
            fault_count: plan.fault_count(),
            remarks: plan.remarks.iter().take(SHOWN).map(|remark| told(remark, language)).collect(),
            changes: changes.collect(),
            change_count: u64::try_from(plan.changes.len()).unwrap_or(u64::MAX),
            changes_nothing: plan.changes_nothing(),
            stops: plan.findings.0,
            warnings: plan.findings.1,
            ..Self::default()
        }
    }
}

impl Imported {
    /// What a plan has done.
    pub fn of(plan: &ImportPlan, revision: i64) -> Self {
        let mut all = Self { revision, ..Self::default() };
        for sheet in &plan.sheets {
            all.new += sheet.new;
            all.changed += sheet.changed;
            all.unchanged += sheet.unchanged;
            all.left_out += sheet.faulty + sheet.waiting;
        }
        all
    }
}

/// A remark in words.
pub fn told(remark: &Remark, language: Language) -> String {
    match remark {
        Remark::OtherSheet { sheet } => fill(words::OTHER_SHEET, language, &[("sheet", sheet)]),
        Remark::OtherColumn { sheet, column, head } => {
            let column = column_letters(*column);
            fill(words::OTHER_COLUMN, language, &[("sheet", sheet), ("column", &column), ("head", head)])
        }
        Remark::StageLeft { sheet, row, stage } => {
            let row = row.to_string();
            fill(words::STAGE_LEFT, language, &[("sheet", sheet), ("row", &row), ("stage", stage)])
        }
    }
}
