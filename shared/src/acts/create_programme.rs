//! 建立改造规划: a county begins its own programme in a folder that holds none. Nothing of it is due before it begins.

use super::{
    Act, Decision, OwnValue, ProgrammeTerms,
    programme::{apply_terms, checked_terms, set},
    save_bodies::checked_bodies,
};
use crate::{
    duties::{OFFICE, TOWN},
    exact::Month,
    finding::Finding,
    language::Text,
    model::{Body, Programme},
    policy::{
        parameters::{Settings, contradictions, parameter},
        units::unit,
    },
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// 建立改造规划
#[derive(Clone, Copy, Debug)]
pub struct CreateProgramme;

/// A county's programme as it begins.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ProgrammeEntry {
    /// Identity, made by whoever enters it.
    pub id: Uuid,
    /// 行政区划代码, six digits of a county.
    pub division_code: String,
    /// What its own paper sets.
    pub terms: ProgrammeTerms,
    /// 启用月份; the present month when left out, or the first one of the programme when that is still to come.
    #[serde(default)]
    pub active_from: Option<Month>,
    /// 单位: those that differ from the annexes.
    #[serde(default)]
    pub bodies: Vec<Body>,
    /// Other parameters that the county's paper sets differently.
    #[serde(default)]
    pub own: Vec<OwnValue>,
}

/// What the act rests on: the folder in which the programme is to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FolderStanding {
    /// Whether a programme is there, and whether that is a 样例 one.
    pub holds: Option<bool>,
}

/// The paper of a programme that names none.
const NO_PAPER: &str = "建立改造规划时设定";

impl Act for CreateProgramme {
    const NAME: &'static str = "create_programme";
    const TITLE: Text = Text::new("建立改造规划", "Create the programme");
    type Request = ProgrammeEntry;
    type Facts = FolderStanding;
    type Changes = Programme;

    fn decide(
        facts: &FolderStanding,
        request: &ProgrammeEntry,
        today: NaiveDate,
    ) -> Result<Decision<Programme>, Vec<Finding>> {
        let stop = |path: &str, why| Finding::malformed(path, why);
        match facts.holds {
            Some(true) => return Err(vec![stop("", "folder_of_samples")]),
            Some(false) => return Err(vec![stop("", "programme_is_there")]),
            None => {}
        }
        let mut found = malformed_programme(request, today);
        let terms = &request.terms;
        let january = Month::new(terms.year_from, 1);
        let present = Month::of(today);
        let active_from = request.active_from.or_else(|| january.map(|january| january.max(present)));
        if !found.is_empty() {
            return Err(found);
        }
        let begins = january.map_or(today, |january| january.first_day().min(today));
        let basis = if terms.basis.trim().is_empty() { NO_PAPER } else { terms.basis.trim() };
        let mut programme = Programme {
            id: request.id,
            division_code: request.division_code.clone(),
            name: terms.name.trim().to_owned(),
            name_en: terms.name_en.trim().to_owned(),
            active_from,
            basis_docs: Some(terms.basis.trim().to_owned()).filter(|paper| !paper.is_empty()).into_iter().collect(),
            bodies: request.bodies.clone(),
            ..Programme::default()
        };
        let mut settings = Settings::default();
        let mut set_own = |name: &str, value: &str, path: &str| {
            if set(&mut settings, name, value, begins, basis).is_err() {
                found.push(stop(path, "wrong_type"));
            }
        };
        set_own("division_code", &request.division_code, "division_code");
        for (name, units) in units_by_name(&programme, today) {
            set_own(name, &units, "bodies");
        }
        for (index, own) in request.own.iter().enumerate() {
            set_own(&own.name, own.value.trim(), &format!("own/{index}/value"));
        }
        if apply_terms(&mut settings, terms, begins, basis).is_err() {
            found.push(stop("terms", "wrong_type"));
        }
        found.extend(contradictions(&settings, today).into_iter().map(|found| stop("own", found.why)));
        programme.settings = settings;
        if found.is_empty() { Ok(Decision { changes: programme, warnings: Vec::new() }) } else { Err(found) }
    }
}

