//! In which forms the cells of a column are written: one type a form, which reads a cell into a field and shows it.

use super::Kind;
use crate::{
    cells::{self, Listed, Reason, Value, Why},
    chart,
    exact::{Area, Money, Month, Progress, beijing_time},
    model::{BuildingSelection, OperatorAgreement},
    policy::approvals::Step,
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
        String => |value, _yuan| cells::words(value), |text| Cell::text(text.as_str());
        Option<String> => |value, _yuan| cells::words(value).map(Some), |text| Cell::text(text.clone().unwrap_or_default());
    }
    /// A code or number: narrow letters, no blanks.
    Code(Kind::Words) {
        String => |value, _yuan| cells::code(value), |text| Cell::text(text.as_str());
        Option<String> => |value, _yuan| cells::code(value).map(Some), |text| Cell::text(text.clone().unwrap_or_default());
    }
    /// 万元.
    Wan(Kind::Money) {
        Money => |value, yuan| cells::money(value, yuan), |money| money_cell(money);
        Option<Money> => |value, yuan| cells::money(value, yuan).map(Some), |money| or_blank(money.as_ref(), money_cell);
    }
    /// ㎡.
    Sqm(Kind::Area) {
        Area => |value, _yuan| cells::area(value), |area| area_cell(area);
        Option<Area> => |value, _yuan| cells::area(value).map(Some), |area| or_blank(area.as_ref(), area_cell);
    }
    /// A number of things.
    Count(Kind::Count) {
        i64 => |value, _yuan| cells::count(value), |count| Cell::count(*count);
        Option<i64> => |value, _yuan| cells::count(value).map(Some), |count| or_blank(count.as_ref(), |count| Cell::count(*count));
    }
    /// A decimal of any unit, kept as its digits.
    Quantity(Kind::Quantity) {
        String => |value, _yuan| cells::quantity(value), |text| Cell::text(text.as_str());
    }
    /// Progress in percent.
    Share(Kind::Share) {
        Progress => |value, _yuan| cells::share(value), |progress| share_cell(progress);
        Option<Progress> => |value, _yuan| cells::share(value).map(Some), |progress| or_blank(progress.as_ref(), share_cell);
    }
    /// A day.
    Day(Kind::Day) {
        NaiveDate => |value, _yuan| cells::day(value), |day| Cell::Day(*day);
        Option<NaiveDate> => |value, _yuan| cells::day(value).map(Some), |day| or_blank(day.as_ref(), |day| Cell::Day(*day));
    }
    /// A month, as words: a sheet would make a day of it.
    InMonth(Kind::Month) {
        Option<Month> => |value, _yuan| cells::month(value).map(Some), |month| or_blank(month.as_ref(), |month| Cell::text(month.to_string()));
    }
    /// A year.
    InYear(Kind::Year) {
        i32 => |value, _yuan| cells::year(value), |year| if *year == 0 { blank() } else { Cell::Year(*year) };
        Option<i32> => |value, _yuan| cells::year(value).map(Some), |year| or_blank(year.as_ref(), |year| Cell::Year(*year));
    }
    /// 是 or 否.
    YesNo(Kind::YesNo) {
        bool => |value, _yuan| cells::yes_no(value), |yes| yes_no_cell(*yes);
    }
    /// When something was sent, on the clock of Beijing.
    Sent(Kind::Instant) {
        Option<DateTime<Utc>> => |value, _yuan| cells::instant(value).map(Some),
            |at| or_blank(at.as_ref(), |at| Cell::text(beijing_time(*at).format("%Y-%m-%d %H:%M:%S").to_string()));
    }
    /// Some buildings, or 全部.
    Buildings(Kind::Buildings) {
        BuildingSelection => |value, _yuan| cells::buildings(value), |selection| match selection {
            BuildingSelection::All => Cell::text("全部"),
            BuildingSelection::These(list) => Cell::text(list.join("、")),
        };
    }
    /// An item of the catalogue by code or name.
    OfItem(Kind::Item) {
        String => |value, _yuan| cells::item_code(&cells::words(value)?), |code| Cell::text(code.as_str());
        Vec<String> => |value, _yuan| cells::several(value)?.iter().map(|text| cells::item_code(text)).collect(),
            |codes| Cell::text(codes.join("、"));
    }
    /// A source of money by code or name.
    OfFund(Kind::Fund) {
        String => |value, _yuan| cells::fund_code(&cells::words(value)?), |code| Cell::text(code.as_str());
    }
    /// A step of the approvals by code or name.
    OfStep(Kind::Term(steps)) {
        Option<Step> => |value, _yuan| cells::step(&cells::words(value)?).map(Some), |step| Cell::text(step.map(Step::code).unwrap_or_default());
    }
    /// Agreements with operators: 供热:2022-03-01:理由, several with 、 between them.
    Agreements(Kind::Words) {
        Vec<OperatorAgreement> => |value, _yuan| agreements(&cells::words(value)?), |list| Cell::text(shown_agreements(list));
    }
}

/// A term of a closed list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Term;

impl<T: Listed> Form<T> for Term {
    const KIND: Kind = Kind::Term(cells::codes::<T>);
    fn read(value: Value<'_>, _: bool) -> Result<T, Why> {
        cells::term(value)
    }
    fn show(term: &T) -> Cell {
        Cell::text(term.code())
    }
}

impl<T: Listed> Form<Option<T>> for Term {
    const KIND: Kind = Kind::Term(cells::codes::<T>);
    fn read(value: Value<'_>, _: bool) -> Result<Option<T>, Why> {
        cells::term(value).map(Some)
    }
    fn show(term: &Option<T>) -> Cell {
        Cell::text(term.map(T::code).unwrap_or_default())
    }
}

fn steps() -> Vec<&'static str> {
    Step::ALL.iter().map(|step| step.code()).collect()
}

fn agreements(text: &str) -> Result<Vec<OperatorAgreement>, Why> {
    cells::agreements(text, false).map_err(|_| Why::new(Reason::BadAgreement))
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
    fn agreements_come_back_as_they_were() {
        let list = agreements("供热:2022-03-01:管网老化、资金困难、供水：2022.3.2").unwrap();
        assert_eq!(list.len(), 2);
        assert_eq!(list[0].shortfall_reason.as_deref(), Some("管网老化、资金困难"));
        assert_eq!(agreements(&shown_agreements(&list)).unwrap(), list);
        assert_eq!(agreements("供热:明天").unwrap_err().reason, Reason::BadAgreement);
        assert_eq!(agreements("张三").unwrap_err().reason, Reason::BadAgreement);
    }
}
