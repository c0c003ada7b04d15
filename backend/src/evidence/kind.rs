//! What a file is, by its content: its name says nothing, and neither does what the browser says of it.

/// Word.
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/// Excel.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The media type of a file that may be brought; none for any other file. A text has no mark by which it could be
/// told from anything else, so that it is none of them.
pub(super) fn media_type(content: &[u8]) -> Option<&'static str> {
    match content {
        [0xff, 0xd8, 0xff, ..] => Some("image/jpeg"),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some("image/png"),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some("image/gif"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some("image/webp"),
        [b'%', b'P', b'D', b'F', b'-', ..] => Some("application/pdf"),
        [b'P', b'K', 3, 4, ..] => office(content),
        _ => None,
    }
}

/// A document is an archive with the parts that its program asks for.
fn office(content: &[u8]) -> Option<&'static str> {
    let names = names(content)?;
    if !names.contains(&b"[Content_Types].xml".as_slice()) {
        return None;
    }
    // Programs run by a document are in this part.
    if names.iter().any(|name| name.ends_with(b"vbaProject.bin")) {
        return None;
    }
    [(b"word/document.xml".as_slice(), DOCX), (b"xl/workbook.xml".as_slice(), XLSX)]
        .into_iter()
        .find(|(part, _)| names.contains(part))
        .map(|(_, kind)| kind)
}

/// Bytes of the record at the end of an archive, without its comment.
const END: usize = 22;
/// Bytes of a directory entry before its name.
const ENTRY: usize = 46;
/// The longest comment at the end.
const COMMENT: usize = 0xffff;

/// The names in an archive's directory.
fn names(content: &[u8]) -> Option<Vec<&[u8]>> {
    let last = content.len().checked_sub(END)?;
    let end = (last.saturating_sub(COMMENT)..=last).rev().find(|at| content[*at..].starts_with(b"PK\x05\x06"))?;
    let count = number(content, end + 10, 2)?;
    let mut at = number(content, end + 16, 4)?;
    let mut names = Vec::new();
    for _ in 0..count {
        let entry = content.get(at..)?;
        if !entry.starts_with(b"PK\x01\x02") {
            return None;
        }
        let length = number(entry, 28, 2)?;
        names.push(entry.get(ENTRY..ENTRY + length)?);
        at += ENTRY + length + number(entry, 30, 2)? + number(entry, 32, 2)?;
    }
    Some(names)
}

/// A number of some bytes, the lowest first.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(length)?)?;
    Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An archive with empty files of these names.
    fn archive(names: &[&str]) -> Vec<u8> {
        let (mut files, mut directory) = (Vec::new(), Vec::new());
        for name in names {
            let length = u16::try_from(name.len()).unwrap().to_le_bytes();
            let offset = u32::try_from(files.len()).unwrap().to_le_bytes();
            directory
                .extend([b"PK\x01\x02".as_slice(), &[0; 24], &length, &[0; 12], &offset, name.as_bytes()].concat());
            files.extend([b"PK\x03\x04".as_slice(), &[0; 22], &length, &[0; 2], name.as_bytes()].concat());
        }
        let count = u16::try_from(names.len()).unwrap().to_le_bytes();
        let (size, at) = (u32::try_from(directory.len()).unwrap(), u32::try_from(files.len()).unwrap());
        let end = [b"PK\x05\x06".as_slice(), &[0; 4], &count, &count, &size.to_le_bytes(), &at.to_le_bytes(), &[0; 2]];
        [files, directory, end.concat()].concat()
    }

    #[test]
    fn a_file_is_what_its_content_is() {
        for (content, kind) in [
            (b"\xff\xd8\xff\xe0....".to_vec(), Some("image/jpeg")),
            (b"\x89PNG\r\n\x1a\n...".to_vec(), Some("image/png")),
            (b"GIF89a".to_vec(), Some("image/gif")),
            (b"RIFF\0\0\0\0WEBPVP8 ".to_vec(), Some("image/webp")),
            (b"%PDF-1.7".to_vec(), Some("application/pdf")),
            (archive(&["[Content_Types].xml", "word/document.xml"]), Some(DOCX)),
            (archive(&["xl/workbook.xml", "[Content_Types].xml"]), Some(XLSX)),
            (archive(&["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"]), None),
            (archive(&["word/document.xml"]), None),
            (archive(&["a.exe"]), None),
            (b"PK\x03\x04".to_vec(), None),
            (b"MZ\x90".to_vec(), None),
            (b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec(), None),
            ("已检查".as_bytes().to_vec(), None),
            (Vec::new(), None),
        ] {
            assert_eq!(media_type(&content), kind, "{:?}", String::from_utf8_lossy(&content));
        }
    }

    #[test]
    fn an_archive_that_was_cut_or_that_lies_is_none() {
        let whole = archive(&["[Content_Types].xml", "word/document.xml"]);
        for cut in 0..whole.len() {
            assert_eq!(media_type(&whole[..cut]), None);
        }
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] = 0xff;
            let _ = media_type(&changed);
        }
    }
}
