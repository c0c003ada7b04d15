//! Numbers of a sheet as decimals: with the fifteen digits that a spreadsheet itself keeps, so that 0.1 + 0.2 is 0.3.

/// The digits that a spreadsheet keeps of a number.
const DIGITS: usize = 15;

/// The decimal of a number, without exponent; none for what is no number.
pub(super) fn decimal(number: f64) -> Option<String> {
    if !number.is_finite() {
        return None;
    }
    let shortest = format!("{number}");
    let significant = shortest.bytes().filter(u8::is_ascii_digit).skip_while(|digit| *digit == b'0').count();
    if significant <= DIGITS || !shortest.contains('.') {
        return Some(shortest);
    }
    // 1.23456789012345e-3: fifteen digits, then the place of the point.
    let text = format!("{number:.precision$e}", precision = DIGITS - 1);
    let (mantissa, exponent) = text.split_once('e')?;
    let exponent: i32 = exponent.parse().ok()?;
    let (sign, mantissa) = mantissa.strip_prefix('-').map_or(("", mantissa), |rest| ("-", rest));
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let point = exponent + 1;
    let placed = match usize::try_from(point) {
        Ok(point) if point >= digits.len() => digits + &"0".repeat(point.saturating_sub(DIGITS)),
        Ok(0) => format!("0.{digits}"),
        Ok(point) => {
            let (whole, fraction) = digits.split_at(point);
            format!("{whole}.{fraction}")
        }
        Err(_) => format!("0.{}{digits}", "0".repeat(usize::try_from(-point).ok()?)),
    };
    let placed = if placed.contains('.') { placed.trim_end_matches('0').trim_end_matches('.') } else { &placed };
    Some(format!("{sign}{placed}"))
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn numbers_have_the_digits_of_a_spreadsheet() {
        for (number, text) in [
            (0.1 + 0.2, "0.3"),
            (28_640.000_000_000_004, "28640"),
            (1145.6, "1145.6"),
            (-33.333_333_333_333_336, "-33.3333333333333"),
            (0.000_123_456_789_012_345_67, "0.000123456789012346"),
            (1e20, "100000000000000000000"),
            (312.0, "312"),
            (0.0, "0"),
            (0.95, "0.95"),
        ] {
            assert_eq!(decimal(number).as_deref(), Some(text), "{number}");
        }
        assert_eq!(decimal(f64::NAN), None);
        assert_eq!(decimal(f64::INFINITY), None);
    }
}
