//! Rows of 项目: flags, papers and what was approved.

use super::{Of, Pass, Standing, merge, world::Slot};
use crate::{
    cells::{Reason, Why},
    exact::Money,
    model::{Approved, BalancePlan, Project},
    workbook::sheets::{ApprovedRow, ProjectRow},
};

impl ProjectRow {
    /// The row of a project, which is moved into it.
    pub(in crate::workbook) fn of(project: Project) -> Self {
        let of = |field: fn(&Approved) -> Money| project.approved.as_ref().map(field);
        let approved = ApprovedRow {
            body: of(|approved| approved.body),
            infra: of(|approved| approved.infra),
            improvement: of(|approved| approved.improvement),
            upgrade: of(|approved| approved.upgrade),
            other: of(|approved| approved.other),
            contingency: of(|approved| approved.contingency),
            total: of(|approved| approved.total),
        };
        let plan = project.balance_plan.clone().unwrap_or_default();
        Self { project, approved, balance_doc: plan.doc, balance_approved: plan.approved }
    }

    /// The project of the row.
    fn into_project(self) -> Project {
        let Self { mut project, approved, balance_doc, balance_approved } = self;
        if approved != Self::of(project.clone()).approved {
            let is_stated = approved != ApprovedRow::default();
            project.approved = is_stated.then(|| Approved {
                body: approved.body.unwrap_or_default(),
                infra: approved.infra.unwrap_or_default(),
                improvement: approved.improvement.unwrap_or_default(),
                upgrade: approved.upgrade.unwrap_or_default(),
                other: approved.other.unwrap_or_default(),
                contingency: approved.contingency.unwrap_or_default(),
                total: approved.total.unwrap_or_default(),
            });
        }
        let plan = BalancePlan { doc: balance_doc, approved: balance_approved };
        if project.balance_plan.clone().unwrap_or_default() != plan {
            project.balance_plan = (plan != BalancePlan::default()).then_some(plan);
        }
        project
    }
}

impl Pass<'_, '_> {
    pub(super) fn project(&mut self, of: &Of<'_, ProjectRow>) -> Standing {
        let name = &of.row.project.name;
        if let Some(met) = self.world.meet(name.clone(), of.at) {
            return self.refuse(of, "project.name", Why::new(Reason::RepeatedRow).with("row", met.number));
        }
        let Some(place) = self.world.project(name) else {
            if self.world.is_bad(name) {
                return Standing::Waiting;
            }
            return self.refuse(of, "project.name", Reason::UnknownProject);
        };
        let is_new = self.world.projects.get(place).is_some_and(Slot::is_new);
        let Some(held) = self.world.projects.get_mut(place).and_then(Slot::change) else { return Standing::Faulty };
        let mut there = ProjectRow::of(std::mem::take(held));
        let before = there.project.operator_agreements.clone();
        let mut row = of.row.clone();
        // The sheet does not name the operator: it stays with the agreement of its kind and day.
        for agreement in &mut row.project.operator_agreements {
            let same = before
                .iter()
                .find(|known| known.operator_kind == agreement.operator_kind && known.signed_on == agreement.signed_on);
            agreement.operator_org = same.map(|known| known.operator_org.clone()).unwrap_or_default();
        }
        let fields = merge(&Of { row: &row, ..*of }, &mut there);
        *held = there.into_project();
        if is_new { Standing::New(name.clone()) } else { Standing::merged(name.clone(), fields) }
    }
}
