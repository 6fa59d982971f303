"""Declared queries as DynamoDB's, each on one partition and one range of its sort key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from common.store.cursors import decode_cursor
from common.store.dynamodb.items import typed
from common.store.dynamodb.layout import (
    PARTITION,
    SORT,
    index_keys,
    index_name,
    index_partition,
    sort_key,
)
from common.store.dynamodb.sorting import HIGHEST, LOWEST, sortable
from common.store.shapes import QueryShape
from common.store.store import Index

Start = Mapping[str, str]
"""The keys after which a query continues."""


def start_of(shape: QueryShape, cursor: str | None, names: tuple[str, ...]) -> Start | None:
    """Raises BadCursor; `names` are those of the keys that the cursor holds."""
    if cursor is None:
        return None
    position = decode_cursor(shape, cursor, len(names))
    return dict(zip(names, map(str, position), strict=True))


def index_query(shape: QueryShape, index: Index, slot: int, start: Start | None) -> dict[str, Any]:
    names = index_keys(slot)
    partition = index_partition(index, shape.app, shape.equal)
    low = LOWEST if shape.low is None else sortable(shape.low)
    high = HIGHEST if shape.high is None else sortable(shape.high)
    if start is not None:
        start = {names[0]: partition, **start}
    query = _query(names, partition, (low, high), shape.descending, start)
    return {"IndexName": index_name(slot), **query}


def id_query(shape: QueryShape, partition: str, start: Start | None) -> dict[str, Any]:
    """Also finds what is at `high`."""
    low = LOWEST if shape.low is None else sort_key(str(shape.low))
    high = HIGHEST if shape.high is None else sort_key(str(shape.high))
    if start is not None:
        start = {PARTITION: partition, **start}
    query = _query((PARTITION, SORT), partition, (low, high), shape.descending, start)
    return {"ConsistentRead": True, **query}


def member_query(shape: QueryShape, partition: str, start: Start | None) -> dict[str, Any]:
    """Of the entries of one member of a list."""
    low = LOWEST if shape.low is None else sortable(shape.low)
    high = HIGHEST if shape.high is None else sortable(shape.high)
    if start is not None:
        start = {PARTITION: partition, **start}
    query = _query((PARTITION, SORT), partition, (low, high), shape.descending, start)
    return {"ConsistentRead": True, **query}


def is_empty(shape: QueryShape) -> bool:
    """DynamoDB refuses a range that ends before it begins."""
    if shape.low is None or shape.high is None:
        return False
    return sortable(shape.low) >= sortable(shape.high)


def _query(
    names: tuple[str, str],
    partition: str,
    bounds: tuple[str, str],
    descending: bool,
    start: Start | None,
) -> dict[str, Any]:
    values = dict(zip((":p", ":low", ":high"), (partition, *bounds), strict=True))
    query = {
        "KeyConditionExpression": f"{names[0]} = :p AND {names[1]} BETWEEN :low AND :high",
        "ExpressionAttributeValues": typed(values),
        "ScanIndexForward": not descending,
    }
    if start is not None:
        query["ExclusiveStartKey"] = typed(start)
    return query
