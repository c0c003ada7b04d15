//! The pages of the rule book in `docs/rules` equal what the rules say. To write them anew:
//! `ANJU_WRITE_PAGES=1 cargo test -p anju-domain --test rule_pages`.
#![expect(clippy::disallowed_methods, reason = "a test may read and write the pages that it compares")]

use anju_domain::{
    policy::rules::HEADINGS,
    rules::pages::{index, page_in_both},
};
use std::{collections::BTreeMap, fs, path::Path};

#[test]
fn the_pages_are_those_of_the_rules() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/rules");
    let mut pages: BTreeMap<String, String> =
        HEADINGS.iter().map(|heading| (format!("{}.md", heading.id), page_in_both(heading))).collect();
    pages.insert("README.md".to_owned(), index());
    if std::env::var_os("ANJU_WRITE_PAGES").is_some() {
        fs::create_dir_all(&folder).unwrap();
        for (name, text) in &pages {
            fs::write(folder.join(name), text).unwrap();
        }
    }
    for (name, text) in &pages {
        let written = fs::read_to_string(folder.join(name)).unwrap_or_default().replace("\r\n", "\n");
        assert!(written == *text, "docs/rules/{name} is old: run this test with ANJU_WRITE_PAGES=1");
    }
    assert_eq!(fs::read_dir(&folder).unwrap().count(), pages.len(), "docs/rules holds nothing else");
}
