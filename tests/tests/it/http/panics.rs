//! What a fault of the program does: the one who asked is told, nothing is stored, everybody else is served.

use anju_domain::{
    acts::{Act, Decision},
    finding::Finding,
    language::Text,
    model::{Dossier, Role},
};
use anju_server::{
    app::App,
    http::{access::Access, refusal::Refusal},
    routes,
};
use anju_storage::{Changed, Stamp, StoredAct, Who, WriteKey};
use anju_tests::server::{Server, Setting, on_each_database};
use axum::{
    extract::{Path, State},
    routing::get,
};
use chrono::NaiveDate;
use uuid::Uuid;

/// A fault before anything is written.
async fn panicking_handler() {
    panic!("on purpose: {}", "the inside of the server")
}

/// A fault in the writer.
async fn panicking_write(State(app): State<App>, Path(id): Path<Uuid>) -> Result<(), Refusal> {
    let programme = app.programme().await?;
    let who = Who { user: "office".to_owned(), display: "office".to_owned() };
    let (today, now) = (app.clock.today(Some(&programme)), app.clock.instant(Some(&programme)));
    let key = WriteKey::default();
    app.storage.perform::<Panicking>(programme.id, &who, &key, id, (), today, now).await?;
    Ok(())
}

struct Panicking;

impl Act for Panicking {
    const NAME: &'static str = "panicking";
    const TITLE: Text = Text::new("异常", "Panicking");
    type Request = ();
    type Facts = Dossier;
    type Changes = ();

    fn decide(_: &Dossier, (): &(), _: NaiveDate) -> Result<Decision<()>, Vec<Finding>> {
        panic!("on purpose: the inside of the server")
    }
}

impl StoredAct for Panicking {
    fn changed((): (), _: &Stamp<'_>) -> Changed {
        Changed::default()
    }
}

#[test]
fn a_panic_is_answered_stores_nothing_and_ends_nothing() {
    on_each_database(|kind| async move {
        let beside = vec![
            routes::at("panicking_handler", "/panics", Access::SignedIn, "text/plain", || get(panicking_handler)),
            routes::at("panicking_write", "/panics/{id}", Access::SignedIn, "text/plain", || get(panicking_write)),
        ];
        let server = Server::start_with(kind, Setting { beside, ..Setting::default() }).await;
        let office = server.actor(Role::Office).await;
        let dossier = format!("/api/v1/dossiers/{}", server.community("GT-0002").await);
        let (before, revision) = (office.get(&dossier).await, server.revision().await);
        for path in ["/panics".to_owned(), dossier.replace("/api/v1/dossiers", "/panics")] {
            for _ in 0..3 {
                let answer = office.get(&path).await;
                answer.problem(500, "internal");
                assert!(!answer.text().contains("inside"), "{}", answer.text());
                assert!(answer.header("content-security-policy").is_some(), "the rim is around it");
            }
        }
        server.anonymous().get("/panics").await.problem(401, "unauthenticated");
        assert_eq!(server.revision().await, revision);
        assert_eq!(office.get(&dossier).await.body, before.body);
        assert_eq!(server.anonymous().get("/health").await.status, 200);
        server.stop().await;
    });
}
