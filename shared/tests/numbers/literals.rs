//! The integer literals of Rust source, each with its line. Comments, texts and what only tests compile are left out.
//! It knows as much of the language as that needs: nested comments, raw texts, characters and lifetimes.

/// An integer that stands in code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Literal {
    /// The line, from 1.
    pub(crate) line: usize,
    /// Its value; the greatest one when it is greater still.
    pub(crate) value: u128,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Word(String),
    Sign(char),
    Integer(Literal),
    /// A text, a character or a floating-point number.
    Other,
}

/// The modules in files of their own that only tests compile.
pub(crate) fn test_modules(source: &str) -> Vec<String> {
    let tokens = tokens(source);
    let behind = (0..tokens.len())
        .filter(|at| begins_test_attribute(&tokens[*at..]))
        .map(|at| &tokens[at + TEST_ATTRIBUTE.len()..]);
    behind
        .filter_map(|rest| match rest {
            [Token::Word(word), Token::Word(name), Token::Sign(';'), ..] if word == "mod" => Some(name.clone()),
            _ => None,
        })
        .collect()
}

/// The integer literals outside tests, in order.
pub(crate) fn literals(source: &str) -> Vec<Literal> {
    let tokens = tokens(source);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if begins_test_attribute(&tokens[at..]) {
            at = end_of_item(&tokens, at + TEST_ATTRIBUTE.len());
            continue;
        }
        if let Token::Integer(literal) = &tokens[at] {
            found.push(literal.clone());
        }
        at += 1;
    }
    found
}

const TEST_ATTRIBUTE: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];

fn begins_test_attribute(tokens: &[Token]) -> bool {
    tokens.len() >= TEST_ATTRIBUTE.len()
        && TEST_ATTRIBUTE.iter().zip(tokens).all(|(expected, token)| match token {
            Token::Word(word) => word == expected,
            Token::Sign(sign) => expected.len() == 1 && expected.starts_with(*sign),
            _ => false,
        })
}

/// Behind the item that follows an attribute: behind its `;` or its closing brace.
fn end_of_item(tokens: &[Token], start: usize) -> usize {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(start) {
        match token {
            Token::Sign('{' | '(' | '[') => depth += 1,
            Token::Sign(closing @ ('}' | ')' | ']')) => {
                depth = depth.saturating_sub(1);
                if depth == 0 && *closing == '}' {
                    return at + 1;
                }
            }
            Token::Sign(';') if depth == 0 => return at + 1,
            _ => {}
        }
    }
    tokens.len()
}

fn tokens(source: &str) -> Vec<Token> {
    let chars: Vec<char> = source.chars().collect();
    let mut reader = Reader { chars: &chars, at: 0, line: 1 };
    let mut found = Vec::new();
    while let Some(c) = reader.peek(0) {
        match (c, reader.peek(1)) {
            ('/', Some('/')) => reader.skip_while(|c| c != '\n'),
            ('/', Some('*')) => reader.skip_block_comment(),
            ('"', _) => found.push(reader.text()),
            ('\'', _) => found.push(reader.character_or_lifetime()),
            _ if c.is_ascii_digit() => found.push(reader.number()),
            _ if c.is_alphabetic() || c == '_' => found.push(reader.word_or_prefixed_text()),
            _ => {
                reader.next();
                if !c.is_whitespace() {
                    found.push(Token::Sign(c));
                }
            }
        }
    }
    found
}

struct Reader<'a> {
    chars: &'a [char],
    at: usize,
    line: usize,
}

