//! From which address a request comes: the connection's, or the one that a trusted proxy names.

use axum::http::{HeaderMap, request::Parts};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// The connection of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peer(pub SocketAddr);

/// The address of who asks. Only the proxy that was named at the start is believed, and of its list only the last
/// entry, which it has written itself.
pub fn address(peer: Option<&Peer>, headers: &HeaderMap, trusted_proxy: Option<IpAddr>) -> IpAddr {
    let direct = peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.0.ip().to_canonical());
    if trusted_proxy != Some(direct) {
        return direct;
    }
    headers
        .get_all("x-forwarded-for")
        .iter()
        .next_back()
        .and_then(|value| value.to_str().ok()?.rsplit(',').next()?.trim().parse().ok())
        .unwrap_or(direct)
}

/// Whether a request comes from this very machine and through nothing in between.
pub fn is_local(parts: &Parts) -> bool {
    let through = ["x-forwarded-for", "forwarded", "x-real-ip", "via"];
    let direct = parts.extensions.get::<Peer>().is_some_and(|peer| peer.0.ip().to_canonical().is_loopback());
    direct && !through.iter().any(|name| parts.headers.contains_key(*name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_named_proxy_is_believed() {
        let peer = Peer("10.0.0.1:4000".parse().unwrap());
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", "1.1.1.1, 2.2.2.2".parse().unwrap());
        let seen = |trusted: Option<&str>| {
            address(Some(&peer), &headers, trusted.map(|text| text.parse().unwrap())).to_string()
        };
        assert_eq!(seen(None), "10.0.0.1");
        assert_eq!(seen(Some("10.0.0.9")), "10.0.0.1");
        assert_eq!(seen(Some("10.0.0.1")), "2.2.2.2");
    }
}
