//! A load generator: one thread a connection, each asks, reads the answer, and asks again until the time is up. The next
//! request is made by a closure that sees the last answer, so bodies, keys and versions can vary.

use crate::bench::connection::{Answer, Connection};
use crate::bench::percentiles::Durations;
use crate::failure::{Failure, Outcome, fail};
use std::net::SocketAddr;
use std::sync::Barrier;
use std::thread;
use std::time::{Duration, Instant};

/// Makes the next request of one connection; gets the answer to the one before.
pub(crate) type NextRequest = Box<dyn FnMut(Option<&Answer>) -> Vec<u8> + Send>;

#[derive(Debug, Default)]
pub(crate) struct Load {
    pub(crate) durations: Durations,
    /// Answers that were not 2xx, and connections that broke.
    pub(crate) refused: u64,
    pub(crate) first_refusal: Option<String>,
    pub(crate) seconds: f64,
}

impl Load {
    #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
    pub(crate) fn per_second(&self) -> f64 {
        if self.seconds > 0.0 { self.durations.count() as f64 / self.seconds } else { 0.0 }
    }
}

/// Loads `address` over `connections` connections for `time`, after a tenth of it as warm-up that does not count.
pub(crate) fn generate(
    address: SocketAddr,
    connections: usize,
    time: Duration,
    maker: impl Fn(usize) -> NextRequest,
) -> Outcome<Load> {
    let together = Barrier::new(connections);
    let makers: Vec<NextRequest> = (0..connections).map(maker).collect();
    let results: Vec<Outcome<Worker>> = thread::scope(|scope| {
        let running: Vec<_> =
            makers.into_iter().map(|next| scope.spawn(|| work(address, next, &together, time))).collect();
        running.into_iter().map(|one| one.join().unwrap_or_else(|_| fail("a connection's thread panicked"))).collect()
    });
    let mut load = Load { seconds: time.as_secs_f64(), ..Load::default() };
    let mut durations = Vec::new();
    for worker in results {
        let worker = worker?;
        durations.extend(worker.durations);
        load.refused += worker.refused;
        load.first_refusal = load.first_refusal.or(worker.first_refusal);
    }
    load.durations = Durations::new(durations);
    Ok(load)
}

#[derive(Default)]
struct Worker {
    durations: Vec<Duration>,
    refused: u64,
    first_refusal: Option<String>,
}

fn work(address: SocketAddr, mut next: NextRequest, together: &Barrier, time: Duration) -> Outcome<Worker> {
    // All wait for all, also for one that could not connect; its failure comes afterwards.
    let connection = Connection::open(address);
    together.wait();
    let mut connection = connection?;
    let mut worker = Worker::default();
    let counting_from = Instant::now() + time / 10;
    let until = counting_from + time;
    let mut last: Option<Answer> = None;
    loop {
        let request = next(last.as_ref());
        let begun = Instant::now();
        let answer = connection.ask(&request);
        let ended = Instant::now();
        if ended >= until {
            return Ok(worker);
        }
        match answer {
            Ok(answer) => {
                if !answer.is_success() {
                    worker.note(format!("{} {}", answer.status, String::from_utf8_lossy(&answer.body)));
                } else if ended >= counting_from {
                    worker.durations.push(ended - begun);
                }
                last = Some(answer);
            }
            Err(Failure(sentence)) => {
                worker.note(sentence);
                connection = Connection::open(address)?;
                last = None;
            }
        }
    }
}

impl Worker {
    fn note(&mut self, what: String) {
        self.refused += 1;
        self.first_refusal.get_or_insert(what);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{BufRead, BufReader, Write};
    use std::net::TcpListener;

    #[test]
    fn counts_answers_and_refusals_and_hands_the_last_answer_on() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        thread::spawn(move || {
            for stream in listener.incoming() {
                let stream = stream.unwrap();
                thread::spawn(move || {
                    let mut reader = BufReader::new(stream.try_clone().unwrap());
                    let mut writer = stream;
                    let mut count = 0;
                    loop {
                        let mut head = String::new();
                        while !head.ends_with("\r\n\r\n") {
                            if reader.read_line(&mut head).unwrap_or(0) == 0 {
                                return;
                            }
                        }
                        count += 1;
                        let status = if head.starts_with("GET /bad") { 400 } else { 200 };
                        let _ = write!(writer, "HTTP/1.1 {status} X\r\netag: {count}\r\ncontent-length: 0\r\n\r\n");
                    }
                });
            }
        });
        let load = generate(address, 3, Duration::from_millis(300), |number| {
            let mut seen = 0;
            Box::new(move |last| {
                let etag =
                    last.and_then(|answer| answer.header("etag")).map_or(0, |value| value.parse::<u64>().unwrap());
                assert_eq!(etag, seen);
                seen += 1;
                let path = if number == 0 { "/bad" } else { "/good" };
                format!("GET {path} HTTP/1.1\r\n\r\n").into_bytes()
            })
        })
        .unwrap();
        assert!(load.durations.count() > 10 && load.per_second() > 30.0);
        assert!(load.refused > 0 && load.first_refusal.is_some_and(|said| said.starts_with("400")));
    }
}
