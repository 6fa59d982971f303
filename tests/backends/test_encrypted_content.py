"""What users write lies in no backend as it is, and use cases work as if it did; what it costs."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.cost_world import BAD, CLEAN, World
from benchmarks.counting import CountingStore, Counts
from common.configuration.configuration import Configurations
from common.configuration.context import Context
from common.configuration.data_keys import KEY_SECONDS, DataKeys
from common.configuration.encrypting import EncryptingStore
from common.configuration.keeping import KeepingStore
from common.domain.content import HIVE_POST, Content, Submission
from common.domain.delivery import DELIVERIES
from common.domain.item import item_key
from common.domain.log import LOG
from common.domain.vault import Vault
from common.moderation.appeals import filing
from common.moderation.appeals.against import Wanted
from common.moderation.content.checks import check
from common.moderation.reports.flags import flag
from common.moderation.reports.new_flags import NewFlag
from common.moderation.review import notes
from common.moderation.review.decisions.action_types import ACTION_TYPES
from common.moderation.review.decisions.decision import Decision
from common.moderation.review.decisions.decisions import decide
from common.queue.sqlite.queue import SqliteQueue
from common.settings import Settings
from common.store.publishing import PublishingStore
from common.store.store import Collection, DocumentStore
from infra.gcp.indexes import COLLECTIONS

from .empty_stores import EACH
from .helpers import run

_MARKER = "zinnober"
"""Part of all that is planted, and of no id."""
_SEARCHED = ("queue_terms", "report_reasons")
"""What the review queue is searched by stays as it is (docs/encryption.md)."""


class Encrypted:
    def __init__(self, bare: DocumentStore, folder: Path) -> None:
        self.now = 0.0
        self.bare = bare
        self.counts = Counts()
        self.queue = SqliteQueue(folder / "messages.db")
        counted = CountingStore(PublishingStore(bare, self.queue), self.counts)
        vault = Vault(folder=folder)
        self.keys = DataKeys(counted, vault, is_on=True, clock=lambda: self.now)
        store = EncryptingStore(counted, self.keys)
        settings = Settings(data=folder, config_ttl=3_600)
        configurations = Configurations(store, settings.config_ttl)
        self.context = Context(
            settings,
            KeepingStore(store, configurations),
            self.queue,
            configurations,
            _data_keys=self.keys,
        )
        self.world = World(self.context, "encrypted", self.counts)

    @property
    def app(self) -> str:
        return self.world.app

    async def posted(self, id: str, author: str, text: str) -> str:
        content = Content(
            texts=(text,),
            images=(f"https://{_MARKER}.example/a.png",),
            other={"custom": {"place": f"{_MARKER} square"}},
        )
        metadata = {"from": f"{_MARKER} app"}
        sent = Submission(HIVE_POST, id, author, content, "default", metadata=metadata)
        found = await check(self.context, self.app, sent, self.world.now())
        return found.item["id"]

    async def stored(self) -> list[tuple[str, dict[str, Any]]]:
        """Every document, as it is stored."""
        found: list[tuple[str, dict[str, Any]]] = []
        for name in COLLECTIONS:
            cursor: str | None = None
            while True:
                page = await self.bare.query(Collection[Any](name), app=self.app, cursor=cursor)
                found += [(name, document.data) for document in page.documents]
                cursor = page.cursor
                if cursor is None:
                    break
        return found


@pytest.fixture(params=EACH)
def encrypted(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Encrypted]:
    store = request.param(tmp_path)
    found = Encrypted(store, tmp_path)
    yield found
    found.queue.close()
    store.close()


async def _moderated(encrypted: Encrypted) -> str:
    """A post that is found, reported, noted, decided on and appealed for; its item's id."""
    world, context, app = encrypted.world, encrypted.context, encrypted.app
    await world.configure(user_rules=True)
    item = await encrypted.posted("1", "ann", f"{_MARKER} {BAD}")
    await world.enforce("1")
    for delivery in await world.deliveries():
        await world.deliver(delivery)
    custom = {"why": f"{_MARKER} fields"}
    report = NewFlag(HIVE_POST, "1", "ben", reason=f"{_MARKER} reason", custom=custom)
    await flag(context, app, [report], world.now())
    await world.enforce("1")
    about = notes.About(item=item)
    await notes.write(context, app, about, f"{_MARKER} note", "lea", world.now())
    type = ACTION_TYPES["ban"]
    ban = Decision(type, "lea", item, type.options_of(None), f"{_MARKER} ban")
    await decide(context, app, ban, world.now())
    wanted = Wanted("stream:user", "ann", f"{_MARKER} appeal")
    await filing.file(context, app, "ann", wanted, world.now())
    return item


