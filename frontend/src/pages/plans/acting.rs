//! What is being done with a plan: which act, what is typed for it, what the rules say.

use crate::{
    client::{Client, Failure},
    facts::Facts,
    ids::new_id,
    one_key::OneKey,
    preferences::language,
    session::session,
};
use anju_domain::{
    acts::{
        Act as _, AdjustPlan, FiscalCapacityEntry, IssuePlan, PlanAdjustment, PlanFacts, PlanIssue, PlanReturn,
        PlanSheet, PlanSubmission, ReturnPlan, SaveFiscalCapacity, SavePlan, SubmitPlan,
    },
    exact::Money,
    finding::Finding,
    language::Text,
    model::AnnualPlan,
    policy::stages::CapacityConclusion,
    words::{fill, plans as words},
};
use chrono::NaiveDate;
use leptos::prelude::*;
use uuid::Uuid;

use super::figures::FigureFields;

/// The programme's day, as the server says it.
pub(super) fn today() -> NaiveDate {
    session().view().map(|view| view.today).unwrap_or_default()
}

/// An act of the office on a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    New,
    Edit,
    Submit,
    Return,
    Issue,
    Adjust,
    Assess,
}

impl Act {
    /// What people call it.
    pub(super) const fn title(self) -> Text {
        match self {
            Self::New => words::NEW,
            Self::Edit => words::EDIT,
            Self::Submit => words::SUBMIT_TITLE,
            Self::Return => words::RETURN_TITLE,
            Self::Issue => words::ISSUE_TITLE,
            Self::Adjust => words::ADJUST_TITLE,
            Self::Assess => words::CAPACITY_EDIT,
        }
    }

    /// What follows from it, where it is checked before it is sent.
    pub(super) const fn lead(self) -> Option<Text> {
        match self {
            Self::Submit => Some(words::SUBMIT_LEAD),
            Self::Return => Some(words::RETURN_LEAD),
            Self::Issue => Some(words::ISSUE_LEAD),
            Self::Adjust => Some(words::ADJUST_LEAD),
            Self::New | Self::Edit | Self::Assess => None,
        }
    }

    pub(super) const fn has_figures(self) -> bool {
        matches!(self, Self::New | Self::Edit | Self::Adjust)
    }

    pub(super) const fn has_date(self) -> bool {
        matches!(self, Self::Submit | Self::Issue | Self::Adjust)
    }

    pub(super) const fn has_reason(self) -> bool {
        matches!(self, Self::Return | Self::Adjust)
    }
}

/// A request that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Request {
    Save(PlanSheet),
    Submit(PlanSubmission),
    Return(PlanReturn),
    Issue(PlanIssue),
    Adjust(PlanAdjustment),
    Assess(FiscalCapacityEntry),
}

/// What is being done.
#[derive(Clone, Copy)]
pub(super) struct Acting {
    pub(super) facts: Facts,
    pub(super) client: Client,
    pub(super) open: RwSignal<bool>,
    pub(super) act: RwSignal<Act>,
    /// The plan; the identity of one that is to be made.
    pub(super) plan: RwSignal<Uuid>,
    pub(super) year: RwSignal<String>,
    pub(super) figures: FigureFields,
    pub(super) date: RwSignal<String>,
    pub(super) doc_no: RwSignal<String>,
    pub(super) reason: RwSignal<String>,
    pub(super) ceiling: RwSignal<String>,
    pub(super) county_borne: RwSignal<String>,
    pub(super) conclusion: RwSignal<String>,
    pub(super) busy: RwSignal<bool>,
    pub(super) tried: RwSignal<bool>,
    pub(super) failure: RwSignal<Option<Failure>>,
    pub(super) done: RwSignal<Option<Act>>,
    pub(super) key: OneKey,
}

