"""The pictures of an animation or a video that are worth looking at, in bounded number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PIL.Image import Image

_THUMB = (16, 16)
_SAME = 2.0
"""The mean difference, of 255 steps of grey, up to which two frames are taken for one."""
_NEW_SCENE = 16.0


@dataclass(frozen=True, slots=True)
class Frame:
    """In RGB; `second` is where in a video it is."""

    image: Image
    second: float | None = None


class Selection:
    """Takes frames in their order: of what is due at fixed places all that is not the same as what
    was taken last, and wherever a scene begins. Of more than `most`, the one goes whose neighbours
    are the closest to each other, so that those left are still of the whole.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._taken: list[tuple[int, Frame]] = []
        self._offered = 0
        self._last: NDArray[np.float32] | None = None

    @property
    def frames(self) -> list[Frame]:
        return [frame for _, frame in self._taken]

    def offer(self, frame: Frame, *, is_due: bool) -> None:
        self._offered += 1
        thumb = np.asarray(frame.image.convert("L").resize(_THUMB), dtype=np.float32)
        if self._last is not None:
            difference = float(np.abs(thumb - self._last).mean())
            if difference <= (_SAME if is_due else _NEW_SCENE):
                return
        self._last = thumb
        self._taken.append((self._offered, frame))
        if len(self._taken) > self._most:
            places = [place for place, _ in self._taken]
            gaps = [after - before for before, after in zip(places, places[2:], strict=False)]
            del self._taken[1 + gaps.index(min(gaps))]
