"""A second look at decisions, by another moderator who does not know the first."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from common.configuration.context import now
from common.domain.second_look import is_sampled
from common.domain.times import HOUR, to_rfc3339
from tests.functional.desk import BAD, Desk, desk, later
from tests.functional.inprocess import Answer
from tests.functional.staff import signed_in

_LOOKS = "/api/v1/second_looks"


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("looks") / "data") as made:
        settings = {"second_look_percent": {"default": 100}}
        assert made.send("PUT", "/api/v1/settings", settings).status == 201
        yield made


def _listed(bench: Desk, by: str = "ma") -> Any:
    answered = bench.server.call(bench.app, "GET", _LOOKS, query={"user_id": by})
    assert answered.status == 200, answered.text
    return answered.json()["second_looks"]


def _answer(bench: Desk, id: str, verdict: str = "keep", by: str = "ma") -> Answer:
    return bench.send("POST", f"{_LOOKS}/{id}", {"verdict": verdict, "user_id": by})


def _agreement(bench: Desk) -> Any:
    query = {"from": to_rfc3339(now() - HOUR), "to": to_rfc3339(now() + HOUR)}
    answered = bench.server.call(bench.app, "GET", "/api/v1/agreement", query=query)
    assert answered.status == 200, answered.text
    return answered.json()["policies"]


def _decided(bench: Desk, action: str, text: str) -> str:
    item = bench.flagged("ann", moderation_payload={"texts": [f"{BAD} {text}"]})
    bench.act(action, item["id"])
    return str(item["id"])


def test_another_sees_it_without_a_trace_of_the_first(bench: Desk) -> None:
    item = bench.flagged("ann", moderation_payload={"texts": [f"{BAD} one"]})
    bench.act("block", item["id"], user_id="zeno", block={"reason": "zebra"})
    (look,) = _listed(bench)
    assert look["content"]["texts"] == [f"{BAD} one"]
    assert look["policy"] == "default"
    told = json.dumps(look)
    for trace in ("zeno", "zebra", 'block"', "blocked", "remove", "act", "decided", "first"):
        assert trace not in told.replace("block_list", ""), trace
    assert _listed(bench, "zeno") == []


def test_what_two_say_is_compared_by_policy(bench: Desk) -> None:
    for action, text in (("block", "a"), ("block", "b"), ("mark_reviewed", "c")):
        _decided(bench, action, text)
    for look in _listed(bench):
        last = look["content"]["texts"][0][-1]
        assert _answer(bench, look["id"], "act" if last == "a" else "keep").status == 201
    (policy,) = _agreement(bench)
    assert (policy["policy"], policy["items"], policy["agreed"]) == ("default", 3, 2)
    assert policy["low"] <= policy["alpha"] <= policy["high"]
    assert policy["alpha"] == pytest.approx(1 - 5 * 2 / 18)
    assert _listed(bench) == []
    log = bench.server.call(bench.app, "GET", "/api/v1/log", query={"kind": "feedback"}).json()
    assert [entry["by"] for entry in log["entries"]] == ["ma"] * 3


def test_who_decided_first_cannot_look_again(bench: Desk) -> None:
    _decided(bench, "block", "x")
    (look,) = _listed(bench)
    before = bench.server.documents()
    assert _answer(bench, look["id"], by="mo").status == 403
    assert _answer(bench, look["id"], "perhaps").status == 400
    assert _answer(bench, "none").status == 404
    assert bench.server.documents() == before
    assert _answer(bench, look["id"]).status == 201
    assert _answer(bench, look["id"]).status == 400


def test_what_was_edited_or_decided_anew_is_looked_at_as_it_is(bench: Desk) -> None:
    id = _decided(bench, "block", "x")
    (look,) = _listed(bench)
    bench.act("unblock", id, user_id="ma")
    assert _listed(bench) == []
    assert [each["id"] for each in _listed(bench, "mo")] == [look["id"]]
    shown = bench.shown(id)
    named = {"entity_id": shown["entity_id"], "entity_creator_id": "ann"}
    bench.check("another text", **named)
    assert _listed(bench, "mo") == []
    assert _answer(bench, look["id"], by="mo").status == 409


def test_members_look_by_their_own_names(bench: Desk) -> None:
    mo = signed_in(bench.server, bench.app, "Mo")
    reader = signed_in(bench.server, bench.app, "Rea", "reader")
    _decided(bench, "block", "x")
    assert reader.call("GET", _LOOKS).status == 403
    (look,) = mo.call("GET", _LOOKS).json()["second_looks"]
    assert mo.call("POST", f"{_LOOKS}/{look['id']}", {"verdict": "act"}).status == 201
    assert mo.call("GET", "/api/v1/agreement").status == 403


def test_only_the_share_that_was_set_is_shown(bench: Desk) -> None:
    assert bench.send("PUT", "/api/v1/settings", {}).status == 201
    _decided(bench, "block", "x")
    assert _listed(bench) == []
    share = [is_sampled(f"look {number}", 10) for number in range(5_000)]
    assert 400 < sum(share) < 600
    assert share == [is_sampled(f"look {number}", 10) for number in range(5_000)]
    assert all(is_sampled(f"look {number}", 100) for number in range(100))


def test_only_decisions_of_the_time_are_compared(bench: Desk) -> None:
    with later(7_200):
        _decided(bench, "block", "x")
        (look,) = _listed(bench)
        assert _answer(bench, look["id"], "act").status == 201
    assert _agreement(bench) == []
    wrong = {"from": to_rfc3339(now()), "to": to_rfc3339(now() - HOUR)}
    answered = bench.server.call(bench.app, "GET", "/api/v1/agreement", query=wrong)
    assert answered.status == 400 and set(answered.json()["exception_fields"]) == {"to"}
