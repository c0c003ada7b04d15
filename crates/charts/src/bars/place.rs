//! Where the printed columns of a bar chart stand, from left to right.

use super::columns::Printed;
use crate::theme::Sizes;

/// Places all in one line and gives the bar what is left, up to two fifths of the width; more goes between the columns.
pub(crate) fn place_in_line(
    width: f64,
    label: f64,
    before: &mut [Printed],
    after: &mut [Printed],
    sizes: &Sizes,
) -> Option<(f64, f64)> {
    let figures: f64 = before.iter().chain(after.iter()).map(|c| sizes.gap + c.width).sum();
    let over = width - label - sizes.gap - figures;
    if over < 72.0 {
        return None;
    }
    let gaps = before.len() + after.len();
    let spare = (over - width * 0.4).clamp(0.0, 20.0 * gaps as f64);
    let gap = if gaps == 0 { sizes.gap } else { sizes.gap + (spare / gaps as f64).floor() };
    let mut x = label;
    for column in before {
        column.x = x + gap;
        x += gap + column.width;
    }
    let from = (x + sizes.gap).round();
    place_from_right(width, after.iter_mut().collect(), gap);
    let to = after.first().map_or(width, |first| first.x - gap);
    Some((from, (to - from).floor()))
}

pub(crate) fn place_from_right(width: f64, columns: Vec<&mut Printed>, gap: f64) {
    let mut right = width;
    for column in columns.into_iter().rev() {
        column.x = right - column.width;
        right = column.x - gap;
    }
}
