//! From duties to tasks: which ones a programme has on a day, whose they are, and when they are due (section 8).
//!
//! Everything is computed anew from the programme and its dossiers and compared with what is there, so that a task that
//! would be made twice is still one. Nothing is due before the programme began.

mod anchor;
mod listed;
mod making;
mod owners;
mod planned;
mod reconcile;
mod reminder;
mod standing;
mod trigger;

pub use listed::{Listed, every_duty, listed};
pub(crate) use owners::project_owner;
pub use owners::{OFFICE, TOWN, TaskOwner, answers, bound_to, owner_text, with_account};
pub use planned::{DutyFacts, PlannedTask, arisen, began, planned_of_dossiers, planned_of_programme, planned_tasks};
pub use reconcile::{TaskChanges, reconcile, stands_as_planned};
pub use reminder::{Reminded, is_worth_reminding, period_text, reminder};
pub use standing::{DutyStanding, counts_as_due, standing};

#[cfg(test)]
mod new_day_tests;
#[cfg(test)]
mod tests;
