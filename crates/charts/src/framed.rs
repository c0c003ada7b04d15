//! A chart as a picture that stands for itself: its title and message over the drawing, unit, scope and day under it, on a ground.
//! It is what leaves the pages: a file, a picture in the clipboard.

use crate::{
    backend::FONTS,
    drawing::{Size, draw, natural_height_in},
    text::{self, Weight},
    theme::{Theme, Tone},
    xml::escape,
};
use anju_domain::{
    chart::Chart,
    language::Text,
    words::{figure, fill, quantities},
};
use std::fmt::Write;

/// The width of a picture that stands for itself, in pixels.
pub const FRAMED_WIDTH: u32 = 960;
/// Room around it.
const MARGIN: u32 = 24;
const SEPARATOR: Text = Text::new("；", "; ");

/// The picture as SVG of [`FRAMED_WIDTH`] and its size; the same chart and theme give the same bytes everywhere.
pub fn framed(chart: &Chart, theme: Theme) -> (String, Size) {
    let inner = FRAMED_WIDTH - 2 * MARGIN;
    let sizes = theme.sizes();
    let (title, body) = (sizes.value + 5, sizes.value);
    let room = f64::from(inner);
    let line = sizes.line.ceil() as u32;
    let message = if chart.message.is_empty() {
        Vec::new()
    } else {
        text::wrapped(&chart.message, body, Weight::Normal, room, 4)
    };
    let date = fill(figure::AS_OF, chart.language, &[("date", &quantities::date(chart.language, chart.as_of))]);
    let foot = [chart.note.as_str(), chart.scope.as_str(), date.as_str()];
    let foot: Vec<&str> = foot.into_iter().filter(|part| !part.is_empty()).collect();
    let foot = text::wrapped(&foot.join(SEPARATOR.get(chart.language)), sizes.label, Weight::Normal, room, 4);
    let drawn = natural_height_in(chart, inner, theme);
    let drawing = draw(chart, Size { width: inner, height: drawn }, theme);
    let below = |lines: &[String]| line * u32::try_from(lines.len()).unwrap_or(0);
    let top = MARGIN + title.unsigned_abs() + below(&message) + 18;
    let height = top + drawn + 12 + below(&foot) + MARGIN;
    let size = Size { width: FRAMED_WIDTH, height };
    let mut out = String::with_capacity(drawing.svg.len() + 2_048);
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{height}\" viewBox=\"0 0 {w} {height}\" font-family=\"{FONTS}\">\
         <rect width=\"{w}\" height=\"{height}\" fill=\"{}\"/>",
        theme.colour(Tone::Card),
        w = FRAMED_WIDTH,
    );
    let mut base = MARGIN + title.unsigned_abs();
    let mut put = |words: &str, size: i32, weight: u32, tone: Tone, base: u32| {
        let colour = theme.colour(tone);
        let _ = write!(
            out,
            "<text x=\"{MARGIN}\" y=\"{base}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{colour}\">"
        );
        escape(&mut out, words);
        out.push_str("</text>");
    };
    let shown = text::fitted(&chart.title, title, Weight::Bold, room);
    put(&shown, title, 600, Tone::Ink, base);
    for words in &message {
        base += line;
        put(words, body, 400, Tone::Ink, base + 4);
    }
    let mut base = top + drawn + 12;
    for words in &foot {
        base += line;
        put(words, sizes.label, 400, Tone::InkTwo, base);
    }
    // The drawing is a picture of its own within this one.
    let placed = format!("<svg x=\"{MARGIN}\" y=\"{top}\" ");
    out.push_str(&drawing.svg.replacen("<svg ", &placed, 1));
    out.push_str("</svg>");
    (out, size)
}
