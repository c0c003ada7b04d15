//! The office's cases, and files that are none.

use super::*;

const OFFICE_CASES: &str = include_str!("../../../tests/policy/cases.json");

#[test]
fn every_case_passes_whose_function_is_here() {
    let report = run_cases(OFFICE_CASES).unwrap();
    let (last, failures) = report.lines.split_last().unwrap();
    for line in failures {
        assert!(line.contains("unknown fn "), "{line}");
    }
    assert_eq!(failures.len(), report.failed);
    assert_eq!(last, &format!("{} passed, {} failed", report.passed, report.failed));
}

/// One case of `r10` with this input and answer.
fn one(input: &str, expect: &str) -> String {
    format!(r#"[{{"id": "x", "rule": "R-10", "fn": "r10", "title_zh": "", "input": {input}, "expect": {expect}}}]"#)
}

#[test]
fn a_failing_case_says_what_differs() {
    let expect = r#"{"variants": [{"by_gate": {"G0": []}}, {"by_gate": {"G1": []}}]}"#;
    let input = r#"{"variants": [{"lines": [], "gates": ["G0"]}, {"lines": [], "gates": ["G0"]}]}"#;
    let report = run_cases(&one(input, expect)).unwrap();
    assert_eq!(
        report.lines,
        [r#"x  expected: {"1":{"by_gate":{"G1":[]}}}  got: {"1":{"by_gate":{"G0":[]}}}"#, "0 passed, 1 failed"]
    );
    assert!(!report.all_passed());
}

#[test]
fn a_case_that_cannot_be_run_has_failed() {
    for (input, why) in [
        (r#"{"gates": ["G9"]}"#, "input/gates/0: unknown variant"),
        (r#"{"gates": ["G0"], "lines": [{"id": "a", "amount": "x"}]}"#, "input/lines/0/amount: invalid type"),
        (r#"{"gates": ["G0"], "lines": [{"amount": 9223372036854775808}]}"#, "input/lines/0/amount: "),
        (r#"{"variants": [{}]}"#, "variants: "),
        (r#"{"variants": 3}"#, "variants: "),
        (r#"{"variants": [3, 4]}"#, "variants: "),
    ] {
        let report = run_cases(&one(input, r#"{"by_gate": {"G0": []}}"#)).unwrap();
        assert_eq!((report.passed, report.failed), (0, 1));
        assert!(report.lines[0].contains(why), "{}", report.lines[0]);
    }
}

#[test]
fn what_a_function_does_not_name_is_ignored_and_null_is_absent() {
    let input = r#"{"gates": ["G0"], "lines": null, "commitments": 3, "plan_year": {}}"#;
    assert!(run_cases(&one(input, r#"{"by_gate": {"G0": []}}"#)).unwrap().all_passed());
}

#[test]
fn a_file_of_another_form_is_an_error() {
    for text in ["", "{}", "[3]", "[{}]", r#"[{"id": "x", "fn": "r10", "input": [], "expect": {}}]"#, "\u{0}", "[[[["] {
        assert!(matches!(run_cases(text), Err(CasesError::Unreadable(_))), "{text}");
    }
    let twice = one("{}", "{}").replace("}]", "}, ") + &one("{}", "{}")[1..];
    assert_eq!(run_cases(&twice), Err(CasesError::RepeatedId("x".to_owned())));
    assert_eq!(run_cases("[]").unwrap().lines, ["0 passed, 0 failed"]);
}
