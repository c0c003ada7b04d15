//! A server for a test: the sample programme, one account a role with the same password, a free port.

use crate::{
    actor::Actor,
    database::{self, Database, Kind},
};
use anju_domain::{model::Role, sample};
use anju_server::{
    app::{App, Site},
    backup::Backups,
    clock::Clock,
    evidence::Files,
    first_accounts::new_id,
    routes::{ROUTES, Route},
    serve,
    sign_in::hashing,
    upkeep,
};
use anju_storage::{Account, Storage, Who};
use chrono::NaiveDate;
use std::{future::Future, net::SocketAddr, path::Path, sync::OnceLock};
use tokio::{net::TcpListener, sync::oneshot, task::JoinHandle};
use uuid::Uuid;

/// The password of every account of a test.
pub const PASSWORD: &str = "correct-horse-42";

/// A server that runs.
#[derive(Debug)]
pub struct Server {
    /// Its address.
    pub address: SocketAddr,
    /// Its storage, for looking behind the answers.
    pub storage: Storage,
    /// Its files, for looking behind the answers.
    pub files: Files,
    /// The sample programme.
    pub programme: Uuid,
    site: Site,
    routes: Vec<Route>,
    stop: Option<oneshot::Sender<()>>,
    running: JoinHandle<()>,
    database: Database,
}

/// How a test's server differs from the usual one.
#[derive(Clone, Debug, Default)]
pub struct Setting {
    /// `--origin`
    pub origin: Option<String>,
    /// `--trusted-proxy`
    pub trusted_proxy: Option<std::net::IpAddr>,
    /// Without programme.
    pub empty: bool,
    /// Routes of the test itself, beside those of the register and behind the same guards.
    pub beside: Vec<Route>,
}

impl Server {
    /// Starts one on this kind of database.
    pub async fn start(kind: Kind) -> Self {
        Self::start_with(kind, Setting::default()).await
    }

    /// Starts one that differs.
    pub async fn start_with(kind: Kind, setting: Setting) -> Self {
        let database = Database::new(kind);
        let storage = Storage::open(database.location.clone()).await.expect("a new database opens");
        let programme = fill(&storage, setting.empty).await;
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port is free");
        let address = listener.local_addr().expect("a listener has an address");
        let site = Site { listen: address, origin: setting.origin, trusted_proxy: setting.trusted_proxy };
        let routes = [ROUTES, &setting.beside].concat();
        let files = Files::open(&database.evidence).expect("a folder for the evidence is made");
        let (stop, running) = serving(&storage, &files, &database, &site, &routes, listener);
        let stop = Some(stop);
        Self { address, storage, files, programme, site, routes, stop, running, database }
    }

    /// Stops it in order and starts it anew at the same address, on what it has stored.
    pub async fn restart(&mut self) {
        self.ask_to_stop();
        (&mut self.running).await.expect("the server ends in order");
        self.storage.clone().close().await.expect("the storage closes");
        self.storage = Storage::open(self.database.location.clone()).await.expect("what it has stored opens again");
        let listener = TcpListener::bind(self.address).await.expect("its port is free again");
        let (stop, running) = serving(&self.storage, &self.files, &self.database, &self.site, &self.routes, listener);
        (self.stop, self.running) = (Some(stop), running);
    }

    /// Somebody who is not signed in.
    pub fn anonymous(&self) -> Actor {
        Actor::new(self.address)
    }

    /// Somebody of a role, signed in.
    pub async fn actor(&self, role: Role) -> Actor {
        let mut actor = self.anonymous();
        let answer = actor.sign_in(user(role), PASSWORD).await;
        assert_eq!(answer.status, 200, "{role}: {}", answer.text());
        actor
    }

