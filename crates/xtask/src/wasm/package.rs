//! The domain for JavaScript as an npm package: target/wasm-package, with a module for browsers in web and one for Node in
//! node. Whoever imports `anju-wasm` gets the right one; either folder also serves alone.

use crate::failure::{Explain, Outcome};
use crate::folders;
use crate::wasm::bindings::{self, Kind};
use crate::wasm::compile::{self, Effort, Linking};
use crate::wasm::toolchain::Toolchain;
use crate::web::digest;
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
        let main = format!(r#""main": "{NAME}.js", "types": "{NAME}.d.ts", "type": "{system}""#);
        describe(&inside, &main)?;
    }
    // The first condition that holds is taken: what is more special comes first, which is why this is no sorted map.
    let module =
        |folder: &str| format!(r#"{{ "types": "./{folder}/{NAME}.d.ts", "default": "./{folder}/{NAME}.js" }}"#);
    let (node, web) = (module("node"), module("web"));
    let told = format!(
        r#""description": "The rules of renovating old urban communities: check, explain, approvalPlan, indicators, runCases",
  "main": "node/{NAME}.js",
  "types": "node/{NAME}.d.ts",
  "exports": {{
    ".": {{ "node": {node}, "default": {web} }},
    "./web/*": "./web/*"
  }},
  "files": ["web", "node", "README.md"]"#
    );
    describe(&folder, &told)?;
    folders::write(&folder.join("README.md"), GUIDE.as_bytes())?;
    folders::write(&stamp, fingerprint.as_bytes())?;
    Ok(folder)
}

/// Writes `package.json`: what all share, and the fields that are told, in their order.
fn describe(folder: &Path, told: &str) -> Outcome<()> {
    let version = env!("CARGO_PKG_VERSION");
    let text = format!(
        "{{\n  \"name\": \"anju-wasm\",\n  \"version\": \"{version}\",\n  \"license\": \"MIT OR Apache-2.0\",\n  {told}\n}}\n"
    );
    serde_json::from_str::<serde_json::Value>(&text).explain(|| "package.json is no JSON".to_owned())?;
    folders::write(&folder.join("package.json"), text.as_bytes())
}
