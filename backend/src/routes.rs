//! The register of routes: method, path, who may, and the handler, one line each. Tests walk it: every role at every
//! route, and a file of tests for each.

mod who;

use self::who::{
    ACCOUNTS, AUDIT, BACKUPS, BRINGERS, FIGURES, FILES, KEEPERS, LEDGERS, REPORTERS, REPORTS, TASKS, WATCH, WORKERS,
};
use crate::endpoints::{imports, workbook};
use crate::{
    app::App,
    assets,
    endpoints::{
        accounts, audit, backups, communities, dossiers, duties, evidence,
        figures::{self, indicator_drawing::SVG},
        live, missing, money, plans, programme, reports,
        service::{self, health::Health, openapi::Description},
        session,
    },
    export::XLSX,
    http::{
        access::{self, Access},
        body::LARGEST_BODY,
        precondition::Takes,
        refusal::Refusal,
        rim,
    },
    openapi::{self, Contract, JSON},
    picture::PNG,
};
use anju_domain::api::{FAULTS_FILE, PostImport, PutImport, TEMPLATE_FILE, WORKBOOK_FILE};
use anju_domain::{
    api::{
        AUDIT_FILE, AuditQuery, COMMUNITIES_FILE, ChangePassword, CommunityQuery, DUTIES_FILE, DUTY_STANDING_FILE,
        DutyQuery, DutyStandingQuery, EVIDENCE_CONTENT, EVIDENCE_PREVIEW, Endpoint, EnterIntoPlan, INDICATOR_DRAWING,
        INDICATOR_FILE, INDICATOR_PICTURE, ListAccounts, ListAllCommunities, ListAllReports, ListAudit,
        ListCommunities, ListDuties, ListReports, MISSING_FILE, MONEY_FILE, Method, MissingQuery, MoneyQuery,
        PLANS_FILE, PostAccountReset, PostArisen, PostBackup, PostClosure, PostCompletion, PostFact,
        PostMoneyTakenBack, PostOwnerAccounts, PostPlanAdjustment, PostPlanIssue, PostPlanReturn, PostPlanSubmission,
        PostProgramme, PostRegistration, PostReminder, PostReportCorrection, PostReportReview, PostReportSubmission,
        PostReview, PostRevocation, PostStart, PostSubmission, PostUnitAccounts, PostWaiver, PostWithdrawal,
        PutAccountState, PutApprovals, PutBodies, PutBuildings, PutCommunity, PutConsentRounds, PutDuty, PutEvidence,
        PutFiscalCapacity, PutFunding, PutOpening, PutParameters, PutPayment, PutPlan, PutPriorSubsidies, PutProgramme,
        PutProject, PutReceipt, PutReport, PutSchedule, PutWorks, REPORTS_FILE, ReadAudit, ReadBackups, ReadDossier,
        ReadDuty, ReadDutyProgress, ReadFacts, ReadIndicator, ReadMissing, ReadOverview, ReadProgramme, ReadRegister,
        ReadReport, ReadReportsWaiting, ReadServerSettings, ReadSession, ReportQuery, SignIn, SignOut,
    },
    indicators::FigureQuery,
};
use axum::{
    Router,
    extract::DefaultBodyLimit,
    middleware::from_fn_with_state,
    routing::{MethodRouter, delete, get, post, put},
};
use tower_http::catch_panic::CatchPanicLayer;
use utoipa::ToSchema;

/// A route.
#[derive(Clone, Copy, Debug)]
pub struct Route {
    /// Resource and act; its file of tests has the same name.
    pub name: &'static str,
    /// Method.
    pub method: Method,
    /// Path, with `{name}` where an identity stands.
    pub path: &'static str,
    /// Who may.
    pub access: Access,
    /// What a write must say besides its body.
    pub takes: Takes,
    /// The media type of its answer.
    pub kind: &'static str,
    /// What it takes and gives as JSON.
    pub contract: Option<fn() -> Contract>,
    /// What to do.
    handler: fn() -> MethodRouter<App>,
}

