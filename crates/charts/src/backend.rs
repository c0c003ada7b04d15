//! The sheet on which plotters draws: SVG with classes and presentation attributes, and text measured by a table.
//!
//! Its unit is a tenth of a pixel, so that plotters' whole numbers are fine enough for a curve, and every number in
//! the picture is a whole number of tenths, written the same way on every machine.

use crate::{
    paint::{Ground, Look, Paint},
    text::{self, Weight},
    theme::{Theme, Tone},
    xml::{escape, push_tenths},
};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
    text_anchor::{HPos, VPos},
};
use std::{convert::Infallible, fmt::Write};

/// Units of the sheet in a pixel.
pub(crate) const UNIT: i32 = 10;

pub(crate) const FONTS: &str =
    "PingFang SC, Microsoft YaHei, Noto Sans CJK SC, Source Han Sans SC, system-ui, sans-serif";

/// A picture in the making.
pub(crate) struct Sheet {
    out: String,
    size: (u32, u32),
    theme: Theme,
    hatch: String,
}

/// Shorthand for what the backend answers.
type Outcome = Result<(), DrawingErrorKind<Infallible>>;

impl Sheet {
    /// An empty sheet of so many pixels; `label` is its accessible name, `about` what a reader of the file should know.
    pub(crate) fn new((width, height): (u32, u32), theme: Theme, id: &str, label: &str, about: &str) -> Self {
        let mut out = String::with_capacity(16 * 1024);
        let _ = write!(
            out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
             role=\"img\" font-family=\"{FONTS}\" font-variant=\"tabular-nums\" aria-label=\""
        );
        escape(&mut out, label);
        out.push_str("\"><desc>");
        escape(&mut out, about);
        out.push_str("</desc>");
        let id: String = id.chars().map(|sign| if sign.is_ascii_alphanumeric() { sign } else { '-' }).collect();
        Self { out, size: (width, height), theme, hatch: format!("hatch-{id}") }
    }

    /// Puts the pattern of hatched marks in, before the first of them.
    pub(crate) fn define_hatch(&mut self) {
        let accent = self.theme.colour(Tone::Accent);
        let _ = write!(
            self.out,
            "<defs><pattern id=\"{}\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\"><path class=\"hatch\" d=\"M-1 1l2 -2M0 5l5 -5M4 6l2 -2\" \
             fill=\"none\" stroke=\"{accent}\" stroke-width=\"1.2\"/></pattern></defs>",
            self.hatch
        );
    }

    /// The finished picture.
    pub(crate) fn finish(&mut self) -> String {
        self.out.push_str("</svg>");
        std::mem::take(&mut self.out)
    }

    fn open(&mut self, tag: &str, look: &Look) {
        let _ = write!(self.out, "<{tag} class=\"{}\"", look.class);
    }

    fn number(&mut self, name: &str, tenths: i32) {
        let _ = write!(self.out, " {name}=\"");
        push_tenths(&mut self.out, tenths);
        self.out.push('"');
    }

    fn close(&mut self, look: &Look) {
        match look.fill {
            Ground::None => self.out.push_str(" fill=\"none\""),
            Ground::Tone(tone) => {
                let _ = write!(self.out, " fill=\"{}\"", self.theme.colour(tone));
            }
            Ground::Hatch => {
                let _ = write!(self.out, " fill=\"url(#{})\"", self.hatch);
            }
        }
        if let Some(tone) = look.stroke {
            let _ = write!(self.out, " stroke=\"{}\"", self.theme.colour(tone));
            if look.tenths != UNIT {
                self.number("stroke-width", look.tenths);
            }
            if !look.dashes.is_empty() {
                let _ = write!(self.out, " stroke-dasharray=\"{}\"", look.dashes);
            }
        }
        self.out.push_str("/>");
    }

    fn points(&mut self, points: &[BackendCoord]) {
        self.out.push_str(" points=\"");
        for (i, &(x, y)) in points.iter().enumerate() {
            if i > 0 {
                self.out.push(' ');
            }
            push_tenths(&mut self.out, x);
            self.out.push(',');
            push_tenths(&mut self.out, y);
        }
        self.out.push('"');
    }
}

