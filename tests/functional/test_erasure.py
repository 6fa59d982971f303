"""A person's data, erased: nothing has them afterwards, and the receipt says so."""

from __future__ import annotations

import base64
import contextlib
import json
from collections.abc import Iterator
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from common.domain.delivery import DELIVERIES
from common.domain.times import MINUTE
from common.moderation.background.erasure import deliveries
from common.store.sqlite.store import SqliteStore
from common.store.store import Conflict, Unavailable
from tests.functional.desk import BAD, Desk, desk
from tests.functional.erasing import ANN, WORDS, erase, finish, plant, turn

_IDS = st.text("abXY019-_@.:|+é", min_size=6, max_size=24)
_SAID = st.text("abc XY\"\\/<>&'éß漢😀%_", min_size=1, max_size=30)


@pytest.fixture(params=["false", "true"], ids=["plain", "encrypted"])
def bench(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Desk]:
    data = tmp_path_factory.mktemp("erased") / "data"
    with desk(data, GAVEL_ENCRYPT_CONTENT=request.param) as made:
        yield made


def kept(bench: Desk) -> set[tuple[str, str]]:
    """What there is, by collection and id."""
    return {(row[1], row[2]) for row in bench.server.documents(bench.app.name)}


def stored(bench: Desk) -> str:
    return json.dumps([list(map(str, row)) for row in bench.server.documents()])


def test_nothing_has_who_was_erased(bench: Desk) -> None:
    plant(bench)
    assert ANN in stored(bench) and WORDS in stored(bench)
    told = erase(bench)
    for needle in (ANN, WORDS, "mail", WORDS.replace(" ", "-"), WORDS.replace(" ", "_")):
        rows = [row for row in bench.server.documents() if needle in str(row)]
        assert rows == [], needle
    receipt = told["signed"]["receipt"]
    assert {each["place"]: each["left"] for each in receipt["places"] if each["left"]} == {}
    assert [each for each in receipt["files"] if each["found"]] == []
    assert {each["file"] for each in receipt["files"]} >= {"store.db"}
    is_encrypted = bench.server.context.data_keys.is_on
    assert receipt["data_key"] == ("dropped" if is_encrypted else "none")


