//! The figures: the overview in one answer, one chart, or the facts from which the browser computes every chart.

use super::endpoint;
use crate::{
    chart::Chart,
    indicators::{FigureQuery, Overview, ProgrammeFacts},
};

endpoint!(
    /// What 总览 shows, in one answer.
    ReadOverview, Get, "/api/v1/overview", FigureQuery, () => Overview
);
endpoint!(
    /// One chart as a value; the id is `L-01` and so on.
    ReadIndicator, Get, "/api/v1/indicators/{id}", FigureQuery, () => Chart
);
endpoint!(
    /// The facts of the programme, from which every chart is computed.
    ReadFacts, Get, "/api/v1/facts", (), () => ProgrammeFacts
);

/// Where a chart is given as a workbook, as a [`FigureQuery`] says.
pub const INDICATOR_FILE: &str = "/api/v1/indicators/{id}/xlsx";
/// Where a chart is given as a picture of pixels.
pub const INDICATOR_PICTURE: &str = "/api/v1/indicators/{id}/png";
/// Where a chart is given as a drawing that stands for itself.
pub const INDICATOR_DRAWING: &str = "/api/v1/indicators/{id}/svg";
