"""Every counter against a recount, after any checks, reports, decisions and messages."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from common.domain import history
from common.domain.action import action_key
from common.domain.flag import USER_REPORT
from common.domain.item import ITEMS, Item, author_of
from common.domain.reports import open_reports, reports_of, round_of
from common.domain.user import history_key
from common.store.store import Create
from tests.desk import BAD, DUBIOUS, HATE, SPAM, Desk
from tests.factories import APP, action
from tests.full_size import STATEFUL_SECONDS, stateful

pytestmark = pytest.mark.timeout(STATEFUL_SECONDS)

AUTHORS = ("ada", "bob")
posts = st.sampled_from([f"p{number}" for number in range(5)])
authors = st.sampled_from(AUTHORS)
texts = st.sampled_from(["hello", "hello again", BAD, DUBIOUS])
categories = st.sampled_from([(), (SPAM,), (HATE,), (SPAM, HATE)])
reporters = st.sampled_from(["", "r1", "r2"])
decisions = st.sampled_from(
    ["delete_message", "restore", "mark_reviewed", "block", "unblock", "delete_user", "ban"]
)


class Counters(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.desk = Desk()
        erase = action("erase", carries_out=["delete_user"])
        self.desk.configure(Create(action_key(APP, "erase"), erase))
        self.known: set[str] = set()

    def teardown(self) -> None:
        if not hasattr(self, "desk"):
            return
        try:
            self.desk.settle()
            self.all_is_as_recounted()
            for item in self._items():
                if "first_flagged_at" in item:
                    assert item.get("flagged_for", "") == author_of(item)
        finally:
            self.desk.close()

    @rule(post=posts, text=texts, author=authors)
    def check(self, post: str, text: str, author: str) -> None:
        self.known.add(post)
        self.desk.check(post, text, author)

    @rule(post=posts, reporter=reporters, named=categories, reviewable=st.booleans())
    def report(self, post: str, reporter: str, named: tuple[str, ...], reviewable: bool) -> None:
        self.known.add(post)
        self.desk.report(post, reporter, *named, reviewable=reviewable)

    @rule(post=posts, reporter=reporters)
    def take_back(self, post: str, reporter: str) -> None:
        if post in self.known and reporter:
            self.desk.unflag(post, reporter)

    @precondition(lambda self: self.known)
    @rule(post=posts, name=decisions, everything=st.booleans())
    def decide(self, post: str, name: str, everything: bool) -> None:
        if post not in self.known:
            return
        if name == "delete_user":
            for author in AUTHORS[: 1 + everything]:
                self.desk.decide(name, user=author, mark_messages_deleted=everything)
        elif name != "ban" or author_of(self.desk.item(post)):
            self.desk.decide(name, post)

    @precondition(lambda self: self.desk.queue.waiting)
    @rule(number=st.integers(0, 20), again=st.booleans())
    def hand_out(self, number: int, again: bool) -> None:
        self.desk.hand_out(number, again=again)

    @rule()
    def lose_the_next(self) -> None:
        self.desk.queue.loses += 1

    @invariant()
    def all_is_as_recounted(self) -> None:
        if not hasattr(self, "desk"):
            return
        items = self._items()
        for item in items:
            self._reports(item)
        flagged = Counter(item["flagged_for"] for item in items if item.get("flagged_for"))
        deleted = Counter(item["deleted_for"] for item in items if "deleted_at" in item)
        for author in AUTHORS:
            user = self.desk.user(author)
            assert user.get("flagged_count", 0) == flagged[author]
            assert user.get("deleted_content_count", 0) == deleted[author]
            self._history(author, items)

    def _items(self) -> list[Item]:
        page = self.desk.run(self.desk.store.query(ITEMS, app=APP, order="queue_id", limit=100))
        queued = {document.data["entity_id"]: document.data for document in page.documents}
        others = [self.desk.item(post) for post in self.known if post not in queued]
        return [*queued.values(), *others]

    def _reports(self, item: Item) -> None:
        kept = self.desk.flags(item["entity_id"], item["entity_type"])
        flags = [flag for flag in kept if not flag.get("is_engine")]
        assert item["flags_count"] == len(flags)
        reports = [flag for flag in flags if flag["type"] == USER_REPORT]
        ever = Counter(name for flag in reports for name in ("", *flag["categories"]))
        assert {name: count for name, count in reports_of(item).items() if count} == ever
        now = [set(flag["categories"]) for flag in reports if flag["round"] == round_of(item)]
        found = open_reports(item)
        for wanted in ({SPAM}, {HATE}, {SPAM, HATE}):
            assert found.count(frozenset(wanted)) == len([each for each in now if each & wanted])
        assert found.count(frozenset()) == len(now)

    def _history(self, author: str, items: list[Item]) -> None:
        expected: Counter[str] = Counter()
        for item in items:
            if item.get("counted_for") == author:
                expected.update(history.increments(item["counted_at"], item["counted_as"]))
        (kept,) = self.desk.run(self.desk.store.get([history_key(APP, author)]))
        counts = kept.data if kept else {}
        assert {name: count for name, count in counts.items() if count} == expected


TestCounters = Counters.TestCase
TestCounters.settings = stateful(full=400, small=20, steps=20)
