"""The counts of queues against a recount, after any checks, reports, decisions and changes of
queues, and any order and loss of messages.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from common.domain.errors import Invalid
from common.domain.filters import compile_filter
from common.domain.item import ITEMS, Item, author_of, is_queued, kind_of
from common.domain.queue import COUNTS, KINDS, WAITING, count_name, counted
from common.moderation.review import queue as review_queue
from common.moderation.review import queues
from common.moderation.review.counts import counts_of
from tests.desk import BAD, DUBIOUS, HATE, SPAM, Desk
from tests.factories import APP
from tests.full_size import STATEFUL_SECONDS, stateful

pytestmark = pytest.mark.timeout(STATEFUL_SECONDS)

posts = st.sampled_from([f"p{number}" for number in range(4)])
authors = st.sampled_from(["ada", "bob"])
texts = st.sampled_from(["hello", BAD, DUBIOUS, f"{BAD} again"])
categories = st.sampled_from([(), (SPAM,), (HATE,), (SPAM, HATE)])
reasons = st.sampled_from(["", "rude", "ugly"])
decisions = st.sampled_from(
    ["delete_message", "restore", "mark_reviewed", "block", "escalate", "de_escalate", "ban"]
)
FILTERS: tuple[dict[str, Any], ...] = (
    {},
    {"reviewed": False},
    {"reviewed": True},
    {"escalated": True},
    {"entity_creator_id": "ada", "reviewed": False},
    {"user_report_reason": "rude"},
    {"$nor": [{"user_report_reason": "ugly"}]},
    {"flags_count": 2},
    {"recommended_action": "remove", "reporter_type": "user"},
    {"latest_moderator_action": "ban"},
)
filters = st.sampled_from(FILTERS)
names = st.sampled_from(["one", "two", "three"])


class KeptCounts(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.desk = Desk()
        self.known: set[str] = set()
        self.made: dict[str, str] = {}

    def teardown(self) -> None:
        if not hasattr(self, "desk"):
            return
        try:
            self.desk.settle()
            self.desk.later(5 * int(self.desk.context.settings.config_ttl))
            self.desk.settle()
            self.all_is_as_recounted()
            self.no_count_is_of_what_is_gone()
        finally:
            self.desk.close()

    @rule(post=posts, text=texts, author=authors)
    def check(self, post: str, text: str, author: str) -> None:
        self.known.add(post)
        self.desk.check(post, text, author)

    @rule(post=posts, reporter=st.sampled_from(["r1", "r2"]), named=categories, reason=reasons)
    def report(self, post: str, reporter: str, named: tuple[str, ...], reason: str) -> None:
        self.known.add(post)
        self.desk.report(post, reporter, *named, reason=reason)

    @rule(post=posts, reporter=st.sampled_from(["r1", "r2"]))
    def take_back(self, post: str, reporter: str) -> None:
        if post in self.known:
            self.desk.unflag(post, reporter)

    @rule(post=posts, name=decisions)
    def decide(self, post: str, name: str) -> None:
        if post in self.known and (name != "ban" or author_of(self.desk.item(post))):
            self.desk.decide(name, post)

    @rule(name=names, wanted=filters)
    def make_queue(self, name: str, wanted: dict[str, Any]) -> None:
        fields: Any = {
            "name": name,
            "type": "operational_queue",
            "description": "",
            "filters": wanted,
            "sort": [],
            "created_by": "mod",
        }
        making = queues.create(self.desk.context, APP, fields, self.desk.later())
        try:
            self.made[name] = self.desk.run(making).queue["id"]
        except Invalid:
            assert name in self.made

    @precondition(lambda self: self.made)
    @rule(name=names, wanted=filters)
    def change_queue(self, name: str, wanted: dict[str, Any]) -> None:
        if name in self.made:
            given = {"filters": wanted}
            now = self.desk.later()
            changing = queues.update(self.desk.context, APP, self.made[name], None, given, now)
            self.desk.run(changing)

    @precondition(lambda self: self.made)
    @rule(name=names)
    def delete_queue(self, name: str) -> None:
        if name in self.made:
            id, now = self.made.pop(name), self.desk.later()
            self.desk.run(queues.delete(self.desk.context, APP, id, None, now))

    @rule()
    def ask_for_stats(self) -> None:
        self.desk.run(review_queue.stats(self.desk.context, APP, self.desk.later()))

    @precondition(lambda self: self.desk.queue.waiting)
    @rule(number=st.integers(0, 20), again=st.booleans())
    def hand_out(self, number: int, again: bool) -> None:
        self.desk.hand_out(number, again=again)

    @rule()
    def lose_the_next(self) -> None:
        self.desk.queue.loses += 1

    @invariant()
    def counts_are_those_of_the_items(self) -> None:
        if not hasattr(self, "desk"):
            return
        items = self._items()
        expected = Counter(name for item in items for name in item.get("counted_in", ()))
        found: Counter[str] = Counter()
        for shard in self._shards():
            found.update(shard)
        assert +expected == +found
        assert all(count >= 0 for count in found.values())
        for item in items:
            waits = item.get("queue_reviewed") is False
            assert ("waiting_since" in item) == waits
            assert (kind_of(item) in item.get("counted_in", ())) == waits

    def all_is_as_recounted(self) -> None:
        listed = self.desk.run(queues.list_all(self.desk.context, APP, None))
        assert {each.queue["id"] for each in listed} == set(self.made.values())
        views = {each.queue["view"]: each.queue["filters"] for each in listed}
        counts = self.desk.run(counts_of(self.desk.context, APP, [WAITING, *views]))
        for each in listed:
            matches = compile_filter(each.queue["filters"])
            found = [item for item in self._items() if matches(item)]
            waiting = [item for item in found if item.get("queue_reviewed") is False]
            assert (each.is_counting, each.count) == (False, len(found))
            kinds = Counter[str](kind_of(item) for item in found)
            assert counts.of(each.queue["view"]) == {kind: kinds[kind] for kind in KINDS}
            for item in self._items():
                is_in = each.queue["view"] in item.get("queue_views", ())
                assert is_in == (item in waiting)
        waits = Counter[str](kind_of(i) for i in self._items() if i.get("queue_reviewed") is False)
        assert counted(self._shards(), WAITING) == {kind: waits[kind] for kind in KINDS}
        stats = self.desk.run(review_queue.stats(self.desk.context, APP, self.desk.later()))
        assert (stats.counts, stats.is_complete) == ({k: waits[k] for k in KINDS}, True)

    def no_count_is_of_what_is_gone(self) -> None:
        listed = self.desk.run(queues.list_all(self.desk.context, APP, None))
        views = [WAITING, *(each.queue["view"] for each in listed)]
        allowed = {count_name(view, kind) for view in views for kind in KINDS}
        assert {name for shard in self._shards() for name in shard} <= allowed

    def _items(self) -> list[Item]:
        page = self.desk.run(self.desk.store.query(ITEMS, app=APP, order="queue_id", limit=100))
        found = [document.data for document in page.documents]
        assert all(is_queued(item) for item in found)
        return found

    def _shards(self) -> list[dict[str, Any]]:
        page = self.desk.run(self.desk.store.query(COUNTS, app=APP, limit=100))
        return [document.data for document in page.documents]


TestKeptCounts = KeptCounts.TestCase
TestKeptCounts.settings = stateful(full=400, small=25, steps=25)
