//! Tests of the server over HTTP: one file an act, named as the route in the register, and the sweeps over all.

mod audit_read;
mod bodies;
mod communities_list;
mod dossiers_funding;
mod dossiers_plan_entry;
mod dossiers_read;
mod figures_facts;
mod figures_indicator;
mod figures_overview;
mod guards;
mod limits;
mod live_follow;
mod pages;
mod panics;
mod service_health;
mod service_metrics;
mod service_openapi;
mod service_unsupported;
mod session_change_password;
mod session_read;
mod session_sign_in;
mod session_sign_out;
mod stopping;
mod sweep;
