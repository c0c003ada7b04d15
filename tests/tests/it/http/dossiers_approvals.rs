//! Saving the approvals of a project (审批手续).

use super::{
    dossiers_consent_rounds::{refused_at, save as save_vote, vote},
    dossiers_funding::read,
};
use anju_domain::{
    api::{Problem, Saved},
    model::{Dossier, Role},
    policy::{
        approvals::Step,
        stages::{Requirement, StepStatus},
    },
};
use anju_tests::{
    actor::{Actor, Call},
    server::{Server, on_each_database},
};
use serde_json::{Value, json};

pub(super) fn save(actor: &Actor, dossier: &Dossier, key: &str) -> Call {
    let path = format!("/api/v1/dossiers/{}/approvals", dossier.project_community.id);
    actor.call("PUT", &path).write(dossier.project.version, key)
}

pub(super) fn passed(step: &str, on: &str) -> Value {
    json!({ "step": step, "status": "通过", "date": on, "doc_no": "〔样例〕9号" })
}

/// The opinions of all four units.
pub(super) fn all_agree(on: &str) -> Value {
    let opinions = json!({ "县住建局": "通过", "县发改局": "通过", "县财政局": "通过", "县自然资源局": "通过" });
    json!({ "opinions": opinions, "date": on })
}

fn rules(problem: &Problem) -> Vec<(&str, &str)> {
    problem.findings.iter().map(|finding| (finding.rule.as_ref(), finding.path.as_str())).collect()
}

#[test]
fn steps_follow_one_another_and_are_read_back() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let dossier = read(&server, &office, "GT-0003").await;
        let first = json!({ "steps": [passed("S01", "2022-10-02")] });
        let problem = save(&office, &dossier, "early").json(&first).send().await.problem(422, "refused");
        assert_eq!(rules(&problem), [("R-32", "consent_rounds")]);
        assert_eq!(save_vote(&office, &dossier, "vote").json(&vote(300, 200, 150)).send().await.status, 200);

        let study = json!({ "step": "S03", "status": "已报", "submitted_on": "2022-10-03", "depth_confirmed": true });
        let both = json!({ "steps": [passed("S01", "2022-10-02"), study] });
        let problem = save(&office, &dossier, "no-review").json(&both).send().await.problem(422, "refused");
        assert_eq!(rules(&problem), [("R-33", "steps/S02")]);
        let whole = json!({
            "steps": [passed("S01", "2022-10-02"), passed("S02", "2022-10-03"), study],
            "joint_review": all_agree("2022-10-03"),
            "milestones": [{ "milestone": "设计", "date": "2022-10-04" }],
            "papers": { "land_paper": "已有用地手续", "contract_date": "2022-10-05" },
        });
        let saved: Saved = save(&office, &dossier, "whole").json(&whole).send().await.json();
        assert_eq!(saved.version, dossier.project.version + 1, "the version is the project's");
        let after = read(&server, &office, "GT-0003").await;
        assert_eq!(after.project.step(Step::S01).map(|step| step.status), Some(StepStatus::Passed));
        assert_eq!(after.project.step(Step::S03a).map(|step| step.requirement), Some(Requirement::Merged));
        assert!(after.project.joint_review.is_some() && after.project.milestones.len() == 1);
        assert_eq!(after.project.land_paper.as_deref(), Some("已有用地手续"));
        // The same again changes nothing but is no conflict of its own; an older version is.
        save(&office, &dossier, "stale").json(&whole).send().await.problem(409, "stale_version");
        server.stop().await;
    });
}

#[test]
fn bad_input_is_refused_at_its_place() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let dossier = read(&server, &office, "GT-0003").await;
        let revision = server.revision().await;
        let one = |step: Value| json!({ "steps": [step] });
        for (body, path, why) in [
            (json!({ "steps": 1 }), "steps", "wrong_type"),
            (json!({ "step": [] }), "step", "unknown_field"),
            (one(json!({ "step": "S14", "status": "通过" })), "steps/0/step", "bad_value"),
            (one(json!({ "step": "S07" })), "steps/0", "missing_field"),
            (one(json!({ "step": "S07", "status": "办了" })), "steps/0/status", "bad_value"),
            (one(json!({ "step": "S07", "status": "通过" })), "steps/0/date", "missing_field"),
            (one(passed("S07", "2022-10-09")), "steps/0/date", "day_to_come"),
            (one(passed("S07", "2022-13-01")), "steps/0/date", "bad_value"),
            (one(passed("S10a", "2022-10-01")), "steps/0/step", "step_left_out"),
            (one(passed("S05", "2022-10-01")), "steps/0/status", "step_waived"),
            (
                one(json!({ "step": "S07", "status": "通过", "submitted_on": "2022-10-02", "date": "2022-10-01" })),
                "steps/0/date",
                "days_out_of_order",
            ),
            (
                one(json!({ "step": "S07", "status": "退回", "submitted_on": "2022-10-01" })),
                "steps/0/remark",
                "what_is_missing",
            ),
            (json!({ "papers": { "bond_issued": -1 } }), "papers/bond_issued", "below_zero"),
            (
                json!({ "joint_review": { "opinions": { "县教育局": "通过" } } }),
                "joint_review/opinions/县教育局",
                "unknown_review_unit",
            ),
        ] {
            refused_at(&save(&office, &dossier, "bad").json(&body).send().await, path, why);
        }
        assert_eq!(server.revision().await, revision, "nothing was stored");
        server.stop().await;
    });
}
