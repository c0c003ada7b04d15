//! What a cell says, as office people fill it in: full-width digits, `12万`, `2024.3`, `1998年`, numbers kept as text, thousands
//! separators, blanks, 是 and √. What could mean two things is refused.

use super::{
    Reason, Value, Why,
    tidy::{narrow, squeezed, tidy},
};
use crate::exact::{Area, Money, Month, Progress};
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Utc};

/// Decimals that a fen has in 万元.
const WAN_DECIMALS: usize = 6;
const AREA_DECIMALS: usize = 2;
/// Places by which the point moves from 元 to 万元, and from 万元 to 亿元.
const TEN_THOUSAND: i32 = 4;
/// Serial days of a spreadsheet that can be days of a programme: 1927 to 2100.
const SERIAL_DAYS: std::ops::RangeInclusive<i64> = 10_000..=73_050;
/// Years that can be years of a building, a plan or a subsidy.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// A value, or why the cell does not hold one.
pub(crate) type Read<T> = Result<T, Why>;

/// Words as they are meant: blanks around them gone, line breaks kept.
pub(crate) fn words(value: Value<'_>) -> Read<String> {
    const MOST: usize = 4000;
    let text = match value {
        Value::Fault(_) => return Err(Reason::SpreadsheetFault.into()),
        Value::Text(text) => tidy(text),
        other => other.shown(),
    };
    if text.chars().nth(MOST).is_some() {
        return Err(Why::new(Reason::TooLong).with("most", "4000"));
    }
    Ok(text)
}

/// A code or number of something: narrow, without blanks.
pub(crate) fn code(value: Value<'_>) -> Read<String> {
    Ok(squeezed(&words(value)?))
}

/// The text of a figure: narrow, without blanks, thousands separators and signs of money.
fn figure(value: Value<'_>) -> Read<String> {
    match value {
        Value::Number(number) => Ok(number.to_owned()),
        Value::Text(text) => {
            let kept = |c: &char| !c.is_whitespace() && !",￥¥".contains(*c);
            Ok(narrow(text).chars().filter(kept).collect())
        }
        Value::Fault(_) => Err(Reason::SpreadsheetFault.into()),
        _ => Err(Reason::NotANumber.into()),
    }
}

/// The text without the first of these ends that it has, and which one it was.
fn without_end<'t>(text: &'t str, ends: &[&str]) -> (&'t str, Option<usize>) {
    for (place, end) in ends.iter().enumerate() {
        if let Some(rest) = text.strip_suffix(end) {
            return (rest, Some(place));
        }
    }
    (text, None)
}

/// A decimal with its point moved, to the right when `places` is above 0. Anything but a decimal comes back as it is.
fn moved(text: &str, places: i32) -> String {
    let (sign, body) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    if body.is_empty()
        || !body.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        || body.matches('.').count() > 1
    {
        return text.to_owned();
    }
    let (whole, fraction) = body.split_once('.').unwrap_or((body, ""));
    let steps = usize::try_from(places.unsigned_abs()).unwrap_or(usize::MAX);
    if places >= 0 {
        let mut fraction = fraction.to_owned();
        while fraction.len() < steps {
            fraction.push('0');
        }
        let (to_whole, rest) = fraction.split_at(steps);
        format!("{sign}{whole}{to_whole}.{rest}")
    } else {
        let whole = format!("{whole:0>width$}", width = steps + 1);
        let (whole, to_fraction) = whole.split_at(whole.len() - steps);
        format!("{sign}{whole}.{to_fraction}{fraction}")
    }
}

/// A decimal with at most so many decimals, half up away from zero: figures that a formula has made are longer.
fn rounded(text: &str, decimals: usize) -> String {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if fraction.len() <= decimals || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.to_owned();
    }
    let (kept, cut) = fraction.split_at(decimals);
    if cut.bytes().next().is_none_or(|digit| digit < b'5') {
        return format!("{whole}.{kept}");
    }
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |rest| ("-", rest));
    let mut all: Vec<u8> = digits.bytes().chain(kept.bytes()).collect();
    let mut carry = true;
    for digit in all.iter_mut().rev() {
        if !carry {
            break;
        }
        carry = *digit == b'9';
        *digit = if carry { b'0' } else { *digit + 1 };
    }
    if carry {
        all.insert(0, b'1');
    }
    let text: String = all.into_iter().map(char::from).collect();
    let (whole, fraction) = text.split_at(text.len() - decimals);
    format!("{sign}{whole}.{fraction}")
}

