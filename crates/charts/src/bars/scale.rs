//! How long the parts of a bar are, as shares of the room for it.

use super::Spec;
use anju_domain::chart::{Chart, Emphasis, Fill, Row};
use anju_domain::ordered;

/// A part of a bar, in shares of the full length: always between 0 and 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Part {
    pub(crate) column: usize,
    pub(crate) fill: Fill,
    pub(crate) from: f64,
    pub(crate) to: f64,
}

/// The figure that fills the room, unless each row is a share of its own base.
pub(crate) struct Scale {
    longest: f64,
    /// Where the bar of each row of a fall begins and ends.
    steps: Vec<(f64, f64)>,
}

impl Scale {
    pub(crate) fn new(chart: &Chart, spec: &Spec<'_>) -> Self {
        let longest = chart.rows.iter().filter(|row| spec.bars_on_sums || !is_sum(row)).map(|row| length(row, spec));
        let steps = if spec.falling { steps(chart, spec) } else { Vec::new() };
        let highest = steps.iter().map(|(_, to)| *to);
        Self { longest: longest.chain(highest).chain(spec.line_at.map(share)).fold(0.0, f64::max), steps }
    }

    /// Where the line stands, in shares of the full length.
    pub(crate) fn line(&self, spec: &Spec<'_>) -> Option<f64> {
        spec.line_at.map(share).filter(|at| self.longest > 0.0 && *at > 0.0).map(|at| at / self.longest)
    }

    /// The parts of a row's bar in the order of drawing: the longest first, so that none hides another.
    pub(crate) fn parts(&self, index: usize, row: &Row, spec: &Spec<'_>) -> Vec<Part> {
        if let (Some((from, to)), Some(layer)) = (self.steps.get(index), spec.layers.first()) {
            let part =
                Part { column: layer.column, fill: layer.fill, from: from / self.longest, to: to / self.longest };
            return if part.to > part.from { vec![step(part, index, row)] } else { Vec::new() };
        }
        let full = match spec.share_of {
            Some(base) => magnitude(row, base),
            None => self.longest,
        };
        if full <= 0.0 || (is_sum(row) && !spec.bars_on_sums) {
            return Vec::new();
        }
        let mut at = 0.0;
        let mut parts = Vec::new();
        for layer in spec.layers {
            let share = magnitude(row, layer.column) / full;
            let from = if spec.stacked { at } else { 0.0 };
            at = from + share;
            // What exceeds the base ends with the room; the figures beside it tell the truth.
            let part =
                Part { column: layer.column, fill: layer.fill, from: f64::min(from, 1.0), to: f64::min(at, 1.0) };
            if share > 0.0 {
                parts.push(part);
            }
        }
        if !spec.stacked {
            ordered::sort(&mut parts, |a, b| b.to.total_cmp(&a.to).then(strength(a.fill).cmp(&strength(b.fill))));
        }
        parts
    }
}

/// A percent as a share.
fn share(percent: i64) -> f64 {
    percent as f64 / 100.0
}

/// Where the bars of a fall begin and end: the first row from the left, each further one back from where the one before ended, a
/// negative one forth, sums from the left.
fn steps(chart: &Chart, spec: &Spec<'_>) -> Vec<(f64, f64)> {
    let Some(layer) = spec.layers.first() else { return Vec::new() };
    let mut stands = 0.0;
    let rows = chart.rows.iter().enumerate().map(|(index, row)| {
        let amount = signed(row, layer.column);
        if index == 0 || is_sum(row) {
            stands = f64::max(amount, 0.0);
            return (0.0, stands);
        }
        let before = stands;
        // More than all there is falls to nothing; the figures beside it tell the truth.
        stands = f64::max(before - amount, 0.0);
        (before.min(stands), before.max(stands))
    });
    rows.collect()
}

/// What is taken away is light, what is there at the beginning and what is left is solid.
fn step(part: Part, index: usize, row: &Row) -> Part {
    if index == 0 || is_sum(row) { part } else { Part { fill: Fill::Light, ..part } }
}

fn signed(row: &Row, column: usize) -> f64 {
    let fraction = row.cells.get(column).and_then(anju_domain::chart::Cell::magnitude);
    fraction.map_or(0.0, |(a, b)| if b > 0 { a as f64 / b as f64 } else { 0.0 })
}

pub(crate) fn is_sum(row: &Row) -> bool {
    matches!(row.emphasis, Emphasis::Subtotal | Emphasis::Total)
}

fn length(row: &Row, spec: &Spec<'_>) -> f64 {
    let figures = spec.layers.iter().map(|layer| magnitude(row, layer.column));
    if spec.stacked { figures.sum() } else { figures.fold(0.0, f64::max) }
}

/// A negative figure has no length.
fn magnitude(row: &Row, column: usize) -> f64 {
    let fraction = row.cells.get(column).and_then(anju_domain::chart::Cell::magnitude);
    fraction.map_or(0.0, |(a, b)| if a > 0 && b > 0 { a as f64 / b as f64 } else { 0.0 })
}

/// Where two layers are equally long, the stronger lies on top.
pub(crate) fn strength(fill: Fill) -> u8 {
    match fill {
        Fill::Outline => 0,
        Fill::Hatched => 1,
        Fill::Light => 2,
        Fill::Middle => 3,
        Fill::Solid => 4,
    }
}
