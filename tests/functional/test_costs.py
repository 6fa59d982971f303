"""What the operations ask of the store and the queue, and that docs/costs.md says so."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import astuple
from pathlib import Path
from typing import Any, cast

import pytest

from benchmarks import aws_prices
from benchmarks.capacity import Capacity, MeteredStore
from benchmarks.cost_operations import (
    CHECK,
    CHECK_USER,
    ENFORCE,
    ENFORCE_USER,
    measure,
    measure_pasts,
)
from benchmarks.cost_world import BAD, CATEGORY, CLEAN, PASTS, RULES, Row, World
from benchmarks.costs import DOCUMENT, all_in, documented, report
from benchmarks.counting import CountingQueue, CountingStore, Counts
from benchmarks.prices import Instance, per_million
from common.configuration import opening
from common.domain.indexes import INDEXES
from common.queue.sqlite.queue import SqliteQueue
from common.store.sqlite.store import SqliteStore
from common.store.store import (
    Collection,
    Conflict,
    Create,
    Delete,
    DocumentStore,
    Key,
    Store,
    Update,
)
from tests.functional.inprocess import App, Server, in_process
from tests.messages import Raw

_V2 = "/api/v2/moderation"
_TARGET = 7.0
_RULES: Collection = Collection("rule")
_LOG: Collection = Collection("log")
"""Their documents are made up here."""

# Reads, writes, refused writes, messages, tasks.
EXPECTED = {
    CHECK: (0, 2, 0, 1, 0),
    ENFORCE: (3, 2, 0, 0, 0),
    CHECK_USER: (1, 2, 0, 1, 0),
    ENFORCE_USER: (3, 2, 0, 0, 0),
    "enforce, the same trigger again": (1, 0, 0, 0, 0),
    "check, the same content again": (2, 0, 2, 0, 0),
    "check, edited": (2, 1, 2, 1, 0),
    "check, new and flagged": (3, 5, 0, 1, 0),
    "enforce, a callback and a flag for review": (6, 12, 0, 1, 0),
    "deliver, done at the first attempt": (4, 3, 0, 0, 0),
    "deliver, failed once and then done": (10, 8, 0, 0, 1),
    "flag": (3, 5, 0, 1, 0),
    "enforce, after a flag or report": (3, 4, 0, 0, 0),
    "report": (3, 2, 0, 1, 0),
    "check, with slow engines to come": (1, 3, 0, 2, 0),
    "check, new and clean, user rules, floods and velocity": (2, 3, 0, 1, 0),
    "scan": (4, 2, 0, 1, 0),
    f"{CHECK_USER}, all content listed": (1, 2, 0, 1, 0),
    "enforce, nothing triggered, all content listed": (3, 2, 0, 0, 0),
    "review_queue, a page of 25 of 200": (118, 0, 0, 0, 0),
    "review_queue, the next page": (118, 0, 0, 0, 0),
    "submit_action, a ban": (8, 8, 0, 0, 0),
    "appeal, against the ban": (5, 5, 0, 0, 0),
    "mute": (2, 1, 0, 0, 0),
    "sweep, nothing to do": (29, 0, 0, 0, 0),
    "configuration, read by a new instance": (39, 0, 0, 0, 0),
    "configuration, looked after": (1, 0, 0, 0, 0),
}


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    return asyncio.run(measure())


@pytest.fixture(scope="module")
def pasts() -> list[Row]:
    return asyncio.run(measure_pasts())


def _asked(counts: Counts) -> tuple[int, ...]:
    written = counts.writes + counts.deletes
    return counts.reads, written, counts.refused, counts.messages, counts.delayed


def test_each_operation_costs_what_is_expected(rows: list[Row]) -> None:
    assert {row.name: _asked(row.counts) for row in rows} == EXPECTED


def test_what_triggers_nothing_stays_within_its_bounds(rows: list[Row]) -> None:
    counts = {row.name: row.counts for row in rows}
    for name, reads in ((CHECK, 1), (CHECK_USER, 2)):
        assert counts[name].reads <= reads
        assert counts[name].writes <= 2 and counts[name].messages <= 1
    for name in (ENFORCE, ENFORCE_USER):
        assert counts[name].reads <= 3 and counts[name].writes <= 2
    for names in ((CHECK, ENFORCE), (CHECK_USER, ENFORCE_USER)):
        assert all_in(rows, names, Instance()) < _TARGET


def test_the_author_s_past_costs_nothing(pasts: list[Row]) -> None:
    assert [row.name for row in pasts] == [f"{posts:,}" for posts in PASTS]
    # A new history is written as an old one is, and what is asked for counts, found or not.
    assert len({astuple(row.counts) for row in pasts}) == 1


def test_the_page_is_up_to_date(rows: list[Row], pasts: list[Row]) -> None:
    text = DOCUMENT.read_text("utf-8")
    block = report(rows, pasts, Instance())
    assert documented(text, block) == text, "run: python -m benchmarks.costs --write"


def test_the_prices_make_the_dollars() -> None:
    idle = Instance(cpu_ms=0.0)
    assert per_million(Counts(gets=1, query_reads=1), 0, idle) == pytest.approx(0.60)
    assert per_million(Counts(writes=1, refused=1, deletes=1), 0, idle) == pytest.approx(1.90)
    assert per_million(Counts(messages=1), 0, idle) == pytest.approx(2_000 * 40e6 / 2**40)
    assert per_million(Counts(delayed=1), 0, idle) == pytest.approx(0.80)
    assert per_million(Counts(), 1, idle) == pytest.approx(0.40)
    second = Instance(cpu_ms=500.0, busy=0.5)
    assert per_million(Counts(), 1, second) == pytest.approx(0.40 + 24 + 1.25)
    with pytest.raises(ValueError, match="larger"):
        per_million(Counts(messages=1, largest_message=1_001), 0, idle)


def test_the_prices_of_aws_make_the_dollars() -> None:
    idle = Instance(cpu_ms=0.0)
    stored = Capacity(reads=2.0, writes=3)
    assert aws_prices.per_million(stored, Counts(), 0, idle) == pytest.approx(0.25 + 1.875)
    sent = Counts(messages=1, delayed=1)
    assert aws_prices.per_million(Capacity(), sent, 0, idle) == pytest.approx(2.40)
    second = Instance(cpu_ms=500.0, busy=0.5, gib=1.0)
    called = aws_prices.per_million(Capacity(), Counts(), 1, second)
    assert called == pytest.approx(0.20 + 13.3334)


def test_what_dynamodb_charges_for(tmp_path: Path) -> None:
    capacity = Capacity()
    store = MeteredStore(SqliteStore(tmp_path / "store.db", INDEXES), capacity)
    rule, entry = Key("app", _RULES, "1"), Key("app", _LOG, "1")
    spent = []

    async def spend(work: Any) -> None:
        capacity.reset()
        with suppress(Conflict):
            await work
        spent.append((capacity.reads, capacity.writes))

    async def run() -> None:
        await spend(store.commit([Create(rule, {})]))
        await spend(store.commit([Create(rule, {})]))
        await spend(store.commit([Update(rule, set={"text": "x" * 5_000})]))
        await spend(store.get([rule, rule, Key("app", _RULES, "missing")]))
        # In the indexes of all entries, of an item's and of those unread.
        fields = {"at": 1, "item_id": "i", "unread_at": 1}
        await spend(store.commit([Create(entry, fields), Delete(rule)]))
        await spend(store.commit([Update(entry, remove=["unread_at"])]))
        await spend(store.commit([Update(entry, set={"at": 2})]))
        await spend(store.query(_LOG, app="app", order="at"))
        await spend(store.query(_RULES, app="app"))
        await spend(store.query(_LOG, app="app"))

    try:
        asyncio.run(run())
    finally:
        store.close()
    expected: list[tuple[float, int]] = [(0, 1), (0, 1), (1, 5), (3, 0), (0, 2 * 1 + 3 + 2 * 5)]
    expected += [(1, 1 + 1), (1, 1 + 4), (0.5 + 1, 0), (1, 0), (16, 0)]
    assert spent == expected


def test_what_is_counted(tmp_path: Path) -> None:
    counts = Counts()
    store = CountingStore(SqliteStore(tmp_path / "store.db", INDEXES), counts)
    queue = CountingQueue(SqliteQueue(tmp_path / "queue.db"), counts)
    first, second = Key("app", _RULES, "1"), Key("app", _RULES, "2")

    async def run() -> None:
        await store.commit([Create(first, {}), Create(second, {})])
        with pytest.raises(Conflict):
            await store.commit([Create(first, {}), Delete(second)])
        await store.get([first, first, Key("app", _RULES, "missing")])
        await store.query(_RULES, app="app", limit=1)
        await store.query(_RULES, app="other")
        await store.commit([Delete(first)])
        await queue.publish(Raw("enforce", {"a": "é"}))
        await queue.publish(Raw("enforce", {"a": "b"}), 5.0)

    try:
        asyncio.run(run())
    finally:
        store.close()
        queue.close()
    assert counts == Counts(
        gets=2,
        queries=2,
        found=1,
        query_reads=3,
        commits=2,
        writes=2,
        deletes=1,
        refused=2,
        messages=1,
        message_bytes=len('{"a":"é"}'.encode()),
        largest_message=len('{"a":"é"}'.encode()),
        delayed=1,
    )


@contextmanager
def _counted_server(data: Path, counts: Counts) -> Iterator[Server]:
    open_store, open_queue = opening.open_store, opening.open_queue

    def counted(store: DocumentStore) -> CountingStore:
        """SQLite's, which takes messages as well."""
        return CountingStore(cast(Store, store), counts)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "open_store", lambda s: counted(open_store(s)))
        patch.setattr(opening, "open_queue", lambda s: CountingQueue(open_queue(s), counts))
        with in_process(data, GAVEL_CONFIG_TTL="3600", GAVEL_ENCRYPT_CONTENT="false") as server:
            yield server


