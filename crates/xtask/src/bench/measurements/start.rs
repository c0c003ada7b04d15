//! From the start of the process to its first answer, and its memory at rest.

use crate::bench::figure::{Figure, Target};
use crate::bench::server::Server;
use crate::bench::setting::Setting;
use crate::failure::Outcome;
use std::time::Duration;

const STARTS: usize = 9;

/// The median of nine starts on a folder that has its data, and the memory two seconds after the last.
pub(super) fn measure(setting: &Setting) -> Outcome<Vec<Figure>> {
    let data = setting.new_data("start")?;
    Server::start(&setting.program, data.path())?.stop()?;
    let mut starts = Vec::new();
    let mut memory = 0.0;
    for round in 1..=STARTS {
        let server = Server::start(&setting.program, data.path())?;
        starts.push(server.first_answer);
        if round == STARTS {
            std::thread::sleep(Duration::from_secs(2));
            memory = server.pss_mib()?;
        }
        server.stop()?;
    }
    starts.sort_unstable();
    let median = starts[STARTS / 2].as_secs_f64() * 1000.0;
    Ok(vec![
        Figure::new("start to first answer, median of 9", median, "ms", Some(Target::AtMost(100.0))),
        Figure::new("memory at rest (PSS)", memory, "MiB", Some(Target::AtMost(40.0))),
    ])
}
