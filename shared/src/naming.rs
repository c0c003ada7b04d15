//! Names of what is stored in Chinese, in the language of the reader where the policy knows one.

use crate::{
    duties::owner_text,
    language::Language,
    model::Role,
    policy::{funding::fund, items::item, units::unit_named},
    words,
};

/// A member unit by its Chinese name; other bodies keep their own.
pub fn unit(name: &str, language: Language) -> String {
    unit_named(name).map_or_else(|| name.to_owned(), |unit| unit.text().get(language).to_owned())
}

/// Who answers for a task, by code or name.
pub fn owner(code: &str, language: Language) -> String {
    owner_text(code).map_or_else(|| unit(code, language), |text| text.get(language).to_owned())
}

/// How the account of a project owner is known, beside that of the unit which it may be too.
pub fn project_owner_account(name: &str) -> String {
    format!("{name}（{}）", Role::ProjectOwner.code())
}

/// A post or unit by which an account is known.
pub fn post(name: &str, language: Language) -> String {
    let ending = project_owner_account("");
    if let Some(owner) = name.strip_suffix(&ending).filter(|_| language == Language::En) {
        return format!("{} ({})", unit(owner, language), Role::ProjectOwner.text().en);
    }
    if let Some(by) = words::audit::BY_THE_SERVER.iter().find(|by| by.zh == name) {
        return by.get(language).to_owned();
    }
    Role::from_code(name).map_or_else(|| unit(name, language), |role| role.text().get(language).to_owned())
}

/// An item with its code: B07 供热.
pub fn item_with_code(code: &str, language: Language) -> String {
    item(code).map_or_else(|| code.to_owned(), |item| format!("{code} {}", item.text().get(language)))
}

/// A fund by its code.
pub fn fund_name(code: &str, language: Language) -> String {
    fund(code).map_or_else(|| code.to_owned(), |fund| fund.text().get(language).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_server_does_by_itself_is_told_in_both_languages() {
        assert_eq!(post("按时限生成", Language::Zh), "按时限生成");
        for by in words::audit::BY_THE_SERVER {
            assert!(post(by.zh, Language::En).is_ascii(), "{}", by.zh);
        }
    }

    #[test]
    fn an_account_of_a_project_owner_is_named_in_both_languages() {
        let account = project_owner_account("县住建局");
        assert_eq!(post(&account, Language::Zh), "县住建局（建设单位）");
        assert!(post(&account, Language::En).ends_with(" (project owner)"));
        assert!(!post(&account, Language::En).contains('县'));
    }
}
