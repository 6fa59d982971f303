"""An app in this process whose queue the test holds: what is published waits until it is handed
out, as late, as often and in whatever order the test likes, or is lost.
"""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import Coroutine, Sequence
from pathlib import Path
from typing import Any, TypeVar, cast

from common.configuration.configuration import Configurations
from common.configuration.context import Context
from common.configuration.keeping import KeepingStore
from common.domain.action import FLAG_FOR_REVIEW, action_key
from common.domain.block_list import block_list_key
from common.domain.content import USER_ENTITY, Content, Submission
from common.domain.delivery import DELIVERIES, Delivery
from common.domain.endpoint import EVENTS
from common.domain.flag import FLAGS, Flag
from common.domain.indexes import INDEXES
from common.domain.item import Item, item_id, item_key
from common.domain.log import LOG, LogEntry
from common.domain.policy import policy_key
from common.domain.report_category import ReportCategory, report_category_key
from common.domain.rule import RuleDocument, Scope, rule_key
from common.domain.user import User, user_key
from common.domain.webhook import webhook_key
from common.moderation.background.working import work
from common.moderation.content.checked import Checked
from common.moderation.content.checks import check
from common.moderation.enforcement.consuming import consume
from common.moderation.reports.flags import flag
from common.moderation.reports.new_flags import NewFlag
from common.moderation.reports.unflagging import unflag
from common.moderation.review.decisions.action_types import ACTION_TYPES
from common.moderation.review.decisions.decision import Decision
from common.moderation.review.decisions.decisions import decide
from common.moderation.sweeps import sweep
from common.queue.messages import Message, Scannable, decoded
from common.settings import Settings
from common.store.publishing import PublishingStore
from common.store.sqlite.store import SqliteStore
from common.store.store import Collection, Create, D, DocumentStore, Write
from tests.factories import APP, NOW, action, block_list, policy, webhook

T = TypeVar("T")
SECOND = 10**9
BAD, DUBIOUS, SPAM, HATE = "badword", "dubious", "spam", "hate"
_MEMORY = Path("/dev/shm")
_TOPICS = ("enforce", "scan")


class HeldQueue:
    """`loses` is how many of the next messages never arrive."""

    def __init__(self) -> None:
        self.waiting: list[Message] = []
        self.loses = 0

    async def publish(self, message: Message, delay: float = 0.0) -> None:
        """What only delivers is left out, and nothing else is sent later (`delay`)."""
        assert delay == 0 or message.topic not in _TOPICS
        if self.loses:
            self.loses -= 1
        elif message.topic in _TOPICS:
            self.waiting.append(message)

    def close(self) -> None:
        pass


