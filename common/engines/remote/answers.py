"""Reading what providers answer: strictly, since who wrote the content may have a hand in it."""

from __future__ import annotations

import json
from math import isfinite
from typing import Any, Never

from common.engines.remote.adapter import Cause, NotJudged

_KEY_REFUSED = (401, 403)
_LIMITS = (429, 529)
_MOST_DIGITS = 18


def json_of(text: str | bytes) -> Any:
    """Raises NotJudged for what is no JSON, or JSON of which two readers may make two things: a
    member that stands twice, a number that is not finite or too large to be exact, half a
    surrogate pair.
    """
    try:
        found = json.loads(
            text,
            object_pairs_hook=_members,
            parse_constant=_constant,
            parse_float=_number,
            parse_int=_whole,
        )
        # No store could keep what has one, nor an answer have it.
        json.dumps(found, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise NotJudged("answer", "the answer is not JSON") from None
    return found


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a member stands twice")
    return found


def _constant(_: str) -> Never:
    raise ValueError("is no number of JSON")


def _number(text: str) -> float:
    found = float(text)
    if not isfinite(found):
        raise ValueError("is too large")
    return found


def _whole(text: str) -> int:
    if len(text) > _MOST_DIGITS:
        raise ValueError("is too large")
    return int(text)


def part(data: Any, *path: str | int, of: type[Any] | tuple[type[Any], ...] = object) -> Any:
    """What stands there, of that type. Raises NotJudged where the answer has another shape."""
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            raise _misshapen(path) from None
    is_bool = isinstance(data, bool) and of not in (bool, object)
    if is_bool or not isinstance(data, of):
        raise _misshapen(path)
    return data


def score(data: Any, *path: str | int) -> float:
    """A number of 0 to 1."""
    found = float(part(data, *path, of=(int, float)))
    if not 0 <= found <= 1:
        raise _misshapen(path)
    return found


def _misshapen(path: tuple[str | int, ...]) -> NotJudged:
    # The path is the adapter's own, never the answer's.
    return NotJudged("answer", f"the answer has no fitting {'.'.join(map(str, path))}")


def cause_of(status: int) -> Cause:
    """What a status other than success says."""
    if status in _KEY_REFUSED:
        return "key"
    if status in _LIMITS:
        return "limit"
    if status >= 500:
        return "server"
    return "content" if status in (400, 413, 422) else "answer"