    /// Makes an account of a unit, with the password of every account; gives its name.
    pub async fn add_unit(&self, code: &str) -> &'static str {
        let text = anju_domain::policy::units::unit(code).map(|unit| unit.text()).expect("a unit");
        let account = Account {
            user: text.zh.to_owned(),
            display: text.zh.to_owned(),
            display_en: text.en.to_owned(),
            unit: Some(code.to_owned()),
            ..account(Role::Unit)
        };
        let who = Who { user: "anju".to_owned(), display: "样例载入".to_owned() };
        let now = Clock::default().instant(Some(&sample::programme().programme));
        self.storage.accounts().create(&who, account, now).await.expect("an account is made");
        text.zh
    }

    /// The project community whose community has this code.
    pub async fn community(&self, code: &str) -> Uuid {
        let found = self.storage.community_of_code(self.programme, code).await.expect("communities are read");
        found.expect("the sample has it")
    }

    /// The programme's revision.
    pub async fn revision(&self) -> i64 {
        self.storage.revision(self.programme).await.expect("the programme is there")
    }

    /// The folder of its files.
    pub fn evidence(&self) -> &Path {
        &self.database.evidence
    }

    /// The folder of its backups.
    pub fn backups(&self) -> &Path {
        &self.database.backups
    }

    /// Asks the server to stop, without waiting.
    pub fn ask_to_stop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
    }

    /// Stops it in order.
    pub async fn stop(mut self) {
        self.ask_to_stop();
        self.running.await.expect("the server ends in order");
        self.storage.clone().close().await.expect("the storage closes");
    }
}

/// Puts the sample programme, unless it is to stay empty, and one account a role into a new database; gives the
/// programme's identity.
pub async fn fill(storage: &Storage, empty: bool) -> Uuid {
    let sample = sample::programme();
    let now = Clock::default().instant(Some(&sample.programme));
    let who = Who { user: "anju".to_owned(), display: "样例载入".to_owned() };
    if !empty {
        storage
            .load_programme(&sample.programme, &sample.plans, &sample.dossiers, &who, now)
            .await
            .expect("the sample loads");
        upkeep::prepare(storage, &sample.programme, Clock::default()).await.expect("its tasks are made");
    }
    for role in Role::ALL {
        storage.accounts().create(&who, account(*role), now).await.expect("an account is made");
    }
    sample.programme.id
}

/// Serves until the sender is used or dropped.
fn serving(
    storage: &Storage,
    files: &Files,
    database: &Database,
    site: &Site,
    routes: &[Route],
    listener: TcpListener,
) -> (oneshot::Sender<()>, JoinHandle<()>) {
    let backups = Backups::of(database.backups.clone());
    let app = App::new(storage.clone(), files.clone(), backups, Clock { today: None::<NaiveDate> }, site.clone());
    let routes = routes.to_vec();
    let (stop, stopped) = oneshot::channel();
    let running = tokio::spawn(async move {
        let stopped = async {
            let _ = stopped.await;
        };
        serve::serve(app, &routes, listener, stopped).await.expect("the server serves");
    });
    (stop, running)
}

/// Runs a test on every kind of database, each with its own server.
pub fn on_each_database<Test>(test: impl Fn(Kind) -> Test)
where
    Test: Future<Output = ()>,
{
    for kind in database::kinds() {
        tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .expect("a runtime starts")
            .block_on(test(kind));
    }
}

/// The account's name of a role.
pub fn user(role: Role) -> &'static str {
    match role {
        Role::Leader => "leader",
        Role::Office => "office",
        Role::Unit => "县应急管理局",
        Role::Town => "town",
        Role::ProjectOwner => "owner",
        Role::Operator => "operator",
        Role::Auditor => "auditor",
        Role::SystemAdministrator => "sysadmin",
        Role::SecurityAdministrator => "secadmin",
    }
}

fn account(role: Role) -> Account {
    static HASH: OnceLock<String> = OnceLock::new();
    let hash = HASH.get_or_init(|| hashing::hash_now(PASSWORD).expect("hashing works"));
    let now = Clock::real();
    Account {
        id: new_id(now.timestamp_millis()),
        user: user(role).to_owned(),
        display: role.code().to_owned(),
        display_en: role.text().en.to_owned(),
        role,
        unit: (role == Role::Unit).then(|| "11".to_owned()),
        project_owner: (role == Role::ProjectOwner).then(|| "县住建局".to_owned()),
        password_hash: hash.clone(),
        disabled: false,
        password_changed_at: now,
        epoch: 0,
    }
}
