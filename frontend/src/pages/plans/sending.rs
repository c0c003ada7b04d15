//! Sending an act on a plan, and what the answer means.

use super::acting::{Act, Acting, Request};
use crate::{
    browser,
    client::{Failure, Options},
};
use anju_domain::api::{
    PostPlanAdjustment, PostPlanIssue, PostPlanReturn, PostPlanSubmission, PutFiscalCapacity, PutPlan, Saved,
};
use leptos::{prelude::*, task::spawn_local};

/// What takes the focus when an act was not done.
pub(super) const REFUSED: &str = "plan-refused";

impl Acting {
    /// Sends it. What can't be read stays here; what the rules stop is for the server to say.
    pub(super) fn send(self) {
        self.tried.set(true);
        let Ok(request) = untrack(|| self.read()) else { return };
        let is_malformed = untrack(|| self.found()).iter().any(|finding| finding.rule == "malformed");
        if self.busy.get_untracked() || is_malformed {
            return;
        }
        let version = match &request {
            Request::Assess(_) => self.facts.remote.get_untracked().map_or(0, |facts| facts.programme.version),
            _ => untrack(|| self.standing()).map_or(0, |plan| plan.version),
        };
        let options = self.key.options(version, &format!("{} {request:?}", self.plan.get_untracked()));
        let act = self.act.get_untracked();
        self.busy.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let answer = self.answer(request, options).await;
            // The page was left meanwhile.
            if self.busy.try_set(false).is_some() {
                return;
            }
            self.answered(act, answer);
        });
    }

    async fn answer(self, request: Request, options: Options) -> Result<Saved, Failure> {
        let id = self.plan.get_untracked().to_string();
        let (client, path) = (self.client, [id.as_str()]);
        match request {
            Request::Save(request) => client.send::<PutPlan>(&path, &(), &request, options).await,
            Request::Submit(request) => client.send::<PostPlanSubmission>(&path, &(), &request, options).await,
            Request::Return(request) => client.send::<PostPlanReturn>(&path, &(), &request, options).await,
            Request::Issue(request) => client.send::<PostPlanIssue>(&path, &(), &request, options).await,
            Request::Adjust(request) => client.send::<PostPlanAdjustment>(&path, &(), &request, options).await,
            Request::Assess(request) => client.send::<PutFiscalCapacity>(&[], &(), &request, options).await,
        }
    }

    fn answered(self, act: Act, answer: Result<Saved, Failure>) {
        match answer {
            Ok(_) => {
                self.open.set(false);
                self.done.set(Some(act));
                self.facts.ask();
            }
            Err(failure) => {
                if failure.is_stale() {
                    self.facts.ask();
                }
                self.failure.set(Some(failure));
                browser::focus_soon(REFUSED);
            }
        }
    }
}
