//! What the first page loads: at most 350 kB after brotli in at most 12 requests. What other pages fetch when they are
//! opened does not count.

use crate::failure::{Explain, Failure, Outcome, fail};
use crate::folders;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

const MOST_BYTES: u64 = 350_000;
const MOST_REQUESTS: usize = 12;

/// What was measured, and whether it is within the limit.
#[derive(Debug)]
pub(crate) struct Load {
    /// Each file with its size after brotli, `index.html` first.
    pub(crate) files: Vec<(String, u64)>,
}

impl Load {
    pub(crate) fn bytes(&self) -> u64 {
        self.files.iter().map(|(_, bytes)| bytes).sum()
    }

    pub(crate) fn within(&self) -> Outcome<()> {
        if self.bytes() > MOST_BYTES || self.files.len() > MOST_REQUESTS {
            return fail(format!(
                "the first page loads {} bytes after brotli in {} requests; the limit is {MOST_BYTES} bytes in {MOST_REQUESTS}",
                self.bytes(),
                self.files.len()
            ));
        }
        Ok(())
    }
}

/// Reads the bundle in `folder`: the page, all that it names under /assets/, and all that those scripts load at once.
pub(crate) fn measure(folder: &Path) -> Outcome<Load> {
    let manifest: Value = serde_json::from_slice(&folders::read(&folder.join("manifest.json"))?)
        .explain(|| "target/web/manifest.json cannot be read".to_owned())?;
    let mut seen = BTreeSet::new();
    let mut files = Vec::new();
    let mut open = vec!["index.html".to_owned()];
    while let Some(file) = open.pop() {
        if !seen.insert(file.clone()) {
            continue;
        }
        let size = manifest[&file]["brotli"].as_u64();
        let size = size.ok_or_else(|| Failure(format!("the page loads {file}, which is not in the bundle")))?;
        files.push((file.clone(), size));
        if [".html", ".js", ".css"].iter().any(|ending| file.ends_with(ending)) {
            let text = folders::read_text(&folder.join(&file))?;
            open.extend(named(&text).into_iter().filter(|name| manifest.get(name).is_some()));
        }
    }
    Ok(Load { files })
}

/// Files of the bundle that a text loads: `/assets/FILE`, or `"./FILE"` in a script, which lies in the same folder; but
/// not `new URL("./FILE"` and `later("./FILE"`, by which a script fetches a part when it is asked for, nor
/// `content="/assets/FILE"`, by which the page says where a style sheet of later pages lies.
fn named(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for mark in ["/assets/", "\"./", "'./"] {
        for (at, _) in text.match_indices(mark) {
            if ["new URL(", "later(", "content=\""].iter().any(|later| text[..at].ends_with(later)) {
                continue;
            }
            let rest = &text[at + mark.len()..];
            let end = rest.find(|letter: char| !(letter.is_ascii_alphanumeric() || "._-".contains(letter)));
            found.push(format!("assets/{}", &rest[..end.unwrap_or(rest.len())]));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_from_pages_and_scripts() {
        assert_eq!(
            named(
                "<link href=/assets/a-1.css> import x from \"./b-2.js\"; fetch(new URL(\"./c-3.wasm\", y)) later(\"./e-5.js\") <meta content=\"/assets/d-4.css\">"
            ),
            ["assets/a-1.css", "assets/b-2.js"]
        );
    }

    #[test]
    fn both_limits_hold() {
        let load = |count: usize, each: u64| Load { files: vec![("x".to_owned(), each); count] };
        assert!(load(12, 29_000).within().is_ok());
        assert!(load(13, 1).within().is_err());
        assert!(load(1, MOST_BYTES).within().is_ok());
        assert!(load(1, MOST_BYTES + 1).within().is_err());
    }
}