def test_nothing_that_was_written_lies_open(encrypted: Encrypted) -> None:
    async def work() -> None:
        item = await _moderated(encrypted)
        stored = await encrypted.stored()
        kinds = {name for name, _ in stored}
        assert {"item", "flag", "log", "delivery", "appeal", "ban", "rule_input"} <= kinds
        for name, document in stored:
            left = {field: value for field, value in document.items() if field not in _SEARCHED}
            assert _MARKER not in repr(left), (name, left)
        (read,) = await encrypted.context.store.get([item_key(encrypted.app, item)])
        assert read is not None and read.data["payload"]["texts"] == [f"{_MARKER} {BAD}"]
        log = await encrypted.context.store.query(LOG, app=encrypted.app)
        said = {each.data["reason"] for each in log.documents}
        assert {f"{_MARKER} note", f"{_MARKER} ban"} <= said
        sent = await encrypted.context.store.query(DELIVERIES, app=encrypted.app)
        assert sent.documents and all(each.data["data"] for each in sent.documents)

    run(work())


def test_what_a_dropped_key_leaves_is_empty_everywhere(encrypted: Encrypted) -> None:
    async def work() -> None:
        item = await _moderated(encrypted)
        await encrypted.keys.drop(encrypted.app, "ann")
        assert not await encrypted.context.data_keys.has(encrypted.app, "ann")
        (read,) = await encrypted.context.store.get([item_key(encrypted.app, item)])
        assert read is not None and read.data["payload"] == {} and not read.data["labels"]
        log = await encrypted.context.store.query(LOG, app=encrypted.app)
        assert {each.data["reason"] for each in log.documents if "user_id" in each.data} == {""}
        sent = await encrypted.context.store.query(DELIVERIES, app=encrypted.app)
        assert not any(each.data["data"] for each in sent.documents)

    run(work())


def test_first_posts_at_once_end_with_one_key(encrypted: Encrypted) -> None:
    async def work() -> None:
        await encrypted.world.configure(user_rules=False)
        posts = [encrypted.posted(f"{n}", "ann", CLEAN) for n in range(4)]
        items = await asyncio.gather(*posts)
        encrypted.now += KEY_SECONDS
        found = await encrypted.context.store.get([item_key(encrypted.app, id) for id in items])
        assert [each and each.data["payload"]["texts"] for each in found] == [[CLEAN]] * 4
        payloads = [each for name, each in await encrypted.stored() if name == "item"]
        assert len({each["payload"].split(":")[2] for each in payloads}) == 1

    run(work())


@pytest.mark.parametrize(("user_rules", "first", "later"), [(False, 1, 1), (True, 2, 1)])
def test_what_it_costs_a_check(
    encrypted: Encrypted, user_rules: bool, first: int, later: int
) -> None:
    """Reads: of a user's first post, and of one whose key this process does not have at hand."""

    async def work() -> None:
        counts = encrypted.counts
        await encrypted.world.configure(user_rules=user_rules)
        await encrypted.posted("0", "somebody", CLEAN)
        for id, reads in (("1", first), ("2", int(user_rules)), ("3", later)):
            if id == "3":
                encrypted.now += KEY_SECONDS
            counts.reset()
            await encrypted.posted(id, "ann", CLEAN)
            assert (counts.reads, counts.writes, counts.refused) == (reads, 2, 0), id

    run(work())
