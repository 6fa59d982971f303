"""What the fault tests configure, and how they wait for it to work."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from common.domain.delivery import DELIVERIES, Delivery
from common.domain.flag import FLAGS, Flag
from common.domain.item import ITEMS, SHARDS, Item
from common.domain.log import LOG, LogEntry
from common.domain.task import TASKS, Task
from common.domain.user import HISTORIES
from common.store.store import Collection, D, Store
from tests.receiver import Receiver
from tests.running import Running

from . import queues
from .apps import CHAT, App, opened
from .client import Client

BAD, DUBIOUS = "zonkbad", "zonklook"
SPAM = "spam"
MANY = 5
REPORTS = 2
ENFORCED, REVIEWED, BUSY, REPORTED = "bad-post", "dubious-post", "many-posts", "reported-post"
PATHS = {"hide": "/hide", "ban": "/ban", "remove": "/remove"}
ACTIONS = {ENFORCED: "hide", BUSY: "ban", REPORTED: "remove"}
TASK_PATH = "/task"

# Leases and claims that a crash leaves behind have to end before everything has settled.
# Longer than a message of a killed process stays its own on the emulators (a minute), and than the
# sweep lets a document wait that it has published again six times by then.
_SETTLED_SECONDS = 180.0
_PAUSE = 0.2
_SOON = 600_000_000_000
"""Nanoseconds: what is done once an hour is not waited for."""


def environment(**other: str) -> dict[str, str]:
    """Any receiver's port may be called: the tests that share a runtime have one each."""
    return {
        "GAVEL_EGRESS_ALLOW": "127.0.0.1",
        "GAVEL_SWEEP_INTERVAL": "0.5",
        "GAVEL_SWEEP_AFTER": "1",
        "GAVEL_RETRY_DELAYS": "0.1,0.2,0.3,0.5,0.5,1,1,1,1,1",
        # In proportion: a breaker that is open for longer than the schedule lasts ends it.
        "GAVEL_BREAKER_SECONDS": "0.2,0.5,1",
        "GAVEL_CALLBACK_TIMEOUT": "3",
        **other,
    }


def configure(client: Client, receiver: Receiver) -> None:
    for name, word in (("bad", BAD), ("dubious", DUBIOUS)):
        client.post("/api/v2/blocklists", {"name": name, "words": [word]})
    rules = [{"name": "bad", "action": "remove"}, {"name": "dubious", "action": "flag"}]
    policy = {"key": "default", "block_list_config": {"enabled": True, "rules": rules}}
    client.post("/api/v2/moderation/config", policy)
    client.put(f"/api/v1/report_categories/{SPAM}", {"name": "Spam"})
    for name, path in PATHS.items():
        put_action(client, name, receiver.url(path))
    put_rule(client, ENFORCED, "post", {"type": "in_list", "lists": ["bad"]}, "hide")
    put_rule(client, REVIEWED, "post", {"type": "in_list", "lists": ["dubious"]}, "flag_for_review")
    counts = {"type": "post_count", "operator": "gte", "value": MANY, "window": "24h"}
    put_rule(client, BUSY, "user", counts, "ban")
    reports = {"type": "report_count", "operator": "gte", "value": REPORTS}
    put_rule(client, REPORTED, "reported_post", reports, "remove")


def put_action(client: Client, name: str, url: str, **fields: object) -> None:
    client.put(f"/api/v1/actions/{name}", {"name": name, "kind": "post", "url": url, **fields})


def put_rule(client: Client, name: str, scope: str, when: object, *actions: str) -> None:
    body = {"name": name, "scope": scope, "when": when, "actions": list(actions)}
    client.put(f"/api/v1/rules/{name}", body)


def check_body(entity_id: str, user: str, text: str) -> dict[str, Any]:
    return {
        "entity_type": CHAT,
        "entity_id": entity_id,
        "entity_creator_id": user,
        "moderation_payload": {"texts": [text]},
        "config_key": "default",
    }


@dataclass
class Documents:
    """What is in the store; items and histories by their ids. Jobs go on by themselves, and are not
    among the tasks.
    """

    items: dict[str, Item]
    flags: list[Flag]
    log: list[LogEntry]
    deliveries: list[Delivery]
    tasks: list[Task]
    histories: dict[str, dict[str, int]]


