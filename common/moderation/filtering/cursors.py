"""Cursors of lists, forwards and backwards: opaque to who gets them, a place in the order inside.

A place outlives the document that stood there, so whatever stays is met once, however much comes
and goes meanwhile, and each page can be left in both directions.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Literal

import orjson

from common.domain.errors import Invalid
from common.store.shapes import is_comparable
from common.store.store import BadCursor

Direction = Literal["next", "prev"]
_TAG_BYTES = 6
_LONGEST = 8_192


@dataclass(frozen=True, slots=True)
class Mark:
    """Where to go on: after `place`, or with the document there where it `includes` that."""

    place: tuple[Any, ...]
    includes: bool = False


def encoded(order: str, direction: Direction, mark: Mark) -> str:
    """`order` is all that says how documents are sorted, and of what list."""
    values = [_tag(order, direction), mark.includes, *mark.place]
    return base64.urlsafe_b64encode(orjson.dumps(values)).decode().rstrip("=")


def decoded(order: str, direction: Direction, cursor: str, length: int) -> Mark:
    """Raises BadCursor for what `encoded` did not make of the same order and direction."""
    tag, *values = _values(cursor)
    if tag != _tag(order, direction):
        raise BadCursor("the cursor is of another sorting or direction")
    if len(values) != length + 1 or not isinstance(values[0], bool):
        raise BadCursor("not a cursor")
    if not all(each is None or is_comparable(each) for each in values[1:]):
        raise BadCursor("not a cursor")
    if not isinstance(values[-1], str):
        raise BadCursor("not a cursor")
    return Mark(tuple(values[1:]), values[0])


def asked(
    order: str, following: str | None, previous: str | None, length: int
) -> tuple[Direction, Mark | None]:
    """Of a request, which may name one of both. Raises Invalid, and BadCursor."""
    if following and previous:
        raise Invalid.field("prev", "stands instead of next, not beside it")
    if previous:
        return "prev", decoded(order, "prev", previous, length)
    return "next", decoded(order, "next", following, length) if following else None


def _values(cursor: str) -> Sequence[Any]:
    if len(cursor) > _LONGEST:
        raise BadCursor("not a cursor")
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        values = orjson.loads(base64.urlsafe_b64decode(padded.encode()))
    except (ValueError, TypeError, binascii.Error):
        raise BadCursor("not a cursor") from None
    if not isinstance(values, list) or not values:
        raise BadCursor("not a cursor")
    return values


def _tag(order: str, direction: Direction) -> str:
    text = f"{direction} {order}"
    return blake2b(text.encode(), digest_size=_TAG_BYTES).hexdigest()
