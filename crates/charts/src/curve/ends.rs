//! The names at the ends of the lines: each beside its line where it touches nothing, else in a legend above the plot.

use super::{Spec, axis::Plot, percent};
use crate::{
    paint::Paint,
    pen::{Anchor, Fault, Pen, font},
    text,
    theme::Sizes,
};
use anju_domain::chart::{Cell, Chart, Emphasis, Fill, Layer};

/// The names that have a place, and the layers that have none.
pub(crate) struct Ends {
    names: Vec<(Area, Vec<(String, Paint)>)>,
    pub(crate) legend: Vec<(Fill, String)>,
}

/// A rectangle in pixels.
#[derive(Clone, Copy, Debug)]
struct Area {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

impl Area {
    fn touches(&self, other: &Self) -> bool {
        let apart = self.x + self.width + 4.0 <= other.x
            || other.x + other.width + 4.0 <= self.x
            || self.y + self.height + 2.0 <= other.y
            || other.y + other.height + 2.0 <= self.y;
        !apart
    }

    /// Whether a stretch of a line comes within three pixels.
    fn meets(&self, a: (f64, f64), b: (f64, f64)) -> bool {
        let (left, right) = (self.x - 3.0, self.x + self.width + 3.0);
        let (top, bottom) = (self.y - 3.0, self.y + self.height + 3.0);
        let (mut from, mut to) = (0.0, 1.0);
        for (start, delta, least, most) in [(a.0, b.0 - a.0, left, right), (a.1, b.1 - a.1, top, bottom)] {
            if delta == 0.0 {
                if start < least || start > most {
                    return false;
                }
                continue;
            }
            let (one, two) = ((least - start) / delta, (most - start) / delta);
            from = f64::max(from, one.min(two));
            to = f64::min(to, one.max(two));
        }
        from <= to
    }
}

/// What is written at the end of a line: its name, and for what is done its figure and, where something is wrong, by how much.
fn words(chart: &Chart, spec: &Spec<'_>, layer: &Layer, last: usize) -> Vec<(String, Paint)> {
    let Some(column) = chart.columns.get(layer.column) else { return Vec::new() };
    let row = chart.rows.get(last);
    let shown = row.and_then(|row| row.cells.get(layer.column)).map(Cell::shown).unwrap_or_default();
    if layer.fill != Fill::Solid {
        return vec![(column.name.clone(), Paint::Label)];
    }
    let percent = if shown.ends_with('%') { "" } else { "%" };
    let mut lines = vec![(format!("{} {shown}{percent}", column.name), Paint::Strong)];
    if let (Some(below), Some(row)) = (spec.below, row)
        && row.emphasis == Emphasis::Alarm
        && let (Some(column), Some(cell)) = (chart.columns.get(below), row.cells.get(below))
    {
        lines.push((format!("{} {}", column.name, cell.shown()), Paint::Alarm));
    }
    lines
}

/// Finds a place for every name.
pub(crate) fn place(chart: &Chart, spec: &Spec<'_>, plot: &Plot, sizes: &Sizes) -> Ends {
    let line = |layer: &Layer| -> Vec<Vec<(f64, f64)>> {
        let runs = super::runs(chart, layer.column).into_iter();
        runs.map(|run| run.into_iter().map(|(row, percent)| (plot.x(row), plot.y(percent))).collect()).collect()
    };
    let lines: Vec<(usize, Vec<(f64, f64)>)> =
        spec.layers.iter().flat_map(|layer| line(layer).into_iter().map(|run| (layer.column, run))).collect();
    let today = plot.today(chart, spec);
    let mut ends = Ends { names: Vec::new(), legend: Vec::new() };
    for layer in spec.layers {
        let rows = chart.rows.iter().enumerate().filter_map(|(i, row)| Some((i, percent(row, layer.column)?)));
        let points: Vec<(usize, f64)> = rows.collect();
        let Some(&(last, _)) = points.last() else { continue };
        let mut words = words(chart, spec, layer, last);
        let free = |area: &Area| {
            area.x >= plot.left + 2.0
                && area.x + area.width <= plot.right
                && area.y >= plot.top + 2.0
                && area.y + area.height <= plot.bottom - 2.0
                && !ends.names.iter().any(|(other, _)| other.touches(area))
                && !today.is_some_and(|x| area.meets((x, plot.top - 14.0), (x, plot.bottom)))
                && !lines.iter().any(|(_, line)| line.windows(2).any(|pair| area.meets(pair[0], pair[1])))
        };
        // From the end backwards over at most a dozen points: the nearer to the end, the clearer whose name it is.
        let back = points.iter().rev().step_by((points.len() / 12).max(1)).take(12);
        let ruled = |area: &Area| {
            let rules = [0.0, 25.0, 50.0, 75.0, 100.0].map(|percent| plot.y(percent));
            rules.into_iter().any(|y| area.meets((plot.left, y), (plot.right, y)))
        };
        // A name across another line would be taken for that line's.
        let across = |area: &Area, point: (f64, f64)| {
            let middle = (area.x + area.width / 2.0, area.y + area.height / 2.0);
            let others = lines.iter().filter(|(column, _)| *column != layer.column);
            others.flat_map(|(_, line)| line.windows(2)).any(|pair| crosses(middle, point, pair[0], pair[1]))
        };
        let find = |words: &[(String, Paint)]| {
            let (width, height) = extent(words, sizes);
            back.clone().find_map(|&(row, percent)| {
                let areas = around(plot.x(row), plot.y(percent), width, height, today);
                let point = (plot.x(row), plot.y(percent));
                let mut good = areas.iter().filter(|area| free(area) && !across(area, point));
                let first = good.next();
                first.filter(|area| !ruled(area)).or_else(|| good.find(|area| !ruled(area))).or(first).copied()
            })
        };
        let mut found = find(&words);
        if found.is_none() {
            // By how much it lags stands under the months too.
            words.truncate(1);
            found = find(&words);
        }
        match found {
            Some(area) => ends.names.push((area, words)),
            None => ends.legend.extend(words.into_iter().next().map(|line| (layer.fill, line.0))),
        }
    }
    ends
}

/// Whether the stretches a–b and c–d cross.
fn crosses(a: (f64, f64), b: (f64, f64), c: (f64, f64), d: (f64, f64)) -> bool {
    let side = |p: (f64, f64), q: (f64, f64), r: (f64, f64)| (q.0 - p.0) * (r.1 - p.1) - (q.1 - p.1) * (r.0 - p.0);
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}

fn extent(words: &[(String, Paint)], sizes: &Sizes) -> (f64, f64) {
    let widths = words.iter().map(|(words, paint)| {
        let (size, weight) = font(sizes, *paint);
        text::width(words, size, weight)
    });
    (widths.fold(0.0, f64::max), sizes.line * words.len() as f64)
}

/// Places around a point, the best first.
fn around(x: f64, y: f64, width: f64, height: f64, today: Option<f64>) -> Vec<Area> {
    let beyond = today.filter(|&line| line >= x && line - x < 60.0).map(|line| line + 8.0);
    let starts = [beyond, Some(x + 9.0)];
    let mut areas = Vec::new();
    for start in starts.into_iter().flatten() {
        for drop in [-height / 2.0 + 6.0, 2.0, -height - 2.0, 12.0] {
            areas.push(Area { x: start, y: y + drop, width, height });
        }
    }
    for drop in [8.0, 16.0, 24.0] {
        areas.push(Area { x: x - width / 2.0, y: y + drop, width, height });
        areas.push(Area { x: x - width / 2.0, y: y - height - drop, width, height });
        areas.push(Area { x: x + 4.0, y: y + drop, width, height });
        areas.push(Area { x: x - width - 6.0, y: y - height - drop + 4.0, width, height });
        areas.push(Area { x: x - width, y: y + 2.0 * drop, width, height });
    }
    areas
}

/// Writes the names, and the legend of those without a place.
pub(crate) fn draw(pen: &Pen, ends: &Ends, width: f64) -> Result<(), Fault> {
    for (area, words) in &ends.names {
        for (i, (line, paint)) in words.iter().enumerate() {
            let base = area.y + pen.sizes.line * (i as f64 + 1.0) - 4.0;
            pen.text(area.x, base.floor(), line, Anchor::Start, *paint)?;
        }
    }
    let base = f64::from(pen.sizes.label);
    let mut x = 0.0;
    let most = width / ends.legend.len().max(1) as f64 - 27.0 - 2.0 * pen.sizes.gap;
    for (fill, words) in &ends.legend {
        let words = text::fitted(words, pen.sizes.label, text::Weight::Normal, most);
        pen.line((x, base - 4.0), (x + 22.0, base - 4.0), Paint::of_line(*fill))?;
        pen.text(x + 27.0, base, &words, Anchor::Start, Paint::Label)?;
        x += 27.0 + pen.width(&words, Paint::Label) + 2.0 * pen.sizes.gap;
    }
    Ok(())
}
