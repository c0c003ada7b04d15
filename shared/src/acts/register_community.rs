//! Registering a community (新增小区): a new one with its project, or one that is known in another project or for another
//! plan year. Either may be new, each has an identity that whoever registers has made.

use super::{
    Act, Decision,
    entered::{decided, is_blank, is_long_name, is_long_text, is_year},
};
use crate::{
    finding::Finding,
    language::Text,
    model::{Community, Dossier, Programme, Project, ProjectCommunity},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How a code begins.
const PREFIX: &str = "GT-";
/// So many digits follow.
const DIGITS: usize = 4;
/// The last number that has so many digits.
const LAST: u32 = 9999;

/// Registering a community.
#[derive(Clone, Copy, Debug)]
pub struct RegisterCommunity;

/// What is registered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Registration {
    /// Identity of the project community; its dossier has the same.
    pub id: Uuid,
    /// 计划年度
    pub plan_year: i32,
    /// The community: a known one, or the identity of the new one.
    pub community: Uuid,
    /// What is known of a new community; left out for a known one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_community: Option<NewCommunity>,
    /// The project: a known one, or the identity of the new one.
    pub project: Uuid,
    /// What is known of a new project; left out for a known one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_project: Option<NewProject>,
}

/// A new community.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewCommunity {
    /// 小区编码, `GT-0001`
    pub code: String,
    /// 小区名称
    pub name: String,
    /// 行政区划代码
    pub division_code: String,
    /// 乡镇
    pub township: String,
    /// 社区
    #[serde(default)]
    pub neighbourhood: String,
    /// 地址
    #[serde(default)]
    pub address: String,
}

/// A new project.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewProject {
    /// 项目名称
    pub name: String,
    /// 建设单位
    #[serde(default)]
    pub project_owner: String,
}

/// What a registration rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegistrationFacts {
    /// The programme.
    pub programme: Programme,
    /// The codes of its communities.
    pub codes: Vec<String>,
    /// The community of the request, when it is known.
    pub community: Option<Community>,
    /// The project of the request, when it is known.
    pub project: Option<Project>,
    /// Project and plan year of each project community of this community.
    pub entries: Vec<(Uuid, i32)>,
    /// Whether the identity of the request is another project community's.
    pub is_taken: bool,
}

/// What a registration makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registered {
    /// The community, when it is new.
    pub new_community: Option<Community>,
    /// The project, when it is new.
    pub new_project: Option<Project>,
    /// The dossier that stands then.
    pub dossier: Dossier,
}

/// The number of a code `GT-0001`; none for a text of another form.
pub fn code_number(code: &str) -> Option<u32> {
    let digits = code.strip_prefix(PREFIX)?;
    (digits.len() == DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| digits.parse().ok())?
}

/// The code that is proposed for the next community: the one after the last, or the first that is free when all numbers
/// were given; none when none is.
pub fn next_code<'a>(codes: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let taken: std::collections::BTreeSet<u32> = codes.into_iter().filter_map(code_number).collect();
    let after = taken.last().map_or(1, |last| last + 1);
    let number = if after <= LAST { Some(after) } else { (1..=LAST).find(|number| !taken.contains(number)) };
    number.map(|number| format!("{PREFIX}{number:0DIGITS$}"))
}

