//! The audit log.

use super::dossiers_funding::{SAVE, entry_of, read};
use anju_domain::{api::AuditPage, model::Role};
use anju_tests::server::{Server, on_each_database};
use chrono::FixedOffset;

const PATH: &str = "/api/v1/audit";

#[test]
fn an_act_leaves_one_entry_with_who_and_what_and_before_and_after() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let office = server.actor(Role::Office).await;
        let auditor = server.actor(Role::Auditor).await;
        let before: AuditPage = auditor.get(PATH).await.json();
        let dossier = read(&server, &office, "GT-0002").await;
        let id = dossier.project_community.id;
        let mut entry = entry_of(&dossier);
        entry.commitments[0].provider = "某单位".to_owned();
        let saved =
            office.call("PUT", &SAVE.replace("{id}", &id.to_string())).write(dossier.project_community.version, "one");
        assert_eq!(saved.json(&entry).send().await.status, 200);
        let after: AuditPage = auditor.get(PATH).await.json();
        assert_eq!(after.entries.len(), before.entries.len() + 1);
        let newest = &after.entries[0];
        assert_eq!((newest.user.as_str(), newest.act.as_str()), ("office", "save_funding"));
        assert_eq!(newest.display, Role::Office.code());
        // The demonstration date at the clock of China, whose day begins at sixteen hours of the day before in UTC.
        let at = newest.at.with_timezone(&FixedOffset::east_opt(8 * 3600).expect("an offset"));
        assert_eq!(at.to_rfc3339().get(..10), Some("2022-10-08"));
        assert!(newest.after.to_string().contains("某单位") && !newest.before.to_string().contains("某单位"));
        let one: AuditPage = auditor.get(&format!("{PATH}?limit=1&act=save_funding")).await.json();
        assert_eq!(one.entries.iter().collect::<Vec<_>>(), [newest]);
        server.stop().await;
    });
}

#[test]
fn a_bad_query_is_refused_at_its_place() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let security = server.actor(Role::SecurityAdministrator).await;
        for (query, path, why) in
            [("limit=1000", "limit", "limit"), ("before=x", "before", "bad_value"), ("user=a", "user", "unknown_field")]
        {
            security.get(&format!("{PATH}?{query}")).await.malformed_at(400, path, why);
        }
        server.stop().await;
    });
}
