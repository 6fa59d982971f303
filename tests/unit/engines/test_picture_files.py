"""Files that are sent as pictures: what is one is decoded, and what is not is refused in time."""

from __future__ import annotations

import io
import struct
import time
import zlib
from math import inf

import pytest

from tests.pictures import Image, animated, encoded, np, picture

# isort: split
from common.engines.images import decoding
from common.engines.images.decoding import MOST_FRAMES, MOST_PIXELS, decode
from common.engines.images.unseen import Unseen


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, data: bytes, *more: bytes) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    body = b"".join(more) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + head + body


@pytest.mark.parametrize("format", ["JPEG", "PNG", "GIF", "WEBP", "BMP", "AVIF"])
def test_pictures_are_told_by_their_content(format: str) -> None:
    (frame,) = decode(encoded(picture(1), format), inf).frames
    assert (frame.image.mode, frame.image.size) == ("RGB", (512, 384))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16"])
def test_every_kind_of_pixel_becomes_red_green_and_blue(mode: str) -> None:
    image = picture(1)
    if mode == "I;16":
        image = Image.fromarray(np.asarray(image.convert("L")).astype(np.uint16) * 256)
    made = encoded(image.convert(mode), "JPEG" if mode == "CMYK" else "PNG")
    (frame,) = decode(made, inf).frames
    grey = np.asarray(frame.image.convert("L"))
    assert frame.image.mode == "RGB"
    assert (grey.min() < 100, grey.max() > 150) == (True, True)


def test_what_is_transparent_is_on_white_and_turned_is_upright() -> None:
    clear = Image.new("RGBA", (20, 20), (0, 0, 0, 0))
    (frame,) = decode(encoded(clear, "PNG"), inf).frames
    assert frame.image.getpixel((5, 5)) == (255, 255, 255)
    exif = Image.Exif()
    exif[0x0112] = 6
    (frame,) = decode(encoded(picture(1), "JPEG", exif=exif), inf).frames
    assert frame.image.size == (384, 512)


def test_large_pictures_are_made_small() -> None:
    (frame,) = decode(encoded(Image.new("RGB", (6_000, 4_000), "red"), "JPEG"), inf).frames
    assert max(frame.image.size) <= 1_600


_SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="http://169.254.169.254/"/></svg>'
_NO_PICTURES = {
    "svg": _SVG,
    "svg with a head": b'<?xml version="1.0"?>' + _SVG,
    "html": b"<html><body>not found</body></html>",
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "postscript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
    "tiff": encoded(picture(1), "TIFF"),
    "zip": b"PK\x03\x04" + bytes(100),
    "nothing": b"",
    "text": b"hello",
}


@pytest.mark.parametrize("name", _NO_PICTURES)
def test_what_is_no_picture_is_not_taken_for_one(name: str) -> None:
    with pytest.raises(Unseen, match="no picture of a known format"):
        decode(_NO_PICTURES[name], inf)


@pytest.mark.parametrize("format", ["JPEG", "PNG", "GIF", "WEBP", "AVIF"])
@pytest.mark.parametrize("share", [0.02, 0.5, 0.95])
def test_half_a_file_is_no_picture(format: str, share: float) -> None:
    whole = encoded(picture(1), format)
    with pytest.raises(Unseen):
        decode(whole[: int(len(whole) * share)], inf)


def test_a_broken_file_is_refused_whatever_is_broken() -> None:
    whole = bytearray(encoded(picture(1).resize((64, 64)), "PNG"))
    decoded = 0
    for place in range(8, len(whole), 97):
        broken = bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        try:
            decoded += len(decode(broken, inf).frames)
        except Unseen:
            continue
    assert decoded < len(whole) // 97


@pytest.mark.parametrize("side", [7_000, 12_000, 50_000])
def test_a_picture_that_would_fill_the_memory_is_refused_at_once(side: int) -> None:
    """Of which the file has some kilobytes."""
    assert side**2 > MOST_PIXELS
    row = zlib.compress(bytes(1_000_000), 9)
    started = time.process_time()
    with pytest.raises(Unseen, match="more than 40000000 pixels"):
        decode(png(side, side, row * 4), inf)
    assert time.process_time() - started < 0.5


def test_a_bomb_of_text_in_a_picture_is_refused() -> None:
    text = chunk(b"zTXt", b"comment\0\0" + zlib.compress(bytes(80_000_000), 9))
    started = time.process_time()
    with pytest.raises(Unseen):
        decode(png(8, 8, zlib.compress(bytes(200)), text), inf)
    assert time.process_time() - started < 0.5


@pytest.mark.parametrize("format", ["GIF", "WEBP", "PNG"])
def test_scenes_of_an_animation_are_looked_at(format: str) -> None:
    """Two pictures for ten frames each, and a third for a single one between the fixed places."""
    scenes = [picture(seed, 120, 90) for seed in (1, 2, 3)]
    images = [*[scenes[0]] * 9, scenes[2], *[scenes[1]] * 10]
    decoded = decode(animated(images, format), inf)
    assert decoded.left_out is None
    assert len(decoded.frames) in (3, 4)


def test_of_a_long_animation_some_frames_are_looked_at() -> None:
    decoded = decode(animated([picture(seed, 60, 40) for seed in range(30)]), inf)
    assert len(decoded.frames) == MOST_FRAMES
    assert decoded.left_out is None


def test_what_is_left_of_an_animation_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether it takes too long or has too many pixels."""
    made = animated([picture(seed, 60, 40) for seed in range(3)])
    decoded = decode(made, time.monotonic() - 1)
    assert (len(decoded.frames), decoded.left_out) == (1, "1 of its 3 frames were looked at")
    monkeypatch.setattr(decoding, "MOST_ANIMATED_PIXELS", 2 * 60 * 40)
    decoded = decode(made, inf)
    assert (len(decoded.frames), decoded.left_out) == (2, "2 of its 3 frames were looked at")


def test_a_file_of_several_sizes_of_a_picture_is_one() -> None:
    buffer = io.BytesIO()
    picture(1).save(buffer, "MPO", save_all=True, append_images=[picture(1, 64, 48)])
    (frame,) = decode(buffer.getvalue(), inf).frames
    assert frame.image.size == (512, 384)
