//! A value for each place of a message.

use crate::finding::Param;

/// A value for each place of a text; with `many`, the one that makes a plural.
pub(super) fn sample_of(rule: &str, name: &str, many: bool) -> Param {
    let list = |all: &[&str]| {
        Param::List(all[..if many { all.len() } else { 1 }].iter().map(|text| (*text).to_owned()).collect())
    };
    let text = |text: &str| Param::Text(text.to_owned());
    match name {
        "a" | "b" | "over" | "gap" | "basic_gap" | "approved" | "classes" | "lines" | "total" | "short" => {
            Param::Integer(if many { 123_456_789_012 } else { 1 })
        }
        "stated" | "sum" | "communities" | "days" | "limit" => Param::Integer(if many { 12_345 } else { 1 }),
        "committed" | "received" | "paid" => Param::Integer(if many { 12_345_000_000 } else { 1_000_000 }),
        "year" => Param::Integer(2023),
        "building" | "object" => text("3#"),
        "buildings" => list(&["1#", "2#"]),
        "line" => text("L7"),
        "date" | "cutoff" => text("2003-05-06"),
        "item" if rule == "R-38" => text("S07"),
        "item" => text("B07"),
        "funding" => text("F08"),
        "field" if rule == "R-07" => text("division_code"),
        "field" if rule == "R-47" => text("cum_invest"),
        "field" => text("scope_area"),
        "fields" => list(&["category", "unit", "quantity"]),
        "class" => text("infra"),
        "category" => text("完善类"),
        "unit" => text("部"),
        "unknown" => text("B99"),
        "township" => text("城关镇"),
        "code" => text("620724"),
        "sub_kind" => text("体育"),
        "shown" | "min" | "max" => text("1234.56"),
        "p" => text("66.35%"),
        "q" => text("75.00%"),
        "from" => text("储备"),
        "to" => text("在建"),
        "period" => text("2022-05"),
        "heritage" => text("历史建筑"),
        "units" => list(&["县自然资源局", "县财政局"]),
        "kinds" => list(&["供热", "通信"]),
        "lacking" => list(&["owners_participation=1", "area_agreement=83000"]),
        "missing" if rule == "R-40" => list(&["issued_plan", "S03"]),
        "missing" if rule == "R-54" => list(&["mode", "fee"]),
        "missing" => list(&["consent", "S05"]),
        "why" => match rule {
            "R-24" => list(&["borrower", "gov_guarantee"]),
            "R-25" => list(&["paid>received", "purpose"]),
            "R-32" => list(&["owners_participation", "area_agreement"]),
            _ => list(&["consent", "post"]),
        },
        other => panic!("{rule}: say what {other} may be"),
    }
}
