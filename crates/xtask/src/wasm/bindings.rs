//! The JavaScript around a module, by wasm-bindgen as a library at the version in Cargo.lock.

use crate::failure::{Explain, Outcome};
use crate::folders;
use std::path::Path;
use wasm_bindgen_cli_support::Bindgen;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A module for browsers that must be told the address of its `.wasm`.
    Page,
    /// A module for browsers that looks for its `.wasm` beside itself.
    Web,
    /// CommonJS for Node.
    Node,
}

/// Writes `NAME.js`, `NAME_bg.wasm` and, for other people's programs, the types into an emptied `folder`.
pub(crate) fn generate(module: &Path, name: &str, kind: Kind, folder: &Path) -> Outcome<()> {
    if folder.exists() {
        std::fs::remove_dir_all(folder).explain(|| format!("the folder {} cannot be emptied", folder.display()))?;
    }
    folders::make(folder)?;
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(module)
        .out_name(name)
        .typescript(kind != Kind::Page)
        .omit_default_module_path(kind == Kind::Page);
    // The names of functions are for debuggers; without them the module is smaller.
    // The parts of a page that are fetched later need the table and the memory of the main module.
    bindgen.keep_lld_exports(kind == Kind::Page).demangle(kind != Kind::Page);
    bindgen.remove_name_section(true).remove_producers_section(true);
    let told = match kind {
        Kind::Page | Kind::Web => bindgen.web(true),
        Kind::Node => bindgen.nodejs(true),
    };
    told.and_then(|bindgen| bindgen.generate(folder))
        .map_err(|error| format!("{error:#}"))
        .explain(|| format!("wasm-bindgen cannot read {}", module.display()))
}
