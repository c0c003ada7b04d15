//! Draws any [`Chart`](anju_domain::chart::Chart) as SVG: bars, curves over time, gauges against a target.
//!
//! The pictures go through plotters onto a backend of our own, which measures text by a table instead of asking a
//! font. So the server and the browser draw the same bytes, no picture touches the page while it is made, and nothing
//! in it needs an inline style: it holds presentation attributes, which make it whole as a file, and classes, by which
//! a page may colour it anew ([`STYLE`]).
//!
//! It never fetches, never stores and never words anything: titles, messages and cells come from the chart.
//!
//! ```
//! # use anju_charts::{Size, Theme, draw, natural_height};
//! # fn show(chart: &anju_domain::chart::Chart) {
//! let width = 600;
//! let drawing = draw(chart, Size { width, height: natural_height(chart, width) }, Theme::Light);
//! for mark in &drawing.marks {
//!     println!("{:?}: {}", mark.bounds, chart.describe(&chart.rows[mark.row]));
//! }
//! # }
//! ```

mod backend;
mod bars;
mod curve;
mod drawing;
mod framed;
mod gauges;
mod paint;
mod pen;
mod style;
mod text;
mod theme;
mod xml;

pub use drawing::{Bounds, Drawing, Mark, Size, draw, natural_height, natural_height_in};
pub use framed::{FRAMED_WIDTH, framed};
pub use style::STYLE;
pub use text::{Weight, width as text_width};
pub use theme::Theme;
