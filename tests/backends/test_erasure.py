"""An erasure on each store: nothing that is stored has the person or their words afterwards."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest

from common.configuration.configuration import Configurations
from common.configuration.context import Context
from common.configuration.data_keys import DataKeys
from common.configuration.encrypting import EncryptingStore
from common.configuration.keeping import KeepingStore
from common.domain.content import Content, Submission
from common.domain.log import new_entry
from common.domain.policy import policy_key
from common.domain.task import task_key
from common.domain.user import User, user_key
from common.domain.vault import Vault
from common.moderation.background.erasure import orders
from common.moderation.background.working import work
from common.moderation.content.checks import check
from common.moderation.enforcement.enforcements import enforce
from common.queue.messages import ScanOrder, Trigger
from common.settings import Settings
from common.store.publishing import PublishingStore
from common.store.sqlite.store import SqliteStore
from common.store.store import Collection, Create, DocumentStore, Put
from infra.gcp.indexes import COLLECTIONS
from tests.backends.empty_stores import EACH
from tests.desk import HeldQueue
from tests.factories import policy

APP, NOW = "app", 1_763_000_123 * 10**9
ANN, WORDS = "ann-4711", "what only this one person has said"


def _context(store: DocumentStore, data: Path) -> Context:
    """With content encrypted."""
    published = PublishingStore(store, HeldQueue())
    kind = "sqlite" if isinstance(store, SqliteStore) else "dynamodb"
    settings = Settings(config_ttl=3600).model_copy(update={"data": data, "store": kind})
    keys = DataKeys(published, Vault(folder=data), is_on=True)
    encrypting = EncryptingStore(published, keys)
    configurations = Configurations(encrypting, settings.config_ttl)
    keeping = KeepingStore(encrypting, configurations)
    return Context(settings, keeping, HeldQueue(), configurations, _data_keys=keys)


async def _posted(context: Context, number: int, creator: str, text: str) -> None:
    content = Content((text,), other={"custom": {"said": text}})
    sent = Submission("post", f"p{number}", creator, content, "default")
    checked = await check(context, APP, sent, NOW + number)
    await enforce(context, Trigger(APP, checked.item["id"]), NOW + number)


async def _finished(context: Context, id: str) -> Any:
    for _ in range(500):
        erasure, _task = await orders.get(context, APP, id)
        if erasure["status"] == "completed":
            return erasure["signed"]
        (task,) = await context.store.get([task_key(APP, id)])
        assert task is not None
        at = task.data["due_at"]
        await work(context, ScanOrder(APP, id, at=at), max(at, NOW + 99))
    raise AssertionError("not finished")


async def _all(store: DocumentStore) -> bytes:
    """Of every collection, as it is stored."""
    found: list[Any] = []
    for name in COLLECTIONS:
        collection: Collection[Any] = Collection(name)
        cursor: str | None = None
        while True:
            page = await store.query(collection, app=APP, cursor=cursor)
            found += [[each.key.id, each.data] for each in page.documents]
            cursor = page.cursor
            if cursor is None:
                break
    return orjson.dumps(found)


@pytest.mark.parametrize("open_it", EACH)
def test_no_store_has_who_was_erased(
    tmp_path: Path, open_it: Callable[[Path], DocumentStore]
) -> None:
    async def run() -> None:
        store, of_all = open_it(tmp_path), policy("default")
        try:
            profile: User = {"id": ANN, "updated_at": NOW, "name": WORDS, "custom": {"a": WORDS}}
            old = new_entry(APP, "note", "note", NOW, user_id=ANN, by="mo", reason=WORDS)
            note = new_entry(APP, "note", "note", NOW + 1, user_id=ANN, by="mo", reason=WORDS)
            await store.commit([old])
            context = _context(store, tmp_path)
            await context.store.commit(
                [
                    Put(policy_key(APP, of_all["id"]), of_all),
                    Create(user_key(APP, ANN), profile),
                    note,
                ]
            )
            for number in range(15):
                await _posted(context, number, ANN if number % 3 else "ben", f"{WORDS} {number}")
            before = await _all(store)
            assert ANN.encode() in before and before.count(WORDS.encode()) == 2
            erasure, _ = await orders.order(context, APP, ANN, "", NOW + 99)
            signed = await _finished(context, erasure["id"])
            after = await _all(store)
            assert ANN.encode() not in after
            assert b"content:1:" in after  # those of others, who said the same
            places = {each["place"]: each for each in signed["receipt"]["places"]}
            assert places["item"]["deleted"] == 10
            assert sum(each["left"] for each in places.values()) == 0
            assert signed["receipt"]["data_key"] == "dropped"
            assert places["item"]["stays"] == 5
        finally:
            store.close()

    asyncio.run(run())
