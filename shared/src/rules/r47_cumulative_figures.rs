//! # R-47 累计数 · Cumulative figures
//!
//! Clause 5.4c: progress is reported every month. What is cumulative does not fall, and the money adds up. A figure that an
//! audit or a check of the statistics has cut may fall, with its document; range and sum hold even then.

use super::{Check, Message, Rule, heading};
use crate::{
    exact::{Money, Progress},
    finding::{Finding, Severity},
    language::Text,
    policy::office::CorrectionReason,
};

/// The rule.
pub static RULE: Rule = Rule {
    heading: heading(47),
    how: &[
        Text::new(
            "与此前最近一期审核通过的月报比较；存量项目与补录数比较，均没有的从零起。",
            "Compared with the last accepted earlier report; for works taken over with the opening balance; else with zero.",
        ),
        Text::new(
            "形象进度在0到100之间，形象进度、累计投资和各项工程量不得减少。",
            "Progress is from 0 to 100; progress, investment and each quantity do not go down.",
        ),
        Text::new(
            "累计投资等于上期累计加本月完成。",
            "Cumulative investment is that of the report before plus the month's own.",
        ),
        Text::new(
            "经审计核减、统计核实或更正笔误并附依据的，减少只作提醒。",
            "With a correction, its reason and its document, going down is a warning only.",
        ),
    ],
    messages: &[
        Message::on("decrease", "累计{field}小于上月", "Cumulative {field} went down"),
        Message::on(
            "corrected",
            "累计{field}按更正减少，须附依据",
            "Cumulative {field} corrected downwards, with document",
        ),
        Message::on("range", "形象进度应在0到100之间", "Progress must be 0 to 100"),
        Message::on("sum", "累计投资应等于上月累计加本月", "Cumulative must equal last month plus this month"),
        Message::any("累计数与上月不衔接", "The cumulative figures don't follow from last month's"),
    ],
    remedy: Text::new(
        "请项目建设单位核对后重新填报；确需减少的，由领导小组办公室登记更正并附依据文件。",
        "The project owner checks the figures and enters them again; where they must go down, the office enters a correction with its document.",
    ),
    fields: &["field", "why"],
    check: Check::Own,
};

/// Cumulative figures of a month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cumulative {
    /// 形象进度
    pub cum_progress: Progress,
    /// 累计完成投资
    pub cum_invest: Money,
}

/// The cumulative quantity of a line, in the smallest unit that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineQuantity {
    /// As last accepted.
    pub previous: i64,
    /// As reported now.
    pub current: i64,
}

/// Why figures may fall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Correction<'a> {
    /// 审计核减, 统计核实 or 笔误.
    pub reason: CorrectionReason,
    /// The document; blanks don't count.
    pub doc: &'a str,
}

/// A report with what came before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReportFigures<'a> {
    /// Of the last accepted earlier report, of the opening balance, or zero.
    pub previous: Cumulative,
    /// As reported now.
    pub current: Cumulative,
    /// 本月完成投资, negative in a correction.
    pub month_invest: Money,
    /// By line, in the order of the report.
    pub quantities: &'a [LineQuantity],
    /// The correction that belongs to the report.
    pub correction: Option<Correction<'a>>,
}

/// What the figures of a report break, in the order of its fields.
pub fn check(report: &ReportFigures<'_>) -> Vec<Finding> {
    let (previous, current) = (report.previous, report.current);
    let is_corrected = report.correction.is_some_and(|correction| !correction.doc.trim().is_empty());
    let stop =
        |field: &str, path: &str, why| Finding::new(RULE.id(), Severity::E, path).with("field", field).with("why", why);
    let fallen = |field: &str, path: &str| match is_corrected {
        true => Finding::new(RULE.id(), Severity::W, path).with("field", field).with("why", "corrected"),
        false => stop(field, path, "decrease"),
    };
    let mut found = Vec::new();
    if !(Progress::default()..=Progress::COMPLETE).contains(&current.cum_progress) {
        found.push(stop("cum_progress", "cum_progress", "range"));
    } else if current.cum_progress < previous.cum_progress {
        found.push(fallen("cum_progress", "cum_progress"));
    }
    if current.cum_invest < previous.cum_invest {
        found.push(fallen("cum_invest", "cum_invest"));
    }
    for (index, quantity) in report.quantities.iter().enumerate() {
        if quantity.current < quantity.previous {
            found.push(fallen("quantities", &format!("quantities/{index}")));
        }
    }
    let sum = i128::from(previous.cum_invest.fen()) + i128::from(report.month_invest.fen());
    if i128::from(current.cum_invest.fen()) != sum {
        found.push(stop("cum_invest", "cum_invest", "sum"));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{language::Language, rules};

    const fn figures(tenths: i64, fen: i64) -> Cumulative {
        Cumulative { cum_progress: Progress::from_tenths(tenths), cum_invest: Money::from_fen(fen) }
    }

    fn said(report: ReportFigures<'_>) -> Vec<String> {
        check(&report)
            .iter()
            .map(|finding| {
                let param = |name| finding.params.text(name).unwrap_or_default();
                format!("{:?} {} {}", finding.severity, param("field"), param("why"))
            })
            .collect()
    }

    #[test]
    fn figures_stay_or_rise_and_add_up() {
        let report = |tenths, fen, month| ReportFigures {
            previous: figures(450, 800),
            current: figures(tenths, fen),
            month_invest: Money::from_fen(month),
            ..ReportFigures::default()
        };
        assert!(said(report(450, 800, 0)).is_empty() && said(report(1000, 900, 100)).is_empty());
        assert!(said(report(451, 801, 1)).is_empty());
        assert_eq!(said(report(449, 800, 0)), ["E cum_progress decrease"]);
        assert_eq!(said(report(450, 799, -1)), ["E cum_invest decrease"]);
        assert_eq!(said(report(450, 801, 2)), ["E cum_invest sum"]);
        let first = |tenths| ReportFigures { current: figures(tenths, 0), ..ReportFigures::default() };
        assert!(said(first(0)).is_empty());
        assert_eq!(said(first(-1)), ["E cum_progress range"]);
        assert_eq!(said(report(1001, 800, 0)), ["E cum_progress range"]);
        assert_eq!(said(report(-1, 799, 0)), ["E cum_progress range", "E cum_invest decrease", "E cum_invest sum"]);
        assert_eq!(said(report(450, 801, 0)), ["E cum_invest sum"]);
        assert_eq!(said(report(450, i64::MAX, i64::MAX)), ["E cum_invest sum"], "no sum overflows");
    }

    #[test]
    fn a_correction_with_its_document_lets_figures_fall() {
        let quantities = [LineQuantity { previous: 5, current: 5 }, LineQuantity { previous: 5, current: 4 }];
        let report = |doc| ReportFigures {
            previous: figures(500, 800),
            current: figures(480, 750),
            month_invest: Money::from_fen(-50),
            quantities: &quantities,
            correction: Some(Correction { reason: CorrectionReason::Audit, doc }),
        };
        assert_eq!(
            said(report("审〔2024〕3号")),
            ["W cum_progress corrected", "W cum_invest corrected", "W quantities corrected"]
        );
        let found = check(&report(" "));
        assert!(found.iter().all(|finding| finding.severity == Severity::E));
        assert_eq!(found[2].path, "quantities/1");
        assert_eq!(rules::message(&found[2], Language::Zh), "累计工程量小于上月");
    }
}
