"""Documents and messages of one unit of work, in one SQLite file."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from common.queue.messages import Later, Outgoing
from common.queue.queue import QueueError
from common.queue.sqlite.queue import SqliteQueue
from common.queue.sqlite.takeover import take_over
from common.store.sqlite.store import SqliteStore
from common.store.store import Conflict, Create
from tests.messages import Raw

from .helpers import INDEXES, key, missing, run
from .test_sqlite_files import ROOT, killed_after

FOREVER = 60.0
FIRST, SECOND = Raw("t", {"n": 1}), Raw("t", {"n": 2})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(tmp_path / "store.db", INDEXES)
    yield store
    store.close()


@pytest.fixture
def queue(tmp_path: Path) -> Iterator[SqliteQueue]:
    queue = SqliteQueue(tmp_path / "store.db")
    yield queue
    queue.close()


async def _ready(queue: SqliteQueue) -> list[int]:
    return [leased.message["n"] for leased in await queue.lease(["t"], 100, FOREVER)]


def test_a_unit_s_messages_are_delivered_each_at_its_time(
    store: SqliteStore, queue: SqliteQueue
) -> None:
    async def scenario() -> None:
        await store.commit([Create(key("a"), {})], [FIRST, Later(SECOND, 0.1)])
        assert await _ready(queue) == [1]
        await asyncio.sleep(0.12)
        assert await _ready(queue) == [2]

    run(scenario())


def test_a_unit_may_be_messages_alone(store: SqliteStore, queue: SqliteQueue) -> None:
    run(store.commit((), [FIRST]))
    assert run(_ready(queue)) == [1]


def test_of_a_refused_unit_nothing_is_sent_and_of_those_beside_it_all(
    store: SqliteStore, queue: SqliteQueue
) -> None:
    async def scenario() -> None:
        await store.commit([Create(key("taken"), {})])
        units = [
            store.commit(
                [Create(key(f"a{n}"), {}), Create(key("taken" if n % 2 else f"b{n}"), {})],
                [Raw("t", {"n": n})],
            )
            for n in range(20)
        ]
        results = await asyncio.gather(*units, return_exceptions=True)
        refused = [n for n, result in enumerate(results) if isinstance(result, Conflict)]
        assert refused == list(range(1, 20, 2))
        assert await _ready(queue) == list(range(0, 20, 2))

    run(scenario())


@pytest.mark.parametrize("message", [Raw("t", {}), Raw("t", {"bad": object()})])
def test_a_unit_with_an_impossible_message_changes_nothing(
    store: SqliteStore, queue: SqliteQueue, message: Raw
) -> None:
    async def scenario() -> None:
        sent: list[Outgoing] = [FIRST, message]
        with pytest.raises(ValueError):
            await store.commit([Create(key("a"), {})], sent)
        assert await missing(store, "a")
        assert await queue.depth() == {}

    run(scenario())


def test_a_kill_leaves_no_document_without_its_message(tmp_path: Path) -> None:
    acknowledged = killed_after("unit", tmp_path, 300)
    with closing(sqlite3.connect(tmp_path / "store.db")) as connection:
        documents = {int(id) for (id,) in connection.execute("SELECT id FROM documents")}
        sql = "SELECT json_extract(message, '$.n') FROM messages"
        messages = {n for (n,) in connection.execute(sql)}
    assert acknowledged <= documents
    assert documents == messages


def test_only_units_are_synced(store: SqliteStore, queue: SqliteQueue) -> None:
    normal, full = 1, 2
    for group, synchronous in ((store._units, full), (queue._operations, normal)):
        assert group._connection.execute("PRAGMA synchronous").fetchone() == (synchronous,)


_FORMER = """
CREATE TABLE messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    topic TEXT NOT NULL,
    message TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    published_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    buried_at INTEGER,
    reason TEXT
)
"""
_WAITING = ("deliver", '{"app":"a","delivery":"waiting"}', 0, 1, 2, None, None)
_LEASED = ("enforce", '{"app":"a","item":"leased","configuration":3}', 1, 3, 2**62, None, None)
_BURIED = ("scan", '{"app":"a","task":"buried"}', 8, 5, 6, 7, "poison")
_COLUMNS = "topic, message, attempts, published_at, due_at, buried_at, reason"


@pytest.fixture
def former(tmp_path: Path) -> Path:
    """A queue file as 0e97c85 left it when it was killed: what it wrote last is in its log."""
    path = tmp_path / "queue.db"
    code = (
        "import os, sqlite3, sys\n"
        "connection = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "connection.execute('PRAGMA journal_mode=WAL')\n"
        "connection.execute(sys.argv[2])\n"
        f"sql = 'INSERT INTO messages ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)'\n"
        f"connection.executemany(sql, {[_WAITING, _LEASED, _BURIED]!r})\n"
        "os._exit(0)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(path), _FORMER], check=True)
    assert path.with_name("queue.db-wal").stat().st_size > 0
    return path


def _rows(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"SELECT {_COLUMNS} FROM messages ORDER BY id").fetchall()


def test_a_former_queue_file_is_taken_over(tmp_path: Path, former: Path) -> None:
    queue = SqliteQueue(tmp_path / "store.db", former)

    async def scenario() -> None:
        (waiting,) = await queue.lease(["deliver", "enforce", "scan"], 10, FOREVER)
        assert waiting.message == {"app": "a", "delivery": "waiting"}
        assert await queue.reclaim() == 2
        (_, leased) = await queue.lease(["deliver", "enforce"], 10, FOREVER)
        assert (leased.topic, leased.attempts, leased.published_at) == ("enforce", 2, 3)
        (dead,) = await queue.dead(10)
        assert (dead.topic, dead.attempts, dead.reason, dead.buried_at) == ("scan", 8, "poison", 7)

    run(scenario())
    assert sorted(path.name for path in tmp_path.glob("queue*")) == []
    queue.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["store.db"]


def test_what_is_taken_over_stands_behind_what_is_there(tmp_path: Path, former: Path) -> None:
    queue = SqliteQueue(tmp_path / "store.db")
    run(queue.publish(FIRST))
    assert take_over(former, tmp_path / "store.db") == 3
    assert [topic for topic, *_ in _rows(tmp_path / "store.db")] == [
        "t",
        "deliver",
        "enforce",
        "scan",
    ]
    queue.close()


@pytest.mark.parametrize(("step", "times"), [("_add", 1), ("_empty", 2)])
def test_a_takeover_that_is_broken_off_loses_nothing(
    tmp_path: Path, former: Path, step: str, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before the messages are in the new file, and before they are gone from the former."""
    new = tmp_path / "store.db"

    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(f"common.queue.sqlite.takeover.{step}", broken)
        with pytest.raises(KeyboardInterrupt):
            take_over(former, new)
    assert take_over(former, new) == 3
    assert not former.exists()
    assert _rows(new) == [_WAITING, _LEASED, _BURIED] * times


@pytest.mark.usefixtures("former")
def test_processes_that_start_together_take_over_once(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\n"
        "from common.queue.sqlite.queue import SqliteQueue\n"
        "sys.stdin.read(1)\n"
        "SqliteQueue(Path(sys.argv[1]) / 'store.db', Path(sys.argv[1]) / 'queue.db').close()\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    processes = [
        subprocess.Popen(command, stdin=subprocess.PIPE, env={"PYTHONPATH": str(ROOT)})
        for _ in range(4)
    ]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write(b".")
        process.stdin.close()
    assert [process.wait(30) for process in processes] == [0] * 4
    assert _rows(tmp_path / "store.db") == [_WAITING, _LEASED, _BURIED]


def test_a_former_file_that_cannot_be_read_stays(tmp_path: Path) -> None:
    former = tmp_path / "queue.db"
    former.write_bytes(b"no database " * 1000)
    with pytest.raises(QueueError):
        SqliteQueue(tmp_path / "store.db", former)
    assert former.exists()
