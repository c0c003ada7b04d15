//! Writes a page with every sample chart at the given widths, to look at: `gallery light|dark|projector WIDTH… > page.html`.

#[path = "../tests/drawings/samples.rs"]
mod samples;

use anju_charts::{Size, Theme, draw, natural_height_in};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let theme = match arguments.next().as_deref() {
        Some("dark") => Theme::Dark,
        Some("projector") => Theme::Projector,
        _ => Theme::Light,
    };
    let widths: Vec<u32> = arguments.filter_map(|width| width.parse().ok()).collect();
    let (card, ink) = if theme == Theme::Dark { ("#181d21", "#e6eaec") } else { ("#fff", "#1a2024") };
    println!("<!doctype html><meta charset=utf-8><style>body{{background:{card};color:{ink};font:12px sans-serif}}");
    println!(
        "section{{display:inline-block;vertical-align:top;margin:8px;padding:8px;outline:1px solid #8884}}</style>"
    );
    for (name, chart) in samples::all() {
        println!("<h2>{name}</h2>");
        for &width in &widths {
            let height = natural_height_in(&chart, width, theme);
            println!("<section>{}</section>", draw(&chart, Size { width, height }, theme).svg);
        }
    }
}
