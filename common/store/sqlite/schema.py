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
    plain = [_create_index(index) for index in indexes if not index.each]
    listed = [statement for index in indexes if index.each for statement in _members(index)]
    return [_DOCUMENTS, _SEQUENCE, _FIRST_VERSION, *plain, *listed]


def _members(index: Index) -> list[str]:
    """A table with a row for each member of a document's list. Triggers keep it, in whatever
    release and process a document is written.
    """
    table, each = name(index), f"$.{_quoted(index.each or '')}"
    create = (
        f"CREATE TABLE IF NOT EXISTS {table} (app TEXT NOT NULL, member TEXT NOT NULL, at NOT NULL,"
        " id TEXT NOT NULL, PRIMARY KEY (app, member, at, id)) WITHOUT ROWID"
    )

    def of(row: str) -> tuple[str, str, str]:
        data = f"{row}.data"
        return data, f"json_extract({data}, {text(each)})", _extract(index.order, data)

    new_data, new_list, new_at = of("NEW")
    old_data, old_list, old_at = of("OLD")
    insert = (
        f"INSERT OR IGNORE INTO {table} SELECT NEW.app, value, {new_at}, NEW.id"
        f" FROM json_each({new_data}, {text(each)}) WHERE type = 'text'"
        f" AND json_type({new_data}, {text(each)}) = 'array' AND {new_at} IS NOT NULL;"
    )
    delete = (
        f"DELETE FROM {table} WHERE app = OLD.app AND at = {old_at} AND id = OLD.id"
        f" AND member IN (SELECT value FROM json_each({old_data}, {text(each)}));"
    )
    is_ours = f"NEW.collection = {text(index.collection)}"
    was_ours = f"OLD.collection = {text(index.collection)} AND json_valid({old_data})"
    # What a document becomes is valid; what it was may be damaged.
    differs = (
        f"CASE WHEN json_valid({old_data})"
        f" THEN {old_list} IS NOT {new_list} OR {old_at} IS NOT {new_at} ELSE 1 END"
    )
    had_list = f"CASE WHEN {was_ours} THEN {old_list} IS NOT NULL ELSE 0 END"
    safe_delete = delete.replace("WHERE", f"WHERE json_valid({old_data}) AND", 1)
    return [
        create,
        _trigger(index, "insert", f"{is_ours} AND {new_list} IS NOT NULL", insert),
        _trigger(index, "update", f"{is_ours} AND {differs}", safe_delete + " " + insert),
        _trigger(index, "delete", had_list, delete),
    ]


def _trigger(index: Index, event: str, when: str, does: str) -> str:
    trigger = name(index)[:-1] + f'|{event}"'
    return (
        f"CREATE TRIGGER IF NOT EXISTS {trigger} AFTER {event.upper()} ON documents"
        f" WHEN {when} BEGIN {does} END"
    )


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
    if index.each:
        parts = [index.collection, "each", index.each, index.order]
    return '"' + "|".join(parts).replace('"', '""') + '"'


def field(key: str) -> str:
    if key == "id":
        return "id"
    return _extract(key, "data")


def _extract(key: str, data: str) -> str:
    return f"json_extract({data}, {text(f'$.{_quoted(key)}')})"


def _quoted(key: str) -> str:
    if '"' in key:
        raise ValueError(f"a field with a quotation mark cannot be indexed: {key}")
    return f'"{key}"'


def text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
