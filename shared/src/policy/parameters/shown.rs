//! How people read a parameter: where it comes from, and its value in words.

use super::{
    Kind, Parameter, WindowReading,
    value::{List, parse},
};
use crate::{
    exact::{Area, grouped},
    language::{Language, Text},
    policy::{
        clauses::citations,
        funding::fund,
        items::{Class, OperatorKind, item},
        units::unit_named,
    },
    words::quantities,
};

impl Parameter {
    /// Where the value comes from, with clauses as people cite them; decisions behind a choice of ours aren't shown.
    pub fn source_shown(&self, language: Language) -> String {
        let mut parts = Vec::new();
        if self.is_choice() {
            let text = match self.source.en {
                note if note.contains("civil code") => {
                    Text::new("本系统设定，参照《民法典》第278条", "own setting, after article 278 of the Civil Code")
                }
                note if note.contains("common local rule") => {
                    Text::new("本系统设定，参照各地通行做法", "own setting, after common local rules")
                }
                note if note.contains("usual aid rules") => {
                    Text::new("本系统设定，参照补助资金通行规定", "own setting, after the usual rules of aid")
                }
                _ => Text::new("本系统设定", "own setting"),
            };
            parts.push(text.get(language).to_owned());
        }
        let clauses: Vec<_> = self.clauses().collect();
        if !clauses.is_empty() {
            parts.push(citations(&clauses, language));
        }
        parts.join(match language {
            Language::Zh => "；",
            Language::En => "; ",
        })
    }
}

impl Parameter {
    /// A value as people write it: days and codes in words, numbers with separators and their unit. What cannot be read
    /// stays as it is.
    pub fn value_with_unit(&self, value: &str, language: Language) -> String {
        let figure = match self.kind {
            Kind::Integer if self.unit.zh == "年" => Some(value.to_owned()),
            Kind::Integer => parse::integer(value).map(grouped),
            Kind::Area => parse::area(value).map(Area::shown),
            Kind::Points | Kind::Price | Kind::Fraction => Some(value.to_owned()),
            Kind::Date => {
                return parse::date(value).map_or_else(|| value.to_owned(), |day| quantities::date(language, day));
            }
            Kind::MonthDay => {
                return parse::month_day(value)
                    .map_or_else(|| value.to_owned(), |day| quantities::day_of_year(language, day.month, day.day));
            }
            _ => return self.kind.value_shown(value, language),
        };
        let (figure, unit) = (figure.as_deref().unwrap_or(value), self.unit.get(language));
        if language == Language::Zh && unit.starts_with('占') {
            return format!("{figure}（{unit}）");
        }
        let space = if language == Language::Zh || unit.starts_with('%') { "" } else { " " };
        format!("{figure}{space}{unit}")
    }
}

impl Kind {
    /// A value of this kind in words: names instead of codes. Numbers and what isn't known stay as they are.
    pub fn value_shown(self, value: &str, language: Language) -> String {
        let fixed = |text: Option<Text>| text.map_or_else(|| value.to_owned(), |text| text.get(language).to_owned());
        let entries = |list: Option<List<'_>>, name: fn(&str) -> Option<Text>| {
            let names = list.into_iter().flat_map(List::iter);
            let names = names.map(|entry| name(entry).map_or(entry, |text| text.get(language)).to_owned());
            join(names, language)
        };
        let list = parse::list(value);
        match self {
            Self::Switch => fixed(parse::switch(value).map(|on| match on {
                true => Text::new("启用", "on"),
                false => Text::new("停用", "off"),
            })),
            Self::Reading => fixed(parse::reading(value).map(WindowReading::shown)),
            Self::Class => fixed(parse::class(value).map(Class::text)),
            Self::Items => entries(list, |code| item(code).map(|item| item.text())),
            Self::Funds => entries(list, |code| fund(code).map(|fund| fund.text())),
            Self::OperatorKinds => entries(list, |code| OperatorKind::from_code(code).map(OperatorKind::text)),
            Self::Texts => entries(list, term),
            Self::Text => fixed(term(value)),
            Self::Families => {
                let families = list.into_iter().flat_map(List::iter).map(|family| {
                    let members =
                        family.split('+').map(|code| item(code).map_or(code, |item| item.text().get(language)));
                    members.collect::<Vec<_>>().join(" + ")
                });
                join(families, language)
            }
            _ => value.to_owned(),
        }
    }
}

