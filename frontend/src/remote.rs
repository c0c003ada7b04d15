//! Something that the server holds: being read, here, or not to be had. What was here stays while it is read again.

use crate::client::Failure;
use leptos::{prelude::*, task::spawn_local};
use std::{future::Future, sync::Arc};

/// Something that the server holds.
pub(crate) struct Remote<T: Send + Sync + 'static> {
    value: RwSignal<Option<Arc<T>>>,
    failure: RwSignal<Option<Failure>>,
    /// Only the answer to the latest question counts.
    asked: StoredValue<u32>,
}

impl<T: Send + Sync + 'static> Clone for Remote<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Remote<T> {}

impl<T: Send + Sync + 'static> Remote<T> {
    pub(crate) fn new() -> Self {
        Self { value: RwSignal::new(None), failure: RwSignal::new(None), asked: StoredValue::new(0) }
    }

    /// Takes the result when it comes, unless another question was asked since.
    pub(crate) fn ask(self, answer: impl Future<Output = Result<T, Failure>> + 'static) {
        let number = self.asked.try_update_value(|asked| {
            *asked = asked.wrapping_add(1);
            *asked
        });
        spawn_local(async move {
            let answer = answer.await;
            // The page may be gone by now: then there is nothing to tell.
            if number.is_none() || self.asked.try_get_value() != number {
                return;
            }
            match answer {
                Ok(value) => {
                    self.failure.try_set(None);
                    self.value.try_set(Some(Arc::new(value)));
                }
                Err(failure) => {
                    self.failure.try_set(Some(failure));
                }
            }
        });
    }

    /// Takes this result whatever else was asked for meanwhile: it is newer than everything that was asked for before.
    /// Tells whether it came.
    pub(crate) async fn wait_for(self, answer: impl Future<Output = Result<T, Failure>>) -> bool {
        self.asked.try_update_value(|asked| *asked = asked.wrapping_add(1));
        let Ok(value) = answer.await else { return false };
        self.failure.try_set(None);
        self.value.try_set(Some(Arc::new(value)));
        true
    }

    /// What is here.
    pub(crate) fn get(self) -> Option<Arc<T>> {
        self.value.get()
    }

    /// What is here, without following it.
    pub(crate) fn get_untracked(self) -> Option<Arc<T>> {
        self.value.get_untracked()
    }

    /// Puts another value in its place.
    pub(crate) fn set(self, value: T) {
        self.value.set(Some(Arc::new(value)));
    }

    /// Forgets what is here, before something else is asked for.
    pub(crate) fn clear(self) {
        self.value.set(None);
        self.failure.set(None);
    }

    /// Why nothing came of the latest question.
    pub(crate) fn failure(self) -> Option<Failure> {
        self.failure.get()
    }

    /// Whether there is something.
    pub(crate) fn is_here(self) -> bool {
        self.value.with(Option::is_some)
    }
}
