"""A real first call for each function: authenticated, successful, through store and queue."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import jwt

from benchmarks.cost_world import ACTION, BAD, CATEGORY, CLEAN, SLOW, World
from benchmarks.counting import Counts
from common.configuration.configuration import Configurations
from common.configuration.context import Context
from common.configuration.keeping import KeepingStore
from common.configuration.opening import open_store
from common.domain.action import ActionFields
from common.domain.content import HIVE_POST
from common.domain.upgrades import UPGRADES
from common.http.routes import QUEUE_FUNCTIONS, SCHEDULE_FUNCTIONS
from common.moderation.content.checks import TaskOrder
from common.moderation.resources import actions
from common.queue.messages import Message
from common.settings import load_settings
from common.store.publishing import PublishingStore
from common.store.versions import VersionedStore
from tests.receiver import Receiver

APP, KEY, SECRET = "default", "k", "s" * 40
SCORE_KEY = "score-key-" * 3
_API = "/api/v2/moderation"
_AUTHOR, _MODERATOR = "ann", "mo"
_EVENT = {
    "ce-id": "1",
    "ce-source": "benchmark",
    "ce-type": "com.gavel.benchmark",
    "ce-specversion": "1.0",
}


@dataclass(frozen=True, slots=True)
class Request:
    path: str
    headers: dict[str, str]
    content: dict[str, Any] | None
    """None for a GET."""

    @property
    def method(self) -> str:
        return "GET" if self.content is None else "POST"

    @property
    def body(self) -> bytes | None:
        return None if self.content is None else json.dumps(self.content).encode()


@dataclass(slots=True)
class Kept:
    """A queue of which nobody takes: the messages become a function's first call."""

    messages: dict[str, dict[str, Any]] = field(default_factory=dict)

    async def publish(self, message: Message, delay: float = 0.0) -> None:
        if not delay:
            self.messages[message.topic] = message.encode()

    def close(self) -> None:
        pass


class FirstCalls:
    """Each about content of its own, so that none is a repetition."""

    def __init__(self, runner: asyncio.Runner, world: World, kept: Kept) -> None:
        self._runner = runner
        self._world = world
        self._kept = kept
        self._numbers = count()

    def next(self, name: str) -> Request:
        return self._runner.run(self._next(name, f"post {next(self._numbers)}"))

    async def _next(self, name: str, id: str) -> Request:
        if name in (*QUEUE_FUNCTIONS, *SCHEDULE_FUNCTIONS):
            return Request("/", _EVENT, await self._message(name, id))
        if name == "facades":
            asked = {"comment": {"text": f"{CLEAN} {id}"}, "requestedAttributes": {"TOXICITY": {}}}
            return Request(f"/v1alpha1/comments:analyze?key={SCORE_KEY}", {}, asked)
        path, content = await self._http(name, id)
        headers = {"authorization": jwt.encode({"server": True}, SECRET)}
        return Request(f"{path}?api_key={KEY}", headers, content)

    async def _message(self, name: str, id: str) -> dict[str, Any]:
        if name == "sweep":
            return {}
        if name == "scan":
            await self._world.check(id, policy=SLOW, order=TaskOrder(""))
        else:
            await self._world.check(id, BAD)
        if name == "deliver":
            await self._world.enforce(id)
        return self._kept.messages.pop(name)

    async def _http(self, name: str, id: str) -> tuple[str, dict[str, Any] | None]:
        match name:
            case "check":
                entity = {"entity_type": "post", "entity_id": id, "entity_creator_id": _AUTHOR}
                return f"{_API}/check", {**entity, "moderation_payload": {"texts": [CLEAN]}}
            case "configure":
                return "/api/v2/blocklists", {"name": id.replace(" ", "-"), "words": ["zqzq"]}
            case "review_queue":
                return f"{_API}/review_queue", {"filter": {}, "limit": 25}
            case "moderation_log":
                return "/api/v1/log", None
        await self._world.check(id, BAD)
        match name:
            case "flag":
                entity = {"entity_type": HIVE_POST, "entity_id": id}
                return f"{_API}/flag", {**entity, "reason": "spam", "user_id": _AUTHOR}
            case "report":
                return "/api/v1/report", {"post_id": id, "report_categories": [CATEGORY]}
            case "submit_action":
                decision = {"action_type": "mark_reviewed", "user_id": _MODERATOR}
                return f"{_API}/submit_action", {**decision, "item_id": self._world.item(id)}
        raise LookupError(name)


@contextmanager
def opened(environment: dict[str, str]) -> Iterator[FirstCalls]:
    """Adds to the environment what the functions need to take the calls."""
    with Receiver() as receiver, asyncio.Runner() as runner:
        environment |= {
            "GAVEL_API_KEY": KEY,
            "GAVEL_API_SECRET": SECRET,
            "GAVEL_SCORE_KEY": SCORE_KEY,
            "GAVEL_EGRESS_ALLOW": f"127.0.0.1:{receiver.port}",
        }
        settings = load_settings(environment)
        kept = Kept()
        stored = VersionedStore(PublishingStore(open_store(settings), kept), UPGRADES)
        # Not refreshed behind its back: the loop stands still while a function starts.
        configurations = Configurations(stored, 3_600)
        store = KeepingStore(stored, configurations)
        context = Context(settings, store, kept, configurations)
        world = World(context, APP, Counts())
        try:
            runner.run(_configure(world, receiver.url("/hide")))
            yield FirstCalls(runner, world, kept)
        finally:
            world.close()


async def _configure(world: World, url: str) -> None:
    await world.configure(user_rules=True)
    action: ActionFields = {
        "name": "Hide post",
        "kind": "post",
        "url": url,
        "method": "POST",
        "auth_header": "authorization",
        "auth_value": "token of the customer",
    }
    await actions.put(world.context, world.app, ACTION, action, world.now(), keep_auth=False)
