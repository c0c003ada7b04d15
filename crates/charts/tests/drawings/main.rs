//! What every picture keeps, over all samples, sizes and themes, and the pictures themselves byte for byte.

mod picture;
mod samples;

use anju_charts::{Drawing, Size, Theme, draw, framed, natural_height_in};
use anju_domain::{
    chart::{Cell, Chart, Form},
    language::Language,
};

const THEMES: [Theme; 3] = [Theme::Light, Theme::Dark, Theme::Projector];
const WIDTHS: [u32; 7] = [240, 300, 340, 373, 600, 1014, 1640];

fn natural(chart: &Chart, width: u32, theme: Theme) -> (Size, Drawing) {
    let size = Size { width, height: natural_height_in(chart, width, theme) };
    (size, draw(chart, size, theme))
}

fn each(mut check: impl FnMut(&str, &Chart, Size, Theme, &Drawing)) {
    for (name, chart) in samples::all() {
        for theme in THEMES {
            for width in WIDTHS {
                let (size, drawing) = natural(&chart, width, theme);
                check(&format!("{name} {width} {theme:?}"), &chart, size, theme, &drawing);
            }
        }
    }
}

#[test]
fn no_text_touches_another_or_leaves_the_picture() {
    each(|name, _, size, _, drawing| {
        let texts = picture::texts(&drawing.svg);
        for (i, a) in texts.iter().enumerate() {
            let inside = a.left >= -0.2
                && a.top >= 0.0
                && a.right <= f64::from(size.width) + 0.2
                && a.bottom <= f64::from(size.height);
            assert!(inside, "{name}: {a:?} leaves {size:?}");
            for b in &texts[i + 1..] {
                let apart = a.right <= b.left + 0.2
                    || b.right <= a.left + 0.2
                    || a.bottom <= b.top + 0.2
                    || b.bottom <= a.top + 0.2;
                assert!(apart, "{name}: {a:?} touches {b:?}");
            }
        }
    });
}

#[test]
fn no_mark_leaves_the_picture_and_every_row_has_one_in_order() {
    each(|name, chart, size, _, drawing| {
        let rows: Vec<usize> = drawing.marks.iter().filter(|m| m.column.is_none()).map(|m| m.row).collect();
        assert_eq!(rows, (0..chart.rows.len()).collect::<Vec<_>>(), "{name}");
        assert!(drawing.marks.is_sorted_by_key(|mark| mark.row), "{name}");
        for mark in &drawing.marks {
            let b = mark.bounds;
            let inside = b.x >= 0
                && b.y >= 0
                && b.width > 0
                && b.height > 0
                && b.x + b.width <= size.width as i32
                && b.y + b.height <= size.height as i32;
            assert!(inside, "{name}: {mark:?} in {size:?}");
        }
    });
}

#[test]
fn pictures_are_well_formed_and_need_no_inline_style() {
    each(|name, chart, size, theme, drawing| {
        let tags = picture::tags(&drawing.svg);
        assert_eq!(tags[0].get("width"), Some(size.width.to_string().as_str()), "{name}");
        assert_eq!(tags[0].get("height"), Some(size.height.to_string().as_str()), "{name}");
        assert_eq!(tags[0].get("role"), Some("img"));
        assert!(tags[0].get("aria-label").is_some_and(|label| label.contains(&chart.title)));
        let least = if theme == Theme::Projector { 15.0 } else { 12.0 };
        for tag in &tags {
            assert!(tag.get("style").is_none() && tag.name != "style" && tag.name != "script", "{name}");
            assert!(tag.get("transform").is_none(), "{name}: nothing is scaled");
            if tag.name == "text" {
                assert!(tag.number("font-size") >= least, "{name}: {}", tag.text);
            }
            if matches!(tag.name.as_str(), "rect" | "polyline" | "circle" | "text" | "polygon") {
                assert!(tag.get("class").is_some() && tag.get("fill").is_some(), "{name}");
            }
            if ["mark middle", "mark light", "mark hatched", "mark outline"].contains(&tag.get("class").unwrap_or("")) {
                assert!(tag.get("stroke").is_some(), "{name}: a light fill has a dark outline");
            }
            if let Some(pattern) = tag.get("fill").and_then(|fill| fill.strip_prefix("url(#")) {
                let id = pattern.trim_end_matches(')');
                assert!(id.contains(&chart.id) && tags.iter().any(|tag| tag.get("id") == Some(id)), "{name}");
            }
        }
    });
}

