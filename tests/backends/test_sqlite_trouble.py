"""Locked, full, read-only, damaged, removed and swapped files: nobody waits for ever."""

from __future__ import annotations

import asyncio
import logging
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from common.moderation.overdue import Overdue
from common.queue.queue import QueueError
from common.queue.sqlite.queue import SqliteQueue
from common.sqlite.file import open_writer
from common.sqlite.group_commit import GroupCommit
from common.store.sqlite.store import SqliteStore
from common.store.store import Create, Damaged, DocumentStore, Put, Unavailable, Update
from tests.messages import Raw

from .helpers import COLLECTION, INDEXES, data, key, run
from .test_sqlite_files import ROOT, killed_after

PAGE = 4096


@contextmanager
def opened(folder: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(folder / "store.db", INDEXES)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def locked(folder: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(folder / "store.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield other


async def _longest_pause(until: Awaitable[object]) -> float:
    """Of the event loop, in seconds, while something is waited for."""
    task = asyncio.ensure_future(until)
    longest = 0.0
    while not task.done():
        start = time.monotonic()
        await asyncio.sleep(0.001)
        longest = max(longest, time.monotonic() - start)
    await asyncio.gather(task, return_exceptions=True)
    return longest


@pytest.fixture
def short_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("common.sqlite.file.BUSY_SECONDS", 0.4)


@pytest.mark.usefixtures("short_patience")
def test_while_another_process_holds_the_lock_the_loop_and_reads_go_on(tmp_path: Path) -> None:
    async def scenario(store: DocumentStore) -> None:
        await store.commit([Create(key("a"), {"n": 1})])
        with locked(tmp_path):
            started = time.monotonic()
            refused = asyncio.gather(
                *(store.commit([Create(key(f"b{n}"), {})]) for n in range(100)),
                return_exceptions=True,
            )
            pausing = asyncio.create_task(_longest_pause(refused))
            while not refused.done():
                assert await data(store, "a") == {"n": 1}
                await asyncio.sleep(0.01)
            took = time.monotonic() - started
            causes = [getattr(each, "cause", each) for each in await refused]
            assert causes == ["busy"] * 100
            assert 0.3 < took < 2
            assert await pausing < 0.2
        await store.commit([Create(key("c"), {})])
        assert await store.get([key("b0"), key("b99")]) == [None, None]

    with opened(tmp_path) as store:
        run(scenario(store))


@pytest.mark.usefixtures("short_patience")
def test_what_waits_is_written_as_soon_as_the_lock_is_free(tmp_path: Path) -> None:
    async def scenario(store: DocumentStore, queue: SqliteQueue) -> None:
        with locked(tmp_path) as other:
            waiting = asyncio.gather(
                store.commit([Create(key("a"), {})]), queue.publish(Raw("t", {"n": 1}))
            )
            await asyncio.sleep(0.15)
            late = asyncio.create_task(store.commit([Create(key("b"), {})]))
            await asyncio.sleep(0.05)
            other.execute("ROLLBACK")
            start = time.monotonic()
            await asyncio.gather(waiting, late)
            assert time.monotonic() - start < 0.1
        assert None not in await store.get([key("a"), key("b")])
        assert await queue.depth() == {"t": 1}

    with opened(tmp_path) as store, closing(SqliteQueue(tmp_path / "store.db")) as queue:
        run(scenario(store, queue))


@pytest.mark.usefixtures("short_patience")
def test_who_comes_later_has_the_same_patience(tmp_path: Path) -> None:
    async def scenario(store: DocumentStore) -> None:
        with locked(tmp_path) as other:
            first = asyncio.create_task(store.commit([Create(key("a"), {})]))
            await asyncio.sleep(0.3)
            second = asyncio.create_task(store.commit([Create(key("b"), {})]))
            with pytest.raises(Unavailable):
                await first
            other.execute("ROLLBACK")
            await second

    with opened(tmp_path) as store:
        run(scenario(store))


def test_closing_while_it_is_locked_answers_everybody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("common.sqlite.file.BUSY_SECONDS", 0.1)

    async def scenario() -> None:
        store = SqliteStore(tmp_path / "store.db", INDEXES)
        with locked(tmp_path):
            waiting = asyncio.create_task(store.commit([Create(key("a"), {})]))
            await asyncio.sleep(0.01)
            store.close()
            with pytest.raises(Unavailable):
                await waiting

    run(scenario())


@pytest.mark.parametrize("place", ["begin", "apply", "committed"])
@pytest.mark.parametrize("error", [OSError("disk"), MemoryError(), StopIteration(), LookupError()])
def test_whatever_is_raised_everybody_has_an_answer(
    tmp_path: Path, place: str, error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing = True

    def fail(*_: object) -> None:
        if failing:
            raise error

    def apply(_: sqlite3.Connection, requests: list[int]) -> list[int]:
        if place == "apply":
            fail()
        return requests

    writer = open_writer(tmp_path / "x.db", synchronous="NORMAL", schema=[])
    committed = fail if place == "committed" else lambda: None
    group: GroupCommit[int, int] = GroupCommit(writer, apply, committed)  # type: ignore[arg-type]
    if place == "begin":

        def begin(connection: sqlite3.Connection, _: float) -> bool:
            fail()
            connection.execute("BEGIN IMMEDIATE")
            return True

        monkeypatch.setattr("common.sqlite.file.has_begun", begin)

    async def scenario() -> None:
        nonlocal failing
        async with asyncio.timeout(5):
            answers = await asyncio.gather(*map(group.submit, range(100)), return_exceptions=True)
            expected = RuntimeError if isinstance(error, StopIteration) else type(error)
            assert {type(each) for each in answers} == {expected}
            failing = False
            assert await asyncio.gather(*map(group.submit, range(3))) == [0, 1, 2]

    run(scenario())
    group.close()


def _remove(folder: Path) -> None:
    shutil.rmtree(folder)


def _swap(folder: Path) -> None:
    copy = folder.with_name("copy")
    shutil.copytree(folder, copy)
    shutil.rmtree(folder)
    copy.rename(folder)


def _remove_log(folder: Path) -> None:
    (folder / "store.db-wal").unlink()


def _replace_file(folder: Path) -> None:
    shutil.copy(folder / "store.db", folder / "other")
    (folder / "other").rename(folder / "store.db")


@pytest.mark.parametrize("lose", [_remove, _swap, _remove_log, _replace_file])
def test_what_goes_into_no_file_of_the_folder_is_not_acknowledged(
    tmp_path: Path, lose: Callable[[Path], None]
) -> None:
    folder = tmp_path / "data"

    async def scenario(store: DocumentStore, queue: SqliteQueue) -> None:
        await store.commit([Create(key("a"), {})])
        lose(folder)
        for n in range(3):
            with pytest.raises(Unavailable) as refused:
                await store.commit([Create(key(f"b{n}"), {})])
            assert refused.value.cause == "gone"
            with pytest.raises(QueueError) as unsent:
                await queue.publish(Raw("t", {"n": n}))
            assert unsent.value.cause == "gone"

    with opened(folder) as store, closing(SqliteQueue(folder / "store.db")) as queue:
        run(scenario(store, queue))


def test_a_folder_that_comes_back_is_written_again(tmp_path: Path) -> None:
    folder = tmp_path / "data"

    async def scenario(store: DocumentStore) -> None:
        folder.rename(tmp_path / "away")
        with pytest.raises(Unavailable):
            await store.commit([Create(key("a"), {})])
        (tmp_path / "away").rename(folder)
        await store.commit([Create(key("b"), {})])

    with opened(folder) as store:
        run(scenario(store))
    with opened(folder) as store:
        assert run(data(store, "b")) == {}


def test_each_trouble_has_its_cause(tmp_path: Path) -> None:
    async def cause(store: DocumentStore) -> str:
        with pytest.raises(Unavailable) as refused:
            await store.commit([Create(key("large"), {"text": "x" * 100_000})])
        return refused.value.cause

    with opened(tmp_path) as store:
        writer = store._units._connection
        (pages,) = writer.execute("PRAGMA page_count").fetchone()
        writer.execute(f"PRAGMA max_page_count={pages + 2}")
        assert run(cause(store)) == "full"
        writer.execute("PRAGMA query_only=1")
        assert run(cause(store)) == "read-only"
    (tmp_path / "store.db").write_bytes(b"no database " * 1000)
    with pytest.raises(Unavailable) as refused:
        SqliteStore(tmp_path / "store.db", INDEXES)
    assert refused.value.cause == "corrupt"


def test_a_file_that_may_not_grow_says_so_and_goes_on_when_it_may(tmp_path: Path) -> None:
    """The system's own limit, as a quota is, in a process of its own."""
    code = (
        "import asyncio, resource, signal, sys\n"
        "from pathlib import Path\n"
        "from common.store.sqlite.store import SqliteStore\n"
        "from common.store.store import Create, Key, StoreError\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "async def main():\n"
        "    store = SqliteStore(Path(sys.argv[1]) / 'store.db', ())\n"
        "    put = lambda id: store.commit([Create(Key('a', 'b', id), {'t': 'x' * 500_000})])\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))\n"
        "    try:\n"
        "        await put('1')\n"
        "    except StoreError as error:\n"
        "        print(error.cause)\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)\n"
        "    await put('2')\n"
        "    print([each and each.version for each in await store.get(\n"
        "        [Key('a', 'b', '1'), Key('a', 'b', '2')])])\n"
        "asyncio.run(main())\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.stdout.splitlines() == ["failing", "[None, 1]"], ended.stderr


def _lose_log(folder: Path) -> None:
    (folder / "store.db-wal").unlink()


def _damage_log(folder: Path) -> None:
    log = folder / "store.db-wal"
    content = bytearray(log.read_bytes())
    content[len(content) // 2] ^= 0xFF
    log.write_bytes(content)


def _lose_file(folder: Path) -> None:
    for name in ("store.db", "store.db-wal", "store.db-shm"):
        (folder / name).unlink()


@pytest.mark.parametrize("lose", [_lose_log, _damage_log, _lose_file])
def test_a_start_tells_that_acknowledged_commits_are_missing(
    tmp_path: Path, lose: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    acknowledged = killed_after("store", tmp_path, 300)
    with opened(tmp_path) as store:
        assert caplog.messages == []
        (stored,) = store._reader.execute("SELECT COUNT(*) FROM documents").fetchone()
        assert stored > len(acknowledged)
    killed_after("unit", tmp_path / "further", 100)
    lose(tmp_path / "further")
    with opened(tmp_path / "further"):
        (told,) = caplog.records
        assert told.levelno == logging.ERROR
        assert "acknowledged commits" in told.getMessage()
    caplog.clear()
    with opened(tmp_path / "further"):
        assert caplog.messages == []


def _filled(folder: Path, ids: range) -> None:
    with opened(folder) as store:
        for n in ids:
            text = f"document-{n:04}-" + "x" * 400
            run(store.commit([Create(key(f"{n:04}"), {"rank": n, "text": text})]))


def _place(folder: Path, n: int) -> int:
    """In the file, of a document's text."""
    place = (folder / "store.db").read_bytes().rfind(b"document-%04d-" % n)
    assert place > 0
    return place


def _overwrite(folder: Path, place: int, content: bytes) -> None:
    with (folder / "store.db").open("r+b") as file:
        file.seek(place)
        file.write(content)


async def _ranks(store: DocumentStore) -> list[int]:
    overdue = Overdue(store, COLLECTION, "rank")
    return [each.data["rank"] async for page in overdue.pages(10**6) for each in page.documents]


@pytest.mark.parametrize("damage", [b'"', b"\xff", b"\x00"])
def test_one_damaged_document_is_named_and_the_others_are_read(
    tmp_path: Path, damage: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    _filled(tmp_path, range(20))
    _overwrite(tmp_path, _place(tmp_path, 7), damage)

    async def scenario(store: DocumentStore) -> None:
        with pytest.raises(Damaged) as one:
            await store.get([key("0007"), key("0008")])
        assert one.value.keys == [key("0007")]
        assert await data(store, "0008")
        with pytest.raises(Damaged) as several:
            await store.query(COLLECTION, app="app-1", order="rank", limit=10)
        assert several.value.keys == [key("0007")]
        assert several.value.page is not None
        assert len(several.value.page.documents) == 9
        with pytest.raises(Damaged):
            await store.commit([Update(key("0007"), set={"a": 1}), Create(key("new"), {})])
        assert await store.get([key("new")]) == [None]
        assert await _ranks(store) == [n for n in range(20) if n != 7]
        assert "app-1/things/0007" in caplog.text

    with opened(tmp_path) as store:
        run(scenario(store))


def test_damaged_pages_cost_only_what_stands_on_them(tmp_path: Path) -> None:
    _filled(tmp_path, range(400))
    damaged = {_place(tmp_path, n) // PAGE for n in (30, 170, 171, 333)}
    on_them = {n for n in range(400) if _place(tmp_path, n) // PAGE in damaged}
    for page in damaged:
        _overwrite(tmp_path, page * PAGE, b"\xa5" * PAGE)

    async def scenario(store: DocumentStore) -> None:
        with pytest.raises(Unavailable) as refused:
            await store.query(COLLECTION, app="app-1", order="rank", limit=100)
        assert refused.value.cause == "corrupt"
        assert {*await _ranks(store)} == {*range(400)} - on_them
        await store.commit([Put(key("other"), {"rank": 1_000})])

    with opened(tmp_path) as store:
        run(scenario(store))
    assert 4 <= len(on_them) < 60
