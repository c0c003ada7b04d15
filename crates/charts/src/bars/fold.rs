//! A long chart in a wide picture is folded: one reads down the first half of its rows, then down the second.

use super::{
    Spec,
    layout::{Arrangement, Layout, TRIES},
};
use crate::theme::Sizes;
use anju_domain::chart::Chart;

/// From so many rows on.
const LONG: usize = 12;
/// Between the two halves.
const FOLD: f64 = 48.0;

impl Layout {
    /// In two halves, when there are many rows and each half has room for a row in one line.
    pub(super) fn folded(chart: &Chart, spec: &Spec<'_>, width: f64, sizes: &Sizes) -> Option<Self> {
        if chart.rows.len() < LONG {
            return None;
        }
        let half = ((width - FOLD) / 2.0).floor();
        let mut lines = TRIES.iter().filter(|attempt| attempt.arrangement == Arrangement::Line && !attempt.two_labels);
        let mut layout = lines.find_map(|attempt| Self::attempt(chart, spec, half, sizes, attempt))?;
        layout.parts.push(half + FOLD);
        let first = layout.rows.len().div_ceil(2);
        for row in first..layout.rows.len() {
            let beside = layout.rows.get(row - first).map_or(layout.head, |band| band.y);
            if let Some(band) = layout.rows.get_mut(row) {
                (band.x, band.y) = (half + FOLD, beside);
            }
        }
        Some(layout)
    }
}
