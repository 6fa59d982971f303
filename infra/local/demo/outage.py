"""The second act: the customer's server is down while moderators decide."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from infra.local.demo.client import Client
from infra.local.demo.outcome import Outcome
from infra.local.demo.receiver import Receiver
from infra.local.demo.setup import LABEL_POST, REMOVE_POST
from infra.local.demo.story import MOVER
from infra.local.demo.terminal import Progress

SECONDS = 6.0
POSTS = 3
_MODERATOR = "moderator"
_PAUSE = 0.25
_UNDONE_AFTER = 3.0
_OPEN = ("pending", "waiting")


@dataclass(slots=True)
class Outage:
    """`deliveries` in the order in which they were decided."""

    user: str
    items: list[str]
    deliveries: list[dict[str, Any]] = field(default_factory=list)

    def of(self, subject: str) -> list[dict[str, Any]]:
        return [each for each in self.deliveries if each["subject"] == subject]

    def done(self) -> int:
        return sum(each["state"] not in _OPEN for each in self.deliveries)


def play(
    client: Client, outcome: Outcome, receiver: Receiver, patience: float, progress: Progress
) -> Outage:
    """A ban and its lifting, and two decisions each on some posts, while nothing gets through."""
    moved = [item for item in outcome.queue if item["entity_creator_id"].startswith(f"{MOVER}-")]
    if not moved:
        return Outage("", [])
    outage = Outage(moved[0]["entity_creator_id"], [item["id"] for item in moved[:POSTS]])
    receiver.go_down()
    back = time.monotonic() + SECONDS
    _decide(client, "ban", {"target_user_id": outage.user, "reason": "leads people away"})
    for item in outage.items:
        for action in (LABEL_POST, REMOVE_POST):
            _decide(client, "custom", {"id": action}, item)
    time.sleep(_UNDONE_AFTER)
    _decide(client, "unban", {"target_user_id": outage.user})
    time.sleep(max(0.0, back - time.monotonic()))
    receiver.come_back()
    _wait(client, outage, patience, progress)
    return outage


def decisions() -> int:
    return 2 + 2 * POSTS


def _decide(client: Client, kind: str, options: dict[str, Any], item: str | None = None) -> None:
    body = {"action_type": kind, "user_id": _MODERATOR, kind: options}
    named = {"item_id": item} if item else {}
    client.stream("POST", "/moderation/submit_action", {**body, **named})


def _wait(client: Client, outage: Outage, patience: float, progress: Progress) -> None:
    moved, before = time.monotonic(), -1
    while True:
        outage.deliveries = list(_deliveries(client, outage))
        done = outage.done()
        progress.show(done, len(outage.deliveries))
        if done != before:
            moved, before = time.monotonic(), done
        if done >= decisions() or time.monotonic() - moved > patience:
            return
        time.sleep(_PAUSE)


def _deliveries(client: Client, outage: Outage) -> Iterator[dict[str, Any]]:
    for subject in (f"user:{outage.user}", *(f"item:{item}" for item in outage.items)):
        found = client.newest("/deliveries", "deliveries", {"subject": subject})
        decided = [each for each in found if "moderator_id" in each["why"]]
        yield from sorted(decided, key=lambda each: int(each["sequence"]))
