"""Rules that many save at the same moment, on every backend: versions without a gap, one active."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from common.configuration.configuration import Configurations
from common.configuration.context import Context
from common.configuration.keeping import KeepingStore
from common.domain.errors import Outdated
from common.domain.rule import RuleContent
from common.domain.rule_version import RuleVersion
from common.moderation.resources import rule_versions
from common.moderation.resources.rule_versions import Saving, save
from common.moderation.rules import drafts, importing, version_history
from common.moderation.rules.importing import Importing
from common.moderation.rules.rule_files import Entry
from common.queue.sqlite.queue import SqliteQueue
from common.settings import load_settings
from common.store.publishing import PublishingStore
from common.store.store import DocumentStore

from .helpers import APP, run

_AT_ONCE = 4


@pytest.fixture
def context(store: DocumentStore, tmp_path: Path) -> Iterator[Context]:
    queue = SqliteQueue(tmp_path / "messages.db")
    units = PublishingStore(store, queue)
    configurations = Configurations(units, 60)
    yield Context(load_settings(), KeepingStore(units, configurations), queue, configurations)
    queue.close()


def _content(position: int) -> RuleContent:
    content = {
        "name": "R",
        "scope": "post",
        "when": {"type": "needs_review"},
        "actions": ["flag_for_review"],
        "position": position,
        "enabled": True,
    }
    return cast(RuleContent, content)


async def _versions(context: Context, rule: str = "r") -> list[RuleVersion]:
    found, cursor = await version_history.page(context, APP, rule, 100, None)
    assert cursor is None
    return found[::-1]


def test_saves_at_once_are_versions_without_a_gap(context: Context) -> None:
    async def at_once() -> list[RuleVersion]:
        saves = (save(context, APP, "r", _content(n), Saving(f"u{n}"), n) for n in range(_AT_ONCE))
        await asyncio.gather(*saves)
        await rule_versions.delete(context, APP, "r", "lea", 90)
        await save(context, APP, "r", _content(0), Saving(), 100)
        return await _versions(context)

    found = run(at_once())
    assert [each["version"] for each in found] == [*range(1, _AT_ONCE + 2)]
    assert {each["by"] for each in found[:-1]} == {f"u{n}" for n in range(_AT_ONCE)}
    assert [each["version"] for each in found if "active_to" not in each] == [_AT_ONCE + 1]
    assert found[-2].get("deleted_by") == "lea"


def test_of_those_who_saw_the_same_version_one_saves(context: Context) -> None:
    async def at_once() -> list[object]:
        await save(context, APP, "r", _content(0), Saving(), 1)
        saving = Saving(expected=1)
        saves = (save(context, APP, "r", _content(n), saving, 1 + n) for n in range(1, _AT_ONCE))
        return [*await asyncio.gather(*saves, return_exceptions=True)]

    found = run(at_once())
    assert sum(isinstance(each, Outdated) for each in found) == _AT_ONCE - 2
    assert sum(isinstance(each, dict) for each in found) == 1


def test_a_draft_is_published_once(context: Context) -> None:
    async def at_once() -> tuple[int, int]:
        await drafts.put(context, APP, "r", _content(3), Saving("lea"), 1)
        publishing = (drafts.publish(context, APP, "r", Saving("tom"), None, 2) for _ in range(3))
        done = await asyncio.gather(*publishing, return_exceptions=True)
        return sum(isinstance(each, dict) for each in done), len(await _versions(context))

    assert run(at_once()) == (1, 1)


def test_a_file_of_many_is_brought_in_and_taken_out(context: Context) -> None:
    async def there_and_back() -> tuple[list[str], list[str]]:
        entries = [Entry(f"r{n:02}", fields={**_content(n)}) for n in range(25)]
        planned = await importing.plan(context, APP, Importing(entries))
        await importing.apply(context, APP, planned, Saving("lea"), 1)
        made = [rule["id"] for rule in await importing.exported(context, APP)]
        fewer = Importing(entries[:3], delete_missing=True)
        planned = await importing.plan(context, APP, fewer)
        await importing.apply(context, APP, planned, Saving("lea"), 2)
        return made, [rule["id"] for rule in await importing.exported(context, APP)]

    made, left = run(there_and_back())
    assert (len(made), left) == (25, ["r00", "r01", "r02"])
