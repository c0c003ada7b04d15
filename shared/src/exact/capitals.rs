//! Chinese capital amounts (大写金额), as vouchers and payment papers write them.

use super::Money;

const DIGITS: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];

/// The units of whole 元, largest first; above 亿 they repeat.
const UNITS: [(u64, &str); 5] = [(100_000_000, "亿"), (10_000, "万"), (1_000, "仟"), (100, "佰"), (10, "拾")];

impl Money {
    /// The amount in capitals: 壹佰贰拾叁元肆角伍分. Without 分 it ends with 整; below nothing it begins with 负.
    pub fn in_capitals(self) -> String {
        let fen = self.fen().unsigned_abs();
        let (yuan, tenths, hundredths) = (fen / 100, fen / 10 % 10, fen % 10);
        let mut out = String::new();
        if self.fen() < 0 {
            out.push('负');
        }
        if yuan > 0 || fen == 0 {
            whole(yuan, &mut out);
            out.push('元');
        }
        if tenths > 0 {
            out.push_str(digit(tenths));
            out.push('角');
        } else if hundredths > 0 && yuan > 0 {
            out.push('零');
        }
        if hundredths > 0 {
            out.push_str(digit(hundredths));
            out.push('分');
        } else {
            out.push('整');
        }
        out
    }
}

/// A whole number: what stands before the largest unit, the unit, and the rest, after a 零 when places lie between.
fn whole(number: u64, out: &mut String) {
    let Some((size, unit)) = UNITS.iter().find(|(size, _)| number >= *size) else {
        out.push_str(digit(number));
        return;
    };
    whole(number / size, out);
    out.push_str(unit);
    let rest = number % size;
    if rest > 0 {
        if rest < size / 10 {
            out.push_str(digit(0));
        }
        whole(rest, out);
    }
}

/// One digit; a number above nine has none.
fn digit(number: u64) -> &'static str {
    usize::try_from(number).ok().and_then(|place| DIGITS.get(place)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_as_vouchers_write_them() {
        for (fen, text) in [
            (0, "零元整"),
            (1, "壹分"),
            (10, "壹角整"),
            (105, "壹元零伍分"),
            (12_345, "壹佰贰拾叁元肆角伍分"),
            (1_000, "壹拾元整"),
            (101_000, "壹仟零壹拾元整"),
            (140_950, "壹仟肆佰零玖元伍角整"),
            (600_714, "陆仟零柒元壹角肆分"),
            (1_640_902, "壹万陆仟肆佰零玖元零贰分"),
            (1_200_000, "壹万贰仟元整"),
            (10_700_053, "壹拾万柒仟元伍角叁分"),
            (10_000_100, "壹拾万零壹元整"),
            (1_010_100, "壹万零壹佰零壹元整"),
            (10_000_000_100, "壹亿零壹元整"),
            (10_001_000_000, "壹亿零壹万元整"),
            (100_000_000_000, "壹拾亿元整"),
            (1_145_600_000, "壹仟壹佰肆拾伍万陆仟元整"),
            (-12_345, "负壹佰贰拾叁元肆角伍分"),
            (-5, "负伍分"),
        ] {
            assert_eq!(Money::from_fen(fen).in_capitals(), text, "{fen}");
        }
    }

    #[test]
    fn the_largest_amounts_have_words_too() {
        let most = "玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元零";
        assert_eq!(Money::from_fen(i64::MAX).in_capitals(), format!("{most}柒分"));
        assert_eq!(Money::from_fen(i64::MIN).in_capitals(), format!("负{most}捌分"));
    }

    proptest! {
        #[test]
        fn no_zero_is_doubled_and_amounts_stay_apart(fen: i64, other: i64) {
            let text = Money::from_fen(fen).in_capitals();
            prop_assert!(!text.contains("零零") && !text.contains("零万") && !text.contains("零亿"), "{text}");
            prop_assert!(fen == other || text != Money::from_fen(other).in_capitals());
        }
    }
}
