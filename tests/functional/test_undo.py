"""Undo: what a rule did is taken back, over HTTP, and the customer's server is told in order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import orjson
import pytest

from common.configuration.context import now
from common.delivery.deliveries import deliver
from common.domain.item import item_id
from common.queue.messages import DueDelivery
from tests.functional.background import finished, page
from tests.functional.desk import BAD, Desk, desk
from tests.receiver import Receiver, answer

_LISTED = {"type": "in_list", "lists": ["words"]}
_LONG_AGO = "2020-01-01T00:00:00Z"
_V2 = "/api/v2/moderation"
_numbers = count(1)


class Bench:
    """An app whose server hides and shows posts, bans and lets users back, and erases for good."""

    def __init__(self, made: Desk, receiver: Receiver) -> None:
        self.desk = made
        self.receiver = receiver
        for id, kind, more in (
            ("hide", "post", {}),
            ("show", "post", {"reverses": ["hide"]}),
            ("expel", "user", {"carries_out": ["ban"]}),
            ("admit", "user", {"carries_out": ["unban"]}),
            ("erase", "post", {"irreversible": True}),
            ("warn", "user", {}),
        ):
            receiver.always(f"/{id}", answer())
            body = {"name": id, "kind": kind, "url": receiver.url(f"/{id}"), **more}
            made.done("PUT", f"/api/v1/actions/{id}", body)

    def rule(self, id: str, *actions: str, **fields: Any) -> None:
        body = {"name": id, "scope": "post", "when": _LISTED, "actions": actions, **fields}
        self.desk.done("PUT", f"/api/v1/rules/{id}", body)

    def stream_rule(self, name: str, action: dict[str, Any]) -> str:
        body = {
            "name": name,
            "rule_type": "content",
            "conditions": [
                {"type": "text_content", "text_content_params": {"blocklist_match": ["words"]}}
            ],
            "action": action,
        }
        id: str = self.desk.done("POST", f"{_V2}/moderation_rule", body)["rule"]["id"]
        return id

    def bad(self, author: str = "ada", *, is_enforced: bool = True) -> str:
        """The id of an item for which the rules hold."""
        name = f"p{next(_numbers)}"
        self.desk.check(f"{BAD} {name}", entity_id=name, entity_creator_id=author)
        item = item_id(self.desk.app.name, "post", name)
        if is_enforced:
            self.desk.enforce(item)
        return item

    def deliveries(self, **query: Any) -> Any:
        query = {"limit": 100, **query}
        return self.get("deliveries", **query)["deliveries"]

    def get(self, path: str, **query: Any) -> Any:
        made = self.desk
        return made.server.call(made.app, "GET", f"/api/v1/{path}", query=query).json()

    def deliver(self) -> None:
        """All that is due, until nothing is."""
        made = self.desk
        while due := self.deliveries(state="pending"):
            for each in due:
                message = DueDelivery(made.app.name, each["id"])
                made.server.run(deliver(made.server.context, message, now()))

    def told(self) -> list[tuple[str, str]]:
        """What the app's server was told, in order: the action, and of whom or what."""
        found = []
        for received in self.receiver.requests:
            sent = orjson.loads(received.body)
            found.append((sent["action"], sent["subject"]))
        return found

    def undo(self, rule: str, **fields: Any) -> Any:
        body = {"rule_id": rule, "since": _LONG_AGO, "user_id": "lead", **fields}
        return self.desk.done("POST", "/api/v1/undos", body)["undo"]

    def undone(self, rule: str, **fields: Any) -> Any:
        """The undo, once it has ended."""
        id = self.undo(rule, preview=False, **fields)["id"]
        finished(self.desk.server, self.desk.app, id)
        undo = self.get(f"undos/{id}")["undo"]
        assert undo["status"] == "completed", undo
        return undo

    def queued(self) -> set[str]:
        found = self.desk.queue(filter={"reviewed": False})["items"]
        return {each["id"] for each in found}


@pytest.fixture(scope="module")
def receiver() -> Iterator[Receiver]:
    with Receiver() as made:
        yield made


@pytest.fixture
def bench(tmp_path: Path, receiver: Receiver) -> Iterator[Bench]:
    receiver.requests.clear()
    with desk(tmp_path / "data", GAVEL_EGRESS_ALLOW="127.0.0.1") as made:
        made.policy("default")
        yield Bench(made, receiver)


