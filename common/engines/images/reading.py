"""What stands in a picture: bar codes, and writing where the optional reader is installed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from PIL.Image import Image

_MOST_CODES = 20
_MOST_CHARACTERS = 5_000
_LEAST_CONFIDENCE, _SURE = 0.5, 0.9
"""Latin letters and digits are read with 0.92 and more. Letters that the reader does not know it
takes for some that it does, with less: Cyrillic, Greek and Arabic with 0.7 to 0.87.
"""
_LONGEST_SIDE, _SIDE_OF_SMALL = 1_280, 640
_MOST_ENLARGED = 4
_NARROWEST = 4
"""Of a picture that is longer than that many times its width, the reader makes a huge one."""
_LEAST_SIDE = 64
_reading = threading.Lock()


def reads_codes() -> bool:
    return find_spec("zxingcpp") is not None


def reads_writing() -> bool:
    return find_spec("rapidocr_onnxruntime") is not None


@dataclass(frozen=True, slots=True)
class Read:
    """Each code's content by itself, and what is written in one piece. `is_whole` says that all
    writing that was found could be read.
    """

    texts: tuple[str, ...]
    is_whole: bool


def read(image: Image) -> Read:
    texts = list(_codes(image)) if reads_codes() else []
    lines = _lines(image) if reads_writing() else []
    if written := "\n".join(text for text, sure in lines if sure >= _LEAST_CONFIDENCE):
        texts.append(written)
    is_whole = all(sure >= _SURE for _, sure in lines)
    return Read(tuple(text[:_MOST_CHARACTERS] for text in texts), is_whole)


def _codes(image: Image) -> Iterator[str]:
    import zxingcpp

    for found in zxingcpp.read_barcodes(np.asarray(image.convert("L")))[:_MOST_CODES]:
        if found.text.strip():
            yield found.text


def _lines(image: Image) -> list[tuple[str, float]]:
    """What is written, and how sure the reader is of each line."""
    # It expects blue first. One at a time: it takes several hundred megabytes.
    pixels = np.ascontiguousarray(np.asarray(_readable(image))[:, :, ::-1])
    with _reading:
        lines, _ = _reader()(pixels)
    return [(text, float(sure)) for _, text, sure in lines or ()]


def _readable(image: Image) -> Image:
    """Neither too large nor too small, on as much of its own colour that it is no strip."""
    longest = min(_LONGEST_SIDE, max(image.size))
    longest = max(longest, min(_SIDE_OF_SMALL, longest * _MOST_ENLARGED))
    least = max(longest // _NARROWEST, _LEAST_SIDE)
    factor = longest / max(image.size)
    width, height = (max(1, round(side * factor)) for side in image.size)
    square = image.resize((1, 1)).resize((max(width, least), max(height, least)))
    middle = (square.width - width) // 2, (square.height - height) // 2
    square.paste(image.resize((width, height)), middle)
    return square


@cache
def _reader() -> Any:
    from rapidocr_onnxruntime import RapidOCR

    return RapidOCR(
        intra_op_num_threads=1,
        inter_op_num_threads=1,
        text_score=0.0,
        det_limit_type="max",
        det_limit_side_len=_LONGEST_SIDE,
    )
