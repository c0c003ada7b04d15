//! Identities made in the browser: UUID v7, whose order is that of their making.
//!
//! Not by `crypto.randomUUID`, which browsers keep from pages without TLS; an office's own network often has none.

use uuid::{Builder, Uuid};

/// A new identity.
pub(crate) fn new_id() -> Uuid {
    let mut random = [0_u8; 10];
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut random).ok());
    if filled.is_none() {
        // Without a source of randomness the clock and a counter of JavaScript's own must do.
        for byte in &mut random {
            *byte = (js_sys::Math::random() * 256.0) as u8;
        }
    }
    Builder::from_unix_timestamp_millis(js_sys::Date::now() as u64, &random).into_uuid()
}
