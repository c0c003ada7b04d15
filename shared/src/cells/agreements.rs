//! Agreements with operators as text: `供热:2022-03-01:理由`, one a line or with 、 between them.

use super::{
    Value, Why, narrow,
    reading::{Read, day},
    terms::term,
    tidy::{is_blank_mark, tidy},
};
use crate::{model::OperatorAgreement, policy::items::OperatorKind};

/// Kind, day and reason; a fourth part names the operator.
const PARTS: usize = 3;

/// The agreements; a piece that is none comes back with the reason. Where the text `has_operators` a fourth part names them.
pub(crate) fn agreements(text: &str, has_operators: bool) -> Result<Vec<OperatorAgreement>, (String, Why)> {
    let parts = PARTS + usize::from(has_operators);
    pieces(text).into_iter().map(|piece| one(&piece, parts).map_err(|why| (piece, why))).collect()
}

/// A reason may hold the sign that separates agreements: one begins where a line does, or a kind of operator before a colon.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for line in text.split('\n') {
        let mut begins = true;
        for piece in line.split('、') {
            match pieces.last_mut() {
                Some(last) if !begins && kind_of(piece).is_err() => *last = format!("{last}、{piece}"),
                _ => pieces.push(piece.to_owned()),
            }
            begins = false;
        }
    }
    pieces.iter().map(|piece| tidy(piece)).filter(|piece| !piece.is_empty()).collect()
}

fn kind_of(piece: &str) -> Read<OperatorKind> {
    term(Value::Text(piece.split([':', '：']).next().unwrap_or_default()))
}

fn one(piece: &str, parts: usize) -> Read<OperatorAgreement> {
    let mut fields = piece.splitn(parts, [':', '：']).map(tidy).skip(1);
    let mut next = || fields.next().filter(|field| !is_blank_mark(field));
    let (signed_on, reason, operator) = (next(), next(), next());
    Ok(OperatorAgreement {
        operator_kind: kind_of(piece)?,
        signed_on: signed_on.map(|text| day(Value::Text(&narrow(&text)))).transpose()?,
        shortfall_reason: reason,
        operator_org: operator.unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, has_operators: bool) -> Vec<[String; 4]> {
        let one = |agreement: OperatorAgreement| {
            [
                agreement.operator_kind.to_string(),
                agreement.signed_on.map(|day| day.to_string()).unwrap_or_default(),
                agreement.shortfall_reason.unwrap_or_default(),
                agreement.operator_org,
            ]
        };
        agreements(text, has_operators).unwrap().into_iter().map(one).collect()
    }

    #[test]
    fn a_reason_may_hold_the_sign_between_agreements() {
        assert_eq!(
            told("供热：2022-03-01：管网新、资金紧、燃气:2022.3.2、供水", false),
            [["供热", "2022-03-01", "管网新、资金紧", ""], ["供气", "2022-03-02", "", ""], ["供水", "", "", ""]]
        );
        assert_eq!(told(" \n ", false), Vec::<[String; 4]>::new());
    }

    #[test]
    fn a_fourth_part_is_the_operator_where_there_is_one() {
        let text = "供热:2022-03-01:说明:尚缺\n通信::尚未协商:样例通信公司";
        assert_eq!(told(text, true)[0], ["供热", "2022-03-01", "说明", "尚缺"]);
        assert_eq!(told(text, true)[1], ["通信", "", "尚未协商", "样例通信公司"]);
        assert_eq!(told(text, false)[0][2], "说明:尚缺");
        assert_eq!(told("供热:—:尚未协商", true), [["供热", "", "尚未协商", ""]], "a dash is no day");
    }

    #[test]
    fn the_piece_that_is_none_is_told() {
        for bad in ["供冷:2022-03-01", "供热:去年"] {
            assert_eq!(agreements(&format!("供水\n{bad}"), false).unwrap_err().0, bad);
        }
    }
}
