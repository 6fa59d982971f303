"""What the image engines find and what they cost: `python -m benchmarks.images`.

On pictures that are made by rule, of which no two resemble each other; none is a photograph.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator
from statistics import median
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw, ImageFont, ImageOps

from common.engines.images import nsfw, reading
from common.engines.images.decoding import decode
from common.engines.images.hash_index import HashIndex
from common.engines.images.pdq import Hashes, hashes_of
from tests.pictures import code, encoded, picture

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

_PICTURES = 100
_LISTED = 100_000


def copies(image: Picture) -> Iterator[tuple[str, bytes]]:
    width, height = image.size
    border = width // 50
    yield "JPEG at quality 30", encoded(image, quality=30)
    yield "60 % of the size", encoded(image.resize((width * 3 // 5, height * 3 // 5)), "PNG")
    yield "grey, WebP at quality 50", encoded(image.convert("L"), "WEBP", quality=50)
    yield "mirrored", encoded(ImageOps.mirror(image), quality=80)
    yield "turned", encoded(image.transpose(Image.Transpose.ROTATE_90), quality=80)
    yield "a border of 2 %", encoded(ImageOps.expand(image, border, "white"), quality=80)
    cut = (border, border, width - border, height - border)
    yield "2 % cut off each side", encoded(image.crop(cut), quality=80)


def hashed(content: bytes) -> Hashes:
    return hashes_of(decode(content, time.monotonic() + 60).frames[0].image)


def recall() -> None:
    found: dict[str, int] = {}
    false = 0
    images = [picture(seed) for seed in range(_PICTURES)]
    index = HashIndex.of("known", "known", [hashes_of(image).text for image in images])
    for image in images:
        for name, content in copies(image):
            found[name] = found.get(name, 0) + (index.closest(hashed(content)) is not None)
    for seed in range(_PICTURES, 2 * _PICTURES):
        false += index.closest(hashes_of(picture(seed))) is not None
    for name, count in found.items():
        print(f"{name:28} {count} of {_PICTURES} copies found")
    print(f"{'other pictures':28} {false} of {_PICTURES} taken for one of {_PICTURES}")


def milliseconds(work: Callable[[], object], times: int = 9) -> float:
    work()
    took = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        took.append((time.perf_counter() - started) * 1e3)
    return median(took)


def written(lines: int) -> Image.Image:
    image = Image.new("RGB", (1_280, 960), "white")
    drawing = ImageDraw.Draw(image)
    for number in range(lines):
        place = (20, 20 + number * 45)
        drawing.text(place, "as it was in the beginning", "black", ImageFont.load_default(30))
    return image


def costs() -> None:
    rng = np.random.default_rng(1)
    index = HashIndex.of("l", "l", [rng.bytes(32).hex() for _ in range(_LISTED)])
    large = encoded(picture(1, 2_000, 1_500), quality=85)
    (frame,) = decode(large, time.monotonic() + 60).frames
    hashes = hashes_of(frame.image)
    coded = Image.open(io.BytesIO(encoded(code("https://example.com"), "PNG"))).convert("RGB")
    rows: dict[str, Callable[[], object]] = {
        "decode 2000 x 1500, JPEG": lambda: decode(large, time.monotonic() + 60),
        "hash": lambda: hashes_of(frame.image),
        f"compare with {_LISTED:,} hashes": lambda: index.closest(hashes),
        "read bar codes": lambda: reading.read(coded),
    }
    if nsfw.is_installed():
        rows["classify"] = lambda: nsfw.scores(frame.image)
    if reading.reads_writing():
        rows["read writing, nothing there"] = lambda: reading.read(frame.image)
        rows["read writing, two lines"] = lambda: reading.read(written(2))
        rows["read writing, twenty lines"] = lambda: reading.read(written(20))
    for name, work in rows.items():
        print(f"{name:28} {milliseconds(work):8.1f} ms")


if __name__ == "__main__":
    recall()
    costs()
