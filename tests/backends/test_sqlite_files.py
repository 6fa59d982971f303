"""What only SQLite files can do wrong."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

import common
from common.queue.sqlite.queue import SqliteQueue
from common.sqlite.file import open_reader, open_writer
from common.sqlite.group_commit import GroupCommit
from common.store.sqlite.select import select
from common.store.sqlite.store import SqliteStore
from common.store.store import Create, DocumentStore, Index, Key, Unavailable, Update
from tests.messages import Raw

from .helpers import COLLECTION, INDEXES, data, key, run

WRITER = Path(__file__).with_name("crash_writer.py")
ROOT = Path(common.__file__).parents[1]
BY_ID = Index(COLLECTION, "id")


def start_writer(kind: str, folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(WRITER), kind, str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def killed_after(kind: str, folder: Path, acknowledgements: int) -> set[int]:
    """The acknowledged numbers of a writer that was killed while it wrote."""
    with start_writer(kind, folder) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(acknowledgements)]
        process.kill()
        lines += process.stdout.readlines()
    return {int(line) for line in lines if line.endswith("\n")}


def test_every_acknowledged_commit_survives_a_kill(tmp_path: Path) -> None:
    acknowledged: set[int] = set()
    for _ in range(2):
        acknowledged = killed_after("store", tmp_path, 300)
        store = SqliteStore(tmp_path / "store.db", ())
        keys = [Key("app", "things", str(n)) for n in sorted(acknowledged)]
        assert None not in run(store.get(keys))
        [counter] = run(store.get([Key("app", "counters", "c")]))
        assert counter is not None
        assert counter.data["n"] == len(
            run(store.query(COLLECTION, app="app", limit=10**6)).documents
        )
        store.close()
        for path in tmp_path.iterdir():
            path.unlink()


def test_every_acknowledged_message_survives_a_kill(tmp_path: Path) -> None:
    acknowledged = killed_after("queue", tmp_path, 300)
    queue = SqliteQueue(tmp_path / "queue.db")
    leased = run(queue.lease(["t"], 10**6, 60))
    assert acknowledged <= {message.message["n"] for message in leased}
    queue.close()


def test_two_processes_write_and_neither_starves(tmp_path: Path) -> None:
    async def commits_of_a_second(store: DocumentStore) -> tuple[int, float]:
        """Their number, and the longest wait in seconds."""
        waits: list[float] = []
        end = time.monotonic() + 1
        while (start := time.monotonic()) < end:
            await store.commit([Create(Key("app", "mine", str(len(waits))), {})])
            waits.append(time.monotonic() - start)
        return len(waits), max(waits)

    store = SqliteStore(tmp_path / "store.db", ())
    with start_writer("store", tmp_path) as other:
        assert other.stdout is not None
        other.stdout.readline()
        number, longest = run(commits_of_a_second(store))
        other.kill()
        others = len(other.stdout.readlines())
    store.close()
    assert number > 50
    assert others > 50
    assert longest < 0.5


def test_a_file_that_stays_locked_is_unavailable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("common.sqlite.file.BUSY_SECONDS", 0.05)
    store = SqliteStore(tmp_path / "store.db", INDEXES)
    other = sqlite3.connect(tmp_path / "store.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Unavailable):
        run(store.commit([Create(key("a"), {})]))
    assert run(store.get([key("a")])) == [None]
    other.execute("ROLLBACK")
    other.close()
    run(store.commit([Create(key("a"), {})]))
    store.close()


def test_a_full_disk_is_unavailable_and_loses_only_what_does_not_fit(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "store.db", INDEXES)
    writer = store._units._connection
    pages = writer.execute("PRAGMA page_count").fetchone()[0]
    writer.execute(f"PRAGMA max_page_count={pages + 2}")

    async def scenario() -> None:
        results = await asyncio.gather(
            store.commit([Create(key("small"), {})]),
            store.commit([Create(key("large"), {"text": "x" * 100_000})]),
            store.commit([Create(key("small too"), {})]),
            return_exceptions=True,
        )
        assert [type(result) for result in results] == [type(None), Unavailable, type(None)]
        assert await store.get([key("large")]) == [None]
        assert await data(store, "small too") == {}

    run(scenario())
    store.close()


def test_an_unexpected_error_fails_only_its_own_request(tmp_path: Path) -> None:
    schema = ["CREATE TABLE IF NOT EXISTS numbers (n INTEGER)"]
    writer = open_writer(tmp_path / "x.db", synchronous="NORMAL", schema=schema)

    def apply(connection: sqlite3.Connection, requests: Sequence[int]) -> list[int | Exception]:
        for n in requests:
            connection.execute("INSERT INTO numbers VALUES (?)", (n,))
            if n == 3:
                raise LookupError(n)
        return [n * 10 for n in requests]

    group: GroupCommit[int, int] = GroupCommit(writer, apply)

    async def scenario() -> list[int | BaseException]:
        return await asyncio.gather(*map(group.submit, range(6)), return_exceptions=True)

    results = run(scenario())
    group.close()
    assert isinstance(results.pop(3), LookupError)
    assert results == [0, 10, 20, 40, 50]
    reader = open_reader(tmp_path / "x.db")
    assert [n for (n,) in reader.execute("SELECT n FROM numbers")] == [0, 1, 2, 4, 5]
    reader.close()


@pytest.mark.parametrize(
    "update",
    [
        Update(key("a"), increment={"text": 1}),
        Update(key("a"), increment={"flag": 1}),
        Update(key("a"), union={"text": ["x"]}),
    ],
)
def test_an_operation_on_the_wrong_kind_of_field_is_refused(tmp_path: Path, update: Update) -> None:
    store = SqliteStore(tmp_path / "store.db", INDEXES)
    fields = {"text": "x", "flag": True}
    run(store.commit([Create(key("a"), fields)]))
    with pytest.raises(ValueError, match=r"'(text|flag)'"):
        run(store.commit([Create(key("b"), {}), update]))
    assert run(store.get([key("b")])) == [None]
    assert run(data(store, "a")) == fields
    store.close()


def test_close_finishes_what_is_queued(tmp_path: Path) -> None:
    async def scenario() -> None:
        store = SqliteStore(tmp_path / "store.db", INDEXES)
        tasks = [asyncio.create_task(store.commit([Create(key(str(n)), {})])) for n in range(200)]
        await asyncio.sleep(0)
        store.close()
        await asyncio.gather(*tasks)

    run(scenario())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["store.db", "store.db-mark"]


def test_files_are_for_their_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    store, queue = SqliteStore(folder / "store.db", INDEXES), SqliteQueue(folder / "queue.db")
    run(store.commit([Create(key("a"), {})]))
    run(queue.publish(Raw("t", {"n": 1})))
    assert folder.stat().st_mode & 0o777 == 0o700
    assert len(list(folder.iterdir())) == 7
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
    store.close()
    queue.close()


def test_a_file_that_is_no_database_is_unavailable(tmp_path: Path) -> None:
    (tmp_path / "store.db").write_bytes(b"no database " * 1000)
    with pytest.raises(Unavailable):
        SqliteStore(tmp_path / "store.db", INDEXES)


@pytest.mark.parametrize("index", [index for index in INDEXES if index.each], ids=str)
@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("bounded", [False, True])
def test_members_are_found_in_order_and_their_documents_by_key(
    tmp_path: Path, index: Index, descending: bool, bounded: bool
) -> None:
    store = SqliteStore(tmp_path / "store.db", INDEXES)
    names = ["app", "low", "high", "limit", "after_at", "after_id", "equal0"]
    for after in (False, True):
        sql = select(index, descending=descending, low=bounded, high=bounded, after=after)
        values = dict.fromkeys(names, "x")
        plan = store._reader.execute(f"EXPLAIN QUERY PLAN {sql}", values).fetchall()
        entries, documents = [step for *_, step in plan]
        assert entries.startswith("SEARCH e USING PRIMARY KEY (app=? AND member=?")
        assert documents.startswith("SEARCH d USING INDEX sqlite_autoindex_documents_1")
    store.close()


@pytest.mark.parametrize("index", [*(i for i in INDEXES if not i.each), BY_ID], ids=str)
@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("bounded", [False, True])
def test_every_query_searches_its_index_and_sorts_only_the_pages_found(
    tmp_path: Path, index: Index, descending: bool, bounded: bool
) -> None:
    store = SqliteStore(tmp_path / "store.db", INDEXES)
    names = ["app", "low", "high", "limit", "after_at", "after_id", "after_app"]
    values = dict.fromkeys([*names, "equal0", "equal1"], "x")
    for after in (False, True):
        sql = select(index, descending=descending, low=bounded, high=bounded, after=after)
        plan = store._reader.execute(f"EXPLAIN QUERY PLAN {sql}", values).fetchall()
        steps = [(parent, step) for _, parent, _, step in plan]
        searches = {parent: step for parent, step in steps if " documents " in step}
        sorts = {parent for parent, step in steps if "TEMP B-TREE" in step}
        assert len(searches) == 1 + after
        # Without any condition the search is a scan of the partial index itself, in its order.
        assert all("documents USING INDEX" in step for step in searches.values())
        # Only the two pages found are sorted, never what a search goes through.
        assert not sorts & searches.keys()
    store.close()
