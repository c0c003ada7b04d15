//! Prints the mean time of drawing 24 bars and a line of 600 points.

#[path = "../tests/drawings/samples.rs"]
#[expect(dead_code, reason = "only two of the samples are timed")]
mod samples;

use anju_charts::{Size, Theme, draw, natural_height};
use anju_domain::{chart::Chart, language::Language};
use std::time::Instant;

const ROUNDS: u32 = 500;

fn time(name: &str, chart: &Chart) {
    let size = Size { width: 600, height: natural_height(chart, 600) };
    let bytes = draw(chart, size, Theme::Light).svg.len();
    let start = Instant::now();
    for _ in 0..ROUNDS {
        std::hint::black_box(draw(std::hint::black_box(chart), size, Theme::Light));
    }
    let mean = start.elapsed() / ROUNDS;
    println!("{name}: {:.3} ms, {bytes} bytes", mean.as_secs_f64() * 1000.0);
}

fn main() {
    let mut bars = samples::arrival(Language::Zh);
    let rows = bars.rows.clone();
    bars.rows = rows.iter().cycle().take(24).cloned().collect();
    time("24 bars", &bars);
    time("line of 600 points", &samples::curve(Language::Zh, 600, 300));
}
