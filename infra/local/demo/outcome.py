"""What came of the story: rules from the moderation log, callbacks, the review queue."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from infra.local.demo.client import Client
from infra.local.demo.playing import Played
from infra.local.demo.setup import (
    ACTIONS,
    HIDE_POST,
    HIDE_REPORTED,
    LISTED_RULE,
    MOVING_RULE,
    REPORTED_RULE,
    RULES,
    SUSPEND_RULE,
    SUSPEND_USER,
)
from infra.local.demo.story import (
    REPORTS_NEEDED,
    SPAM_ALLOWED,
    SPAM_POSTS,
    SPAMMER,
    Story,
)
from infra.local.demo.terminal import Progress

_PAUSE = 0.25
_CLOCKS_DIFFER = 60.0
_FLAGGED = ("spammer", "mover")


@dataclass(slots=True)
class Outcome:
    """`fired` has the posts that each rule fired for, once for each time."""

    fired: dict[str, list[str]] = field(default_factory=dict)
    deliveries: list[dict[str, Any]] = field(default_factory=list)
    queue: list[dict[str, Any]] = field(default_factory=list)
    stats: dict[str, int] = field(default_factory=dict)
    unread: int = 0

    def delivered(self) -> int:
        return sum(each["state"] == "delivered" for each in self.deliveries)

    def of(self, action: str) -> list[dict[str, Any]]:
        return [each for each in self.deliveries if each["action_id"] == action]


@dataclass(frozen=True, slots=True)
class Wanted:
    """The posts that rules must fire for and callbacks be about, and how often at least; `users`
    are those that are flagged because engines flagged more than three of their posts.
    """

    rules: dict[str, set[str]]
    users: set[str]
    suspensions: int = SPAM_POSTS - SPAM_ALLOWED

    @classmethod
    def by(cls, story: Story) -> Wanted:
        rules = {
            LISTED_RULE: story.by("spammer"),
            MOVING_RULE: story.by("mover"),
            REPORTED_RULE: story.reported(REPORTS_NEEDED),
        }
        users = {message.author for message in story.messages if message.role in _FLAGGED}
        return cls(rules, users)

    def subjects(self) -> dict[str, set[str]]:
        return {
            HIDE_POST: self.rules[LISTED_RULE],
            HIDE_REPORTED: self.rules[REPORTED_RULE],
        }

    def queued(self) -> set[str]:
        return self.users.union(*self.rules.values())

    def callbacks(self) -> int:
        return sum(map(len, self.subjects().values())) + self.suspensions


def wait(
    client: Client,
    story: Story,
    played: Played,
    started: float,
    patience: float,
    progress: Progress,
) -> Outcome:
    """Until everything wanted is there, or nothing has moved for `patience` seconds."""
    wanted = Wanted.by(story)
    moved, before = time.monotonic(), (-1, -1)
    while True:
        outcome = _gather(client, story, played, started)
        state = (outcome.delivered(), sum(map(len, outcome.fired.values())))
        progress.show(outcome.delivered(), len(outcome.deliveries))
        if state != before:
            moved, before = time.monotonic(), state
        if is_complete(outcome, wanted) or time.monotonic() - moved > patience:
            break
        time.sleep(_PAUSE)
    _look_at_queue(client, story, outcome)
    return outcome


def is_complete(outcome: Outcome, wanted: Wanted) -> bool:
    fired = all(posts <= set(outcome.fired[rule]) for rule, posts in wanted.rules.items())
    enforced = all(
        posts <= about(outcome.of(action)) for action, posts in wanted.subjects().items()
    )
    suspended = min(len(outcome.fired[SUSPEND_RULE]), len(outcome.of(SUSPEND_USER)))
    return (
        fired
        and enforced
        and suspended >= wanted.suspensions
        and outcome.delivered() == len(outcome.deliveries)
    )


def about(deliveries: Iterable[dict[str, Any]]) -> set[str]:
    return {each["data"]["entity_id"] for each in deliveries}


def _gather(client: Client, story: Story, played: Played, started: float) -> Outcome:
    posts = {message.id for message in story.messages}
    outcome = Outcome({rule: [] for rule in RULES})
    for entry in _since(client, "/log", "entries", {"kind": "rule"}, "at", started):
        rule, post = entry["custom"].get("rule_id"), played.items.get(entry.get("item_id", ""))
        if rule in RULES and post is not None:
            outcome.fired[rule].append(post)
    for delivery in _since(client, "/deliveries", "deliveries", {}, "created_at", started):
        if delivery["action_id"] in ACTIONS and delivery["data"]["entity_id"] in posts:
            outcome.deliveries.append(delivery)
    return outcome


def _since(
    client: Client, path: str, name: str, query: dict[str, Any], field: str, started: float
) -> Iterator[dict[str, Any]]:
    for each in client.newest(path, name, query):
        if datetime.fromisoformat(each[field]).timestamp() < started - _CLOCKS_DIFFER:
            return
        yield each


def _look_at_queue(client: Client, story: Story, outcome: Outcome) -> None:
    authors = {message.author for message in story.messages}
    following: str | None = None
    while True:
        page = client.stream(
            "POST",
            "/moderation/review_queue",
            {
                "filter": {"reviewed": False, "entity_creator_id": {"$in": sorted(authors)}},
                "limit": 100,
                "exclude_default_action_config": True,
                **({"next": following} if following else {}),
            },
        )
        outcome.queue += page["items"]
        following = page.get("next")
        if not following:
            break
    outcome.stats = {kind: int(count) for kind, count in page["stats"].items()}
    outcome.unread = client.hive("GET", "/log", query={"limit": 1})["unread"]


def is_spammer(user: str) -> bool:
    return user.startswith(f"{SPAMMER}-")
