//! Brotli and gzip at their strongest: done once here instead of at every request.

use crate::failure::{Explain, Outcome};
use std::io::Write;

pub(crate) fn brotli(bytes: &[u8], quality: i32) -> Outcome<Vec<u8>> {
    let parameters =
        brotli::enc::BrotliEncoderParams { quality, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &parameters).explain(|| "brotli failed".to_owned())?;
    Ok(compressed)
}

pub(crate) fn gzip(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).explain(|| "gzip failed".to_owned())?;
    encoder.finish().explain(|| "gzip failed".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn what_is_compressed_can_be_read_again() {
        let text = "县城老旧小区改造".repeat(500).into_bytes();
        let small = brotli(&text, 11).unwrap();
        assert!(small.len() < 200);
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut &small[..], &mut back).unwrap();
        assert_eq!(back, text);
        let mut back = Vec::new();
        flate2::read::GzDecoder::new(&gzip(&text).unwrap()[..]).read_to_end(&mut back).unwrap();
        assert_eq!(back, text);
    }
}
