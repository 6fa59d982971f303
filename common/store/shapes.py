"""Query shapes: which are declared, and what their values may be. The same for every backend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, TypeGuard

import orjson

from common.store.store import Index, MissingIndex, Place

_DIGEST_BYTES = 12


@dataclass(frozen=True, slots=True)
class QueryShape:
    """All that makes one query another, apart from where it continues."""

    collection: str
    app: str | None
    equal: Mapping[str, Any]
    order: str
    descending: bool
    low: Any
    high: Any

    def digest(self) -> str:
        parts = [
            self.collection,
            self.app,
            sorted(self.equal.items()),
            self.order,
            self.descending,
            self.low,
            self.high,
        ]
        return blake2b(orjson.dumps(parts), digest_size=_DIGEST_BYTES).hexdigest()


class Shapes:
    """The declared indexes, found by shape."""

    def __init__(self, indexes: Sequence[Index]) -> None:
        """Raises ValueError for an index that no backend has."""
        for index in indexes:
            if index.each and (index.equal or index.across_apps or index.order == "id"):
                raise ValueError(f"{index.each} cannot be indexed with anything but an order")
        self._indexes = {_shape(index): index for index in indexes}

    def index(self, query: QueryShape) -> Index:
        """The declared index, or the implied one that sorts an app's documents by id."""
        wanted = Index(query.collection, query.order, tuple(query.equal), query.app is None)
        if is_by_id(wanted):
            return wanted
        try:
            return self._indexes[_shape(wanted)]
        except KeyError:
            raise MissingIndex(str(wanted)) from None


def is_by_id(index: Index) -> bool:
    return index.order == "id" and not index.equal and not index.across_apps


def check_query(query: QueryShape, limit: int, after: Place | None = None) -> None:
    """Raises ValueError for what no backend can compare."""
    if limit < 1:
        raise ValueError("limit must be at least 1")
    if after is not None:
        _check_place(query, after)
    bounds = {"low": query.low, "high": query.high}
    given = {name: value for name, value in bounds.items() if value is not None}
    for name, value in {**given, **query.equal}.items():
        if not is_comparable(value):
            raise ValueError(f"{name} must be a text, a number of 64 bits or a truth value")


def _check_place(query: QueryShape, place: Place) -> None:
    at, id = place
    if query.app is None:
        raise ValueError("a place is one within an app")
    if not is_comparable(at) or not isinstance(id, str) or not _is_unicode(id):
        raise ValueError("a place has a value that can be compared, and an id")
    if query.order == "id" and at != id:
        raise ValueError("by id, a place has the id twice")


def is_comparable(value: object) -> TypeGuard[str | int | float]:
    if isinstance(value, int):
        return -(2**63) <= value < 2**63
    return isinstance(value, float) or (isinstance(value, str) and _is_unicode(value))


def _is_unicode(text: str) -> bool:
    """False for half a surrogate pair, which JSON can escape and nothing can store."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _shape(index: Index) -> tuple[str, str, frozenset[str], bool]:
    return index.collection, index.order, frozenset(equal_of(index)), index.across_apps


def equal_of(index: Index) -> tuple[str, ...]:
    """The fields that a query names as equal."""
    return (*index.equal, index.each) if index.each else index.equal
