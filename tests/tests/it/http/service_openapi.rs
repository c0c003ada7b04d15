//! The interface, for other programs.

use anju_server::routes::ROUTES;
use anju_tests::server::{Server, on_each_database};

#[test]
fn it_names_every_route() {
    on_each_database(|kind| async move {
        let server = Server::start(kind).await;
        let document = server.anonymous().get("/api/v1/openapi.json").await.value();
        assert_eq!(document["openapi"], "3.1.0");
        for route in ROUTES {
            let operation = &document["paths"][route.path][route.method_name().to_lowercase()];
            assert_eq!(operation["operationId"], route.name);
        }
        server.stop().await;
    });
}
