//! Where everything of a bar chart stands. Of the arrangements, from one line a row to a small card a row, the first
//! that fits the width without cutting a figure is taken.

use super::{
    Spec,
    columns::{Printed, labels},
    legend::Legend,
    place::{place_from_right, place_in_line},
    scale::is_sum,
};
use crate::{
    text::{self, Weight},
    theme::Sizes,
};
use anju_domain::chart::{Chart, Layer};

/// How the parts of a row are arranged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Arrangement {
    /// Label, figures, bar, figures in one line.
    Line,
    /// Label and figures in one line, the bar under them.
    Under,
    /// The label, under it the figures, under them the bar.
    Stack,
    /// The label, under it the bar, under it the figures with their names.
    Captions,
}

/// Where a row stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Band {
    /// Left edge of the part of the picture that it stands in.
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) height: f64,
}

/// Where everything stands.
pub(crate) struct Layout {
    pub(crate) arrangement: Arrangement,
    /// The width of a row: of the whole picture, or of one of its two parts.
    pub(crate) width: f64,
    /// The left edges of the parts: one, or two where a long chart is folded.
    pub(crate) parts: Vec<f64>,
    pub(crate) labels: Vec<Vec<String>>,
    pub(crate) columns: Vec<Printed>,
    /// Left edge and length of the bars.
    pub(crate) bar: (f64, f64),
    /// Thickness of the bars.
    pub(crate) thick: f64,
    pub(crate) rows: Vec<Band>,
    /// Captions in a line.
    pub(crate) abreast: usize,
    pub(crate) legend: Legend,
    /// Height of all above the first row.
    pub(crate) head: f64,
    pub(crate) head_lines: usize,
}

/// A try: one line or two for heads and labels, legend where.
pub(super) struct Try {
    pub(super) arrangement: Arrangement,
    two_heads: bool,
    two_labels: bool,
}

pub(super) const TRIES: [Try; 8] = [
    Try { arrangement: Arrangement::Line, two_heads: false, two_labels: false },
    Try { arrangement: Arrangement::Line, two_heads: true, two_labels: false },
    Try { arrangement: Arrangement::Line, two_heads: true, two_labels: true },
    Try { arrangement: Arrangement::Under, two_heads: false, two_labels: false },
    Try { arrangement: Arrangement::Under, two_heads: true, two_labels: false },
    Try { arrangement: Arrangement::Under, two_heads: true, two_labels: true },
    Try { arrangement: Arrangement::Stack, two_heads: false, two_labels: true },
    Try { arrangement: Arrangement::Stack, two_heads: true, two_labels: true },
];

impl Layout {
    pub(crate) fn new(chart: &Chart, spec: &Spec<'_>, width: f64, sizes: &Sizes) -> Self {
        Self::folded(chart, spec, width, sizes).unwrap_or_else(|| Self::whole(chart, spec, width, sizes))
    }

    fn whole(chart: &Chart, spec: &Spec<'_>, width: f64, sizes: &Sizes) -> Self {
        TRIES
            .iter()
            .find_map(|attempt| Self::attempt(chart, spec, width, sizes, attempt))
            .unwrap_or_else(|| Self::captions(chart, spec, width, sizes))
    }

    pub(super) fn attempt(chart: &Chart, spec: &Spec<'_>, width: f64, sizes: &Sizes, attempt: &Try) -> Option<Self> {
        let line = attempt.arrangement == Arrangement::Line;
        let legends = Legend::choices(spec, line);
        legends.into_iter().find_map(|legend| {
            let squares: &[Layer] = if legend == Legend::AtHeads { spec.layers } else { &[] };
            let most = (width * 0.28).max(96.0);
            let printed = |columns: &[usize]| -> Vec<Printed> {
                columns.iter().map(|&c| Printed::new(chart, c, squares, attempt.two_heads, most, sizes)).collect()
            };
            let (mut before, mut after) = (printed(spec.before), printed(spec.after));
            let figures: f64 = before.iter().chain(&after).map(|c| sizes.gap + c.width).sum();
            let room = match attempt.arrangement {
                Arrangement::Line => (width * 0.42).min(width - figures - sizes.gap - 72.0),
                Arrangement::Under => width - figures,
                Arrangement::Stack | Arrangement::Captions => width,
            };
            if attempt.two_labels && room < 7.0 * f64::from(sizes.value) {
                // Narrower than seven signs, two lines read worse than a line of their own.
                return None;
            }
            let labels = labels(chart, attempt.two_labels, room, sizes);
            if attempt.arrangement != Arrangement::Stack && labels.iter().flatten().any(|line| line.ends_with('…')) {
                return None;
            }
            let label =
                labels.iter().map(|lines| text::widest(lines, sizes.value, Weight::Bold)).fold(0.0, f64::max).ceil();
            let bar = match attempt.arrangement {
                Arrangement::Line => place_in_line(width, label, &mut before, &mut after, sizes)?,
                Arrangement::Under => {
                    place_from_right(width, before.iter_mut().chain(&mut after).collect(), sizes.gap);
                    (0.0, width)
                }
                Arrangement::Stack | Arrangement::Captions => {
                    if figures - sizes.gap > width {
                        return None;
                    }
                    let count = (spec.before.len() + spec.after.len()).max(2) - 1;
                    let spare = (width - figures + sizes.gap) / count as f64;
                    place_from_right(width, before.iter_mut().chain(&mut after).collect(), sizes.gap + spare.min(24.0));
                    (0.0, width)
                }
            };
            // Over the bar, or from the left edge to the end of the bar where nothing is printed before it.
            let room = if spec.before.is_empty() { bar.0 + bar.1 } else { bar.1 };
            if legend == Legend::OverBar && Legend::width(chart, spec, sizes) > room {
                return None;
            }
            before.append(&mut after);
            Some(Self::assemble(attempt.arrangement, width, labels, before, bar, legend, chart, spec, sizes))
        })
    }

