//! Planned progress as text, a month a line: `2022-05:10.0`. Two columns pasted from a spreadsheet are read as well.

use super::cell::CellError;
use crate::{
    acts::PlannedMonth,
    cells::{self, Reason, Value, Why, half_width, tidy},
    exact::Progress,
};

/// A month a line.
pub(super) fn written(months: &[PlannedMonth]) -> String {
    let line = |month: &PlannedMonth| format!("{}:{}", month.period, month.cum_progress.shown());
    months.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Reads a month a line.
pub(super) fn read(text: &str) -> Result<Vec<PlannedMonth>, CellError> {
    let lines = text.split(['\n', '、', ';', '；']).map(|line| half_width(&tidy(line))).filter(|line| !line.is_empty());
    lines.map(|line| one(&line).map_err(|why| CellError::Part(line, why))).collect()
}

fn one(line: &str) -> Result<PlannedMonth, Why> {
    let (month, progress) = line.split_once([':', '\t', ' ', '=']).ok_or(Reason::NotAMonth)?;
    let progress = progress.trim().trim_end_matches('%');
    Ok(PlannedMonth { period: cells::month(Value::Text(month))?, cum_progress: Progress::parse(progress)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back_and_so_is_a_pasted_block() {
        let months = read("2022-05:10.0\n2022年6月\t25%\n2022.7 １００").unwrap();
        assert_eq!(written(&months), "2022-05:10.0\n2022-06:25.0\n2022-07:100.0");
        assert_eq!(read(&written(&months)).unwrap(), months);
        assert_eq!(read(" \n "), Ok(Vec::new()));
        for bad in ["2022-13:10", "2022-05", "22-05:10", "2022-05:ten"] {
            assert!(matches!(read(bad), Err(CellError::Part(part, _)) if part == bad), "{bad}");
        }
    }
}
