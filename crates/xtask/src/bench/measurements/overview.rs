//! Reading the overview of the sample programme over and over.

use crate::bench::figure::{self, Figure, Target};
use crate::bench::server::Server;
use crate::bench::setting::Setting;
use crate::bench::{connection, load};
use crate::failure::Outcome;
use std::time::Duration;

const PATH: &str = "/api/v1/overview";
const CONNECTIONS: usize = 16;

pub(super) fn measure(setting: &Setting) -> Outcome<Vec<Figure>> {
    let data = setting.new_data("overview")?;
    let server = Server::start(&setting.program, data.path())?;
    let cookie = super::signed_in(&server, &server.words(), "leader")?;
    let request = connection::request("GET", PATH, server.address, &[("cookie", &cookie)], b"");
    let load = load::generate(server.address, CONNECTIONS, Duration::from_secs(10), |_| {
        let request = request.clone();
        Box::new(move |_| request.clone())
    })?;
    let figures = figure::of_load("GET overview, 16 connections", &load, Target::AtLeast(10_000.0), None)?;
    server.stop()?;
    Ok(figures)
}
