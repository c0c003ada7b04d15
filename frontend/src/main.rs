//! The web application: it shows what the server tells and asks the server for what people want done.
//!
//! One file fetches ([`client`]); a page is one file under `pages`, a component one file under `parts`. Figures,
//! findings and texts come from `anju-domain`; nothing here decides, and no number of the policy stands here.
#![recursion_limit = "256"]
#![expect(unreachable_pub, reason = "the component macro makes what stands beside a component `pub`")]

mod app;
mod browser;
mod client;
mod download;
mod drafts;
mod facts;
mod findings;
mod ids;
mod live;
mod naming;
mod one_key;
mod pages;
mod parts;
mod preferences;
mod remote;
mod route;
mod session;
mod styles;
mod title;
mod upload;

fn main() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    browser::remove("boot");
    leptos::mount::mount_to_body(app::App);
}
