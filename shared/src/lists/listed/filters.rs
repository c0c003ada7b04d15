//! Filters of columns as one text, for addresses: `stage:在建;area:100-500`. What separates them is written after `\\`.

const NEXT: char = ';';
const IS: char = ':';
const PLAIN: char = '\\';

/// Filters by the keys of columns, each once, in the order in which they were set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters(Vec<(String, String)>);

impl Filters {
    /// Reads them; of two for one column the later counts, and what is no filter is passed over.
    pub fn read(text: &str) -> Self {
        let mut filters = Self::default();
        let (mut key, mut part, mut chars) = (None, String::new(), text.chars());
        loop {
            match chars.next() {
                Some(PLAIN) => part.extend(chars.next()),
                Some(IS) if key.is_none() => key = Some(std::mem::take(&mut part)),
                Some(NEXT) | None => {
                    let value = std::mem::take(&mut part);
                    if let Some(key) = key.take() {
                        filters.set(&key, &value);
                    }
                    if chars.as_str().is_empty() {
                        return filters;
                    }
                }
                Some(c) => part.push(c),
            }
        }
    }

    /// Sets the filter of a column; an empty one goes.
    pub fn set(&mut self, key: &str, value: &str) {
        let value = value.trim();
        if value.is_empty() {
            self.0.retain(|(known, _)| known != key);
        } else if let Some((_, known)) = self.0.iter_mut().find(|(known, _)| known == key) {
            value.clone_into(known);
        } else {
            self.0.push((key.to_owned(), value.to_owned()));
        }
    }

    /// The filter of a column.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == key).map(|(_, value)| value.as_str())
    }

    /// Each with the key of its column.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value.as_str()))
    }

    /// As they are read again.
    pub fn written(&self) -> String {
        let mut text = String::new();
        for (key, value) in &self.0 {
            if !text.is_empty() {
                text.push(NEXT);
            }
            push(&mut text, key);
            text.push(IS);
            push(&mut text, value);
        }
        text
    }
}

fn push(text: &mut String, part: &str) {
    for c in part.chars() {
        if matches!(c, NEXT | IS | PLAIN) {
            text.push(PLAIN);
        }
        text.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_set_is_read_again() {
        let mut filters = Filters::default();
        for (key, value) in
            [("owner", "a;b:c\\d"), ("area", "100-500"), ("stage", " 在建 "), ("name", "x"), ("name", "")]
        {
            filters.set(key, value);
        }
        filters.set("area", "≥5");
        let text = filters.written();
        assert_eq!(Filters::read(&text), filters, "{text}");
        assert_eq!(filters.get("owner"), Some("a;b:c\\d"));
        assert_eq!(filters.iter().collect::<Vec<_>>(), [("owner", "a;b:c\\d"), ("area", "≥5"), ("stage", "在建")]);
        assert_eq!(Filters::read("").written(), "");
    }

    #[test]
    fn whatever_an_address_holds_is_read() {
        for (text, read) in [
            (";;", ""),
            ("a", ""),
            ("a:", ""),
            (":x", ":x"),
            ("a:1;a:2", "a:2"),
            ("a:b:c", "a:b\\:c"),
            ("a:1\\", "a:1"),
            ("a:1;", "a:1"),
            ("a:1;b", "a:1"),
            ("\\;:1", "\\;:1"),
        ] {
            assert_eq!(Filters::read(text).written(), read, "{text}");
        }
    }
}
