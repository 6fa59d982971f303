"""A picture that nobody has seen before, made without any library for images."""

from __future__ import annotations

import random
import struct
import zlib

_SIDE = 256
_PATCH = 16
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_RGB = 2


def picture(seed: str, mirrored: bool = False) -> bytes:
    """A PNG of patches in random colours. The mirrored one has other bytes, and shows the same."""
    rng = random.Random(seed)
    patches = _SIDE // _PATCH
    lines = []
    for _ in range(patches):
        colours = [rng.randbytes(3) for _ in range(patches)]
        line = b"".join(colour * _PATCH for colour in (colours[::-1] if mirrored else colours))
        lines += [b"\0" + line] * _PATCH
    head = struct.pack(">2I5B", _SIDE, _SIDE, 8, _RGB, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(b"".join(lines))), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(*chunk) for chunk in chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)
