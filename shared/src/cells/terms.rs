//! Closed lists, and what else people write for their terms; what the catalogues know by a code or a name.

use super::{
    Reason, Value, Why, narrow,
    reading::{Read, code, words},
    tidy::squeezed,
};
use crate::{
    language::Text,
    model::BuildingSelection,
    policy::{
        approvals::Step,
        funding::{FUNDS, Level, fund},
        items::{Class, ITEMS, OperatorKind, item},
        stages::{CommitmentStatus, Component, DeliveryMode, Heritage, LineStatus, Location, Stage, Tenure},
    },
};

/// A closed list of terms.
pub trait Listed: Copy + 'static {
    /// Every term.
    fn all() -> &'static [Self];
    /// As it is stored.
    fn code(self) -> &'static str;
    /// As people read it.
    fn text(self) -> Text;
    /// The term that people write so, besides its own names.
    fn by_other_name(text: &str) -> Option<Self>;
    /// What an empty field stands for; none where a term must be chosen.
    fn when_empty() -> Option<Self>;
}

/// Lists with the other names of their terms; `or Term` is what an empty field stands for.
macro_rules! listed {
    ($($list:ty $(, or $empty:ident)?: [$($name:literal => $term:ident),*];)+) => {
        $(impl $crate::cells::Listed for $list {
            fn all() -> &'static [Self] {
                Self::ALL
            }
            fn code(self) -> &'static str {
                self.code()
            }
            fn text(self) -> $crate::language::Text {
                self.text()
            }
            fn by_other_name(text: &str) -> Option<Self> {
                match text {
                    $($name => Some(Self::$term),)*
                    _ => None,
                }
            }
            fn when_empty() -> Option<Self> {
                [$(Self::$empty)?].first().copied()
            }
        })+
    };
}
pub(crate) use listed;

listed! {
    Tenure: ["商品住房" => Commodity, "房改" => Reformed, "混合产权" => Mixed];
    Stage: ["储备库" => Reserve, "新开" => NewStart, "施工中" => UnderWay, "已竣工" => Completed, "完工" => Completed, "已完工" => Completed, "已调出" => Withdrawn];
    Heritage, or None: ["否" => None, "文物" => ImmovableRelic];
    DeliveryMode, or Epc: ["工程总承包(EPC)" => Epc, "工程总承包" => Epc, "总承包" => GeneralContract];
    Class: ["基础" => Basic, "完善" => Improvement, "提升" => Upgrade, "其他" => Other, "其他类" => Other];
    Component: ["土建工程" => CivilWorks];
    Location, or Inside: ["小区外" => Around, "小区周边" => Around, "内" => Inside];
    LineStatus, or Planned: ["未实施" => Planned, "已完成" => Done, "已取消" => Cancelled];
    Level: ["中央级" => Central, "省级" => Province, "市级" => City, "县级" => County];
    CommitmentStatus: ["已落实" => Secured, "争取" => AppliedFor];
    OperatorKind: ["污水" => Drainage, "电力" => Power, "燃气" => Gas, "供暖" => Heating, "通讯" => Telecom];
}

/// The terms of a list as they are stored.
pub fn codes<T: Listed>() -> Vec<&'static str> {
    T::all().iter().map(|term| term.code()).collect()
}

/// The terms of a list as they are stored and as people read them.
pub fn choices<T: Listed>() -> Vec<(&'static str, Text)> {
    T::all().iter().map(|term| (term.code(), term.text())).collect()
}

/// A term of a closed list.
pub(crate) fn term<T: Listed>(value: Value<'_>) -> Read<T> {
    let text = code(value)?;
    let all = || T::all().iter().copied();
    let found = all().find(|term| term.code() == text).or_else(|| T::by_other_name(&text));
    let found = found.or_else(|| all().find(|term| is_called(&text, term.code()) || is_called(&text, term.text().en)));
    found.ok_or_else(|| Why::new(Reason::UnknownTerm).with("allowed", codes::<T>().join("、")))
}

/// Whether a text without blanks says a name, however its letters are written.
fn is_called(text: &str, name: &str) -> bool {
    squeezed(name).eq_ignore_ascii_case(text)
}

/// Several of something, by 、 or what else separates them.
pub(crate) fn several(value: Value<'_>) -> Read<Vec<String>> {
    let text = narrow(&words(value)?);
    let parts = text.split(|c: char| "、,;，；\n".contains(c) || c.is_whitespace());
    Ok(parts.map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect())
}