/// What cannot be in a programme that begins on a day. The form says it while somebody types.
pub fn malformed_programme(request: &ProgrammeEntry, today: NaiveDate) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut say = |path: String, why| found.push(Finding::malformed(path, why));
    if request.id.is_nil() {
        say("id".to_owned(), "repeated_id");
    }
    if !is_county(&request.division_code) {
        say("division_code".to_owned(), "no_county_code");
    }
    let of_terms = checked_terms(&request.terms);
    if let Some(month) = request.active_from {
        if month < Month::of(today) {
            say("active_from".to_owned(), "month_has_passed");
        } else if of_terms.is_empty() && !(request.terms.year_from..=request.terms.year_to).contains(&month.year()) {
            say("active_from".to_owned(), "outside_the_years");
        }
    } else if of_terms.is_empty() && Month::of(today).year() > request.terms.year_to {
        say("terms/year_to".to_owned(), "years_have_passed");
    }
    for (index, own) in request.own.iter().enumerate() {
        let path = |field: &str| format!("own/{index}/{field}");
        match parameter(&own.name).next() {
            _ if request.own[..index].iter().any(|other| other.name == own.name) => {
                say(path("name"), "repeated_field");
            }
            None => say(path("name"), "unknown_parameter"),
            // They have fields of their own.
            Some(_) if OF_THE_FORM.contains(&own.name.as_str()) => say(path("name"), "fixed_by_clause"),
            Some(row) if !row.kind.accepts(own.value.trim()) => say(path("value"), "wrong_type"),
            Some(row) if !row.allows(own.value.trim()) => say(path("value"), "out_of_range"),
            Some(_) => {}
        }
    }
    found.extend(of_terms);
    let before = Programme::default();
    found.extend(checked_bodies(&before, &request.bodies));
    found
}

/// Parameters that the entry has fields for.
const OF_THE_FORM: &[&str] = &[
    "programme_year_from",
    "programme_year_to",
    "target_communities",
    "target_area",
    "target_households",
    "backlog_cutoff",
    "window_cutoff",
    "division_code",
    "home_township",
];

/// Whether six digits are the code of a county (GB/T 2260): a province that there is, and a prefecture below it.
pub fn is_county(code: &str) -> bool {
    let is_code = parameter("division_code").next().is_some_and(|row| row.kind.accepts(code));
    let (Some(province), Some(prefecture)) = (code.get(..2), code.get(2..code.len().saturating_sub(2))) else {
        return false;
    };
    is_code && PROVINCES.contains(&province) && prefecture != "00"
}

/// The first two digits of the codes of provinces (GB/T 2260).
const PROVINCES: &[&str] = &[
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44",
    "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82",
];

/// The units of the joint review (clause 4.1), by code.
const REVIEWERS: &[&str] = &["01", "02", "03", "04"];

/// The parameters that name bodies, with the names that the programme's bodies have on a day. A project owner may also be
/// told by the term of the plan.
pub(super) fn units_by_name(programme: &Programme, day: NaiveDate) -> Vec<(&'static str, String)> {
    use crate::language::Language::Zh;
    let names = programme.names_on(day);
    if names.is_empty() {
        return Vec::new();
    }
    let own = |codes: &[&str]| codes.iter().map(|code| names.body(code, Zh)).collect::<Vec<_>>();
    let mut owners = own(&[OFFICE, TOWN]);
    for term in [OFFICE, TOWN].into_iter().filter_map(unit).map(|unit| unit.zh.to_owned()) {
        if !owners.contains(&term) {
            owners.push(term);
        }
    }
    vec![("joint_review_units", own(REVIEWERS).join("、")), ("principal_project_owners", owners.join("、"))]
}
