"""Decisions and effects under any delay of the queue: two apps are told the same, and only in one
of them does every message arrive at once and once.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from common.domain.item import item_id
from common.domain.reports import open_reports
from tests.desk import BAD, DUBIOUS, SPAM, Desk
from tests.factories import APP
from tests.full_size import STATEFUL_SECONDS, stateful

pytestmark = pytest.mark.timeout(STATEFUL_SECONDS)

posts = st.sampled_from(["p1", "p2"])
texts = st.sampled_from(["hello", "hello again", BAD, f"{BAD} {DUBIOUS}", DUBIOUS])
reporters = st.sampled_from(["r1", "r2", "r3"])
decisions = st.sampled_from(
    ["mark_reviewed", "delete_message", "restore", "block", "unblock", "escalate", "ban"]
)
AUTHOR = "ada"


class Orders(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.late, self.prompt = Desk(), Desk()
        self.known: set[str] = set()

    def teardown(self) -> None:
        if not hasattr(self, "late"):
            return
        try:
            self._compare()
        finally:
            self.late.close()
            self.prompt.close()

    def _both(self, told: Callable[[Desk], Any]) -> None:
        self.prompt.now = self.late.now
        told(self.late)
        told(self.prompt)
        self.prompt.hand_out_all()

    @rule(post=posts, text=texts)
    def check(self, post: str, text: str) -> None:
        if post in self.known and self._is_about_older_content(post):
            self.late.settle()
        self.known.add(post)
        self._both(lambda desk: desk.check(post, text, AUTHOR))

    @precondition(lambda self: self.known)
    @rule(post=posts, reporter=reporters, reviewable=st.booleans())
    def report(self, post: str, reporter: str, reviewable: bool) -> None:
        if post in self.known:
            self._both(lambda desk: desk.report(post, reporter, SPAM, reviewable=reviewable))

    @precondition(lambda self: self.known)
    @rule(post=posts, name=decisions)
    def decide(self, post: str, name: str) -> None:
        if post in self.known:
            self._both(lambda desk: desk.decide(name, post))
            self._reviewed(post, name)

    @precondition(lambda self: self.known)
    @rule(name=st.sampled_from(["ban", "unban"]))
    def decide_on_the_author(self, name: str) -> None:
        self._both(lambda desk: desk.decide(name, user=AUTHOR))

    @precondition(lambda self: self.late.queue.waiting)
    @rule(number=st.integers(0, 20), again=st.booleans())
    def hand_out(self, number: int, again: bool) -> None:
        self.late.hand_out(number, again=again)

    @rule()
    def lose_the_next(self) -> None:
        self.late.queue.loses += 1

    @rule()
    def sweep(self) -> None:
        self.late.sweep()

    def _is_about_older_content(self, post: str) -> bool:
        """Of several edits in a row only the first has its time, and reports of content that was
        decided on count for what it was edited into.
        """
        item = self.late.item(post)
        is_decided = "pending" in item and bool(item.get("decided_at"))
        return is_decided or "pending_labels" in item

    def _reviewed(self, post: str, name: str) -> None:
        if name == "escalate":
            return
        item = self.late.item(post)
        assert item.get("queue_reviewed") is not False, "it is decided on"
        assert item["reviewed_by"] == "mod"

    @invariant()
    def what_is_new_comes_first(self) -> None:
        for post in getattr(self, "known", ()):
            events = self.late.events(post)
            asked = [each for each in events if each in ("new", "updated")]
            assert asked[:1] in ([], ["new"]), events
            assert events.count("new") <= 1, events

    def _compare(self) -> None:
        self.late.settle()
        self.prompt.settle()
        for post in self.known:
            assert _item(self.late, post) == _item(self.prompt, post)
            subject = f"item:{item_id(APP, 'post', post)}"
            assert _distinct(self.late.calls(subject)) == _distinct(self.prompt.calls(subject))
            assert _decisions(self.late, post) == _decisions(self.prompt, post)
        assert self.late.calls(f"user:{AUTHOR}")[-1:] == self.prompt.calls(f"user:{AUTHOR}")[-1:]
        counts = ("flagged_count", "deleted_content_count", "banned", "ban_count")
        late, prompt = self.late.user(AUTHOR), self.prompt.user(AUTHOR)
        assert [late.get(name, 0) for name in counts] == [prompt.get(name, 0) for name in counts]


def _item(desk: Desk, post: str) -> dict[str, Any]:
    item = desk.item(post)
    assert "pending_since" not in item
    kept = ("recommended_action", "queue_reviewed", "reviewed_by", "latest_moderator_action")
    return {
        **{name: item.get(name) for name in kept},
        "deleted": "deleted_at" in item,
        "blocked": "blocked_at" in item,
        "decided": bool(item.get("decided_at")),
        "reports": open_reports(item),
    }


def _distinct(calls: list[str]) -> list[str]:
    """What is evaluated late may be evaluated once where it would have been several times."""
    return [name for name, _ in groupby(calls)]


def _decisions(desk: Desk, post: str) -> list[str]:
    return [each for each in desk.events(post) if " " in each]


TestOrders = Orders.TestCase
TestOrders.settings = stateful(full=400, small=20, steps=20)
