//! JSON at the rim: what can't be read says where its fault is, as a path of the form that findings use.
//!
//! Nothing here knows what it reads, and no text makes it panic.

mod told;
mod walk;

use serde::{
    Deserialize, Serialize,
    de::{DeserializeOwned, IntoDeserializer, value},
};
use serde_json::Value;
use std::fmt;
use walk::{path_at, start_of};

/// Why a text could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where: segments by `/`, no leading slash; empty for the whole.
    pub path: String,
    /// Line of the text, from 1; 0 when the text is no JSON document.
    pub line: usize,
    /// Bytes into the line.
    pub column: usize,
    /// What is wrong, in English.
    pub message: String,
}

impl Fault {
    /// A fault of a value that is no JSON document of its own.
    pub fn at(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { path: path.into(), line: 0, column: 0, message: message.into() }
    }

    /// The same fault with the place of its path in a text, when the path leads to a value there; else to the nearest one
    /// around it.
    #[must_use]
    pub fn placed_in(mut self, text: &str) -> Self {
        let mut path = self.path.as_str();
        loop {
            if let Some(offset) = start_of(text, path) {
                let before = text.get(..offset).unwrap_or_default();
                self.line = before.matches('\n').count() + 1;
                self.column = before.len() - before.rfind('\n').map_or(0, |end| end + 1) + 1;
                return self;
            }
            match path.rsplit_once('/') {
                Some((outer, _)) => path = outer,
                None if path.is_empty() => return self,
                None => path = "",
            }
        }
    }

    /// The same fault in a document that has a name of its own.
    #[must_use]
    pub fn within(mut self, name: &str) -> Self {
        self.path = if self.path.is_empty() { name.to_owned() } else { format!("{name}/{}", self.path) };
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.message)?;
        if self.line > 0 {
            write!(f, " (line {}, column {})", self.line, self.column)?;
        }
        Ok(())
    }
}

impl std::error::Error for Fault {}

/// Reads a JSON document.
///
/// # Errors
/// The first fault: no JSON, a missing field, a wrong type or an unknown code.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, Fault> {
    serde_json::from_str(text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        let long = error.to_string();
        let message = long.strip_suffix(&format!(" at line {line} column {column}")).unwrap_or(&long);
        let path = path_at(text, offset_of(text, line, column));
        Fault { path: shortened(&path), line, column, message: shortened(message) }
    })
}

/// Reads a document that is an object, such as a dossier. A list is refused: its entries would be taken for the fields in
/// their order.
///
/// # Errors
/// The first fault, as [`read`].
pub fn read_object<T: DeserializeOwned>(text: &str) -> Result<T, Fault> {
    if text.trim_start().starts_with(['[', '"']) {
        let message = "expected an object".to_owned();
        return Err(Fault { path: String::new(), line: 1, column: 1, message });
    }
    read(text)
}

/// Reads one value that is written without quotes, such as a gate or a date; `name` is what to call it.
///
/// # Errors
/// When the text is no such value.
pub fn read_word<T: for<'de> Deserialize<'de>>(name: &str, text: &str) -> Result<T, Fault> {
    T::deserialize(text.into_deserializer())
        .map_err(|error: value::Error| Fault::at(name, shortened(&error.to_string())))
}

/// Writes a value as JSON.
///
/// # Errors
/// When the value has no form in JSON.
pub fn write<T: Serialize>(value: &T) -> Result<String, Fault> {
    serde_json::to_string(value).map_err(|error| Fault::at("", error.to_string()))
}

/// A message repeats the value that is wrong, and a path the names on the way to it, which may be of any length; what
/// comes first and last says enough.
fn shortened(text: &str) -> String {
    const FIRST: usize = 400;
    const LAST: usize = 200;
    let count = text.chars().count();
    if count <= FIRST + LAST {
        return text.to_owned();
    }
    let (first, last) = (text.chars().take(FIRST), text.chars().skip(count - LAST));
    first.chain(['…']).chain(last).collect()
}

fn offset_of(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    start.saturating_add(column).min(text.len())
}

