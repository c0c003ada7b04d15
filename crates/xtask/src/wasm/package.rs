//! The domain for JavaScript as an npm package: target/wasm-package, with a module for browsers in web and one for Node in
//! node. Whoever imports `anju-wasm` gets the right one; either folder also serves alone.

use crate::failure::{Explain, Outcome};
use crate::folders;
use crate::wasm::bindings::{self, Kind};
use crate::wasm::compile::{self, Effort, Linking};
use crate::wasm::toolchain::Toolchain;
use crate::web::digest;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

const NAME: &str = "anju_wasm";

const GUIDE: &str = include_str!("package.md");

/// Builds the package; answers its folder.
pub(crate) fn build(toolchain: &Toolchain) -> Outcome<PathBuf> {
    let folder = folders::target("wasm-package");
    let module = compile::compile(toolchain, "anju-wasm", "anju_wasm.wasm", Effort::Release, Linking::Finished)?;
    let fingerprint = digest::sha256(&[&folders::read(&module)?, digest::this_program()?.as_bytes()]);
    let stamp = folder.join("made-of");
    if std::fs::read_to_string(&stamp).is_ok_and(|old| old == fingerprint) {
        println!("  target/wasm-package is up to date");
        return Ok(folder);
    }
    for (kind, inside, system) in [(Kind::Web, "web", "module"), (Kind::Node, "node", "commonjs")] {
        let inside = folder.join(inside);
        bindings::generate(&module, NAME, kind, &inside)?;
        let main = json!({ "main": format!("{NAME}.js"), "types": format!("{NAME}.d.ts"), "type": system });
        describe(&inside, main)?;
    }
    let module = |folder: &str| json!({ "types": format!("./{folder}/{NAME}.d.ts"), "default": format!("./{folder}/{NAME}.js") });
    describe(
        &folder,
        json!({
            "description": "The rules of renovating old urban communities: check, approvalPlan, indicators, runCases",
            "main": format!("node/{NAME}.js"),
            "types": format!("node/{NAME}.d.ts"),
            "exports": { ".": { "node": module("node"), "default": module("web") }, "./web/*": "./web/*" },
            "files": ["web", "node", "README.md"],
        }),
    )?;
    folders::write(&folder.join("README.md"), GUIDE.as_bytes())?;
    folders::write(&stamp, fingerprint.as_bytes())?;
    Ok(folder)
}

/// Writes `package.json`: what all share, and what is told.
fn describe(folder: &Path, told: Value) -> Outcome<()> {
    let mut description = json!({
        "name": "anju-wasm",
        "version": env!("CARGO_PKG_VERSION"),
        "license": "MIT OR Apache-2.0",
    });
    if let (Value::Object(all), Value::Object(told)) = (&mut description, told) {
        all.extend(told);
    }
    let text = serde_json::to_string_pretty(&description).explain(|| "package.json cannot be written".to_owned())?;
    folders::write(&folder.join("package.json"), text.as_bytes())
}
