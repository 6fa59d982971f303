"""Makes pictures of bytes that anybody may have sent, within bounds of pixels and frames.

What they are is told by themselves, never by a name or a header. Vector graphics and documents are
no pictures here: they can refer to other places, and be as large as they like.
"""

from __future__ import annotations

import io
import time
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

from common.engines.images.frames import Frame, Selection
from common.engines.images.unseen import Unseen

FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "BMP", "AVIF")
MOST_PIXELS = 40_000_000
MOST_ANIMATED_PIXELS = 200_000_000
"""Of all frames of an animation, each of which is as large as the whole."""
MOST_FRAMES = 12
_DUE = 8
_LONGEST_SIDE = 1_600
_RAW = ("I;16", "I", "F")

# What is larger than Pillow's own bound, too, is refused, not only mentioned.
warnings.filterwarnings("error", category=Image.DecompressionBombWarning)


@dataclass(frozen=True, slots=True)
class Decoded:
    """`left_out` says why some of its frames were not looked at."""

    frames: list[Frame]
    left_out: str | None = None


def decode(body: bytes, until: float) -> Decoded:
    """Until `until`, by the monotonic clock, frames of an animation are taken. Raises Unseen."""
    try:
        with Image.open(io.BytesIO(body), formats=FORMATS) as image:
            return _decoded(image, until)
    except Unseen:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Unseen(f"it has more than {MOST_PIXELS} pixels") from None
    except UnidentifiedImageError:
        raise Unseen("it is no picture of a known format") from None
    except Exception as error:
        # Whatever a broken file makes a decoder say, the file is what is broken.
        raise Unseen(f"it is broken ({type(error).__name__})") from None


def _decoded(image: Image.Image, until: float) -> Decoded:
    if image.width * image.height > MOST_PIXELS:
        raise Unseen(f"it has more than {MOST_PIXELS} pixels")
    # Still files of several pictures, of some cameras, are the first one at several sizes.
    if image.format in ("GIF", "WEBP", "PNG", "AVIF") and getattr(image, "n_frames", 1) > 1:
        return _animated(image, until)
    image.draft("RGB", (_LONGEST_SIDE, _LONGEST_SIDE))
    return Decoded([Frame(_plain(image))])


def _animated(image: Image.Image, until: float) -> Decoded:
    count: int = getattr(image, "n_frames", 1)
    due = {round(n * (count - 1) / (_DUE - 1)) for n in range(_DUE)}
    selection = Selection(MOST_FRAMES)
    for number in _in_bounds(image, count, until):
        image.seek(number)
        selection.offer(Frame(_plain(image.copy())), is_due=number in due)
        last = number
    left_out = None if last == count - 1 else f"{last + 1} of its {count} frames were looked at"
    return Decoded(selection.frames, left_out)


def _in_bounds(image: Image.Image, count: int, until: float) -> Iterator[int]:
    """The first in any case: each is made of those before it, so none can be skipped."""
    for number in range(count):
        pixels = (number + 1) * image.width * image.height
        if number and (pixels > MOST_ANIMATED_PIXELS or time.monotonic() >= until):
            return
        yield number


def _plain(image: Image.Image) -> Image.Image:
    """Upright, in RGB, on white where it is transparent, and no larger than it has to be. `image`
    itself is made smaller, for two large ones would be too much.
    """
    image.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    small = ImageOps.exif_transpose(image)
    if small.mode in _RAW:
        small = small.convert("F").point(lambda value: value / 256).convert("L")
    if not small.has_transparency_data:
        return small.convert("RGB")
    opaque = Image.new("RGBA", small.size, "white")
    opaque.alpha_composite(small.convert("RGBA"))
    return opaque.convert("RGB")
