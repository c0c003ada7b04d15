//! The assets of the bundle: each has a name that people write, and a file name that holds its hash.

use crate::failure::{Failure, Outcome, fail};
use crate::web::digest;
use crate::web::placeholders;
use std::collections::BTreeMap;

/// Assets by the name that a placeholder uses.
#[derive(Debug, Default)]
pub(crate) struct Assets {
    by_name: BTreeMap<String, Asset>,
}

#[derive(Debug)]
pub(crate) struct Asset {
    /// The path in the bundle, with the hashed name.
    pub(crate) file: String,
    pub(crate) bytes: Vec<u8>,
}

impl Assets {
    /// Answers the hashed name, without a folder.
    pub(crate) fn add(&mut self, name: &str, bytes: Vec<u8>) -> Outcome<String> {
        let file = digest::hashed_name(name, &bytes);
        let asset = Asset { file: format!("assets/{file}"), bytes };
        if self.by_name.insert(name.to_owned(), asset).is_some() {
            return fail(format!("there are two assets called {name}; rename the one in frontend/assets"));
        }
        Ok(file)
    }

    /// Adds files whose text may name each other by placeholders: what is named comes first, since its hash is part of
    /// the text that names it.
    pub(crate) fn add_all(&mut self, mut waiting: BTreeMap<String, Vec<u8>>) -> Outcome<()> {
        while !waiting.is_empty() {
            let ready: Vec<String> = waiting
                .iter()
                .filter(|(_, bytes)| {
                    !text_of(bytes)
                        .is_some_and(|text| placeholders::names(text).iter().any(|name| waiting.contains_key(*name)))
                })
                .map(|(name, _)| name.clone())
                .collect();
            if ready.is_empty() {
                let names: Vec<&str> = waiting.keys().map(String::as_str).collect();
                return fail(format!("these assets name each other in a circle: {}", names.join(", ")));
            }
            for name in ready {
                let Some(bytes) = waiting.remove(&name) else { continue };
                let bytes = match text_of(&bytes) {
                    Some(text) => placeholders::fill(text, &name, |other| self.address(other))?.into_bytes(),
                    None => bytes,
                };
                self.add(&name, bytes)?;
            }
        }
        Ok(())
    }

    /// The address of an asset on the server.
    pub(crate) fn address(&self, name: &str) -> Option<String> {
        self.by_name.get(name).map(|asset| format!("/{}", asset.file))
    }

    /// The hashed name of an asset, without a folder: the name for scripts, which lie beside it.
    pub(crate) fn file(&self, name: &str) -> Outcome<String> {
        Ok(self.require(name)?.trim_start_matches("/assets/").to_owned())
    }

    pub(crate) fn require(&self, name: &str) -> Outcome<String> {
        self.address(name).ok_or_else(|| Failure(format!("the bundle has no {name}")))
    }

    pub(crate) fn into_files(self) -> Vec<Asset> {
        self.by_name.into_values().collect()
    }
}

/// Only texts have placeholders; a module or a picture may hold the same bytes by chance.
fn text_of(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_sheet_names_a_picture() {
        let mut assets = Assets::default();
        let files = [("a.css", &b"x{background:url({{z.png}})}"[..]), ("z.png", &[0xff, b'{', b'{'])];
        assets.add_all(files.map(|(name, bytes)| (name.to_owned(), bytes.to_vec())).into()).unwrap();
        let picture = assets.require("z.png").unwrap();
        assert!(picture.starts_with("/assets/z-") && picture.ends_with(".png"));
        let files = assets.into_files();
        assert_eq!(files[0].bytes, format!("x{{background:url({picture})}}").into_bytes());
    }

    #[test]
    fn circles_and_namesakes_are_refused() {
        let circle = [("a.css", "{{b.css}}"), ("b.css", "{{a.css}}")];
        let circle = circle.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
        assert!(Assets::default().add_all(circle.into()).is_err());
        let mut assets = Assets::default();
        assets.add("app.js", Vec::new()).unwrap();
        assert!(assets.add("app.js", Vec::new()).is_err());
    }
}
