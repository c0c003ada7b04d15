//! What a thing is drawn as: its class, and the colours that the class has in a theme.
//!
//! plotters hands nothing but a colour from an element to the backend. So a paint travels as a colour (its number in
//! the red channel) and the backend turns it back into a class and the theme's colours; even the lines that plotters
//! draws by itself, such as a mesh, come out classed.

use crate::theme::Tone;
use anju_domain::chart::Fill;
use plotters::style::{RGBAColor, ShapeStyle};

/// What a thing is drawn as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Paint {
    Solid,
    Middle,
    Light,
    Hatched,
    Outline,
    Way,
    Track,
    Over,
    Dot,
    Rule,
    Axis,
    Today,
    Plan,
    Actual,
    Past,
    Label,
    Value,
    Strong,
    Alarm,
}

/// How a paint looks: its class, fill, stroke, stroke width in tenths of a pixel and dashes.
pub(crate) struct Look {
    pub(crate) class: &'static str,
    pub(crate) fill: Ground,
    pub(crate) stroke: Option<Tone>,
    pub(crate) tenths: i32,
    pub(crate) dashes: &'static str,
}

/// What fills a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ground {
    None,
    Tone(Tone),
    Hatch,
}

impl Paint {
    const ALL: [Self; 19] = [
        Self::Solid,
        Self::Middle,
        Self::Light,
        Self::Hatched,
        Self::Outline,
        Self::Way,
        Self::Track,
        Self::Over,
        Self::Dot,
        Self::Rule,
        Self::Axis,
        Self::Today,
        Self::Plan,
        Self::Actual,
        Self::Past,
        Self::Label,
        Self::Value,
        Self::Strong,
        Self::Alarm,
    ];

    pub(crate) const fn of_fill(fill: Fill) -> Self {
        match fill {
            Fill::Outline => Self::Outline,
            Fill::Solid => Self::Solid,
            Fill::Light => Self::Light,
            Fill::Middle => Self::Middle,
            Fill::Hatched => Self::Hatched,
        }
    }

    /// The line of a curve's layer.
    pub(crate) const fn of_line(fill: Fill) -> Self {
        match fill {
            Fill::Outline => Self::Plan,
            Fill::Solid => Self::Actual,
            Fill::Light | Fill::Middle | Fill::Hatched => Self::Past,
        }
    }

    /// The colour as which it travels through plotters.
    pub(crate) fn colour(self) -> RGBAColor {
        RGBAColor(self as u8, 0, 0, 1.0)
    }

    pub(crate) fn style(self) -> ShapeStyle {
        ShapeStyle { color: self.colour(), filled: true, stroke_width: 1 }
    }

    /// The paint that travelled as this colour.
    pub(crate) fn of_colour(rgb: (u8, u8, u8)) -> Self {
        Self::ALL.get(usize::from(rgb.0)).copied().unwrap_or(Self::Value)
    }

    pub(crate) const fn look(self) -> Look {
        let (class, fill, stroke, tenths, dashes) = match self {
            Self::Solid => ("mark solid", Ground::Tone(Tone::Accent), None, 0, ""),
            Self::Middle => ("mark middle", Ground::Tone(Tone::AccentTwo), Some(Tone::Accent), 10, ""),
            Self::Light => ("mark light", Ground::Tone(Tone::AccentThree), Some(Tone::Accent), 10, ""),
            Self::Hatched => ("mark hatched", Ground::Hatch, Some(Tone::Accent), 10, ""),
            Self::Outline => ("mark outline", Ground::None, Some(Tone::Edge), 10, ""),
            Self::Way => ("mark way", Ground::Tone(Tone::Card), Some(Tone::Edge), 10, ""),
            Self::Track => ("track", Ground::Tone(Tone::Rule), None, 0, ""),
            Self::Over => ("over", Ground::Tone(Tone::Ink), None, 0, ""),
            Self::Dot => ("dot", Ground::Tone(Tone::Accent), None, 0, ""),
            Self::Rule => ("rule", Ground::None, Some(Tone::Rule), 10, ""),
            Self::Axis => ("axis", Ground::None, Some(Tone::Edge), 10, ""),
            Self::Today => ("today", Ground::None, Some(Tone::Ink), 10, "2 2"),
            Self::Plan => ("plan", Ground::None, Some(Tone::Edge), 20, "5 3"),
            Self::Actual => ("actual", Ground::None, Some(Tone::Accent), 25, ""),
            Self::Past => ("past", Ground::None, Some(Tone::AccentTwo), 20, ""),
            Self::Label => ("label", Ground::Tone(Tone::InkTwo), None, 0, ""),
            Self::Value => ("value", Ground::Tone(Tone::Ink), None, 0, ""),
            Self::Strong => ("strong", Ground::Tone(Tone::Ink), None, 0, ""),
            Self::Alarm => ("alarm", Ground::Tone(Tone::Stop), None, 0, ""),
        };
        Look { class, fill, stroke, tenths, dashes }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_paint_comes_back_from_its_colour_and_has_a_rule_for_the_page() {
        for (number, paint) in Paint::ALL.into_iter().enumerate() {
            assert_eq!(paint as usize, number);
            let colour = paint.colour();
            assert_eq!(Paint::of_colour((colour.0, colour.1, colour.2)), paint);
            let class = paint.look().class.rsplit(' ').next().unwrap();
            assert!(crate::STYLE.contains(&format!(".{class}")), "{class}");
        }
    }
}
