//! A county's own programme, as an office sends it.

use serde_json::{Value, json};

/// The address of the programme.
pub const PATH: &str = "/api/v1/programme";

/// A programme that may begin, with an identity of its own.
pub fn entry(id: u128) -> Value {
    json!({
        "id": uuid::Uuid::from_u128(id),
        "division_code": "620722",
        "terms": {
            "name": "民乐县城镇老旧小区改造规划",
            "name_en": "Minle county: renovation of old urban communities",
            "basis": "民政办发〔2026〕12号",
            "year_from": 2026,
            "year_to": 2099,
            "targets": { "communities": 12, "area": 12_345_600, "households": 900 },
            "windows": [{ "plan_year": 2026, "cutoff": "2003-12-31" }],
            "township": "洪水镇",
        },
        "bodies": [{ "code": "01", "names": [{ "zh": "民乐县住建局", "en": "Minle Housing Bureau" }], "ranked": true }],
    })
}