/// An amount in 万元, or in the unit that stands beside it; `in_yuan` when the head says 元.
pub(crate) fn money(value: Value<'_>, in_yuan: bool) -> Read<Money> {
    const ENDS: [&str; 5] = ["亿元", "亿", "万元", "万", "元"];
    let text = figure(value)?;
    let (number, unit) = without_end(&text, &ENDS);
    let places = match unit.and_then(|place| ENDS.get(place)) {
        Some(&("亿元" | "亿")) => TEN_THOUSAND,
        Some(&("万元" | "万")) => 0,
        Some(_) => -TEN_THOUSAND,
        None if in_yuan => -TEN_THOUSAND,
        None => 0,
    };
    let number = moved(number, places);
    let is_figure = matches!(value, Value::Number(_));
    let number = if is_figure { rounded(&number, WAN_DECIMALS) } else { number };
    let money = Money::parse_wan(&number).map_err(Why::from)?;
    if money < Money::ZERO { Err(Reason::Negative.into()) } else { Ok(money) }
}

/// An area in ㎡, or in the unit that stands beside it.
pub(crate) fn area(value: Value<'_>) -> Read<Area> {
    const ENDS: [&str; 8] = ["万平方米", "万㎡", "万m2", "平方米", "平米", "㎡", "m2", "m²"];
    let text = figure(value)?;
    let (number, unit) = without_end(&text, &ENDS);
    let number = moved(number, if unit.is_some_and(|place| place <= 2) { TEN_THOUSAND } else { 0 });
    let is_figure = matches!(value, Value::Number(_));
    let number = if is_figure { rounded(&number, AREA_DECIMALS) } else { number };
    let area = Area::parse(&number).map_err(Why::from)?;
    if area < Area::default() { Err(Reason::Negative.into()) } else { Ok(area) }
}

/// A whole number of things, with or without the word for them.
pub(crate) fn count(value: Value<'_>) -> Read<i64> {
    let text = figure(value)?;
    let (number, _) = without_end(&text, &["个单元", "单元", "户", "栋", "幢", "层", "个", "座"]);
    let number = number
        .split_once('.')
        .map_or(number, |(whole, rest)| if rest.bytes().all(|byte| byte == b'0') { whole } else { number });
    if number.contains('.') && number.parse::<serde_json::Number>().is_ok() {
        return Err(Reason::NotWhole.into());
    }
    match number.parse::<i64>() {
        Ok(count) if count < 0 => Err(Reason::Negative.into()),
        Ok(count) => Ok(count),
        Err(_) if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) => {
            Err(Reason::TooLarge.into())
        }
        Err(_) => Err(Reason::NotANumber.into()),
    }
}

/// A quantity of a line: a decimal, kept as its digits.
pub(crate) fn quantity(value: Value<'_>) -> Read<String> {
    let text = figure(value)?;
    let is_decimal = !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && text.matches('.').count() <= 1
        && text.bytes().any(|byte| byte.is_ascii_digit());
    if !is_decimal {
        return Err(if text.starts_with('-') { Reason::Negative } else { Reason::NotANumber }.into());
    }
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let fraction = fraction.trim_end_matches('0');
    Ok(if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") })
}

/// Progress in percent. A bare number between 0 and 1 may be a fraction that the sheet shows as percent: refused.
pub(crate) fn share(value: Value<'_>) -> Read<Progress> {
    let text = figure(value)?;
    let (number, percent) = without_end(&text, &["%"]);
    let is_figure = matches!(value, Value::Number(_));
    let tenths = moved(number, 1);
    let tenths = rounded(&tenths, if is_figure { 0 } else { usize::MAX });
    let (whole, rest) = tenths.split_once('.').unwrap_or((&tenths, ""));
    if rest.bytes().any(|byte| byte != b'0') {
        let is_number = rest.bytes().all(|byte| byte.is_ascii_digit());
        return Err(if is_number { Reason::TooPrecise } else { Reason::NotANumber }.into());
    }
    let tenths: i64 = whole.parse().map_err(|_| Why::new(Reason::NotANumber))?;
    let below_one = number.starts_with("0.") || number.starts_with('.');
    if percent.is_none() && below_one && number.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) {
        return Err(Reason::UnclearShare.into());
    }
    let progress = Progress::from_tenths(tenths);
    if progress < Progress::default() || progress > Progress::COMPLETE {
        return Err(Reason::ShareRange.into());
    }
    Ok(progress)
}

