//! What every handler may reach: the storage, the clock, the sessions, the kept answers.

use crate::{
    answers::{Answers, Standing},
    backup::Backups,
    clock::Clock,
    endpoints::missing::kept::Kept as KeptMissing,
    evidence::Files,
    export::Exports,
    http::refusal::Refusal,
    imports::Imports,
    live::Live,
    metrics::Metrics,
    sign_in::{Person, attempts::Attempts, cookie, hashing::Hashing, sessions::Sessions},
};
use anju_domain::model::Programme;
use anju_storage::Storage;
use axum::http::HeaderMap;
use std::{
    net::{IpAddr, SocketAddr},
    ops::Deref,
    sync::{Arc, PoisonError, RwLock},
};

/// Where this server stands in the network.
#[derive(Clone, Debug)]
pub struct Site {
    /// The address that it listens on.
    pub listen: SocketAddr,
    /// The origin that browsers see, such as `https://anju.gaotai.example`.
    pub origin: Option<String>,
    /// The proxy whose `X-Forwarded-For` is believed.
    pub trusted_proxy: Option<IpAddr>,
}

impl Site {
    /// Whether browsers come by https.
    pub fn is_https(&self) -> bool {
        self.origin.as_deref().is_some_and(|origin| origin.starts_with("https://"))
    }

    /// Whether a `Host` is this server: its origin, its address, or this machine. Any other name that resolves here
    /// may belong to a stranger's page.
    pub fn answers_to(&self, host: &str) -> bool {
        if self.authority().is_some_and(|own| own.eq_ignore_ascii_case(host)) {
            return true;
        }
        let name = match host.rsplit_once(':') {
            Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) && !name.is_empty() => name,
            _ => host,
        };
        let bare = name.trim_start_matches('[').trim_end_matches(']');
        name.eq_ignore_ascii_case("localhost")
            || bare.parse::<IpAddr>().is_ok_and(|address| address.is_loopback() || address == self.listen.ip())
    }

    /// Whether an `Origin` is this server's own.
    pub fn is_own_origin(&self, origin: &str, host: &str) -> bool {
        match &self.origin {
            Some(own) => own.eq_ignore_ascii_case(origin),
            None => origin.strip_prefix("http://").is_some_and(|authority| authority.eq_ignore_ascii_case(host)),
        }
    }

    fn authority(&self) -> Option<&str> {
        self.origin.as_deref()?.split_once("://").map(|(_, authority)| authority)
    }
}

/// What every handler may reach.
#[derive(Clone)]
pub struct App(Arc<Parts>);

/// The parts of [`App`].
pub struct Parts {
    /// The storage.
    pub storage: Storage,
    /// The files that show that something was done.
    pub files: Files,
    /// The backups of both.
    pub backups: Backups,
    /// The clock.
    pub clock: Clock,
    /// Where the server stands.
    pub site: Site,
    /// Sessions.
    pub sessions: Sessions,
    /// Password hashing.
    pub hashing: Hashing,
    /// Attempts to sign in.
    pub attempts: Attempts,
    /// Kept answers.
    pub answers: Answers,
    /// Whose turn it is to have a file made.
    pub exports: Exports,
    /// Files that were checked and may be imported.
    pub imports: Imports,
    /// What is missing of all communities.
    pub missing: KeptMissing,
    /// The kept answer of duties alone, which rests on facts without communities.
    pub duty_answers: Answers,
    /// Counts.
    pub metrics: Metrics,
    /// Live streams.
    pub live: Live,
    programme: RwLock<Option<Arc<Programme>>>,
}

impl Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl App {
    /// Everything for a server on this storage, with its files and backups.
    pub fn new(storage: Storage, files: Files, backups: Backups, clock: Clock, site: Site) -> Self {
        Self(Arc::new(Parts {
            storage,
            files,
            backups,
            clock,
            site,
            sessions: Sessions::default(),
            hashing: Hashing::default(),
            attempts: Attempts::default(),
            answers: Answers::default(),
            exports: Exports::default(),
            imports: Imports::default(),
            missing: KeptMissing::default(),
            duty_answers: Answers::default(),
            metrics: Metrics::default(),
            live: Live::default(),
            programme: RwLock::new(None),
        }))
    }

    /// Who asks, by the session's cookie.
    ///
    /// # Errors
    /// The storage fails.
    pub async fn person(&self, headers: &HeaderMap) -> Result<Option<Arc<Person>>, Refusal> {
        match cookie::read(headers, self.site.is_https()) {
            Some(id) => self.sessions.find(&self.storage, id).await,
            None => Ok(None),
        }
    }

    /// The programme of this data folder, when it holds one.
    ///
    /// # Errors
    /// The storage fails.
    pub async fn find_programme(&self) -> Result<Option<Arc<Programme>>, Refusal> {
        if let Some(programme) = &*self.programme.read().unwrap_or_else(PoisonError::into_inner) {
            return Ok(Some(Arc::clone(programme)));
        }
        let found = self.storage.programmes().await?.into_iter().next().map(Arc::new);
        self.programme.write().unwrap_or_else(PoisonError::into_inner).clone_from(&found);
        Ok(found)
    }

    /// Forgets the programme as it was read: it was changed, here or by another server on the same database.
    pub fn forget_programme(&self) {
        *self.programme.write().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// The programme of this data folder.
    ///
    /// # Errors
    /// There is none, or the storage fails.
    pub async fn programme(&self) -> Result<Arc<Programme>, Refusal> {
        self.find_programme().await?.ok_or(Refusal::NotFound)
    }

    /// What answers rest on at this moment.
    ///
    /// # Errors
    /// There is no programme, or the storage fails.
    pub async fn standing(&self) -> Result<Standing, Refusal> {
        let programme = self.programme().await?;
        let revision = self.storage.revision(programme.id).await?;
        Ok(Standing { programme: programme.id, revision, today: self.clock.today(Some(&programme)) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(origin: Option<&str>) -> Site {
        Site { listen: "127.0.0.1:8080".parse().unwrap(), origin: origin.map(str::to_owned), trusted_proxy: None }
    }

    #[test]
    fn a_strangers_host_is_not_answered() {
        for host in ["localhost", "localhost:8080", "LOCALHOST:1", "127.0.0.1:8080", "[::1]:8080", "127.0.0.1"] {
            assert!(site(None).answers_to(host), "{host}");
        }
        for host in [
            "evil.example",
            "evil.example:8080",
            "",
            "127.0.0.1.evil.example:8080",
            "10.0.0.1",
            "localhost.evil.example",
        ] {
            assert!(!site(None).answers_to(host), "{host}");
        }
        assert!(site(Some("https://anju.example")).answers_to("anju.example"));
        assert!(!site(Some("https://anju.example")).answers_to("anju.example:444"));
    }

    #[test]
    fn an_origin_is_compared_whole() {
        assert!(site(None).is_own_origin("http://localhost:8080", "localhost:8080"));
        assert!(!site(None).is_own_origin("http://localhost:8081", "localhost:8080"));
        assert!(!site(None).is_own_origin("null", "localhost:8080"));
        let public = site(Some("https://anju.example"));
        assert!(public.is_own_origin("https://anju.example", "anju.example"));
        assert!(!public.is_own_origin("http://anju.example", "anju.example"));
    }
}
