//! Makes target/web, whose paths are the addresses on the server: `index.html`, hashed assets in `assets/`, each with
//! `.br` and `.gz` beside it, and `manifest.json`, which says what belongs to the bundle: `{file: {sha256, bytes, brotli,
//! gzip}}`, compressed sizes in bytes.

use crate::failure::{Explain, Outcome, fail};
use crate::folders;
use crate::wasm::compile::{self, Effort, Linking};
use crate::wasm::toolchain::{self, Toolchain};
use crate::web::assets::{Asset, Assets};
use crate::web::{application, compress, digest, placeholders, vendor};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::thread;

const PAGE: &str = "frontend/index.html";

pub(crate) fn folder() -> PathBuf {
    folders::target("web")
}

/// Builds the bundle, or finds that it is up to date; answers its folder.
pub(crate) fn build(toolchain: &Toolchain, effort: Effort) -> Outcome<PathBuf> {
    let root = folders::root();
    if !root.join(PAGE).is_file() {
        return fail(format!(
            "{PAGE} is missing: the page that loads the application, with {{{{start.js}}}} and {{{{style.css}}}}"
        ));
    }
    let module = compile::compile(toolchain, "anju-web", "anju-web.wasm", effort, Linking::Relocatable)?;
    // Two runs at once must not write into one folder.
    folders::make(&Toolchain::target_folder())?;
    let path = Toolchain::target_folder().join("bundle.lock");
    let lock = File::create(&path).explain(|| format!("{} cannot be made", path.display()))?;
    lock.lock().explain(|| format!("{} cannot be locked", path.display()))?;

    let page = folders::read_text(&root.join(PAGE))?;
    let mut given = BTreeMap::new();
    for file in folders::files_below(&root.join("frontend/assets"))? {
        let name = file.to_string_lossy().replace('\\', "/");
        given.insert(name, folders::read(&root.join("frontend/assets").join(&file))?);
    }
    let vendored = vendor::files(&root.join(vendor::FOLDER))?;
    let fingerprint = fingerprint(&module, &page, given.iter().chain(&vendored), effort)?;
    let stamp = Toolchain::target_folder().join("bundle.made-of");
    let manifest = folder().join("manifest.json");
    if manifest.is_file() && fs::read_to_string(&stamp).is_ok_and(|old| old == fingerprint) {
        println!("  target/web is up to date");
        return Ok(folder());
    }
    let mut assets = Assets::default();
    vendor::add(&mut assets, vendored)?;
    assets.add_all(given)?;
    application::add(&mut assets, &module)?;
    let page = placeholders::fill(&with_loading(&page)?, PAGE, |name| assets.address(name))?;
    // The stamp goes first and comes last: a bundle that was cut short is made again.
    if stamp.is_file() {
        fs::remove_file(&stamp).explain(|| format!("{} cannot be removed", stamp.display()))?;
    }
    let mut files = assets.into_files();
    files.push(Asset { file: "index.html".to_owned(), bytes: page.into_bytes() });
    write_files(&files, if effort == Effort::Release { 11 } else { 5 })?;
    folders::write(&stamp, fingerprint.as_bytes())?;
    Ok(folder())
}

fn fingerprint<'a>(
    module: &Path,
    page: &str,
    given: impl Iterator<Item = (&'a String, &'a Vec<u8>)>,
    effort: Effort,
) -> Outcome<String> {
    let module = folders::read(module)?;
    let program = digest::this_program()?;
    let effort = format!("{effort:?} {}", toolchain::TARGET);
    let mut parts: Vec<&[u8]> = vec![&module, page.as_bytes(), program.as_bytes(), effort.as_bytes()];
    for (name, bytes) in given {
        parts.extend([name.as_bytes(), bytes.as_slice()]);
    }
    Ok(digest::sha256(&parts))
}

/// The page with the lines that load the application, where it does not have them itself. The preloads let the browser
/// fetch script and module at once instead of one after the other.
fn with_loading(page: &str) -> Outcome<String> {
    let named = placeholders::names(page);
    let lines = [
        ("app.js", "<link rel=\"modulepreload\" href=\"{{app.js}}\">\n"),
        (
            "app.wasm",
            "<link rel=\"preload\" href=\"{{app.wasm}}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n",
        ),
        ("start.js", "<script type=\"module\" src=\"{{start.js}}\"></script>\n"),
    ];
    let missing: String = lines.iter().filter(|(name, _)| !named.contains(name)).map(|(_, line)| *line).collect();
    match page.split_once("</head>") {
        Some((head, body)) => Ok(format!("{head}{missing}</head>{body}")),
        None if missing.is_empty() => Ok(page.to_owned()),
        None => fail(format!("{PAGE} has no </head>, so the lines that load the application have no place")),
    }
}

fn write_files(files: &[Asset], quality: i32) -> Outcome<()> {
    let folder = folder();
    folders::make(&folder)?;
    let made: Vec<Outcome<(Vec<u8>, Vec<u8>)>> = thread::scope(|scope| {
        let running: Vec<_> = files
            .iter()
            .map(|file| scope.spawn(|| Ok((compress::brotli(&file.bytes, quality)?, compress::gzip(&file.bytes)?))))
            .collect();
        running.into_iter().map(|one| one.join().unwrap_or_else(|_| fail("compressing an asset failed"))).collect()
    });
    let mut manifest = Map::new();
    let mut kept = vec!["manifest.json".to_owned()];
    for (file, compressed) in files.iter().zip(made) {
        let (brotli, gzip) = compressed?;
        let entry: Value = json!({
            "sha256": digest::sha256(&[&file.bytes]),
            "bytes": file.bytes.len(),
            "brotli": brotli.len(),
            "gzip": gzip.len(),
        });
        manifest.insert(file.file.clone(), entry);
        for (name, bytes) in [
            (file.file.clone(), &file.bytes),
            (format!("{}.br", file.file), &brotli),
            (format!("{}.gz", file.file), &gzip),
        ] {
            folders::write_if_changed(&folder.join(&name), bytes)?;
            kept.push(name);
        }
    }
    for old in folders::files_below(&folder)? {
        if !kept.iter().any(|name| Path::new(name) == old) {
            let path = folder.join(&old);
            fs::remove_file(&path).explain(|| format!("the old {} cannot be removed", path.display()))?;
        }
    }
    let text = serde_json::to_string_pretty(&manifest).explain(|| "manifest.json cannot be written".to_owned())?;
    folders::write_if_changed(&folder.join("manifest.json"), text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_gets_only_the_lines_that_it_lacks() {
        let page = with_loading("<head><script type=module src={{start.js}}></script></head><body>").unwrap();
        assert_eq!(page.matches("{{start.js}}").count(), 1);
        assert_eq!(page.matches("{{app.js}}").count(), 1);
        assert_eq!(page.matches("{{app.wasm}}").count(), 1);
        assert!(page.ends_with("</head><body>"));
        assert_eq!(with_loading(&page).unwrap(), page);
        assert!(with_loading("<p>").is_err());
    }
}
