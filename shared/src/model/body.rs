//! The bodies of a county's own programme 「单位」: those of the annexes under the county's names, and further ones.
//!
//! A programme holds only what differs from the annexes; codes of the annexes stay, because duties and clauses name them.

use super::Programme;
use crate::{
    language::Language,
    naming, ordered,
    policy::units::{UNITS, Unit, unit, unit_named},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A name of a body 「历次名称」, from a day on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct BodyName {
    /// 名称
    pub zh: String,
    /// Its English name; without one the Chinese name stands.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub en: String,
    /// The first day; none for the name that it has had since the programme began.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The paper that gave it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub doc: String,
}

/// A body of the programme 「单位」.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Body {
    /// `01` to `22` for those of the annexes; two digits above for further ones.
    pub code: String,
    /// Its names, oldest first; never empty.
    pub names: Vec<BodyName>,
    /// Other names by which files and people may call it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// 参加排名
    pub ranked: bool,
}

impl From<&Unit> for Body {
    fn from(unit: &Unit) -> Self {
        let aliases = unit.short.iter().chain(unit.aliases).map(|name| (*name).to_owned()).collect();
        let name = BodyName { zh: unit.zh.to_owned(), en: unit.en.to_owned(), ..BodyName::default() };
        Self { code: unit.code.to_owned(), names: vec![name], aliases, ranked: unit.ranked }
    }
}

impl Body {
    /// The name that holds on a day: the last one that has begun, and the first one on days before it.
    pub fn name_on(&self, day: NaiveDate) -> Option<&BodyName> {
        let begun = self.names.iter().rev().find(|name| name.from.is_none_or(|from| from <= day));
        begun.or_else(|| self.names.first())
    }

    /// Whether it is or was called so.
    pub fn is_called(&self, name: &str) -> bool {
        self.names.iter().any(|known| known.zh == name) || self.aliases.iter().any(|alias| alias == name)
    }

    /// Whether the annexes know it.
    pub fn is_of_the_annexes(&self) -> bool {
        unit(&self.code).is_some()
    }

    /// The annexes' bodies without the names of a place: what a county begins with that names its own.
    pub fn neutral() -> Vec<Self> {
        UNITS.iter().map(Self::from).map(Self::without_place).collect()
    }

    fn without_place(self) -> Self {
        let own = |zh: &str, en: &str| BodyName { zh: zh.to_owned(), en: en.to_owned(), ..BodyName::default() };
        let names = match NEUTRAL.iter().find(|(code, ..)| *code == self.code) {
            Some((_, zh, en)) => vec![own(zh, en)],
            None => self.names,
        };
        let aliases = unit(&self.code).and_then(|unit| unit.short).map(str::to_owned).into_iter().collect();
        Self { names, aliases, ..self }
    }
}

/// Bodies whose names in the annexes hold that of the place.
const NEUTRAL: [(&str, &str, &str); 2] = [
    ("15", "市住房公积金中心县管理部", "County Branch of the City Housing Provident Fund Centre"),
    ("19", "人行县支行", "County Branch of the People's Bank of China"),
];

impl Programme {
    /// Every body of the programme, by code: those of the annexes as the programme has them, then further ones.
    pub fn every_body(&self) -> Vec<Body> {
        let own = |code: &str| self.bodies.iter().find(|body| body.code == code).cloned();
        let of_annexes = UNITS.iter().map(|unit| own(unit.code).unwrap_or_else(|| Body::from(unit)));
        let further = self.bodies.iter().filter(|body| !body.is_of_the_annexes()).cloned();
        let mut all: Vec<_> = of_annexes.chain(further).collect();
        ordered::sort(&mut all, |a, b| a.code.cmp(&b.code));
        all
    }

    /// The code of the body that is or was called so: by the programme's names, else by those of the annexes.
    pub fn body_named(&self, name: &str) -> Option<&str> {
        let own = self.bodies.iter().find(|body| body.is_called(name)).map(|body| body.code.as_str());
        own.or_else(|| unit_named(name).map(|unit| unit.code))
    }

    /// Whether there is such a body.
    pub fn has_body(&self, code: &str) -> bool {
        unit(code).is_some() || self.bodies.iter().any(|body| body.code == code)
    }

    /// A body by any of its names, as it is called on a day; what is no body keeps its name. For many names in a row: it
    /// makes nothing but the answer.
    pub fn called_on(&self, name: &str, day: NaiveDate, language: Language) -> String {
        if self.bodies.is_empty() {
            return naming::unit(name, language);
        }
        let own = self.body_named(name).and_then(|code| self.bodies.iter().find(|body| body.code == code));
        match own.and_then(|body| body.name_on(day)) {
            Some(now) if language == Language::En && !now.en.is_empty() => now.en.clone(),
            Some(now) => now.zh.clone(),
            None => naming::unit(name, language),
        }
    }

    /// How the bodies are called on a day.
    pub fn names_on(&self, day: NaiveDate) -> BodyNames {
        let named = |body: &Body| {
            let now = body.name_on(day)?;
            let mut also: Vec<String> = body.names.iter().map(|name| name.zh.clone()).collect();
            also.extend(body.aliases.iter().cloned());
            also.retain(|name| *name != now.zh);
            Some(NamedBody { code: body.code.clone(), zh: now.zh.clone(), en: now.en.clone(), also })
        };
        BodyNames(self.bodies.iter().filter_map(named).collect())
    }
}

