//! Gauges: a track a target. What is done is solid, what is under way is outlined after it, a dotted line shows how
//! much of the time has passed. More than the target fills the track and gets a point at its end; the figures tell how much.

use crate::{
    drawing::{Bounds, Mark},
    paint::Paint,
    pen::{Anchor, Fault, Pen, font},
    text,
    theme::Sizes,
};
use anju_domain::{
    chart::{Cell, Chart, Emphasis, Form, Row},
    language::Language,
};

/// A gauge with all its words.
struct Gauge {
    name: String,
    target: String,
    pace: Option<(f64, String)>,
    done: f64,
    under_way: f64,
    items: Vec<(Paint, String)>,
    ink: Paint,
}

/// How the gauges are arranged, the same for all.
struct Layout {
    abreast: usize,
    width: f64,
    /// The pace stands in a line of its own.
    pace_line: bool,
    /// The target stands in a line of its own.
    target_line: bool,
    /// The two items stand below each other.
    items_down: bool,
    height: f64,
}

fn wide(sizes: &Sizes, words: &str, paint: Paint) -> f64 {
    let (size, weight) = font(sizes, paint);
    text::width(words, size, weight)
}

fn with_unit(chart: &Chart, row: &Row, column: usize) -> String {
    let shown = row.cells.get(column).map_or_else(|| "—".to_owned(), Cell::shown);
    let column = chart.columns.get(column);
    let unit = column.map_or("", |column| column.unit.as_str());
    let name = column.map_or("", |column| column.name.as_str());
    let unit =
        if unit.is_empty() || shown.ends_with('%') || shown == "—" { String::new() } else { format!(" {unit}") };
    format!("{name} {shown}{unit}")
}

fn gauges(chart: &Chart) -> Vec<Gauge> {
    let Form::Gauges { done, under_way, target, pace, shares } = &chart.form else { return Vec::new() };
    let share = |row: &Row, column: usize| {
        let figure = |column: usize| {
            row.cells.get(column).and_then(Cell::magnitude).map_or(0.0, |(a, b)| a as f64 / b.max(1) as f64)
        };
        let whole = figure(*target);
        if whole > 0.0 { (figure(column) / whole).max(0.0) } else { 0.0 }
    };
    let gap = if chart.language == Language::Zh { "\u{3000}" } else { "  " };
    let item = |row: &Row, column: usize, share: usize| {
        let percent = row.cells.get(share).map_or_else(|| "—".to_owned(), Cell::shown);
        format!("{}{gap}{percent}", with_unit(chart, row, column))
    };
    let gauge = |row: &Row| Gauge {
        name: row.cells.first().map(Cell::shown).unwrap_or_default(),
        target: with_unit(chart, row, *target),
        pace: row
            .cells
            .get(*pace)
            .and_then(Cell::magnitude)
            .map(|(a, b)| ((a as f64 / b as f64).clamp(0.0, 1.0), with_unit(chart, row, *pace))),
        done: share(row, *done),
        under_way: share(row, *under_way),
        items: vec![(Paint::Solid, item(row, *done, shares[0])), (Paint::Way, item(row, *under_way, shares[1]))],
        ink: if row.emphasis == Emphasis::Alarm { Paint::Alarm } else { Paint::Strong },
    };
    chart.rows.iter().map(gauge).collect()
}

impl Gauge {
    fn items_width(&self, sizes: &Sizes) -> Vec<f64> {
        self.items.iter().map(|(_, words)| sizes.square + 5.0 + wide(sizes, words, Paint::Value)).collect()
    }

    /// The left edge of the words of the pace, kept inside.
    fn pace_at(&self, sizes: &Sizes, width: f64) -> (f64, f64) {
        let Some((share, words)) = &self.pace else { return (0.0, 0.0) };
        let wide = wide(sizes, words, Paint::Label).min(width);
        ((width * share - wide / 2.0).clamp(0.0, width - wide), wide)
    }
}

impl Layout {
    fn new(gauges: &[Gauge], width: f64, sizes: &Sizes) -> Self {
        let most = gauges.len().clamp(1, 4);
        let tries =
            (1..=most).rev().filter(|&abreast| abreast == 1 || most.is_multiple_of(abreast) || gauges.len() > 4);
        let tries: Vec<Self> = tries.map(|abreast| Self::abreast(gauges, width, abreast, sizes)).collect();
        // Side by side as long as nothing must be put into lines of its own for it.
        let plain = tries.iter().position(|layout| !layout.items_down && !layout.target_line);
        let chosen = plain.unwrap_or(tries.len() - 1);
        tries.into_iter().nth(chosen).unwrap_or_else(|| Self::abreast(gauges, width, 1, sizes))
    }

