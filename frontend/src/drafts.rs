//! What people have typed and not sent, kept in the browser by user and document: it survives a closed tab, an ended
//! session and a restarted server, is never sent, and is wiped when another user signs in here.

use crate::browser;

const OWNER: &str = "anju.drafts-of";
const PREFIX: &str = "anju.draft.";

/// The drafts belong to this user from now on; those of another one are wiped.
pub(crate) fn belong_to(user: &str) {
    if browser::remembered(OWNER).is_some_and(|owner| owner != user) {
        for name in browser::remembered_names().iter().filter(|name| name.starts_with(PREFIX)) {
            browser::remember(name, None);
        }
    }
    browser::remember(OWNER, Some(user));
}

/// The user to whom the drafts belong: who signed in here last.
pub(crate) fn owner() -> Option<String> {
    browser::remembered(OWNER)
}

/// Keeps a draft of a document, such as `funding/ID`.
pub(crate) fn keep(document: &str, content: &str) {
    browser::remember(&format!("{PREFIX}{document}"), Some(content));
}

/// The draft of a document.
pub(crate) fn kept(document: &str) -> Option<String> {
    browser::remembered(&format!("{PREFIX}{document}"))
}

/// Drops the draft of a document.
pub(crate) fn drop(document: &str) {
    browser::remember(&format!("{PREFIX}{document}"), None);
}