class Desk:
    """`BAD` is to be removed, and rules hide the post and ban its author; `DUBIOUS` makes a rule
    flag for review; two reports hide the post and flag it for review. Each use case comes a second
    after the one before.
    """

    def __init__(self, *rules: RuleDocument, store: DocumentStore | None = None) -> None:
        self._folder = Path(tempfile.mkdtemp(dir=_MEMORY if _MEMORY.is_dir() else None))
        self.queue = HeldQueue()
        self.store = store or SqliteStore(self._folder / "store.db", INDEXES)
        published = PublishingStore(self.store, self.queue)
        settings = Settings(data=self._folder, config_ttl=3600)
        configurations = Configurations(published, settings.config_ttl)
        keeping = KeepingStore(published, configurations)
        self.context = Context(settings, keeping, self.queue, configurations)
        self.now = NOW
        self._runner = asyncio.Runner()
        self.configure(*_configuration(), *map(_created, (*RULES, *rules)))

    def close(self) -> None:
        self._runner.close()
        self.store.close()
        shutil.rmtree(self._folder)

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self._runner.run(work)

    def later(self, seconds: int = 1) -> int:
        self.now += seconds * SECOND
        return self.now

    def configure(self, *writes: Write) -> None:
        self.run(self.context.configurations.change(APP, list(writes)))

    def check(
        self, id: str, text: str, author: str = "ada", *, policy: str = "chat", type: str = "post"
    ) -> Checked:
        sent = Submission(type, id, author, Content(texts=(text,)), policy)
        return self.run(check(self.context, APP, sent, self.later()))

    def report(
        self,
        id: str,
        reporter: str,
        *categories: str,
        reason: str = "",
        type: str = "post",
        reviewable: bool = True,
    ) -> Item:
        new = NewFlag(
            type, id, reporter, reason=reason, categories=categories, reviewable=reviewable
        )
        return self.run(flag(self.context, APP, [new], self.later()))

    def unflag(self, id: str, reporter: str, *, type: str = "post") -> Item:
        done = unflag(self.context, APP, type, id, reporter, self.later())
        return self.run(done).item

    def decide(
        self,
        name: str,
        id: str | None = None,
        *,
        user: str | None = None,
        by: str = "mod",
        **options: Any,
    ) -> Item | None:
        """On a post, on a user where the options can name one, else on the user's item."""
        type = ACTION_TYPES[name]
        about = item_id(APP, "post", id) if id is not None else None
        if user is not None and "target_user_id" in type.options.model_fields:
            options["target_user_id"] = user
        elif user is not None and "entity_id" in type.options.model_fields:
            options |= {"entity_type": USER_ENTITY, "entity_id": user}
        elif user is not None:
            about = item_id(APP, USER_ENTITY, user)
        given = type.options_of(type.options.model_validate(options) if options else None)
        decision = Decision(type, by, about, given)
        return self.run(decide(self.context, APP, decision, self.later())).item

    def hand_out(self, number: int = 0, *, again: bool = False) -> None:
        """One of the waiting messages; `again` leaves it there, to come once more."""
        number %= len(self.queue.waiting)
        message = self.queue.waiting[number] if again else self.queue.waiting.pop(number)
        self.later()
        if message.topic == "scan":
            self.run(work(self.context, cast(Scannable, message), self.now))
        else:
            read = decoded(message.topic, message.encode())
            self.run(consume(self.context, read, self.now))

    def hand_out_all(self) -> None:
        while self.queue.waiting:
            self.hand_out()

    def sweep(self) -> None:
        """After as long as it takes until it looks."""
        self.later(int(self.context.settings.sweep_after) + 1)
        self.run(sweep(self.context, self.now))

    def settle(self) -> None:
        """Whatever was lost is found, and nothing is left to do."""
        self.queue.loses = 0
        self.hand_out_all()
        # What was published again and lost again waits for ten minutes at most.
        self.later(600)
        self.sweep()
        self.hand_out_all()

    def item(self, id: str, type: str = "post") -> Item:
        (found,) = self.run(self.store.get([item_key(APP, item_id(APP, type, id))]))
        assert found is not None
        return found.data

    def user(self, id: str = "ada") -> User:
        (found,) = self.run(self.store.get([user_key(APP, id)]))
        return found.data if found else {"id": id, "updated_at": 0}

    def waits(self, id: str, type: str = "post") -> bool:
        return self.item(id, type).get("queue_reviewed") is False

    def flags(self, id: str, type: str = "post") -> list[Flag]:
        about = {"item_id": item_id(APP, type, id)}
        return self._all(FLAGS, "created_at", about)

    def log(self, id: str) -> list[LogEntry]:
        return self._all(LOG, "at", {"item_id": item_id(APP, "post", id)})

    def rule_entries(self, id: str, rule: str) -> list[LogEntry]:
        return [
            each
            for each in self.log(id)
            if each["kind"] == "rule" and each["custom"].get("rule_id") == rule
        ]

    def deliveries(self) -> list[Delivery]:
        return self._all(DELIVERIES, "created_at")

    def calls(self, subject: str) -> list[str]:
        """The actions that go out about a subject, in the order in which they do."""
        found = [
            each
            for each in self.deliveries()
            if each["subject"] == subject and each["state"] in ("pending", "waiting")
        ]
        return [each["action_id"] for each in sorted(found, key=lambda each: each["sequence"])]

    def events(self, id: str) -> list[str]:
        """The types of the events about an item, in the order in which they go out, a moderator's
        with the action.
        """
        wanted = item_id(APP, "post", id)
        announced = [
            each
            for each in self.deliveries()
            if each["endpoint"] == EVENTS and each["item_id"] == wanted
        ]
        ordered = sorted(announced, key=lambda each: each["sequence"])
        return [_named(event) for each in ordered for event in each["data"]["events"]]

    def _all(
        self, collection: Collection[D], order: str, equal: dict[str, str] | None = None
    ) -> list[D]:
        page = self.run(
            self.store.query(collection, app=APP, equal=equal, order=order, limit=1_000)
        )
        assert page.cursor is None
        return [document.data for document in page.documents]


def rule(
    id: str, scope: Scope, when: dict[str, Any], *actions: str, enabled: bool = True
) -> RuleDocument:
    return {
        "id": id,
        "version": 1,
        "name": id,
        "scope": scope,
        "when": when,
        "actions": list(actions),
        "position": 0,
        "enabled": enabled,
        "created_at": NOW,
        "updated_at": NOW,
    }


RULES = (
    rule("hide-bad", "post", {"type": "in_list", "lists": [BAD]}, "hide"),
    rule("ban-bad", "post", {"type": "in_list", "lists": [BAD]}, "ban"),
    rule("review-dubious", "post", {"type": "in_list", "lists": [DUBIOUS]}, FLAG_FOR_REVIEW),
    rule(
        "reported",
        "reported_post",
        {"type": "report_count", "operator": "gte", "value": 2},
        FLAG_FOR_REVIEW,
        "hide",
    ),
)


def _created(each: RuleDocument) -> Create[RuleDocument]:
    return Create(rule_key(APP, each["id"]), each)


def _named(event: dict[str, Any]) -> str:
    type = str(event["type"]).rpartition(".")[2]
    action = event.get("action")
    return f"{type} {action['type']}" if action else type


def _configuration() -> Sequence[Write]:
    lists = [block_list(name, name=name) for name in (BAD, DUBIOUS)]
    listed = {"block_list_config": {"rules": [{"name": BAD, "action": "remove"}]}}
    kept = policy("chat", config=listed)
    categories: list[ReportCategory] = [
        {"id": name, "name": name, "applies_to": "both", "created_at": NOW, "updated_at": NOW}
        for name in (SPAM, HATE)
    ]
    hook = webhook(event_types=["review_queue_item.new", "review_queue_item.updated"])
    ban = action("ban", carries_out=["ban"], reverses=["unban"])
    unban = action("unban", carries_out=["unban"], reverses=["ban"])
    return [
        *(Create(block_list_key(APP, each["id"]), each) for each in lists),
        Create(policy_key(APP, kept["id"]), kept),
        *(Create(report_category_key(APP, each["id"]), each) for each in categories),
        Create(webhook_key(APP, hook["id"]), hook),
        *(Create(action_key(APP, a["id"]), a) for a in (ban, unban, action("hide", kind="post"))),
    ]