/// Every route but the pages and files of the web application.
pub const ROUTES: &[Route] = &[
    of::<SignIn>("session_sign_in", Access::Public, || post(session::sign_in::handle)),
    of::<ReadSession>("session_read", Access::SignedIn, || get(session::read::handle)),
    of::<SignOut>("session_sign_out", Access::SignedIn, || delete(session::sign_out::handle)),
    of::<ChangePassword>("session_change_password", Access::SignedIn, || put(session::change_password::handle)),
    of::<ReadOverview>("figures_overview", FIGURES, || get(figures::overview::handle)),
    of::<ReadIndicator>("figures_indicator", FIGURES, || get(figures::indicator::handle)),
    at("figures_indicator_export", INDICATOR_FILE, FIGURES, XLSX, || get(figures::indicator_export::handle))
        .that_asks::<FigureQuery>(),
    at("figures_indicator_drawing", INDICATOR_DRAWING, FIGURES, SVG, || get(figures::indicator_drawing::handle))
        .that_asks::<FigureQuery>(),
    at("figures_indicator_picture", INDICATOR_PICTURE, FIGURES, PNG, || get(figures::indicator_picture::handle))
        .that_asks::<FigureQuery>(),
    of::<ReadFacts>("figures_facts", FIGURES, || get(figures::facts::handle)),
    of::<ReadProgramme>("programme_read", FIGURES, || get(programme::read::handle)),
    of::<PostProgramme>("programme_create", KEEPERS, || post(programme::create::handle)).that_adds(),
    of::<PutProgramme>("programme_edit", KEEPERS, || put(programme::edit::handle)).that_changes(),
    of::<PutParameters>("programme_parameters", KEEPERS, || put(programme::parameters::handle)).that_changes(),
    of::<PutBodies>("programme_bodies", KEEPERS, || put(programme::bodies::handle)).that_changes(),
    of::<ListCommunities>("communities_list", LEDGERS, || get(communities::list::handle)),
    of::<ListAllCommunities>("communities_all", LEDGERS, || get(communities::all::handle)),
    at("communities_export", COMMUNITIES_FILE, LEDGERS, XLSX, || get(communities::export::handle))
        .that_asks::<CommunityQuery>(),
    of::<ReadDossier>("dossiers_read", LEDGERS, || get(dossiers::read::handle)),
    of::<PutFunding>("dossiers_funding", KEEPERS, || put(dossiers::funding::handle)).that_changes(),
    of::<ReadRegister>("communities_register_view", KEEPERS, || get(communities::register_view::handle)),
    of::<PostRegistration>("communities_register", KEEPERS, || post(communities::register::handle)).that_adds(),
    of::<PutCommunity>("dossiers_community", KEEPERS, || put(dossiers::community::handle)).that_changes(),
    of::<PutBuildings>("dossiers_buildings", KEEPERS, || put(dossiers::buildings::handle)).that_changes(),
    of::<PutPriorSubsidies>("dossiers_prior_subsidies", KEEPERS, || put(dossiers::prior_subsidies::handle))
        .that_changes(),
    of::<PutProject>("dossiers_project", KEEPERS, || put(dossiers::project::handle)).that_changes(),
    of::<PutSchedule>("dossiers_schedule", KEEPERS, || put(dossiers::schedule::handle)).that_changes(),
    of::<PutWorks>("dossiers_works", KEEPERS, || put(dossiers::works::handle)).that_changes(),
    of::<EnterIntoPlan>("dossiers_plan_entry", KEEPERS, || post(dossiers::plan_entry::handle)).that_changes(),
    of::<PutReceipt>("dossiers_receipts", KEEPERS, || put(dossiers::receipts::handle)).that_changes(),
    of::<PutPayment>("dossiers_payments", KEEPERS, || put(dossiers::payments::handle)).that_changes(),
    of::<PostMoneyTakenBack>("dossiers_money_taken_back", KEEPERS, || post(dossiers::money_taken_back::handle))
        .that_changes(),
    of::<ReadMissing>("missing_read", LEDGERS, || get(missing::read::handle)),
    at("missing_export", MISSING_FILE, LEDGERS, XLSX, || get(missing::export::handle)).that_asks::<MissingQuery>(),
    at("money_export", MONEY_FILE, LEDGERS, XLSX, || get(money::export::handle)).that_asks::<MoneyQuery>(),
    at("plans_export", PLANS_FILE, LEDGERS, XLSX, || get(plans::export::handle)),
    of::<PutPlan>("plans_save", KEEPERS, || put(plans::save::handle)).that_changes(),
    of::<PostPlanSubmission>("plans_submit", KEEPERS, || post(plans::submit::handle)).that_changes(),
    of::<PostPlanReturn>("plans_return", KEEPERS, || post(plans::return_plan::handle)).that_changes(),
    of::<PostPlanIssue>("plans_issue", KEEPERS, || post(plans::issue::handle)).that_changes(),
    of::<PostPlanAdjustment>("plans_adjust", KEEPERS, || post(plans::adjust::handle)).that_changes(),
    of::<PutFiscalCapacity>("plans_fiscal_capacity", KEEPERS, || put(plans::fiscal_capacity::handle)).that_changes(),
    of::<PutApprovals>("dossiers_approvals", KEEPERS, || put(dossiers::approvals::handle)).that_changes(),
    of::<PutConsentRounds>("dossiers_consent_rounds", KEEPERS, || put(dossiers::consent_rounds::handle)).that_changes(),
    of::<PostStart>("dossiers_start", KEEPERS, || post(dossiers::start::handle)).that_changes(),
    of::<PostCompletion>("dossiers_completion", KEEPERS, || post(dossiers::completion::handle)).that_changes(),
    of::<PostWithdrawal>("dossiers_withdrawal", KEEPERS, || post(dossiers::withdrawal::handle)).that_changes(),
    of::<PostRevocation>("dossiers_revocation", KEEPERS, || post(dossiers::revocation::handle)).that_changes(),
    of::<PostFact>("dossiers_fact", KEEPERS, || post(dossiers::fact::handle)).that_changes(),
    of::<PostClosure>("dossiers_closure", KEEPERS, || post(dossiers::closure::handle)).that_changes(),
    of::<PutOpening>("dossiers_opening", KEEPERS, || put(dossiers::opening::handle)).that_changes(),
    of::<ListDuties>("duties_list", TASKS, || get(duties::list::handle)),
    at("duties_export", DUTIES_FILE, TASKS, XLSX, || get(duties::export::handle)).that_asks::<DutyQuery>(),
    at("duties_progress_export", DUTY_STANDING_FILE, TASKS, XLSX, || get(duties::progress_export::handle))
        .that_asks::<DutyStandingQuery>(),
    of::<PostArisen>("duties_raise", WORKERS, || post(duties::raise::handle)).that_adds(),
    of::<ReadDutyProgress>("duties_progress", FIGURES, || get(duties::progress::handle)),
    of::<ReadDuty>("duties_read", TASKS, || get(duties::read::handle)),
    of::<PutDuty>("duties_save", WORKERS, || put(duties::save::handle)).that_changes(),
    of::<PostSubmission>("duties_submit", WORKERS, || post(duties::submit::handle)).that_changes(),
    of::<PostWaiver>("duties_waive", WORKERS, || post(duties::waive::handle)).that_changes(),
    of::<PostReview>("duties_review", KEEPERS, || post(duties::review::handle)).that_changes(),
    of::<PostReminder>("duties_remind", KEEPERS, || post(duties::remind::handle)).that_adds(),
    of::<ListReports>("reports_list", REPORTS, || get(reports::list::handle)),
    of::<ListAllReports>("reports_all", REPORTS, || get(reports::all::handle)),
    at("reports_export", REPORTS_FILE, REPORTS, XLSX, || get(reports::export::handle)).that_asks::<ReportQuery>(),
    of::<ReadReportsWaiting>("reports_waiting", REPORTS, || get(reports::waiting::handle)),
    of::<ReadReport>("reports_read", REPORTS, || get(reports::read::handle)),
    of::<PutReport>("reports_save", REPORTERS, || put(reports::save::handle)).that_changes(),
    of::<PostReportSubmission>("reports_submit", REPORTERS, || post(reports::submit::handle)).that_changes(),
    of::<PostReportReview>("reports_review", KEEPERS, || post(reports::review::handle)).that_changes(),
    of::<PostReportCorrection>("reports_correct", KEEPERS, || post(reports::correct::handle)).that_changes(),
    of::<PutEvidence>("evidence_bring", BRINGERS, || put(evidence::bring::handle)),
    at("evidence_read", EVIDENCE_CONTENT, FILES, "application/octet-stream", || get(evidence::read::handle)),
    at("evidence_preview", EVIDENCE_PREVIEW, FILES, "image/jpeg", || get(evidence::preview::handle)),
    of::<PutImport>("imports_bring", KEEPERS, || put(imports::bring::handle)),
    of::<PostImport>("imports_commit", KEEPERS, || post(imports::commit::handle)).that_changes(),
    at("imports_faults", FAULTS_FILE, KEEPERS, XLSX, || get(imports::faults::handle)),
    at("workbook_export", WORKBOOK_FILE, LEDGERS, XLSX, || get(workbook::export::handle)),
    at("workbook_template", TEMPLATE_FILE, KEEPERS, XLSX, || get(workbook::template::handle)),
    of::<ListAccounts>("accounts_list", ACCOUNTS, || get(accounts::list::handle)),
    of::<PostUnitAccounts>("accounts_make_units", ACCOUNTS, || post(accounts::make_units::handle)),
    of::<PostOwnerAccounts>("accounts_make_owners", ACCOUNTS, || post(accounts::make_owners::handle)),
    of::<PostAccountReset>("accounts_reset", ACCOUNTS, || post(accounts::reset::handle)),
    of::<PutAccountState>("accounts_set_state", ACCOUNTS, || put(accounts::set_state::handle)),
    of::<ListAudit>("audit_all", AUDIT, || get(audit::all::handle)),
    of::<ReadAudit>("audit_read", AUDIT, || get(audit::read::handle)),
    at("audit_export", AUDIT_FILE, AUDIT, XLSX, || get(audit::export::handle)).that_asks::<AuditQuery>(),
    of::<ReadBackups>("backups_list", BACKUPS, || get(backups::list::handle)),
    of::<PostBackup>("backups_make", ACCOUNTS, || post(backups::make::handle)).that_adds(),
    at("live_follow", "/api/v1/live", Access::SignedIn, "text/event-stream", || get(live::follow::handle)),
    at("service_openapi", "/api/v1/openapi.json", Access::Public, JSON, || get(service::openapi::handle))
        .that_gives::<Description>(),
    of::<ReadServerSettings>("service_settings", ACCOUNTS, || get(service::settings::handle)),
    at("service_health", "/health", Access::Public, JSON, || get(service::health::handle)).that_gives::<Health>(),
    at("service_metrics", "/metrics", WATCH, "text/plain", || get(service::metrics::handle)),
    at("service_unsupported", "/unsupported", Access::Public, "text/html", || get(service::unsupported::handle)),
];

