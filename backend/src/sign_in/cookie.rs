//! The cookie that carries a session's id: `__Host-anju` behind https, `anju` on loopback without it.

use axum::http::{HeaderMap, HeaderValue, header};

/// Hexadecimal digits of a session's id.
const DIGITS: usize = 32;

/// The cookie's name.
pub const fn name(https: bool) -> &'static str {
    if https { "__Host-anju" } else { "anju" }
}

/// The session's id that a request carries.
pub fn read(headers: &HeaderMap, https: bool) -> Option<&str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name(https))
        .map(|(_, id)| id)
        .filter(|id| id.len() == DIGITS && id.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// Gives a session's id to the browser, or takes it away. It lives as long as the browser: its time is the server's.
pub fn write(id: Option<&str>, https: bool) -> Option<HeaderValue> {
    let name = name(https);
    let secure = if https { "; Secure" } else { "" };
    let text = match id {
        Some(id) => format!("{name}={id}; Path=/; HttpOnly; SameSite=Strict{secure}"),
        None => format!("{name}=; Path=/; HttpOnly; SameSite=Strict{secure}; Max-Age=0"),
    };
    HeaderValue::try_from(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_own_cookie_of_the_right_form_is_read() {
        let id = "0123456789abcdef0123456789abcdef";
        let read_from = |cookie: &str, https| {
            let mut headers = HeaderMap::new();
            headers.insert(header::COOKIE, cookie.parse().unwrap());
            read(&headers, https).map(str::to_owned)
        };
        assert_eq!(read_from(&format!("a=b; anju={id}"), false).as_deref(), Some(id));
        assert_eq!(read_from(&format!("__Host-anju={id}"), true).as_deref(), Some(id));
        assert_eq!(read_from(&format!("anju={id}"), true), None);
        assert_eq!(read_from(&format!("__Host-anju={id}"), false), None);
        assert_eq!(read_from("anju=short", false), None);
        assert_eq!(read_from(&format!("anju={}", "z".repeat(32)), false), None);
    }

    #[test]
    fn attributes_keep_the_cookie_to_this_site_and_from_scripts() {
        let plain = write(Some("1"), false).unwrap();
        assert_eq!(plain, "anju=1; Path=/; HttpOnly; SameSite=Strict");
        let https = write(Some("1"), true).unwrap();
        assert_eq!(https, "__Host-anju=1; Path=/; HttpOnly; SameSite=Strict; Secure");
    }
}
