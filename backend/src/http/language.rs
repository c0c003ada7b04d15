//! The language of an answer, from `Accept-Language`: Chinese unless English is wanted more.

use anju_domain::language::Language;
use axum::http::{HeaderMap, header::ACCEPT_LANGUAGE};

/// The language that a request asks for.
pub fn of_headers(headers: &HeaderMap) -> Language {
    let wanted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let (mut zh, mut en) = (0, 0);
    for entry in wanted.split(',') {
        let mut parts = entry.split(';');
        let tag = parts.next().unwrap_or_default().trim().to_ascii_lowercase();
        let weight = parts.find_map(|part| part.trim().strip_prefix("q=").map(thousandths)).unwrap_or(1000);
        match tag.split('-').next() {
            Some("zh") => zh = zh.max(weight),
            Some("en") => en = en.max(weight),
            _ => {}
        }
    }
    if en > zh { Language::En } else { Language::Zh }
}

/// A weight such as `0.8` in thousandths; what cannot be read weighs nothing.
fn thousandths(text: &str) -> u32 {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let digits: String = decimals.chars().chain("000".chars()).take(3).collect();
    format!("{whole}{digits}").parse().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_only_when_it_is_wanted_more() {
        for (header, language) in [
            ("", Language::Zh),
            ("zh-CN", Language::Zh),
            ("en", Language::En),
            ("fr,de;q=0.5", Language::Zh),
            ("zh-CN,zh;q=0.9,en;q=0.8", Language::Zh),
            ("en-GB,en;q=0.9,zh;q=0.85", Language::En),
            ("en;q=0.4,zh;q=0.5", Language::Zh),
            ("en;q=nonsense", Language::Zh),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT_LANGUAGE, header.parse().unwrap());
            assert_eq!(of_headers(&headers), language, "{header}");
        }
    }
}
