//! Files of somebody else, kept as they were published: each must have the hash that stands in their `SHA256SUMS`. They
//! become assets like any other, but nothing in them is filled in, and a small script tells where each of them is.

use crate::failure::{Outcome, fail};
use crate::folders;
use crate::web::assets::Assets;
use crate::web::digest;
use std::collections::BTreeMap;
use std::path::Path;

/// pdf.js, which shows PDF files; it is loaded when one is opened, never before.
pub(crate) const FOLDER: &str = "frontend/vendor/pdfjs";
/// What its assets are called before the name of the file.
const PREFIX: &str = "pdfjs/";
/// Exports `FILES`, the address of each file by its name in the folder.
const TABLE: &str = "pdfjs/files.js";
/// What stands beside the files and is no asset.
const SUMS: &str = "SHA256SUMS";
const README: &str = "README.md";

/// The files that the application uses, by their names; licences are kept in the folder only.
pub(crate) fn files(folder: &Path) -> Outcome<BTreeMap<String, Vec<u8>>> {
    let mut found = BTreeMap::new();
    for file in folders::files_below(folder)? {
        let name = file.to_string_lossy().replace('\\', "/");
        if name != SUMS && name != README {
            found.insert(name, folders::read(&folder.join(&file))?);
        }
    }
    check(&found, &folders::read_text(&folder.join(SUMS))?)?;
    found.retain(|name, _| !name.rsplit('/').next().is_some_and(|file| file.starts_with("LICENSE")));
    Ok(found)
}

/// Every file has its line and every line its file.
fn check(files: &BTreeMap<String, Vec<u8>>, sums: &str) -> Outcome<()> {
    let mut wanted: BTreeMap<&str, &str> =
        sums.lines().filter_map(|line| line.split_once("  ")).map(|(hash, name)| (name, hash)).collect();
    for (name, bytes) in files {
        match wanted.remove(name.as_str()) {
            Some(hash) if hash == digest::sha256(&[bytes]) => {}
            Some(_) => {
                return fail(format!("{FOLDER}/{name} is not what its {SUMS} says; take it from the package anew"));
            }
            None => return fail(format!("{FOLDER}/{name} has no line in its {SUMS}")),
        }
    }
    match wanted.keys().next() {
        Some(name) => fail(format!("{FOLDER}/{name} is missing, but its {SUMS} names it")),
        None => Ok(()),
    }
}

/// Adds the files and the script that tells where each of them is.
pub(crate) fn add(assets: &mut Assets, files: BTreeMap<String, Vec<u8>>) -> Outcome<()> {
    let mut table = String::from("export const FILES = {\n");
    for (name, bytes) in files {
        let file = assets.add(&format!("{PREFIX}{name}"), bytes)?;
        table.push_str(&format!("  \"{name}\": \"/assets/{file}\",\n"));
    }
    table.push_str("};\n");
    assets.add(TABLE, table.into_bytes()).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_are_those_that_were_published() {
        let found = files(&folders::root().join(FOLDER)).unwrap();
        for name in ["pdf.min.mjs", "pdf.worker.min.mjs", "wasm/jbig2.wasm", "cmaps/UniGB-UCS2-H.bcmap"] {
            assert!(found.contains_key(name), "{name}");
        }
        assert!(!found.keys().any(|name| name.contains("LICENSE") || name.ends_with(".md")));
        let readme = folders::read_text(&folders::root().join(FOLDER).join(README)).unwrap();
        let script = String::from_utf8(found["pdf.min.mjs"].clone()).unwrap();
        let version = script.split_once("pdfjsVersion = ").unwrap().1.lines().next().unwrap().trim();
        assert!(
            readme.contains(&format!("`pdfjs-dist` {version} ")),
            "the README names another version than {version}"
        );
        for name in ["pdf.min.mjs", "pdf.worker.min.mjs"] {
            let script = String::from_utf8_lossy(&found[name]).into_owned();
            assert!(!script.contains("new Function(") && !script.contains(" eval("), "{name}");
        }
    }

    #[test]
    fn a_file_that_differs_is_missing_or_unknown_is_refused() {
        let sum = digest::sha256(&[b"abc"]);
        let files = |name: &str, bytes: &[u8]| BTreeMap::from([(name.to_owned(), bytes.to_vec())]);
        assert!(check(&files("a/b.mjs", b"abc"), &format!("{sum}  a/b.mjs\n")).is_ok());
        assert!(check(&files("a/b.mjs", b"abd"), &format!("{sum}  a/b.mjs\n")).is_err());
        assert!(check(&files("a/c.mjs", b"abc"), &format!("{sum}  a/b.mjs\n")).is_err());
        assert!(check(&BTreeMap::new(), &format!("{sum}  a/b.mjs\n")).is_err());
    }

    #[test]
    fn a_script_tells_where_each_is() {
        let mut assets = Assets::default();
        add(&mut assets, BTreeMap::from([("x/{{y.z}}.mjs".to_owned(), b"{{no.placeholder}}".to_vec())])).unwrap();
        assert!(assets.require(TABLE).unwrap().starts_with("/assets/pdfjs-files-"));
        let texts: Vec<Vec<u8>> = assets.into_files().into_iter().map(|file| file.bytes).collect();
        assert!(texts.contains(&b"{{no.placeholder}}".to_vec()), "nothing is filled in");
        assert!(
            texts.iter().any(|text| String::from_utf8_lossy(text).contains("\"x/{{y.z}}.mjs\": \"/assets/pdfjs-x-"))
        );
    }
}
