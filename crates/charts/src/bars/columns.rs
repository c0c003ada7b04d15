//! The printed columns of a bar chart: their words, measured.

use super::scale::is_sum;
use crate::{
    text::{self, Weight},
    theme::Sizes,
};
use anju_domain::chart::{Cell, Chart, Fill, Layer};

/// A printed column.
#[derive(Clone, Debug)]
pub(crate) struct Printed {
    /// Its head in one line or two.
    pub(crate) head: Vec<String>,
    /// The square of a legend before its head.
    pub(crate) square: Option<Fill>,
    /// Whether it holds words, which are set from the left; figures are set from the right.
    pub(crate) words: bool,
    /// One text a row.
    pub(crate) cells: Vec<String>,
    /// Its width with head.
    pub(crate) width: f64,
    /// The width of its widest cell.
    pub(crate) body: f64,
    /// Its left edge, once it has its place.
    pub(crate) x: f64,
}

impl Printed {
    /// Measures a column; words are cut at `most`.
    pub(crate) fn new(
        chart: &Chart,
        column: usize,
        squares: &[Layer],
        two_lines: bool,
        most: f64,
        sizes: &Sizes,
    ) -> Self {
        let name = chart.columns.get(column).map_or("", |column| column.name.as_str());
        let words = chart.rows.iter().any(|row| matches!(row.cells.get(column), Some(Cell::Text(_))));
        let mut body: f64 = 0.0;
        let mut cells = Vec::with_capacity(chart.rows.len());
        for row in &chart.rows {
            let weight = if is_sum(row) { Weight::Bold } else { Weight::Normal };
            let shown = row.cells.get(column).map_or_else(|| "—".to_owned(), Cell::shown);
            let shown = if words { text::fitted(&shown, sizes.value, weight, most) } else { shown };
            body = body.max(text::width(&shown, sizes.value, weight));
            cells.push(shown);
        }
        let square = squares.iter().find(|layer| layer.column == column).map(|layer| layer.fill);
        let beside = square.map_or(0.0, |_| sizes.square + 4.0);
        let mut head = vec![name.to_owned()];
        // A short Chinese head is never broken: two signs above one read badly.
        let may_break = name.contains(' ') || name.chars().count() > 4;
        if two_lines && may_break && text::width(name, sizes.label, Weight::Normal) + beside > body {
            head = text::halves(name, sizes.label, Weight::Normal);
        }
        let head: Vec<String> = head
            .into_iter()
            .map(|line| text::fitted(&line, sizes.label, Weight::Normal, most.max(body) - beside))
            .collect();
        let width = body.max(text::widest(&head, sizes.label, Weight::Normal) + beside);
        Self { head, square, words, cells, width, body, x: 0.0 }
    }

    /// Where its texts stand.
    pub(crate) fn edge(&self) -> f64 {
        if self.words { self.x } else { self.x + self.width }
    }
}

/// The labels of the rows, each in one line or two of at most `most`.
pub(crate) fn labels(chart: &Chart, two_lines: bool, most: f64, sizes: &Sizes) -> Vec<Vec<String>> {
    let shown = chart.rows.iter().map(|row| {
        let label = row.cells.first().map(Cell::shown).unwrap_or_default();
        // Labels that stand out are set bold: they are measured so, all of them, to keep one rule.
        text::wrapped(&label, sizes.value, Weight::Bold, most, if two_lines { 2 } else { 1 })
    });
    shown.collect()
}
