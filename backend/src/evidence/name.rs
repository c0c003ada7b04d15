//! What people call a file.

use crate::http::refusal::Refusal;
use anju_domain::finding::Finding;

/// The longest name, in characters.
const LONGEST: usize = 200;

/// The name of a file without the path that some programs send with it, and without characters that show nothing.
///
/// # Errors
/// Nothing remains, or the name is too long.
pub fn file_name(given: &str) -> Result<String, Refusal> {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: String = last.chars().filter(|letter| !letter.is_control() && !turns_the_line(*letter)).collect();
    let name = name.trim();
    if name.trim_matches('.').is_empty() || name.chars().count() > LONGEST {
        return Err(Refusal::Refused(vec![Finding::malformed("name", "file_name")]));
    }
    Ok(name.to_owned())
}

/// Characters that change the direction of writing: they make one kind of file look like another one.
const fn turns_the_line(letter: char) -> bool {
    matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_no_path_and_shows_what_it_is() {
        for (given, kept) in [
            ("照片.jpg", "照片.jpg"),
            ("C:\\Users\\me\\照片 1.jpg", "照片 1.jpg"),
            ("../../etc/passwd", "passwd"),
            ("a\u{202e}gpj.exe\n", "agpj.exe"),
            (" 表 .xlsx ", "表 .xlsx"),
        ] {
            assert_eq!(file_name(given).unwrap(), kept, "{given:?}");
        }
        assert!(file_name(&"长".repeat(LONGEST)).is_ok());
        for bad in ["", "..", "a/", "\u{0}", " ", &"长".repeat(LONGEST + 1)] {
            assert!(file_name(bad).is_err(), "{bad:?}");
        }
    }
}
