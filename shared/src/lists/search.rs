//! Searching by Chinese, by full pinyin, by initials and by any mixture of them: 高台, gaotai, gt, g台.
//!
//! The readings of the characters come from the server, which has the dictionary; the browser, which filters without asking,
//! gets them with the rows. A character with several readings is found by each of them: 重庆 by zhongqing and chongqing.

/// Between the readings of neighbouring characters.
const NEXT: char = ' ';
/// Between the readings of one character.
const OR: char = '|';
/// Between the readings of neighbouring texts.
const TEXT: char = '\n';

/// Whether a character has readings.
pub const fn is_read(c: char) -> bool {
    matches!(c, '〇' | '㐀'..='䶿' | '一'..='鿿' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// The readings of texts, as they go with a row: those of each character, as a dictionary has them in lower case.
pub fn readings<'a>(texts: impl IntoIterator<Item = &'a str>, of: impl Fn(char) -> Vec<String>) -> String {
    let mut all = String::new();
    for (at, text) in texts.into_iter().enumerate() {
        if at > 0 {
            all.push(TEXT);
        }
        for (at, c) in text.chars().filter(|c| is_read(*c)).enumerate() {
            if at > 0 {
                all.push(NEXT);
            }
            all.push_str(&of(c).join(OR.encode_utf8(&mut [0; 4])));
        }
    }
    all
}

/// The readings of the text at this place.
pub fn readings_at(readings: &str, place: usize) -> &str {
    readings.split(TEXT).nth(place).unwrap_or_default()
}

/// What somebody looks for: every word of it must be found, each in any text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search(Vec<Vec<char>>);

/// More of a word is not looked at.
const LONGEST: usize = 60;

impl Search {
    /// Reads it: capitals, full-width letters and spaces mean nothing.
    pub fn of(typed: &str) -> Self {
        let words = typed.split(char::is_whitespace).map(|word| word.chars().take(LONGEST).map(folded).collect());
        Self(words.filter(|word: &Vec<char>| !word.is_empty()).collect())
    }

    /// Whether everything is looked for.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether these texts, with their readings, hold it.
    pub fn is_in(&self, texts: &[&str], readings: &str) -> bool {
        self.0.iter().all(|word| {
            let mut of_texts = readings.split(TEXT);
            texts.iter().any(|text| holds(word, Characters { text, readings: of_texts.next().unwrap_or_default() }))
        })
    }
}

/// A character as it is compared.
fn folded(c: char) -> char {
    let half = match c {
        '！'..='～' => u32::from(c).checked_sub(FULL_WIDTH).and_then(char::from_u32).unwrap_or(c),
        c => c,
    };
    half.to_lowercase().next().unwrap_or(half)
}

/// From a full-width character to the ordinary one.
const FULL_WIDTH: u32 = '！' as u32 - '!' as u32;

/// The characters of a text, each with its readings.
#[derive(Clone)]
struct Characters<'a> {
    text: &'a str,
    readings: &'a str,
}

impl<'a> Iterator for Characters<'a> {
    type Item = (char, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let mut chars = self.text.chars();
        let c = chars.next()?;
        self.text = chars.as_str();
        if !is_read(c) {
            return Some((folded(c), ""));
        }
        let (own, rest) = self.readings.split_once(NEXT).unwrap_or((self.readings, ""));
        self.readings = rest;
        Some((c, own))
    }
}

fn holds(word: &[char], mut characters: Characters<'_>) -> bool {
    loop {
        if begins(word, characters.clone()) {
            return true;
        }
        if characters.next().is_none() {
            return false;
        }
    }
}

