//! A chart as a picture of pixels (PNG), twice as fine as its SVG, for whoever has no SVG.
//!
//! It is drawn from the very SVG that the pages give. The signs come from the fonts of the machine; without one that has Chinese
//! signs there is no picture, because a row of empty boxes would be worse than none: then the answer says what to install.

use anju_charts::{Theme, framed};
use anju_domain::chart::Chart;
use resvg::{
    render,
    tiny_skia::{Pixmap, Transform},
    usvg::{FontResolver, Options, Tree, fontdb::Database},
};
use std::sync::{
    Arc, OnceLock,
    atomic::{AtomicBool, Ordering},
};

/// The media type of a picture.
pub const PNG: &str = "image/png";
/// Pixels of the picture in one of the drawing.
const FINENESS: u16 = 2;

/// Why there is no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unpainted {
    /// No font of the machine has one of the signs.
    NoFont,
    /// The drawing is beyond what can be painted.
    Failed,
}

/// The bytes of the picture.
///
/// # Errors
/// There is none: [`Unpainted`] says why.
pub fn png(chart: &Chart) -> Result<Vec<u8>, Unpainted> {
    // Looked for once: a machine may have hundreds of fonts.
    static FONTS: OnceLock<Arc<Database>> = OnceLock::new();
    let fonts = FONTS.get_or_init(|| {
        let mut fonts = Database::new();
        fonts.load_system_fonts();
        Arc::new(fonts)
    });
    paint(chart, Arc::clone(fonts))
}

fn paint(chart: &Chart, fonts: Arc<Database>) -> Result<Vec<u8>, Unpainted> {
    let (svg, size) = framed(chart, Theme::Light);
    let is_missing = AtomicBool::new(false);
    let found = |font: Option<_>| {
        if font.is_none() {
            is_missing.store(true, Ordering::Relaxed);
        }
        font
    };
    let (by_name, by_sign) = (FontResolver::default_font_selector(), FontResolver::default_fallback_selector());
    let font_resolver = FontResolver {
        select_font: Box::new(|font, fonts| found(by_name(font, fonts))),
        select_fallback: Box::new(|sign, tried, fonts| found(by_sign(sign, tried, fonts))),
    };
    let options = Options { fontdb: fonts, font_resolver, ..Options::default() };
    let tree = Tree::from_str(&svg, &options).map_err(|_| Unpainted::Failed)?;
    if is_missing.load(Ordering::Relaxed) {
        return Err(Unpainted::NoFont);
    }
    let fine = u32::from(FINENESS);
    let mut picture = Pixmap::new(size.width * fine, size.height * fine).ok_or(Unpainted::Failed)?;
    render(&tree, Transform::from_scale(f32::from(FINENESS), f32::from(FINENESS)), &mut picture.as_mut());
    picture.encode_png().map_err(|_| Unpainted::Failed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use anju_domain::{
        indicators::{Filter, ProgrammeFacts, compute},
        language::Language,
        sample,
    };

    fn chart(language: Language) -> Chart {
        let sample = sample::programme();
        let today = sample.programme.demonstration_date.unwrap_or_default();
        let facts = ProgrammeFacts::of(sample.programme, sample.plans, &sample.dossiers, today, 1);
        compute("L-05", &facts, &Filter::default(), language).expect("it is listed")
    }

    #[test]
    fn without_fonts_there_is_no_picture_instead_of_boxes() {
        for language in [Language::Zh, Language::En] {
            assert_eq!(paint(&chart(language), Arc::new(Database::new())), Err(Unpainted::NoFont));
        }
    }

    #[test]
    fn a_picture_is_twice_as_fine_as_its_drawing() {
        // A machine without any Chinese font has no picture; the test above is about it.
        let Ok(bytes) = png(&chart(Language::Zh)) else { return };
        let picture = image::load_from_memory(&bytes).expect("it is a picture");
        let (_, size) = framed(&chart(Language::Zh), Theme::Light);
        assert_eq!((picture.width(), picture.height()), (2 * size.width, 2 * size.height));
        let dark = picture.to_luma8().pixels().filter(|pixel| pixel.0[0] < 128).count();
        assert!(dark > 2_000, "there is something in it: {dark}");
    }
}
