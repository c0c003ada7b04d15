//! Embeds the web application: every file under `target/web`, with the compressed forms that lie beside it.
//!
//! Without that folder a debug build answers with a page that says how to make it; a release build fails, because one
//! binary is the product. `ANJU_WITHOUT_WEB=1` lets a release build pass without it, for checks of the code alone.

use std::{
    env,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

fn main() {
    println!("cargo::rerun-if-env-changed=ANJU_WITHOUT_WEB");
    let manifest = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("Cargo sets it"));
    let web = manifest.join("../target/web");
    // An empty folder can be watched; one that is missing would make every build start anew.
    let _ = fs::create_dir_all(&web);
    println!("cargo::rerun-if-changed={}", web.display());
    let found = web.join("index.html").is_file();
    let release = env::var("PROFILE").is_ok_and(|profile| profile == "release");
    if release && !found && env::var_os("ANJU_WITHOUT_WEB").is_none() {
        println!(
            "cargo::error=the web application is not built: run `cargo xtask build`, or set ANJU_WITHOUT_WEB=1 to do without it"
        );
    }
    let mut files = Vec::new();
    if found {
        collect(&web, &web, &mut files);
    }
    files.sort();
    let mut table = String::from("static FILES: &[Embedded] = &[\n");
    for (name, path) in &files {
        let beside = |ending: &str| {
            let compressed = PathBuf::from(format!("{}.{ending}", path.display()));
            if compressed.is_file() { format!("Some(include_bytes!({compressed:?}))") } else { "None".to_owned() }
        };
        let _ = writeln!(
            table,
            "    Embedded {{ name: {name:?}, plain: include_bytes!({path:?}), brotli: {}, gzip: {} }},",
            beside("br"),
            beside("gz")
        );
    }
    table.push_str("];\n");
    let out = PathBuf::from(env::var("OUT_DIR").expect("Cargo sets it")).join("web.rs");
    fs::write(out, table).expect("the build folder can be written");
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, PathBuf)>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            collect(root, &path, files);
        } else if !path.extension().is_some_and(|ending| ending == "br" || ending == "gz")
            && let (Ok(name), Ok(path)) = (path.strip_prefix(root), path.canonicalize())
        {
            files.push((name.to_string_lossy().replace('\\', "/"), path));
        }
    }
}