const fn of<E: Endpoint>(name: &'static str, access: Access, handler: fn() -> MethodRouter<App>) -> Route {
    let contract: fn() -> Contract = openapi::endpoint::<E>;
    Route {
        name,
        method: E::METHOD,
        path: E::PATH,
        access,
        takes: Takes::Nothing,
        kind: JSON,
        contract: Some(contract),
        handler,
    }
}

/// A reading that is not part of the contract between server and browser.
pub const fn at(
    name: &'static str,
    path: &'static str,
    access: Access,
    kind: &'static str,
    handler: fn() -> MethodRouter<App>,
) -> Route {
    Route { name, method: Method::Get, path, access, takes: Takes::Nothing, kind, contract: None, handler }
}

impl Route {
    const fn that_changes(self) -> Self {
        Self { takes: Takes::VersionAndKey, ..self }
    }

    const fn that_adds(self) -> Self {
        Self { takes: Takes::Key, ..self }
    }

    const fn that_gives<T: ToSchema>(self) -> Self {
        let contract: fn() -> Contract = openapi::reading::<T>;
        Self { contract: Some(contract), ..self }
    }

    const fn that_asks<Q: ToSchema>(self) -> Self {
        let contract: fn() -> Contract = openapi::asking::<Q>;
        Self { contract: Some(contract), ..self }
    }

