//! How often the rules ask for memory: a budget, so that a copy which slips into what runs on each keystroke is seen.
//! Time depends on the machine, this doesn't. `-- --nocapture` shows the figures.

use allocation_counter::measure;
use anju_domain::{facts::ProjectFacts, finding::Gate, model::Dossier, rules, sample};
use chrono::NaiveDate;

/// The dossier of 样例甲小区, the largest of the samples, with the day of its programme.
fn largest_sample() -> (Dossier, NaiveDate) {
    let sample = sample::programme();
    let today = sample.programme.demonstration_date.expect("the sample has a date");
    let dossier = sample.dossiers.into_iter().find(|one| one.community.code == "GT-0001").expect("the first sample");
    (dossier, today)
}

/// Fails when something asks for memory more often, or for more of it, than it may; what is far below its budget shall
/// have a smaller one.
#[track_caller]
fn within(what: &str, most: u64, most_bytes: u64, run: impl FnOnce()) {
    let used = measure(run);
    println!("{what}: {} allocations, {} bytes in all", used.count_total, used.bytes_total);
    assert!(used.count_total <= most, "{what}: {} allocations, at most {most}", used.count_total);
    assert!(used.bytes_total <= most_bytes, "{what}: {} bytes, at most {most_bytes}", used.bytes_total);
    assert!(used.count_total * 2 > most, "{what}: {} allocations; {most} is no budget for that", used.count_total);
    assert_eq!(used.count_current, 0, "{what}: everything is given back");
}

#[test]
fn all_rules_on_the_largest_sample() {
    let (dossier, today) = largest_sample();
    let facts = ProjectFacts::of(&dossier, today);
    // One finding at the first gates, six at the last; each has a path and a list of values of its own.
    for (gate, most, most_bytes) in [(Gate::G0, 16, 2_000), (Gate::G1, 16, 2_000), (Gate::G4, 40, 4_000)] {
        within(&format!("check at {gate:?}"), most, most_bytes, || drop(rules::check(&facts, gate)));
    }
    within("facts", 3, 1_500, || drop(ProjectFacts::of(&dossier, today)));
    within("findings of a form", 60, 7_000, || drop(rules::form_findings(&facts, Some(Gate::G4))));
}
