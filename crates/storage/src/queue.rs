//! Where writes wait for the writer.

use crate::{StorageError, group::Group};
use std::{
    future::Future,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    task::{Context, Poll},
};
use tokio::sync::{mpsc, oneshot};
use uuid::Uuid;

/// How many writes wait at most; then callers wait for a place.
const MOST_WAITING: usize = 4_096;

/// What a write does, while it does it.
pub(crate) type Doing<'a, T> = Pin<Box<dyn Future<Output = Result<T, StorageError>> + Send + 'a>>;

/// What a write does with its data inside the group's transaction. It is done again when its group was taken back.
type Work<D, T> = for<'a> fn(&'a D, &'a mut Group) -> Doing<'a, T>;

/// A write in the queue.
pub(crate) struct Queued {
    /// The programme on which it writes.
    pub(crate) programme: Option<Uuid>,
    /// The key that is looked up for it.
    pub(crate) key: Option<String>,
    job: Box<dyn Job>,
}

impl Queued {
    /// Does it in a group. A panic is an error.
    pub(crate) async fn run(&mut self, group: &mut Group) -> Result<(), StorageError> {
        Caught(self.job.run(group)).await.unwrap_or_else(|| {
            tracing::error!("a write panicked; it is taken back");
            Err(StorageError::Database("the write stopped unexpectedly and was taken back".to_owned()))
        })
    }

    /// Tells the caller what came out, once it is known whether the group was committed.
    pub(crate) fn answer(self, committed: Result<(), StorageError>) {
        self.job.answer(committed);
    }
}

trait Job: Send {
    fn run<'a>(&'a mut self, group: &'a mut Group) -> Doing<'a, ()>;
    fn answer(self: Box<Self>, committed: Result<(), StorageError>);
}

struct JobOf<D, T> {
    data: D,
    work: Work<D, T>,
    result: Option<Result<T, StorageError>>,
    reply: oneshot::Sender<Result<T, StorageError>>,
}

impl<D: Send + Sync, T: Send> Job for JobOf<D, T> {
    fn run<'a>(&'a mut self, group: &'a mut Group) -> Doing<'a, ()> {
        Box::pin(async move {
            self.result = None;
            let result = (self.work)(&self.data, group).await;
            let outcome = result.as_ref().map(|_| ()).map_err(Clone::clone);
            self.result = Some(result);
            outcome
        })
    }

    fn answer(self: Box<Self>, committed: Result<(), StorageError>) {
        let stopped = || Err(StorageError::Database("the write stopped unexpectedly and was taken back".to_owned()));
        let (reply, result) = (self.reply, self.result.unwrap_or_else(stopped));
        // Whoever asked may be gone; that changes nothing about what was committed.
        let _ = reply.send(committed.and(result));
    }
}

/// Where writes are handed in.
#[derive(Clone)]
pub(crate) struct Queue(mpsc::Sender<Queued>);

/// A queue, and where the writer takes from it.
pub(crate) fn queue() -> (Queue, mpsc::Receiver<Queued>) {
    let (sender, receiver) = mpsc::channel(MOST_WAITING);
    (Queue(sender), receiver)
}

impl Queue {
    /// How many writes wait.
    #[cfg(test)]
    pub(crate) fn waiting(&self) -> usize {
        self.0.max_capacity() - self.0.capacity()
    }

    /// Hands in a write on a programme and waits for its commit. `key` is looked up with the whole group's.
    pub(crate) async fn write<D: Send + Sync + 'static, T: Send + 'static>(
        &self,
        programme: Option<Uuid>,
        key: Option<String>,
        data: D,
        work: Work<D, T>,
    ) -> Result<T, StorageError> {
        let (reply, answer) = oneshot::channel();
        let ended = || StorageError::Unavailable("the writer has ended".to_owned());
        let job = Box::new(JobOf { data, work, result: None, reply });
        self.0.send(Queued { programme, key, job }).await.map_err(|_| ended())?;
        // The writer had it and gave no answer.
        let vanished = || StorageError::OutcomeUnknown("the writer has ended".to_owned());
        answer.await.unwrap_or_else(|_| Err(vanished()))
    }

    /// Hands in a write whose outcome nobody waits for, unless the queue is full.
    pub(crate) fn write_unattended<D: Send + Sync + 'static>(&self, data: D, work: Work<D, ()>) {
        let (reply, _) = oneshot::channel();
        let job = Box::new(JobOf { data, work, result: None, reply });
        // A full queue has better things to do than to note that a session was used.
        let _ = self.0.try_send(Queued { programme: None, key: None, job });
    }
}

/// A future whose panic is an outcome: `None`.
struct Caught<'a, T>(Pin<Box<dyn Future<Output = T> + Send + 'a>>);

impl<T> Future for Caught<'_, T> {
    type Output = Option<T>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<T>> {
        // What the write has left in the group is taken back with it; the group's lists grow last of all.
        match catch_unwind(AssertUnwindSafe(|| self.0.as_mut().poll(context))) {
            Ok(Poll::Ready(value)) => Poll::Ready(Some(value)),
            Ok(Poll::Pending) => Poll::Pending,
            Err(_) => Poll::Ready(None),
        }
    }
}
