//! Tests of the whole, in one binary: the workspace's edges and the server over HTTP.

mod http;
mod workspace;
