//! Drawing in pixels: what the forms call, over the sheet's tenths.

use crate::{
    backend::{Sheet, UNIT},
    paint::Paint,
    text::{self, Weight},
    theme::{Sizes, Theme},
};
use plotters::{
    coord::Shift,
    drawing::{DrawingArea, DrawingAreaErrorKind},
    element::{PathElement, Polygon, Rectangle},
    style::{
        FontDesc, FontFamily, FontStyle, TextStyle,
        text_anchor::{HPos, Pos, VPos},
    },
};
use std::convert::Infallible;

/// Why a picture could not be finished. The sheet itself never fails.
pub(crate) type Fault = DrawingAreaErrorKind<Infallible>;

/// Which end of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// Draws on a sheet in pixels.
pub(crate) struct Pen {
    pub(crate) area: DrawingArea<Sheet, Shift>,
    pub(crate) sizes: &'static Sizes,
}

/// Pixels in units of the sheet.
pub(crate) fn units(pixels: f64) -> i32 {
    (pixels * f64::from(UNIT)).round() as i32
}

/// The size of a text of this paint in pixels, and its weight.
pub(crate) fn font(sizes: &Sizes, paint: Paint) -> (i32, Weight) {
    match paint {
        Paint::Label => (sizes.label, Weight::Normal),
        Paint::Strong | Paint::Alarm => (sizes.value, Weight::Bold),
        _ => (sizes.value, Weight::Normal),
    }
}

/// The style of a text of this paint, for plotters.
pub(crate) fn text_style(sizes: &Sizes, paint: Paint) -> TextStyle<'static> {
    let (size, weight) = font(sizes, paint);
    let style = if weight == Weight::Bold { FontStyle::Bold } else { FontStyle::Normal };
    FontDesc::new(FontFamily::SansSerif, f64::from(size * UNIT), style).color(&paint.colour())
}

impl Pen {
    pub(crate) fn new(area: DrawingArea<Sheet, Shift>, theme: Theme) -> Self {
        Self { area, sizes: theme.sizes() }
    }

    /// The width of a text of this paint in pixels.
    pub(crate) fn width(&self, words: &str, paint: Paint) -> f64 {
        let (size, weight) = font(self.sizes, paint);
        text::width(words, size, weight)
    }

    pub(crate) fn rect(&self, x: f64, y: f64, width: f64, height: f64, paint: Paint) -> Result<(), Fault> {
        let corners = [(units(x), units(y)), (units(x + width), units(y + height))];
        self.area.draw(&Rectangle::new(corners, paint.style()))
    }

    /// A square of a legend.
    pub(crate) fn square(&self, x: f64, base: f64, paint: Paint) -> Result<(), Fault> {
        let side = self.sizes.square;
        self.rect(x.round(), (base - side + 1.0).round(), side, side, paint)
    }

    pub(crate) fn line(&self, from: (f64, f64), to: (f64, f64), paint: Paint) -> Result<(), Fault> {
        let ends = vec![(units(from.0), units(from.1)), (units(to.0), units(to.1))];
        self.area.draw(&PathElement::new(ends, paint.style()))
    }

    pub(crate) fn polygon(&self, points: &[(f64, f64)], paint: Paint) -> Result<(), Fault> {
        let points: Vec<(i32, i32)> = points.iter().map(|&(x, y)| (units(x), units(y))).collect();
        self.area.draw(&Polygon::new(points, paint.style()))
    }

    /// A text with its base line at `base`.
    pub(crate) fn text(&self, x: f64, base: f64, words: &str, anchor: Anchor, paint: Paint) -> Result<(), Fault> {
        if words.is_empty() {
            return Ok(());
        }
        let side = match anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let style = text_style(self.sizes, paint).pos(Pos::new(side, VPos::Bottom));
        self.area.draw_text(words, &style, (units(x), units(base)))
    }

    /// Lines of text below each other, the first with its base line at `base`.
    pub(crate) fn lines(&self, x: f64, base: f64, lines: &[String], anchor: Anchor, paint: Paint) -> Result<(), Fault> {
        for (i, line) in lines.iter().enumerate() {
            self.text(x, base + i as f64 * self.sizes.line, line, anchor, paint)?;
        }
        Ok(())
    }
}
