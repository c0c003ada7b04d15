//! A dossier that is read once and checked often: reading takes many times as long as all rules.

use crate::{judge, shown, thrown};
use anju_domain::{json, model};
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// A dossier that was read.
#[derive(Debug)]
#[wasm_bindgen(js_name = Dossier)]
pub struct ReadDossier(model::Dossier);

#[wasm_bindgen(js_class = Dossier)]
impl ReadDossier {
    /// Reads a dossier (JSON, as `anju export dossier` writes it).
    ///
    /// # Errors
    /// When it can't be read.
    #[wasm_bindgen(constructor)]
    pub fn new(#[wasm_bindgen(unchecked_param_type = "Json<object>")] dossier: &str) -> Result<Self, JsError> {
        json::read_object(dossier).map(Self).map_err(thrown)
    }

    /// The findings at a gate on a day, as `check` gives them.
    ///
    /// # Errors
    /// When the gate or the day can't be read.
    #[wasm_bindgen(unchecked_return_type = "Json<Finding[]>")]
    pub fn check(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Gate")] gate: &str,
        today: &str,
    ) -> Result<String, JsError> {
        judge(Ok(&self.0), gate, today).map_err(thrown)
    }

    /// What a form shows on a day: the findings of saving and those of the gate that the community meets next.
    ///
    /// # Errors
    /// When the day can't be read.
    #[wasm_bindgen(js_name = formFindings, unchecked_return_type = "Json<ShownFinding[]>")]
    pub fn form_findings(&self, today: &str) -> Result<String, JsError> {
        shown(&self.0, today).map_err(thrown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_shows_what_stops_the_next_gate() {
        let read = ReadDossier::new(r#"{"project_community": {"plan_year": 2026}}"#).ok().unwrap();
        let shown = read.form_findings("2022-10-08").ok().unwrap();
        let first =
            r#"[{"finding":{"rule":"R-02","severity":"E","path":"plan_year","params":{"year":2026}},"when":"G1"},"#;
        assert!(shown.starts_with(first), "{shown}");
        assert!(crate::shown(&read.0, "8 October").is_err_and(|fault| fault.path == "today"));
    }

    #[test]
    fn it_says_what_check_says() {
        let dossier = r#"{"project_community": {"plan_year": 2026}}"#;
        let read = ReadDossier::new(dossier).ok().unwrap();
        let once = crate::check(dossier, "G1", "2022-10-08").ok().unwrap();
        for _ in 0..2 {
            assert_eq!(read.check("G1", "2022-10-08").ok().unwrap(), once);
        }
    }
}
