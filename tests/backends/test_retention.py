"""Retention and a legal hold on each store: what had its time is gone whole, what is held is not,
and the log's roots tell that from a deletion.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from common.configuration.context import Context
from common.domain.authority_order import AuthorityOrder, authority_order_key
from common.domain.label_result import LABEL_RESULTS, LabelResult
from common.domain.log import new_entry
from common.domain.log_tree import log_tree_id
from common.domain.policy import policy_key
from common.domain.retention import ALL_STAYS
from common.domain.task import new_job, task_key
from common.domain.times import DAY
from common.moderation import authority_orders, holds
from common.moderation.background import starting
from common.moderation.background.working import work
from common.moderation.evidence.verifying import verify
from common.moderation.resources import settings
from common.queue.messages import ScanOrder
from common.store.store import Create, DocumentStore, Key, Put, Write
from tests.backends.empty_stores import EACH
from tests.backends.test_erasure import APP, NOW, _all, _context, _posted
from tests.factories import policy
from tests.functional.retaining import retained

ANN, HELD = "ann-4711", "held-4711"
POSTS = 12


def _words(number: int) -> str:
    return f"said once and nowhere else, number {number:02d}."


def _of(number: int) -> str:
    return HELD if number % 3 == 0 else ANN


def _labelled(number: int) -> Write:
    result: LabelResult = {
        "id": f"label{number}",
        "content": _words(number),
        "content_type": "text",
        "created_at": NOW + number,
        "recommended_action": "keep",
        "labels": [],
        "harm_type": "",
        "severity": "",
        "language": "",
        "user_id": _of(number),
    }
    return Create(Key(APP, LABEL_RESULTS, result["id"]), result)


def _order(user: str, **times: int) -> AuthorityOrder:
    order: Any = {"kind": "act", "issuing_state": "DE", "concerns": "a post", "by": "mo"}
    found: AuthorityOrder = order | {"user_id": user, "received_at": NOW} | times
    return found


async def _close_days(context: Context, until: int) -> None:
    id = log_tree_id(APP)
    await starting.start(context, APP, new_job("log_tree", id, {}, {}, NOW))
    while True:
        (task,) = await context.store.get([task_key(APP, id)])
        assert task is not None
        at = task.data["due_at"]
        if at > until:
            return
        await work(context, ScanOrder(APP, id, at=at), at)


@pytest.mark.parametrize("open_it", EACH)
def test_what_had_its_time_goes_and_what_is_held_stays(
    tmp_path: Path, open_it: Callable[[Path], DocumentStore]
) -> None:
    async def run() -> None:
        store, of_all = open_it(tmp_path), policy("default")
        try:
            notes = [
                new_entry(APP, "note", "note", NOW, user_id=user, by="mo", reason="seen")
                for user in (ANN, HELD)
            ]
            labelled = [_labelled(number) for number in range(POSTS)]
            await store.commit([Put(policy_key(APP, of_all["id"]), of_all), *notes, *labelled])
            context = _context(store, tmp_path)
            days: Any = {**ALL_STAYS, "clean_items": 30, "label_results": 30, "log": 200}
            days["authority_orders"] = 30
            await settings.put(context, APP, {"retention_days": days}, NOW)
            for number in range(POSTS):
                await _posted(context, number, _of(number), _words(number))
            orders = {
                "closed": _order(ANN, closed_at=NOW),
                "open": _order(ANN),
                "held": _order(HELD, closed_at=NOW),
            }
            for id, order in orders.items():
                await authority_orders.put(context, APP, id, order, NOW)
            await holds.place(context, APP, "user", HELD, "mo", "a court asks", NOW + 99)
            await _close_days(context, NOW + 5 * DAY)
            await retained(context, APP, NOW + 40 * DAY)
            after = await _all(context.store)
            known = await store.get([authority_order_key(APP, id) for id in orders])
            assert [each is not None for each in known] == [False, True, True]
            for number in range(POSTS):
                assert after.count(_words(number).encode()) == (3 if _of(number) == HELD else 0), (
                    number
                )
            await retained(context, APP, NOW + 206 * DAY)
            found = await verify(context.store, APP)
            assert (found.findings, found.expired) == ([], found.days)
            left = await store.get([each.key for each in notes])
            assert [each is not None for each in left] == [False, True]
        finally:
            store.close()

    asyncio.run(run())