/// Whether the characters begin with the word: each is met by itself or by the beginning of one of its readings.
fn begins(word: &[char], mut characters: Characters<'_>) -> bool {
    let Some((first, rest)) = word.split_first() else { return true };
    let Some((c, readings)) = characters.next() else { return false };
    if c == *first && begins(rest, characters.clone()) {
        return true;
    }
    readings.split(OR).any(|reading| {
        let alike = reading.chars().zip(word).take_while(|(read, typed)| read == *typed).count();
        // The longest first: what was typed is mostly whole.
        (1..=alike).rev().any(|met| word.get(met..).is_some_and(|rest| begins(rest, characters.clone())))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dictionary(c: char) -> Vec<String> {
        let readings: &[&str] = match c {
            '重' => &["zhong", "chong", "tong"],
            '庆' => &["qing"],
            '小' => &["xiao"],
            '区' => &["qu", "ou"],
            '绿' => &["lv", "lu"],
            '安' => &["an"],
            '居' => &["ju"],
            '西' => &["xi"],
            _ => &[],
        };
        readings.iter().map(|reading| (*reading).to_owned()).collect()
    }

    fn found(typed: &str, texts: &[&str]) -> bool {
        Search::of(typed).is_in(texts, &readings(texts.iter().copied(), dictionary))
    }

    #[test]
    fn every_way_of_typing_a_name_finds_it() {
        let name = ["重庆小区"];
        for typed in [
            "重庆",
            "庆小",
            "chongqing",
            "zhongqing",
            "chonqing",
            "CHONGQING",
            "ｃｈｏｎｇｑｉｎｇ",
            "cq",
            "zq",
            "cqxq",
            "zqxq",
            "chongq",
            "cqing",
            "chongqingx",
            "重q",
            "重qing小",
            "c庆",
            "xiaoqu",
            "xqu",
            "qingxq",
            "  cq  xq ",
            "q",
            "ou",
        ] {
            assert!(found(typed, &name), "{typed}");
        }
        for typed in ["庆重", "qc", "cqq", "chongxiao", "hong", "chonggqing", "cq gt", "重庆x1", "ing", "%", "_"] {
            assert!(!found(typed, &name), "{typed}");
        }
    }

    #[test]
    fn nothing_typed_finds_everything() {
        for typed in ["", " ", "\u{3000}"] {
            assert!(Search::of(typed).is_empty() && found(typed, &[]), "{typed:?}");
        }
    }

    #[test]
    fn a_word_stays_within_a_text_and_words_may_be_in_several() {
        let texts = ["重庆", "GT-0007", "安居"];
        for typed in ["cq aj", "aj cq", "0007", "gt-0007", "gt 重", "ａｊ", "GT-"] {
            assert!(found(typed, &texts), "{typed}");
        }
        for typed in ["cqaj", "庆安", "0007a", "gt0007"] {
            assert!(!found(typed, &texts), "{typed}");
        }
    }

    #[test]
    fn a_vowel_that_keyboards_do_not_have_is_typed_either_way() {
        assert!(found("lvxq", &["绿小区"]) && found("lu", &["绿小区"]));
    }

    #[test]
    fn syllables_may_be_cut_in_more_than_one_way() {
        assert!(found("xian", &["西安"]) && found("xa", &["西安"]));
        assert!(!found("xian", &["安西"]));
    }

    #[test]
    fn characters_without_a_reading_and_readings_that_are_missing_are_found_by_themselves() {
        assert!(found("x", &["囍x"]) && found("囍", &["囍x"]) && found("囍重c", &["囍重重"]));
        assert!(Search::of("重").is_in(&["重"], "") && !Search::of("z").is_in(&["重"], ""));
        assert_eq!(readings(["囍重", "", "安"], dictionary), " zhong|chong|tong\n\nan");
        assert_eq!(readings_at("a b\n\nc", 2), "c");
        assert_eq!(readings_at("a", 5), "");
    }

    /// Whatever is typed, and however long, is answered.
    #[test]
    fn long_words_end() {
        let typed = "重".repeat(10_000) + &"chong".repeat(10_000);
        assert!(!found(&typed, &["重".repeat(50).as_str()]));
        assert!(found("", &[""]));
    }
}
