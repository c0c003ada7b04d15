//! The domain for JavaScript as two folders of an npm package: target/wasm-package/web and target/wasm-package/node.

use crate::failure::{Explain, Outcome};
use crate::folders;
use crate::wasm::bindings::{self, Kind};
use crate::wasm::compile::{self, Effort, Linking};
use crate::wasm::toolchain::Toolchain;
use crate::web::digest;
use std::path::PathBuf;

const NAME: &str = "anju_wasm";

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
        let description = serde_json::json!({
            "name": "anju-wasm",
            "version": env!("CARGO_PKG_VERSION"),
            "license": "MIT OR Apache-2.0",
            "type": system,
            "main": format!("{NAME}.js"),
            "types": format!("{NAME}.d.ts"),
        });
        let text =
            serde_json::to_string_pretty(&description).explain(|| "package.json cannot be written".to_owned())?;
        folders::write(&inside.join("package.json"), text.as_bytes())?;
    }
    folders::write(&stamp, fingerprint.as_bytes())?;
    Ok(folder)
}
