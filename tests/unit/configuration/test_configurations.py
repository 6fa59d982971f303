"""What is held of an app's configuration, and what is read of it when something changes."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.counting import CountingStore, Counts
from common.configuration.configuration import Configurations
from common.domain.action import ACTIONS
from common.domain.indexes import INDEXES
from common.domain.settings import AppSettings, settings_key
from common.store.sqlite.store import SqliteStore
from common.store.store import Key, Put, Update
from tests.factories import APP

_ACTION: Any = {"id": "ban", "name": "Ban"}
_LOADING = 10


@pytest.fixture
def counts() -> Counts:
    return Counts()


@pytest.fixture
def store(tmp_path: Path, counts: Counts) -> Iterator[CountingStore]:
    store = SqliteStore(tmp_path / "store.db", INDEXES)
    yield CountingStore(store, counts)
    store.close()


async def _add_action(configurations: Configurations) -> None:
    await configurations.change(APP, [Put(Key(APP, ACTIONS, "ban"), _ACTION)])


async def _reads_of(counts: Counts, configurations: Configurations, fields: AppSettings) -> int:
    counts.reset()
    await configurations.change_settings(APP, fields)
    assert (await configurations.of(APP)).settings == fields
    return counts.reads


def test_a_setting_alone_loads_nothing_else_again(store: CountingStore, counts: Counts) -> None:
    async def scenario() -> None:
        configurations = Configurations(store, 3_600)
        await _add_action(configurations)
        before = await configurations.of(APP)
        assert await _reads_of(counts, configurations, {"has_bans": True}) == 2
        after = await configurations.of(APP)
        assert (after.version, after.actions) == (before.version + 1, before.actions)
        assert before.settings == {}

    asyncio.run(scenario())


def test_what_another_process_has_changed_is_loaded(store: CountingStore, counts: Counts) -> None:
    async def scenario() -> None:
        configurations = Configurations(store, 3_600)
        await configurations.of(APP)
        await _add_action(Configurations(store, 3_600))
        assert await _reads_of(counts, configurations, {"has_bans": True}) > _LOADING
        assert (await configurations.of(APP)).actions == {"ban": _ACTION}

    asyncio.run(scenario())


def test_other_processes_see_the_setting(store: CountingStore) -> None:
    async def scenario() -> None:
        one, other = Configurations(store, 3_600), Configurations(store, 0)
        await one.of(APP)
        await other.of(APP)
        await one.change_settings(APP, {"has_bans": True})
        assert (await other.of(APP)).settings == {"has_bans": True}

    asyncio.run(scenario())


def test_at_hand_is_what_needs_no_waiting(store: CountingStore, counts: Counts) -> None:
    async def scenario() -> None:
        configurations = Configurations(store, 3_600)
        assert configurations.at_hand(APP) is None
        held = await configurations.of(APP)
        counts.reset()
        assert configurations.at_hand(APP) is held
        assert counts.reads == 0
        settings = Update(settings_key(APP), set={"has_bans": True}, upsert=True)
        await configurations.change(APP, [settings])
        assert configurations.at_hand(APP) is None

    asyncio.run(scenario())
