//! The plot of a curve: where it lies, its two axes as plotters wants them, and its mesh.

use super::{Spec, ends, months::Ticks};
use crate::{
    backend::Sheet,
    paint::Paint,
    pen::{Fault, Pen, text_style, units},
    text::{self, Weight},
    theme::Sizes,
};
use anju_domain::chart::{Chart, Row};
use plotters::{
    chart::{ChartBuilder, ChartContext, LabelAreaPosition},
    coord::{
        cartesian::Cartesian2d,
        ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter},
    },
    style::{RGBAColor, ShapeStyle},
};
use std::ops::Range;

/// Room between the axis and the first and the last month.
const PAD: f64 = 16.0;
/// Room right of the plot, for half of the last month's name.
const RIGHT: f64 = 6.0;

/// Where the plot lies.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plot {
    pub(crate) left: f64,
    pub(crate) right: f64,
    pub(crate) top: f64,
    pub(crate) bottom: f64,
    pub(crate) width: f64,
    rows: usize,
}

impl Plot {
    /// The plot, lowered by a line for a legend where the ends of the lines cannot all be named.
    pub(crate) fn new(chart: &Chart, spec: &Spec<'_>, width: f64, height: f64, sizes: &Sizes) -> Self {
        let plot = Self::below(chart, spec, width, height, sizes, 0.0);
        let whole = ends::place(chart, spec, &plot, sizes).legend.is_empty();
        if whole { plot } else { Self::below(chart, spec, width, height, sizes, sizes.line + 4.0) }
    }

    fn below(chart: &Chart, spec: &Spec<'_>, width: f64, height: f64, sizes: &Sizes, band: f64) -> Self {
        let name = spec.below.and_then(|column| chart.columns.get(column)).map_or("", |column| column.name.as_str());
        let name = text::width(name, sizes.label, Weight::Normal).min(width * 0.22);
        let year = text::width("2022年", sizes.label, Weight::Normal);
        let left = (name.max(year).max(text::width("100%", sizes.label, Weight::Normal)) + 8.0).ceil();
        let top = f64::from(sizes.label) + 6.0 + band;
        let figures = if spec.below.is_some() { sizes.line + 6.0 } else { 0.0 };
        let bottom = (height - sizes.line - 6.0 - figures).floor();
        Self { left, right: width - RIGHT, top, bottom, width, rows: chart.rows.len() }
    }

    /// Pixels from month to month.
    pub(crate) fn step(&self) -> f64 {
        (self.right - self.left - 2.0 * PAD) / (self.rows.max(2) - 1) as f64
    }

    pub(crate) fn x(&self, row: usize) -> f64 {
        if self.rows == 1 { (self.left + self.right) / 2.0 } else { self.left + PAD + self.step() * row as f64 }
    }

    pub(crate) fn y(&self, percent: f64) -> f64 {
        self.bottom - (self.bottom - self.top) * percent / 100.0
    }

    /// The vertical band that belongs to a month.
    pub(crate) fn band(&self, row: usize) -> (f64, f64) {
        let half = self.step() / 2.0;
        let from = if row == 0 { self.left } else { self.x(row) - half };
        let to = if row + 1 == self.rows { self.right } else { self.x(row) + half };
        (from, to)
    }

    /// Where the line of today stands: values stand at month ends, so it lies between the last month that ended and the
    /// next one, by the day of the month.
    pub(crate) fn today(&self, chart: &Chart, spec: &Spec<'_>) -> Option<f64> {
        let after = spec.today_after?;
        let date = chart.as_of.to_string();
        let (month, day) = date.split_at(date.len().min(7));
        let in_next = |row: &Row| row.key == month;
        let day: f64 = day.trim_start_matches('-').parse().unwrap_or(15.0);
        let part = if chart.rows.get(after).is_some_and(in_next) { day / 31.0 } else { 0.5 };
        let x = self.x(0) + self.step() * (after as f64 - 1.0 + part);
        Some(x.clamp(self.left + 1.0, self.right - 1.0).floor())
    }
}

/// The axis of months: a position is a row, a key point a labelled month.
pub(crate) struct Months {
    rows: usize,
    ticks: Vec<(f64, String)>,
}

impl Ranged for Months {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, row: &f64, limit: (i32, i32)) -> i32 {
        let (from, to) = (f64::from(limit.0), f64::from(limit.1));
        let pad = f64::from(units(PAD));
        if self.rows == 1 {
            return ((from + to) / 2.0).round() as i32;
        }
        (from + pad + (to - from - 2.0 * pad) * row / (self.rows - 1) as f64).round() as i32
    }

    fn key_points<H: KeyPointHint>(&self, _: H) -> Vec<f64> {
        self.ticks.iter().map(|tick| tick.0).collect()
    }

    fn range(&self) -> Range<f64> {
        0.0..self.rows.saturating_sub(1) as f64
    }
}

impl ValueFormatter<f64> for Months {
    fn format_ext(&self, row: &f64) -> String {
        self.ticks.iter().find(|tick| tick.0 == *row).map(|tick| tick.1.clone()).unwrap_or_default()
    }
}

/// The axis of percents, ruled at the quarters.
pub(crate) struct Percents;

impl Ranged for Percents {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, percent: &f64, limit: (i32, i32)) -> i32 {
        (f64::from(limit.0) + f64::from(limit.1 - limit.0) * percent / 100.0).round() as i32
    }

    fn key_points<H: KeyPointHint>(&self, _: H) -> Vec<f64> {
        vec![0.0, 25.0, 50.0, 75.0, 100.0]
    }

    fn range(&self) -> Range<f64> {
        0.0..100.0
    }
}

impl ValueFormatter<f64> for Percents {
    fn format(percent: &f64) -> String {
        format!("{}%", *percent as i32)
    }
}

/// Draws mesh and labels, and gives the place to draw the lines on.
pub(crate) fn draw<'a>(
    pen: &'a Pen,
    plot: &Plot,
    ticks: &Ticks,
    height: f64,
) -> Result<ChartContext<'a, Sheet, Cartesian2d<Months, Percents>>, Fault> {
    let below = height - plot.bottom;
    let months = Months { rows: plot.rows, ticks: ticks.labels() };
    let mut context = ChartBuilder::on(&pen.area)
        .margin_top(units(plot.top))
        .margin_right(units(RIGHT))
        .set_label_area_size(LabelAreaPosition::Left, units(plot.left))
        .set_label_area_size(LabelAreaPosition::Bottom, units(below))
        .build_cartesian_2d(months, Percents)?;
    let nothing = ShapeStyle { color: RGBAColor(0, 0, 0, 0.0), filled: false, stroke_width: 1 };
    let label = text_style(pen.sizes, Paint::Label);
    // plotters puts a label two tick marks away from the axis.
    let ascent = f64::from(pen.sizes.label) * 0.88;
    context
        .configure_mesh()
        .disable_x_mesh()
        .bold_line_style(Paint::Rule.style())
        .light_line_style(nothing)
        .axis_style(nothing)
        .x_label_style(label.clone())
        .y_label_style(label)
        .set_tick_mark_size(LabelAreaPosition::Left, units(4.0))
        .set_tick_mark_size(LabelAreaPosition::Bottom, units((pen.sizes.line + 2.0 - ascent) / 2.0))
        .draw()?;
    Ok(context)
}