impl Acting {
    pub(super) fn new(facts: Facts) -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            facts,
            client: expect_context(),
            open: RwSignal::new(false),
            act: RwSignal::new(Act::New),
            plan: RwSignal::new(Uuid::nil()),
            year: text(),
            figures: FigureFields::new(),
            date: text(),
            doc_no: text(),
            reason: text(),
            ceiling: text(),
            county_borne: text(),
            conclusion: text(),
            busy: RwSignal::new(false),
            tried: RwSignal::new(false),
            failure: RwSignal::new(None),
            done: RwSignal::new(None),
            key: OneKey::new(),
        }
    }

    /// Opens the dialog of an act on a plan, or for one that is to be made.
    pub(super) fn begin(self, act: Act, plan: Option<&AnnualPlan>) {
        self.act.set(act);
        self.plan.set(plan.map_or_else(new_id, |plan| plan.id));
        self.year.set(plan.map(|plan| plan.year.to_string()).unwrap_or_default());
        self.figures.take(&plan.cloned().unwrap_or_default());
        self.date.set(today().to_string());
        for text in [self.doc_no, self.reason, self.ceiling, self.county_borne, self.conclusion] {
            text.set(String::new());
        }
        if act == Act::Assess {
            self.take_capacity();
        }
        self.tried.set(false);
        self.failure.set(None);
        self.done.set(None);
        self.open.set(true);
    }

    fn take_capacity(self) {
        self.conclusion.set(CapacityConclusion::Bearable.code().to_owned());
        let year = self.year.get_untracked().parse::<i32>();
        let facts = self.facts.remote.get_untracked();
        let (Ok(year), Some(facts)) = (year, facts) else { return };
        let Some(known) = facts.programme.fiscal_capacity(year) else { return };
        self.ceiling.set(known.ceiling.wan_exact());
        self.county_borne.set(known.county_borne.wan_exact());
        self.conclusion.set(known.conclusion.code().to_owned());
        self.doc_no.set(known.doc.clone());
    }

    /// The plan as it stands.
    pub(super) fn standing(self) -> Option<AnnualPlan> {
        let plan = self.plan.get();
        self.facts.remote.get()?.plans.iter().find(|known| known.id == plan).cloned()
    }

    /// What is typed as a request; what can't be read yet as the findings of the act.
    pub(super) fn read(self) -> Result<Request, Vec<Finding>> {
        let act = self.act.get();
        let mut missing = Vec::new();
        let mut need = |path: &'static str| missing.push(Finding::malformed(path, "missing_field"));
        let year = self.year.read().parse::<i32>().ok();
        if year.is_none() {
            need("year");
        }
        let date = self.date.read().parse::<NaiveDate>().ok();
        if act.has_date() && date.is_none() {
            need("date");
        }
        let figures = self.figures.read();
        let (year, date) = (year.unwrap_or_default(), date.unwrap_or_default());
        let (doc_no, reason) = (self.doc_no.get(), self.reason.get());
        let request = match act {
            Act::New | Act::Edit => figures.map(|figures| Request::Save(PlanSheet { year, figures })),
            Act::Adjust => figures.map(|figures| Request::Adjust(PlanAdjustment { figures, date, doc_no, reason })),
            Act::Submit => Ok(Request::Submit(PlanSubmission { date, doc_no })),
            Act::Return => Ok(Request::Return(PlanReturn { reason })),
            Act::Issue => Ok(Request::Issue(PlanIssue { date, doc_no })),
            Act::Assess => {
                let money = |text: &str| Money::parse_wan(text).ok();
                let ceiling = money(&self.ceiling.read());
                let borne = if self.county_borne.read().trim().is_empty() {
                    Some(Money::ZERO)
                } else {
                    money(&self.county_borne.read())
                };
                if ceiling.is_none() {
                    need("ceiling");
                }
                if borne.is_none() {
                    need("county_borne");
                }
                let conclusion = CapacityConclusion::from_code(&self.conclusion.read()).unwrap_or_default();
                let (ceiling, county_borne) = (ceiling.unwrap_or_default(), borne.unwrap_or_default());
                Ok(Request::Assess(FiscalCapacityEntry { year, ceiling, county_borne, conclusion, doc: doc_no }))
            }
        };
        match request {
            Ok(request) if missing.is_empty() => Ok(request),
            Ok(_) => Err(missing),
            Err(found) => Err([missing, found].concat()),
        }
    }

    /// What stops the act: the very function of the server.
    pub(super) fn found(self) -> Vec<Finding> {
        let request = match self.read() {
            Ok(request) => request,
            Err(missing) => return missing,
        };
        let Some(facts) = self.facts.remote.get() else { return Vec::new() };
        let plan = || PlanFacts { programme: (*facts).clone(), plan: self.plan.get() };
        match request {
            Request::Save(request) => SavePlan::decide(&plan(), &request, today()).err(),
            Request::Submit(request) => SubmitPlan::decide(&plan(), &request, today()).err(),
            Request::Return(request) => ReturnPlan::decide(&plan(), &request, today()).err(),
            Request::Issue(request) => IssuePlan::decide(&plan(), &request, today()).err(),
            Request::Adjust(request) => AdjustPlan::decide(&plan(), &request, today()).err(),
            Request::Assess(request) => SaveFiscalCapacity::decide(&facts.programme, &request, today()).err(),
        }
        .unwrap_or_default()
    }
}

/// What was done.
#[component]
pub(super) fn Done(acting: Acting) -> impl IntoView {
    let language = language();
    let done = move || {
        let act = acting.done.get()?;
        let language = language.get();
        let said = fill(words::DONE, language, &[("act", act.title().get(language))]);
        Some(view! { <p class="notice done">{said}</p> })
    };
    view! { <div role="status">{done}</div> }
}