def test_a_receipt_can_be_checked_by_anybody(bench: Desk) -> None:
    plant(bench)
    signed = erase(bench)["signed"]
    key = Ed25519PublicKey.from_public_bytes(
        base64.b64decode(signed["public_key"].removeprefix("whpk_"))
    )
    text = json.dumps(signed["receipt"], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    key.verify(base64.b64decode(signed["signature"]), text.encode())


def test_asked_again_it_is_the_same_until_there_is_something_again(bench: Desk) -> None:
    plant(bench)
    first = erase(bench)
    again = bench.send("DELETE", f"/api/v1/users/{ANN}/data").json()
    assert (again["id"], again["status"]) == (first["id"], "completed")
    assert again["signed"] == first["signed"]
    plant(bench)
    anew = bench.send("DELETE", f"/api/v1/users/{ANN}/data").json()
    assert (anew["id"], anew["status"]) == (first["id"], "running")
    assert finish(bench, anew["id"])["signed"] != first["signed"]
    assert not any(ANN in str(row) for row in bench.server.documents())


def test_broken_off_at_each_commit_it_comes_to_the_same(
    bench: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each commit fails once before it is done, and is done once without anybody hearing of it."""
    plant(bench)
    ordered = bench.send("DELETE", f"/api/v1/users/{ANN}/data").json()
    before = bench.server.snapshot()
    receipt = finish(bench, ordered["id"])["signed"]["receipt"]
    whole = kept(bench)
    bench.server.restore(before)
    commit, failing = SqliteStore.commit, {"before": 0, "after": 0}

    async def breaking(self: SqliteStore, writes: Any, messages: Any = ()) -> None:
        if failing["before"] <= failing["after"]:
            failing["before"] += 1
            raise Unavailable("broken off before")
        await commit(self, [*writes], [*messages])
        failing["after"] += 1
        raise Unavailable("broken off after")

    monkeypatch.setattr(SqliteStore, "commit", breaking)
    told: Any = ordered
    for _ in range(1_000):
        with contextlib.suppress(Unavailable, Conflict):
            turn(bench, ordered["id"])
        told = bench.done("GET", f"/api/v1/erasures/{ordered['id']}")
        if told["status"] == "completed":
            break
    monkeypatch.undo()
    assert failing["after"] > 10
    assert kept(bench) == whole
    assert not any(ANN in str(row) or WORDS in str(row) for row in bench.server.documents())
    again = told["signed"]["receipt"]
    assert [each for each in again["places"] if each["left"]] == []
    assert {**again, "completed_at": ""} == {**receipt, "completed_at": ""}


def test_who_cannot_be_told_is_given_up_and_nothing_of_them_waits(
    bench: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deliveries, "LONGEST", 3 * MINUTE)
    hook = {"webhook_url": "https://hooks.example/gone", "enabled": True, "event_types": []}
    bench.done("PATCH", "/api/v2/app", {"event_hooks": [hook]})
    plant(bench)
    told = erase(bench)
    assert not any(ANN in str(row) or WORDS in str(row) for row in bench.server.documents())
    page = bench.server.run(bench.server.context.store.query(DELIVERIES, app=bench.app.name))
    events = [
        event["type"]
        for each in page.documents
        for event in each.data["data"].get("events", ())
        if each.data["state"] == "pending"
    ]
    assert "user.data_erased" in events
    assert "user.data_erasing" not in events
    assert [each for each in told["signed"]["receipt"]["places"] if each["left"]] == []


def test_others_words_stay_and_are_counted(bench: Desk) -> None:
    plant(bench)
    kept_item = bench.flagged("ben", moderation_payload={"texts": [f"{BAD}, {ANN}: {WORDS} name"]})
    receipt = erase(bench)["signed"]["receipt"]
    assert ANN in bench.shown(kept_item["id"])["moderation_payload"]["texts"][0]
    (of_items,) = [each for each in receipt["places"] if each["place"] == "item"]
    assert (of_items["left"], of_items["stays"]) == (0, 1)
    assert of_items["why"].startswith("words of others")


def test_of_a_decision_its_skeleton_stays(bench: Desk) -> None:
    plant(bench)
    told = erase(bench)
    asked = {"user_id": told["person"]}
    log = bench.server.call(bench.app, "GET", "/api/v1/log", query=asked).json()["entries"]
    bans = [each for each in log if each["type"] == "ban"]
    assert [(each["by"], each["result"]) for each in bans] == [("mo", "done")]


def test_what_is_left_of_a_person_is_what_the_app_has_named(bench: Desk) -> None:
    kinds = {"action": {"name": "tell", "kind": "user", "url": "https://app.example/tell"}}
    bench.done("PUT", "/api/v1/actions/tell", kinds["action"])
    for keeps in ([], ["decisions", "deliveries", "appeals"]):
        bench.done("PUT", "/api/v1/settings", {"erasure_keeps": keeps})
        plant(bench)
        item = bench.item("post", f"{ANN}-post0")
        assert item is not None
        bench.act("custom", item["id"], custom={"id": "tell", "options": {}})
        told = erase(bench)
        assert told["signed"]["receipt"]["keeps"] == sorted(keeps)
        asked = {"user_id": told["person"]}
        log = bench.server.call(bench.app, "GET", "/api/v1/log", query=asked).json()["entries"]
        assert ("ban" in {each["type"] for each in log}) == ("decisions" in keeps)
        found = {row[1] for row in bench.server.documents(bench.app.name)}
        assert ("appeal" in found) == ("appeals" in keeps)
        sent = asked_deliveries(bench)
        assert (len(sent) > 0) == ("deliveries" in keeps)
        assert not any(ANN in str(row) or WORDS in str(row) for row in bench.server.documents())


def asked_deliveries(bench: Desk) -> list[Any]:
    """Of the app's action."""
    page = bench.server.run(bench.server.context.store.query(DELIVERIES, app=bench.app.name))
    return [each for each in page.documents if each.data["action_id"] == "tell"]


@settings(
    max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(id=_IDS, said=_SAID)
def test_whoever_it_is_and_whatever_they_said(bench: Desk, id: str, said: str) -> None:
    before = bench.server.snapshot()
    try:
        known = bench.send("POST", "/api/v2/users", {"users": {id: {"id": id}}})
        assume(known.status == 201 and any(map(str.isdigit, id)))
        # Digits alone are in times.
        assume(not id.isdecimal())
        plant(bench, id, f"{WORDS} {said}")
        receipt = erase(bench, id)["signed"]["receipt"]
        for row in bench.server.documents():
            texts = json.dumps(row, ensure_ascii=False) + str(row)
            assert WORDS not in texts and id not in texts, row
        assert [each for each in receipt["places"] if each["left"]] == []
    finally:
        bench.server.restore(before)
