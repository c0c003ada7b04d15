//! # R-44 公民身份号码 · Identity number
//!
//! Clause 3.1d lets residents draw on the provident fund; only there a number may be asked for. It is not collected by default
//! and never stored: it is checked by GB 11643 and forgotten. Seventeen digits with a date that is not after today, and the
//! check character. Spaces around it and a small x are no fault. The finding never repeats the number.

use super::{Check, Message, Rule, heading};
use crate::{
    finding::{Finding, Severity},
    language::Text,
};
use chrono::NaiveDate;

/// The weights of GB 11643 for the first 17 digits.
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/// The check characters of GB 11643 by the weighted sum, modulo their number.
const CHECKS: &[u8; 11] = b"10X98765432";
/// Places of the date of birth (YYYYMMDD), counted from 0.
const BIRTH: std::ops::Range<usize> = 6..14;

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(44),
    how: &[
        Text::new(
            "默认不采集、不保存，仅在确需核对时当场校验。",
            "It is not collected by default and never stored, only checked where asked.",
        ),
        Text::new(
            "前17位为数字，出生日期真实且不晚于当日。",
            "The first 17 are digits; the date of birth exists and is not after today.",
        ),
        Text::new(
            "末位校验码按国家标准GB 11643由前17位计算得出。",
            "The last character is the check character of GB 11643 over the first 17.",
        ),
    ],
    messages: &[Message::any("身份证号码校验不通过", "The identity number fails its check")],
    remedy: Text::new("请经办人对照证件重新输入号码。", "Whoever handles it enters the number again after the card."),
    fields: &[],
    check: Check::Own,
};

/// What is wrong with a number on a day. The number itself is in no finding.
pub fn check(id_no: &str, today: NaiveDate) -> Vec<Finding> {
    if is_valid(id_no, today) { Vec::new() } else { vec![Finding::new(RULE.id(), Severity::E, "id_no")] }
}

fn is_valid(id_no: &str, today: NaiveDate) -> bool {
    let number = id_no.trim().to_ascii_uppercase();
    let Some((check, digits)) = number.as_bytes().split_last() else {
        return false;
    };
    if digits.len() != WEIGHTS.len() || !digits.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let born = NaiveDate::parse_from_str(&number[BIRTH], "%Y%m%d");
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    born.is_ok_and(|born| born <= today) && CHECKS.get(sum as usize % CHECKS.len()) == Some(check)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn right(id_no: &str, today: &str) -> bool {
        check(id_no, today.parse().unwrap()).is_empty()
    }

    #[test]
    fn the_number_of_the_standard() {
        for number in ["34052419800101001X", " 34052419800101001x "] {
            assert!(right(number, "2022-06-30"), "{number}");
        }
        for number in ["340524198001010011", "34052419800101001", "3405241980010100100", "", "X", "34052419800101001Ｘ"]
        {
            assert!(!right(number, "2022-06-30"), "{number}");
        }
        assert!(!right("620724198502290011", "2022-06-30"), "no 29 February in 1985");
    }

    #[test]
    fn born_today_at_the_latest() {
        assert!(right("34052419800101001X", "1980-01-01"));
        assert!(!right("34052419800101001X", "1979-12-31"));
    }
}
