//! The duties of annex 2 and those that follow from the body of the notice, looked at alike.

use crate::{
    language::Text,
    policy::{
        duties::{
            Anchor, DERIVED_DUTIES, DUTIES, DerivedDuty, DueDays, Duty, Frequency, OwnerKind, Trigger, derived_duty,
            duty,
        },
        units::unit,
    },
};

/// A duty, wherever it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// Of annex 2.
    Annex(&'static Duty),
    /// 正文派生
    Derived(&'static DerivedDuty),
}

impl Listed {
    /// `11.2` or `D7`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Annex(duty) => duty.code,
            Self::Derived(duty) => duty.id,
        }
    }

    /// What is to be done.
    pub const fn title(self) -> Text {
        match self {
            Self::Annex(duty) => duty.title,
            Self::Derived(duty) => duty.title,
        }
    }

    /// How often.
    pub const fn frequency(self) -> Frequency {
        match self {
            Self::Annex(duty) => duty.frequency,
            Self::Derived(duty) => duty.frequency,
        }
    }

    /// What shows that it was done.
    pub const fn evidence(self) -> Text {
        match self {
            Self::Annex(duty) => duty.evidence,
            Self::Derived(duty) => duty.evidence,
        }
    }

    /// What a duty per project waits for.
    pub const fn trigger(self) -> Option<Trigger> {
        match self {
            Self::Annex(duty) => duty.trigger,
            Self::Derived(duty) => duty.trigger,
        }
    }

    /// From when its days are counted, and how many.
    pub const fn due(self) -> Option<(Anchor, DueDays)> {
        let (anchor, days) = match self {
            Self::Annex(duty) => (duty.due_anchor, duty.due_days),
            Self::Derived(duty) => (duty.due_anchor, duty.due_days),
        };
        match (anchor, days) {
            (Some(anchor), Some(days)) => Some((anchor, days)),
            _ => None,
        }
    }

    /// Who answers for it.
    pub fn owners(self) -> Vec<OwnerKind> {
        match self {
            Self::Annex(duty) => unit(duty.unit).map(|unit| OwnerKind::Unit(unit.code)).into_iter().collect(),
            Self::Derived(duty) => duty.owners.iter().map(|owner| owner.kind).collect(),
        }
    }

    /// The clauses that give it, such as `A2.11`.
    pub fn clauses(self) -> Vec<String> {
        match self {
            Self::Annex(duty) => vec![duty.clause()],
            Self::Derived(duty) => duty.clauses.iter().map(|clause| (*clause).to_owned()).collect(),
        }
    }

    /// Whether it follows from the body of the notice and is shown apart.
    pub const fn is_derived(self) -> bool {
        matches!(self, Self::Derived(_))
    }
}

/// The duty with this code.
pub fn listed(code: &str) -> Option<Listed> {
    duty(code).map(Listed::Annex).or_else(|| derived_duty(code).map(Listed::Derived))
}

/// Every duty: annex 2 first.
pub fn every_duty() -> impl Iterator<Item = Listed> {
    DUTIES.iter().map(Listed::Annex).chain(DERIVED_DUTIES.iter().map(Listed::Derived))
}
