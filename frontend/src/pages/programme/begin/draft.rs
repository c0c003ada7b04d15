//! What the office has typed so far, as text; and what it says once it can be read.

use anju_domain::{
    acts::{Act, CreateProgramme, FolderStanding, OwnValue, ProgrammeEntry, ProgrammeTerms, Targets, Window},
    exact::Area,
    finding::Finding,
    model::{Body, BodyName},
    policy::units::unit,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Where findings about windows begin.
const WINDOWS: &str = "terms/windows";

/// A window as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct TypedWindow {
    pub(super) plan_year: String,
    pub(super) cutoff: String,
}

/// A body as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct TypedBody {
    pub(super) code: String,
    pub(super) zh: String,
    pub(super) en: String,
    pub(super) ranked: bool,
}

/// What is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Draft {
    id: Uuid,
    pub(super) division_code: String,
    pub(super) name: String,
    pub(super) name_en: String,
    pub(super) basis: String,
    pub(super) township: String,
    pub(super) year_from: String,
    pub(super) year_to: String,
    pub(super) communities: String,
    pub(super) area: String,
    pub(super) households: String,
    pub(super) active_from: String,
    pub(super) windows: Vec<TypedWindow>,
    pub(super) backlog_cutoff: String,
    pub(super) operator_share: String,
    pub(super) bodies: Vec<TypedBody>,
}

impl Draft {
    /// An empty one with the bodies of the annexes.
    pub(super) fn new(id: Uuid) -> Self {
        let typed = |body: Body| {
            let name = body.names.into_iter().next().unwrap_or_default();
            TypedBody { code: body.code, zh: name.zh, en: name.en, ranked: body.ranked }
        };
        Self { id, bodies: Body::neutral().into_iter().map(typed).collect(), ..Self::default() }
    }

    /// The code of the next body that is added.
    pub(super) fn next_code(&self) -> String {
        let last = self.bodies.iter().filter_map(|body| body.code.parse::<u32>().ok()).max().unwrap_or_default();
        format!("{:02}", last + 1)
    }

    /// What it says, and all that is wrong with it: what can't be read, and what the act would refuse of the rest.
    pub(super) fn judged(&self, today: NaiveDate) -> (ProgrammeEntry, Vec<Finding>) {
        let (entry, mut found) = self.entry();
        let refused = CreateProgramme::decide(&FolderStanding::default(), &entry, today).err().unwrap_or_default();
        // What could not be read is no fault twice; rows that can't be read are not in the entry, so that the others have
        // other places there.
        let has_windows = found.iter().any(|finding| finding.path.starts_with(WINDOWS));
        for finding in refused {
            let is_known = found.iter().any(|known| known.path == finding.path);
            if !(is_known || has_windows && finding.path.starts_with(WINDOWS)) {
                found.push(finding);
            }
        }
        (entry, found)
    }