def test_a_preview_says_what_would_be_undone_and_does_nothing(bench: Bench) -> None:
    bench.rule("spam", "hide", "erase", "flag_for_review")
    for author in ("ada", "bob", "ada"):
        bench.bad(author)
    bench.deliver()
    before = bench.desk.server.documents()
    undo = bench.undo("spam")
    assert bench.desk.server.documents() == before
    assert (undo["id"], undo["status"]) == (None, "preview")
    found = undo["found"]
    assert (found["enforcements"], found["items"], found["users"]) == (3, 3, 2)
    assert found["actions"] == {"hide": 3, "erase": 3, "flag_for_review": 3}
    assert found["complete"] and len(found["sample"]) == 3
    assert undo["undone"] == {"hide": 3, "flag_for_review": 3}
    assert undo["not_undone"] == {"irreversible": 3}
    assert {each["action"] for each in undo["examples"]} == {"erase"}
    assert all(each["reason"] for each in undo["examples"])


def test_what_arrived_is_followed_by_what_reverses_it(bench: Bench) -> None:
    bench.rule("spam", "hide", "expel")
    item = bench.bad("ada")
    bench.deliver()
    assert sorted(bench.told()) == [("expel", "user:ada"), ("hide", f"item:{item}")]
    undo = bench.undone("spam", reason="it was wrong")
    assert undo["undone"] == {"hide": 1, "expel": 1} and undo["not_undone"] == {}
    assert (undo["by"], undo["reason"]) == ("lead", "it was wrong")
    bench.deliver()
    assert sorted(bench.told()[2:]) == [("admit", "user:ada"), ("show", f"item:{item}")]
    (show,) = bench.deliveries(action_id="show")
    assert show["why"]["undo_id"] == undo["id"] and show["why"]["rule_id"] == "spam"
    entries = bench.get("log", item_id=item)["entries"]
    (entry,) = [each for each in entries if each["type"] == "undone"]
    assert (entry["by"], entry["custom"]["undo_id"]) == ("lead", undo["id"])
    (done,) = bench.get("rule_effects", rule_id="spam")["enforcements"]
    assert entry["custom"]["enforcement"] == done["id"]
    assert done["undone"]["undo_id"] == undo["id"]


def test_a_second_undo_changes_nothing_more(bench: Bench) -> None:
    bench.rule("spam", "hide", "flag_for_review")
    bench.bad()
    bench.deliver()
    bench.undone("spam")
    bench.deliver()
    told = bench.told()
    again = bench.undone("spam")
    assert again["undone"] == {}
    assert again["not_undone"] == {"undone_already": 2}
    bench.deliver()
    assert bench.told() == told


def test_what_has_not_gone_out_is_closed(bench: Bench) -> None:
    bench.rule("spam", "hide", "warn")
    bench.bad()
    undo = bench.undone("spam")
    assert undo["undone"] == {"hide": 1, "warn": 1}, "what was never told needs no inverse"
    assert {each["state"] for each in bench.deliveries()} == {"cancelled"}
    bench.deliver()
    assert bench.told() == []


def test_what_has_no_inverse_is_named(bench: Bench) -> None:
    bench.rule("spam", "warn")
    bench.bad()
    bench.deliver()
    undo = bench.undone("spam")
    assert undo["undone"] == {} and undo["not_undone"] == {"no_inverse": 1}
    assert undo["examples"][0]["action"] == "warn"


def test_what_takes_a_second_person_is_left_to_one(bench: Bench) -> None:
    bench.rule("spam", "hide")
    rule = bench.stream_rule("Spam", {"type": "ban_user"})
    bench.bad()
    bench.deliver()
    show: dict[str, Any] = {"name": "show", "kind": "post", "url": bench.receiver.url("/show")}
    show |= {"reverses": ["hide"], "second_person": True}
    bench.desk.done("PUT", "/api/v1/actions/show", show)
    bench.desk.done("PUT", "/api/v1/settings", {"second_person_actions": ["unban"]})
    assert bench.undone("spam")["not_undone"] == {"second_person": 1}
    assert "second_person" in bench.undone(rule)["not_undone"]
    assert bench.desk.user("ada")["banned"]
    assert {action for action, _ in bench.told()} == {"hide", "expel"}