#[test]
fn a_bar_never_leaves_its_room() {
    each(|name, _, size, _, drawing| {
        for tag in picture::tags(&drawing.svg).iter().filter(|tag| tag.name == "rect") {
            let (x, width) = (tag.number("x"), tag.number("width"));
            assert!(x >= 0.0 && width > 0.0 && x + width <= f64::from(size.width) + 0.1, "{name}: {x} {width}");
        }
    });
}

#[test]
fn every_cell_of_a_printed_column_is_in_the_picture() {
    for width in WIDTHS {
        let chart = samples::arrival(Language::En);
        let (_, drawing) = natural(&chart, width, Theme::Light);
        let words: Vec<String> = picture::texts(&drawing.svg).into_iter().map(|text| text.words).collect();
        for cell in chart.rows.iter().flat_map(|row| &row.cells[1..]) {
            assert!(words.contains(&cell.shown()), "{} at {width}", cell.shown());
        }
    }
}

#[test]
fn a_low_picture_is_raised_and_a_high_one_stretched() {
    let chart = samples::classes(Language::Zh);
    let low = draw(&chart, Size { width: 600, height: 1 }, Theme::Light);
    assert_eq!(low.svg, natural(&chart, 600, Theme::Light).1.svg);
    let high = draw(&chart, Size { width: 600, height: 200 }, Theme::Light);
    assert!(high.marks[0].bounds.height > low.marks[0].bounds.height);
    assert!(high.svg.contains("height=\"200\""));
    assert_eq!(draw(&chart, Size { width: 0, height: 0 }, Theme::Light).marks.len(), low.marks.len());
}

#[test]
fn a_long_chart_is_folded_where_there_is_room() {
    let chart = samples::units(Language::Zh);
    let places = |width| -> Vec<(i32, i32)> {
        let marks = natural(&chart, width, Theme::Light).1.marks;
        marks.iter().filter(|mark| mark.column.is_none()).map(|mark| (mark.bounds.x, mark.bounds.y)).collect()
    };
    let wide = places(1014);
    let right = wide.iter().filter(|(x, _)| *x > 0).count();
    assert_eq!((wide.len(), right), (17, 8), "nine rows stand on the left, eight on the right");
    assert_eq!(wide[9].1, wide[0].1, "both halves begin under the head");
    assert!(places(600).iter().all(|(x, _)| *x == 0));
    let high = |width| natural_height_in(&chart, width, Theme::Light);
    assert!(high(1014) < high(600) * 2 / 3);
}

#[test]
fn text_is_escaped() {
    let mut chart = samples::sources(Language::En);
    chart.title = "A & B <c> \"d\"".to_owned();
    chart.id = "\"><script>".to_owned();
    chart.rows[0].cells[0] = Cell::Text("</text><script>alert(\"1\")</script>&amp;\u{0}".to_owned());
    let (_, drawing) = natural(&chart, 1014, Theme::Light);
    let tags = picture::tags(&drawing.svg);
    assert!(tags[0].get("aria-label").is_some_and(|label| label.starts_with("A & B <c> \"d\": ")));
    assert!(tags.iter().all(|tag| tag.name != "script"));
    assert!(tags.iter().any(|tag| tag.text.starts_with("</text><script>")));
}

#[test]
fn an_empty_chart_draws_its_reason_and_nothing_else() {
    for language in [Language::Zh, Language::En] {
        let chart = samples::empty(language);
        let (_, drawing) = natural(&chart, 1014, Theme::Dark);
        let texts = picture::texts(&drawing.svg);
        assert_eq!(texts.iter().map(|text| text.words.clone()).collect::<Vec<_>>(), [chart.empty.unwrap()]);
        assert!(drawing.marks.is_empty() && !drawing.svg.contains("<rect") && !drawing.svg.contains("<polyline"));
    }
}

#[test]
fn a_curve_of_600_months_draws_with_thinned_names() {
    let chart = samples::curve(Language::Zh, 600, 300);
    for width in [300, 1014] {
        let (_, drawing) = natural(&chart, width, Theme::Light);
        assert_eq!(drawing.marks.len(), 600);
        let names = picture::texts(&drawing.svg).iter().filter(|text| text.words.ends_with('年')).count();
        assert!((2..=20).contains(&names), "{names}");
    }
    for months in [1, 2, 13] {
        let chart = samples::curve(Language::En, months, months.min(1));
        assert_eq!(natural(&chart, 320, Theme::Light).1.marks.len(), months);
    }
}

