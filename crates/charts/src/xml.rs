//! Numbers and text as the picture's XML wants them.

use std::fmt::Write;

/// A number of tenths: `12.5`, and `12` where there are none over.
pub(crate) fn push_tenths(out: &mut String, tenths: i32) {
    if tenths < 0 {
        out.push('-');
    }
    let tenths = tenths.unsigned_abs();
    let _ = write!(out, "{}", tenths / 10);
    if !tenths.is_multiple_of(10) {
        let _ = write!(out, ".{}", tenths % 10);
    }
}

/// Text as XML wants it; signs that XML forbids are left out.
pub(crate) fn escape(out: &mut String, text: &str) {
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\r' | '\t' => out.push(' '),
            '\0'..' ' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(sign),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_at_most_one_decimal() {
        let shown = |tenths| {
            let mut out = String::new();
            push_tenths(&mut out, tenths);
            out
        };
        assert_eq!([shown(0), shown(120), shown(125), shown(-5), shown(-10)], ["0", "12", "12.5", "-0.5", "-1"]);
    }

    #[test]
    fn text_is_escaped() {
        let mut out = String::new();
        escape(&mut out, "a<b & \"c\">\u{1}\n");
        assert_eq!(out, "a&lt;b &amp; &quot;c&quot;&gt; ");
    }
}
