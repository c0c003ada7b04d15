//! Cuts a module where its source says that something is needed later (`#[wasm_split]`): into a main module, the parts
//! that are fetched on demand, and the JavaScript that fetches them.

use crate::failure::{Explain, Outcome};
use crate::folders;
use std::path::{Path, PathBuf};
use wasm_split_cli_support::{Options, transform};

/// The address under which the main module imports the script that fetches.
pub(crate) const LINK: &str = "./later.js";

/// What a module was cut into.
#[derive(Debug)]
pub(crate) struct Parts {
    /// Not yet ready for a browser: wasm-bindgen comes next.
    pub(crate) main: PathBuf,
    /// The parts that are fetched on demand; their file names stand in the script.
    pub(crate) later: Vec<PathBuf>,
    /// The script that fetches them; it imports `initSync` from the script of the main module.
    pub(crate) script: PathBuf,
}

/// Cuts `module`, which was linked with its relocations, into an emptied `folder`.
pub(crate) fn split(module: &Path, name: &str, folder: &Path) -> Outcome<Parts> {
    if folder.exists() {
        std::fs::remove_dir_all(folder).explain(|| format!("the folder {} cannot be emptied", folder.display()))?;
    }
    folders::make(folder)?;
    let bytes = folders::read(module)?;
    let main = folder.join(format!("{name}.wasm"));
    let script = format!("./{name}.js");
    let mut options = Options::new(&bytes);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.link_name = LINK;
    options.main_module = &script;
    let mut later = transform(options)
        .map_err(|error| format!("{error:#}"))
        .explain(|| format!("{} cannot be cut into parts", module.display()))?
        .split_modules;
    later.sort();
    Ok(Parts { main, later, script: folder.join(LINK) })
}
