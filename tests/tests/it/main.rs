//! Tests of the whole, in one binary: the workspace's edges, the server over HTTP, and the pages in a browser.

mod browser;
mod http;
mod workspace;
