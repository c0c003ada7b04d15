//! The server and the command line: lets the right people act on what the domain decides and the storage remembers.
//!
//! An endpoint is an act of a person or a reading, one file each under [`endpoints`]: read the request, act through
//! the storage, reply. Who may is declared beside each route in the register ([`routes`]) and checked in one place
//! ([`http::access`]); what went wrong is worded in one place ([`http::refusal`]). Nothing here decides a rule.

pub mod answers;
pub mod app;
pub mod assets;
pub mod backup;
pub mod clock;
pub mod command;
pub mod endpoints;
pub mod evidence;
pub mod export;
pub mod first_accounts;
pub mod http;
pub mod import;
pub mod imports;
pub mod live;
pub mod metrics;
pub mod openapi;
pub mod owner_accounts;
pub mod pages;
pub mod picture;
pub mod pinyin;
pub mod routes;
pub mod serve;
pub mod sign_in;
pub mod unit_accounts;
pub mod upkeep;
pub mod warming;
pub mod workbook;
