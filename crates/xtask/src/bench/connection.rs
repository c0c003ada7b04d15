//! One kept-alive HTTP/1.1 connection, just enough for measuring a server that is known to be well-behaved.

use crate::failure::{Explain, Failure, Outcome, fail};
use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// What a server answered.
#[derive(Debug, Clone, Default)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// Names in small letters.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

pub(crate) struct Connection {
    stream: BufReader<TcpStream>,
}

impl Connection {
    pub(crate) fn open(address: SocketAddr) -> Outcome<Self> {
        let what = || format!("no connection to {address}");
        let stream = TcpStream::connect_timeout(&address, Duration::from_secs(5)).explain(what)?;
        stream.set_nodelay(true).explain(what)?;
        stream.set_read_timeout(Some(Duration::from_secs(30))).explain(what)?;
        Ok(Self { stream: BufReader::with_capacity(64 * 1024, stream) })
    }

    /// Sends one whole request and reads its whole answer.
    pub(crate) fn ask(&mut self, request: &[u8]) -> Outcome<Answer> {
        self.stream.get_mut().write_all(request).explain(|| "a request cannot be sent".to_owned())?;
        self.read_answer()
    }

    fn read_answer(&mut self) -> Outcome<Answer> {
        let line = self.line()?;
        let status = line.split(' ').nth(1).and_then(|word| word.parse().ok());
        let status = status.ok_or_else(|| Failure(format!("`{line}` is no answer of HTTP")))?;
        let mut answer = Answer { status, ..Answer::default() };
        loop {
            let line = self.line()?;
            if line.is_empty() {
                break;
            }
            if let Some((name, value)) = line.split_once(':') {
                answer.headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
            }
        }
        if answer.header("transfer-encoding").is_some_and(|value| value.eq_ignore_ascii_case("chunked")) {
            loop {
                let size = self.line()?;
                let size = usize::from_str_radix(size.split(';').next().unwrap_or("").trim(), 16);
                let size = size.explain(|| "a chunk has no size".to_owned())?;
                self.bytes(size, &mut answer.body)?;
                self.line()?;
                if size == 0 {
                    return Ok(answer);
                }
            }
        }
        if status != 204 && status != 304 {
            let size = answer.header("content-length").and_then(|value| value.parse().ok());
            let Some(size) = size else { return fail("an answer has neither length nor chunks") };
            self.bytes(size, &mut answer.body)?;
        }
        Ok(answer)
    }

    fn line(&mut self) -> Outcome<String> {
        let mut line = String::new();
        let count = self.stream.read_line(&mut line).explain(|| "an answer cannot be read".to_owned())?;
        if count == 0 {
            return fail("the server closed the connection");
        }
        Ok(line.trim_end().to_owned())
    }

    fn bytes(&mut self, count: usize, into: &mut Vec<u8>) -> Outcome<()> {
        let begin = into.len();
        into.resize(begin + count, 0);
        self.stream.read_exact(&mut into[begin..]).explain(|| "an answer is cut short".to_owned())
    }
}

/// The bytes of a request.
pub(crate) fn request(method: &str, path: &str, host: SocketAddr, headers: &[(&str, &str)], body: &[u8]) -> Vec<u8> {
    let mut head = format!("{method} {path} HTTP/1.1\r\nhost: {host}\r\n");
    for (name, value) in headers {
        // Writing into a String cannot fail.
        let _ = write!(head, "{name}: {value}\r\n");
    }
    if method != "GET" {
        let _ = write!(head, "content-type: application/json\r\ncontent-length: {}\r\n", body.len());
    }
    head.push_str("\r\n");
    let mut bytes = head.into_bytes();
    bytes.extend_from_slice(body);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::TcpListener;
    use std::thread;

    fn served(answers: &'static str) -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            stream.write_all(answers.as_bytes()).unwrap();
            let mut rest = Vec::new();
            let _ = stream.read_to_end(&mut rest);
        });
        address
    }

    #[test]
    fn answers_with_a_length_in_chunks_and_without_a_body() {
        let address = served(
            "HTTP/1.1 200 OK\r\nETag: \"7\"\r\nContent-Length: 3\r\n\r\nabc\
             HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nde\r\n1\r\nf\r\n0\r\n\r\n\
             HTTP/1.1 204 No Content\r\n\r\nHTTP/1.1 409 Conflict\r\ncontent-length: 0\r\n\r\n",
        );
        let mut connection = Connection::open(address).unwrap();
        let ask = request("GET", "/", address, &[("cookie", "a=b")], b"");
        let first = connection.ask(&ask).unwrap();
        assert_eq!((first.status, first.header("etag"), first.body.as_slice()), (200, Some("\"7\""), &b"abc"[..]));
        assert_eq!(connection.ask(&ask).unwrap().body, b"def");
        assert_eq!(connection.ask(&ask).unwrap().status, 204);
        assert!(!connection.ask(&ask).unwrap().is_success());
    }

    #[test]
    fn a_request_says_its_length() {
        let address: SocketAddr = "127.0.0.1:80".parse().unwrap();
        let bytes = request("PUT", "/x", address, &[("if-match", "\"1\"")], b"{}");
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.starts_with("PUT /x HTTP/1.1\r\nhost: 127.0.0.1:80\r\nif-match: \"1\"\r\n"));
        assert!(text.ends_with("content-length: 2\r\n\r\n{}"));
    }
}
