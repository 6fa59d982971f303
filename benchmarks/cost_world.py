"""One app, configured as a customer would, on a store and a queue that count."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice, product
from pathlib import Path
from typing import Any

from benchmarks.capacity import Capacity, MeteredStore
from benchmarks.counting import CountingQueue, CountingStore, Counts
from common.configuration.configuration import Configurations
from common.configuration.context import Context, now
from common.configuration.keeping import KeepingStore
from common.configuration.opening import open_queue
from common.delivery.deliveries import deliver
from common.delivery.dispatcher import dispatcher_of
from common.domain import history
from common.domain.action import FLAG_FOR_REVIEW, ActionFields
from common.domain.block_list import BlockListFields
from common.domain.content import HIVE_POST, Content, Submission
from common.domain.delivery import DELIVERIES
from common.domain.indexes import INDEXES
from common.domain.item import item_id
from common.domain.queue import WAITING, recount_key
from common.domain.rule import RuleFields, Scope
from common.domain.times import DAY
from common.domain.user import history_key
from common.moderation.content.checked import Checked
from common.moderation.content.checks import TaskOrder, check
from common.moderation.enforcement.counting import is_sampled
from common.moderation.enforcement.enforcements import enforce
from common.moderation.resources import actions, block_lists, policies, resources, rules
from common.moderation.resources.kinds import REPORT_CATEGORY
from common.moderation.resources.rule_versions import Saving
from common.moderation.review import queue
from common.moderation.review.recounting import recount
from common.outgoing.calls import AttemptResult, OutgoingRequest
from common.outgoing.client import Sender
from common.outgoing.egress import EgressPolicy
from common.queue.messages import DueDelivery, DueRecount, Trigger
from common.settings import Settings
from common.store.sqlite.store import SqliteStore
from common.store.store import Put
from infra.local.credentials import Credentials, app_exists, create_app

LISTED = ["zq" + "".join(letters) for letters in islice(product("abcdefgh", repeat=4), 300)]
CLEAN = "We met at the old harbour on Sunday and walked along the river until it got dark."
BAD = f"{CLEAN} {LISTED[0]}"
ACTION, CATEGORY, SLOW, COUNTING = "hide_post", "bullying", "slow", "counting"
_TOO_OFTEN = {
    "velocity_filter_config": {
        "rules": [{"action": "flag", "fast_spam_threshold": 20, "fast_spam_ttl": 10}]
    },
    "flood_config": {"identical": {"threshold": 20}, "similar": {"threshold": 20}},
}
RULES = 20
PASTS = (0, 1_000, 10_000)
MEASURED = ("1", "2", "listed", *(f"after {posts}" for posts in PASTS))
"""Whose evaluations are counted by themselves."""
_PAST = 90 * DAY
_SECOND = 10**9
_CIRCUMVENTION = "automod_platform_circumvention_config"


@dataclass(frozen=True, slots=True)
class Row:
    """What one operation took, in `calls` calls of functions."""

    name: str
    calls: int
    counts: Counts
    capacity: Capacity


class CustomersServer(Sender):
    """Answers at once, without a network."""

    def __init__(self) -> None:
        super().__init__(EgressPolicy.parse(""))
        self.status = 200

    async def send(self, request: OutgoingRequest, *_: object) -> AttemptResult:
        assert request.url
        return AttemptResult(self.status, latency_ms=50.0)


def open_world(folder: Path) -> World:
    # Looked after by hand: what an instance reads by itself must not fall into an operation.
    settings = Settings(data=folder, config_ttl=3_600)
    counts = Counts()
    capacity = Capacity()
    stored = SqliteStore(folder / "store.db", INDEXES)
    counted = CountingStore(MeteredStore(stored, capacity), counts)
    queue = CountingQueue(open_queue(settings), counts)
    configurations = Configurations(counted, settings.config_ttl)
    store = KeepingStore(counted, configurations)
    context = Context(settings, store, queue, configurations)
    return World(context, _app(), counts, capacity)


def _app() -> str:
    """What the process remembers of an app must not be of an earlier world's, nor must one of the
    operations be the one of sixteen that is counted in a document of its own.
    """
    while True:
        app = f"costs-{secrets.token_hex(4)}"
        items = (item_id(app, HIVE_POST, id) for id in MEASURED)
        if not any(is_sampled(id, revision) for id in items for revision in range(4)):
            return app


class World:
    def __init__(
        self, context: Context, app: str, counts: Counts, capacity: Capacity | None = None
    ) -> None:
        self.server = vars(dispatcher_of(context))["sender"] = CustomersServer()
        self.context = context
        self.app = app
        self.counts = counts
        self.capacity = capacity or Capacity()
        self.rows: list[Row] = []
        self._start = now()
        self._seconds = 0

    def now(self) -> int:
        """A second later each time."""
        self._seconds += 1
        return self._start + self._seconds * _SECOND

    @contextmanager
    def counted(self, name: str, calls: int = 1) -> Iterator[None]:
        self.counts.reset()
        self.capacity.reset()
        yield
        self.rows.append(Row(name, calls, replace(self.counts), replace(self.capacity)))

    async def configure(self, *, user_rules: bool) -> None:
        context, app, at = self.context, self.app, self.now()
        fields: BlockListFields = {"name": "listed", "team": "", "type": "word", "words": LISTED}
        await block_lists.create(context, app, fields, at)
        listed = {"block_list_config": {"rules": [{"name": "listed", "action": "flag"}]}}
        engine = {
            "rules": [{"label": "platform_circumvention", "threshold": 0.5, "action": "flag"}]
        }
        for key, config in (
            ("default", {**listed, _CIRCUMVENTION: engine}),
            (SLOW, {**listed, _CIRCUMVENTION: {**engine, "async": True}}),
            (COUNTING, {**listed, _CIRCUMVENTION: engine, **_TOO_OFTEN}),
        ):
            await policies.put(context, app, key, "", config, at, is_async=False)
        category = {"name": "Bullying", "applies_to": "both"}
        await resources.put(context, app, REPORT_CATEGORY, CATEGORY, category, at)
        await actions.put(context, app, ACTION, _action(), at, keep_auth=False)
        for number, rule in enumerate(_rules(user_rules)):
            await rules.put(context, app, f"rule-{number}", rule, Saving(), at)
        if not await app_exists(context.store, app):
            credentials = Credentials(
                app, f"secret of {app} " * 3, f"token of {app} " * 3, f"score-key-of-{app}"
            )
            await create_app(context.store, app, credentials)
        await dispatcher_of(context).signers.of(app)

    def submission(self, id: str, text: str = CLEAN, policy: str = "default") -> Submission:
        return Submission(HIVE_POST, id, f"author of {id}", Content(texts=(text,)), policy)

    def item(self, id: str) -> str:
        return item_id(self.app, HIVE_POST, id)

    async def check(
        self, id: str, text: str = CLEAN, policy: str = "default", order: TaskOrder | None = None
    ) -> Checked:
        submission = self.submission(id, text, policy)
        return await check(self.context, self.app, submission, self.now(), order=order)

    async def enforce(self, id: str) -> None:
        configuration = await self.context.configurations.of(self.app)
        trigger = Trigger(self.app, self.item(id), configuration.version)
        await enforce(self.context, trigger, self.now())

    async def deliver(self, delivery: str, status: int = 200, later: int = 0) -> None:
        self.server.status = status
        await deliver(self.context, DueDelivery(self.app, delivery), self.now() + later)

    async def deliveries(self) -> list[str]:
        """Those that are waiting, the oldest first."""
        page = await self.context.store.query(
            DELIVERIES, app=self.app, equal={"state": "pending"}, order="created_at"
        )
        return [document.key.id for document in page.documents]

    async def handled(self, id: str, text: str = CLEAN) -> None:
        """A check and all that follows from it."""
        await self.check(id, text)
        await self.enforce(id)
        for delivery in await self.deliveries():
            await self.deliver(delivery)

    async def count_queue(self) -> None:
        """The queue has been looked at before, so that what waits in it is counted."""
        await queue.stats(self.context, self.app, self.now())
        key, later = recount_key(self.app, WAITING), self.now()
        while True:
            (read,) = await self.context.store.get([key])
            due = read.data.get("due_at") if read is not None else None
            if due is None:
                return
            later = max(later, due)
            await recount(self.context, DueRecount(self.app, WAITING, due), later)

    async def remember(self, id: str, posts: int) -> None:
        """Gives the author of `id` a past of so many posts, evenly over what is kept."""
        at, past = self.now(), dict[str, int]()
        for number in range(posts):
            counts = history.increments(at - _PAST * number // posts, "", now=at)
            for name, count in counts.items():
                past[name] = past.get(name, 0) + count
        key = history_key(self.app, self.submission(id).creator_id)
        await self.context.store.commit([Put(key, past)])

    def close(self) -> None:
        self.context.close()


def _action() -> ActionFields:
    return {
        "name": "Hide post",
        "kind": "post",
        "url": "https://example.com/hide",
        "method": "POST",
        "auth_header": "authorization",
        "auth_value": "token of the customer",
        "parameters": {},
        "extra_query": {},
    }


def _rules(user_rules: bool) -> Iterator[RuleFields]:
    """Twenty; only the first is ever triggered, by a listed word."""
    yield _rule("post", {"type": "in_list", "lists": ["listed"]}, ACTION, FLAG_FOR_REVIEW)
    for number in range(4):
        reports = {"type": "report_count", "categories": [CATEGORY], "operator": "gt"}
        yield _rule("reported_post", {**reports, "value": 10 + number}, ACTION)
    most = {"operator": "gt", "value": 1_000_000, "window": "7d"}
    for number in range(5 if user_rules else 0):
        window = f"{1 + number}d"
        yield _rule("user", {"type": "post_count", **most, "window": window}, ACTION)
        yield _rule("user", {"type": "classified_count", "lists": ["listed"], **most}, ACTION)
    for number in range(5 if user_rules else 15):
        threshold = 0.5 + number / 100
        classes = ["platform_circumvention"]
        yield _rule(
            "post",
            {"type": "classified_as", "classes": classes, "threshold": threshold},
            FLAG_FOR_REVIEW,
        )


def _rule(scope: Scope, when: dict[str, Any], *actions: str) -> RuleFields:
    return {
        "name": f"{scope}: {when['type']}",
        "scope": scope,
        "when": when,
        "actions": list(actions),
        "position": 0,
        "enabled": True,
    }
