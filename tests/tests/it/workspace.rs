//! Invariants 1 and 2 of ARCHITECTURE.md: data flows one way, and the domain stays pure.

use serde_json::Value;
use std::{collections::BTreeMap, process::Command};

/// Package, workspace packages that it may depend on, packages that it must never name itself.
const EDGES: &[(&str, &[&str], &[&str])] = &[
    (
        "anju-domain",
        &[],
        &[
            "tokio",
            "sea-orm",
            "axum",
            "leptos",
            "plotters",
            "reqwest",
            "rand",
            "getrandom",
            "sqlx",
            "web-sys",
            "js-sys",
        ],
    ),
    ("anju-charts", &["anju-domain"], &["sea-orm", "axum", "tokio", "web-sys", "js-sys", "gloo-net"]),
    ("anju-wasm", &["anju-domain"], &["sea-orm", "axum", "tokio", "leptos", "plotters"]),
    ("anju-storage", &["anju-domain"], &["axum", "http", "hyper", "leptos"]),
    ("anju-server", &["anju-domain", "anju-charts", "anju-storage"], &["leptos", "sea-orm"]),
    ("anju-web", &["anju-domain", "anju-charts"], &["sea-orm", "axum", "tokio"]),
    ("xtask", &[], &["sea-orm", "axum", "leptos"]),
];

fn metadata() -> Value {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn data_flows_one_way() {
    let metadata = metadata();
    let packages: BTreeMap<&str, Vec<&str>> = metadata["packages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|package| {
            let normal = package["dependencies"]
                .as_array()
                .unwrap()
                .iter()
                .filter(|dependency| dependency["kind"].is_null())
                .filter_map(|dependency| dependency["name"].as_str())
                .collect();
            (package["name"].as_str().unwrap(), normal)
        })
        .collect();
    let ours: Vec<&str> = packages.keys().copied().collect();
    for (name, may, never) in EDGES {
        let dependencies = packages.get(name).unwrap_or_else(|| panic!("{name} is missing from the workspace"));
        for dependency in dependencies {
            assert!(
                !ours.contains(dependency) || may.contains(dependency),
                "{name} depends on {dependency}, which lies to its right"
            );
            assert!(!never.contains(dependency), "{name} names {dependency} itself, which it must never see");
        }
    }
    let known: Vec<&str> = EDGES.iter().map(|(name, ..)| *name).chain(["anju-tests"]).collect();
    for name in ours {
        assert!(known.contains(&name), "{name} has no row in the table of edges: add it here and in ARCHITECTURE.md");
    }
}

#[test]
fn every_crate_takes_the_workspace_lints() {
    for package in metadata()["packages"].as_array().unwrap() {
        let manifest = std::fs::read_to_string(package["manifest_path"].as_str().unwrap()).unwrap();
        assert!(manifest.contains("[lints]\nworkspace = true"), "{} has lints of its own", package["name"]);
    }
}
