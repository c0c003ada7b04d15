//! The files that show that something was done: bringing one, its content, its small preview.

pub mod bring;
pub mod preview;
pub mod read;

use anju_domain::model::Evidence;
use axum::http::{HeaderName, HeaderValue, header};

/// Nothing that a file holds is run or loaded, even when a browser opens it as a page of this server.
const NOTHING_RUNS: HeaderValue = HeaderValue::from_static("default-src 'none'; sandbox");
/// What is brought never changes, but only who signed in may see it.
const KEPT: HeaderValue = HeaderValue::from_static("private, max-age=31536000, immutable");

/// The headers of content, of this media type.
fn headers(media_type: HeaderValue) -> [(HeaderName, HeaderValue); 3] {
    [(header::CONTENT_TYPE, media_type), (header::CONTENT_SECURITY_POLICY, NOTHING_RUNS), (header::CACHE_CONTROL, KEPT)]
}

/// The header by which a browser stores the file under its name, whatever its letters are (RFC 8187).
fn attachment(file: &Evidence) -> HeaderValue {
    let name = file.name.bytes().fold(String::new(), |mut text, byte| {
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
        let file = |name: &str| Evidence { name: name.to_owned(), ..Evidence::default() };
        assert_eq!(attachment(&file("照 1.jpg")), "attachment; filename*=UTF-8''%E7%85%A7%201.jpg");
        assert_eq!(
            attachment(&file("a\"; filename=\"b.exe")),
            "attachment; filename*=UTF-8''a%22%3B%20filename%3D%22b.exe"
        );
    }
}