def test_a_rule_that_hit_a_subject_often_is_undone_by_one_call(bench: Bench) -> None:
    bench.rule("spam", "expel")
    for _ in range(3):
        bench.bad("ada")
    bench.deliver()
    assert bench.undone("spam")["undone"] == {"expel": 3}
    bench.deliver()
    assert [each for each in bench.told() if each[0] == "admit"] == [("admit", "user:ada")]


def test_a_moderator_s_decision_stands(bench: Bench) -> None:
    bench.rule("spam", "hide", "expel", "flag_for_review")
    kept, other = bench.bad("ada"), bench.bad("bob")
    bench.deliver()
    bench.desk.act("block", kept)
    bench.desk.act("ban", other, ban={"target_user_id": "bob"})
    bench.deliver()
    undo = bench.undone("spam")
    assert undo["not_undone"]["decided_since"] == 5
    bench.deliver()
    told = bench.told()
    assert ("show", f"item:{kept}") not in told and ("admit", "user:bob") not in told
    assert ("admit", "user:ada") in told, "the decision was on the post"


def test_what_another_rule_has_ordered_as_well_stands(bench: Bench) -> None:
    bench.rule("spam", "hide")
    bench.rule("scam", "hide")
    bench.bad()
    bench.deliver()
    undo = bench.undone("spam")
    assert undo["undone"] == {} and undo["not_undone"] == {"ordered_by_others": 1}
    assert bench.undone("scam")["not_undone"] == {"ordered_by_others": 1}
    assert bench.deliveries(action_id="show") == []


def test_an_undo_is_of_one_version_where_one_is_named(bench: Bench) -> None:
    bench.rule("spam", "hide")
    bench.bad()
    bench.rule("spam", "hide", position=5)
    second = bench.bad()
    bench.deliver()
    assert bench.undone("spam", version=2)["undone"] == {"hide": 1}
    bench.deliver()
    assert [each for each in bench.told() if each[0] == "show"] == [("show", f"item:{second}")]


def test_an_undo_reaches_back_to_its_time_alone(bench: Bench) -> None:
    bench.rule("spam", "hide")
    bench.bad()
    since = bench.get("rule_effects", rule_id="spam")["enforcements"][0]["at"]
    second = bench.bad()
    bench.deliver()
    later = bench.get("rule_effects", rule_id="spam")["enforcements"][0]["at"]
    assert later > since
    assert bench.undone("spam", since=later)["undone"] == {"hide": 1}
    bench.deliver()
    assert [each for each in bench.told() if each[0] == "show"] == [("show", f"item:{second}")]


def test_a_rule_s_flag_goes_and_the_item_leaves_the_queue(bench: Bench) -> None:
    bench.rule("spam", "flag_for_review")
    bench.rule("scam", "flag_for_review", enabled=False)
    alone = bench.bad("ada")
    bench.rule("scam", "flag_for_review")
    both = bench.bad("bob")
    assert bench.queued() == {alone, both}
    user = bench.desk.user("ada")
    assert user["flagged_count"] == 1
    bench.undone("spam")
    assert bench.queued() == {both}
    assert bench.desk.user("ada")["flagged_count"] == 0
    assert bench.desk.user("bob")["flagged_count"] == 1
    (flag,) = bench.desk.shown(both)["flags"]
    assert flag["reason"] == "scam"
    bench.undone("scam")
    assert bench.queued() == set()
    assert bench.desk.user("bob")["flagged_count"] == 0


def test_a_ban_by_a_rule_is_lifted(bench: Bench) -> None:
    rule = bench.stream_rule("Spam", {"type": "ban_user", "ban_options": {"reason": "spam"}})
    bench.bad("ada")
    bench.bad("bob")
    bench.deliver()
    assert bench.desk.user("ada")["banned"]
    assert bench.desk.act("unban", unban={"target_user_id": "bob"}) is None
    undo = bench.undone(rule)
    assert undo["undone"] == {"ban_user": 1}
    assert undo["not_undone"] == {"undone_already": 1}
    user = bench.desk.user("ada")
    assert (user["banned"], user["bans"], user["ban_count"]) == (False, [], 0)
    bench.deliver()
    assert ("admit", "user:ada") in bench.told()