def read_store(app: App) -> Documents:
    return asyncio.run(_read_store(app))


async def _read_store(app: App) -> Documents:
    with opened(app.runtime) as context:
        store, name = context.store, app.name
        tasks = await _by_id(store, name, TASKS)
        return Documents(
            items=await _by_id(store, name, ITEMS),
            flags=[*(await _by_id(store, name, FLAGS)).values()],
            log=[*(await _by_id(store, name, LOG)).values()],
            deliveries=[*(await _by_id(store, name, DELIVERIES)).values()],
            tasks=[each for each in tasks.values() if "kind" not in each],
            histories=await _by_id(store, name, HISTORIES),
        )


async def _by_id(store: Store, app: str, collection: Collection[D]) -> dict[str, D]:
    found: dict[str, D] = {}
    cursor: str | None = None
    while True:
        page = await store.query(collection, app=app, limit=500, cursor=cursor)
        for document in page.documents:
            assert document.key.id not in found, document
            found[document.key.id] = document.data
        cursor = page.cursor
        if cursor is None:
            return found


@dataclass(frozen=True, slots=True)
class _Waiting:
    """Documents that are found by a time at which there is something to do."""

    collection: Collection[Any]
    order: str
    shard: str = ""

    def __str__(self) -> str:
        return f"{self.collection} {self.shard}"

    async def count(self, store: Store) -> int:
        equal = {"shard": self.shard} if self.shard else {}
        page = await store.query(
            self.collection, app=None, order=self.order, equal=equal, limit=1_000
        )
        return len([each for each in page.documents if is_soon(each.data[self.order])])


# In the order in which one leads to the next: what is done meanwhile shows further down.
_WAITING = (
    _Waiting(TASKS, "due_at"),
    *(_Waiting(ITEMS, "pending_since", shard) for shard in SHARDS),
    _Waiting(DELIVERIES, "next_attempt_at"),
)


async def _left(
    runtime: Running, store: Store, asked: Sequence[_Waiting]
) -> dict[_Waiting | str, int]:
    """What has still to be done: documents and, where they can be counted, quick messages."""
    messages = await queues.depth(runtime)
    left: dict[_Waiting | str, int] = {
        topic: messages.get(topic, 0) for topic in ("enforce", "deliver")
    }
    left |= {each: await each.count(store) for each in asked}
    return {what: count for what, count in left.items() if count}


def is_soon(at: int | None) -> bool:
    return at is not None and at < time.time_ns() + _SOON


def unforeseen(runtime: Running) -> list[str]:
    """What the runtime's log says of errors other than conflicts, which the queue tries again."""
    marks = ("unforeseen error", "dead letter", "sweep failed")
    return [line for line in runtime.log.splitlines() if any(mark in line for mark in marks)]


@contextmanager
def telling(runtime: Running) -> Iterator[None]:
    """Shows with a failure what the log says; the log itself is soon removed by later runs."""
    try:
        yield
    except BaseException:
        print(*unforeseen(runtime), sep="\n")
        raise
    assert not unforeseen(runtime), unforeseen(runtime)


def wait_until_settled(runtime: Running, seconds: float = _SETTLED_SECONDS) -> None:
    asyncio.run(_settled(runtime, seconds))


async def _settled(runtime: Running, seconds: float) -> None:
    """Within so many seconds it has to come nearer to its end each time: how long all of it takes
    is the emulators' to say, one of which hands over two messages at a time and none later. Asked
    for again is what there was the last time, and all once none of that is left.
    """
    with opened(runtime) as context:
        while asked := await _left(runtime, context.store, _WAITING):
            deadline, fewest = time.monotonic() + seconds, sys.maxsize
            left = asked
            while left:
                if sum(left.values()) < fewest:
                    deadline, fewest = time.monotonic() + seconds, sum(left.values())
                assert time.monotonic() < deadline, f"still waiting: {left}"
                await asyncio.sleep(_PAUSE)
                again = [each for each in left if isinstance(each, _Waiting)]
                left = await _left(runtime, context.store, again)