/// The parts of a date: digits between points, strokes and the words 年月日. None when something else stands there.
fn parts(text: &str) -> Option<Vec<String>> {
    let text = narrow(text);
    let mut parts: Vec<String> = Vec::new();
    let mut is_open = false;
    for c in text.chars() {
        if c.is_ascii_digit() {
            if !is_open {
                parts.push(String::new());
                is_open = true;
            }
            parts.last_mut()?.push(c);
        } else if matches!(c, '.' | '-' | '/' | '年' | '月' | '日' | '号' | ' ' | '、' | ':') {
            is_open = false;
        } else {
            return None;
        }
    }
    Some(parts)
}

fn number<T: std::str::FromStr>(text: &str) -> Option<T> {
    text.parse().ok()
}

/// A day.
pub(crate) fn day(value: Value<'_>) -> Read<NaiveDate> {
    let wrong = || Why::new(Reason::NotADay);
    let text = match value {
        Value::Day(day) => return Ok(day),
        Value::Instant(at) => return Ok(at.date()),
        Value::Fault(_) => return Err(Reason::SpreadsheetFault.into()),
        // A date whose cell has lost its format: the number of days.
        Value::Number(text) => match text.parse::<i64>() {
            Ok(serial) if SERIAL_DAYS.contains(&serial) => {
                let first = NaiveDate::from_ymd_opt(1899, 12, 30).ok_or_else(wrong)?;
                return first.checked_add_signed(chrono::TimeDelta::days(serial)).ok_or_else(wrong);
            }
            _ => text,
        },
        Value::Text(text) => text,
        Value::Empty | Value::Yes(_) => return Err(wrong()),
    };
    let parts = parts(text).ok_or_else(wrong)?;
    let (year, month, day) = match parts.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        // A day that a spreadsheet writes with the time of midnight.
        [year, month, day, midnight @ ..]
            if year.len() == 4 && midnight.iter().all(|part| matches!(*part, "0" | "00")) =>
        {
            (number(year), number(month), number(day))
        }
        [whole] if whole.len() == 8 => {
            (number(&whole[..4]), whole.get(4..6).and_then(number), whole.get(6..).and_then(number))
        }
        [year, month] if year.len() == 4 && number::<u32>(month).is_some_and(|month| (1..=12).contains(&month)) => {
            return Err(Reason::DayMissing.into());
        }
        _ => return Err(wrong()),
    };
    let found = || NaiveDate::from_ymd_opt(year?, month?, day?);
    found().filter(|day| YEARS.contains(&day.year())).ok_or_else(wrong)
}

/// A month. The number 2024.1 is refused: Excel writes the tenth month so when the cell is no text.
pub(crate) fn month(value: Value<'_>) -> Read<Month> {
    let wrong = || Why::new(Reason::NotAMonth);
    let text = match value {
        Value::Day(day) => return Ok(Month::of(day)),
        Value::Instant(at) => return Ok(Month::of(at.date())),
        Value::Fault(_) => return Err(Reason::SpreadsheetFault.into()),
        Value::Number(text) => {
            if text.ends_with(".1") {
                return Err(Reason::UnclearMonth.into());
            }
            match text.parse::<i64>() {
                Ok(serial) if SERIAL_DAYS.contains(&serial) => return day(value).map(Month::of),
                _ => text,
            }
        }
        Value::Text(text) => text,
        Value::Empty | Value::Yes(_) => return Err(wrong()),
    };
    let parts = parts(text).ok_or_else(wrong)?;
    let found = match parts.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [year, month] | [year, month, _] if year.len() == 4 => number(year).zip(number(month)),
        [whole] if whole.len() == 6 => number(&whole[..4]).zip(number(&whole[4..])),
        _ => None,
    };
    let (year, month) = found.ok_or_else(wrong)?;
    Month::new(year, month).filter(|month| YEARS.contains(&month.year())).ok_or_else(wrong)
}

/// A year, also of a day.
pub(crate) fn year(value: Value<'_>) -> Read<i32> {
    let wrong = || Why::new(Reason::NotAYear);
    let year = match value {
        Value::Day(day) => day.year(),
        Value::Instant(at) => at.date().year(),
        Value::Fault(_) => return Err(Reason::SpreadsheetFault.into()),
        Value::Number(text) => number(text.strip_suffix(".0").unwrap_or(text)).ok_or_else(wrong)?,
        Value::Text(text) => {
            let text = narrow(text);
            let (text, _) = without_end(&text, &["年度", "年建成", "年建", "年"]);
            let parts = parts(text).ok_or_else(wrong)?;
            match parts.first() {
                Some(year) if year.len() == 4 => number(year).ok_or_else(wrong)?,
                _ => return Err(wrong()),
            }
        }
        Value::Empty | Value::Yes(_) => return Err(wrong()),
    };
    if YEARS.contains(&year) { Ok(year) } else { Err(wrong()) }
}

