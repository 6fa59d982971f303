"""What the fault tests configure, and how they wait for it to work."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from common.configuration.context import open_context
from common.domain.delivery import DELIVERIES, Delivery
from common.domain.flag import FLAGS, Flag
from common.domain.item import ITEMS, SHARDS, Item, item_id
from common.domain.log import LOG, LogEntry
from common.domain.task import TASKS, Task
from common.domain.user import HISTORIES
from common.settings import load_settings
from common.store.store import Collection, D, Store
from tests.receiver import Receiver
from tests.running import Running

from . import queues
from .client import Client

APP = "default"
CHAT = "chat"
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
_SOON = 600_000_000_000
"""Nanoseconds: what is done once an hour is not waited for."""


def environment(receiver: Receiver, **other: str) -> dict[str, str]:
    return {
        "GAVEL_EGRESS_ALLOW": f"127.0.0.1:{receiver.port}",
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


def chat_item(entity_id: str) -> str:
    return item_id(APP, CHAT, entity_id)


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


def read_store(runtime: Running) -> Documents:
    return asyncio.run(_read_store(runtime))


async def _read_store(runtime: Running) -> Documents:
    with _store(runtime) as store:
        return Documents(
            items=await _by_id(store, ITEMS),
            flags=[*(await _by_id(store, FLAGS)).values()],
            log=[*(await _by_id(store, LOG)).values()],
            deliveries=[*(await _by_id(store, DELIVERIES)).values()],
            tasks=[each for each in (await _by_id(store, TASKS)).values() if "kind" not in each],
            histories=await _by_id(store, HISTORIES),
        )


async def _by_id(store: Store, collection: Collection[D]) -> dict[str, D]:
    found: dict[str, D] = {}
    cursor: str | None = None
    while True:
        page = await store.query(collection, app=APP, limit=500, cursor=cursor)
        for document in page.documents:
            assert document.key.id not in found, document
            found[document.key.id] = document.data
        cursor = page.cursor
        if cursor is None:
            return found


@contextmanager
def _store(runtime: Running) -> Iterator[Store]:
    context = open_context(load_settings(runtime.environment))
    try:
        yield context.store
    finally:
        context.close()


async def _left(runtime: Running, store: Store) -> dict[str, int]:
    """What has still to be done: documents and, where they can be counted, quick messages."""
    messages = await queues.depth(runtime)
    left = {topic: messages.get(topic, 0) for topic in ("enforce", "deliver")}
    queries: list[tuple[Collection[Any], str, dict[str, str]]] = [
        *((ITEMS, "pending_since", {"shard": shard}) for shard in SHARDS),
        (TASKS, "due_at", {}),
        (DELIVERIES, "next_attempt_at", {}),
    ]
    for collection, order, equal in queries:
        page = await store.query(collection, app=None, order=order, equal=equal, limit=1_000)
        due = [each for each in page.documents if is_soon(each.data[order])]
        left[collection] = left.get(collection, 0) + len(due)
    return {name: count for name, count in left.items() if count}


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
    is the emulators' to say, one of which hands over two messages at a time and none later.
    """
    deadline, fewest = 0.0, sys.maxsize
    with _store(runtime) as store:
        while left := await _left(runtime, store):
            if sum(left.values()) < fewest:
                deadline, fewest = time.monotonic() + seconds, sum(left.values())
            assert time.monotonic() < deadline, f"still waiting: {left}"
            await asyncio.sleep(0.1)