fn join(names: impl Iterator<Item = String>, language: Language) -> String {
    names.collect::<Vec<_>>().join(match language {
        Language::Zh => "、",
        Language::En => ", ",
    })
}

/// A term of the settings in both languages: a unit, or one of [`TERMS`].
fn term(name: &str) -> Option<Text> {
    unit_named(name)
        .map(|unit| unit.text())
        .or_else(|| TERMS.iter().find(|(code, _)| *code == name).map(|(_, text)| *text))
}

/// Whether the rules know the term.
pub(super) fn is_term(name: &str) -> bool {
    TERMS.iter().any(|(code, _)| *code == name)
}

const TERMS: &[(&str, Text)] = &[
    ("城关镇", Text::new("城关镇", "Chengguan Town")),
    ("人员经费", Text::new("人员经费", "personnel costs")),
    ("公用经费", Text::new("公用经费", "office running costs")),
    ("购置交通工具", Text::new("购置交通工具", "buying vehicles")),
    ("改造方案", Text::new("改造方案", "renovation plan")),
    ("加装电梯", Text::new("加装电梯", "adding a lift")),
    ("共有部分用途", Text::new("共有部分用途", "use of common parts")),
    ("续筹维修资金", Text::new("续筹维修资金", "renewing the maintenance fund")),
    ("使用维修资金", Text::new("使用维修资金", "using the maintenance fund")),
    ("业委会", Text::new("业委会", "owners' committee")),
    ("物业", Text::new("物业", "property management")),
    ("管理规约", Text::new("管理规约", "covenant")),
    ("组长 or 副组长", Text::new("组长或副组长", "leader or deputy leader")),
];

#[cfg(test)]
mod tests {
    use super::super::{PARAMETERS, parameter};
    use super::*;

    fn source(name: &str, language: Language) -> String {
        parameter(name).next().map(|row| row.source_shown(language)).unwrap_or_default()
    }

    #[test]
    fn sources_are_cited_as_people_do() {
        assert_eq!(source("operator_share_min", Language::Zh), "《方案》第三条第（三）项");
        assert_eq!(source("interview_lag_once", Language::Zh), "本系统设定");
        assert_eq!(source("fund_renew_below", Language::Zh), "本系统设定，参照各地通行做法；《方案》第五条第（五）项");
        assert_eq!(source("consent_qualified_min", Language::En), "own setting, after article 278 of the Civil Code");
        assert_eq!(source("fiscal_ceiling_sources", Language::En), "own setting; Plan 5(2)");
    }

    #[test]
    fn values_are_written_as_people_do() {
        let shown = |name: &str, value: &str, language| {
            parameter(name).next().map(|row| row.value_with_unit(value, language)).unwrap_or_default()
        };
        assert_eq!(shown("target_households", "7000", Language::Zh), "7,000户");
        assert_eq!(shown("target_area", "700000.00", Language::En), "700,000.00 ㎡ (at least)");
        assert_eq!(shown("programme_year_from", "2021", Language::Zh), "2021年");
        assert_eq!(shown("division_code", "620724", Language::Zh), "620724");
        assert_eq!(shown("operator_share_min", "30", Language::En), "30% of pipeline investment");
        assert_eq!(shown("consent_qualified_min", "3/4", Language::Zh), "3/4（占参与表决者）");
        assert_eq!(shown("window_cutoff", "2000-12-31", Language::En), "31 December 2000");
        assert_eq!(shown("target_households", "many", Language::En), "many households");
        for row in PARAMETERS.iter().filter(|row| row.kind == Kind::MonthDay) {
            assert!(row.value_with_unit("12-31", Language::Zh) == "12月31日", "{}", row.name);
            assert_eq!(row.value_with_unit("12-31", Language::En), "31 December");
        }
    }

    #[test]
    fn values_are_words() {
        assert_eq!(Kind::Items.value_shown("B11, I16", Language::Zh), "移动通信、5G移动通信基础设施");
        assert_eq!(Kind::Families.value_shown("B12+I17", Language::En), "fibre into home + fibre to home");
        assert_eq!(Kind::Switch.value_shown("off", Language::Zh), "停用");
        assert_eq!(Kind::Fraction.value_shown("2/3", Language::En), "2/3");
        for row in PARAMETERS {
            let english = row.kind.value_shown(row.value, Language::En);
            assert!(!english.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{}: {english}", row.name);
            let chinese = row.kind.value_shown(row.value, Language::Zh);
            assert!(!chinese.contains(" or ") && !chinese.contains(", "), "{}: {chinese}", row.name);
        }
    }
}
