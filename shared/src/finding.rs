//! What a rule says of a dossier: which rule, how severe, where, with which values. Words are made at the rim,
//! by [`crate::rules::message`].

use serde::{Deserialize, Serialize, ser::SerializeMap};
use std::{borrow::Cow, cmp::Ordering};

/// When something is checked: each is a later act in the life of a project community.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Gate {
    /// 保存
    G0,
    /// 列入年度计划
    G1,
    /// 开工
    G2,
    /// 拨付
    G3,
    /// 竣工
    G4,
}

/// How severe a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Severity {
    /// Stops the act.
    E,
    /// Is shown, kept and counted, and stops nothing.
    W,
}

/// A value of a finding, by which it is compared and worded.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(untagged)]
pub enum Param {
    /// A count, fen, or hundredths of a square metre.
    Integer(i64),
    /// A code or a text.
    Text(String),
    /// Codes or texts in order.
    List(Vec<String>),
}

/// The values of a finding by name, in the order in which the rule gives them.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Params(Vec<(Cow<'static, str>, Param)>);

impl Params {
    /// The value with this name.
    pub fn get(&self, name: &str) -> Option<&Param> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// The text with this name.
    pub fn text(&self, name: &str) -> Option<&str> {
        match self.get(name) {
            Some(Param::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// Name and value, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Param)> {
        self.0.iter().map(|(key, value)| (key.as_ref(), value))
    }
}

impl Serialize for Params {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Params {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Params;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("the values of a finding")
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Params, A::Error> {
                let mut list = Vec::new();
                while let Some((key, value)) = map.next_entry::<String, Param>()? {
                    list.push((Cow::Owned(key), value));
                }
                Ok(Params(list))
            }
        }
        deserializer.deserialize_map(Visitor)
    }
}

/// What a rule says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Finding {
    /// `R-18`, or `malformed` for data that no rule can read.
    pub rule: Cow<'static, str>,
    /// How severe.
    pub severity: Severity,
    /// Where: segments by `/`, no leading slash; empty for the whole object.
    pub path: String,
    /// The values, by name.
    pub params: Params,
    /// The gate from which it stops; a warning that has one only announces it.
    #[serde(skip)]
    pub stops_from: Option<Gate>,
}

impl Finding {
    /// A finding at a path.
    pub fn new(rule: &'static str, severity: Severity, path: impl Into<String>) -> Self {
        Self { rule: Cow::Borrowed(rule), severity, path: path.into(), params: Params::default(), stops_from: None }
    }

    /// A finding that warns before the gate and stops from it on (`E@Gn`).
    pub fn stopping_from(stop: Gate, at: Gate, rule: &'static str, path: impl Into<String>) -> Self {
        let severity = if at >= stop { Severity::E } else { Severity::W };
        Self { stops_from: Some(stop), ..Self::new(rule, severity, path) }
    }

    /// Data that no rule can read: wrong type, unknown code, missing field (section 1, Malformed).
    pub fn malformed(path: impl Into<String>, why: &'static str) -> Self {
        Self::new("malformed", Severity::E, path).with("why", why)
    }

    /// With a text.
    #[must_use]
    pub fn with(mut self, name: &'static str, text: impl Into<String>) -> Self {
        self.params.0.push((Cow::Borrowed(name), Param::Text(text.into())));
        self
    }

    /// With an integer.
    #[must_use]
    pub fn with_integer(mut self, name: &'static str, value: i64) -> Self {
        self.params.0.push((Cow::Borrowed(name), Param::Integer(value)));
        self
    }

    /// With a list.
    #[must_use]
    pub fn with_list(mut self, name: &'static str, list: Vec<String>) -> Self {
        self.params.0.push((Cow::Borrowed(name), Param::List(list)));
        self
    }

    /// Whether it only announces a later gate.
    pub const fn is_announcement(&self) -> bool {
        matches!(self.severity, Severity::W) && self.stops_from.is_some()
    }

    /// The order of A-01: rule, path by segments (numeric ones as numbers), E before W, params.
    pub fn order(&self, other: &Self) -> Ordering {
        self.rule
            .cmp(&other.rule)
            .then_with(|| path_order(&self.path, &other.path))
            .then_with(|| self.severity.cmp(&other.severity))
            .then_with(|| self.params.cmp(&other.params))
    }
}

fn path_order(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a.split('/'), b.split('/'));
    loop {
        let order = match (a.next(), b.next()) {
            (None, None) => return Ordering::Equal,
            (None, Some(_)) => Ordering::Less,
            (Some(_), None) => Ordering::Greater,
            (Some(x), Some(y)) => match (x.parse::<u64>(), y.parse::<u64>()) {
                (Ok(x), Ok(y)) => x.cmp(&y),
                _ => x.cmp(y),
            },
        };
        if order != Ordering::Equal {
            return order;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_are_ordered_as_a01_says() {
        let list = [
            Finding::new("R-05", Severity::E, "lines/2"),
            Finding::new("R-05", Severity::E, "lines/10"),
            Finding::new("R-16", Severity::E, ""),
            Finding::new("R-16", Severity::W, ""),
        ];
        for pair in list.windows(2) {
            assert_eq!(pair[0].order(&pair[1]), Ordering::Less);
            assert_eq!(pair[1].order(&pair[0]), Ordering::Greater);
        }
    }

    #[test]
    fn json_is_the_form_of_the_papers() {
        let finding = Finding::stopping_from(Gate::G1, Gate::G0, "R-18", "")
            .with_integer("a", 104)
            .with("shown", "29.97")
            .with_list("kinds", vec!["供热".to_owned()]);
        let json = serde_json::to_string(&finding).unwrap();
        assert_eq!(
            json,
            r#"{"rule":"R-18","severity":"W","path":"","params":{"a":104,"shown":"29.97","kinds":["供热"]}}"#
        );
        let back: Finding = serde_json::from_str(&json).unwrap();
        assert_eq!(serde_json::to_string(&back).unwrap(), json);
    }
}
