//! Agreements with operators as text, one a line: `供热:2022-03-01:理由:单位`.

use super::cell::CellError;
use crate::{acts::AgreementEntry, cells};

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

/// Reads one a line, or with 、 between them as in the workbook.
pub(super) fn read(text: &str) -> Result<Vec<AgreementEntry>, CellError> {
    let list = cells::agreements(text, true).map_err(|(piece, why)| CellError::Part(piece, why))?;
    Ok(list.into_iter().map(AgreementEntry::from).collect())
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
