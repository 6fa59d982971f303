"""Opaque cursors, the same for every backend."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from typing import TypeGuard

import orjson

from common.store.shapes import QueryShape, is_comparable
from common.store.store import BadCursor

Position = Sequence[str | int | float]


def encode_cursor(query: QueryShape, position: Position) -> str:
    """`position` is whatever the backend needs in order to continue after the last document."""
    return urlsafe_b64encode(orjson.dumps([query.digest(), *position])).decode().rstrip("=")


def decode_cursor(query: QueryShape, cursor: str, length: int) -> Position:
    """The `length` values given to encode_cursor; BadCursor for anything else."""
    digest, *position = _decoded(cursor)
    if digest != query.digest():
        raise BadCursor("the cursor belongs to another query")
    if len(position) != length or not _is_position(position):
        raise BadCursor("the cursor is not readable")
    return position


def _decoded(cursor: str) -> list[object]:
    try:
        values = orjson.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except ValueError as error:
        raise BadCursor("the cursor is not readable") from error
    if not isinstance(values, list) or not values:
        raise BadCursor("the cursor is not readable")
    return values


def _is_position(values: Sequence[object]) -> TypeGuard[Position]:
    return all(is_comparable(value) for value in values)
