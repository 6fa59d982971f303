"""The SQLite store's table and indexes as SQL."""

from __future__ import annotations

from collections.abc import Sequence

from common.store.shapes import is_by_id
from common.store.store import Index

# One table with a rowid: documents are appended in the order of their writing, while their keys
# are hashes; WITHOUT ROWID would spread the data itself over the file (a fifth slower, measured).
# A table a collection would be a fifth faster and need a schema change for every new collection.
_DOCUMENTS = """
CREATE TABLE IF NOT EXISTS documents (
    app TEXT NOT NULL,
    collection TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (app, collection, id)
)
"""
# Versions come from one sequence a file, so a document created again never has an old one.
_SEQUENCE = """
CREATE TABLE IF NOT EXISTS sequence (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    value INTEGER NOT NULL
)
"""
_FIRST_VERSION = "INSERT OR IGNORE INTO sequence VALUES (1, 0)"
_PRIMARY_KEY = "sqlite_autoindex_documents_1"


def schema(indexes: Sequence[Index]) -> list[str]:
    return [_DOCUMENTS, _SEQUENCE, _FIRST_VERSION, *map(_create_index, indexes)]


def _create_index(index: Index) -> str:
    equal = [field(key) for key in index.equal]
    order = [field(index.order), "id"] if index.order != "id" else ["id"]
    columns = [*equal, *order, "app"] if index.across_apps else ["app", *equal, *order]
    return (
        f"CREATE INDEX IF NOT EXISTS {name(index)}"
        f" ON documents ({', '.join(columns)}) WHERE {carries(index)}"
    )


def carries(index: Index) -> str:
    """The condition of the partial index, word for word the same in the query."""
    fields = [key for key in (*index.equal, index.order) if key != "id"]
    present = [f"{field(key)} IS NOT NULL" for key in fields]
    return " AND ".join([f"collection = {text(index.collection)}", *present])


def name(index: Index) -> str:
    if is_by_id(index):
        return _PRIMARY_KEY
    parts = [index.collection, *index.equal, index.order, *["across_apps"] * index.across_apps]
    return '"' + "|".join(parts).replace('"', '""') + '"'


def field(key: str) -> str:
    if key == "id":
        return "id"
    if '"' in key:
        raise ValueError(f"a field with a quotation mark cannot be indexed: {key}")
    path = f'$."{key}"'
    return f"json_extract(data, {text(path)})"


def text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