/// 是 or 否, and what people write for them.
pub(crate) fn yes_no(value: Value<'_>) -> Read<bool> {
    let text = match value {
        Value::Yes(yes) => return Ok(yes),
        Value::Fault(_) => return Err(Reason::SpreadsheetFault.into()),
        other => narrow(&other.shown()).to_lowercase(),
    };
    match text.trim_end_matches(['。', '.']) {
        "是" | "有" | "√" | "✓" | "✔" | "对" | "y" | "yes" | "true" | "1" => Ok(true),
        "否" | "无" | "没有" | "×" | "✗" | "x" | "n" | "no" | "false" | "0" | "不是" => Ok(false),
        _ => Err(Reason::NotYesNo.into()),
    }
}

/// An instant on the clock of Beijing; a day alone is its noon, which is the same day everywhere it is shown.
pub(crate) fn instant(value: Value<'_>) -> Read<DateTime<Utc>> {
    let local = match value {
        Value::Instant(at) => at,
        Value::Text(text) => {
            let text = narrow(text);
            let formats =
                ["%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y/%m/%d %H:%M", "%Y年%m月%d日 %H:%M", "%Y年%m月%d日%H:%M"];
            match formats.iter().find_map(|format| NaiveDateTime::parse_from_str(&text, format).ok()) {
                Some(at) => at,
                None => noon(day(value)?)?,
            }
        }
        other => noon(day(other)?)?,
    };
    let beijing = chrono::FixedOffset::east_opt(8 * 3600).ok_or_else(|| Why::new(Reason::NotADay))?;
    let at = local.and_local_timezone(beijing).single().ok_or_else(|| Why::new(Reason::NotADay))?;
    Ok(at.with_timezone(&Utc))
}

fn noon(day: NaiveDate) -> Read<NaiveDateTime> {
    day.and_hms_opt(12, 0, 0).ok_or_else(|| Reason::NotADay.into())
}

