//! What a browser stores as a file.

use axum::http::HeaderValue;

/// The header by which a browser stores an answer as a file of this name, whatever its letters are (RFC 8187).
pub fn named(name: &str) -> HeaderValue {
    let name = name.bytes().fold(String::new(), |mut text, byte| {
        if byte.is_ascii_alphanumeric() || b"-_.".contains(&byte) {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
        text
    });
    HeaderValue::try_from(format!("attachment; filename*=UTF-8''{name}"))
        .unwrap_or(HeaderValue::from_static("attachment"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_any_letters_is_one_header() {
        assert_eq!(named("照 1.jpg"), "attachment; filename*=UTF-8''%E7%85%A7%201.jpg");
        assert_eq!(named("a\"; filename=\"b.exe"), "attachment; filename*=UTF-8''a%22%3B%20filename%3D%22b.exe");
    }
}