impl Reader<'_> {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    fn next(&mut self) -> Option<char> {
        let c = self.peek(0)?;
        self.at += 1;
        self.line += usize::from(c == '\n');
        Some(c)
    }

    fn skip(&mut self) {
        self.next();
    }

    fn skip_while(&mut self, takes: impl Fn(char) -> bool) {
        while self.peek(0).is_some_and(&takes) {
            self.next();
        }
    }

    fn word(&mut self) -> String {
        let start = self.at;
        self.skip_while(|c| c.is_alphanumeric() || c == '_');
        self.chars[start..self.at].iter().collect()
    }

    fn skip_block_comment(&mut self) {
        let mut depth = 0_usize;
        while let Some(c) = self.next() {
            match (c, self.peek(0)) {
                ('/', Some('*')) => depth += 1,
                ('*', Some('/')) => depth -= 1,
                _ => continue,
            }
            self.next();
            if depth == 0 {
                return;
            }
        }
    }

    fn text(&mut self) -> Token {
        self.next();
        while let Some(c) = self.next() {
            match c {
                '\\' => self.skip(),
                '"' => break,
                _ => {}
            }
        }
        Token::Other
    }

    fn raw_text(&mut self) -> Token {
        let mut hashes = 0;
        while self.peek(0) == Some('#') {
            self.next();
            hashes += 1;
        }
        self.next();
        while let Some(c) = self.next() {
            if c == '"' && (0..hashes).all(|ahead| self.peek(ahead) == Some('#')) {
                self.at += hashes;
                break;
            }
        }
        Token::Other
    }

    fn character_or_lifetime(&mut self) -> Token {
        self.next();
        if self.peek(0) != Some('\\') && self.peek(1) != Some('\'') {
            self.word();
            return Token::Other;
        }
        while let Some(c) = self.next() {
            match c {
                '\\' => self.skip(),
                '\'' => break,
                _ => {}
            }
        }
        Token::Other
    }

    fn word_or_prefixed_text(&mut self) -> Token {
        let word = self.word();
        let is_raw = |ahead| self.peek(ahead) == Some('"');
        let hashes = (0..).take_while(|ahead| self.peek(*ahead) == Some('#')).count();
        match word.as_str() {
            "r" | "br" | "cr" if is_raw(hashes) => self.raw_text(),
            "b" | "c" if self.peek(0) == Some('"') => self.text(),
            "b" if self.peek(0) == Some('\'') => self.character_or_lifetime(),
            _ => Token::Word(word),
        }
    }

    /// A number; `1.5` is none that is asked for, `1..2` and `1.max(2)` are two.
    fn number(&mut self) -> Token {
        let line = self.line;
        let written = self.word();
        if self.peek(0) == Some('.') && self.peek(1).is_some_and(|c| c.is_ascii_digit()) {
            self.next();
            self.word();
            return Token::Other;
        }
        let digits = written.replace('_', "");
        let (radix, digits) = match digits.get(..2) {
            Some("0x") => (16, &digits[2..]),
            Some("0o") => (8, &digits[2..]),
            Some("0b") => (2, &digits[2..]),
            _ => (10, digits.as_str()),
        };
        let end = digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len());
        Token::Integer(Literal { line, value: u128::from_str_radix(&digits[..end], radix).unwrap_or(u128::MAX) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(source: &str) -> Vec<u128> {
        literals(source).into_iter().map(|literal| literal.value).collect()
    }

    #[test]
    fn literals_of_code_are_found() {
        assert_eq!(values("let a = 30; const B: i64 = 1_000i64; x(0x1F, 0b11) && 7 <= y"), [30, 1000, 31, 3, 7]);
        assert_eq!(values("list[3..=5] + 9.max(4)"), [3, 5, 9, 4]);
        assert_eq!(values("fn f<'a>(c: &'a str) -> [u8; 8] { b'x'; '\\''; 'é'; 12 }"), [8, 12]);
        assert_eq!(literals("a\n\n  30").first().map(|literal| literal.line), Some(3));
    }

    #[test]
    fn comments_texts_and_tests_are_not() {
        assert_eq!(values("/// 30\n// 31\n/* 32 /* 33 */ 34 */ //! 35\n"), [0_u128; 0]);
        assert_eq!(values(r##""30 \" 31" r"32" r#"33 " 34"# b"35" br"36" 1.5 "##), [0_u128; 0]);
        assert_eq!(values("#[cfg(test)] mod t { fn x() { 30 } } fn y() { 31 }"), [31]);
        assert_eq!(values("#[cfg(test)] use a::{b}; 32 #[cfg(test)] mod sweep; 33"), [32, 33]);
        assert_eq!(test_modules("mod a; #[cfg(test)] mod b; #[cfg(test)] mod c {} mod d;"), ["b"]);
        assert_eq!(values("#[cfg(feature = \"x\")] fn y() { 34 }"), [34]);
    }
}