/// What no rule can read in a registration. Paths are fields.
pub fn malformed_registration(facts: &RegistrationFacts, request: &Registration) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut say = |path: &str, why| found.push(Finding::malformed(path, why));
    if request.id.is_nil() || facts.is_taken {
        say("id", "repeated_id");
    }
    if !is_year(request.plan_year) {
        say("plan_year", "no_such_year");
    }
    match (&facts.community, &request.new_community) {
        (None, None) => say("community", "unknown_community"),
        (Some(_), Some(_)) => say("community", "repeated_id"),
        (None, Some(_)) if request.community.is_nil() => say("community", "repeated_id"),
        _ => {}
    }
    match (&facts.project, &request.new_project) {
        (None, None) => say("project", "unknown_project"),
        (Some(_), Some(_)) => say("project", "repeated_id"),
        (None, Some(_)) if request.project.is_nil() => say("project", "repeated_id"),
        _ => {}
    }
    if facts.entries.iter().any(|(project, _)| *project == request.project) {
        say("project", "already_in_project");
    } else if facts.entries.iter().any(|(_, year)| *year == request.plan_year) {
        say("plan_year", "already_in_year");
    }
    if let Some(community) = &request.new_community {
        if code_number(&community.code).is_none() {
            say("new_community/code", "code_form");
        } else if facts.codes.contains(&community.code) {
            say("new_community/code", "repeated_code");
        }
        if is_blank(&community.name) {
            say("new_community/name", "name_required");
        } else if is_long_name(&community.name) {
            say("new_community/name", "name_too_long");
        }
        if is_long_name(&community.township) {
            say("new_community/township", "name_too_long");
        }
        if is_long_name(&community.neighbourhood) {
            say("new_community/neighbourhood", "name_too_long");
        }
        if is_long_text(&community.address) {
            say("new_community/address", "too_long");
        }
    }
    if let Some(project) = &request.new_project {
        if is_blank(&project.name) {
            say("new_project/name", "name_required");
        } else if is_long_name(&project.name) {
            say("new_project/name", "name_too_long");
        }
        if is_long_name(&project.project_owner) {
            say("new_project/project_owner", "name_too_long");
        }
    }
    found
}

impl Act for RegisterCommunity {
    const NAME: &'static str = "register_community";
    const TITLE: Text = Text::new("新增小区", "Register a community");
    type Request = Registration;
    type Facts = RegistrationFacts;
    type Changes = Registered;

    fn decide(
        facts: &RegistrationFacts,
        request: &Registration,
        today: NaiveDate,
    ) -> Result<Decision<Registered>, Vec<Finding>> {
        let malformed = malformed_registration(facts, request);
        if !malformed.is_empty() {
            return Err(malformed);
        }
        let new_community = request.new_community.as_ref().map(|community| Community {
            id: request.community,
            code: community.code.clone(),
            name: community.name.trim().to_owned(),
            division_code: community.division_code.clone(),
            township: community.township.trim().to_owned(),
            neighbourhood: community.neighbourhood.trim().to_owned(),
            address: community.address.trim().to_owned(),
            ..Community::default()
        });
        let new_project = request.new_project.as_ref().map(|project| Project {
            id: request.project,
            version: 1,
            name: project.name.trim().to_owned(),
            project_owner: project.project_owner.trim().to_owned(),
            ..Project::default()
        });
        let dossier = Dossier {
            programme: facts.programme.clone(),
            community: new_community.clone().or_else(|| facts.community.clone()).unwrap_or_default(),
            project: new_project.clone().or_else(|| facts.project.clone()).unwrap_or_default(),
            project_community: ProjectCommunity {
                id: request.id,
                version: 1,
                project: request.project,
                community: request.community,
                plan_year: request.plan_year,
                ..ProjectCommunity::default()
            },
            ..Dossier::default()
        };
        let is_new = new_community.is_some();
        let changes = Registered { new_community, new_project, dossier: dossier.clone() };
        decided(&dossier, today, |path| is_new && path == "division_code", changes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{policy::stages::Stage, sample};

    fn facts() -> RegistrationFacts {
        let sample = sample::programme();
        RegistrationFacts {
            codes: sample.dossiers.iter().map(|dossier| dossier.community.code.clone()).collect(),
            programme: sample.programme,
            ..RegistrationFacts::default()
        }
    }

    fn request() -> Registration {
        Registration {
            id: Uuid::from_u128(1),
            plan_year: 2023,
            community: Uuid::from_u128(2),
            new_community: Some(NewCommunity {
                code: "GT-0005".to_owned(),
                name: " 新小区 ".to_owned(),
                division_code: "620724".to_owned(),
                township: "城关镇".to_owned(),
                ..NewCommunity::default()
            }),
            project: Uuid::from_u128(3),
            new_project: Some(NewProject { name: "改造项目".to_owned(), project_owner: "县住建局".to_owned() }),
        }
    }

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2022, 10, 8).unwrap()
    }

