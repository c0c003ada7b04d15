//! What a person at the browser waits for: the first chart, and the redraw of one.

use crate::bench::figure::{Figure, Target};
use crate::bench::server::Server;
use crate::bench::setting::{Setting, number};
use crate::failure::Outcome;
use serde_json::Value;

/// From the start of the navigation to the first chart painted, nine times, each in a new browser with an empty cache.
pub(super) fn first_chart(setting: &Setting) -> Outcome<Vec<Figure>> {
    let answer = on_overview(setting, "bench_first_chart.mjs")?;
    let seconds = |name: &str| Ok(number(&answer, name)? / 1000.0);
    Ok(vec![
        Figure::new("first chart painted, cold cache, median of 9", seconds("median")?, "s", Some(Target::AtMost(1.2))),
        Figure::new("first chart painted: slowest of 9", seconds("slowest")?, "s", None),
    ])
}

/// A chart of the page is made a pixel wider or narrower: it is drawn anew, and nothing else is.
pub(super) fn redraw(setting: &Setting) -> Outcome<Vec<Figure>> {
    let answer = on_overview(setting, "bench_redraw.mjs")?;
    let (bars, points) = (number(&answer["bars"], "count")?, number(&answer["line"], "count")?);
    let (bars, points) = (format!("redraw of {bars} bars"), format!("redraw of a line of {points} points"));
    let mut figures = Vec::new();
    for (name, of, most) in [(bars, "bars", 2.0), (points, "line", 3.0)] {
        let median = number(&answer[of], "median")?;
        figures.push(Figure::new(format!("{name}, script, median of 60"), median, "ms", Some(Target::AtMost(most))));
        let drawn = number(&answer[of], "drawn")?;
        figures.push(Figure::new(format!("{name}: of which until it is drawn, marks not moved"), drawn, "ms", None));
        figures.push(Figure::new(format!("{name}: p95"), number(&answer[of], "p95")?, "ms", None));
    }
    Ok(figures)
}

/// What a script finds on the overview of the sample programme.
fn on_overview(setting: &Setting, script: &str) -> Outcome<Value> {
    let data = setting.new_data("browser")?;
    let server = Server::start(&setting.program, data.path())?;
    let cookie = super::signed_in(&server, &server.words(), "leader")?;
    let answer = setting.script(script, &[&format!("http://{}", server.address), &cookie])?;
    server.stop()?;
    Ok(answer)
}
