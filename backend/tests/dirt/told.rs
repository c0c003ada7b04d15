//! What a plan says, a line each: faults with their cells, rows that are new or change, rows that wait, remarks.

use anju_domain::{
    cells::{Reason, column_letters},
    finding::Param,
    model::{Community, Dossier, Project},
    sample::SampleProgramme,
    workbook::{Fault, ImportPlan, Remark},
};

/// Every fault: sheet, column and row, the reason, what the cell holds.
pub(crate) fn faults(plan: &ImportPlan) -> Vec<String> {
    assert_eq!(plan.more_faults, 0);
    plan.faults
        .iter()
        .map(|fault| format!("{}!{}{} {}={}", fault.sheet, fault.letters(), fault.row, why(fault), fault.value))
        .collect()
}

/// The reason; for a finding of the domain what it is about.
fn why(fault: &Fault) -> String {
    let Some(finding) = fault.why.finding.as_ref().filter(|_| fault.why.reason == Reason::Domain) else {
        return fault.why.reason.code().to_owned();
    };
    let why = match finding.params.get("why") {
        Some(Param::Text(why)) => why.clone(),
        Some(Param::List(why)) => why.join("+"),
        _ => String::new(),
    };
    if finding.rule == "malformed" { why } else { format!("{} {why}", finding.rule) }
}

/// Everything that a plan says.
pub(crate) fn lines(plan: &ImportPlan) -> Vec<String> {
    let mut lines = faults(plan);
    for change in &plan.changes {
        let fields: Vec<String> = change.fields.iter().map(|(head, was, is)| format!("{head} {was}→{is}")).collect();
        let what = if change.is_new { format!("+ {}", change.key) } else { fields.join("，") };
        lines.push(format!("{} {} {what}", change.sheet.name(), change.row));
    }
    for sheet in plan.sheets.iter().filter(|sheet| sheet.waiting > 0) {
        lines.push(format!("{} waiting {}", sheet.name, sheet.waiting));
    }
    for remark in &plan.remarks {
        lines.push(match remark {
            Remark::OtherSheet { sheet } => format!("? {sheet}"),
            Remark::OtherColumn { sheet, column, head } => format!("? {sheet} {} {head}", column_letters(*column)),
            Remark::StageLeft { sheet, row, stage } => format!("? {sheet} {row} {stage}"),
        });
    }
    lines
}

/// Puts what a plan brings and changes into a programme.
pub(crate) fn apply(plan: &ImportPlan, sample: &mut SampleProgramme) {
    let ids = |dossier: &Dossier| (dossier.community.id, dossier.project.id, dossier.project_community.id);
    for change in plan.entries.iter().filter(|change| change.before.is_none()) {
        let entry = change.after.clone();
        let community = sample.dossiers.iter().map(|known| &known.community).find(|one| one.id == entry.community);
        let project = sample.dossiers.iter().map(|known| &known.project).find(|one| one.id == entry.project);
        let made = Dossier {
            programme: sample.programme.clone(),
            community: Community { id: entry.community, ..community.cloned().unwrap_or_default() },
            project: Project { id: entry.project, ..project.cloned().unwrap_or_default() },
            project_community: entry,
            ..Dossier::default()
        };
        sample.dossiers.push(made);
    }
    for dossier in &mut sample.dossiers {
        let (community, project, entry) = ids(dossier);
        if let Some(change) = plan.communities.iter().find(|change| change.after.id == community) {
            dossier.community.clone_from(&change.after);
        }
        if let Some(change) = plan.projects.iter().find(|change| change.after.id == project) {
            dossier.project.clone_from(&change.after);
        }
        if let Some(change) = plan.entries.iter().find(|change| change.after.id == entry) {
            dossier.project_community.clone_from(&change.after);
        }
        for change in plan.reports.iter().filter(|change| change.after.project_community == entry) {
            dossier.reports.retain(|report| report.id != change.after.id);
            dossier.reports.push(change.after.clone());
        }
    }
}