def _check(id: str, text: str) -> dict[str, Any]:
    return {
        "entity_type": "post",
        "entity_id": id,
        "entity_creator_id": f"author of {id}",
        "moderation_payload": {"texts": [text]},
        "config_key": "default",
    }


def test_the_functions_ask_for_nothing_else(tmp_path: Path) -> None:
    counts = Counts()
    with _counted_server(tmp_path / "data", counts) as server:
        app = server.app("app-a")
        world = World(server.context, app.name, counts)
        server.run(world.configure(user_rules=True))

        def costs(name: str, path: str, body: dict[str, Any]) -> None:
            counts.reset()
            answer = server.call(app, "POST", path, body)
            assert answer.status == 201, answer.text
            assert _asked(counts) == EXPECTED[name], name

        _warm(server, app)
        costs(CHECK_USER, f"{_V2}/check", _check("1", CLEAN))
        server.run(world.enforce("1"))
        costs("check, the same content again", f"{_V2}/check", _check("1", CLEAN))
        flagged = {"entity_type": "post", "entity_id": "1", "user_id": "ben", "reason": CATEGORY}
        costs("flag", f"{_V2}/flag", flagged)
        server.run(world.enforce("1"))
        reported = {"post_id": "1", "report_categories": [CATEGORY], "reporter_id": "eve"}
        costs("report", "/api/v1/report", reported)
        costs("check, new and flagged", f"{_V2}/check", _check("2", BAD))
        server.run(world.handled("2", BAD))
        server.run(world.handled("3", BAD))
        ban = {"action_type": "ban", "item_id": world.item("3"), "user_id": "moderator", "ban": {}}
        # The app's first ban changes its configuration.
        assert server.call(app, "POST", f"{_V2}/submit_action", ban).status == 201
        server.run(server.context.configurations.of(app.name))
        ban["item_id"] = world.item("2")
        costs("submit_action, a ban", f"{_V2}/submit_action", ban)
        assert len(server.call(app, "GET", "/api/v1/rules").json()["rules"]) == RULES


def _warm(server: Server, app: App) -> None:
    """Reads the credential, which is then remembered for a minute by each function."""
    for path in (f"{_V2}/check", f"{_V2}/flag", "/api/v1/report", f"{_V2}/submit_action"):
        assert server.call(app, "POST", path, {}).status == 400
