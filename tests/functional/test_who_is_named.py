"""Who is named in a request and is not who counts: the answer says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from common.configuration.context import now
from common.moderation.enforcement.enforcements import enforce
from common.queue.messages import Trigger
from tests.functional.desk import V2, Desk, desk

_FLAG = {"entity_type": "post", "reason": "spam"}


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("named") / "data") as made:
        users = {id: {"id": id} for id in ("ann", "ben", "cat")}
        made.done("POST", "/api/v2/users", {"users": users})
        yield made


def test_a_flag_does_not_say_who_made_what_is_known(bench: Desk) -> None:
    bench.check("hello", entity_id="known", entity_creator_id="ann")
    flag = {**_FLAG, "entity_id": "known", "user_id": "rea"}
    told = bench.done("POST", f"{V2}/flag", {**flag, "entity_creator_id": "ben"})
    assert told["not_in_effect"] == ["entity_creator_id"]
    assert bench.shown(told["item_id"])["entity_creator_id"] == "ann"
    for same in ("ann", ""):
        told = bench.done("POST", f"{V2}/flag", {**flag, "entity_creator_id": same})
        assert "not_in_effect" not in told
    decided = bench.decide("flag", flag={**_FLAG, "entity_id": "known", "entity_creator_id": "ben"})
    assert decided.json()["not_in_effect"] == ["flag.entity_creator_id"]
    custom = {
        **{name: value for name, value in flag.items() if name != "reason"},
        "entity_creator_id": "ben",
        "moderation_payload": {"texts": ["hello"]},
        "flags": [{"type": "custom_check_text"}],
    }
    told = bench.done("POST", f"{V2}/custom_check", custom)
    assert told["not_in_effect"] == ["entity_creator_id"]


def test_it_says_it_of_what_is_not_known(bench: Desk) -> None:
    flag = {**_FLAG, "entity_id": "new", "user_id": "rea", "entity_creator_id": "ann"}
    told = bench.done("POST", f"{V2}/flag", flag)
    assert "not_in_effect" not in told
    assert bench.shown(told["item_id"])["entity_creator_id"] == "ann"


@pytest.mark.parametrize(
    ("path", "body"),
    [
        (f"{V2}/flag", {**_FLAG, "entity_id": "one"}),
        ("/moderation/flag", {"target_message_id": "m"}),
        (f"{V2}/mute", {"target_ids": ["ben"]}),
        ("/moderation/mute", {"target_id": "ben"}),
        ("/users/block", {"blocked_user_id": "ben"}),
    ],
)
def test_the_tokens_user_acts_whoever_else_is_named(bench: Desk, path: str, body: Any) -> None:
    token = bench.app.user("ann")
    told = bench.send("POST", path, {**body, "user_id": "cat"}, as_user=token)
    assert (told.status, told.json().get("not_in_effect")) == (201, ["user_id"])
    told = bench.send("POST", path, {**body, "user_id": "ann"}, as_user=token)
    assert (told.status, told.json().get("not_in_effect")) == (201, None)


def test_a_decision_is_later_than_what_it_decides(bench: Desk) -> None:
    """`enforce` may have been faster than the request of which the decision is."""
    item = bench.flagged("ann")
    soon = now() + 50_000_000
    bench.server.run(enforce(bench.server.context, Trigger(bench.app.name, item["id"]), soon))
    bench.act("mark_reviewed", item["id"])
    assert [each["type"] for each in bench.shown(item["id"])["actions"]] == [
        "mark_reviewed",
        "flag",
    ]
