//! No number of the policy stands outside `policy/parameters` (invariant 4): what decides (rules, acts, charts, duties,
//! assessment, approvals, deadlines) has no integer literal above 2 but those of `numbers/allowed.tsv`, each with its reason.
//! An entry that nothing needs any more fails as well.
#![expect(clippy::disallowed_methods, reason = "a test may read the sources that it looks through")]

#[path = "numbers/literals.rs"]
mod literals;

use literals::{literals, test_modules};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// Files and folders of `src` that decide.
const DECIDING: &[&str] = &[
    "acts",
    "assessment",
    "duties",
    "facts",
    "indicators",
    "rules",
    "policy/approval_plan",
    "policy/approvals",
    "policy/due_date",
    "policy/office",
    "policy/stages",
];

/// Literals up to this one count, index and compare; they are no numbers of a policy.
const SMALL: u128 = 2;

/// A literal that may stand: `code` is the part of its line that holds it.
struct Allowed {
    file: String,
    code: String,
}

fn allowed() -> Vec<Allowed> {
    let text = include_str!("numbers/allowed.tsv");
    let mut rows = text.lines().map(|row| row.split('\t').collect::<Vec<_>>());
    assert_eq!(rows.next().expect("a head"), ["file", "code", "why"]);
    rows.map(|row| match row.as_slice() {
        [file, code, why] => {
            assert!(why.split_whitespace().count() > 2, "{file}: {code}: a reason is a sentence, not {why:?}");
            assert!(literals(code).iter().any(|literal| literal.value > SMALL), "{file}: no number in {code}");
            Allowed { file: (*file).to_owned(), code: (*code).to_owned() }
        }
        _ => panic!("three columns: {row:?}"),
    })
    .collect()
}

/// The files that decide, by path below `src`, without those that only tests compile.
fn sources() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = BTreeMap::new();
    read_folder(&root, &root, &mut found);
    let tests: BTreeSet<String> = found
        .iter()
        .flat_map(|(path, source)| {
            let folder = path.strip_suffix(".rs").unwrap_or(path).to_owned();
            test_modules(source).into_iter().map(move |name| format!("{folder}/{name}"))
        })
        .collect();
    let decides = |path: &str| {
        DECIDING.iter().any(|place| path == format!("{place}.rs") || path.starts_with(&format!("{place}/")))
    };
    let is_test = |path: &str| {
        tests.iter().any(|module| path.strip_prefix(module).is_some_and(|rest| rest == ".rs" || rest.starts_with('/')))
    };
    found.retain(|path, _| decides(path) && !is_test(path));
    found
}

fn read_folder(root: &Path, folder: &Path, found: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("a file").path();
        if path.is_dir() {
            read_folder(root, &path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let name = path.strip_prefix(root).expect("below the root").to_string_lossy().replace('\\', "/");
            found.insert(name, fs::read_to_string(&path).expect("a source").replace("\r\n", "\n"));
        }
    }
}

/// A rule names its heading by its number.
fn names_its_heading(file: &str, line: &str) -> bool {
    let number =
        file.strip_prefix("rules/r").and_then(|name| name.get(..2)).and_then(|digits| digits.parse::<u8>().ok());
    number.is_some_and(|number| line.trim() == format!("heading: heading({number}),"))
}

/// Every literal that neither is small nor has a reason, and every reason that is not needed.
fn faults(sources: &BTreeMap<String, String>, allowed: &[Allowed]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut needed = vec![false; allowed.len()];
    for (file, source) in sources {
        let lines: Vec<&str> = source.lines().collect();
        for literal in literals(source).into_iter().filter(|literal| literal.value > SMALL) {
            let line = lines[literal.line - 1];
            let mut may_stand = names_its_heading(file, line);
            for (entry, needed) in allowed.iter().zip(&mut needed) {
                let holds = || literals(&entry.code).iter().any(|held| held.value == literal.value);
                if entry.file == *file && line.contains(&entry.code) && holds() {
                    may_stand = true;
                    *needed = true;
                }
            }
            if !may_stand {
                faults.push(format!("src/{file}:{}: {} in `{}`", literal.line, literal.value, line.trim()));
            }
        }
    }
    let idle = allowed.iter().zip(needed).filter(|(_, needed)| !needed);
    faults.extend(idle.map(|(entry, _)| format!("nothing needs: {} `{}`", entry.file, entry.code)));
    faults
}

#[test]
fn no_number_of_the_policy_stands_in_code() {
    let sources = sources();
    assert!(sources.len() > 100 && sources.contains_key("rules/r18_operator_share_floor.rs"), "{}", sources.len());
    let faults = faults(&sources, &allowed());
    assert!(
        faults.is_empty(),
        "A number of the policy belongs into src/policy/parameters; any other one gets its reason in \
         tests/numbers/allowed.tsv:\n{}",
        faults.join("\n")
    );
}

#[test]
fn a_number_in_a_rule_is_found() {
    let one = |source: &str| BTreeMap::from([("rules/r18_x.rs".to_owned(), source.to_owned())]);
    let entry = |code: &str| vec![Allowed { file: "rules/r18_x.rs".to_owned(), code: code.to_owned() }];
    assert_eq!(faults(&one("heading: heading(18),\nif share < 2 {}"), &[]), [""; 0]);
    assert_eq!(faults(&one("\nif share < 30 {}"), &[]), ["src/rules/r18_x.rs:2: 30 in `if share < 30 {}`"]);
    assert_eq!(faults(&one("heading: heading(19),"), &[]).len(), 1);
    assert_eq!(faults(&one("if share < 30 {}"), &entry("share < 30")), [""; 0]);
    assert_eq!(faults(&one("if share < 31 {}"), &entry("share < 30")).len(), 2);
    assert_eq!(faults(&one("if 40 + share < 30 {}"), &entry("share < 30")).len(), 1);
    assert_eq!(faults(&one("#[cfg(test)] mod tests { const X: u8 = 30; }"), &entry("share < 30")).len(), 1);
}
