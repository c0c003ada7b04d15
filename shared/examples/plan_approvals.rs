//! The approvals of a project: which steps it needs, which it does not, and the clause that says so.
//! `cargo run -p anju-domain --example plan_approvals`

use anju_domain::{
    language::Language,
    policy::approval_plan::{Flags, approval_plan},
};

fn main() {
    let flags = Flags { has_lift: true, pledge: true, below_tender_limit: true, ..Flags::default() };
    for planned in approval_plan(flags) {
        let standing = planned.requirement.map_or("不需要", |requirement| requirement.shown().get(Language::Zh));
        let into = planned.merged_into.map(|into| format!("，并入{into}")).unwrap_or_default();
        let variant = planned.variant.map(|variant| format!("，{variant}")).unwrap_or_default();
        let name = planned.step.row().title.get(Language::Zh);
        let reason = planned.reason.text().get(Language::Zh);
        println!("{} {name}：{standing}{into}{variant}（{reason}；条款{}）", planned.step, planned.clause);
    }
}
