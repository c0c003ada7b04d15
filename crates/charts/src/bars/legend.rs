//! The legend of a bar chart: squares in the head line, over the bar or beside the heads of the columns that it draws.

use super::{Spec, scale::strength};
use crate::{
    paint::Paint,
    pen::{Anchor, Fault, Pen},
    text::{self, Weight},
    theme::Sizes,
};
use anju_domain::chart::{Chart, Layer};
use anju_domain::ordered;

/// Where the legend stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Legend {
    /// One layer whose column is printed needs none.
    None,
    /// A square before the head of each layer's column.
    AtHeads,
    /// Squares with names in the head line, over the bar.
    OverBar,
    /// A line of its own above all.
    OwnLine,
}

impl Legend {
    /// Where it may stand, the best first.
    pub(crate) fn choices(spec: &Spec<'_>, in_line: bool) -> Vec<Self> {
        let printed = Self::all_printed(spec);
        if spec.layers.is_empty() || (spec.layers.len() == 1 && printed) {
            vec![Self::None]
        } else if spec.layers.iter().all(|layer| spec.after.contains(&layer.column)) {
            vec![Self::AtHeads]
        } else {
            let mut choices = if in_line { vec![Self::OverBar] } else { Vec::new() };
            choices.push(if printed { Self::AtHeads } else { Self::OwnLine });
            choices
        }
    }

    pub(crate) fn all_printed(spec: &Spec<'_>) -> bool {
        spec.layers.iter().all(|layer| spec.before.contains(&layer.column) || spec.after.contains(&layer.column))
    }

    fn item(chart: &Chart, layer: &Layer, sizes: &Sizes, most: f64) -> (String, f64) {
        let name = chart.columns.get(layer.column).map_or("", |column| column.name.as_str());
        let name = text::fitted(name, sizes.label, Weight::Normal, most - sizes.square - 4.0);
        let width = sizes.square + 4.0 + text::width(&name, sizes.label, Weight::Normal);
        (name, width)
    }

    /// Its width in one line.
    pub(crate) fn width(chart: &Chart, spec: &Spec<'_>, sizes: &Sizes) -> f64 {
        let items = spec.layers.iter().map(|layer| Self::item(chart, layer, sizes, f64::MAX).1 + sizes.gap);
        items.sum::<f64>() - sizes.gap
    }

    /// Its height in lines of its own.
    pub(crate) fn height(chart: &Chart, spec: &Spec<'_>, width: f64, sizes: &Sizes) -> f64 {
        let last = Self::places(chart, spec, width, sizes).last().map_or(0.0, |&(_, line, ..)| line + 1.0);
        last * sizes.line + 2.0
    }

    /// Each item's left edge, line, name and layer.
    fn places<'a>(chart: &Chart, spec: &Spec<'a>, width: f64, sizes: &Sizes) -> Vec<(f64, f64, String, &'a Layer)> {
        let (mut x, mut line) = (0.0, 0.0);
        let mut layers: Vec<&Layer> = spec.layers.iter().collect();
        if !spec.stacked {
            ordered::sort(&mut layers, |a, b| strength(b.fill).cmp(&strength(a.fill)));
        }
        let mut places = Vec::new();
        for layer in layers {
            let (name, wide) = Self::item(chart, layer, sizes, width);
            if x > 0.0 && x + wide > width + 0.5 {
                (x, line) = (0.0, line + 1.0);
            }
            places.push((x, line, name, layer));
            x += wide + sizes.gap;
        }
        places
    }

    /// Draws it with the base line of its first line at `base`.
    pub(crate) fn draw(pen: &Pen, chart: &Chart, spec: &Spec<'_>, x: f64, base: f64, width: f64) -> Result<(), Fault> {
        for (at, line, name, layer) in Self::places(chart, spec, width, pen.sizes) {
            let base = base + line * pen.sizes.line;
            pen.square(x + at, base, Paint::of_fill(layer.fill))?;
            pen.text(x + at + pen.sizes.square + 4.0, base, &name, Anchor::Start, Paint::Label)?;
        }
        Ok(())
    }
}
