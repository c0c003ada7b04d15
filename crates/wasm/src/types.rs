//! The types of what the functions take and give, for TypeScript; they come with the bindings.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const SECTION: &str = include_str!("types.d.ts");

#[cfg(test)]
mod tests {
    use anju_domain::{
        finding::{Finding, Severity},
        indicators::{self, Filter, INDICATORS, ProgrammeFacts},
        json,
        language::Language,
        policy::{
            approval_plan::{Flags, approval_plan},
            stages::Requirement,
        },
        rules,
    };

    const TYPES: &str = include_str!("types.d.ts");

    /// The names of the fields between the braces of an interface.
    fn fields(interface: &str) -> Vec<&'static str> {
        let (_, after) = TYPES.split_once(&format!("export interface {interface} {{\n")).unwrap();
        let (body, _) = after.split_once("\n}").unwrap();
        let name = |line: &'static str| line.trim().split_once(':').map(|(name, _)| name.trim_end_matches('?'));
        body.lines().filter(|line| !line.trim().starts_with("/**")).filter_map(name).collect()
    }

    /// The names of the fields of a value as it is written in JSON.
    fn written(value: &impl serde::Serialize) -> Vec<String> {
        let value = serde_json::to_value(value).unwrap();
        value.as_object().unwrap().keys().cloned().collect()
    }

    #[track_caller]
    fn same(interface: &str, mut written: Vec<String>) {
        let mut fields = fields(interface);
        fields.sort_unstable();
        written.sort();
        assert_eq!(fields, written, "{interface}");
    }

    #[test]
    fn the_types_have_the_fields_that_are_written() {
        same("Finding", written(&Finding::new("R-01", Severity::E, "")));
        let shown = rules::Shown { finding: Finding::new("R-01", Severity::E, ""), when: None };
        same("ShownFinding", written(&shown));
        same("Explained", written(&rules::explained(&[shown.finding], Language::En)[0]));
        same("PlannedStep", written(&approval_plan(Flags::default())[0]));
        let facts = r#"{"programme": {}, "as_of": "2022-10-08", "revision": 1, "plans": [], "communities": []}"#;
        let facts: ProgrammeFacts = json::read(facts).unwrap();
        let chart = indicators::compute(INDICATORS[0].id, &facts, &Filter::default(), Language::En).unwrap();
        same("Chart", written(&chart));
        for requirement in Requirement::ALL {
            assert!(TYPES.contains(&format!("\"{requirement}\"")));
        }
    }

    /// A field of another type than any flag is refused under each name, so the name is read.
    #[test]
    fn each_flag_and_each_part_of_a_filter_is_read() {
        for field in fields("ApprovalFlags") {
            let read: Result<Flags, _> = json::read(&format!(r#"{{"{field}": []}}"#));
            assert!(read.is_err(), "{field}");
        }
        for field in fields("ChartFilter") {
            let read: Result<Filter, _> = json::read(&format!(r#"{{"{field}": []}}"#));
            assert_eq!(read.unwrap_err().path, field);
        }
    }
}
