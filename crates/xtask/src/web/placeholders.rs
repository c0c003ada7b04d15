//! `{{NAME}}` in the page and in text assets stands for the address of the asset NAME.

use crate::failure::{Outcome, fail};

/// The names between double braces, in order. Braces around anything that is not a file's name are left alone.
pub(crate) fn names(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(begin) = rest.find("{{") {
        rest = &rest[begin + 2..];
        if let Some(end) = rest.find("}}")
            && is_name(&rest[..end])
        {
            found.push(&rest[..end]);
            rest = &rest[end + 2..];
        }
    }
    found
}

fn is_name(text: &str) -> bool {
    text.contains('.') && text.chars().all(|letter| letter.is_ascii_alphanumeric() || "._-/".contains(letter))
}

/// Replaces every placeholder; `address` answers the address of an asset, if there is one. `place` is for the message.
pub(crate) fn fill(text: &str, place: &str, address: impl Fn(&str) -> Option<String>) -> Outcome<String> {
    let mut filled = text.to_owned();
    for name in names(text) {
        let Some(address) = address(name) else {
            return fail(format!(
                "{place} asks for {{{{{name}}}}}, but there is no such asset; put {name} into frontend/assets or correct the name"
            ));
        };
        filled = filled.replace(&format!("{{{{{name}}}}}"), &address);
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::Failure;

    #[test]
    fn names_are_found_and_other_braces_left_alone() {
        assert_eq!(names("<a href={{style.css}}>{{ x }}{{icons/a-b.svg}}"), ["style.css", "icons/a-b.svg"]);
        assert_eq!(names("@media{a{b:c}}{{"), Vec::<&str>::new());
        assert_eq!(names("{{{{app.js}}"), ["app.js"]);
    }

    #[test]
    fn filled_or_refused_with_the_place() {
        let address = |name: &str| (name == "a.css").then(|| "/assets/a-1.css".to_owned());
        assert_eq!(fill("x {{a.css}} {{a.css}}", "index.html", address).unwrap(), "x /assets/a-1.css /assets/a-1.css");
        let Failure(said) = fill("{{b.css}}", "index.html", address).unwrap_err();
        assert!(said.contains("index.html") && said.contains("b.css"), "{said}");
    }
}
