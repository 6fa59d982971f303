"""Rules explained as of an evaluation of which it was kept what they saw."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from common.domain.item import item_id
from tests.functional.desk import BAD, Desk, desk

_LISTED = {"type": "in_list", "lists": ["words"]}
_LONG = {"type": "text_length", "operator": "gte", "value": 20}
_BUSY = {"type": "post_count", "operator": "gte", "value": 2, "window": "1h"}


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Desk]:
    with desk(tmp_path / "data") as made:
        made.policy("default")
        yield made


def _put(bench: Desk, id: str, when: Any, **fields: Any) -> None:
    body = {"name": id, "scope": "post", "when": when, "actions": ["flag_for_review"], **fields}
    bench.done("PUT", f"/api/v1/rules/{id}", body)


def _posted(bench: Desk, text: str, id: str = "p", by: str = "ann") -> str:
    bench.check(text, entity_id=id, entity_creator_id=by)
    item = item_id(bench.app.name, "post", id)
    bench.enforce(item)
    return item


def _explained(bench: Desk, path: str, **query: Any) -> Any:
    before = bench.server.documents()
    answer = bench.server.call(bench.app, "GET", path, query=query)
    assert bench.server.documents() == before
    assert answer.status == 200, answer.text
    return {name: value for name, value in answer.json().items() if name != "duration"}


def _of_item(bench: Desk, item: str, **query: Any) -> Any:
    return _explained(bench, f"/api/v1/items/{item}/rules", **query)


def _refused(bench: Desk, status: int, path: str, **query: Any) -> dict[str, str]:
    answer = bench.server.call(bench.app, "GET", path, query=query)
    assert answer.status == status, answer.text
    fields: dict[str, str] = answer.json()["exception_fields"]
    return fields


def _by_id(answer: Any) -> dict[str, Any]:
    return {each["rule_id"]: each for each in answer["rules"]}


def test_an_item_is_explained_as_it_was_evaluated(bench: Desk) -> None:
    _put(bench, "long", _LONG)
    _put(bench, "busy", _BUSY)
    item = _posted(bench, "a text that is rather long")
    first = _of_item(bench, item)["as_of"]
    _posted(bench, "short", id="another")
    _posted(bench, "short")
    now = _by_id(_of_item(bench, item))
    assert (now["long"]["holds"], now["busy"]["holds"]) == (False, True)
    assert "fired" not in now["long"]
    then = _of_item(bench, item, revision=1)
    assert then["evaluation"]["item_id"] == item and then["evaluation"]["user_id"] == "ann"
    assert (then["evaluation"]["revision"], then["as_of"]) == (1, then["evaluation"]["at"])
    rules = _by_id(then)
    assert (rules["long"]["holds"], rules["busy"]["holds"]) == (True, False)
    assert rules["long"]["clause"]["values"] == {"characters": 26}
    assert rules["busy"]["nearest_miss"]["seen"] == 1
    assert rules["long"]["fired"] == {"rule_version": 1, "quiet": False}
    assert "fired" not in rules["busy"]
    assert _of_item(bench, item, as_of=first) == then
    assert _of_item(bench, item, as_of=then["as_of"]) == then
    latest = _of_item(bench, item)["as_of"]
    assert _of_item(bench, item, as_of=latest)["evaluation"]["revision"] == 2
    effects = _explained(bench, "/api/v1/rule_effects", rule_id="long")["enforcements"]
    assert [each["revision"] for each in effects] == [1], "where the number is from"


def test_what_fired_is_explained_in_the_version_that_did(bench: Desk) -> None:
    _put(bench, "changed", _LISTED)
    _put(bench, "gone", _LISTED, position=5)
    _put(bench, "kept", _LONG, position=9)
    item = _posted(bench, BAD)
    _put(bench, "changed", _LONG)
    bench.done("DELETE", "/api/v1/rules/gone")
    changed, gone, kept = _of_item(bench, item, revision=1)["rules"]
    assert (changed["rule_version"], changed["holds"]) == (1, True)
    assert changed["clause"]["type"] == "in_list"
    assert (gone["rule_id"], gone["holds"]) == ("gone", True)
    assert (kept["rule_id"], kept["holds"]) == ("kept", False)
    assert [each["rule_id"] for each in _of_item(bench, item)["rules"]] == ["changed", "kept"]
    shown: list[str] = []
    cursor: dict[str, str] = {}
    while True:
        page = _of_item(bench, item, revision=1, limit=1, **cursor)
        shown += [each["rule_id"] for each in page["rules"]]
        if page["next"] is None:
            break
        cursor = {"cursor": page["next"]}
    assert shown == ["changed", "gone", "kept"]


def test_what_was_not_kept_is_named_and_settles_nothing(bench: Desk) -> None:
    steps = [{"strikes": 9, "actions": [{"action": "flag_for_review"}]}]
    policy = {"name": "S", "expires_after": 9, "steps": steps}
    bench.done("PUT", "/api/v1/strike_policies/s", policy)
    _put(bench, "listed", _LISTED)
    _put(bench, "long", _LONG)
    item = _posted(bench, BAD)
    few = {"type": "strikes", "policy": "s", "operator": "lt", "value": 2}
    _put(bench, "few", few)
    _put(bench, "either", {"type": "any", "conditions": [few, _LISTED]})
    _put(bench, "both", {"type": "all", "conditions": [few, _LISTED]})
    answer = _of_item(bench, item, revision=1)
    assert "strikes" in answer["evaluation"]["missing"]
    rules = _by_id(answer)
    for id, holds in (("few", None), ("either", True), ("both", None), ("long", False)):
        assert rules[id]["holds"] is holds, id
        assert rules[id].get("missing") == (None if id == "long" else ["strikes"])
    assert rules["few"]["clause"]["why"] == ["not kept: strikes"]
    assert rules["few"]["clause"]["values"] == {}
    listed = rules["both"]["clause"]["parts"][1]
    assert (listed["holds"], listed["values"]) == (True, {"words": True})


def test_a_user_is_explained_as_they_were(bench: Desk) -> None:
    _put(bench, "busy", _BUSY, scope="user")
    _put(bench, "posts", _LONG)
    _posted(bench, "one")
    _posted(bench, "else", id="other", by="bob")
    path = "/api/v1/users/ann/rules"
    first = _explained(bench, path)["as_of"]
    _posted(bench, "two", id="q")
    last = _explained(bench, path)["as_of"]
    (then,) = _explained(bench, path, as_of=first)["rules"]
    assert (then["rule_id"], then["holds"], then["clause"]["values"]) == (
        "busy",
        False,
        {"posts": 1},
    )
    answer = _explained(bench, path, as_of=last)
    assert answer["rules"][0]["fired"]["quiet"] is False
    assert answer["evaluation"]["item_id"] == item_id(bench.app.name, "post", "q")


def test_what_was_not_kept_at_all_is_told(bench: Desk) -> None:
    _put(bench, "long", _LONG)
    item = _posted(bench, "hello")
    path = f"/api/v1/items/{item}/rules"
    long_ago = "2020-01-01T00:00:00Z"
    assert set(_refused(bench, 404, path, as_of=long_ago)) == {"as_of"}
    assert set(_refused(bench, 404, "/api/v1/users/ann/rules", as_of=long_ago)) == {"as_of"}
    assert set(_refused(bench, 404, path, revision=7)) == {"revision"}
    assert set(_refused(bench, 400, path, as_of="2999-01-01T00:00:00Z")) == {"as_of"}
    assert set(_refused(bench, 400, path, revision=1, as_of=long_ago)) == {"revision"}
    assert set(_refused(bench, 400, path, revision=0)) == {"revision"}
    bench.done("PUT", "/api/v1/settings", {"keep_inputs": "none"})
    item = _posted(bench, "hello", id="r")
    assert set(_refused(bench, 404, f"/api/v1/items/{item}/rules", revision=1)) == {"revision"}
