"""Mutes: whom they are of, what is read back, and how they end."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from common.domain.times import MINUTE
from tests.functional.announced import announced
from tests.functional.desk import V2, Desk, desk, later

_MUTE, _UNMUTE = f"{V2}/mute", f"{V2}/unmute"


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("mutes") / "data"
    with desk(folder, GAVEL_EGRESS_ALLOW="127.0.0.1") as made:
        known = {id: {"id": id, "name": id.title()} for id in ("ann", "bob", "cid")}
        made.done("POST", "/api/v2/users", {"users": known})
        yield made


def _mute(bench: Desk, *targets: str, **fields: Any) -> Any:
    return bench.done("POST", _MUTE, {"target_ids": targets, "user_id": "ann", **fields})


def _muted(answer: Any) -> list[str]:
    return [each["target"]["id"] for each in answer["own_user"]["mutes"]]


def test_users_are_muted_and_heard_again(bench: Desk) -> None:
    answer = _mute(bench, "bob", "cid", timeout=5)
    (first, second) = answer["mutes"]
    assert (first["user"]["id"], first["target"]["name"], second["target"]["id"]) == (
        "ann",
        "Bob",
        "cid",
    )
    assert first["expires"] - first["created_at"] == 5 * MINUTE
    assert _muted(answer) == ["bob", "cid"]
    assert "non_existing_users" not in answer
    assert bench.done("POST", _UNMUTE, {"target_ids": ["bob"], "user_id": "ann"}).keys() == {
        "duration"
    }
    again = _mute(bench, "cid")
    assert _muted(again) == ["cid"]
    assert again["mutes"][0]["created_at"] == second["created_at"]
    assert "expires" not in again["mutes"][0]


def _shown(bench: Desk, *ids: str) -> dict[str, list[str]]:
    payload = json.dumps({"filter_conditions": {"id": {"$in": ids}}})
    found = _asked(bench, "/api/v2/users", payload=payload)["users"]
    return {each["id"]: [mute["target"]["name"] for mute in each["mutes"]] for each in found}


def _asked(bench: Desk, path: str, **query: str) -> Any:
    return bench.server.call(bench.app, "GET", path, query=query).json()


def test_mutes_are_shown_with_who_made_them(bench: Desk) -> None:
    _mute(bench, "bob", timeout=1)
    _mute(bench, "cid")
    bench.done("POST", "/api/v2/users/block", {"user_id": "ann", "blocked_user_id": "bob"})
    assert {id: set(names) for id, names in _shown(bench, "ann", "bob").items()} == {
        "ann": {"Bob", "Cid"},
        "bob": set(),
    }
    ann = bench.done("POST", "/api/v2/users", {"users": {"ann": {"id": "ann"}}})["users"]["ann"]
    assert {mute["target"]["id"] for mute in ann["mutes"]} == {"bob", "cid"}
    assert {mute["user"]["id"] for mute in ann["mutes"]} == {"ann"}
    assert ann["blocked_user_ids"] == ["bob"]
    report = _asked(bench, f"{V2}/user_report", user_id="ann")
    assert len(report["user"]["mutes"]) == 2
    with later(61):
        assert _shown(bench, "ann") == {"ann": ["Cid"]}


def test_of_many_users_the_newest_mutes_are_shown(bench: Desk) -> None:
    others = [f"user{number:02}" for number in range(12)]
    bench.done("POST", "/api/v2/users", {"users": {id: {"id": id, "name": id} for id in others}})
    for id in others:
        _mute(bench, id)
    assert _shown(bench, "ann")["ann"] == others[::-1]
    assert _shown(bench, "ann", "bob")["ann"] == others[:1:-1]


def test_a_mute_ends_by_itself(bench: Desk) -> None:
    _mute(bench, "bob", timeout=1)
    with later(61):
        assert _muted(_mute(bench, "cid")) == ["cid"]


def test_whom_nobody_knows_is_named(bench: Desk) -> None:
    bench.check("hello", entity_creator_id="posted")
    answer = _mute(bench, "posted", "nobody")
    assert (_muted(answer), answer["non_existing_users"]) == (["posted"], ["nobody"])
    body = {"target_ids": ["nobody", "posted"], "user_id": "ann"}
    assert bench.done("POST", _UNMUTE, body)["non_existing_users"] == ["nobody"]


def test_the_older_path_names_one_or_many(bench: Desk) -> None:
    body = {"user_id": "ann", "timeout": 0}
    one = bench.done("POST", "/moderation/mute", {**body, "target_id": "bob"})
    assert one["mute"] == one["mutes"][0]
    assert one["mute"]["created_at"].endswith("Z")
    many = bench.done("POST", "/moderation/mute", {**body, "target_ids": ["bob", "cid"]})
    assert "mute" not in many and len(many["mutes"]) == 2
    bench.done("POST", "/moderation/unmute", {"user_id": "ann", "target_id": "bob"})
    assert _muted(_mute(bench, "cid")) == ["cid"]


def test_anybody_mutes_for_themselves_alone(bench: Desk) -> None:
    for path, body in (
        (_MUTE, {"target_ids": ["bob"]}),
        ("/moderation/mute", {"target_id": "cid"}),
    ):
        assert bench.send("POST", path, body, as_user=bench.app.user("cat")).status == 201
    nobody = bench.send("POST", _MUTE, {"target_ids": ["bob"]})
    assert set(nobody.json()["exception_fields"]) == {"user_id"}
    oneself = bench.send("POST", _MUTE, {"target_ids": ["ann"], "user_id": "ann"})
    assert set(oneself.json()["exception_fields"]) == {"target_ids"}
    assert _muted(_mute(bench, "bob")) == ["bob"]


def test_mutes_are_told(bench: Desk) -> None:
    types = ["user.muted", "user.unmuted"]
    hook = {"webhook_url": "http://127.0.0.1:9/", "event_types": types}
    bench.done("PATCH", "/api/v2/app", {"event_hooks": [hook]})
    _mute(bench, "bob", "cid")
    for _ in range(2):
        bench.done("POST", _UNMUTE, {"target_ids": ["bob"], "user_id": "ann"})
    events = announced(bench.server, bench.app)
    told = {each["type"]: [user["id"] for user in each["target_users"]] for each in events}
    assert told == {"user.muted": ["bob", "cid"], "user.unmuted": ["bob"]}
    assert len(events) == 2
