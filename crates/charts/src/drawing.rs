//! The one way in: a chart and a size become a picture and the places in it that can be pointed at.

use crate::{
    backend::Sheet,
    bars, curve, gauges,
    paint::Paint,
    pen::{Anchor, Fault, Pen},
    text::{self, Weight},
    theme::Theme,
};
use anju_domain::{
    chart::{Chart, Fill, Form},
    language::{Language, Text},
};
use plotters::drawing::DrawingArea;
use std::{cell::RefCell, rc::Rc};

/// The size of a picture in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

/// A place in a picture, in its pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Left edge.
    pub x: i32,
    /// Upper edge.
    pub y: i32,
    /// Pixels across.
    pub width: i32,
    /// Pixels down.
    pub height: i32,
}

/// A place that belongs to a row of the chart: what the pointer hits and the keyboard walks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Where it is.
    pub bounds: Bounds,
    /// Index into the chart's rows.
    pub row: usize,
    /// Index into the chart's columns, where the mark is one part of a stacked bar; none for the whole row.
    pub column: Option<usize>,
}

/// A finished picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// The picture as SVG.
    pub svg: String,
    /// Its marks in the order of the keyboard: row by row, the whole row before its parts.
    pub marks: Vec<Mark>,
}

/// Narrower than this nothing can be read; a smaller width is raised to it.
const LEAST_WIDTH: u32 = 240;
const NO_DATA: Text = Text::new("没有数据", "No data");

/// Draws a chart.
///
/// The picture has the size asked for. Where that is lower than [`natural_height_in`] it is raised, because a row cut
/// off would be worse than a page that grows. The same chart, size and theme give the same bytes everywhere.
pub fn draw(chart: &Chart, size: Size, theme: Theme) -> Drawing {
    let width = size.width.max(LEAST_WIDTH);
    let height = size.height.max(natural_height_in(chart, width, theme));
    let colon = if chart.language == Language::Zh { "：" } else { ": " };
    let name = [chart.title.as_str(), chart.message.as_str()];
    let label = name.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(colon);
    let semicolon = if chart.language == Language::Zh { "；" } else { "; " };
    let date = chart.as_of.to_string();
    let parts = [chart.note.as_str(), chart.scope.as_str(), date.as_str()];
    let about = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(semicolon);
    let mut sheet = Sheet::new((width, height), theme, &chart.id, &label, &about);
    if has_hatch(chart) {
        sheet.define_hatch();
    }
    let sheet = Rc::new(RefCell::new(sheet));
    let pen = Pen::new(DrawingArea::from(&sheet), theme);
    let (width, height) = (f64::from(width), f64::from(height));
    let marks = match &chart.form {
        _ if is_empty(chart) => draw_reason(&pen, chart, width).map(|()| Vec::new()),
        Form::Bars { .. } => bars::draw(&pen, chart, width, height),
        Form::Curve { .. } => curve::draw(&pen, chart, width, height),
        Form::Gauges { .. } => gauges::draw(&pen, chart, width),
    };
    debug_assert!(marks.is_ok(), "the sheet never fails, so plotters was asked for something wrong: {:?}", marks.err());
    drop(pen);
    let svg = sheet.borrow_mut().finish();
    Drawing { svg, marks: marks.unwrap_or_default() }
}

/// The height that a picture of this width wants in the light and dark themes.
pub fn natural_height(chart: &Chart, width: u32) -> u32 {
    natural_height_in(chart, width, Theme::Light)
}

/// The height that a picture of this width wants in a theme.
pub fn natural_height_in(chart: &Chart, width: u32, theme: Theme) -> u32 {
    let width = f64::from(width.max(LEAST_WIDTH));
    let sizes = theme.sizes();
    let height = match &chart.form {
        _ if is_empty(chart) => reason(chart, width, theme).len() as f64 * sizes.line + 8.0,
        Form::Bars { .. } => bars::natural_height(chart, width, sizes),
        Form::Curve { .. } => curve::natural_height(chart, width, sizes),
        Form::Gauges { .. } => gauges::natural_height(chart, width, sizes),
    };
    height.ceil() as u32
}

fn is_empty(chart: &Chart) -> bool {
    chart.empty.is_some() || chart.rows.is_empty()
}

fn has_hatch(chart: &Chart) -> bool {
    matches!(&chart.form, Form::Bars { layers, .. } if layers.iter().any(|layer| layer.fill == Fill::Hatched))
}

fn reason(chart: &Chart, width: f64, theme: Theme) -> Vec<String> {
    let words = chart.empty.as_deref().unwrap_or_else(|| NO_DATA.get(chart.language));
    text::wrapped(words, theme.sizes().value, Weight::Normal, width, 6)
}

fn draw_reason(pen: &Pen, chart: &Chart, width: f64) -> Result<(), Fault> {
    let words = chart.empty.as_deref().unwrap_or_else(|| NO_DATA.get(chart.language));
    let lines = text::wrapped(words, pen.sizes.value, Weight::Normal, width, 6);
    pen.lines(0.0, pen.sizes.line, &lines, Anchor::Start, Paint::Value)
}

impl Bounds {
    /// From pixels that need not be whole: the least whole rectangle around them.
    pub(crate) fn around(x: f64, y: f64, width: f64, height: f64) -> Self {
        let (left, top) = (x.floor() as i32, y.floor() as i32);
        Self { x: left, y: top, width: (x + width).ceil() as i32 - left, height: (y + height).ceil() as i32 - top }
    }
}