impl DrawingBackend for Sheet {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.size.0 * UNIT.unsigned_abs(), self.size.1 * UNIT.unsigned_abs())
    }

    fn ensure_prepared(&mut self) -> Outcome {
        Ok(())
    }

    fn present(&mut self) -> Outcome {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Outcome {
        self.draw_rect(point, (point.0 + 1, point.1 + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Outcome {
        self.draw_path([from, to], style)
    }

    /// An edge is drawn inside the rectangle, so that it is one sharp line of whole pixels.
    fn draw_rect<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, style: &S, _fill: bool) -> Outcome {
        let look = Paint::of_colour(style.color().rgb).look();
        let inset = if look.stroke.is_some() { UNIT / 2 } else { 0 };
        self.open("rect", &look);
        self.number("x", a.0 + inset);
        self.number("y", a.1 + inset);
        self.number("width", (b.0 - a.0 - 2 * inset).max(UNIT / 2));
        self.number("height", (b.1 - a.1 - 2 * inset).max(UNIT / 2));
        self.close(&look);
        Ok(())
    }

    /// A level or upright line is put on the middle of a pixel, so that it is sharp.
    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Outcome {
        // plotters draws the axes that we do not want too; they come without colour.
        if style.color().alpha == 0.0 {
            return Ok(());
        }
        let look = Paint::of_colour(style.color().rgb).look();
        let mut points: Vec<BackendCoord> = path.into_iter().collect();
        if let [a, b] = points.as_mut_slice() {
            let sharp = |tenths: i32| tenths.div_euclid(UNIT) * UNIT + UNIT / 2;
            if a.1 == b.1 && look.tenths == UNIT {
                a.1 = sharp(a.1);
                b.1 = a.1;
            } else if a.0 == b.0 && look.tenths == UNIT {
                a.0 = sharp(a.0);
                b.0 = a.0;
            }
        }
        if points.len() > 1 {
            self.open("polyline", &look);
            self.points(&points);
            self.close(&look);
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, at: BackendCoord, radius: u32, style: &S, _fill: bool) -> Outcome {
        let look = Paint::of_colour(style.color().rgb).look();
        self.open("circle", &look);
        self.number("cx", at.0);
        self.number("cy", at.1);
        self.number("r", radius as i32);
        self.close(&look);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, vert: I, style: &S) -> Outcome {
        let look = Paint::of_colour(style.color().rgb).look();
        let points: Vec<BackendCoord> = vert.into_iter().collect();
        self.open("polygon", &look);
        self.points(&points);
        self.close(&look);
        Ok(())
    }

    /// A text at its true size. `VPos::Bottom` means the base line, which is what a table wants.
    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, pos: BackendCoord) -> Outcome {
        let look = Paint::of_colour(style.color().rgb).look();
        let size = style.size() as i32;
        let base = match style.anchor().v_pos {
            VPos::Top => pos.1 + size * 88 / 100,
            VPos::Center => pos.1 + size * 35 / 100,
            VPos::Bottom => pos.1,
        };
        self.open("text", &look);
        self.number("x", pos.0);
        self.number("y", base);
        self.number("font-size", size);
        if weight(style) == Weight::Bold {
            self.out.push_str(" font-weight=\"600\"");
        }
        match style.anchor().h_pos {
            HPos::Left => {}
            HPos::Right => self.out.push_str(" text-anchor=\"end\""),
            HPos::Center => self.out.push_str(" text-anchor=\"middle\""),
        }
        if let Ground::Tone(tone) = look.fill {
            let _ = write!(self.out, " fill=\"{}\"", self.theme.colour(tone));
        }
        self.out.push('>');
        escape(&mut self.out, text);
        self.out.push_str("</text>");
        Ok(())
    }

    /// By the table: no font is asked, so that server and browser agree.
    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let size = style.size() as i32;
        Ok((text::width(text, size, weight(style)) as u32, size.unsigned_abs()))
    }

    /// Charts hold no bitmaps.
    fn blit_bitmap(&mut self, _: BackendCoord, _: (u32, u32), _: &[u8]) -> Outcome {
        Ok(())
    }
}

fn weight<T: BackendTextStyle>(style: &T) -> Weight {
    if matches!(style.style(), FontStyle::Bold) { Weight::Bold } else { Weight::Normal }
}
