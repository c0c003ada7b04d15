//! Agreements with operators as text, one a line: `供热:2022-03-01:理由:单位`.

use super::{
    cell::{Cell, CellError},
    tidy::{half_width, tidy},
};
use crate::{acts::AgreementEntry, policy::items::OperatorKind};
use chrono::NaiveDate;

/// How many parts an agreement has at most: kind, day, reason, operator.
const PARTS: usize = 4;

/// One a line; what is empty at the end is left out.
pub(super) fn written(agreements: &[AgreementEntry]) -> String {
    let line = |agreement: &AgreementEntry| {
        let parts = [
            agreement.operator_kind.code().to_owned(),
            agreement.signed_on.map(|day| day.to_string()).unwrap_or_default(),
            agreement.shortfall_reason.clone().unwrap_or_default(),
            agreement.operator_org.clone(),
        ];
        parts.join(":").trim_end_matches(':').to_owned()
    };
    agreements.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Reads one a line, or with 、 between them as in the workbook; a 、 inside a reason stays there.
pub(super) fn read(text: &str) -> Result<Vec<AgreementEntry>, CellError> {
    let mut pieces: Vec<String> = Vec::new();
    for line in text.split('\n') {
        let mut begins = true;
        for piece in line.split('、') {
            match pieces.last_mut() {
                Some(last) if !begins && !is_begin(piece) => *last = format!("{last}、{piece}"),
                _ => pieces.push(piece.to_owned()),
            }
            begins = false;
        }
    }
    let pieces = pieces.into_iter().map(|piece| tidy(&piece)).filter(|piece| !piece.is_empty());
    pieces.map(|piece| one(&piece).map_err(|why| CellError::Part(piece, Box::new(why)))).collect()
}

/// Whether a piece is an agreement of its own: an operator kind, alone or before a colon.
fn is_begin(piece: &str) -> bool {
    let kind = piece.split([':', '：']).next().unwrap_or_default();
    OperatorKind::read(kind).is_ok()
}

fn one(piece: &str) -> Result<AgreementEntry, CellError> {
    let mut parts = piece.splitn(PARTS, [':', '：']).map(tidy);
    let mut next = || parts.next().unwrap_or_default();
    let (kind, day, reason, org) = (next(), next(), next(), next());
    Ok(AgreementEntry {
        operator_org: org,
        operator_kind: OperatorKind::read(&kind)?,
        signed_on: Option::<NaiveDate>::read(&half_width(&day))?,
        shortfall_reason: Some(reason).filter(|reason| !reason.is_empty()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back_and_so_is_the_form_of_the_workbook() {
        let read_all = |text: &str| written(&read(text).unwrap());
        let text = "供热:2022-03-01:管网新、资金紧\n通信::尚未协商:高台通信公司";
        assert_eq!(read_all(text), text);
        assert_eq!(
            read_all("供热：2022-03-01：管网新、资金紧、燃气:2022.3.2"),
            "供热:2022-03-01:管网新、资金紧\n供气:2022-03-02"
        );
        assert_eq!(read(""), Ok(Vec::new()));
        for bad in ["供冷:2022-03-01", "供热:去年"] {
            assert!(matches!(read(bad), Err(CellError::Part(part, _)) if part == bad), "{bad}");
        }
    }
}
