"""The SQLite store's queries as SQL."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from common.store.sqlite.schema import carries, field, name, text
from common.store.store import Index

# As bytes: what is no UTF-8 any more is to fail alone.
GET = """
SELECT version, CAST(data AS BLOB) FROM documents WHERE app = ? AND collection = ? AND id = ?
"""


@lru_cache(maxsize=512)
def select(index: Index, *, descending: bool, low: bool, high: bool, after: bool) -> str:
    """One page. Named parameters: app, equal0…, low, high, limit and, to continue `after` a
    document, its after_at, after_id, after_app. Columns: at, id, app, version, data.
    """
    if index.each:
        return _of_members(index, descending, low, high, after)
    order = field(index.order)
    above = [f"{order} >= :low"] * low
    below = [f"{order} < :high"] * high
    if not after:
        return _search(index, [*above, *below], order, descending)
    # The bound that the position has passed must not compete for the start of the search.
    ahead = above if descending else below
    return _continued(index, ahead, descending)


def _of_members(index: Index, descending: bool, low: bool, high: bool, after: bool) -> str:
    beyond = "<" if descending else ">"
    conditions = [
        "e.app = :app AND e.member = :equal0",
        *["e.at >= :low"] * low,
        *["e.at < :high"] * high,
        *[f"(e.at, e.id) {beyond} (:after_at, :after_id)"] * after,
    ]
    direction = "DESC" if descending else "ASC"
    # A cross join is done in the order in which it is written.
    return (
        "SELECT e.at, e.id, e.app, d.version, CAST(d.data AS BLOB) AS data"
        f" FROM {name(index)} e CROSS JOIN documents d"
        f" ON d.app = e.app AND d.collection = {text(index.collection)} AND d.id = e.id"
        f" WHERE {' AND '.join(conditions)}"
        f" ORDER BY e.at {direction}, e.id {direction} LIMIT :limit"
    )


def _continued(index: Index, ahead: Sequence[str], descending: bool) -> str:
    order = field(index.order)
    beyond = "<" if descending else ">"
    # Sorting the ties by what is the same for all of them would be done by hand.
    ties = _search(index, [f"{order} = :after_at", _later(index, beyond)], None, descending)
    further = _search(index, [f"{order} {beyond} :after_at", *ahead], order, descending)
    # Two searches, because SQLite uses `(expression, id) > (?, ?)` for its first half only and
    # would read all ties before the position; one statement, so that both see the same moment.
    return (
        f"SELECT * FROM (SELECT * FROM ({ties}) UNION ALL SELECT * FROM ({further}))"
        f" ORDER BY {_sort(index, 'at', descending)} LIMIT :limit"
    )


def _later(index: Index, beyond: str) -> str:
    if index.across_apps:
        return f"(id, app) {beyond} (:after_id, :after_app)"
    return f"id {beyond} :after_id"


def _search(index: Index, conditions: Sequence[str], first: str | None, descending: bool) -> str:
    where = " AND ".join([carries(index), *_equalities(index), *conditions])
    # INDEXED BY makes a query that cannot use its index an error instead of a scan.
    return (
        f"SELECT {field(index.order)} AS at, id, app, version, CAST(data AS BLOB) AS data"
        f" FROM documents INDEXED BY {name(index)} WHERE {where}"
        f" ORDER BY {_sort(index, first, descending)} LIMIT :limit"
    )


def _sort(index: Index, first: str | None, descending: bool) -> str:
    columns = [first, "id"] if first not in (None, "id") else ["id"]
    columns += ["app"] * index.across_apps
    direction = "DESC" if descending else "ASC"
    return ", ".join(f"{column} {direction}" for column in columns)


def _equalities(index: Index) -> list[str]:
    equal = [f"{field(key)} = :equal{i}" for i, key in enumerate(index.equal)]
    return equal if index.across_apps else ["app = :app", *equal]
