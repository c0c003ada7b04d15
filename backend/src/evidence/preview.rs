//! The small preview of a picture, made once when it is brought.

use image::{DynamicImage, ImageDecoder, ImageReader, Limits, Rgb, RgbImage, codecs::jpeg::JpegEncoder};
use std::io::Cursor;

/// The longer side of a preview.
const LONGEST_SIDE: u32 = 320;
/// The longer side of a picture that is looked at: a few bytes may claim to be a picture of any size.
const LARGEST_SIDE: u32 = 20_000;
/// The most memory of reading a picture: enough for one of 80 million points.
const MOST_MEMORY: u64 = 256 * 1024 * 1024;
/// Quality of the preview.
const QUALITY: u8 = 80;

/// A small JPEG of a picture; none when it can't be read or is larger than is looked at.
pub(super) fn preview(content: &[u8]) -> Option<Vec<u8>> {
    let mut reader = ImageReader::new(Cursor::new(content)).with_guessed_format().ok()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST_SIDE);
    limits.max_image_height = Some(LARGEST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    if decoder.total_bytes() > MOST_MEMORY {
        return None;
    }
    let orientation = decoder.orientation().ok();
    let picture = DynamicImage::from_decoder(decoder).ok()?;
    let mut small = picture.thumbnail(LONGEST_SIDE.min(picture.width()), LONGEST_SIDE.min(picture.height()));
    if let Some(orientation) = orientation {
        small.apply_orientation(orientation);
    }
    let mut jpeg = Vec::new();
    on_white(&small).write_with_encoder(JpegEncoder::new_with_quality(&mut jpeg, QUALITY)).ok()?;
    Some(jpeg)
}

/// A JPEG has no transparent points.
fn on_white(picture: &DynamicImage) -> RgbImage {
    let picture = picture.to_rgba8();
    RgbImage::from_fn(picture.width(), picture.height(), |x, y| {
        let [red, green, blue, alpha] = picture.get_pixel(x, y).0.map(u16::from);
        let mix = |part: u16| u8::try_from((part * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX);
        Rgb([mix(red), mix(green), mix(blue)])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{ImageFormat, Rgba, RgbaImage};

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut content = Cursor::new(Vec::new());
        RgbaImage::from_pixel(width, height, Rgba([0, 0, 0, 0])).write_to(&mut content, ImageFormat::Png).unwrap();
        content.into_inner()
    }

    #[test]
    fn a_preview_is_small_and_white_where_the_picture_is_transparent() {
        let small = image::load_from_memory(&preview(&png(640, 400)).unwrap()).unwrap().to_rgb8();
        assert_eq!(small.dimensions(), (320, 200));
        assert_eq!(small.get_pixel(5, 5).0, [255; 3]);
        let tiny = image::load_from_memory(&preview(&png(3, 2)).unwrap()).unwrap();
        assert_eq!((tiny.width(), tiny.height()), (3, 2), "nothing is made larger");
    }

    #[test]
    fn a_bomb_and_a_broken_picture_have_none() {
        let mut bomb = png(4, 4);
        for (at, side) in [(16, 60_000_u32), (20, 60_000)] {
            bomb[at..at + 4].copy_from_slice(&side.to_be_bytes());
        }
        assert_eq!(preview(&bomb), None);
        let whole = png(64, 64);
        assert_eq!(preview(&whole[..40]), None);
        assert_eq!(preview(b"\xff\xd8\xff"), None);
    }
}
