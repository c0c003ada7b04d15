//! A programme as the ten sheets: what is exported comes back without a change.

use super::{
    Known, Sheet,
    columns::Column,
    ledger_rows::{LedgerFacts, ledger_row},
    sheets::{
        APPROVALS, ApprovalRow, BUILDINGS, BuildingRow, COMMUNITIES, CommunityRow, FLOWS, FUNDING, FlowRow, FundingRow,
        LEDGER, LedgerRow, PRIOR_AID, PROGRESS, PROJECTS, PriorAidRow, ProgressRow, ProjectRow, StepState, WORKS,
        WorkRow,
    },
};
use crate::{
    exact::Month,
    language::Language,
    model::{Dossier, MonthlyReport},
    table::{Row, Table, column},
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The ten sheets of a programme on a day, in their order. Heads and terms are Chinese, as files hold them.
pub fn sheets_of(known: Known<'_>, today: NaiveDate) -> Vec<(Sheet, Table)> {
    let mut out = Out { today, ..Out::default() };
    for dossier in known.dossiers {
        out.dossier(known, dossier);
    }
    vec![
        table(Sheet::Ledger, LEDGER, &out.ledger, today),
        table(Sheet::Communities, COMMUNITIES, &out.communities, today),
        table(Sheet::Buildings, BUILDINGS, &out.buildings, today),
        table(Sheet::PriorAid, PRIOR_AID, &out.prior_aid, today),
        table(Sheet::Projects, PROJECTS, &out.projects, today),
        table(Sheet::Works, WORKS, &out.works, today),
        table(Sheet::Funding, FUNDING, &out.funding, today),
        table(Sheet::Approvals, APPROVALS, &out.approvals, today),
        table(Sheet::Progress, PROGRESS, &out.progress, today),
        table(Sheet::Flows, FLOWS, &out.flows, today),
    ]
}

/// The ten sheets without rows: the template.
pub fn template(today: NaiveDate) -> Vec<(Sheet, Table)> {
    let none = Out::default();
    vec![
        table(Sheet::Ledger, LEDGER, &none.ledger, today),
        table(Sheet::Communities, COMMUNITIES, &none.communities, today),
        table(Sheet::Buildings, BUILDINGS, &none.buildings, today),
        table(Sheet::PriorAid, PRIOR_AID, &none.prior_aid, today),
        table(Sheet::Projects, PROJECTS, &none.projects, today),
        table(Sheet::Works, WORKS, &none.works, today),
        table(Sheet::Funding, FUNDING, &none.funding, today),
        table(Sheet::Approvals, APPROVALS, &none.approvals, today),
        table(Sheet::Progress, PROGRESS, &none.progress, today),
        table(Sheet::Flows, FLOWS, &none.flows, today),
    ]
}

fn table<R>(sheet: Sheet, columns: &[Column<R>], rows: &[R], today: NaiveDate) -> (Sheet, Table) {
    let table = Table {
        language: Language::Zh,
        title: sheet.name().to_owned(),
        about: Vec::new(),
        as_of: today,
        columns: columns.iter().map(|of| column(of.spec.field, of.spec.head, of.spec.kind.unit())).collect(),
        rows: rows.iter().map(|row| Row::plain(columns.iter().map(|column| (column.show)(row)))).collect(),
        empty: None,
    };
    (sheet, table)
}

/// The rows so far.
#[derive(Default)]
struct Out {
    today: NaiveDate,
    seen: BTreeSet<Uuid>,
    ledger: Vec<LedgerRow>,
    communities: Vec<CommunityRow>,
    buildings: Vec<BuildingRow>,
    prior_aid: Vec<PriorAidRow>,
    projects: Vec<ProjectRow>,
    works: Vec<WorkRow>,
    funding: Vec<FundingRow>,
    approvals: Vec<ApprovalRow>,
    progress: Vec<ProgressRow>,
    flows: Vec<FlowRow>,
}

impl Out {
    fn dossier(&mut self, known: Known<'_>, dossier: &Dossier) {
        let Dossier { community, project, project_community: entry, reports, .. } = dossier;
        let code = || community.code.clone();
        let year = Some(entry.plan_year);
        let of_reports: Vec<&MonthlyReport> = reports.iter().collect();
        let facts = LedgerFacts { programme: known.programme, community, project, entry, reports: &of_reports };
        let number = i64::try_from(self.ledger.len() + 1).ok();
        self.ledger.push(LedgerRow { number, ..ledger_row(&facts, self.today) });
        let row = CommunityRow { community: community.clone(), project: project.clone(), entry: entry.clone() };
        self.communities.push(row);
        if self.seen.insert(community.id) {
            let buildings = community.buildings.iter().cloned();
            self.buildings.extend(buildings.map(|building| BuildingRow { code: code(), building }));
            self.prior_aid.extend(community.prior_subsidies.iter().cloned().map(|aid| PriorAidRow {
                code: code(),
                item: aid.item,
                buildings: aid.buildings,
                level: Some(aid.level),
                programme: aid.programme,
                year: aid.year,
                amount: aid.amount,
                doc: aid.doc,
            }));
        }
        if self.seen.insert(project.id) {
            self.projects.push(ProjectRow::of(project.clone()));
            self.approvals.extend(project.steps.iter().map(|step| ApprovalRow {
                code: code(),
                year,
                step: Some(step.step),
                state: StepState::of(step.status, step.requirement),
                date: step.date,
                doc_no: step.doc_no.clone(),
            }));
        }
        self.works.extend(entry.lines.iter().cloned().map(|line| {
            let party = line.implementing_party.clone();
            let party_operator = party.as_ref().and_then(|party| party.operator_kind);
            let party_kind = party.map(|party| party.kind).unwrap_or_default();
            WorkRow { code: code(), year, line, party_kind, party_operator }
        }));
        self.funding.extend((1..).zip(entry.commitments.iter().cloned()).map(|(number, commitment)| FundingRow {
            code: code(),
            year,
            number: Some(number),
            commitment,
        }));
        self.months(dossier, code());
        let of = FlowRow { code: code(), year, ..FlowRow::default() };
        self.flows.extend(entry.receipts.iter().map(|receipt| of.of_receipt(receipt)));
        self.flows.extend(entry.payments.iter().map(|payment| of.of_payment(payment)));
    }

    /// A row a month that has a plan or a report.
    fn months(&mut self, dossier: &Dossier, code: String) {
        let entry = &dossier.project_community;
        let mut months: BTreeMap<Month, ProgressRow> = BTreeMap::new();
        let new = |period| ProgressRow {
            code: code.clone(),
            year: Some(entry.plan_year),
            period: Some(period),
            ..ProgressRow::default()
        };
        for month in &entry.baseline {
            months.entry(month.period).or_insert_with(|| new(month.period)).baseline = Some(month.cum_progress);
        }
        for report in &dossier.reports {
            let row = months.entry(report.period).or_insert_with(|| new(report.period));
            row.cum_progress = Some(report.cum_progress);
            row.month_invest = Some(report.month_invest);
            row.cum_invest = Some(report.cum_invest);
            row.problems.clone_from(&report.problems);
            row.next_steps.clone_from(&report.next_steps);
            row.reporter.clone_from(&report.reporter);
            row.submitted_at = report.submitted_at;
        }
        self.progress.extend(months.into_values());
    }
}
