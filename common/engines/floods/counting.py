"""What the engines share that hold a post against what was posted before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated

from pydantic import AfterValidator

from common.domain.content import Content
from common.domain.labels import Span
from common.domain.times import DAY, HOUR, MINUTE, SECOND
from common.engines.config import EngineConfig
from common.engines.floods.limits import Limit

DISTANCE = 5
"""Bits of 64 that tell like texts from others, where a policy says no other number."""
LONGEST = DAY
MOST_COUNTED = 100
"""Posts that a limit may ask for: fewer than a document keeps, as others come between."""
_DURATION = re.compile(r"(?:[0-9]{1,9}(?:\.[0-9]{1,3})?(?:ms|s|m|h))+")
_PART = re.compile(r"([0-9.]+)(ms|s|m|h)")
_UNITS = {"ms": SECOND // 1_000, "s": SECOND, "m": MINUTE, "h": HOUR}


class CountingConfig(EngineConfig):
    def limits(self) -> Sequence[Limit]:
        """All that a post is held against."""
        return ()


def duration(text: str) -> int:
    """Nanoseconds of a duration as Go writes it: 60s, 5m, 1h30m. Raises ValueError for others."""
    if not _DURATION.fullmatch(text):
        raise ValueError("has to be a duration like 60s, 5m, 1h or 1h30m")
    found = sum(round(float(number) * _UNITS[unit]) for number, unit in _PART.findall(text))
    if not SECOND <= found <= LONGEST:
        raise ValueError("has to be from 1s to 24h")
    return found


def _checked(text: str) -> str:
    duration(text)
    return text


TimeWindow = Annotated[str, AfterValidator(_checked)]


def whole_texts(content: Content) -> tuple[Span, ...]:
    return tuple(Span(number, 0, len(text)) for number, text in enumerate(content.texts) if text)
