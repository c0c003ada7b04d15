//! How characters are read: the dictionary behind searching by pinyin. It stays here, because in the browser it would cost a
//! fifth of the first page.

use pinyin::ToPinyinMulti as _;

/// The readings of a character without tones, in lower case. The vowel ü, which keyboards do not have, is typed as v or u.
pub fn readings(c: char) -> Vec<String> {
    let mut readings: Vec<String> = Vec::new();
    for reading in c.to_pinyin_multi().into_iter().flatten() {
        let plain = reading.plain();
        let typed = if plain.contains('ü') {
            ["v", "u"].map(|vowel| plain.replace('ü', vowel)).into()
        } else {
            vec![plain.to_owned()]
        };
        for reading in typed {
            if !readings.contains(&reading) {
                readings.push(reading);
            }
        }
    }
    readings
}

#[cfg(test)]
mod tests {
    use super::*;
    use anju_domain::lists::search::{self, Search};

    #[test]
    fn every_reading_of_a_character_is_there() {
        for (c, expected) in
            [('重', &["zhong", "chong"][..]), ('庆', &["qing"]), ('绿', &["lv", "lu"]), ('A', &[]), ('，', &[])]
        {
            let readings = readings(c);
            assert!(expected.iter().all(|one| readings.iter().any(|read| read == one)), "{c}: {readings:?}");
            assert_eq!(expected.is_empty(), readings.is_empty(), "{c}");
        }
    }

    #[test]
    fn names_are_found_by_pinyin_initials_and_mixtures() {
        let texts = ["重庆路1号家属院", "GT-0007", "西关社区", "县住建局", "样例责任人"];
        let read = search::readings(texts, readings);
        for typed in [
            "chongqinglu",
            "zhongqing",
            "cql",
            "zql",
            "重qing",
            "qinglu1号",
            "jsy",
            "jiashuyuan",
            "xgsq",
            "xzjj gt-0007",
        ] {
            assert!(Search::of(typed).is_in(&texts, &read), "{typed}");
        }
        for typed in ["qingchong", "lqc", "gt-0008", "xguan sq w"] {
            assert!(!Search::of(typed).is_in(&texts, &read), "{typed}");
        }
    }
}