/// How a body is called on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct NamedBody {
    /// Its code.
    pub code: String,
    /// 名称
    pub zh: String,
    /// English name; empty when it has none.
    pub en: String,
    /// Former names and other ones.
    pub also: Vec<String>,
}

/// How the bodies of a programme are called on a day, those alone that the programme names itself; the others are called
/// as in the annexes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BodyNames(Vec<NamedBody>);

impl BodyNames {
    /// The name of a body of the programme, by code; none when it is called as in the annexes, or there is none.
    fn own(&self, code: &str, language: Language) -> Option<String> {
        self.0.iter().find(|body| body.code == code).map(|body| match language {
            Language::En if !body.en.is_empty() => body.en.clone(),
            _ => body.zh.clone(),
        })
    }

    /// A body by its code.
    pub fn body(&self, code: &str, language: Language) -> String {
        let in_annexes = || unit(code).map_or_else(|| code.to_owned(), |unit| unit.text().get(language).to_owned());
        self.own(code, language).unwrap_or_else(in_annexes)
    }

    /// A body by any of its names, called as it is now; what is no body keeps its name.
    pub fn unit(&self, name: &str, language: Language) -> String {
        let called = |body: &&NamedBody| body.zh == name || body.also.iter().any(|other| other == name);
        let own = self.0.iter().find(called).map(|body| body.code.as_str());
        match own.or_else(|| unit_named(name).map(|unit| unit.code)) {
            Some(code) => self.body(code, language),
            None => name.to_owned(),
        }
    }

    /// Who answers for a task, by code or name.
    pub fn owner(&self, code: &str, language: Language) -> String {
        self.own(code, language).unwrap_or_else(|| match naming::owner(code, language) {
            same if same == code => self.unit(code, language),
            known => known,
        })
    }

    /// A post or body by which an account is known.
    pub fn post(&self, name: &str, language: Language) -> String {
        match naming::post(name, language) {
            same if same == name => self.unit(name, language),
            _ if unit_named(name).is_some() => self.unit(name, language),
            known => known,
        }
    }

    /// Whether every body is called as in the annexes.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn renamed() -> Programme {
        let first =
            BodyName { zh: "民乐县住建局".into(), en: "Minle Housing Bureau".into(), ..BodyName::default() };
        let second = BodyName {
            zh: "民乐县住房和城市更新局".into(),
            from: Some(day("2027-03-01")),
            doc: "民编发〔2027〕2号".into(),
            ..BodyName::default()
        };
        let housing = Body { code: "01".into(), names: vec![first, second], ranked: true, ..Body::default() };
        let park = Body {
            code: "23".into(),
            names: vec![BodyName { zh: "工业园区管委会".into(), ..BodyName::default() }],
            aliases: vec!["园区".into()],
            ranked: false,
        };
        Programme { bodies: vec![housing, park], ..Programme::default() }
    }

    #[test]
    fn a_name_holds_from_its_day_on_and_every_name_leads_to_the_body() {
        let programme = renamed();
        let shown = |on: &str, language| programme.names_on(day(on)).body("01", language);
        assert_eq!(shown("2026-11-28", Language::Zh), "民乐县住建局");
        assert_eq!(shown("2027-02-28", Language::En), "Minle Housing Bureau");
        assert_eq!(shown("2027-03-01", Language::Zh), "民乐县住房和城市更新局");
        assert_eq!(shown("2027-03-01", Language::En), "民乐县住房和城市更新局", "without an English name");
        for name in ["民乐县住建局", "民乐县住房和城市更新局", "县住建局", "住建局"] {
            assert_eq!(programme.body_named(name), Some("01"), "{name}");
            assert_eq!(programme.names_on(day("2026-11-28")).unit(name, Language::Zh), "民乐县住建局");
            assert_eq!(programme.called_on(name, day("2026-11-28"), Language::Zh), "民乐县住建局");
        }
        assert_eq!(programme.body_named("园区"), Some("23"));
        assert_eq!(programme.body_named("某局"), None);
    }

    #[test]
    fn what_the_programme_does_not_name_is_called_as_in_the_annexes() {
        let names = renamed().names_on(day("2026-11-28"));
        assert_eq!(names.body("02", Language::Zh), "县发改局");
        assert_eq!(names.owner("23", Language::Zh), "工业园区管委会");
        assert_eq!(names.owner("供热", Language::Zh), "供热管线单位");
        assert_eq!(names.owner("某公司", Language::En), "某公司");
        assert_eq!(names.post("领导小组办公室", Language::En), "office");
        assert_eq!(names.post("县住建局", Language::En), "Minle Housing Bureau");
        assert!(Programme::default().names_on(day("2026-11-28")).is_empty());
        assert_eq!(Programme::default().every_body().len(), UNITS.len());
        assert_eq!(renamed().every_body().len(), UNITS.len() + 1);
    }

    #[test]
    fn the_start_set_without_a_place_names_none() {
        for body in Body::neutral() {
            let said = format!("{body:?}");
            assert!(!said.contains("高台") && !said.contains("Gaotai") && !said.contains("张掖"), "{said}");
        }
        assert_eq!(Body::neutral().len(), UNITS.len());
    }
}
