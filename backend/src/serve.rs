//! Serving: accepts connections, gives each a time limit for its headers, and stops in order.
//!
//! The live streams end first, then what is under way is finished, then the storage closes.

use crate::{
    app::App,
    backup,
    http::peer::Peer,
    routes::{self, Route},
    upkeep, warming,
};
use axum::{body::Body, http::Request};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use std::{
    future::Future,
    io,
    sync::{Arc, atomic::Ordering::Relaxed},
    time::Duration,
};
use tokio::{
    net::TcpListener,
    sync::{Semaphore, oneshot},
    time::{interval, sleep, timeout},
};
use tower::Service;

/// The headers of a request must be here by then; also how long an idle connection is kept.
const HEADERS_WITHIN: Duration = Duration::from_secs(10);
/// The most bytes of a request's headers.
const LARGEST_HEAD: usize = 64 * 1024;
/// How many connections are served at a time; more wait to be accepted.
const MOST_CONNECTIONS: usize = 4_096;
/// How long requests that are under way may take once the server stops.
const DRAIN: Duration = Duration::from_secs(7);
/// How often ended sessions and answers that nobody will ask for again are removed.
const PURGE_EVERY: Duration = Duration::from_secs(10 * 60);

/// Serves these routes until `stop` is ready, then drains. The storage stays open.
///
/// # Errors
/// The listener fails for good.
pub async fn serve(
    app: App,
    routes: &[Route],
    listener: TcpListener,
    stop: impl Future<Output = ()>,
) -> io::Result<()> {
    let router = routes::router(app.clone(), routes);
    let graceful = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    let purging = tokio::spawn(purge(app.clone()));
    let warming = tokio::spawn(warming::keep(app.clone()));
    let (stop_upkeep, stopped) = oneshot::channel();
    let upkeep = tokio::spawn(upkeep::keep(app.clone(), stopped));
    let (stop_backups, stopped) = oneshot::channel();
    let backups = tokio::spawn(backup::keep(app.clone(), stopped));
    tokio::pin!(stop);
    loop {
        let place = tokio::select! {
            place = Arc::clone(&places).acquire_owned() => place.map_err(io::Error::other)?,
            () = &mut stop => break,
        };
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        let (stream, address) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                // Out of file handles, or a connection that went before it was accepted: others may be served.
                tracing::warn!(%error, "a connection could not be accepted");
                sleep(Duration::from_millis(50)).await;
                continue;
            }
        };
        // Small answers leave at once.
        let _ = stream.set_nodelay(true);
        let router = router.clone();
        let service = service_fn(move |request: Request<Incoming>| {
            let mut request = request.map(Body::new);
            request.extensions_mut().insert(Peer(address));
            router.clone().call(request)
        });
        let connection = graceful.watch(
            http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(HEADERS_WITHIN)
                .max_buf_size(LARGEST_HEAD)
                .serve_connection(TokioIo::new(stream), service),
        );
        let app = app.clone();
        app.metrics.connections.fetch_add(1, Relaxed);
        tokio::spawn(async move {
            // A client that breaks off or is too slow is no fault of the server.
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection broke off");
            }
            app.metrics.connections.fetch_sub(1, Relaxed);
            drop(place);
        });
    }
    drop(listener);
    tracing::info!("stopping: live streams end, then requests under way are finished");
    app.live.stop();
    drop(stop_upkeep);
    drop(stop_backups);
    if timeout(DRAIN, graceful.shutdown()).await.is_err() {
        tracing::warn!("some requests were not finished in time");
    }
    purging.abort();
    warming.abort();
    if timeout(DRAIN, upkeep).await.is_err() {
        tracing::warn!("tasks of units were still being made");
    }
    if timeout(DRAIN, backups).await.is_err() {
        tracing::warn!("a backup was still being made; it is given up");
    }
    Ok(())
}

async fn purge(app: App) {
    let mut again = interval(PURGE_EVERY);
    loop {
        again.tick().await;
        if let Err(error) = app.sessions.purge(&app.storage).await {
            tracing::warn!(%error, "ended sessions were not removed");
        }
        // What failed is in the log.
        let Ok(Some(programme)) = app.find_programme().await else { continue };
        if let Err(error) = app.storage.purge_answers(programme.id, app.clock.instant(Some(&programme))).await {
            tracing::warn!(%error, "old answers were not removed");
        }
    }
}

/// Ready when the operating system asks the program to stop; it listens from this call on, not from the first wait.
pub fn stop_signal() -> impl Future<Output = ()> {
    #[cfg(unix)]
    let terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate());
    #[cfg(unix)]
    let interrupt = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::interrupt());
    async move {
        #[cfg(unix)]
        if let (Ok(mut terminate), Ok(mut interrupt)) = (terminate, interrupt) {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
            return;
        }
        drop(tokio::signal::ctrl_c().await);
    }
}