/// Whether a head says that its amounts are in 元 and not in 万元.
pub fn is_in_yuan(head: &str) -> bool {
    let head = narrow(head);
    ["(元)", "(单位:元)", "[元]", "/元"].iter().any(|end| head.contains(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reason<T: std::fmt::Debug>(read: Read<T>) -> Reason {
        read.unwrap_err().reason
    }

    #[test]
    fn amounts_in_every_way_that_offices_write_them() {
        let wan = |text| money(Value::Text(text), false).map(Money::fen);
        for (text, fen) in [
            ("12万", 12_000_000),
            ("１２．５万元", 12_500_000),
            ("1,145.60", 1_145_600_000),
            ("1，145.6", 1_145_600_000),
            ("35000元", 3_500_000),
            ("￥35,000元", 3_500_000),
            ("1.2亿", 12_000_000_000),
            (" 0 ", 0),
        ] {
            assert_eq!(wan(text), Ok(fen), "{text}");
        }
        assert_eq!(money(Value::Number("35000"), true).map(Money::fen), Ok(3_500_000));
        assert_eq!(money(Value::Number("33.3333333333333"), false).map(Money::fen), Ok(33_333_333));
        assert_eq!(money(Value::Number("0.9999999"), false).map(Money::fen), Ok(1_000_000));
        assert_eq!(reason(wan("33.33333333")), Reason::TooPrecise);
        assert_eq!(reason(wan("-3")), Reason::Negative);
        assert_eq!(reason(wan("约12万")), Reason::NotANumber);
        assert_eq!(reason(wan("12万3")), Reason::NotANumber);
        assert_eq!(reason(wan("99999999999999999999")), Reason::TooLarge);
        assert_eq!(reason(money(Value::Fault("#REF!"), false)), Reason::SpreadsheetFault);
    }

    #[test]
    fn areas_counts_and_quantities() {
        let of = |text| area(Value::Text(text)).map(Area::hundredths);
        assert_eq!((of("2.864万㎡"), of("28,640平方米"), of("28640.5")), (Ok(2_864_000), Ok(2_864_000), Ok(2_864_050)));
        assert_eq!(area(Value::Number("28640.456")).map(Area::hundredths), Ok(2_864_046));
        assert_eq!(
            (count(Value::Text("312户")), count(Value::Number("312")), count(Value::Text("6.0"))),
            (Ok(312), Ok(312), Ok(6))
        );
        assert_eq!(reason(count(Value::Number("3.5"))), Reason::NotWhole);
        assert_eq!(reason(count(Value::Text("三"))), Reason::NotANumber);
        assert_eq!(reason(count(Value::Text("-1"))), Reason::Negative);
        assert_eq!(quantity(Value::Text("１，８６０.50")).as_deref(), Ok("1860.5"));
        assert_eq!(quantity(Value::Number("0")).as_deref(), Ok("0"));
        assert_eq!(reason(quantity(Value::Text("约5"))), Reason::NotANumber);
    }

    #[test]
    fn progress_is_never_guessed() {
        let of = |value| share(value).map(Progress::tenths);
        assert_eq!(
            (of(Value::Text("64%")), of(Value::Number("64")), of(Value::Text("６４．５％"))),
            (Ok(640), Ok(640), Ok(645))
        );
        assert_eq!(
            (of(Value::Number("64.25")), of(Value::Number("0")), of(Value::Text("0.5%"))),
            (Ok(643), Ok(0), Ok(5))
        );
        assert_eq!(reason(share(Value::Number("0.64"))), Reason::UnclearShare);
        assert_eq!(reason(share(Value::Text("64.25"))), Reason::TooPrecise);
        assert_eq!(reason(share(Value::Number("101"))), Reason::ShareRange);
        assert_eq!(reason(share(Value::Text("快完了"))), Reason::NotANumber);
        assert_eq!(of(Value::Number("100")), Ok(1000));
    }

    #[test]
    fn days_months_and_years() {
        let april = NaiveDate::from_ymd_opt(2022, 4, 10).unwrap();
        for text in [
            "2022-04-10",
            "2022.4.10",
            "2022/4/10",
            "2022年4月10日",
            "20220410",
            " ２０２２．４．１０ ",
            "2022-04-10 00:00",
        ] {
            assert_eq!(day(Value::Text(text)), Ok(april), "{text}");
        }
        assert_eq!(day(Value::Number("44661")), Ok(april));
        assert_eq!(reason(day(Value::Text("2022-02-30"))), Reason::NotADay);
        assert_eq!(reason(day(Value::Text("2024.3"))), Reason::DayMissing);
        assert_eq!(reason(day(Value::Text("开春"))), Reason::NotADay);
        assert_eq!(reason(day(Value::Number("2024.3"))), Reason::DayMissing);
        let march = Month::new(2024, 3);
        for text in ["2024.3", "2024-03", "2024年3月", "202403", "2024/3/1", "2024年3月份".trim_end_matches('份')]
        {
            assert_eq!(month(Value::Text(text)).ok(), march, "{text}");
        }
        assert_eq!(month(Value::Number("2024.3")).ok(), march);
        assert_eq!(month(Value::Text("2024.1")).ok(), Month::new(2024, 1));
        assert_eq!(reason(month(Value::Number("2024.1"))), Reason::UnclearMonth);
        assert_eq!(reason(month(Value::Text("2024-13"))), Reason::NotAMonth);
        assert_eq!(
            (year(Value::Text("1998年")), year(Value::Number("1998")), year(Value::Text("１９９８年建"))),
            (Ok(1998), Ok(1998), Ok(1998))
        );
        assert_eq!(reason(year(Value::Text("98年"))), Reason::NotAYear);
        assert_eq!(reason(year(Value::Text("九八年"))), Reason::NotAYear);
        assert_eq!(year(Value::Day(april)), Ok(2022));
    }

    #[test]
    fn ticks_heads_and_instants() {
        assert_eq!(
            (yes_no(Value::Text("√")), yes_no(Value::Text("否")), yes_no(Value::Yes(true))),
            (Ok(true), Ok(false), Ok(true))
        );
        assert_eq!(reason(yes_no(Value::Text("部分"))), Reason::NotYesNo);
        assert!(is_in_yuan("金额（元）") && !is_in_yuan("金额（万元）") && !is_in_yuan("金额"));
        assert_eq!(instant(Value::Text("2022-05-03 09:00")).unwrap().to_rfc3339(), "2022-05-03T01:00:00+00:00");
        assert_eq!(instant(Value::Text("2022-05-03")).unwrap().date_naive().to_string(), "2022-05-03");
        assert_eq!(reason(instant(Value::Text("上周"))), Reason::NotADay);
    }

    #[test]
    fn points_move_and_decimals_round() {
        assert_eq!(
            (moved("3.5", -4).as_str(), moved("12", 4).as_str(), moved("-1.5", 1).as_str()),
            ("0.00035", "120000.", "-15.")
        );
        assert_eq!(moved("abc", 4), "abc");
        assert_eq!(
            (rounded("9.995", 2).as_str(), rounded("0.004", 2).as_str(), rounded("-1.5", 0).as_str()),
            ("10.00", "0.00", "-2.")
        );
    }
}
