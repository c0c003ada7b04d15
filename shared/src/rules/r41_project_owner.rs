//! # R-41 建设单位 · Project owner
//!
//! Clause 5.3b: the project owner is in principle the housing bureau or the town; public housing may be built by its
//! manager. Clause 5.3d lets enterprises of any ownership build; a platform company only after its market reform and
//! without financing the government. Any other unit may build with a paper that entrusts it, and then a warning
//! recalls the principle, whatever else is missing.

use super::{Check, Message, Rule, heading};
use crate::{
    facts::ProjectFacts,
    finding::{Finding, Gate, Severity},
    language::Text,
    model::{Organisation, Project},
    policy::{parameters::PRINCIPAL_PROJECT_OWNERS, stages::ProjectOwnerKind},
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(41),
    how: &[
        Text::new(
            "县住建局、城关镇人民政府为建设单位的，通过；公房管理单位只能实施公房小区。",
            "The housing bureau and the town pass; a manager of public housing builds public housing only.",
        ),
        Text::new(
            "企业和其他单位须有委托文件；平台公司还须完成市场化改制、不承担政府融资职能。",
            "An enterprise or another unit needs an entrusting paper; a platform company is also market-reformed and finances no government.",
        ),
        Text::new(
            "由企业和其他单位实施的，一并提醒原则。",
            "For an enterprise or another unit the principle is recalled.",
        ),
    ],
    messages: &[
        Message::on(
            "public_housing",
            "非公房小区不得由公房管理单位实施",
            "Only public housing may be built by its manager",
        ),
        Message::on(
            "entrusting_paper",
            "由其他单位或企业实施的，须有委托文件",
            "Another unit or an enterprise needs an entrusting paper",
        ),
        Message::on("market_reformed", "平台公司须完成市场化改制", "The platform company must be market-reformed"),
        Message::on(
            "bears_gov_financing",
            "平台公司不得承担政府融资职能",
            "The platform company may not finance the government",
        ),
        Message::any(
            "项目建设单位原则上以县住建局或城关镇为主",
            "The project owner is in principle the housing bureau or the town",
        ),
    ],
    remedy: Text::new(
        "请领导小组办公室核对建设单位；由企业或其他单位实施的，附上委托文件并核实其资格，否则改由县住建局或城关镇人民政府实施。",
        "The office checks the project owner; for an enterprise or another unit it attaches the entrusting paper and verifies what it may do, or the housing bureau or the town takes over.",
    ),
    fields: &["why"],
    check: Check::Community(check),
};

fn check(facts: &ProjectFacts<'_>, gate: Gate, found: &mut Vec<Finding>) {
    let project = facts.project;
    let kind = kind(project);
    if facts.settings.get(PRINCIPAL_PROJECT_OWNERS, facts.today).contains(kind) {
        return;
    }
    let mut stop = |why: &'static str, path: &'static str| {
        found.push(Finding::stopping_from(Gate::G1, gate, RULE.id(), path).with("why", why));
    };
    let known = ProjectOwnerKind::from_name(kind);
    if known == ProjectOwnerKind::PublicHousingManager {
        if !project.public_housing {
            stop("public_housing", "public_housing");
        }
        return;
    }
    if project.entrusting_paper.as_deref().is_none_or(|paper| paper.trim().is_empty()) {
        stop("entrusting_paper", "entrusting_paper");
    }
    if known == ProjectOwnerKind::Enterprise {
        let owner = project.owner_organisation.as_ref();
        if owner.is_some_and(|owner| owner.lgfv && !owner.market_reformed) {
            stop("market_reformed", "owner_organisation/market_reformed");
        }
        if owner.is_some_and(|owner| owner.bears_gov_financing) {
            stop("bears_gov_financing", "owner_organisation/bears_gov_financing");
        }
    }
    found.push(Finding::new(RULE.id(), Severity::W, "project_owner").with("why", "principle"));
}

/// What kind of unit builds: as its organisation says, otherwise its name, which for the principal ones is their kind.
fn kind(project: &Project) -> &str {
    let stated = |owner: &'_ Organisation| !owner.kind.trim().is_empty();
    match project.owner_organisation.as_ref().filter(|owner| stated(owner)) {
        Some(owner) => owner.kind.trim(),
        None => project.project_owner.trim(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Dossier;
    use chrono::NaiveDate;

    fn whys(project: Project, gate: Gate) -> Vec<(Severity, String)> {
        let dossier = Dossier { project, ..Dossier::default() };
        let mut found = Vec::new();
        check(&ProjectFacts::of(&dossier, NaiveDate::default()), gate, &mut found);
        let why = |finding: &Finding| finding.params.text("why").unwrap_or_default().to_owned();
        found.iter().map(|finding| (finding.severity, why(finding))).collect()
    }

    fn by(owner: &str, paper: &str) -> Project {
        Project { project_owner: owner.to_owned(), entrusting_paper: Some(paper.to_owned()), ..Project::default() }
    }

    fn platform(market_reformed: bool, bears_gov_financing: bool, paper: &str) -> Project {
        let owner = Organisation {
            kind: "企业".to_owned(),
            lgfv: true,
            market_reformed,
            bears_gov_financing,
            ..Organisation::default()
        };
        Project { owner_organisation: Some(owner), ..by("样例城投公司", paper) }
    }

    #[test]
    fn principal_owners_and_the_manager_of_public_housing() {
        assert_eq!(whys(by("县住建局", ""), Gate::G1), []);
        assert_eq!(whys(by("城关镇人民政府", ""), Gate::G1), []);
        let manager = |public_housing| Project { public_housing, ..by("公房管理单位", "") };
        assert_eq!(whys(manager(true), Gate::G1), []);
        assert_eq!(whys(manager(false), Gate::G1), [(Severity::E, "public_housing".to_owned())]);
        assert_eq!(whys(manager(false), Gate::G0), [(Severity::W, "public_housing".to_owned())]);
    }

    #[test]
    fn others_need_a_paper_and_platform_companies_their_reform() {
        let list = |whys: &[(Severity, &str)]| -> Vec<(Severity, String)> {
            whys.iter().map(|(severity, why)| (*severity, (*why).to_owned())).collect()
        };
        let principle = (Severity::W, "principle");
        assert_eq!(whys(platform(true, false, "委托书"), Gate::G1), list(&[principle]));
        assert_eq!(
            whys(platform(false, true, " "), Gate::G1),
            list(&[
                (Severity::E, "entrusting_paper"),
                (Severity::E, "market_reformed"),
                (Severity::E, "bears_gov_financing"),
                principle
            ])
        );
        assert_eq!(whys(by("某街道办事处", "授权文件"), Gate::G2), list(&[principle]));
        assert_eq!(whys(by("某街道办事处", ""), Gate::G1), list(&[(Severity::E, "entrusting_paper"), principle]));
    }
}