    /// The method's name.
    pub const fn method_name(&self) -> &'static str {
        name_of(self.method)
    }
}

/// The name of a method.
pub const fn name_of(method: Method) -> &'static str {
    match method {
        Method::Get => "GET",
        Method::Post => "POST",
        Method::Put => "PUT",
        Method::Delete => "DELETE",
    }
}

/// The whole application: these routes, the web application beside them, and the rim around both.
pub fn router(app: App, routes: &[Route]) -> Router {
    let mut router = Router::new();
    for route in routes {
        let check = from_fn_with_state((app.clone(), route.access), access::check);
        router = router.route(route.path, (route.handler)().route_layer(check));
    }
    router
        .fallback(assets::handle)
        .method_not_allowed_fallback(async || Refusal::MethodNotAllowed)
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .layer(CatchPanicLayer::custom(rim::panicked))
        .layer(from_fn_with_state(app.clone(), rim::around))
        .with_state(app)
}

#[cfg(test)]
mod tests {
    use super::*;
    use anju_domain::model::Role;
    use std::collections::BTreeSet;

    #[test]
    fn no_route_is_registered_twice() {
        let distinct: BTreeSet<_> = ROUTES.iter().map(|route| (route.method_name(), route.path)).collect();
        assert_eq!(distinct.len(), ROUTES.len());
    }

    #[test]
    fn only_the_office_writes_ledgers_and_judges_and_units_work_on_their_tasks() {
        let of_tasks = ["duties_raise", "duties_save", "duties_submit", "duties_waive"];
        for route in ROUTES.iter().filter(|route| route.takes != Takes::Nothing) {
            let who = match route.name {
                name if of_tasks.contains(&name) => WORKERS,
                "reports_save" | "reports_submit" => REPORTERS,
                "backups_make" => ACCOUNTS,
                _ => KEEPERS,
            };
            assert_eq!(route.access, who, "{}", route.path);
        }
        let open = |role: Role| ROUTES.iter().any(|route| route.takes != Takes::Nothing && route.access.admits(role));
        for role in [Role::Leader, Role::Auditor, Role::Operator] {
            assert!(!open(role), "{role} writes nothing");
        }
    }

    #[test]
    fn the_administrators_see_no_figures_and_no_ledgers() {
        for role in [Role::SystemAdministrator, Role::SecurityAdministrator] {
            assert!(!FIGURES.admits(role) && !LEDGERS.admits(role) && !KEEPERS.admits(role));
        }
        assert!(!AUDIT.admits(Role::Office));
    }
}
