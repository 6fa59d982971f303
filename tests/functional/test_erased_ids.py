"""Ids of people who were erased: anew a person's, or refused as long as there is the receipt."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import orjson
import pytest

from tests.functional import bad_bodies
from tests.functional.desk import V2, Desk, desk
from tests.functional.erasing import ANN, WORDS, erase, finish, plant, turn
from tests.functional.facades import SUGGEST
from tests.functional.retaining import SETTINGS

_HIVE = {"text_data": "said again", "post_id": "again"}


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("erased_ids") / "data") as made:
        yield made


def _refused(bench: Desk, method: str, path: str, body: Any) -> dict[str, str]:
    answer = bench.send(method, path, body)
    assert answer.status == 400, answer.text
    fields: dict[str, str] = answer.json()["exception_fields"]
    return fields


def _checked(creator: str, **fields: Any) -> dict[str, Any]:
    payload = {"texts": ["said again"]}
    return {
        "entity_type": "post",
        "entity_id": "again",
        "entity_creator_id": creator,
        "moderation_payload": payload,
        **fields,
    }


def test_they_are_refused_by_name_and_nothing_of_them_is_kept(bench: Desk) -> None:
    bench.done("PUT", SETTINGS, {"erased_ids": "refuse"})
    plant(bench)
    other = bench.flagged("ben")
    erase(bench)
    flag = {"entity_type": "post", "entity_id": other["entity_id"], "user_id": ANN}
    named = {"entity_type": "stream:user", "entity_id": ANN}
    of_user = {**named, "user_id": "ben"}
    profile = {"id": ANN, "name": WORDS}
    for method, path, body, field in (
        ("POST", f"{V2}/check", _checked(ANN), "entity_creator_id"),
        (
            "POST",
            f"{V2}/check",
            _checked("", entity_type="stream:user", entity_id=ANN),
            "entity_id",
        ),
        ("POST", f"{V2}/flag", flag, "user_id"),
        ("POST", f"{V2}/flag", of_user, "entity_id"),
        ("POST", "/api/v2/users", {"users": {ANN: profile}}, f"users.{ANN}.id"),
        (
            "PATCH",
            "/api/v2/users",
            {"users": [{"id": "ben", "set": {}}, {"id": ANN, "set": {"name": WORDS}}]},
            "users.1.id",
        ),
        ("POST", f"{V2}/labels", {"content": WORDS, "content_type": "text", "user_id": ANN}, ""),
    ):
        found = _refused(bench, method, path, body)
        assert field in found or not field, (path, found)
    for score in (SUGGEST, SUGGEST.replace("suggestscore", "analyze")):
        body = {**bad_bodies.VALID["suggest_comment_score"], "sessionId": ANN}
        if score != SUGGEST:
            body = {**bad_bodies.VALID["analyze_comment"], "sessionId": ANN}
        target = f"{score}?key={bench.app.credentials.score_key}"
        answered = bench.server.raw("POST", target, {}, orjson.dumps(body))
        assert answered.status == 400 and "sessionId" in answered.text, answered.text
    hive = bench.server.call(bench.app, "POST", "/api/v1/task/sync", {**_HIVE, "user_id": ANN})
    assert hive.status == 400 and "user_id" in hive.text
    assert not any(ANN in str(row) or WORDS in str(row) for row in bench.server.documents())
    bench.check("said by another", entity_creator_id="ben")


def test_left_as_it_is_who_comes_again_is_a_new_person(bench: Desk) -> None:
    assert bench.done("GET", SETTINGS)["settings"]["erased_ids"] == "new_person"
    plant(bench)
    erase(bench)
    assert bench.done("POST", f"{V2}/check", _checked(ANN))["status"] == "complete"
    bench.done("PUT", SETTINGS, {"erased_ids": "refuse"})
    assert bench.done("PUT", SETTINGS, {})["settings"]["erased_ids"] == "refuse"
    assert _refused(bench, "POST", f"{V2}/check", _checked(ANN)) == {
        "entity_creator_id": "is the id of somebody whose data was erased, and the app has set "
        "that such are refused"
    }


def test_a_legal_hold_stops_an_erasure_that_goes_on(bench: Desk) -> None:
    bench.done("PUT", SETTINGS, {"erased_ids": "refuse"})
    plant(bench)
    hold, data = f"/api/v1/holds/users/{ANN}", f"/api/v1/users/{ANN}/data"
    ordered = bench.send("DELETE", data).json()["id"]
    bench.done("PUT", hold, {"reason": "a court asks"})
    turn(bench, ordered)
    assert bench.done("GET", f"/api/v1/erasures/{ordered}")["status"] == "held"
    assert bench.send("POST", f"{data}/export").status == 201
    refused = {"target_user_id": ANN, "banned_by_id": "mo"}
    assert _refused(bench, "POST", f"{V2}/ban", refused).keys() == {"target_user_id"}
    bench.done("DELETE", hold)
    finish(bench, ordered)
    assert _refused(bench, "PUT", hold, {"reason": "a court asks"}).keys() == {"id"}
    assert bench.send("DELETE", data).json()["id"] == ordered
    named = bench.server.call(bench.app, "DELETE", data, query={"user_id": ANN})
    assert named.status == 400 and named.json()["exception_fields"].keys() == {"user_id"}
    assert not any(ANN in str(row) for row in bench.server.documents())
