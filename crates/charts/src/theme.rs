//! The three themes: their colours and their sizes, the same as the tokens of the pages.

/// For what the picture is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark on white.
    #[default]
    Light,
    /// Light on black.
    Dark,
    /// Dark on white, with large text, for a meeting room.
    Projector,
}

/// A colour of the palette by its part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    Ink,
    InkTwo,
    Rule,
    Edge,
    Accent,
    AccentTwo,
    AccentThree,
    Stop,
    Card,
}

/// Sizes in pixels.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sizes {
    /// Text of heads and axes; never under 12.
    pub(crate) label: i32,
    /// Text of rows.
    pub(crate) value: i32,
    /// Height of a line of text within a row.
    pub(crate) line: f64,
    /// Height of a row with one line.
    pub(crate) row: f64,
    /// Thickness of a bar.
    pub(crate) bar: f64,
    /// Side of the square of a legend.
    pub(crate) square: f64,
    /// Least room between two columns.
    pub(crate) gap: f64,
}

const NORMAL: Sizes = Sizes { label: 12, value: 13, line: 16.0, row: 24.0, bar: 12.0, square: 10.0, gap: 12.0 };
const LARGE: Sizes = Sizes { label: 15, value: 17, line: 21.0, row: 32.0, bar: 16.0, square: 13.0, gap: 16.0 };

impl Theme {
    pub(crate) fn sizes(self) -> &'static Sizes {
        match self {
            Self::Light | Self::Dark => &NORMAL,
            Self::Projector => &LARGE,
        }
    }

    pub(crate) fn colour(self, tone: Tone) -> &'static str {
        let (light, dark) = match tone {
            Tone::Ink => ("#1a2024", "#e6eaec"),
            Tone::InkTwo => ("#4a545b", "#b4bdc3"),
            Tone::Rule => ("#dfe2dc", "#2b3237"),
            Tone::Edge => ("#858d88", "#7d888f"),
            Tone::Accent => ("#0f5d62", "#6fc3c3"),
            Tone::AccentTwo => ("#6ba5a5", "#3b7d80"),
            Tone::AccentThree => ("#d3e5e2", "#1f4548"),
            Tone::Card => ("#ffffff", "#181d21"),
            Tone::Stop => ("#b3261e", "#ff8f85"),
        };
        if self == Self::Dark { dark } else { light }
    }
}
