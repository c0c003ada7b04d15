//! The width of a text, from a table of advances, and the breaking of it into lines.
//!
//! The table holds for each sign the widest of the common Chinese sans-serif fonts (Noto Sans CJK, Microsoft YaHei,
//! PingFang and the Latin of Helvetica), so that a text is never wider than it was taken for. Figures are tabular.

/// How strong a text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// 400.
    Normal,
    /// 600.
    Bold,
}

/// Advances of U+0020 … U+007E in thousandths of an em.
#[rustfmt::skip]
const NORMAL: [u16; 95] = [
    278, 323, 474, 556, 556, 921, 680, 278, 338, 338, 467, 584, 278, 347, 278, 392, 560, 560, 560, 560, 560, 560, 560, 560,
    560, 560, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 728, 293, 535, 667, 556, 833, 748, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 338, 392, 338, 555, 559, 606, 563, 618, 510, 620, 556, 325, 564,
    607, 275, 275, 552, 284, 926, 610, 606, 620, 620, 388, 500, 377, 607, 521, 802, 500, 521, 500, 338, 270, 338, 584,
];

/// The same for bold text.
#[rustfmt::skip]
const BOLD: [u16; 95] = [
    278, 370, 574, 590, 590, 963, 740, 325, 378, 378, 507, 590, 325, 370, 325, 387, 590, 590, 590, 590, 590, 590, 590, 590,
    590, 590, 333, 333, 590, 590, 590, 611, 1007, 722, 722, 722, 722, 667, 611, 778, 757, 330, 568, 722, 611, 853, 749, 778,
    667, 778, 722, 667, 625, 748, 667, 944, 667, 667, 613, 378, 387, 378, 590, 567, 626, 591, 644, 556, 644, 581, 372, 611,
    640, 304, 306, 604, 315, 964, 641, 626, 644, 644, 436, 556, 421, 637, 576, 863, 562, 576, 511, 389, 296, 389, 590,
];

fn advance(sign: char, weight: Weight) -> u32 {
    let code = u32::from(sign);
    match code {
        0x20..=0x7e => {
            let table = if weight == Weight::Bold { &BOLD } else { &NORMAL };
            u32::from(table[(code - 0x20) as usize])
        }
        0..0x20 | 0x7f..=0x9f | 0x200b..=0x200f | 0xfe00..=0xfe0f => 0,
        0xb0 => 400,
        0xc0..=0x24f => 680,
        0x2013 => 560,
        0x2032 => 300,
        // Chinese characters and signs, and whatever else is unknown: no sign of these fonts is wider than the em.
        _ => 1000,
    }
}

/// The width of a text in pixels, at most a little more than any of the fonts needs.
pub fn width(text: &str, size: i32, weight: Weight) -> f64 {
    let thousandths: u32 = text.chars().map(|sign| advance(sign, weight)).sum();
    // Whole tenths, rounded up: the same on every machine.
    f64::from((thousandths * size.unsigned_abs()).div_ceil(100)) / 10.0
}

/// The text, cut with 「…」 to fit.
pub(crate) fn fitted(text: &str, size: i32, weight: Weight, most: f64) -> String {
    if width(text, size, weight) <= most {
        return text.to_owned();
    }
    let mut kept = String::new();
    for sign in text.chars() {
        kept.push(sign);
        kept.push('…');
        let fits = width(&kept, size, weight) <= most;
        kept.pop();
        if !fits {
            kept.pop();
            break;
        }
    }
    format!("{}…", kept.trim_end())
}

/// The text in at most `lines` lines; what does not fit into the last one is cut with 「…」.
pub(crate) fn wrapped(text: &str, size: i32, weight: Weight, most: f64, lines: usize) -> Vec<String> {
    let mut out = Vec::new();
    let mut rest = text.trim();
    while out.len() + 1 < lines && width(rest, size, weight) > most {
        let Some(end) = breaks(rest).take_while(|&end| width(rest[..end].trim_end(), size, weight) <= most).last()
        else {
            break;
        };
        out.push(rest[..end].trim_end().to_owned());
        rest = rest[end..].trim_start();
    }
    out.push(fitted(rest, size, weight, most));
    out
}

/// The text in two lines of about the same width, or in one where it cannot be broken.
pub(crate) fn halves(text: &str, size: i32, weight: Weight) -> Vec<String> {
    let mut best: Option<(f64, usize)> = None;
    for end in breaks(text) {
        let wider = width(text[..end].trim_end(), size, weight).max(width(text[end..].trim_start(), size, weight));
        if best.is_none_or(|(least, _)| wider < least) {
            best = Some((wider, end));
        }
    }
    match best {
        Some((_, end)) => vec![text[..end].trim_end().to_owned(), text[end..].trim_start().to_owned()],
        None => vec![text.to_owned()],
    }
}

/// Where a line may end: after a space or hyphen, and on either side of a Chinese character, but no closing sign starts a line
/// and no opening sign ends one.
fn breaks(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.char_indices().zip(text.chars().skip(1)).filter_map(|((at, this), next)| {
        let may = match (this, next) {
            ('（' | '“' | '《' | '(', _)
            | (_, '）' | '”' | '》' | '，' | '。' | '；' | '：' | '、' | ')' | ' ' | ',' | '.') => false,
            (' ' | '-' | '/', _) => true,
            _ => is_wide(this) || is_wide(next),
        };
        may.then(|| at + this.len_utf8())
    })
}

fn is_wide(sign: char) -> bool {
    sign >= '\u{2e80}'
}

/// The widest of some lines.
pub(crate) fn widest(lines: &[String], size: i32, weight: Weight) -> f64 {
    lines.iter().map(|line| width(line, size, weight)).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_an_em_and_figures_are_tabular() {
        assert_eq!(width("财政资金", 13, Weight::Normal), 52.0);
        assert_eq!(width("1111", 12, Weight::Normal), width("0000", 12, Weight::Normal));
        assert!(width("合计1", 12, Weight::Bold) > width("合计1", 12, Weight::Normal));
    }

    #[test]
    fn a_text_that_fits_is_left_alone_and_another_is_cut() {
        assert_eq!(fitted("县级", 12, Weight::Normal, 24.0), "县级");
        assert_eq!(fitted("原产权单位", 12, Weight::Normal, 40.0), "原产…");
        assert_eq!(fitted("原产权单位", 12, Weight::Normal, 3.0), "…");
    }

    #[test]
    fn lines_break_at_spaces_and_between_characters() {
        assert_eq!(wrapped("county finance bureau", 12, Weight::Normal, 90.0, 2), ["county finance", "bureau"]);
        assert_eq!(wrapped("社会资本及债券", 12, Weight::Normal, 48.0, 2), ["社会资本", "及债券"]);
        assert_eq!(wrapped("资金（万元）", 12, Weight::Normal, 60.0, 2), ["资金（万", "元）"]);
        assert_eq!(wrapped("incomprehensibilities", 12, Weight::Normal, 48.0, 2).len(), 1);
        assert_eq!(halves("Share of commitments", 12, Weight::Normal), ["Share of", "commitments"]);
    }
}
