//! One row of a bar chart.

use super::{
    Spec,
    layout::{Arrangement, Layout},
    scale::{Scale, is_sum},
};
use crate::{
    drawing::{Bounds, Mark},
    paint::Paint,
    pen::{Anchor, Fault, Pen},
};
use anju_domain::chart::{Chart, Emphasis};

/// Draws the row and adds its marks.
pub(crate) fn draw(
    pen: &Pen,
    chart: &Chart,
    spec: &Spec<'_>,
    layout: &Layout,
    scale: &Scale,
    index: usize,
    marks: &mut Vec<Mark>,
) -> Result<(), Fault> {
    let (Some(row), Some(band), Some(label)) =
        (chart.rows.get(index), layout.rows.get(index), layout.labels.get(index))
    else {
        return Ok(());
    };
    marks.push(Mark { bounds: Bounds::around(band.x, band.y, layout.width, band.height), row: index, column: None });
    if is_sum(row) {
        pen.line((band.x, band.y - 1.0), (band.x + layout.width, band.y - 1.0), Paint::Rule)?;
    }
    let ink = if is_sum(row) { Paint::Strong } else { Paint::Value };
    let label_ink = if row.emphasis == Emphasis::Alarm { Paint::Alarm } else { ink };
    let line = pen.sizes.line;
    let more = line * (label.len() as f64 - 1.0);
    // The base line of a text in the middle of a line of the row.
    let drop = f64::from(pen.sizes.value) * 0.35;
    let (label_base, figure_base, bar_y) = match layout.arrangement {
        Arrangement::Line => {
            let middle = band.y + band.height / 2.0;
            (middle - more / 2.0 + drop, middle + drop, middle - layout.thick / 2.0)
        }
        Arrangement::Under => {
            let base = band.y + pen.sizes.row / 2.0 + drop;
            (base, base, band.y + pen.sizes.row + more)
        }
        Arrangement::Stack => {
            let base = band.y + pen.sizes.row / 2.0 + drop;
            let figures = if layout.columns.is_empty() { 0.0 } else { line + 2.0 };
            (base, base + more + line + 2.0, band.y + pen.sizes.row + more + figures)
        }
        Arrangement::Captions => {
            let base = band.y + pen.sizes.row / 2.0 + drop;
            let bar = band.y + pen.sizes.row + more;
            let thick = if is_sum(row) && !spec.bars_on_sums { -4.0 } else { layout.thick };
            (base, bar + thick + line - 1.0, bar)
        }
    };
    pen.lines(band.x, label_base.floor(), label, Anchor::Start, label_ink)?;
    for (i, column) in layout.columns.iter().enumerate() {
        let Some(words) = column.cells.get(index) else { continue };
        if layout.arrangement == Arrangement::Captions {
            draw_caption(pen, layout, i, words, figure_base, ink)?;
        } else {
            let anchor = if column.words { Anchor::Start } else { Anchor::End };
            pen.text(band.x + column.edge(), figure_base.floor(), words, anchor, ink)?;
        }
    }
    let (x, length) = (band.x + layout.bar.0, layout.bar.1);
    let y = bar_y.floor();
    for part in scale.parts(index, row, spec) {
        let (from, to) = (x + length * part.from, x + length * part.to);
        // However small, a figure that is there shows.
        let width = (to - from).max(1.0).min(x + length - from);
        pen.rect(from, y, width, layout.thick, Paint::of_fill(part.fill))?;
        if spec.stacked && width >= 4.0 {
            marks.push(Mark {
                bounds: Bounds::around(from, y, width, layout.thick),
                row: index,
                column: Some(part.column),
            });
        }
    }
    Ok(())
}

/// A figure with its name, for the narrowest pictures.
fn draw_caption(pen: &Pen, layout: &Layout, i: usize, words: &str, base: f64, ink: Paint) -> Result<(), Fault> {
    let Some(column) = layout.columns.get(i) else { return Ok(()) };
    let gap = 2.0 * pen.sizes.gap;
    let wide = (layout.width - gap * (layout.abreast as f64 - 1.0)) / layout.abreast as f64;
    let x = (i % layout.abreast) as f64 * (wide + gap);
    let base = (base + (pen.sizes.line + 2.0) * (i / layout.abreast) as f64).floor();
    let mut at = x;
    if let Some(fill) = column.square {
        pen.square(at, base, Paint::of_fill(fill))?;
        at += pen.sizes.square + 4.0;
    }
    let room = x + wide - at - pen.width(words, ink) - 8.0;
    let name = crate::text::fitted(&column.head.join(" "), pen.sizes.label, crate::text::Weight::Normal, room);
    pen.text(at, base, &name, Anchor::Start, Paint::Label)?;
    pen.text(x + wide, base, words, Anchor::End, ink)
}
