"""The frames of a video that are worth looking at: some at fixed places, and where scenes begin.

It is decoded by FFmpeg, as OpenCV's wheel brings it. FFmpeg also plays lists that name other files
and addresses; so only containers that hold their own pictures get that far.
"""

from __future__ import annotations

import math
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import cv2
from PIL import Image

from common.engines.images.decoding import MOST_FRAMES, Decoded
from common.engines.images.frames import Frame, Selection
from common.engines.images.unseen import Unseen

MOST_PIXELS = 9_000_000
"""Of a frame: a little more than 3840 by 2160."""
_PROBES = 96
_DUE_EACH = 12
"""Of the frames that are probed for a new scene, each so many-th is due in any case."""
_STEPPED = 48
"""Frames up to which going through them all is quicker than looking for the next."""
_LONGEST_SIDE = 1_280
_MOST_SECONDS = 24 * 3_600.0


def sample(body: bytes, until: float) -> Decoded:
    """Until `until`, by the monotonic clock. Raises Unseen."""
    if not _is_known(body):
        raise Unseen("it is no video of a known format")
    with tempfile.TemporaryDirectory(prefix="gavel-video-") as folder:
        path = Path(folder, "video")
        path.write_bytes(body)
        return _sampled(path, until)


def _is_known(body: bytes) -> bool:
    """MP4 and QuickTime, Matroska and WebM, AVI."""
    head = body[:12]
    is_avi = head[:4] == b"RIFF" and head[8:12] == b"AVI "
    return head[4:8] == b"ftyp" or head[:4] == b"\x1a\x45\xdf\xa3" or is_avi


def _sampled(path: Path, until: float) -> Decoded:
    capture = cv2.VideoCapture(str(path), cv2.CAP_FFMPEG, [cv2.CAP_PROP_N_THREADS, 1])
    try:
        if not capture.isOpened():
            raise Unseen("it is broken, or of an unknown codec")
        return _Sampling(capture, until).decoded()
    except cv2.error:
        raise Unseen("it is broken") from None
    finally:
        capture.release()


class _Sampling:
    """What a video says of its length and rate is its own word, and not relied upon."""

    def __init__(self, capture: cv2.VideoCapture, until: float) -> None:
        self._capture = capture
        self._until = until
        self._selection = Selection(MOST_FRAMES)
        self._count = self._said(cv2.CAP_PROP_FRAME_COUNT, 0.0)
        self._rate = self._said(cv2.CAP_PROP_FPS, 25.0)
        self._next = 0

    def _said(self, what: int, otherwise: float) -> float:
        value = self._capture.get(what)
        return value if math.isfinite(value) and value > 0 else otherwise

    def decoded(self) -> Decoded:
        width, height = (
            self._said(side, 0.0) for side in (cv2.CAP_PROP_FRAME_WIDTH, cv2.CAP_PROP_FRAME_HEIGHT)
        )
        if width * height > MOST_PIXELS:
            raise Unseen(f"its pictures have more than {MOST_PIXELS} pixels")
        probed = 0
        left_out = None
        for number in self._places():
            if probed and time.monotonic() >= self._until:
                left_out = "there was no time to look at all of it"
                break
            frame = self._frame(number)
            if frame is None:
                break
            self._selection.offer(frame, is_due=probed % _DUE_EACH == 0)
            probed += 1
        if not probed:
            raise Unseen("no picture of it can be decoded")
        if left_out is None and self._count and self._next < self._count * 0.9:
            left_out = "some of it cannot be decoded"
        return Decoded(self._selection.frames, left_out)

    def _places(self) -> Iterator[int]:
        """Evenly over what it says to have; of what does not say, one a second."""
        if not self._count:
            yield from range(0, round(self._rate) * _PROBES, max(1, round(self._rate)))
            return
        step = max(1.0, (self._count - 1) / (_PROBES - 1))
        place = 0.0
        while place <= self._count - 1:
            yield round(place)
            place += step

    def _frame(self, number: int) -> Frame | None:
        """None where there is none."""
        if number - self._next > _STEPPED:
            self._capture.set(cv2.CAP_PROP_POS_FRAMES, number)
            self._next = number
        while self._next < number:
            if not self._capture.grab():
                return None
            self._next += 1
        is_there, pixels = self._capture.read()
        if not is_there or pixels is None:
            return None
        self._next = number + 1
        image = Image.fromarray(cv2.cvtColor(pixels, cv2.COLOR_BGR2RGB))
        image.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
        return Frame(image, round(min(number / self._rate, _MOST_SECONDS), 3))
