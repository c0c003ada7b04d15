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
    /// In two halves, when there are many rows and each half has room for its figures in one line.
    pub(super) fn folded(chart: &Chart, spec: &Spec<'_>, width: f64, sizes: &Sizes) -> Option<Self> {
        if chart.rows.len() < LONG {
            return None;
        }
        let half = ((width - FOLD) / 2.0).floor();
        let mut lines = TRIES.iter().filter(|attempt| attempt.arrangement == Arrangement::Line);
        let mut layout = lines.find_map(|attempt| Self::attempt(chart, spec, half, sizes, attempt))?;
        layout.parts.push(half + FOLD);
        let first = layout.rows.len().div_ceil(2);
        // Each half begins under the head anew.
        let mut y = layout.head;
        for band in layout.rows.iter_mut().skip(first) {
            (band.x, band.y) = (half + FOLD, y);
            y += band.height;
        }
        Some(layout)
    }
}