    fn abreast(gauges: &[Gauge], width: f64, abreast: usize, sizes: &Sizes) -> Self {
        let width = ((width - 32.0 * (abreast as f64 - 1.0)) / abreast as f64).floor();
        let mut layout = Self { abreast, width, pace_line: false, target_line: false, items_down: false, height: 0.0 };
        for gauge in gauges {
            let name = wide(sizes, &gauge.name, gauge.ink);
            let target = wide(sizes, &gauge.target, Paint::Value);
            layout.target_line |= name + sizes.gap + target > width;
            let (pace, pace_width) = gauge.pace_at(sizes, width);
            layout.pace_line |= pace < name + sizes.gap || pace + pace_width > width - target - sizes.gap;
            let items = gauge.items_width(sizes);
            layout.items_down |= items.iter().sum::<f64>() + sizes.gap * 1.5 > width;
        }
        layout.pace_line |= layout.target_line;
        let lines = 1.0 + f64::from(u8::from(layout.target_line)) + f64::from(u8::from(layout.pace_line));
        let items = if layout.items_down { 2.0 } else { 1.0 };
        layout.height = lines * (sizes.line + 2.0) + sizes.bar + 2.0 + 12.0 + items * (sizes.line + 4.0);
        layout
    }

    fn total(&self, gauges: usize) -> f64 {
        let rows = gauges.div_ceil(self.abreast) as f64;
        rows * self.height + (rows - 1.0).max(0.0) * 14.0
    }
}

pub(crate) fn natural_height(chart: &Chart, width: f64, sizes: &Sizes) -> f64 {
    let gauges = gauges(chart);
    Layout::new(&gauges, width, sizes).total(gauges.len())
}

pub(crate) fn draw(pen: &Pen, chart: &Chart, width: f64) -> Result<Vec<Mark>, Fault> {
    let gauges = gauges(chart);
    let layout = Layout::new(&gauges, width, pen.sizes);
    let mut marks = Vec::new();
    for (row, gauge) in gauges.iter().enumerate() {
        let x = ((row % layout.abreast) as f64 * (layout.width + 32.0)).floor();
        let y = (row / layout.abreast) as f64 * (layout.height + 14.0);
        draw_gauge(pen, gauge, &layout, x, y)?;
        marks.push(Mark { bounds: Bounds::around(x, y, layout.width, layout.height), row, column: None });
    }
    Ok(marks)
}

fn draw_gauge(pen: &Pen, gauge: &Gauge, layout: &Layout, x: f64, y: f64) -> Result<(), Fault> {
    let sizes = pen.sizes;
    let cut = |words: &str, paint: Paint| {
        let (size, weight) = font(sizes, paint);
        text::fitted(words, size, weight, layout.width)
    };
    let step = sizes.line + 2.0;
    let mut base = y + f64::from(sizes.value);
    pen.text(x, base, &cut(&gauge.name, gauge.ink), Anchor::Start, gauge.ink)?;
    if layout.target_line {
        base += step;
        pen.text(x, base, &cut(&gauge.target, Paint::Value), Anchor::Start, Paint::Value)?;
    } else {
        pen.text(x + layout.width, base, &gauge.target, Anchor::End, Paint::Value)?;
    }
    if layout.pace_line {
        base += step;
    }
    if let Some((_, words)) = &gauge.pace {
        pen.text(
            x + gauge.pace_at(sizes, layout.width).0,
            base,
            &cut(words, Paint::Label),
            Anchor::Start,
            Paint::Label,
        )?;
    }
    let (track, thick) = (base + 9.0, sizes.bar + 2.0);
    pen.rect(x, track, layout.width, thick, Paint::Track)?;
    let done = (layout.width * gauge.done.min(1.0)).round();
    let both = (layout.width * (gauge.done + gauge.under_way).min(1.0)).round();
    if gauge.under_way > 0.0 && both - done >= 1.0 {
        pen.rect(x + done, track, both - done, thick, Paint::Way)?;
    }
    if gauge.done > 0.0 {
        pen.rect(x, track, done.max(1.0), thick, Paint::Solid)?;
    }
    if gauge.done > 1.0 {
        let (right, middle) = (x + layout.width, track + thick / 2.0);
        let points = [(right - 7.0, track - 3.0), (right, middle), (right - 7.0, track + thick + 3.0)];
        pen.polygon(&points, Paint::Over)?;
    }
    if let Some((share, _)) = &gauge.pace {
        let at = (x + layout.width * share).floor().min(x + layout.width - 1.0);
        pen.line((at, track - 5.0), (at, track + thick + 5.0), Paint::Today)?;
    }
    let mut base = track + thick + sizes.line + 8.0;
    let mut at = x;
    let second = items_at(gauge, layout, sizes);
    for (paint, words) in &gauge.items {
        pen.square(at, base, *paint)?;
        let room = x + layout.width - at - sizes.square - 5.0;
        let words = text::fitted(words, sizes.value, text::Weight::Normal, room);
        pen.text(at + sizes.square + 5.0, base, &words, Anchor::Start, Paint::Value)?;
        if layout.items_down {
            base += sizes.line + 4.0;
        } else {
            at = x + second;
        }
    }
    Ok(())
}

/// Where the second item starts: at the middle if both halves hold their item, else close after the first.
fn items_at(gauge: &Gauge, layout: &Layout, sizes: &Sizes) -> f64 {
    let widths = gauge.items_width(sizes);
    let first = widths.first().copied().unwrap_or(0.0);
    let second = widths.get(1).copied().unwrap_or(0.0);
    let middle = (layout.width * 0.44).floor();
    let close = first + sizes.gap * 1.5;
    if close <= middle && middle + second <= layout.width { middle } else { close }
}
