//! # R-43 统一社会信用代码 · Unified social credit code
//!
//! Clause 5.3c asks for a database that can be relied on: the code of an organisation passes the check of GB 32100. It has 18
//! characters of 31; the region, characters 3 to 8, is of digits; the last character checks the first 17. Spaces around it and
//! lower case are no fault. An organisation without code is not asked.

use super::{Check, Message, Rule, heading};
use crate::{
    finding::{Finding, Severity},
    language::Text,
};

/// The characters of GB 32100 in the order of their values: no I, O, S, V, Z.
const CHARACTERS: &[u8] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
/// Characters of a code, the check character included.
const LENGTH: usize = 18;
/// Places of the region, counted from 0.
const REGION: std::ops::Range<usize> = 2..8;
/// The weight of a place is this by the weight of the place before.
const WEIGHT: usize = 3;

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(43),
    how: &[
        Text::new(
            "共18位，由数字和大写字母（不含I、O、S、V、Z）组成，第3至8位为数字。",
            "It has 18 characters, digits and capital letters without I, O, S, V, Z; characters 3 to 8 are digits.",
        ),
        Text::new(
            "末位校验码按国家标准GB 32100由前17位计算得出。",
            "The last character is the check character of GB 32100 over the first 17.",
        ),
    ],
    messages: &[Message::any("统一社会信用代码校验不通过", "The social credit code fails its check")],
    remedy: Text::new(
        "请领导小组办公室对照营业执照或统一社会信用代码证书更正代码。",
        "The office corrects the code after the licence or certificate of the organisation.",
    ),
    fields: &[],
    check: Check::Own,
};

/// What is wrong with the code of an organisation; the path is that of the code within it.
pub fn check(usci: &str) -> Vec<Finding> {
    if is_valid(usci) { Vec::new() } else { vec![Finding::new(RULE.id(), Severity::E, "usci")] }
}

fn is_valid(usci: &str) -> bool {
    let code = usci.trim().to_ascii_uppercase();
    let values: Option<Vec<usize>> =
        code.bytes().map(|byte| CHARACTERS.iter().position(|character| *character == byte)).collect();
    let Some((check, first)) = values.as_deref().and_then(<[usize]>::split_last) else {
        return false;
    };
    // Horner's way from the last place: each weight is three times the one before.
    let sum = first.iter().rev().fold(0, |sum, value| (sum * WEIGHT + value) % CHARACTERS.len());
    code.len() == LENGTH
        && code.as_bytes()[REGION].iter().all(u8::is_ascii_digit)
        && *check == (CHARACTERS.len() - sum) % CHARACTERS.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_the_papers() {
        for right in ["91350100M000100Y43", " 91350100m000100y43 ", "91620724MA7XAMPE1K"] {
            assert!(check(right).is_empty(), "{right}");
        }
        for wrong in [
            "91350100M000100Y44",
            "91350100M000100Y4Z",
            "91350100M000100Y4",
            "91350100M000100Y430",
            "9135010AM000100Y43",
            "",
            "统一社会信用",
        ] {
            assert_eq!(check(wrong).len(), 1, "{wrong}");
        }
    }

    /// Every single wrong character is noticed: the weights are no multiples of 31.
    #[test]
    fn one_wrong_character_is_noticed() {
        let right = "91350100M000100Y43";
        for place in 0..LENGTH {
            for character in CHARACTERS {
                let mut bytes = right.as_bytes().to_vec();
                bytes[place] = *character;
                let code = String::from_utf8(bytes).unwrap();
                assert_eq!(is_valid(&code), code == right, "{code}");
            }
        }
    }
}
