//! The one writer: drains a queue, runs each write in a savepoint, commits once for the group and answers after it.

use crate::{Doing, StorageError, cache::Cache, connect::Part, group::Group, shared::Shared};
use sea_orm::DatabaseConnection;
use std::{
    collections::BTreeSet,
    fs::File,
    future::Future,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};
use tokio::sync::{mpsc, oneshot};
use uuid::Uuid;

/// How many writes commit together at most.
const MOST_IN_A_GROUP: usize = 256;
/// How many writes wait at most; then callers wait for a place.
const MOST_WAITING: usize = 4_096;

/// What a write does inside the group's transaction.
type Work<T> = Box<dyn for<'a> FnOnce(&'a mut Group) -> Doing<'a, T> + Send>;

/// Tells the caller, once it is known whether the group was committed.
type Answer = Box<dyn FnOnce(Result<(), StorageError>) + Send>;

/// A write in the queue.
trait Job: Send {
    fn run<'a>(self: Box<Self>, group: &'a mut Group) -> Pin<Box<dyn Future<Output = Answer> + Send + 'a>>;
    fn fail(self: Box<Self>, why: StorageError);
}

struct JobOf<T> {
    work: Work<T>,
    reply: oneshot::Sender<Result<T, StorageError>>,
}

impl<T: Send + 'static> Job for JobOf<T> {
    fn run<'a>(self: Box<Self>, group: &'a mut Group) -> Pin<Box<dyn Future<Output = Answer> + Send + 'a>> {
        Box::pin(async move {
            let result = (self.work)(group).await;
            let reply = self.reply;
            let answer: Answer = Box::new(move |committed| {
                // Whoever asked may be gone; that changes nothing about what was committed.
                let _ = reply.send(committed.and(result));
            });
            answer
        })
    }

    fn fail(self: Box<Self>, why: StorageError) {
        let _ = self.reply.send(Err(why));
    }
}

struct Queued {
    programme: Option<Uuid>,
    key: Option<String>,
    job: Box<dyn Job>,
}

/// Where writes are handed in.
#[derive(Clone)]
pub(crate) struct Queue(mpsc::Sender<Queued>);

impl Queue {
    /// How many writes wait.
    #[cfg(test)]
    pub(crate) fn waiting(&self) -> usize {
        self.0.max_capacity() - self.0.capacity()
    }

    /// Hands in a write on a programme and waits for its commit. `key` is looked up with the whole group's.
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        programme: Option<Uuid>,
        key: Option<String>,
        work: impl for<'a> FnOnce(&'a mut Group) -> Doing<'a, T> + Send + 'static,
    ) -> Result<T, StorageError> {
        let (reply, answer) = oneshot::channel();
        let ended = || StorageError::Unavailable("the writer has ended".to_owned());
        let queued = Queued { programme, key, job: Box::new(JobOf { work: Box::new(work), reply }) };
        self.0.send(queued).await.map_err(|_| ended())?;
        // A write that panics drops its sender: its savepoint is taken back and nobody else notices.
        answer.await.unwrap_or_else(|_| {
            Err(StorageError::Database("the write stopped unexpectedly and was taken back".to_owned()))
        })
    }

    /// Hands in a write whose outcome nobody waits for, unless the queue is full.
    pub(crate) fn write_unattended(&self, work: impl for<'a> FnOnce(&'a mut Group) -> Doing<'a, ()> + Send + 'static) {
        let (reply, _) = oneshot::channel();
        // A full queue has better things to do than to note that a session was used.
        let _ = self.0.try_send(Queued {
            programme: None,
            key: None,
            job: Box::new(JobOf { work: Box::new(work), reply }),
        });
    }
}

/// Starts the writer on a connection of its own. It holds the folder's lock until its last write is done.
pub(crate) fn start(
    shared: Arc<Shared>,
    connection: DatabaseConnection,
    lock: Option<File>,
) -> (Queue, tokio::task::JoinHandle<()>) {
    let (sender, queue) = mpsc::channel(MOST_WAITING);
    let writer = Writer { shared, connection: Some(connection), cache: Cache::default(), _lock: lock };
    (Queue(sender), tokio::spawn(writer.run(queue)))
}

