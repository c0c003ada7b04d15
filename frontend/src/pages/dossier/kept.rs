//! What is typed into a form of single fields, kept on the device until it is saved, and beside it what somebody else has
//! saved meanwhile: for the forms of approvals, votes and money. Forms of cells have their own (`editing`).

mod field;
mod note;

pub(super) use field::{Field, texts};
pub(super) use note::KeptNote;

use super::{
    context::{DossierContext, dossier},
    editing::told,
};
use crate::drafts;
use anju_domain::{language::Language, model::Dossier};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// A draft is written so long after the first key.
const KEEP_AFTER: Duration = Duration::from_millis(800);

/// What the fields were made of: the version, and what was saved then.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Base {
    version: i64,
    texts: Vec<String>,
}

/// What is kept in the browser.
#[derive(Serialize, Deserialize)]
struct Draft {
    base: Base,
    texts: Vec<String>,
}

/// The fields of a form with what is saved of them.
#[derive(Clone, Copy)]
pub(super) struct Kept {
    document: StoredValue<String>,
    fields: StoredValue<Vec<Field>>,
    base: RwSignal<Base>,
    /// What is saved now.
    stored: Memo<Option<Base>>,
    restored: RwSignal<bool>,
    kept_at: RwSignal<Option<String>>,
    waiting: StoredValue<bool>,
}

impl Kept {
    /// Of a form that was just opened; a draft of it that is here is filled in. `stored` gives the version that the form
    /// speaks about and what is saved in its fields.
    pub(super) fn of(
        form: &str,
        fields: Vec<Field>,
        stored: impl Fn(&Dossier) -> (i64, Vec<String>) + Send + Sync + 'static,
    ) -> Self {
        let context: DossierContext = dossier();
        let stored = Memo::new(move |_| {
            let (version, texts) = stored(&*context.saved.get()?);
            Some(Base { version, texts })
        });
        let kept = Self {
            document: StoredValue::new(format!("{form}/{}", context.id())),
            fields: StoredValue::new(fields),
            base: RwSignal::new(stored.get_untracked().unwrap_or_default()),
            stored,
            restored: RwSignal::new(false),
            kept_at: RwSignal::new(None),
            waiting: StoredValue::new(false),
        };
        kept.restore();
        kept.connect();
        kept
    }

    /// Of a form for something new: nothing of it is saved yet, and what stands in it now is no draft.
    pub(super) fn of_new(form: &str, fields: Vec<Field>, version: fn(&Dossier) -> i64) -> Self {
        let blank = untrack(|| texts(&fields));
        let kept = Self::of(form, fields, move |saved| (version(saved), blank.clone()));
        // What a form begins with may be another day by now: nobody else has saved that.
        if let Some(now) = kept.stored.get_untracked() {
            kept.base.set(now);
        }
        kept
    }

    fn restore(self) {
        let draft = self.document.with_value(|document| drafts::kept(document));
        let draft = draft.and_then(|text| serde_json::from_str::<Draft>(&text).ok());
        let fits = |draft: &Draft| {
            let width = self.fields.with_value(Vec::len);
            draft.texts.len() == width && draft.base.texts.len() == width && draft.texts != draft.base.texts
        };
        if let Some(draft) = draft.filter(fits) {
            self.fill_in(&draft.texts);
            self.base.set(draft.base);
            self.restored.set(true);
        }
    }

    fn connect(self) {
        // What others save is taken over where nothing was typed on top of it.
        Effect::new(move || {
            let Some(now) = self.stored.get() else { return };
            let (base, mine) = untrack(|| (self.base.get(), self.typed()));
            if mine == base.texts && now.texts != base.texts {
                self.fill_in(&now.texts);
                self.base.set(now);
            } else if now.texts == base.texts && now.version != base.version {
                self.base.set(now);
            }
        });
        Effect::new(move |before: Option<Vec<String>>| {
            let now = self.typed();
            if before.is_some_and(|before| before != now) && self.waiting.try_set_value(true).is_none() {
                set_timeout(move || self.keep(), KEEP_AFTER);
            }
            now
        });
        on_cleanup(move || {
            if self.waiting.try_get_value() == Some(true) {
                self.keep();
            }
        });
    }

    fn typed(self) -> Vec<String> {
        self.fields.try_with_value(|fields| texts(fields)).unwrap_or_default()
    }

    fn fill_in(self, texts: &[String]) {
        self.fields.with_value(|fields| {
            for (field, text) in fields.iter().zip(texts) {
                field.set(text);
            }
        });
    }

    /// Writes the draft, or drops it when nothing differs from what is saved.
    fn keep(self) {
        self.waiting.try_set_value(false);
        let (Some(base), Some(document)) = (self.base.try_get_untracked(), self.document.try_get_value()) else {
            return;
        };
        let texts = untrack(|| self.typed());
        if texts.len() != base.texts.len() {
            return;
        }
        if texts == base.texts {
            drafts::drop(&document);
            self.kept_at.try_set(None);
        } else if let Ok(draft) = serde_json::to_string(&Draft { base, texts }) {
            drafts::keep(&document, &draft);
            self.kept_at.try_set(Some(told::clock()));
        }
    }

    /// The version that what is typed was made of: with it the server says whether somebody else has saved since.
    pub(super) fn version(self) -> i64 {
        self.base.with_untracked(|base| base.version)
    }

    /// Nothing is kept any more: it was saved, or given up.
    pub(super) fn drop(self) {
        if let Some(document) = self.document.try_get_value() {
            drafts::drop(&document);
        }
        if let Some(Some(now)) = self.stored.try_get_untracked() {
            self.base.try_set(now);
        }
        self.waiting.try_set_value(false);
        self.restored.try_set(false);
        self.kept_at.try_set(None);
    }

    fn discard(self) {
        if let Some(now) = self.stored.get_untracked() {
            self.fill_in(&now.texts);
        }
        self.drop();
    }

    /// Whether somebody else has saved something else in these fields.
    pub(super) fn is_stale(self) -> bool {
        let now = self.stored.get();
        let typed = self.typed();
        let differs = |base: &Base, now: &Base| now.texts != base.texts && now.texts != typed && typed != base.texts;
        self.base.with(|base| now.is_some_and(|now| differs(base, &now)))
    }

    /// Puts what was typed on top of what is saved now.
    fn rebase(self) {
        let Some(now) = self.stored.get_untracked() else { return };
        let before = self.base.get_untracked();
        let mine = untrack(|| self.typed());
        let merged: Vec<String> = mine
            .into_iter()
            .zip(&before.texts)
            .zip(&now.texts)
            .map(|((mine, before), theirs)| if mine == *before { theirs.clone() } else { mine })
            .collect();
        self.base.set(now);
        self.fill_in(&merged);
    }

    /// The fields in which both have changed something: name, before, theirs, mine.
    fn conflicts(self, language: Language) -> Vec<[String; 4]> {
        let Some(now) = self.stored.get() else { return Vec::new() };
        let (base, mine) = (self.base.get(), self.typed());
        self.fields.with_value(|fields| {
            let each = fields.iter().zip(&base.texts).zip(now.texts.iter().zip(&mine));
            let both =
                each.filter(|((_, before), (theirs, mine))| theirs != before && mine != before && theirs != mine);
            both.map(|((field, before), (theirs, mine))| {
                let shown = |text: &str| field.shown(text, language);
                [(field.name)(language), shown(before), shown(theirs), shown(mine)]
            })
            .collect()
        })
    }
}
