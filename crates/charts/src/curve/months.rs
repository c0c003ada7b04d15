//! The names under the axis of months: as many as have room, never so many that they touch.

use super::axis::Plot;
use crate::{
    text::{self, Weight},
    theme::Sizes,
};
use anju_domain::{
    chart::{Cell, Chart},
    language::Language,
};

const ENGLISH: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The labelled months.
pub(crate) struct Ticks {
    ticks: Vec<(usize, String)>,
    every: bool,
}

impl Ticks {
    pub(crate) fn labels(&self) -> Vec<(f64, String)> {
        self.ticks.iter().map(|(row, words)| (*row as f64, words.clone())).collect()
    }

    pub(crate) fn rows(&self) -> impl Iterator<Item = usize> + '_ {
        self.ticks.iter().map(|tick| tick.0)
    }

    /// Whether every month has its name.
    pub(crate) fn is_every(&self) -> bool {
        self.every
    }
}

/// Year and month of a key such as `2022-09`.
fn month(key: &str) -> Option<(i32, usize)> {
    let (year, month) = key.split_once('-')?;
    let month: usize = month.parse().ok()?;
    Some((year.parse().ok()?, month)).filter(|_| (1..=12).contains(&month))
}

/// The name of a month; January carries the year where there is more than one.
fn name(language: Language, year: i32, month: usize, with_year: bool) -> String {
    match (language, with_year) {
        (Language::Zh, true) => format!("{year}年"),
        (Language::En, true) => year.to_string(),
        (Language::Zh, false) => format!("{month}月"),
        (Language::En, false) => ENGLISH.get(month - 1).copied().unwrap_or("").to_owned(),
    }
}

/// Chooses the months to name.
pub(crate) fn ticks(chart: &Chart, plot: &Plot, sizes: &Sizes) -> Ticks {
    let months: Option<Vec<(i32, usize)>> = chart.rows.iter().map(|row| month(&row.key)).collect();
    let wide = |words: &str| text::width(words, sizes.label, Weight::Normal);
    let fits = |ticks: &[(usize, String)]| {
        ticks.windows(2).all(|pair| {
            let (a, b) = (&pair[0], &pair[1]);
            plot.x(b.0) - plot.x(a.0) >= (wide(&a.1) + wide(&b.1)) / 2.0 + 6.0
        }) && ticks.iter().all(|tick| {
            let half = wide(&tick.1) / 2.0;
            plot.x(tick.0) - half >= 0.0 && plot.x(tick.0) + half <= plot.width
        })
    };
    let all = chart.rows.len();
    let Some(months) = months else {
        return thinned(chart, all, fits);
    };
    let years = months.first().map(|m| m.0) != months.last().map(|m| m.0);
    for every in [1, 2, 3, 6, 12, 24, 60, 120, 240] {
        let ticks: Vec<(usize, String)> =
            months
                .iter()
                .enumerate()
                .filter(|(_, (year, month))| {
                    if every <= 12 { (month - 1) % every == 0 } else { *month == 1 && year % (every as i32 / 12) == 0 }
                })
                .map(|(row, &(year, month))| (row, name(chart.language, year, month, years && month == 1)))
                .collect();
        if fits(&ticks) {
            return Ticks { every: every == 1, ticks };
        }
    }
    thinned(chart, all, fits)
}

/// The year to stand before the first name, where no name says it and there is room.
pub(crate) fn first_year(chart: &Chart, ticks: &Ticks, plot: &Plot, sizes: &Sizes) -> Option<String> {
    let (year, _) = month(&chart.rows.first()?.key)?;
    let words = name(chart.language, year, 1, true);
    let (row, first) = ticks.ticks.first()?;
    let wide = |words: &str| text::width(words, sizes.label, Weight::Normal);
    let room = plot.x(*row) - wide(first) / 2.0 - 4.0;
    (*first != words && wide(&words) <= room).then_some(words)
}

/// Where the keys are no months: the labels themselves, every first, second, third …
fn thinned(chart: &Chart, all: usize, fits: impl Fn(&[(usize, String)]) -> bool) -> Ticks {
    let label = |row: usize| chart.rows.get(row).and_then(|row| row.cells.first()).map(Cell::shown).unwrap_or_default();
    for every in 1..=all.max(1) {
        let ticks: Vec<(usize, String)> = (0..all).step_by(every).map(|row| (row, label(row))).collect();
        if fits(&ticks) {
            return Ticks { ticks, every: every == 1 };
        }
    }
    Ticks { ticks: Vec::new(), every: false }
}