/// The bars of a picture: left edge and width, without the squares of a legend.
fn bars(drawing: &Drawing) -> Vec<(f64, f64)> {
    let number = |rect: &str, name: &str| -> f64 {
        let (_, rest) = rect.split_once(&format!(" {name}=\"")).expect("the attribute");
        rest.split('"').next().and_then(|text| text.parse().ok()).expect("a number")
    };
    let rects = drawing.svg.split("<rect class=\"mark ").skip(1);
    rects.map(|rect| (number(rect, "x").floor(), number(rect, "width").ceil())).collect()
}

#[test]
fn a_fall_hangs_each_step_where_the_one_before_ended() {
    let bars = bars(&natural(&samples::fall(Language::Zh), 600, Theme::Light).1);
    assert_eq!(bars.len(), 7);
    let end = |at: usize| bars[at].0 + bars[at].1;
    let near = |a: f64, b: f64| (a - b).abs() <= 2.0;
    assert!(near(end(1), end(0)) && near(end(2), bars[1].0) && near(end(4), bars[3].0), "{bars:?}");
    assert!(near(bars[5].0, bars[4].0), "what is too much goes forth again: {bars:?}");
    assert!(near(bars[6].0, bars[0].0) && near(end(6), end(5)), "the rest begins at the left: {bars:?}");
}

#[test]
fn a_bound_is_a_line_with_its_percent_even_where_no_bar_reaches_it() {
    for low in [false, true] {
        let drawing = natural(&samples::bound(Language::Zh, low), 600, Theme::Light).1;
        assert!(drawing.svg.contains("class=\"today\"") && drawing.svg.contains(">30%</text>"), "{low}");
    }
    let wide = bars(&natural(&samples::bound(Language::Zh, true), 600, Theme::Light).1);
    let [(_, width)] = wide[..] else { panic!("one bar: {wide:?}") };
    assert!(width < 150.0, "12% is well short of the line at 30%: {width}");
}

#[test]
fn a_picture_for_itself_says_what_it_is_about() {
    for (name, chart) in samples::all() {
        for theme in THEMES {
            let (svg, size) = framed(&chart, theme);
            assert_eq!(svg.matches("<svg").count(), 2, "{name}");
            assert!(svg.contains(&format!(">{}</text>", chart.title)) && !svg.contains("style="), "{name}");
            let day = if chart.language == Language::Zh { "截至2022年10月8日" } else { "as of 8 October 2022" };
            assert!(svg.contains(day), "{name}");
            // Ground, and room for all of the drawing.
            assert!(svg.contains(&format!("<rect width=\"{}\" height=\"{}\"", size.width, size.height)), "{name}");
            let texts = picture::texts(&svg);
            assert!(texts.iter().all(|text| text.right <= f64::from(size.width)), "{name}");
        }
    }
}

#[test]
fn odd_charts_draw_without_a_panic() {
    let mut chart = samples::arrival(Language::Zh);
    for row in &mut chart.rows {
        row.cells.truncate(2);
    }
    assert_eq!(natural(&chart, 373, Theme::Light).1.marks.len(), chart.rows.len());
    chart.form = Form::Bars {
        before: vec![99],
        layers: vec![],
        stacked: true,
        share_of: Some(98),
        after: vec![],
        bars_on_sums: true,
        falling: false,
        line_at: None,
    };
    assert_eq!(natural(&chart, 373, Theme::Light).1.marks.len(), chart.rows.len());
    chart.form = Form::Curve { layers: vec![], below: Some(7), today_after: Some(400) };
    assert_eq!(natural(&chart, 373, Theme::Light).1.marks.len(), chart.rows.len());
    chart.form = Form::Gauges { done: 9, under_way: 9, target: 0, pace: 9, shares: [9, 9] };
    assert_eq!(natural(&chart, 373, Theme::Light).1.marks.len(), chart.rows.len());
}

/// The pictures byte for byte. `ANJU_REWRITE_GOLDEN=1` writes them anew; look at them before you commit them.
#[test]
fn pictures_are_the_golden_ones() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let rewrite = std::env::var_os("ANJU_REWRITE_GOLDEN").is_some();
    let mut differing = Vec::new();
    for (name, chart) in samples::all() {
        for (kind, width, theme) in [("wide", 600, Theme::Light), ("phone", 320, Theme::Dark)] {
            let svg = natural(&chart, width, theme).1.svg.replace("/><", "/>\n<").replace("</text><", "</text>\n<");
            let file = folder.join(format!("{name}_{kind}.svg"));
            if rewrite {
                std::fs::write(&file, format!("{svg}\n")).unwrap();
            } else if std::fs::read_to_string(&file).unwrap_or_default() != format!("{svg}\n") {
                differing.push(file.file_name().unwrap().to_owned());
            }
        }
    }
    assert!(differing.is_empty(), "differ from tests/golden: {differing:?}");
}
