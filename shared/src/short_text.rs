//! A text that is mostly a few bytes long, such as the code of an item or the number of a building, held in place: the facts
//! of thousands of communities have a hundred thousand of them, and a heap for each would be most of the cost of a chart.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::{
    borrow::Borrow,
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
    ops::Deref,
};

/// So many bytes are held in place; with the length they fill what a pointer and a length take.
const IN_PLACE: usize = 15;

/// A text that is mostly short. It reads, compares and is sent as its text.
#[derive(Clone)]
pub struct ShortText(Held);

#[derive(Clone)]
enum Held {
    InPlace { length: u8, bytes: [u8; IN_PLACE] },
    Long(Box<str>),
}

impl ShortText {
    /// The text.
    pub fn as_str(&self) -> &str {
        match &self.0 {
            // What is held in place was a whole text.
            Held::InPlace { length, bytes } => {
                bytes.get(..usize::from(*length)).and_then(|held| std::str::from_utf8(held).ok()).unwrap_or_default()
            }
            Held::Long(text) => text,
        }
    }
}

impl From<&str> for ShortText {
    fn from(text: &str) -> Self {
        let mut bytes = [0; IN_PLACE];
        match (bytes.get_mut(..text.len()), u8::try_from(text.len())) {
            (Some(place), Ok(length)) => {
                place.copy_from_slice(text.as_bytes());
                Self(Held::InPlace { length, bytes })
            }
            _ => Self(Held::Long(text.into())),
        }
    }
}

impl From<String> for ShortText {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl Default for ShortText {
    fn default() -> Self {
        "".into()
    }
}

impl Deref for ShortText {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl Borrow<str> for ShortText {
    fn borrow(&self) -> &str {
        self
    }
}

impl fmt::Debug for ShortText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

impl fmt::Display for ShortText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

impl PartialEq for ShortText {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Held::InPlace { length, bytes }, Held::InPlace { length: of_other, bytes: others }) => {
                length == of_other && bytes == others
            }
            _ => self.as_str() == other.as_str(),
        }
    }
}
impl Eq for ShortText {}

impl PartialEq<str> for ShortText {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for ShortText {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl PartialOrd for ShortText {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for ShortText {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl Hash for ShortText {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl Serialize for ShortText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl<'de> Deserialize<'de> for ShortText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl serde::de::Visitor<'_> for Visitor {
            type Value = ShortText;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_str<E>(self, text: &str) -> Result<ShortText, E> {
                Ok(text.into())
            }
        }
        deserializer.deserialize_str(Visitor)
    }
}

#[cfg(feature = "openapi")]
impl utoipa::PartialSchema for ShortText {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
        String::schema()
    }
}
#[cfg(feature = "openapi")]
impl utoipa::ToSchema for ShortText {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_the_same_wherever_it_is_held() {
        for text in ["", "B01", "1#", "十五个字节", "十五个字节.", "a text that is longer than that", "\0"] {
            let short = ShortText::from(text);
            assert_eq!((short.as_str(), short == *text), (text, true));
            assert_eq!(serde_json::to_string(&short).unwrap(), serde_json::to_string(text).unwrap());
            let read: ShortText = serde_json::from_str(&serde_json::to_string(text).unwrap()).unwrap();
            assert_eq!(read, short);
            assert_eq!(matches!(short.0, Held::InPlace { .. }), text.len() <= IN_PLACE);
        }
        assert_eq!(serde_json::from_str::<ShortText>("\"B\\u0030\"").unwrap(), "B0");
        assert!(serde_json::from_str::<ShortText>("1").is_err());
    }

    #[test]
    fn texts_are_in_the_order_of_texts() {
        let mut texts = ["B02", "", "a text that is longer than that", "B01", "十五个字节.", "B010"];
        let mut short: Vec<ShortText> = texts.map(ShortText::from).into();
        short.sort();
        texts.sort_unstable();
        assert!(short.iter().zip(texts).all(|(short, text)| *short == text));
    }

    #[test]
    fn it_takes_no_more_room_than_a_pointer_with_a_length_and_a_mark() {
        assert!(size_of::<ShortText>() <= 3 * size_of::<u64>());
    }
}
