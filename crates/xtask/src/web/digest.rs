//! Hashes of contents.

use crate::failure::{Explain, Outcome};
use crate::folders;
use sha2::{Digest, Sha256};
use std::sync::OnceLock;

/// SHA-256 of parts, in hexadecimal; the parts cannot run into each other.
pub(crate) fn sha256(parts: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    if let [only] = parts {
        hasher.update(only);
    } else {
        for part in parts {
            hasher.update((part.len() as u64).to_be_bytes());
            hasher.update(part);
        }
    }
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// `name.ending` becomes `name-HASH.ending`; folders in the name become part of the file's name.
pub(crate) fn hashed_name(name: &str, bytes: &[u8]) -> String {
    let flat = name.replace(['/', '\\'], "-");
    let hash = &sha256(&[bytes])[..12];
    // `app_bg.wasm` goes beside `app.js` under one stem.
    match flat.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}-{hash}.{ending}"),
        None => format!("{flat}-{hash}"),
    }
}

/// The hash of this very program: what it has made is made again when it changes.
pub(crate) fn this_program() -> Outcome<String> {
    static HASH: OnceLock<Outcome<String>> = OnceLock::new();
    HASH.get_or_init(|| {
        // The sources rather than the executable: two builds of the same sources make the same bundle.
        let folder = folders::root().join("crates/xtask/src");
        let mut all = Vec::new();
        for part in ["web", "wasm"] {
            for file in folders::files_below(&folder.join(part))? {
                all.push(folders::read(&folder.join(part).join(file))?);
            }
        }
        all.push(std::fs::read(folders::root().join("Cargo.lock")).explain(|| "Cargo.lock cannot be read".to_owned())?);
        Ok(sha256(&all.iter().map(Vec::as_slice).collect::<Vec<_>>()))
    })
    .clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_hash() {
        assert_eq!(sha256(&[b"abc"]), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_ne!(sha256(&[b"ab", b"c"]), sha256(&[b"a", b"bc"]));
    }

    #[test]
    fn names_hold_the_hash_before_the_ending() {
        assert_eq!(hashed_name("app.js", b"abc"), "app-ba7816bf8f01.js");
        assert_eq!(hashed_name("icons/house.svg", b"abc"), "icons-house-ba7816bf8f01.svg");
        assert_eq!(hashed_name("LICENSE", b"abc"), "LICENSE-ba7816bf8f01");
    }
}
