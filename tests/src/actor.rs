//! Somebody who speaks with the server: keeps the cookie, sends what a browser or a program would send.

use http_body_util::{BodyExt, Full};
use hyper::{
    Method, Request, StatusCode,
    body::{Bytes, Incoming},
    client::conn::http1,
    header::{HeaderMap, HeaderName, HeaderValue, SET_COOKIE},
};
use hyper_util::rt::TokioIo;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use std::{io, net::SocketAddr};
use tokio::net::TcpStream;

/// Somebody who speaks with the server.
#[derive(Clone, Debug)]
pub struct Actor {
    address: SocketAddr,
    /// The session's cookie, as `name=value`.
    pub cookie: Option<String>,
}

/// What the server answered.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Status.
    pub status: u16,
    /// Headers.
    pub headers: HeaderMap,
    /// Body.
    pub body: Bytes,
}

/// A request in the making.
#[derive(Debug)]
pub struct Call {
    address: SocketAddr,
    method: Method,
    path: String,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Actor {
    /// Somebody who is not signed in.
    pub fn new(address: SocketAddr) -> Self {
        Self { address, cookie: None }
    }

    /// A request.
    pub fn call(&self, method: &str, path: &str) -> Call {
        let call = Call {
            address: self.address,
            method: method.parse().expect("a method"),
            path: path.to_owned(),
            headers: HeaderMap::new(),
            body: Vec::new(),
        };
        let call = call.header("host", &self.address.to_string());
        match &self.cookie {
            Some(cookie) => call.header("cookie", cookie),
            None => call,
        }
    }

    /// Reads.
    pub async fn get(&self, path: &str) -> Answer {
        self.call("GET", path).send().await
    }

    /// Signs in and keeps the cookie.
    pub async fn sign_in(&mut self, user: &str, password: &str) -> Answer {
        let answer =
            self.call("POST", "/api/v1/session").json(&json!({ "user": user, "password": password })).send().await;
        if let Some(cookie) = answer.header("set-cookie") {
            self.cookie = cookie.split(';').next().map(str::to_owned);
        }
        answer
    }
}

impl Call {
    /// With a header, in place of one of the same name.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let name: HeaderName = name.parse().expect("a header's name");
        let value = HeaderValue::from_bytes(value.as_bytes()).expect("a header's value");
        self.headers.insert(name, value);
        self
    }

    /// Without a header.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.headers.remove(name);
        self
    }

    /// With a JSON body.
    #[must_use]
    pub fn json(self, value: &impl Serialize) -> Self {
        let text = serde_json::to_string(value).expect("JSON");
        self.text(&text)
    }

    /// With a body that says it is JSON.
    #[must_use]
    pub fn text(self, body: &str) -> Self {
        self.bytes(body.as_bytes())
    }

    /// With a body that says it is JSON, whatever it is.
    #[must_use]
    pub fn bytes(self, body: &[u8]) -> Self {
        let mut call = self.header("content-type", "application/json");
        call.body = body.to_vec();
        call
    }

    /// With the version that was seen and the key of the act.
    #[must_use]
    pub fn write(self, version: i64, key: &str) -> Self {
        self.header("if-match", &format!("\"{version}\"")).header("idempotency-key", key)
    }

    /// Sends it and waits for the head of the answer.
    pub async fn open(self) -> hyper::Response<Incoming> {
        self.try_open().await.expect("an answer")
    }

    /// The same with a server that may be gone.
    ///
    /// # Errors
    /// Nobody listens, or the connection broke off before the head of an answer was here.
    pub async fn try_open(self) -> Result<hyper::Response<Incoming>, io::Error> {
        let stream = TcpStream::connect(self.address).await?;
        let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.map_err(io::Error::other)?;
        tokio::spawn(connection);
        let mut request = Request::new(Full::new(Bytes::from(self.body)));
        *request.method_mut() = self.method;
        *request.uri_mut() = self.path.parse().expect("a path");
        *request.headers_mut() = self.headers;
        sender.send_request(request).await.map_err(io::Error::other)
    }

    /// Sends it to a server that may be gone. Once the head is here the server has answered: a body that was cut is
    /// empty then.
    ///
    /// # Errors
    /// As [`Self::try_open`].
    pub async fn try_send(self) -> Result<Answer, io::Error> {
        let (parts, body) = self.try_open().await?.into_parts();
        let body = body.collect().await.map(http_body_util::Collected::to_bytes).unwrap_or_default();
        Ok(Answer { status: parts.status.as_u16(), headers: parts.headers, body })
    }

    /// Sends it and waits for the whole answer.
    pub async fn send(self) -> Answer {
        let (parts, body) = self.open().await.into_parts();
        let body = body.collect().await.expect("the answer's body").to_bytes();
        Answer { status: parts.status.as_u16(), headers: parts.headers, body }
    }

    /// Sends it and gives the status, without the body: for streams.
    pub async fn status(self) -> StatusCode {
        self.open().await.status()
    }
}

impl Answer {
    /// A header as text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// How many cookies it sets.
    pub fn cookies(&self) -> usize {
        self.headers.get_all(SET_COOKIE).iter().count()
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body as a value.
    pub fn json<T: DeserializeOwned>(&self) -> T {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    /// The body as any JSON.
    pub fn value(&self) -> Value {
        self.json()
    }

    /// Asserts a problem of this status and code, in both of its parts, and gives it.
    #[track_caller]
    pub fn problem(&self, status: u16, code: &str) -> anju_domain::api::Problem {
        assert_eq!(self.status, status, "{}", self.text());
        assert_eq!(self.header("content-type"), Some("application/problem+json"));
        let problem: anju_domain::api::Problem = self.json();
        assert_eq!(problem.code, code, "{}", self.text());
        assert_eq!(problem.status, status);
        assert!(!problem.title.is_empty() && !problem.detail.is_empty(), "{}", self.text());
        problem
    }

    /// Asserts that an act was refused because of one place.
    #[track_caller]
    pub fn refused_at(&self, path: &str, why: &str) {
        let problem = self.problem(422, "refused");
        let places: Vec<_> =
            problem.findings.iter().map(|found| (found.path.as_str(), found.params.text("why"))).collect();
        assert_eq!(places, [(path, Some(why))], "{}", self.text());
    }

    /// Asserts a problem with one malformed place.
    #[track_caller]
    pub fn malformed_at(&self, status: u16, path: &str, why: &str) {
        let problem = self.problem(status, "malformed");
        let places: Vec<_> =
            problem.findings.iter().map(|found| (found.path.as_str(), found.params.text("why"))).collect();
        assert_eq!(places, [(path, Some(why))], "{}", self.text());
        assert!(path.is_empty() || problem.detail.contains(path), "{}", problem.detail);
    }
}
