//! 修改规划: another paper changes the name, the last year, targets or windows; the month in which the programme begins may
//! move as long as it has not come. What held on a day that has passed stays.

use super::{
    Act, Decision, ProgrammeStanding, ProgrammeTerms,
    programme::{apply_terms, checked_terms},
};
use crate::{exact::Month, finding::Finding, language::Text, model::Programme};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// 修改规划
#[derive(Clone, Copy, Debug)]
pub struct EditProgramme;

/// The terms of a programme as they are to be.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ProgrammeEdit {
    /// All terms; what is as before stays as it is.
    pub terms: ProgrammeTerms,
    /// 启用月份; as before when left out.
    #[serde(default)]
    pub active_from: Option<Month>,
}

impl Act for EditProgramme {
    const NAME: &'static str = "edit_programme";
    const TITLE: Text = Text::new("修改规划", "Change the programme");
    type Request = ProgrammeEdit;
    type Facts = ProgrammeStanding;
    type Changes = Programme;

    fn decide(
        facts: &ProgrammeStanding,
        request: &ProgrammeEdit,
        today: NaiveDate,
    ) -> Result<Decision<Programme>, Vec<Finding>> {
        let before = &facts.programme;
        let terms = &request.terms;
        let mut found = checked_terms(terms);
        let mut programme = before.clone();
        if found.is_empty() {
            found.extend(kept(before, terms, today));
        }
        if let Some(month) = request.active_from.filter(|month| Some(*month) != before.active_from) {
            let present = Month::of(today);
            if before.active_from.is_some_and(|begun| begun < present) {
                found.push(Finding::malformed("active_from", "has_begun"));
            } else if month < present {
                found.push(Finding::malformed("active_from", "month_has_passed"));
            } else if !(terms.year_from..=terms.year_to).contains(&month.year()) {
                found.push(Finding::malformed("active_from", "outside_the_years"));
            }
            programme.active_from = Some(month);
        }
        if !found.is_empty() {
            return Err(found);
        }
        terms.name.trim().clone_into(&mut programme.name);
        terms.name_en.trim().clone_into(&mut programme.name_en);
        let basis = terms.basis.trim();
        // A number of the plan changes by a paper alone; a name does not need one.
        if apply_terms(&mut programme.settings, terms, today, basis).is_err() {
            return Err(vec![Finding::malformed("terms/basis", "paper_missing")]);
        }
        if !basis.is_empty() && !programme.basis_docs.iter().any(|known| known == basis) {
            programme.basis_docs.push(basis.to_owned());
        }
        Ok(Decision { changes: programme, warnings: Vec::new() })
    }
}

/// What may not change any more: the first year, years that have passed, and the windows of plan years that have.
fn kept(before: &Programme, terms: &ProgrammeTerms, today: NaiveDate) -> Vec<Finding> {
    let (from, to) = before.settings.programme_years();
    let mut found = Vec::new();
    if terms.year_from != from {
        found.push(Finding::malformed("terms/year_from", "fixed_at_the_start"));
    }
    if terms.year_to != to && terms.year_to < today.year() {
        found.push(Finding::malformed("terms/year_to", "years_have_passed"));
    }
    let changes = |year: &i32| {
        let new = terms.windows.iter().rev().find(|window| window.plan_year <= *year).map(|window| window.cutoff);
        new.is_some() && new != before.settings.window_cutoff(*year)
    };
    if (from..today.year().min(to + 1)).any(|year| changes(&year)) {
        found.push(Finding::malformed("terms/windows", "plan_year_has_passed"));
    }
    found
}
