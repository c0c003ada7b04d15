//! The state of a page that stands in its address, so that a link shows the same page and "back" undoes a step.

use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_location, use_navigate, use_query_map},
    params::ParamsMap,
};
use std::rc::Rc;

/// The query of the address.
#[derive(Clone, Copy)]
pub(crate) struct Query {
    map: Memo<ParamsMap>,
    go: StoredValue<Rc<dyn Fn(String)>, LocalStorage>,
}

impl Query {
    /// The query of the page that is open.
    pub(crate) fn of_page() -> Self {
        let navigate = use_navigate();
        let path = use_location().pathname;
        let go = move |query: String| {
            let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
            navigate(&format!("{}{query}", path.get_untracked()), options);
        };
        Self { map: use_query_map(), go: StoredValue::new_local(Rc::new(go)) }
    }

    /// A value, when it is there and not empty.
    pub(crate) fn get(self, name: &str) -> Option<String> {
        self.map.with(|map| map.get_str(name).filter(|value| !value.is_empty()).map(str::to_owned))
    }

    /// A value that can be read as `T`.
    pub(crate) fn read<T: std::str::FromStr>(self, name: &str) -> Option<T> {
        self.get(name)?.parse().ok()
    }

    /// Changes some values; an empty one goes.
    pub(crate) fn set(self, changes: &[(&'static str, &str)]) {
        let mut map = self.map.get_untracked();
        for (name, value) in changes {
            map.remove(name);
            if !value.is_empty() {
                map.insert(*name, (*value).to_owned());
            }
        }
        let go = self.go.get_value();
        go(map.to_query_string());
    }
}
