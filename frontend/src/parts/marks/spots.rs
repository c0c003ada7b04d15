//! The elements of the layer of marks, kept from one drawing to the next and told only what changed.
//!
//! A chart of 600 marks is drawn anew with every pixel that its place grows: elements that each followed signals of
//! their own would cost more than the drawing. A kept element also keeps the focus.

use crate::{browser, pages::openable};
use anju_charts::{Bounds, Drawing, Mark};
use anju_domain::chart::Chart;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{CssStyleDeclaration, HtmlElement};

/// Which mark an element stands for.
pub(super) const NUMBER: &str = "data-mark";

/// The key of the row that an element stands for, for pages that act on it.
const ROW: &str = "data-row";
/// The key of the column, where it stands for a part of a bar.
const COLUMN: &str = "data-column";

/// An element and what it was last told.
struct Spot {
    element: HtmlElement,
    style: CssStyleDeclaration,
    bounds: Option<Bounds>,
    /// Row and column that it was last described by.
    part: Option<(usize, Option<usize>)>,
}

/// The elements of a layer.
#[derive(Default)]
pub(super) struct Spots {
    spots: Vec<Spot>,
    chart: Option<Arc<Chart>>,
    /// The mark whose tip is shown.
    active: Option<usize>,
    /// The mark that the Tab key comes to.
    stop: usize,
}

impl Spots {
    /// Brings the elements to a drawing of a chart. Answers those that are left over, for the caller to take away once
    /// nothing is held: taking away the one with the focus is an event, whose listener comes back here.
    #[must_use]
    pub(super) fn show(&mut self, layer: &HtmlElement, chart: &Arc<Chart>, drawing: &Drawing) -> Vec<HtmlElement> {
        if !self.chart.as_ref().is_some_and(|known| Arc::ptr_eq(known, chart)) {
            self.chart = Some(Arc::clone(chart));
            self.spots.iter_mut().for_each(|spot| spot.part = None);
        }
        let kept = drawing.marks.len().min(self.spots.len());
        let left_over = self.spots.drain(kept..).map(|spot| spot.element).collect();
        while let Some(spot) = (self.spots.len() < drawing.marks.len()).then(|| appended(layer)).flatten() {
            let _ = spot.element.set_attribute(NUMBER, &self.spots.len().to_string());
            self.spots.push(spot);
        }
        for (index, (spot, mark)) in self.spots.iter_mut().zip(&drawing.marks).enumerate() {
            spot.place(mark.bounds);
            spot.describe(index, mark, chart);
        }
        self.stop_at(self.stop);
        left_over
    }

    /// The mark that the Tab key comes to.
    pub(super) fn stop(&self) -> usize {
        self.stop.min(self.spots.len().saturating_sub(1))
    }

    /// Lets the Tab key come to this mark, or to the last one when there are fewer.
    pub(super) fn stop_at(&mut self, index: usize) {
        self.tell(self.stop, |element| element.set_tab_index(-1));
        self.stop = index;
        self.stop = self.stop();
        self.tell(self.stop, |element| element.set_tab_index(0));
    }

    /// Shows which mark has the tip.
    pub(super) fn point_at(&mut self, active: Option<usize>) {
        let class = |element: &HtmlElement, on| drop(element.class_list().toggle_with_force("on", on));
        if let Some(before) = self.active {
            self.tell(before, |element| class(element, false));
        }
        self.active = active;
        if let Some(now) = active {
            self.tell(now, |element| class(element, true));
        }
    }

    /// The element of a mark.
    pub(super) fn element(&self, index: usize) -> Option<HtmlElement> {
        self.spots.get(index).map(|spot| spot.element.clone())
    }

    fn tell(&self, index: usize, act: impl FnOnce(&HtmlElement)) {
        if let Some(spot) = self.spots.get(index) {
            act(&spot.element);
        }
    }
}

/// A new element at the end of the layer.
fn appended(layer: &HtmlElement) -> Option<Spot> {
    let element: HtmlElement = browser::document()?.create_element("a").ok()?.unchecked_into();
    element.set_class_name("mark-spot");
    element.set_tab_index(-1);
    layer.append_child(&element).ok()?;
    Some(Spot { style: element.style(), element, bounds: None, part: None })
}

impl Spot {
    fn place(&mut self, bounds: Bounds) {
        let before = self.bounds.replace(bounds);
        let sides = |of: Bounds| [("left", of.x), ("top", of.y), ("width", of.width), ("height", of.height)];
        let before = before.map(sides);
        for (index, (name, length)) in sides(bounds).into_iter().enumerate() {
            if before.is_none_or(|before| before[index].1 != length) {
                let _ = self.style.set_property(name, &format!("{length}px"));
            }
        }
    }

    /// What the mark is called and what it opens.
    fn describe(&mut self, index: usize, mark: &Mark, chart: &Chart) {
        let part = (mark.row, mark.column);
        if self.part.replace(part) == Some(part) {
            return;
        }
        let row = chart.rows.get(mark.row);
        let records = openable(row.and_then(|row| row.records.clone()));
        self.set("id", Some(&format!("{}-mark-{index}", chart.id)));
        self.set("aria-label", row.map(|row| chart.describe(row)).as_deref());
        self.set("role", records.is_none().then_some("img"));
        self.set(ROW, row.map(|row| row.key.as_str()));
        let column = mark.column.and_then(|column| chart.columns.get(column));
        self.set(COLUMN, column.map(|column| column.key.as_str()));
        self.set("href", records.as_deref());
    }

    fn set(&self, name: &str, value: Option<&str>) {
        let _ = match value {
            Some(value) => self.element.set_attribute(name, value),
            None => self.element.remove_attribute(name),
        };
    }
}