    fn whys(change: impl FnOnce(&mut RegistrationFacts, &mut Registration)) -> Vec<(String, String)> {
        let (mut facts, mut request) = (facts(), request());
        change(&mut facts, &mut request);
        let found = RegisterCommunity::decide(&facts, &request, today()).err().unwrap_or_default();
        found.iter().map(|f| (f.path.clone(), f.params.text("why").unwrap_or(&f.rule).to_owned())).collect()
    }

    fn one(path: &str, why: &str) -> Vec<(String, String)> {
        vec![(path.to_owned(), why.to_owned())]
    }

    #[test]
    fn a_new_community_begins_in_reserve() {
        let done = RegisterCommunity::decide(&facts(), &request(), today()).unwrap().changes;
        let entry = &done.dossier.project_community;
        assert_eq!((entry.stage, entry.version, entry.plan_year), (Stage::Reserve, 1, 2023));
        assert_eq!(done.new_community.map(|community| community.name).as_deref(), Some("新小区"));
        assert_eq!(done.new_project.map(|project| project.version), Some(1));
    }

    #[test]
    fn the_next_code_is_the_one_after_the_last() {
        assert_eq!(next_code([]).as_deref(), Some("GT-0001"));
        assert_eq!(next_code(["GT-0001", "GT-0009", "old", "GT-12345"]).as_deref(), Some("GT-0010"));
        assert_eq!(next_code(["GT-9999", "GT-0001"]).as_deref(), Some("GT-0002"), "the first gap when all are given");
        let all: Vec<String> = (1..=9999).map(|number| format!("GT-{number:04}")).collect();
        assert_eq!(next_code(all.iter().map(String::as_str)), None);
        for bad in ["GT-1", "gt-0001", "GT-00１1", "GT-+001", ""] {
            assert_eq!(code_number(bad), None, "{bad}");
        }
    }

    #[test]
    fn malformed_registrations_say_where() {
        assert!(whys(|_, _| {}).is_empty());
        assert_eq!(whys(|_, request| request.id = Uuid::nil()), one("id", "repeated_id"));
        assert_eq!(whys(|facts, _| facts.is_taken = true), one("id", "repeated_id"));
        assert_eq!(whys(|_, request| request.plan_year = 20_231), one("plan_year", "no_such_year"));
        assert_eq!(whys(|_, request| request.new_community = None), one("community", "unknown_community"));
        assert_eq!(whys(|_, request| request.new_project = None), one("project", "unknown_project"));
        assert_eq!(whys(|facts, _| facts.project = Some(Project::default())), one("project", "repeated_id"));
        let code = |code: &str| {
            let code = code.to_owned();
            whys(|_, request| request.new_community.as_mut().unwrap().code = code)
        };
        assert_eq!(code("GT-0001"), one("new_community/code", "repeated_code"));
        assert_eq!(code("甲1"), one("new_community/code", "code_form"));
        let another = whys(|_, request| request.new_community.as_mut().unwrap().division_code = "1".to_owned());
        assert_eq!(another, one("division_code", "R-07"));
        assert_eq!(
            whys(|_, request| request.new_project.as_mut().unwrap().name.clear()),
            one("new_project/name", "name_required")
        );
    }

    #[test]
    fn a_known_community_may_come_again_but_not_twice_for_a_year_or_project() {
        let known = |entries: Vec<(Uuid, i32)>| {
            whys(|facts, request| {
                request.new_community = None;
                facts.community = Some(Community::default());
                facts.entries = entries;
            })
        };
        assert!(known(vec![(Uuid::from_u128(9), 2022)]).is_empty());
        assert_eq!(known(vec![(Uuid::from_u128(9), 2023)]), one("plan_year", "already_in_year"));
        assert_eq!(known(vec![(Uuid::from_u128(3), 2022)]), one("project", "already_in_project"));
    }
}
