//! What a project community shows to the others in its community: where it uses central money, and the buildings
//! that it names, which can't be removed.

use anju_domain::{
    model::{CentralUse, FundingCommitment, NamedElsewhere, ProjectCommunity},
    policy::{funding::fund, stages::CommitmentStatus},
};

/// Lines that carry central money which is 落实.
pub(crate) fn central_uses(entry: &ProjectCommunity) -> Vec<CentralUse> {
    let paid_centrally = |line: &str| {
        entry.commitments.iter().any(|commitment| {
            commitment.line == line
                && commitment.status == CommitmentStatus::Secured
                && fund(&commitment.funding).is_some_and(|fund| fund.is_central(commitment.level))
        })
    };
    let lines = entry.lines.iter().filter(|line| paid_centrally(&line.id));
    lines.map(|line| CentralUse { item: line.item.clone(), buildings: line.buildings.clone() }).collect()
}

/// Whether it shows something else now.
pub(crate) fn shows_its_community_something_else(before: &ProjectCommunity, after: &ProjectCommunity) -> bool {
    let names_alike = before.lines == after.lines && before.consent_rounds == after.consent_rounds;
    !names_alike && NamedElsewhere::of(before) != NamedElsewhere::of(after) || central_uses_differ(before, after)
}

/// Whether it uses central money elsewhere now. What most acts change, amounts, is looked past without making the lists.
fn central_uses_differ(before: &ProjectCommunity, after: &ProjectCommunity) -> bool {
    let is_paid_alike = |was: &FundingCommitment, is: &FundingCommitment| {
        was.line == is.line && was.funding == is.funding && was.level == is.level && was.status == is.status
    };
    let (was, is) = (&before.commitments, &after.commitments);
    let may_differ = before.lines != after.lines
        || was.len() != is.len()
        || !was.iter().zip(is).all(|(was, is)| is_paid_alike(was, is));
    may_differ && central_uses(before) != central_uses(after)
}
