"""What rules saw, and a backtest over it, on each store."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest

from common.configuration.configuration import Configurations
from common.configuration.context import Context
from common.configuration.keeping import KeepingStore
from common.domain.content import Content, Submission
from common.domain.policy import policy_key
from common.domain.rule import RuleDocument, rule_key
from common.domain.rule_input import RULE_INPUTS, expiry_id
from common.domain.task import is_finished, task_key
from common.domain.times import DAY, HOUR
from common.moderation.background.working import work
from common.moderation.content.checks import check
from common.moderation.enforcement.enforcements import enforce
from common.moderation.rules import backtests
from common.queue.messages import ScanOrder, Trigger
from common.settings import Settings
from common.store.publishing import PublishingStore
from common.store.store import Create, DocumentStore, Put
from tests.backends.empty_stores import EACH
from tests.desk import HeldQueue
from tests.factories import policy

APP, NOW = "app", 1_763_000_123 * 10**9
_LONG = {"type": "text_length", "operator": "gte", "value": 8}
_OFTEN = {"type": "post_count", "operator": "gte", "value": 2, "window": "1h"}
RULE: dict[str, Any] = {
    "id": "long",
    "version": 1,
    "name": "Long",
    "scope": "post",
    "when": {"type": "all", "conditions": [_LONG, _OFTEN]},
    "actions": ["flag_for_review"],
    "position": 0,
    "enabled": True,
    "created_at": NOW,
    "updated_at": NOW,
}


def _context(store: DocumentStore) -> Context:
    queue = HeldQueue()
    published = PublishingStore(store, queue)
    settings = Settings(config_ttl=3600)
    configurations = Configurations(published, settings.config_ttl)
    keeping = KeepingStore(published, configurations)
    return Context(settings, keeping, queue, configurations)


async def _evaluated(context: Context, number: int, text: str, custom: dict[str, Any]) -> None:
    content = Content((text,), other={"custom": custom})
    sent = Submission("post", f"p{number}", "ann", content, "default")
    checked = await check(context, APP, sent, NOW + number)
    await enforce(context, Trigger(APP, checked.item["id"]), NOW + number)


async def _ended(context: Context, id: str, at: int) -> None:
    while True:
        (task,) = await context.store.get([task_key(APP, id)])
        assert task is not None
        if is_finished(task.data) or task.data["due_at"] > at + HOUR // 2:
            return
        await work(context, ScanOrder(APP, id, at=task.data["due_at"]), at)


@pytest.mark.parametrize("open_it", EACH)
def test_a_backtest_finds_what_fired_and_what_is_kept_goes(
    tmp_path: Path, open_it: Callable[[Path], DocumentStore]
) -> None:
    async def run() -> None:
        store, of_all = open_it(tmp_path), policy("default")
        try:
            await store.commit(
                [
                    Create(rule_key(APP, "long"), cast(RuleDocument, RULE)),
                    Put(policy_key(APP, of_all["id"]), of_all),
                ]
            )
            context = _context(store)
            texts = ("short", "long enough", "long, too", "no")
            for number, text in enumerate(texts):
                await _evaluated(context, number, text, {"price": number + 0.5, "a.b": {"c": [1]}})
            tested = await backtests.of_kept(context, APP, "long", None)
            times = (NOW - DAY, NOW + DAY)
            made = await backtests.start(context, APP, tested, times, "lea", NOW + 9)
            await _ended(context, made["id"], NOW + 9)
            found = await backtests.get(context, APP, made["id"])
            assert found["status"] == "completed", found
            tally = found["tally"]
            assert (tally["seen"], tally["fired"], tally["overlap"]) == (4, 2, {"1:long": 2})
            assert [each["user_id"] for each in tally["most_hit"]] == ["ann"]
            assert len(tally["near_misses"]) == 2
            listed, _ = await backtests.page(context, APP, 10, None)
            assert [each["id"] for each in listed] == [made["id"]]
            page = await store.query(RULE_INPUTS, app=APP)
            assert len(page.documents) == 4
            await _ended(context, expiry_id(APP), NOW + 31 * DAY)
            assert (await store.query(RULE_INPUTS, app=APP)).documents == []
        finally:
            store.close()

    asyncio.run(run())
