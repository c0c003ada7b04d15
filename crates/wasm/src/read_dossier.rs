//! A dossier that is read once and checked often: reading takes many times as long as all rules.

use crate::{judge, thrown};
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
}

#[cfg(test)]
mod tests {
    use super::*;

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
