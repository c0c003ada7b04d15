//! What the rules say of what is typed, sending it, and what the answer means.

use super::{
    Money,
    draft::{Entry, Kind},
};
use crate::{
    browser,
    client::Failure,
    pages::dossier::{context::today, kept::Kept},
};
use anju_domain::{
    acts::{Act, MoneyTakenBack, SavePayment, SaveReceipt},
    api::{PostMoneyTakenBack, PutPayment, PutReceipt, Saved},
    finding::{Finding, Severity},
    language::Text,
    words::money as words,
};
use leptos::{prelude::*, task::spawn_local};
use uuid::Uuid;

/// What takes the focus when an entry was not stored.
pub(super) const REFUSED: &str = "money-refused";

/// What the rules say of what is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Verdict {
    /// What the server would refuse.
    pub(super) stops: Vec<Finding>,
    /// What is stored and will stop the next payment.
    pub(super) later: Vec<Finding>,
}

impl Verdict {
    /// What is wrong with a field.
    pub(super) fn at(&self, path: &str) -> Option<&Finding> {
        self.stops.iter().find(|finding| finding.rule == "malformed" && finding.path == path)
    }

    /// What the rules of the policy stop.
    pub(super) fn of_rules(&self) -> Vec<Finding> {
        let stops = |finding: &&Finding| finding.rule != "malformed" && finding.severity == Severity::E;
        self.stops.iter().filter(stops).cloned().collect()
    }
}

impl Money {
    /// Opens the dialog for a new row.
    pub(super) fn begin(self, kind: Kind) {
        self.draft.begin(kind, today());
        self.opened();
    }

    /// Opens it for what the draft holds.
    pub(super) fn opened(self) {
        self.tried.set(false);
        self.failure.set(None);
        self.done.set(None);
        self.open.set(true);
    }

    /// What the act says of what is typed: the very function of the server.
    pub(super) fn verdict(self) -> Verdict {
        let Some(dossier) = self.context.saved.get() else { return Verdict::default() };
        let decided = match self.draft.read() {
            Err(missing) => Err(missing),
            Ok(Entry::Receipt(entry)) => SaveReceipt::decide(&dossier, &entry, today()).map(|done| done.warnings),
            Ok(Entry::Payment(entry)) => SavePayment::decide(&dossier, &entry, today()).map(|done| done.warnings),
        };
        match decided {
            Err(stops) => Verdict { stops, later: Vec::new() },
            Ok(later) => Verdict { stops: Vec::new(), later },
        }
    }

    /// Sends what is typed. What can't be read stays here; what the rules stop is for the server to say.
    pub(super) fn save(self) {
        self.tried.set(true);
        let Some(dossier) = self.context.saved.get_untracked() else { return };
        let Ok(entry) = untrack(|| self.draft.read()) else { return };
        let is_malformed = untrack(|| self.verdict()).stops.iter().any(|finding| finding.rule == "malformed");
        if self.busy.get_untracked() || is_malformed {
            return;
        }
        let version = self.kept.get_value().map_or(dossier.project_community.version, Kept::version);
        let options = self.key.options(version, &format!("{entry:?}"));
        let id = self.context.id();
        self.send(words::SAVED, async move {
            match entry {
                Entry::Receipt(entry) => self.client.send::<PutReceipt>(&[&id], &(), &entry, options).await,
                Entry::Payment(entry) => self.client.send::<PutPayment>(&[&id], &(), &entry, options).await,
            }
        });
    }

    /// Takes a row back.
    pub(super) fn take_back(self, row: Uuid, reason: String) {
        let Some(dossier) = self.context.saved.get_untracked() else { return };
        if self.busy.get_untracked() {
            return;
        }
        let request = MoneyTakenBack { id: row, reason };
        let version = dossier.project_community.version;
        let options = self.key.options(version, &format!("{request:?}"));
        let id = self.context.id();
        self.send(words::TAKEN_BACK, async move {
            self.client.send::<PostMoneyTakenBack>(&[&id], &(), &request, options).await
        });
    }

    fn send(self, done: Text, answer: impl Future<Output = Result<Saved, Failure>> + 'static) {
        self.busy.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let answer = answer.await;
            // The dialog stays until what it has left is here: the next entry is made on top of it.
            if answer.is_ok() {
                self.context.read_after_act().await;
            }
            // The page was left meanwhile.
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(_) => {
                    if let Some(kept) = self.kept.get_value().filter(|_| self.open.get_untracked()) {
                        kept.drop();
                    }
                    self.open.set(false);
                    self.back.set(false);
                    self.done.set(Some(done));
                }
                Err(failure) => {
                    if failure.is_stale() {
                        self.context.ask();
                    }
                    self.failure.set(Some(failure));
                    browser::focus_soon(REFUSED);
                }
            }
        });
    }
}