    /// What it says; what can't be read is found at its place.
    pub(super) fn entry(&self) -> (ProgrammeEntry, Vec<Finding>) {
        let mut found = Vec::new();
        let mut number = |path: &str, text: &str, is_needed: bool| match whole(text) {
            Some(number) => number,
            None if text.trim().is_empty() && !is_needed => 0,
            None => {
                found.push(Finding::malformed(
                    path,
                    if text.trim().is_empty() { "missing_field" } else { "wrong_type" },
                ));
                0
            }
        };
        let year_from = number("terms/year_from", &self.year_from, true);
        let year_to = number("terms/year_to", &self.year_to, true);
        let communities = number("terms/targets/communities", &self.communities, false);
        let households = number("terms/targets/households", &self.households, false);
        let years: Vec<i64> = self
            .windows
            .iter()
            .enumerate()
            .map(|(at, window)| number(&format!("terms/windows/{at}/plan_year"), &window.plan_year, true))
            .collect();
        let area = match self.area.trim() {
            "" => Area::default(),
            text => Area::parse(text).unwrap_or_else(|_| {
                found.push(Finding::malformed("terms/targets/area", "wrong_type"));
                Area::default()
            }),
        };
        let mut windows = Vec::new();
        for (at, (window, year)) in self.windows.iter().zip(years).enumerate() {
            match window.cutoff.parse::<NaiveDate>() {
                Ok(cutoff) => windows.push(Window { plan_year: small(year), cutoff }),
                Err(_) => found.push(Finding::malformed(format!("terms/windows/{at}/cutoff"), "bad_date")),
            }
        }
        let mut optional = |path: &str, text: &str| -> Option<NaiveDate> {
            let day = text.parse().ok();
            if day.is_none() && !text.is_empty() {
                found.push(Finding::malformed(path, "bad_date"));
            }
            day
        };
        let backlog_cutoff = optional("terms/backlog_cutoff", &self.backlog_cutoff);
        let active_from = self.active_from.trim().parse().ok();
        if active_from.is_none() && !self.active_from.trim().is_empty() {
            found.push(Finding::malformed("active_from", "bad_date"));
        }
        let own = match self.operator_share.trim() {
            "" => Vec::new(),
            text => vec![OwnValue { name: "operator_share_min".into(), value: read_number(text) }],
        };
        let terms = ProgrammeTerms {
            name: self.name.clone(),
            name_en: self.name_en.clone(),
            basis: self.basis.clone(),
            year_from: small(year_from),
            year_to: small(year_to),
            targets: Targets { communities, area, households },
            windows,
            backlog_cutoff,
            township: self.township.clone(),
        };
        let division_code = read_number(&self.division_code);
        let bodies = self.bodies.iter().map(body).collect();
        (ProgrammeEntry { id: self.id, division_code, terms, active_from, bodies, own }, found)
    }
}

/// A body as the programme holds it; the short name of the annexes leads to it too.
fn body(typed: &TypedBody) -> Body {
    let name = BodyName { zh: typed.zh.trim().to_owned(), en: typed.en.trim().to_owned(), ..BodyName::default() };
    let short = unit(&typed.code).and_then(|unit| unit.short).map(str::to_owned);
    let aliases = short.into_iter().filter(|short| *short != name.zh).collect();
    Body { code: typed.code.clone(), names: vec![name], aliases, ranked: typed.ranked }
}

/// A whole number as people type it; full-width digits and thousands separators are understood.
pub(in crate::pages::programme) fn whole(text: &str) -> Option<i64> {
    let hundredths = Area::parse(text).ok()?.hundredths();
    (hundredths % 100 == 0).then_some(hundredths / 100)
}

/// Digits as people type them; what is no number stays as it is.
fn read_number(text: &str) -> String {
    let digits: String = text
        .trim()
        .chars()
        .map(|c| match c {
            '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10).unwrap_or(c),
            c => c,
        })
        .collect();
    digits
}

/// A year that does not fit is implausible whatever it was.
fn small(year: i64) -> i32 {
    i32::try_from(year).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_is_understood_or_found_at_its_place() {
        let mut draft = Draft::new(Uuid::from_u128(1));
        draft.division_code = "６２０７２２".into();
        (draft.year_from, draft.year_to) = ("２０２６".into(), "2030".into());
        (draft.communities, draft.area) = ("1,2００".into(), "123,456.5".into());
        let (entry, found) = draft.entry();
        assert_eq!(found, []);
        assert_eq!(entry.division_code, "620722");
        assert_eq!((entry.terms.year_from, entry.terms.targets.communities), (2026, 1200));
        assert_eq!(entry.terms.targets.area.hundredths(), 12_345_650);
        draft.year_to = "二〇三〇".into();
        draft.windows.push(TypedWindow { plan_year: String::new(), cutoff: "x".into() });
        let paths: Vec<String> = draft.entry().1.into_iter().map(|finding| finding.path).collect();
        assert_eq!(paths, ["terms/year_to", "terms/windows/0/plan_year", "terms/windows/0/cutoff"]);
        assert_eq!(draft.next_code(), "23");
        // What is wrong elsewhere is said although these can't be read.
        draft.division_code = "62072".into();
        let paths: Vec<String> = draft.judged(NaiveDate::default()).1.into_iter().map(|finding| finding.path).collect();
        assert!(paths.contains(&"division_code".to_owned()) && paths.contains(&"terms/name".to_owned()), "{paths:?}");
        assert_eq!(paths.iter().filter(|path| *path == "terms/year_to").count(), 1, "{paths:?}");
    }
}