/// All in-scope buildings, or those that are listed.
pub(crate) fn buildings(value: Value<'_>) -> Read<BuildingSelection> {
    let list: Vec<String> = several(value)?;
    Ok(match list.as_slice() {
        [only] if ["全部", "所有", "全部楼栋", "全小区", "all", "All"].contains(&only.as_str()) => {
            BuildingSelection::All
        }
        _ => BuildingSelection::These(list),
    })
}

/// The entry of a catalogue that a text names by its code, its name, or both.
fn known<T>(text: &str, by_code: impl Fn(&str) -> Option<T>, by_name: impl FnOnce(&str) -> Option<T>) -> Option<T> {
    let text = narrow(text);
    let code = text.split_whitespace().next().unwrap_or_default().to_uppercase();
    by_code(&code).or_else(|| by_name(&text))
}

/// The code of an item: as its code, its name, or both.
pub(crate) fn item_code(text: &str) -> Read<String> {
    let is_named = |text: &str, zh: &str, en: &str| narrow(zh) == text || en.eq_ignore_ascii_case(text);
    let found = known(text, item, |text| ITEMS.iter().find(|item| is_named(text, item.zh, item.en)));
    found.map(|item| item.code.to_owned()).ok_or_else(|| Reason::UnknownItem.into())
}

/// The code of a source: as its code, its name, or both.
pub(crate) fn fund_code(text: &str) -> Read<String> {
    let is_named = |text: &str, zh: &str, en: &str| narrow(zh) == text || en.eq_ignore_ascii_case(text);
    let found = known(text, fund, |text| FUNDS.iter().find(|fund| is_named(text, fund.zh, fund.en)));
    found.map(|fund| fund.code.to_owned()).ok_or_else(|| Reason::UnknownFund.into())
}

/// A step of the approvals: by its code, its name, or both.
pub(crate) fn step(text: &str) -> Read<Step> {
    let all = || Step::ALL.iter().copied();
    let by_code = |code: &str| all().find(|step| step.code().eq_ignore_ascii_case(code));
    let found = known(text, by_code, |text| all().find(|step| narrow(step.row().title.zh) == text));
    let codes = || Step::ALL.iter().map(|step| step.code()).collect::<Vec<_>>().join("、");
    found.ok_or_else(|| Why::new(Reason::UnknownTerm).with("allowed", codes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn terms_items_and_funds_are_found_by_what_people_write() {
        let stage = |text| term::<Stage>(Value::Text(text));
        assert_eq!(
            (stage("在建"), stage(" 竣 工 "), stage("已竣工"), stage("Under way")),
            (Ok(Stage::UnderWay), Ok(Stage::Completed), Ok(Stage::Completed), Ok(Stage::UnderWay))
        );
        let why = stage("停工").unwrap_err();
        assert!(why.text(Language::Zh).contains("不在可选范围内"));
        assert!(why.suggestion(Language::Zh).contains("储备、新开工、在建、竣工、调出"));
        assert_eq!(term(Value::Text("ｅｐｃ")), Ok(DeliveryMode::Epc));
        assert_eq!(term(Value::Text("燃气")), Ok(OperatorKind::Gas));
        for text in ["B07", "b07", "Ｂ０７", "供热", "B07 供热"] {
            assert_eq!(item_code(text).as_deref(), Ok("B07"), "{text}");
        }
        assert_eq!(item_code("B99").unwrap_err().reason, Reason::UnknownItem);
        assert_eq!(fund_code("f08").as_deref(), Ok("F08"));
        assert_eq!(step("s03A").ok(), Some(Step::S03a));
        assert_eq!(step("施工许可证").ok(), Some(Step::S07));
    }

    #[test]
    fn every_term_is_known_by_its_own_names() {
        fn known<T: Listed + PartialEq + std::fmt::Debug>() {
            for one in T::all() {
                for name in [one.code(), one.text().en] {
                    assert_eq!(term::<T>(Value::Text(name)).as_ref(), Ok(one), "{name}");
                }
            }
        }
        known::<Tenure>();
        known::<Stage>();
        known::<Heritage>();
        known::<DeliveryMode>();
        known::<Class>();
        known::<Component>();
        known::<Location>();
        known::<LineStatus>();
        known::<Level>();
        known::<CommitmentStatus>();
        known::<OperatorKind>();
    }

    #[test]
    fn lists_have_their_parts() {
        assert_eq!(several(Value::Text("1#、2＃，3# ")).unwrap(), ["1#", "2#", "3#"]);
        assert_eq!(buildings(Value::Text(" 全部楼栋 ")), Ok(BuildingSelection::All));
        let two = BuildingSelection::These(vec!["3#".to_owned(), "5#".to_owned()]);
        assert_eq!(buildings(Value::Text("３＃、5#")), Ok(two));
    }
}