def test_a_ban_that_another_rule_asks_for_as_well_stands(bench: Bench) -> None:
    first = bench.stream_rule("Spam", {"type": "ban_user"})
    bench.bad("ada")
    bench.stream_rule("Scam", {"type": "ban_user"})
    bench.bad("ada")
    undo = bench.undone(first)
    assert undo["not_undone"] == {"ordered_by_others": 1, "not_done": 1}
    assert bench.desk.user("ada")["banned"]


def test_what_a_rule_recommends_goes_back_to_the_policy(bench: Bench) -> None:
    rule = bench.stream_rule("Spam", {"type": "block_content"})
    item = bench.bad()
    assert bench.desk.shown(item)["recommended_action"] == "remove"
    assert bench.undone(rule)["undone"] == {"block_content": 1}
    assert bench.queued() == set()
    found = bench.desk.item("post", _entity(bench, item))
    assert found is not None and found["recommended_action"] == "keep"


def _entity(bench: Bench, item: str) -> str:
    entries = bench.get("log", item_id=item)["entries"]
    entity: str = entries[0]["entity_id"]
    return entity


def test_a_user_s_flag_goes(bench: Bench) -> None:
    rule = bench.stream_rule("Spam", {"type": "flag_user"})
    bench.bad("ada")
    assert len(bench.queued()) == 1
    assert bench.undone(rule)["undone"] == {"flag_user": 1}
    assert bench.queued() == set()


def test_what_is_held_is_dropped(bench: Bench) -> None:
    bench.rule("spam", "hide", cap_per_hour=0)
    bench.bad()
    assert bench.queued() != set(), "somebody is told"
    undo = bench.undone("spam")
    assert undo["undone"] == {"hide": 1, "flag_for_review": 1}
    assert bench.get("enforcements")["enforcements"] == []
    assert bench.queued() == set()


def test_an_undo_that_was_broken_off_goes_on(bench: Bench) -> None:
    bench.rule("spam", "hide")
    for number in range(30):
        bench.bad(f"u{number}")
    bench.deliver()
    id = bench.undo("spam", preview=False)["id"]
    page(bench.desk.server, bench.desk.app, id)
    halfway = bench.get(f"undos/{id}")["undo"]
    assert (halfway["status"], halfway["undone"]) == ("running", {"hide": 20})
    finished(bench.desk.server, bench.desk.app, id)
    assert bench.get(f"undos/{id}")["undo"]["undone"] == {"hide": 30}
    assert len(bench.deliveries(action_id="show")) == 30


def test_a_rule_that_is_deleted_can_be_undone(bench: Bench) -> None:
    bench.rule("spam", "flag_for_review")
    bench.bad()
    bench.desk.done("DELETE", "/api/v1/rules/spam")
    assert bench.undone("spam")["undone"] == {"flag_for_review": 1}


def test_strikes_and_what_they_led_to_are_taken_back(bench: Bench) -> None:
    done = bench.desk.done
    steps = [
        {"strikes": 2, "actions": [{"action": "hide"}, {"action": "flag_for_review"}]},
        {"strikes": 3, "actions": [{"action": "ban_user", "values": {"timeout": 60}}]},
    ]
    done("PUT", "/api/v1/strike_policies/spam", {"name": "Spam", "steps": steps})
    bench.rule("bad", "warn", strike={"policy": "spam"})
    done("POST", "/api/v2/users", {"users": {"ada": {"id": "ada"}}})
    done("POST", "/api/v1/users/ada/strikes", {"policy": "spam", "id": "mine"})
    for _ in range(2):
        bench.bad()
    bench.deliver()
    assert bench.desk.user("ada")["banned"] is True
    assert bench.get("users/ada/strikes")["totals"] == {"spam": 3}
    undo = bench.undone("bad")
    assert undo["undone"] == {"strike": 2, "hide": 1, "flag_for_review": 1, "ban_user": 1}
    assert undo["not_undone"] == {"no_inverse": 2}
    bench.deliver()
    assert bench.get("users/ada/strikes")["totals"] == {"spam": 1}, "a person gave that one"
    assert bench.desk.user("ada")["banned"] is False
    assert [action for action, _ in bench.told()].count("show") == 1
    again = bench.undone("bad")
    assert again["undone"] == {}
