//! The head line of a bar chart: the names of the columns and the legend.

use super::{
    layout::{Arrangement, Layout},
    legend::Legend,
};
use crate::{
    paint::Paint,
    pen::{Anchor, Fault, Pen, font},
    text,
};
use anju_domain::chart::Chart;

impl Layout {
    pub(crate) fn draw_head(&self, pen: &Pen, chart: &Chart) -> Result<(), Fault> {
        self.parts.iter().try_for_each(|left| self.draw_head_at(*left, pen, chart))
    }

    /// The line that bars have to reach, over all rows of each part; where the head over the bars is free, its percent stands there.
    pub(crate) fn draw_line(&self, pen: &Pen, share: f64, percent: i64) -> Result<(), Fault> {
        for left in &self.parts {
            let x = left + self.bar.0 + (self.bar.1 * share).min(self.bar.1 - 1.0).floor();
            let end = self.rows.iter().filter(|band| band.x == *left).map(|band| band.y + band.height);
            pen.line((x, self.head), (x, end.fold(self.head, f64::max)), Paint::Today)?;
            if self.arrangement == Arrangement::Line && self.legend == Legend::None {
                let words = format!("{percent}%");
                let half = pen.width(&words, Paint::Label) / 2.0;
                let at = x.clamp(left + self.bar.0 + half, left + self.bar.0 + self.bar.1 - half);
                pen.text(at, self.head - 8.0, &words, Anchor::Middle, Paint::Label)?;
            }
        }
        Ok(())
    }

    fn draw_head_at(&self, left: f64, pen: &Pen, chart: &Chart) -> Result<(), Fault> {
        let spec = super::spec(chart);
        let base = self.head - 8.0;
        match self.legend {
            Legend::OverBar => {
                let x = self.bar.0.min(self.bar.0 + self.bar.1 - Legend::width(chart, &spec, pen.sizes)).floor();
                Legend::draw(pen, chart, &spec, left + x, base, self.width)?;
            }
            Legend::OwnLine => Legend::draw(pen, chart, &spec, left, pen.sizes.line - 3.0, self.width)?,
            Legend::None | Legend::AtHeads => {}
        }
        if self.arrangement == Arrangement::Captions {
            return Ok(());
        }
        for column in &self.columns {
            let edge = left + column.edge();
            // The last line of a head stands on the line of the other heads.
            let first = base - pen.sizes.line * (column.head.len() as f64 - 1.0);
            let anchor = if column.words { Anchor::Start } else { Anchor::End };
            pen.lines(edge, first, &column.head, anchor, Paint::Label)?;
            if let Some(fill) = column.square {
                let (size, weight) = font(pen.sizes, Paint::Label);
                let x = edge - text::widest(&column.head, size, weight) - 4.0 - pen.sizes.square;
                pen.square(x, first, Paint::of_fill(fill))?;
            }
        }
        if self.head_lines > 0 {
            pen.line((left, self.head - 1.0), (left + self.width, self.head - 1.0), Paint::Rule)?;
        }
        Ok(())
    }
}
