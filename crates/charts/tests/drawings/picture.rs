//! A picture read back: its tags, checked for balance, and the boxes of its texts.

use anju_charts::{Weight, text_width};

/// A tag with its attributes and the text after it.
pub(crate) struct Tag {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) text: String,
}

impl Tag {
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|attribute| attribute.0 == name).map(|attribute| attribute.1.as_str())
    }

    pub(crate) fn number(&self, name: &str) -> f64 {
        self.get(name).map_or(0.0, |value| value.parse().expect("a number"))
    }
}

/// Reads the tags of a picture; panics unless it is well-formed.
pub(crate) fn tags(svg: &str) -> Vec<Tag> {
    let (mut open, mut tags, mut rest) = (Vec::new(), Vec::<Tag>::new(), svg);
    while let Some(start) = rest.find('<') {
        let (text, tail) = rest.split_at(start);
        let text = unescaped(text);
        if let Some(tag) = tags.last_mut().filter(|tag| tag.text.is_empty()) {
            tag.text = text;
        }
        let end = tail.find('>').expect("an open tag ends");
        let inner = &tail[1..end];
        rest = &tail[end + 1..];
        if let Some(name) = inner.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "tags are balanced");
            continue;
        }
        let (inner, alone) = inner.strip_suffix('/').map_or((inner, false), |inner| (inner, true));
        let (name, mut attributes) = inner.split_once(' ').unwrap_or((inner, ""));
        let mut tag = Tag { name: name.to_owned(), attributes: Vec::new(), text: String::new() };
        while !attributes.trim().is_empty() {
            let (key, value) = attributes.trim_start().split_once("=\"").expect("an attribute has a value in quotes");
            let (value, tail) = value.split_once('"').expect("a value ends");
            assert!(tag.get(key).is_none(), "{key} twice in {name}");
            tag.attributes.push((key.to_owned(), unescaped(value)));
            attributes = tail;
        }
        if !alone {
            open.push(name.to_owned());
        }
        tags.push(tag);
    }
    assert!(rest.is_empty() && open.is_empty(), "all tags are closed");
    tags
}

fn unescaped(text: &str) -> String {
    assert!(!text.contains(['<', '>']));
    for (at, _) in text.match_indices('&') {
        assert!(["&amp;", "&lt;", "&gt;", "&quot;"].iter().any(|entity| text[at..].starts_with(entity)), "{text}");
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// The box of a text: left, top, right, bottom, and its words.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
    pub(crate) words: String,
}

/// The boxes of all texts, by the table of advances.
pub(crate) fn texts(svg: &str) -> Vec<Words> {
    let texts = tags(svg).into_iter().filter(|tag| tag.name == "text");
    texts
        .map(|tag| {
            let size = tag.number("font-size");
            let weight = if tag.get("font-weight").is_some() { Weight::Bold } else { Weight::Normal };
            let width = text_width(&tag.text, size as i32, weight);
            let left = match tag.get("text-anchor") {
                Some("end") => tag.number("x") - width,
                Some("middle") => tag.number("x") - width / 2.0,
                _ => tag.number("x"),
            };
            let base = tag.number("y");
            let (top, bottom) = (base - 0.86 * size, base + 0.2 * size);
            Words { left, top, right: left + width, bottom, words: tag.text }
        })
        .collect()
}
