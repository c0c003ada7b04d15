//! What a new password must be (the plain preset): long enough, not common, not the account's own name. Length is
//! what protects; demands on kinds of characters and on periodic change only lead to worse passwords.

use anju_domain::finding::Finding;

/// The least number of characters.
pub const LEAST: usize = 12;
/// The most; hashing reads all of them.
pub const MOST: usize = 256;

/// Passwords that are tried first although they are long enough, in lower case. Shorter ones never pass anyway.
const COMMON: &[&str] = &[
    "123456789012",
    "1234567890123",
    "12345678901234",
    "123456123456",
    "123123123123",
    "111111111111",
    "000000000000",
    "888888888888",
    "666666666666",
    "987654321098",
    "qwertyuiop123",
    "qwertyuiop[]",
    "1qaz2wsx3edc",
    "qazwsxedcrfv",
    "1q2w3e4r5t6y",
    "abcdefghijkl",
    "abcd12345678",
    "abc123456789",
    "aa1234567890",
    "password1234",
    "password12345",
    "passwordpassword",
    "password@123",
    "passw0rd1234",
    "p@ssw0rd1234",
    "admin1234567",
    "admin12345678",
    "administrator",
    "admin@123456",
    "adminadmin123",
    "woaini520520",
    "woaini1314520",
    "5201314520131",
    "zhongguo1234",
    "iloveyou1234",
    "letmein12345",
    "welcome12345",
    "changeme1234",
    "qwerty123456",
    "asdfghjkl123",
    "zxcvbnm12345",
    "a1b2c3d4e5f6",
    "test12345678",
    "root12345678",
    "gaotai123456",
    "anju12345678",
    "zhangye12345",
    "gansu1234567",
];

/// What is wrong with a new password; the path is `new`.
pub fn wrong_with(new: &str, current: &str, user: &str) -> Vec<Finding> {
    let lower = new.to_lowercase();
    let characters = new.chars().count();
    let repeated = new.chars().next().is_some_and(|first| new.chars().all(|character| character == first));
    let why = if characters < LEAST {
        "password_short"
    } else if characters > MOST {
        "password_long"
    } else if new == current {
        "password_same"
    } else if lower.contains(&user.to_lowercase()) {
        "password_is_user"
    } else if repeated || COMMON.contains(&lower.as_str()) {
        "password_common"
    } else {
        return Vec::new();
    };
    vec![Finding::malformed("new", why)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_of_each_edge() {
        for (new, why) in [
            ("elevenchars", Some("password_short")),
            ("twelve chars", None),
            ("一二三四五六七八九十一二", None),
            ("一二三四五六七八九十一", Some("password_short")),
            ("123456789012", Some("password_common")),
            ("Password1234", Some("password_common")),
            ("zzzzzzzzzzzzz", Some("password_common")),
            ("my-Office-2022", Some("password_is_user")),
            ("the-old-password", Some("password_same")),
        ] {
            let expected: Vec<_> = why.map(|why| Finding::malformed("new", why)).into_iter().collect();
            assert_eq!(wrong_with(new, "the-old-password", "office"), expected, "{new}");
        }
        assert!(wrong_with(&"ab".repeat(128), "", "office").is_empty());
        assert_eq!(wrong_with(&"ab".repeat(129), "", "office").len(), 1);
    }
}
