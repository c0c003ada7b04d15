//! Rows of 审批: how the steps of a project stand.

use super::{
    Of, Pass, Standing, merge,
    world::{List, Slot},
};
use crate::{
    cells::{Reason, Why},
    model::ApprovalStep,
    policy::{approvals::Step, stages::Requirement},
    workbook::sheets::{ApprovalRow, StepState},
};

/// A step as the place of its row.
pub(super) fn step_number(step: Step) -> usize {
    Step::ALL.iter().position(|known| *known == step).unwrap_or_default()
}

impl Pass<'_, '_> {
    pub(super) fn approval(&mut self, of: &Of<'_, ApprovalRow>) -> Standing {
        let row = of.row;
        let entry = match self.entry_of(of, &row.code, row.year) {
            Ok(place) => place,
            Err(standing) => return standing,
        };
        let Some(step) = row.step else { return Standing::Faulty };
        let Some(project) = self.world.entries.get(entry).map(|entry| entry.project) else { return Standing::Faulty };
        let key = format!("{} {}", row.code, step.code());
        // Steps are the project's: rows of its other communities may say the same, and nothing else.
        if let Some(met) = self.world.meet(format!("{project} {}", step.code()), of.at) {
            return self.same_step(of, met);
        }
        self.world.origins.insert((List::Steps, project, step_number(step)), of.at);
        let Some(held) = self.world.projects.get_mut(project).and_then(Slot::change) else { return Standing::Faulty };
        let (status, requirement) = row.state.parts();
        let Some(known) = held.steps.iter_mut().find(|known| known.step == step) else {
            let requirement = requirement.unwrap_or(Requirement::Needed);
            let made = ApprovalStep {
                status,
                date: row.date,
                doc_no: row.doc_no.clone(),
                ..ApprovalStep::new(step, requirement)
            };
            held.steps.push(made);
            held.steps.sort_by_key(|known| known.step);
            return Standing::New(key);
        };
        let mut there = ApprovalRow {
            state: StepState::of(known.status, known.requirement),
            date: known.date,
            doc_no: known.doc_no.clone(),
            ..row.clone()
        };
        let fields = merge(of, &mut there);
        if there.state != StepState::of(known.status, known.requirement) {
            (known.status, known.requirement) = (status, requirement.unwrap_or(Requirement::Needed));
        }
        known.date = there.date;
        known.doc_no = there.doc_no;
        Standing::merged(key, fields)
    }

    fn same_step(&mut self, of: &Of<'_, ApprovalRow>, met: super::RowOf) -> Standing {
        let place = of.read.rows.binary_search_by_key(&met.number, |row| row.number).ok();
        let first = place.filter(|_| met.which == of.at.which).and_then(|place| of.read.rows.get(place));
        let Some(first) = first else { return Standing::Unchanged };
        let is_about = |field: &str| matches!(field, "state" | "date" | "doc_no");
        let differs = of.present().find(|column| is_about(column.spec.field) && !(column.same)(&first.row, of.row));
        match differs {
            Some(column) => {
                let other = (column.show)(&first.row).shown(crate::language::Language::Zh);
                self.refuse(
                    of,
                    column.spec.field,
                    Why::new(Reason::Disagrees).with("row", met.number).with("other", other),
                )
            }
            None => Standing::Unchanged,
        }
    }
}