struct Writer {
    shared: Arc<Shared>,
    /// None after an error that leaves open what was stored: then it is opened anew before the next write.
    connection: Option<DatabaseConnection>,
    cache: Cache,
    _lock: Option<File>,
}

impl Writer {
    async fn run(mut self, mut queue: mpsc::Receiver<Queued>) {
        let mut waiting = Vec::with_capacity(MOST_IN_A_GROUP);
        while queue.recv_many(&mut waiting, MOST_IN_A_GROUP).await > 0 {
            let jobs = std::mem::take(&mut waiting);
            match self.connection().await {
                Ok(connection) => self.write(&connection, jobs).await,
                Err(why) => {
                    for queued in jobs {
                        queued.job.fail(why.clone());
                    }
                }
            }
        }
        if let Some(connection) = self.connection.take() {
            let _ = connection.close().await;
        }
    }

    async fn connection(&mut self) -> Result<DatabaseConnection, StorageError> {
        if let Some(connection) = &self.connection {
            return Ok(connection.clone());
        }
        self.shared.forget_settings();
        let connection = self.shared.connect(Part::Writer).await?;
        self.shared.reopen_readers().await?;
        self.connection = Some(connection.clone());
        Ok(connection)
    }

    async fn write(&mut self, connection: &DatabaseConnection, jobs: Vec<Queued>) {
        let programmes: BTreeSet<Uuid> = jobs.iter().filter_map(|queued| queued.programme).collect();
        let keys = jobs.iter().filter_map(|queued| Some((queued.programme?, queued.key.clone()?))).collect();
        let mut group = match Group::begin(connection, std::mem::take(&mut self.cache), programmes, keys).await {
            Ok(group) => group,
            Err(why) => {
                self.stop(connection, &why).await;
                let why = StorageError::Unavailable(format!("no write could begin: {why}"));
                for queued in jobs {
                    queued.job.fail(why.clone());
                }
                return;
            }
        };
        let mut answers: Vec<Answer> = Vec::with_capacity(jobs.len());
        for queued in jobs {
            if let Some(why) = &group.broken {
                queued.job.fail(StorageError::Unavailable(format!("the group of writes failed: {why}")));
                continue;
            }
            let outcome = Caught(queued.job.run(&mut group)).await;
            group.take_back().await;
            match outcome {
                Some(answer) => answers.push(answer),
                None => tracing::error!("a write panicked; it was taken back"),
            }
        }
        let committed = match group.commit().await {
            Ok((cache, changes)) => {
                self.cache = cache;
                self.shared.tell(&changes);
                Ok(())
            }
            Err(why) => {
                self.stop(connection, &why).await;
                Err(StorageError::Unavailable(format!("whether the write was stored is unknown: {why}")))
            }
        };
        for answer in answers {
            answer(committed.clone());
        }
    }

    /// After an error of the commit nobody knows what is on the disk: the connection is closed, never tried again.
    async fn stop(&mut self, connection: &DatabaseConnection, why: &StorageError) {
        tracing::error!(%why, "writing has stopped; the database is opened anew");
        self.cache = Cache::default();
        self.connection = None;
        if let Err(why) = connection.clone().close().await {
            tracing::error!(%why, "the connection was not closed in order");
        }
    }
}

/// A future whose panic is an outcome: `None`.
struct Caught<'a, T>(Pin<Box<dyn Future<Output = T> + Send + 'a>>);

impl<T> Future for Caught<'_, T> {
    type Output = Option<T>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<T>> {
        // The group is left as it was before the write: its savepoint is taken back, its lists grow last of all.
        match catch_unwind(AssertUnwindSafe(|| self.0.as_mut().poll(context))) {
            Ok(Poll::Ready(value)) => Poll::Ready(Some(value)),
            Ok(Poll::Pending) => Poll::Pending,
            Err(_) => Poll::Ready(None),
        }
    }
}
