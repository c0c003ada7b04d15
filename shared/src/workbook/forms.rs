//! In which forms the cells of a column are written: one type a form, which reads a cell into a field and shows it.

use super::{Kind, Reason, Value, Why, reading};
use crate::{
    chart,
    exact::{Area, Money, Month, Progress, beijing_time},
    model::{BuildingSelection, OperatorAgreement},
    policy::{
        approvals::Step,
        funding::{FUNDS, Level, fund},
        items::{Class, ITEMS, OperatorKind, item},
        stages::{CommitmentStatus, Component, DeliveryMode, Heritage, LineStatus, Location, Stage, Tenure},
    },
    table::Cell,
};
use chrono::{DateTime, NaiveDate, Utc};

/// A form of a column for fields of type `T`. An empty cell is never read: it stands for what a new row has.
pub(super) trait Form<T> {
    /// What people and templates know it by.
    const KIND: Kind;

    /// Reads a cell; `in_yuan` when its head says 元.
    ///
    /// # Errors
    /// Why the cell can't be read.
    fn read(value: Value<'_>, in_yuan: bool) -> Result<T, Why>;

    /// The cell of a field.
    fn show(field: &T) -> Cell;

    /// [`Self::read`], for columns, whose field says which type is meant.
    fn read_as(_: Self, value: Value<'_>, in_yuan: bool) -> Result<T, Why>
    where
        Self: Sized,
    {
        Self::read(value, in_yuan)
    }

    /// [`Self::show`], for columns.
    fn show_as(_: Self, field: &T) -> Cell
    where
        Self: Sized,
    {
        Self::show(field)
    }
}

pub(super) fn blank() -> Cell {
    Cell::text("")
}

/// One type a form: name, kind, and for each type of field how it is read and shown.
macro_rules! forms {
    ($($(#[$meta:meta])* $form:ident ($kind:expr) { $($field:ty => |$value:ident, $yuan:ident| $read:expr, |$of:ident| $show:expr;)+ })+) => {
        $(
            $(#[$meta])*
            #[derive(Clone, Copy, Debug)]
            pub(super) struct $form;
            $(impl Form<$field> for $form {
                const KIND: Kind = $kind;
                fn read($value: Value<'_>, $yuan: bool) -> Result<$field, Why> {
                    $read
                }
                fn show($of: &$field) -> Cell {
                    $show
                }
            })+
        )+
    };
}

fn or_blank<T>(field: Option<&T>, show: impl Fn(&T) -> Cell) -> Cell {
    field.map_or_else(blank, show)
}

fn money_cell(money: &Money) -> Cell {
    Cell::Figure(chart::Cell::Money(*money))
}

fn area_cell(area: &Area) -> Cell {
    Cell::Figure(chart::Cell::Area(*area))
}

fn yes_no_cell(yes: bool) -> Cell {
    Cell::text(if yes { "是" } else { "否" })
}

/// A share below one percent carries its sign, so that it is not taken for a fraction when it comes back.
fn share_cell(progress: &Progress) -> Cell {
    let below_one = *progress > Progress::default() && *progress < Progress::from_tenths(10);
    if below_one {
        Cell::text(format!("{}%", progress.shown()))
    } else {
        Cell::Figure(chart::Cell::Progress(*progress))
    }
}

forms! {
    /// Words as they are.
    Words(Kind::Words) {
        String => |value, _yuan| reading::words(value), |text| Cell::text(text.as_str());
        Option<String> => |value, _yuan| reading::words(value).map(Some), |text| Cell::text(text.clone().unwrap_or_default());
    }
    /// A code or number: narrow letters, no blanks.
    Code(Kind::Words) {
        String => |value, _yuan| reading::code(value), |text| Cell::text(text.as_str());
        Option<String> => |value, _yuan| reading::code(value).map(Some), |text| Cell::text(text.clone().unwrap_or_default());
    }
    /// 万元.
    Wan(Kind::Money) {
        Money => |value, yuan| reading::money(value, yuan), |money| money_cell(money);
        Option<Money> => |value, yuan| reading::money(value, yuan).map(Some), |money| or_blank(money.as_ref(), money_cell);
    }
    /// ㎡.
    Sqm(Kind::Area) {
        Area => |value, _yuan| reading::area(value), |area| area_cell(area);
        Option<Area> => |value, _yuan| reading::area(value).map(Some), |area| or_blank(area.as_ref(), area_cell);
    }
    /// A number of things.
    Count(Kind::Count) {
        i64 => |value, _yuan| reading::count(value), |count| Cell::count(*count);
        Option<i64> => |value, _yuan| reading::count(value).map(Some), |count| or_blank(count.as_ref(), |count| Cell::count(*count));
    }
    /// A decimal of any unit, kept as its digits.
    Quantity(Kind::Quantity) {
        String => |value, _yuan| reading::quantity(value), |text| Cell::text(text.as_str());
    }
    /// Progress in percent.
    Share(Kind::Share) {
        Progress => |value, _yuan| reading::share(value), |progress| share_cell(progress);
        Option<Progress> => |value, _yuan| reading::share(value).map(Some), |progress| or_blank(progress.as_ref(), share_cell);
    }
    /// A day.
    Day(Kind::Day) {
        NaiveDate => |value, _yuan| reading::day(value), |day| Cell::Day(*day);
        Option<NaiveDate> => |value, _yuan| reading::day(value).map(Some), |day| or_blank(day.as_ref(), |day| Cell::Day(*day));
    }
    /// A month, as words: a sheet would make a day of it.
    InMonth(Kind::Month) {
        Option<Month> => |value, _yuan| reading::month(value).map(Some), |month| or_blank(month.as_ref(), |month| Cell::text(month.to_string()));
    }
    /// A year.
    InYear(Kind::Year) {
        i32 => |value, _yuan| reading::year(value), |year| if *year == 0 { blank() } else { Cell::Year(*year) };
        Option<i32> => |value, _yuan| reading::year(value).map(Some), |year| or_blank(year.as_ref(), |year| Cell::Year(*year));
    }
    /// 是 or 否.
    YesNo(Kind::YesNo) {
        bool => |value, _yuan| reading::yes_no(value), |yes| yes_no_cell(*yes);
    }
    /// When something was sent, on the clock of Beijing.
    Sent(Kind::Instant) {
        Option<DateTime<Utc>> => |value, _yuan| reading::instant(value).map(Some),
            |at| or_blank(at.as_ref(), |at| Cell::text(beijing_time(*at).format("%Y-%m-%d %H:%M:%S").to_string()));
    }
    /// Some buildings, or 全部.
    Buildings(Kind::Buildings) {
        BuildingSelection => |value, _yuan| buildings(value), |selection| match selection {
            BuildingSelection::All => Cell::text("全部"),
            BuildingSelection::These(list) => Cell::text(list.join("、")),
        };
    }
    /// An item of the catalogue by code or name.
    OfItem(Kind::Item) {
        String => |value, _yuan| item_code(&reading::words(value)?), |code| Cell::text(code.as_str());
        Vec<String> => |value, _yuan| reading::several(value)?.iter().map(|text| item_code(text)).collect(),
            |codes| Cell::text(codes.join("、"));
    }
    /// A source of money by code or name.
    OfFund(Kind::Fund) {
        String => |value, _yuan| fund_code(&reading::words(value)?), |code| Cell::text(code.as_str());
    }
    /// A step of the approvals by code or name.
    OfStep(Kind::Term(steps)) {
        Option<Step> => |value, _yuan| step(&reading::words(value)?).map(Some), |step| Cell::text(step.map(Step::code).unwrap_or_default());
    }
    /// Agreements with operators: 供热:2022-03-01:理由, several with 、 between them.
    Agreements(Kind::Words) {
        Vec<OperatorAgreement> => |value, _yuan| agreements(&reading::words(value)?), |list| Cell::text(shown_agreements(list));
    }
}

/// A term of a closed list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Term;

/// A closed list: its terms, and what else people write for them.
macro_rules! terms {
    ($($list:ty: $codes:ident, [$($alias:literal => $variant:ident),*];)+) => {
        $(
            fn $codes() -> Vec<&'static str> {
                <$list>::ALL.iter().map(|value| value.code()).collect()
            }

            impl Form<$list> for Term {
                const KIND: Kind = Kind::Term($codes);
                fn read(value: Value<'_>, _: bool) -> Result<$list, Why> {
                    let text = reading::code(value)?;
                    let found = <$list>::from_code(&text).or(match text.as_str() {
                        $($alias => Some(<$list>::$variant),)*
                        _ => None,
                    });
                    found.ok_or_else(|| Why::new(Reason::UnknownTerm).with("allowed", $codes().join("、")))
                }
                fn show(term: &$list) -> Cell {
                    Cell::text(term.code())
                }
            }

            impl Form<Option<$list>> for Term {
                const KIND: Kind = Kind::Term($codes);
                fn read(value: Value<'_>, yuan: bool) -> Result<Option<$list>, Why> {
                    <Self as Form<$list>>::read(value, yuan).map(Some)
                }
                fn show(term: &Option<$list>) -> Cell {
                    Cell::text(term.map(|term| term.code()).unwrap_or_default())
                }
            }
        )+
    };
}

terms! {
    Tenure: tenures, ["商品住房" => Commodity, "房改" => Reformed, "混合产权" => Mixed];
    Stage: stages, ["储备库" => Reserve, "新开" => NewStart, "施工中" => UnderWay, "已竣工" => Completed, "完工" => Completed, "已完工" => Completed, "已调出" => Withdrawn];
    Heritage: heritages, ["否" => None, "文物" => ImmovableRelic];
    DeliveryMode: delivery_modes, ["工程总承包(EPC)" => Epc, "工程总承包" => Epc, "总承包" => GeneralContract];
    Class: classes, ["基础" => Basic, "完善" => Improvement, "提升" => Upgrade, "其他" => Other];
    Component: components, ["土建工程" => CivilWorks];
    Location: locations, ["小区外" => Around, "小区周边" => Around, "内" => Inside];
    LineStatus: line_statuses, ["未实施" => Planned, "已完成" => Done, "已取消" => Cancelled];
    Level: levels, ["中央级" => Central, "省级" => Province, "市级" => City, "县级" => County];
    CommitmentStatus: commitment_statuses, ["已落实" => Secured, "争取" => AppliedFor];
    OperatorKind: operator_kinds, ["污水" => Drainage, "电力" => Power, "燃气" => Gas, "供暖" => Heating, "通讯" => Telecom];
    super::sheets::StepState: step_states, ["已提交" => Submitted, "退回补正" => Returned, "审核通过" => Passed, "无需办理" => Waived, "不需办理" => Waived, "未办" => NotSubmitted];
    super::sheets::Flow: flows, ["收" => Receipt, "付" => Payment, "资金到位" => Receipt, "资金支付" => Payment];
}

/// All in-scope buildings, or those that are listed.
fn buildings(value: Value<'_>) -> Result<BuildingSelection, Why> {
    let list: Vec<String> = reading::several(value)?;
    Ok(match list.as_slice() {
        [only] if ["全部", "所有", "全部楼栋", "全小区", "all"].contains(&only.as_str()) => {
            BuildingSelection::All
        }
        _ => BuildingSelection::These(list),
    })
}

/// The code of an item: as its code, its name, or both.
fn item_code(text: &str) -> Result<String, Why> {
    let text = reading::narrow(text);
    let code = text.split_whitespace().next().unwrap_or_default().to_uppercase();
    let named = || ITEMS.iter().find(|item| reading::narrow(item.zh) == text);
    let found = item(&code).or_else(named).map(|item| item.code.to_owned());
    found.ok_or_else(|| Reason::UnknownItem.into())
}

/// The code of a source: as its code, its name, or both.
fn fund_code(text: &str) -> Result<String, Why> {
    let text = reading::narrow(text);
    let code = text.split_whitespace().next().unwrap_or_default().to_uppercase();
    let named = || FUNDS.iter().find(|fund| reading::narrow(fund.zh) == text);
    let found = fund(&code).or_else(named).map(|fund| fund.code.to_owned());
    found.ok_or_else(|| Reason::UnknownFund.into())
}

fn steps() -> Vec<&'static str> {
    Step::ALL.iter().map(|step| step.code()).collect()
}

fn step(text: &str) -> Result<Step, Why> {
    let text = reading::narrow(text);
    let code = text.split_whitespace().next().unwrap_or_default();
    let named = || {
        Step::ALL
            .iter()
            .copied()
            .find(|step| step.code().eq_ignore_ascii_case(code) || reading::narrow(step.row().title.zh) == text)
    };
    let found = Step::from_code(code).or_else(named);
    found.ok_or_else(|| Why::new(Reason::UnknownTerm).with("allowed", steps().join("、")))
}

fn agreements(text: &str) -> Result<Vec<OperatorAgreement>, Why> {
    let wrong = || Why::new(Reason::BadAgreement);
    let mut list = Vec::new();
    // A reason may hold the sign that separates agreements: one begins where a kind of operator stands before a colon.
    let mut parts: Vec<String> = Vec::new();
    for part in text.split('、') {
        let begins = part
            .split([':', '：'])
            .next()
            .is_some_and(|kind| OperatorKind::from_name(&reading::narrow(kind)).is_some());
        match parts.last_mut() {
            Some(last) if !begins => {
                last.push('、');
                last.push_str(part);
            }
            _ => parts.push(part.to_owned()),
        }
    }
    for part in parts {
        let mut fields = part.splitn(3, [':', '：']).map(str::trim);
        let kind =
            fields.next().map(reading::narrow).and_then(|kind| OperatorKind::from_name(&kind)).ok_or_else(wrong)?;
        let signed_on = match fields.next() {
            None | Some("") => None,
            Some(day) => Some(reading::day(Value::Text(day)).map_err(|_| wrong())?),
        };
        let reason = fields.next().filter(|reason| !reason.is_empty()).map(str::to_owned);
        list.push(OperatorAgreement {
            operator_org: String::new(),
            operator_kind: kind,
            signed_on,
            shortfall_reason: reason,
        });
    }
    Ok(list)
}

fn shown_agreements(list: &[OperatorAgreement]) -> String {
    let shown = list.iter().map(|agreement| {
        let day = agreement.signed_on.map(|day| day.to_string()).unwrap_or_default();
        match &agreement.shortfall_reason {
            Some(reason) => format!("{}:{day}:{reason}", agreement.operator_kind),
            None if day.is_empty() => agreement.operator_kind.to_string(),
            None => format!("{}:{day}", agreement.operator_kind),
        }
    });
    shown.collect::<Vec<_>>().join("、")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_items_and_funds_are_found_by_what_people_write() {
        let stage = |text| <Term as Form<Stage>>::read(Value::Text(text), false);
        assert_eq!(
            (stage("在建"), stage(" 竣 工 "), stage("已竣工")),
            (Ok(Stage::UnderWay), Ok(Stage::Completed), Ok(Stage::Completed))
        );
        assert!(stage("停工").unwrap_err().text(crate::language::Language::Zh).contains("不在可选范围内"));
        assert!(
            stage("停工")
                .unwrap_err()
                .suggestion(crate::language::Language::Zh)
                .contains("储备、新开工、在建、竣工、调出")
        );
        for text in ["B07", "b07", "Ｂ０７", "供热", "B07 供热"] {
            assert_eq!(item_code(text).as_deref(), Ok("B07"), "{text}");
        }
        assert_eq!(item_code("B99").unwrap_err().reason, Reason::UnknownItem);
        assert_eq!(fund_code("f08").as_deref(), Ok("F08"));
        assert_eq!(step("s03A").ok(), Some(Step::S03a));
        assert_eq!(step("施工许可证").ok(), Some(Step::S07));
    }

    #[test]
    fn agreements_come_back_as_they_were() {
        let list = agreements("供热:2022-03-01:管网老化、资金困难、供水：2022.3.2").unwrap();
        assert_eq!(list.len(), 2);
        assert_eq!(list[0].shortfall_reason.as_deref(), Some("管网老化、资金困难"));
        assert_eq!(agreements(&shown_agreements(&list)).unwrap(), list);
        assert_eq!(agreements("供热:明天").unwrap_err().reason, Reason::BadAgreement);
        assert_eq!(agreements("张三").unwrap_err().reason, Reason::BadAgreement);
    }
}
