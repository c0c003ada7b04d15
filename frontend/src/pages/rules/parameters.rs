//! The numbers and lists by which a rule judges, each with the day from which it holds and where it comes from.

use super::rule::day;
use crate::preferences::{language, say};
use anju_domain::{
    language::Language,
    policy::parameters::{PARAMETERS, Parameter},
    words::rules as words,
};
use leptos::prelude::*;

/// The parameters that a rule uses, in the order of the table.
fn used_by(rule: &str) -> impl Iterator<Item = &'static Parameter> {
    let names = move |row: &&Parameter| row.used_by.en.split(", ").any(|user| user.trim() == rule);
    PARAMETERS.iter().filter(names)
}

/// The parameters of a rule; nothing when it uses none.
#[component]
pub(super) fn Parameters(rule: &'static str) -> impl IntoView {
    let language = language();
    move || {
        let language = language.get();
        let rows: Vec<_> = used_by(rule).map(|parameter| row(parameter, language)).collect();
        (!rows.is_empty()).then(|| {
            view! {
                <section>
                    <h3>{say(words::PARAMETERS)}</h3>
                    <table class="cards">
                        <thead>
                            <tr>
                                <th scope="col">{say(words::PARAMETER)}</th>
                                <th scope="col" class="fill">{say(words::VALUE)}</th>
                                <th scope="col">{say(words::VALID_FROM)}</th>
                                <th scope="col">{say(words::SOURCE)}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </section>
            }
        })
    }
}

fn row(parameter: &'static Parameter, language: Language) -> impl IntoView + use<> {
    let shown = parameter.kind.value_shown(parameter.value, language);
    // A value in words says itself what it is.
    let unit = if shown == parameter.value { parameter.unit.get(language) } else { "" };
    let value = if shown == parameter.value { day(&shown, language) } else { shown };
    view! {
        <tr>
            <th scope="row">{parameter.title.get(language)}</th>
            <td class="fill" data-label=words::VALUE.get(language)>{value}" "<small class="unit">{unit}</small></td>
            <td data-label=words::VALID_FROM.get(language)>{day(parameter.valid_from, language)}</td>
            <td data-label=words::SOURCE.get(language)>{parameter.source_shown(language)}</td>
        </tr>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_finds_its_own_parameters_alone() {
        let names: Vec<_> = used_by("R-18").map(|row| row.name).collect();
        assert_eq!(names, ["operator_share_min"]);
        assert_eq!(used_by("R-1").count(), 0);
    }
}