    fn captions(chart: &Chart, spec: &Spec<'_>, width: f64, sizes: &Sizes) -> Self {
        let legend = if Legend::all_printed(spec) { Legend::AtHeads } else { Legend::OwnLine };
        let squares: &[Layer] = if legend == Legend::AtHeads { spec.layers } else { &[] };
        let columns = spec.before.iter().chain(spec.after);
        let columns = columns.map(|&c| Printed::new(chart, c, squares, false, width * 0.5, sizes)).collect();
        let labels = labels(chart, true, width, sizes);
        Self::assemble(Arrangement::Captions, width, labels, columns, (0.0, width), legend, chart, spec, sizes)
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of the value that it makes, each found by another way")]
    fn assemble(
        arrangement: Arrangement,
        width: f64,
        labels: Vec<Vec<String>>,
        columns: Vec<Printed>,
        bar: (f64, f64),
        legend: Legend,
        chart: &Chart,
        spec: &Spec<'_>,
        sizes: &Sizes,
    ) -> Self {
        let beside = |c: &Printed| c.square.map_or(0.0, |_| sizes.square + 4.0);
        let caption = |c: &Printed| beside(c) + text::widest(&c.head, sizes.label, Weight::Normal) + 8.0 + c.body;
        let widest = columns.iter().map(caption).fold(0.0, f64::max);
        let abreast = if columns.len() > 1 && 2.0 * widest + 2.0 * sizes.gap <= width { 2 } else { 1 };
        let head_lines = columns.iter().map(|c| c.head.len()).max().unwrap_or(0);
        let own_line = if legend == Legend::OwnLine { Legend::height(chart, spec, width, sizes) } else { 0.0 };
        let names = match arrangement {
            Arrangement::Captions => 0.0,
            _ if columns.is_empty() && legend != Legend::OverBar => 0.0,
            _ => sizes.line * head_lines.max(1) as f64 + 6.0,
        };
        let mut y = own_line + names;
        let figures = |arrangement| match arrangement {
            Arrangement::Line | Arrangement::Under => 0.0,
            Arrangement::Stack if columns.is_empty() => 0.0,
            Arrangement::Stack => sizes.line + 2.0,
            Arrangement::Captions => (sizes.line + 2.0) * columns.len().div_ceil(abreast) as f64,
        };
        let rows = labels.iter().zip(&chart.rows).map(|(lines, row)| {
            let bar = if is_sum(row) && !spec.bars_on_sums { 0.0 } else { sizes.bar + 6.0 };
            let more = sizes.line * (lines.len().max(1) - 1) as f64;
            let height = match arrangement {
                Arrangement::Line => sizes.row + more,
                _ => sizes.row + more + figures(arrangement) + bar,
            };
            let band = Band { x: 0.0, y, height };
            y += height;
            band
        });
        let rows = rows.collect();
        Self {
            arrangement,
            width,
            parts: vec![0.0],
            labels,
            columns,
            bar,
            thick: sizes.bar,
            rows,
            abreast,
            legend,
            head: own_line + names,
            head_lines,
        }
    }

    pub(crate) fn height(&self) -> f64 {
        self.rows.iter().map(|band| band.y + band.height).fold(self.head, f64::max)
    }

    /// Gives the rows the height that is over, up to half a row each, and a little of it to the bars.
    pub(crate) fn stretch(&mut self, height: f64) {
        if self.arrangement != Arrangement::Line || self.rows.is_empty() {
            return;
        }
        let in_part = self.rows.len().div_ceil(self.parts.len());
        let more = ((height - self.height()) / in_part as f64).clamp(0.0, self.thick).floor();
        for (i, band) in self.rows.iter_mut().enumerate() {
            band.y += more * (i % in_part) as f64;
            band.height += more;
        }
        self.thick = (self.thick + more / 2.0).floor();
    }
}
