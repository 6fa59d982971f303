"""What content brings along, counted once each, allowed, denied, and asked for by rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from common.configuration.context import now
from common.domain.spam_string import MOST_ENTRIES, tally_key
from common.domain.times import SECOND
from common.moderation.spam.tallying import tally
from common.queue.messages import DueTally
from tests.functional.inprocess import App, Server, in_process

SPAM = "/api/v1/spam_strings"
OFFER = "Work from home and earn 5000 a week, ask me how"


class Spam:
    """An app whose content is counted as the queue would, after it has settled."""

    def __init__(self, server: Server, app: App) -> None:
        self.server, self.app = server, app
        self._number = 0

    def call(self, method: str, path: str, body: Any = None, **query: str) -> Any:
        answered = self.server.call(self.app, method, path, body, query=query)
        assert answered.status in (200, 201), answered.text
        return answered.json()

    def switch(self, **settings: Any) -> None:
        self.call("PUT", "/api/v1/settings", {"spam_manager": {"enabled": True, **settings}})

    def post(self, *texts: str, user: str = "ada", id: str | None = None) -> Any:
        self._number += 1
        body = {
            "entity_type": "post",
            "entity_id": id or f"p{self._number}",
            "entity_creator_id": user,
            "moderation_payload": {"texts": list(texts)},
        }
        return self.call("POST", "/api/v2/moderation/check", body)

    def count(self, turns: int = 20) -> None:
        store, key = self.server.context.store, tally_key(self.app.name)
        for _ in range(turns):
            (state,) = self.server.run(store.get([key]))
            assert state is not None
            due, idle = state.data["due_at"], state.data["idle"]
            at = now() + 20 * SECOND
            self.server.run(tally(self.server.context, DueTally(self.app.name, due), at))
            (state,) = self.server.run(store.get([key]))
            assert state is not None
            if state.data["idle"] > idle:
                return

    def seen(self, **asked: str) -> list[Any]:
        found: list[Any] = self.call("GET", SPAM, limit="100", **asked)["spam_strings"]
        return found

    def counts(self, **asked: str) -> dict[str, int]:
        return {each["value"]: each["count"] for each in self.seen(**asked)}

    def say(self, kind: str, value: str, verdict: str | None) -> Any:
        entry = {"kind": kind, "value": value, "verdict": verdict}
        return self.call("POST", f"{SPAM}/import", {"entries": [entry]})

    def lists(self, text: str) -> set[str]:
        """Of its two lists, those that rules find the text in."""
        for name in ("deny_list", "allow_list"):
            rule = {
                "name": name,
                "scope": "post",
                "when": {"type": "in_list", "lists": [name]},
                "actions": ["flag_for_review"],
            }
            self.call("PUT", f"/api/v1/rules/{name}", rule)
        return {rule["rule_id"] for rule in self.post(text)["triggered_rules"]}


@pytest.fixture
def spam(tmp_path: Any) -> Iterator[Spam]:
    with in_process(tmp_path / "data") as server:
        yield Spam(server, server.app("shop"))


def test_each_string_is_there_once_with_its_count(spam: Spam) -> None:
    spam.switch()
    spam.post("see https://www.Pills.example/buy?now=1 or mail me@pills.example")
    spam.post("http://pills.example/buy?now=1, call +1 202-555-0143", user="bob")
    spam.post("my number is +1 (202) 555 0143, or pills.example")
    spam.count()
    assert spam.counts(kind="domain") == {"pills.example": 3}
    assert spam.counts(kind="url") == {"pills.example/buy?now=1": 2}
    assert spam.counts(kind="phone") == {"+12025550143": 2}
    assert spam.counts(kind="email") == {"me@pills.example": 1}
    assert [each["count"] for each in spam.seen()] == [3, 2, 2, 1]
    (domain,) = spam.seen(kind="domain")
    posts = spam.call("GET", f"{SPAM}/{domain['id']}")["spam_string"]["posts"]
    assert [(each["entity_id"], each["user_id"]) for each in posts] == [
        ("p3", "ada"),
        ("p2", "bob"),
        ("p1", "ada"),
    ]
    assert domain["last_at"] == posts[0]["at"] and domain["first_at"] == posts[-1]["at"]


def test_a_text_is_there_once_a_second_content_has_it_and_then_proposed(spam: Spam) -> None:
    spam.switch(propose_from=3)
    spam.post(OFFER)
    spam.post("hello there")
    spam.post("hello there")
    spam.count()
    assert spam.seen(kind="text") == []
    spam.post(OFFER.upper().replace(",", " –") + "!!")
    spam.count()
    ((value, count),) = spam.counts(kind="text").items()
    assert (value.upper()[:13], count) == (OFFER.upper()[:13], 2)
    assert spam.seen(state="proposed") == []
    spam.post(OFFER)
    spam.count()
    assert spam.counts(state="proposed") == {value: 3}


def test_an_edit_and_a_repeated_message_count_nothing_twice(spam: Spam) -> None:
    spam.switch()
    spam.post("pills.example", id="one")
    spam.count()
    (state,) = spam.server.run(spam.server.context.store.get([tally_key(spam.app.name)]))
    spam.post("buy at pills.example today", id="one")
    spam.count()
    assert spam.counts() == {"pills.example": 1}
    assert state is not None
    again = DueTally(spam.app.name, state.data["due_at"])
    spam.server.run(tally(spam.server.context, again, now() + 60 * SECOND))
    assert spam.counts() == {"pills.example": 1}


def test_nothing_is_counted_where_it_is_off(spam: Spam) -> None:
    spam.post("pills.example")
    spam.switch()
    spam.count()
    assert spam.seen() == []
    spam.call("PUT", "/api/v1/settings", {})
    spam.post("pills.example")
    due = spam.server.run(spam.server.context.store.get([tally_key(spam.app.name)]))[0]
    assert due is not None
    message = DueTally(spam.app.name, due.data["due_at"])
    spam.server.run(tally(spam.server.context, message, now() + 60 * SECOND))
    assert spam.seen() == []


def test_many_contents_are_counted_over_several_turns(spam: Spam) -> None:
    spam.switch()
    for number in range(95):
        spam.post(f"shop{number}.example and pills.example")
    spam.count()
    assert spam.counts(kind="domain")["pills.example"] == 95
    assert len(spam.seen(kind="domain")) == 96


@pytest.mark.parametrize(
    ("kind", "value", "found", "other"),
    [
        ("domain", "pills.example", "go to www.PILLS.example/a", "go to spills.example"),
        ("domain", "https://pills.example/x", "shop.pills.example", "pills.example.org.uk"),
        ("url", "pills.example/buy", "see pills.example/buy?n=1", "see pills.example/buyers"),
        ("phone", "+1 202-555-0143", "call me: 202-555-0143", "call me: 202-555-0144"),
        ("email", "Me@pills.example", "mail me@pills.example now", "mail us@pills.example now"),
        ("text", OFFER, OFFER.upper() + "!", OFFER + " today"),
    ],
)
def test_rules_ask_for_what_is_denied(
    spam: Spam, kind: str, value: str, found: str, other: str
) -> None:
    answer = spam.say(kind, value, "deny")
    assert answer["changed"] == 1
    assert answer["lists"]["deny"] == {"entries": 1, "most": MOST_ENTRIES}
    assert spam.lists(found) == {"deny_list"}
    assert spam.lists(other) == set()
    spam.say(kind, value, "allow")
    assert spam.lists(found) == {"allow_list"}
    spam.say(kind, value, None)
    assert spam.lists(found) == set()


def test_a_denied_domain_covers_its_links(spam: Spam) -> None:
    spam.switch()
    spam.post("shop.pills.example/buy")
    spam.count()
    assert {each["covered_by"] for each in spam.seen()} == {None}
    spam.say("domain", "pills.example", "deny")
    covered = {each["value"]: each["covered_by"] for each in spam.seen()}
    assert covered == {
        "pills.example": None,
        "shop.pills.example": "pills.example",
        "shop.pills.example/buy": "pills.example",
    }


def test_a_verdict_on_what_was_seen_is_told_with_who_said_it(spam: Spam) -> None:
    spam.switch()
    spam.post("pills.example")
    spam.count()
    (seen,) = spam.seen()
    said = spam.call("POST", f"{SPAM}/{seen['id']}/verdict", {"verdict": "deny", "user_id": "mo"})
    assert (said["spam_string"]["state"], said["spam_string"]["decided_by"]) == ("deny", "mo")
    assert said["spam_string"]["count"] == 1
    spam.call("DELETE", f"{SPAM}/{seen['id']}")
    assert spam.lists("pills.example") == set()
    spam.count()
    assert [each["state"] for each in spam.seen()] == ["seen"]


def test_what_is_exported_is_imported(spam: Spam) -> None:
    entries = [
        {"kind": "domain", "value": "pills.example", "verdict": "deny"},
        {"kind": "email", "value": "me@pills.example", "verdict": "deny"},
        {"kind": "text", "value": OFFER, "verdict": "deny"},
    ]
    spam.call("POST", f"{SPAM}/import", {"entries": entries})
    exported = spam.call("GET", f"{SPAM}/export")
    assert exported["next"] is None
    other = Spam(spam.server, spam.server.app("other"))
    assert other.seen() == []
    assert other.call("POST", f"{SPAM}/import", {"entries": exported["entries"]})["changed"] == 3
    again = other.call("GET", f"{SPAM}/export")["entries"]
    by_kind = {each["kind"]: each for each in again}
    assert by_kind == {each["kind"]: each for each in entries}


def test_the_lists_are_changed_here_alone(spam: Spam) -> None:
    spam.say("domain", "pills.example", "deny")
    made = spam.server.call(
        spam.app, "POST", "/api/v2/blocklists", {"name": "allow_list", "words": ["x"]}
    )
    changed = spam.server.call(spam.app, "PUT", "/api/v2/blocklists/deny_list", {"words": []})
    gone = spam.server.call(spam.app, "DELETE", "/api/v2/blocklists/deny_list")
    for answered in (made, changed, gone):
        assert answered.status == 400
        assert [*answered.json()["exception_fields"]] == ["name"]
    assert spam.lists("pills.example") == {"deny_list"}


def test_a_full_list_refuses_one_more(spam: Spam) -> None:
    for start in range(0, MOST_ENTRIES, 1_000):
        entries = [
            {"kind": "domain", "value": f"s{start + n}.example", "verdict": "deny"}
            for n in range(1_000)
        ]
        spam.call("POST", f"{SPAM}/import", {"entries": entries})
    one = {"entries": [{"kind": "domain", "value": "more.example", "verdict": "deny"}]}
    refused = spam.server.call(spam.app, "POST", f"{SPAM}/import", one)
    assert refused.status == 400
    assert str(MOST_ENTRIES) in refused.json()["exception_fields"]["verdict"]
    assert spam.lists("more.example") == set()
