"""Declared queries as Firestore's structured queries.

Bounds are cursors, not filters: a cursor compares over all types, excludes null (which counts as
absent) with the same index, and says both where a page begins and where the query ends. Texts are
indexed by their first 1,500 bytes. Across apps, ties are broken by app first and then by id.
"""

from __future__ import annotations

from typing import Any

from google.cloud.firestore_v1.types.document import Value
from google.cloud.firestore_v1.types.query import StructuredQuery

from common.store.cursors import Position, decode_cursor
from common.store.firestore.names import ID_FIELD, Names
from common.store.firestore.values import encoded_value
from common.store.firestore.writes import field_path, path
from common.store.shapes import QueryShape
from common.store.store import Document, Key, Place

NAME = "__name__"
_Query = StructuredQuery.pb()
_Value = Value.pb()
_ASCENDING, _DESCENDING = 1, 2
_EQUAL = _Query.FieldFilter.EQUAL
_CONTAINS = _Query.FieldFilter.ARRAY_CONTAINS
_AND = _Query.CompositeFilter.AND


def structured_query(
    shape: QueryShape,
    names: Names,
    limit: int,
    cursor: str | None,
    after: Place | None = None,
    each: str | None = None,
) -> Any:
    """`each` is the field of which one member is asked for. Raises BadCursor."""
    query = _Query()
    query.limit.value = limit
    source = query.from_.add()
    source.collection_id = shape.collection
    source.all_descendants = shape.app is None
    _add_filters(query, shape, each)
    for field in _order(shape):
        direction = _DESCENDING if shape.descending else _ASCENDING
        query.order_by.add(direction=direction).field.field_path = field
    position: Position | None = after
    if cursor is not None:
        position = decode_cursor(shape, cursor, _length(shape))
    _Bounds(shape, names, position).add_to(query)
    return query


def position_of(shape: QueryShape, document: Document) -> Position:
    key = document.key
    at = key.id if shape.order == "id" else document.data[shape.order]
    return [at, key.id] if shape.app is not None else [at, key.id, key.app]


def order_field(order: str, *, descending: bool) -> str:
    """Firestore sorts by name in one direction only: "does not support descending key scans"."""
    if order != "id":
        return field_path(order)
    return path(ID_FIELD) if descending else NAME


def _order(shape: QueryShape) -> list[str]:
    first = order_field(shape.order, descending=shape.descending)
    return list(dict.fromkeys([first, NAME]))


def _length(shape: QueryShape) -> int:
    return 2 if shape.app is not None else 3


def _add_filters(query: Any, shape: QueryShape, each: str | None) -> None:
    if not shape.equal:
        return
    query.where.composite_filter.op = _AND
    for field, value in shape.equal.items():
        equality = query.where.composite_filter.filters.add().field_filter
        equality.field.field_path = field_path(field)
        equality.op = _CONTAINS if field == each else _EQUAL
        equality.value.CopyFrom(encoded_value(value))


class _Bounds:
    """`before` is about the query's own direction: just before or just after the values."""

    def __init__(self, shape: QueryShape, names: Names, position: Position | None) -> None:
        self._shape = shape
        self._names = names
        self._position = position
        self._by_name = shape.order == "id" and not shape.descending

    def add_to(self, query: Any) -> None:
        shape = self._shape
        if shape.descending:
            self._add(query.start_at, self._at(shape.high), before=False)
            self._add(query.end_at, self._lowest(), before=shape.low is None)
        else:
            self._add(query.start_at, self._lowest(), before=shape.low is not None)
            self._add(query.end_at, self._at(shape.high), before=True)
        if self._position is not None:
            query.ClearField("start_at")
            self._add(query.start_at, self._after(self._position), before=False)

    def _lowest(self) -> list[Any]:
        """The lower bound; without one it is what is null."""
        if self._shape.low is not None or self._by_name:
            return self._at(self._shape.low)
        return [encoded_value(None)]

    def _at(self, value: Any) -> list[Any]:
        if value is None:
            return []
        return [self._name(value) if self._by_name else encoded_value(value)]

    def _after(self, position: Position) -> list[Any]:
        at, id, *app = position
        name = self._name(str(id), *map(str, app))
        return [name] if self._by_name else [encoded_value(at), name]

    def _name(self, id: str, app: str = "") -> Any:
        key = Key(self._shape.app or app, self._shape.collection, id)
        return _Value(reference_value=self._names.document(key))

    @staticmethod
    def _add(target: Any, values: list[Any], *, before: bool) -> None:
        if values:
            target.values.extend(values)
            target.before = before
