//! Whether a duty per project concerns a project community.

use crate::{
    facts::ProjectFacts,
    model::Dossier,
    policy::{duties::Trigger, stages::LineStatus},
};

/// Whether the works of a dossier hold what the duty waits for; lines that were given up count no more.
pub(super) fn concerns(trigger: Trigger, dossier: &Dossier, facts: &ProjectFacts<'_>) -> bool {
    let lines = || facts.lines.iter().filter(|line| line.line.status != LineStatus::Cancelled);
    match trigger {
        Trigger::EveryProject | Trigger::EveryCommunity => true,
        Trigger::SpecialBonds => facts.commitments.iter().any(|commitment| commitment.commitment.funding == "F12"),
        Trigger::Items(items) => lines().any(|line| items.contains(&line.line.item.as_str())),
        Trigger::ItemOrKind(item, other, kind) => lines()
            .any(|line| line.line.item == item || (line.line.item == other && line.operator_kind() == Some(kind))),
        Trigger::PipelineItems => lines().any(|line| line.is_pipeline()),
        Trigger::UnderWorks => dossier.project_community.stage.is_under_works(),
    }
}
