//! A few counts for whoever watches the server, in the text form of Prometheus.

use axum::http::StatusCode;
use std::{
    fmt::Write as _,
    sync::atomic::{AtomicI64, AtomicU64, Ordering::Relaxed},
};

/// Counts since the start.
#[derive(Debug, Default)]
pub struct Metrics {
    /// Answers by the first digit of their status.
    answers: [AtomicU64; 6],
    /// Acts that were stored.
    pub writes: AtomicU64,
    /// Sign-ins that succeeded.
    pub sign_ins: AtomicU64,
    /// Sign-ins that failed.
    pub failed_sign_ins: AtomicU64,
    /// Live streams that are open.
    pub live_streams: AtomicI64,
    /// Connections that are open.
    pub connections: AtomicI64,
}

impl Metrics {
    /// Counts an answer.
    pub fn count(&self, status: StatusCode) {
        if let Some(count) = self.answers.get(usize::from(status.as_u16() / 100)) {
            count.fetch_add(1, Relaxed);
        }
    }

    /// The counts as text.
    pub fn text(&self) -> String {
        let mut out = String::from("# TYPE anju_http_answers_total counter\n");
        for (class, count) in self.answers.iter().enumerate().skip(2) {
            let _ = writeln!(out, "anju_http_answers_total{{class=\"{class}xx\"}} {}", count.load(Relaxed));
        }
        let counters = [
            ("anju_writes_total", &self.writes),
            ("anju_sign_ins_total", &self.sign_ins),
            ("anju_failed_sign_ins_total", &self.failed_sign_ins),
        ];
        for (name, count) in counters {
            let _ = writeln!(out, "# TYPE {name} counter\n{name} {}", count.load(Relaxed));
        }
        for (name, count) in [("anju_live_streams", &self.live_streams), ("anju_connections", &self.connections)] {
            let _ = writeln!(out, "# TYPE {name} gauge\n{name} {}", count.load(Relaxed));
        }
        out
    }
}
