//! Where in a text a path is, and which path stands at a place, whether the text is JSON or not.

/// An object or a list that is open, and where in it the reader stands.
enum Open {
    Object { key: String, reads_key: bool },
    List { index: usize },
}

/// Walks through a text, whether it is JSON or not, and knows the path of where it stands.
struct Walk<'a> {
    text: &'a str,
    at: usize,
    open: Vec<Open>,
}

impl<'a> Walk<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, at: 0, open: Vec::new() }
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Over one sign, or a whole quoted text.
    fn step(&mut self) {
        let bytes = self.text.as_bytes();
        match (self.byte(), self.open.last_mut()) {
            (Some(b'{'), _) => self.open.push(Open::Object { key: String::new(), reads_key: true }),
            (Some(b'['), _) => self.open.push(Open::List { index: 0 }),
            (Some(b'}' | b']'), _) => drop(self.open.pop()),
            (Some(b':'), Some(Open::Object { reads_key, .. })) => *reads_key = false,
            (Some(b','), Some(Open::Object { key, reads_key })) => {
                key.clear();
                *reads_key = true;
            }
            (Some(b','), Some(Open::List { index })) => *index += 1,
            (Some(b'"'), last) => {
                let end = end_of_text(bytes, self.at);
                if let Some(Open::Object { key, reads_key: true }) = last {
                    let quoted = self.text.get(self.at..end);
                    *key = quoted.and_then(|key| serde_json::from_str(key).ok()).unwrap_or_default();
                }
                self.at = end;
                return;
            }
            _ => {}
        }
        self.at += 1;
    }

    /// Whether a value begins here, and no name of one.
    fn begins_value(&self) -> bool {
        let is_sign = |byte: u8| matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b',' | b':' | b'}' | b']');
        let reads_key = matches!(self.open.last(), Some(Open::Object { reads_key: true, .. }));
        !reads_key && self.byte().is_some_and(|byte| !is_sign(byte))
    }

    fn path(&self) -> String {
        let segments = self.open.iter().map(|open| match open {
            Open::Object { key, .. } => key.clone(),
            Open::List { index } => index.to_string(),
        });
        segments.filter(|segment| !segment.is_empty()).collect::<Vec<_>>().join("/")
    }
}

/// The path of what ends at, or holds, the byte.
pub(super) fn path_at(text: &str, offset: usize) -> String {
    let mut walk = Walk::new(text);
    while walk.at < offset.min(text.len()) {
        walk.step();
    }
    walk.path()
}

/// Where the value with this path begins.
pub(super) fn start_of(text: &str, path: &str) -> Option<usize> {
    let mut walk = Walk::new(text);
    while walk.at < text.len() {
        if walk.begins_value() && walk.path() == path {
            return Some(walk.at);
        }
        walk.step();
    }
    None
}

/// The byte after the quoted text that begins at `start`.
fn end_of_text(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}