/// A value in which null fields are absent, at every depth.
pub(crate) fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Object(fields) => Value::Object(
            fields
                .iter()
                .filter(|(_, value)| !value.is_null())
                .map(|(key, value)| (key.clone(), without_nulls(value)))
                .collect(),
        ),
        Value::Array(list) => Value::Array(list.iter().map(without_nulls).collect()),
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_list_is_no_document() {
        use super::read_object;
        use crate::model::Dossier;
        assert!(read_object::<Dossier>("{}").is_ok());
        for bad in ["[]", " [[], []]", "\"x\"", "", "7", "null"] {
            assert!(read_object::<Dossier>(bad).is_err(), "{bad}");
        }
    }

    use super::*;
    use crate::{finding::Gate, model::Dossier};
    use chrono::NaiveDate;

    #[test]
    fn a_fault_is_no_longer_than_a_person_reads() {
        let long = "安".repeat(1_000_000);
        for text in [
            format!(r#"{{"community": {{"tenure": "{long}"}}}}"#),
            format!(r#"{{"{long}": {{"{long}": [1, 2, }}}}"#),
            "[".repeat(1_000_000),
            format!(r#"{{"x": {}"#, "[0, {\"a\": ".repeat(100_000)),
            format!(r#"{{"community": {{"buildings": {}"#, "9".repeat(1_000_000)),
        ] {
            let fault = read::<Dossier>(&text).unwrap_err();
            assert!(fault.to_string().chars().count() < 1_300, "{}", &fault.to_string()[..300]);
        }
        let fault = read_word::<Gate>("gate", &long).unwrap_err().to_string();
        assert!(
            fault.starts_with("gate: unknown variant `安") && fault.contains('…') && fault.ends_with("`G4`"),
            "{fault}"
        );
    }

    fn fault(text: &str) -> (String, String) {
        let fault = read::<Dossier>(text).unwrap_err();
        (fault.path, fault.message)
    }

    #[test]
    fn a_fault_says_where_it_is() {
        let (path, message) = fault(
            "{\"project_community\": {\"lines\": [\n{\"id\": \"a{\\\"\"}, {\"id\": \"b\", \"amount\": \"much\"}]}}",
        );
        assert_eq!(path, "project_community/lines/1/amount");
        assert_eq!(message, "invalid type: string \"much\", expected i64");
        assert_eq!(fault(r#"{"community": {"buildings": [{"heritage": "old"}]}}"#).0, "community/buildings/0/heritage");
        assert_eq!(fault(r#"{"community": {"prior_subsidies": [{"item": "B07"}]}}"#).0, "community/prior_subsidies/0");
        assert_eq!(fault(r#"{"community": 3, "project": {}}"#).0, "community");
        assert_eq!(fault("3").0, "");
        assert_eq!(fault(r#"{"community": {"#).0, "community");
        assert_eq!(fault("").0, "");
    }

    #[test]
    fn a_path_is_found_in_a_text() {
        let text = "{\n  \"gates\": [\"G1\"],\n  \"lines\": [\n    {\"id\": \"1\", \"amount\": 5}\n  ]\n}";
        let place = |path: &str| {
            let fault = Fault::at(path, "").placed_in(text);
            (fault.line, fault.column)
        };
        assert_eq!(place("lines/0/amount"), (4, 27));
        assert_eq!(place("lines/0/missing"), (4, 5), "the entry in which it is missing");
        assert_eq!(place("lines"), (3, 12));
        assert_eq!(place("gates/0"), (2, 13));
        assert_eq!(place("nothing"), (1, 1));
        assert_eq!(Fault::at("a", "").placed_in("").line, 0);
    }

    #[test]
    fn single_words_are_read_without_quotes() {
        assert_eq!(read_word("gate", "G1"), Ok(Gate::G1));
        assert_eq!(read_word("today", "2022-10-08"), Ok(NaiveDate::from_ymd_opt(2022, 10, 8).unwrap()));
        assert_eq!(read_word::<Gate>("gate", "G9").unwrap_err().path, "gate");
        assert!(read_word::<NaiveDate>("today", "2022-02-30").unwrap_err().to_string().starts_with("today: "));
    }
}
