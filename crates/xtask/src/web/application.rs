//! The application among the assets: `app.wasm`, `app.js`, the parts that are fetched later, and `start.js`, which starts
//! the one with the other: the page itself has no inline script.

use crate::failure::{Outcome, fail};
use crate::folders;
use crate::wasm::bindings::{self, Kind};
use crate::wasm::split::{self, LINK};
use crate::wasm::toolchain::Toolchain;
use crate::web::assets::Assets;
use std::path::Path;

/// The script that shows PDF files; the application fetches it when one is opened, as `anjuLater.pdfReader()`.
const PDF_READER: &str = "pdf_reader.js";

/// The script that makes pictures of drawings, fetched as `anjuLater.pictures()`.
const PICTURES: &str = "pictures.js";

/// Cuts the compiled module into parts, makes the JavaScript around them and adds all of it.
pub(crate) fn add(assets: &mut Assets, module: &Path) -> Outcome<()> {
    let made = Toolchain::target_folder().join("bindings/anju-web");
    let parts = split::split(module, "app", &Toolchain::target_folder().join("parts/anju-web"))?;
    bindings::generate(&parts.main, "app", Kind::Page, &made)?;
    assets.add("app.wasm", folders::read(&made.join("app_bg.wasm"))?)?;
    let mut later = folders::read_text(&parts.script)?;
    for part in &parts.later {
        let Some(name) = part.file_name().map(|name| name.to_string_lossy().into_owned()) else { continue };
        let hashed = assets.add(&name, folders::read(part)?)?;
        later = later.replace(&format!("\"./{name}\""), &format!("\"./{hashed}\""));
    }
    let mut script = joined(&folders::read_text(&made.join("app.js"))?, &later)?;
    // JavaScript that crates bring along; the application imports it by a path relative to itself.
    let snippets = made.join("snippets");
    for file in folders::files_below(&snippets)? {
        let name = format!("snippets/{}", file.to_string_lossy().replace('\\', "/"));
        let hashed = assets.add(&name, folders::read(&snippets.join(&file))?)?;
        script = script.replace(&format!("./{name}"), &format!("./{hashed}"));
    }
    let script = assets.add("app.js", script.into_bytes())?;
    let module = assets.require("app.wasm")?;
    // By its address, so that nothing of it is fetched before it is asked for.
    let reader = assets.file(PDF_READER)?;
    let pictures = assets.file(PICTURES)?;
    let start = format!(
        "import init from \"./{script}\";\n\
         const later = (name) => () => import(new URL(name, import.meta.url));\n\
         globalThis.anjuLater = {{ pdfReader: later(\"./{reader}\"), pictures: later(\"./{pictures}\") }};\n\
         init({{ module_or_path: \"{module}\" }});\n"
    );
    assets.add("start.js", start.into_bytes())?;
    Ok(())
}

/// The script of the main module and the one that fetches the parts, as one file: they import each other, and a file whose
/// name holds its hash cannot name one that names it.
fn joined(script: &str, later: &str) -> Outcome<String> {
    let (mut main, mut imports) = (Vec::new(), Vec::new());
    for line in script.lines() {
        match line.strip_prefix("import * as ").and_then(|rest| rest.split_once(" from ")) {
            Some((name, from)) if from.contains(LINK) => imports.push(name),
            _ => main.push(line),
        }
    }
    let own_import = |line: &&str| line.starts_with("import { initSync } from ");
    if imports.is_empty() || later.lines().filter(own_import).count() != 1 {
        return fail("the scripts of the application and of its later parts do not name each other as expected");
    }
    let loaders: Vec<&str> =
        later.lines().filter_map(|line| line.strip_prefix("export const ")?.split(' ').next()).collect();
    let body: Vec<&str> = later
        .lines()
        .filter(|line| !own_import(line))
        .map(|line| line.strip_prefix("export ").unwrap_or(line))
        .collect();
    let (main, body, loaders) = (main.join("\n"), body.join("\n"), loaders.join(", "));
    let aliases: String = imports.iter().map(|name| format!("const {name} = later;\n")).collect();
    Ok(format!("{main}\nconst later = (() => {{\n{body}\nreturn {{ {loaders} }};\n}})();\n{aliases}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_scripts_become_one_that_imports_nothing() {
        let script = "import * as import1 from \"./later.js\"\nfunction initSync() {}\nexport { initSync };";
        let later = "import { initSync } from \"./app.js\";\nexport const load_rules = () => initSync();";
        let one = joined(script, later).unwrap();
        assert!(!one.contains("import {") && !one.contains("import *"), "{one}");
        assert!(one.contains("\nconst load_rules = ") && one.contains("return { load_rules };"), "{one}");
        assert!(one.ends_with("const import1 = later;\n"), "{one}");
        assert!(joined("", later).is_err() && joined(script, "").is_err());
    }
}
