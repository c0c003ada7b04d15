//! Every `why` that an act gives for data which no rule can read has its words, in both languages and with a remedy.

#![expect(clippy::disallowed_methods, reason = "a test reads the sources")]

use std::{fs, path::Path};

/// How the acts name a `why`: after a path, in one of these calls.
const CALLS: [&str; 2] = ["say(\"", "Finding::malformed(\""];

#[test]
fn the_acts_say_nothing_without_words() {
    let mut looked_at = 0;
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/acts")).expect("the acts") {
        let path = entry.expect("an act").path();
        if path.extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        let source = fs::read_to_string(&path).expect("a source");
        for call in CALLS.into_iter().flat_map(|call| source.split(call).skip(1)) {
            let Some(why) = call.lines().next().and_then(|line| line.split('"').nth(2)) else { continue };
            assert!(anju_domain::rules::is_worded(why), "{why} in {}", path.display());
            looked_at += 1;
        }
    }
    assert!(looked_at > 50, "only {looked_at} were found: the calls have another form now");
}
