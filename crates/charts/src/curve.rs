//! Lines over time: a month a row, from 0 to 100 %, with the line of today, labels at the ends of the lines and a row of figures
//! under the months.

mod axis;
mod ends;
mod months;

use crate::{
    drawing::{Bounds, Mark},
    paint::Paint,
    pen::{Anchor, Fault, Pen, units},
    text::{self, Weight},
    theme::Sizes,
};
use anju_domain::{
    chart::{Cell, Chart, Emphasis, Form, Layer, Row},
    language::Text,
};
use axis::Plot;
use plotters::{element::Circle, series::LineSeries};

const TODAY: Text = Text::new("今日", "Today");
/// Dots nearer to each other than this would run into a band.
const DOTS_APART: f64 = 9.0;

/// What [`Form::Curve`] says, borrowed.
#[derive(Clone, Copy)]
pub(crate) struct Spec<'a> {
    pub(crate) layers: &'a [Layer],
    pub(crate) below: Option<usize>,
    pub(crate) today_after: Option<usize>,
}

fn spec(chart: &Chart) -> Spec<'_> {
    match &chart.form {
        Form::Curve { layers, below, today_after } => Spec { layers, below: *below, today_after: *today_after },
        Form::Bars { .. } | Form::Gauges { .. } => Spec { layers: &[], below: None, today_after: None },
    }
}

/// As high as it is read best: flatter than wide, never a slit.
pub(crate) fn natural_height(chart: &Chart, width: f64, sizes: &Sizes) -> f64 {
    let spec = spec(chart);
    let top = f64::from(sizes.label) + 6.0;
    let figures = if spec.below.is_some() { sizes.line + 6.0 } else { 0.0 };
    (width * 0.3).clamp(132.0, 260.0).floor() + top + sizes.line + 6.0 + figures
}

pub(crate) fn draw(pen: &Pen, chart: &Chart, width: f64, height: f64) -> Result<Vec<Mark>, Fault> {
    let spec = spec(chart);
    let rows = chart.rows.len();
    let plot = Plot::new(chart, &spec, width, height, pen.sizes);
    let today = plot.today(chart, &spec);
    let ends = ends::place(chart, &spec, &plot, pen.sizes);
    let ticks = months::ticks(chart, &plot, pen.sizes);
    let mut context = axis::draw(pen, &plot, &ticks, height)?;
    let from = (plot.left, plot.bottom);
    pen.line(from, (plot.right, plot.bottom), Paint::Axis)?;
    if let Some(x) = today {
        draw_today(pen, chart, &plot, x)?;
    }
    for layer in spec.layers {
        for run in runs(chart, layer.column) {
            let points = run.iter().map(|&(row, percent)| (row as f64, percent));
            context.draw_series(LineSeries::new(points, Paint::of_line(layer.fill).style()))?;
        }
    }
    for layer in spec.layers.iter().filter(|layer| layer.fill == anju_domain::chart::Fill::Solid) {
        let points: Vec<(usize, f64)> = runs(chart, layer.column).concat();
        let last = points.len().saturating_sub(1);
        let crowded = rows > 1 && plot.step() < DOTS_APART;
        let dots = points.into_iter().enumerate().filter(|&(i, _)| !crowded || i == last);
        let dots = dots.map(|(_, (row, percent))| Circle::new((row as f64, percent), units(3.5), Paint::Dot.style()));
        context.draw_series(dots)?;
    }
    ends::draw(pen, &ends, plot.width)?;
    if let Some(year) = months::first_year(chart, &ticks, &plot, pen.sizes) {
        pen.text(0.0, plot.bottom + pen.sizes.line + 2.0, &year, Anchor::Start, Paint::Label)?;
    }
    draw_below(pen, chart, &spec, &plot, &ticks)?;
    let marks = (0..rows).map(|row| {
        let (from, to) = plot.band(row);
        Mark { bounds: Bounds::around(from.floor(), 0.0, to.floor() - from.floor(), height), row, column: None }
    });
    Ok(marks.collect())
}

/// The stretches of a line without a gap: row and percent.
fn runs(chart: &Chart, column: usize) -> Vec<Vec<(usize, f64)>> {
    let mut runs: Vec<Vec<(usize, f64)>> = vec![Vec::new()];
    for (row, percent) in chart.rows.iter().map(|row| percent(row, column)).enumerate() {
        match (percent, runs.last_mut()) {
            (Some(percent), Some(run)) => run.push((row, percent)),
            (None, Some(run)) if !run.is_empty() => runs.push(Vec::new()),
            _ => {}
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// A cell on the axis; what lies outside of it is drawn at its end.
fn percent(row: &Row, column: usize) -> Option<f64> {
    let value = match row.cells.get(column)? {
        Cell::Progress(progress) => progress.tenths() as f64 / 10.0,
        Cell::Percent(a, b, _) if *b > 0 => *a as f64 * 100.0 / *b as f64,
        Cell::Count(count) => *count as f64,
        _ => return None,
    };
    Some(value.clamp(0.0, 100.0))
}

fn draw_today(pen: &Pen, chart: &Chart, plot: &Plot, x: f64) -> Result<(), Fault> {
    let top = plot.top - f64::from(pen.sizes.label) - 2.0;
    pen.line((x, top), (x, plot.bottom), Paint::Today)?;
    let words = TODAY.get(chart.language);
    let fits = x - 5.0 - pen.width(words, Paint::Label) >= 0.0;
    let (at, anchor) = if fits { (x - 5.0, Anchor::End) } else { (x + 5.0, Anchor::Start) };
    pen.text(at, plot.top - 5.0, words, anchor, Paint::Label)
}

/// The figures under the months: the latest first, then those of the labelled months, as far as they have room.
fn draw_below(pen: &Pen, chart: &Chart, spec: &Spec<'_>, plot: &Plot, ticks: &months::Ticks) -> Result<(), Fault> {
    let Some(column) = spec.below else { return Ok(()) };
    let base = plot.bottom + 2.0 * pen.sizes.line + 6.0;
    let name = chart.columns.get(column).map_or("", |column| column.name.as_str());
    let name = text::fitted(name, pen.sizes.label, Weight::Normal, plot.left - 8.0);
    pen.text(0.0, base, &name, Anchor::Start, Paint::Label)?;
    let shown: Vec<(f64, f64, String, Paint)> = chart
        .rows
        .iter()
        .enumerate()
        .map(|(i, row)| {
            let words = row.cells.get(column).map_or_else(|| "—".to_owned(), Cell::shown);
            let ink = if row.emphasis == Emphasis::Alarm { Paint::Alarm } else { Paint::Value };
            (plot.x(i), pen.width(&words, ink), words, ink)
        })
        .collect();
    let latest = chart.rows.iter().rposition(|row| row.cells.get(column).is_some_and(|cell| *cell != Cell::Absent));
    let every = 0..shown.len();
    let order = latest.into_iter().chain(ticks.rows()).chain(if ticks.is_every() { every } else { 0..0 });
    let apart = if ticks.is_every() { 5.0 } else { 10.0 };
    let mut taken: Vec<(f64, f64)> = Vec::new();
    for i in order {
        let Some((x, width, words, ink)) = shown.get(i) else { continue };
        let (from, to) = (x - width / 2.0, x + width / 2.0);
        let free = taken.iter().all(|&(a, b)| to + apart <= a || b + apart <= from);
        if free && from >= plot.left - 4.0 && to <= plot.width {
            taken.push((from, to));
            pen.text(*x, base, words, Anchor::Middle, *ink)?;
        }
    }
    Ok(())
}
