//! JSON Schemas (2020-12) of what `check` takes and gives, made from the types themselves (feature `openapi`).
//!
//! Each is a document of its own: everything that it refers to stands in its `$defs`.
//!
//! ```
//! use anju_domain::schema::Subject;
//!
//! let schema = Subject::Findings.document();
//! assert_eq!(schema["items"]["$ref"], "#/$defs/Finding");
//! assert!(schema["$defs"]["Severity"].is_object());
//! ```

use crate::{chart::Chart, finding::Finding, language::Text, model::Dossier};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use utoipa::{
    ToSchema,
    openapi::{RefOr, Schema},
};

/// The dialect of the documents.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// What a schema describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// What `check` takes.
    Dossier,
    /// What `check` gives.
    Findings,
    /// What `chart --format json` gives.
    Chart,
}

impl Subject {
    /// Every subject.
    pub const ALL: &'static [Self] = &[Self::Dossier, Self::Findings, Self::Chart];

    /// Its name on the command line and of its file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dossier => "dossier",
            Self::Findings => "findings",
            Self::Chart => "chart",
        }
    }

    /// What it is, for people.
    pub const fn title(self) -> Text {
        match self {
            Self::Dossier => Text::new("一个项目小区的资料", "everything about one project community"),
            Self::Findings => Text::new("校验结果", "what the rules say of a dossier"),
            Self::Chart => Text::new("一张图", "a chart as a plain value"),
        }
    }

    /// The schema as a document that needs no other.
    pub fn document(self) -> Value {
        match self {
            Self::Dossier => document::<Dossier>(self, |whole| whole),
            Self::Findings => document::<Finding>(self, |one| json!({ "type": "array", "items": one })),
            Self::Chart => document::<Chart>(self, |whole| whole),
        }
    }
}

/// A type with all that it refers to; `root` makes the document's own schema from a reference to the type.
fn document<T: ToSchema>(subject: Subject, root: impl FnOnce(Value) -> Value) -> Value {
    let mut schemas = vec![(T::name().to_string(), T::schema())];
    T::schemas(&mut schemas);
    let definitions: BTreeMap<String, Value> =
        schemas.into_iter().map(|(name, schema)| (name, definition(schema))).collect();
    let mut document = Map::new();
    document.insert("$schema".to_owned(), DIALECT.into());
    document.insert("title".to_owned(), subject.title().en.into());
    if let Value::Object(root) = root(json!({ "$ref": format!("#/$defs/{}", T::name()) })) {
        document.extend(root);
    }
    document.insert("$defs".to_owned(), definitions.into_iter().collect());
    Value::Object(document)
}

/// A schema of the interface as one of JSON Schema: the two differ in where references lead.
fn definition(schema: RefOr<Schema>) -> Value {
    // A schema is made of texts, numbers and lists: writing it cannot fail.
    let mut value = serde_json::to_value(schema).unwrap_or_default();
    lead_into_document(&mut value);
    value
}

fn lead_into_document(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for (key, inner) in fields {
                match inner {
                    Value::String(target) if key == "$ref" => {
                        *target = target.replace("#/components/schemas/", "#/$defs/");
                    }
                    inner => lead_into_document(inner),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(lead_into_document),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn references(value: &Value, into: &mut BTreeSet<String>) {
        match value {
            Value::Object(fields) => {
                if let Some(Value::String(target)) = fields.get("$ref") {
                    into.insert(target.clone());
                }
                fields.values().for_each(|inner| references(inner, into));
            }
            Value::Array(items) => items.iter().for_each(|inner| references(inner, into)),
            _ => {}
        }
    }

    #[test]
    fn a_document_defines_what_it_refers_to_and_nothing_else() {
        for subject in Subject::ALL {
            let document = subject.document();
            let mut referred = BTreeSet::new();
            references(&document, &mut referred);
            let defined: BTreeSet<String> =
                document["$defs"].as_object().unwrap().keys().map(|name| format!("#/$defs/{name}")).collect();
            assert_eq!(referred, defined, "{}", subject.name());
        }
    }
}
