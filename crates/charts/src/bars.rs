//! Bars: a row a category, its figures printed beside the bar; in a narrow picture the bar stands under them.

mod columns;
mod fold;
mod head;
mod layout;
mod legend;
mod place;
mod row;
mod scale;

use crate::{
    drawing::Mark,
    pen::{Fault, Pen},
    theme::Sizes,
};
use anju_domain::chart::{Chart, Form, Layer};
use layout::Layout;

/// What [`Form::Bars`] says, borrowed.
#[derive(Clone, Copy)]
pub(crate) struct Spec<'a> {
    pub(crate) before: &'a [usize],
    pub(crate) layers: &'a [Layer],
    pub(crate) stacked: bool,
    pub(crate) share_of: Option<usize>,
    pub(crate) after: &'a [usize],
    pub(crate) bars_on_sums: bool,
    pub(crate) falling: bool,
    pub(crate) line_at: Option<i64>,
}

fn spec(chart: &Chart) -> Spec<'_> {
    match &chart.form {
        Form::Bars { before, layers, stacked, share_of, after, bars_on_sums, falling, line_at } => Spec {
            before,
            layers,
            stacked: *stacked,
            share_of: *share_of,
            after,
            bars_on_sums: *bars_on_sums,
            falling: *falling,
            line_at: *line_at,
        },
        Form::Curve { .. } | Form::Gauges { .. } => Spec {
            before: &[],
            layers: &[],
            stacked: false,
            share_of: None,
            after: &[],
            bars_on_sums: false,
            falling: false,
            line_at: None,
        },
    }
}

pub(crate) fn natural_height(chart: &Chart, width: f64, sizes: &Sizes) -> f64 {
    Layout::new(chart, &spec(chart), width, sizes).height()
}

pub(crate) fn draw(pen: &Pen, chart: &Chart, width: f64, height: f64) -> Result<Vec<Mark>, Fault> {
    let spec = spec(chart);
    let mut layout = Layout::new(chart, &spec, width, pen.sizes);
    layout.stretch(height);
    layout.draw_head(pen, chart)?;
    let scale = scale::Scale::new(chart, &spec);
    let mut marks = Vec::new();
    for row in 0..chart.rows.len() {
        row::draw(pen, chart, &spec, &layout, &scale, row, &mut marks)?;
    }
    if let Some(share) = scale.line(&spec) {
        layout.draw_line(pen, share, spec.line_at.unwrap_or_default())?;
    }
    Ok(marks)
}
