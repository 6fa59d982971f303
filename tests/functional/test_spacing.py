"""The queue in an order in which severe items do not follow one another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.functional.inprocess import App, Server, in_process
from tests.functional.staff import own_app, signed_in

_V2 = "/api/v2/moderation"
_QUEUE = f"{_V2}/review_queue"
_FIRST = [{"field": "created_at", "direction": 1}]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with in_process(tmp_path_factory.mktemp("spaced") / "data", GAVEL_CONFIG_TTL="0") as server:
        yield server


@pytest.fixture(scope="module")
def app(server: Server) -> App:
    """Four severe items, then two of which one has a label that somebody avoids."""
    app = own_app(server, "spaced")
    for name, action in (("bad", "remove"), ("sad", "flag")):
        server.call(app, "POST", "/api/v2/blocklists", {"name": name, "words": [f"{name}word"]})
        rules = {"rules": [{"name": name, "action": action}]}
        server.call(app, "POST", f"{_V2}/config", {"key": name, "block_list_config": rules})
    for id in ("bad-1", "bad-2", "bad-3", "bad-4", "sad-1", "sad-2"):
        policy = id.partition("-")[0]
        body = {
            "entity_type": "post",
            "entity_id": id,
            "entity_creator_id": "ann",
            "moderation_payload": {"texts": [f"{policy}word"]},
            "config_key": policy,
        }
        assert server.call(app, "POST", f"{_V2}/check", body).status == 201
    return app


def _order(server: Server, app: App, **body: Any) -> list[str]:
    asked = {"filter": {"reviewed": False}, "sort": _FIRST, **body}
    answer = server.call(app, "POST", _QUEUE, asked)
    assert answer.status == 201, answer.text
    return [item["entity_id"] for item in answer.json()["items"]]


def test_severe_items_give_way_to_the_next_other(server: Server, app: App) -> None:
    assert _order(server, app) == ["bad-1", "bad-2", "bad-3", "bad-4", "sad-1", "sad-2"]
    spaced = _order(server, app, space_severe={"severity": 3})
    assert spaced == ["sad-1", "bad-1", "sad-2", "bad-2", "bad-3", "bad-4"]
    assert _order(server, app, space_severe={"severity": 4})[0] == "bad-1"
    assert _order(server, app, space_severe={"labels": ["sad"]}) == [
        "bad-1",
        "bad-2",
        "bad-3",
        "sad-1",
        "bad-4",
        "sad-2",
    ]


def test_pages_are_left_as_ever(server: Server, app: App) -> None:
    body: dict[str, Any] = {"sort": _FIRST, "limit": 5, "space_severe": {"severity": 3}}
    body["filter"] = {"reviewed": False}
    first = server.call(app, "POST", _QUEUE, body).json()
    second = server.call(app, "POST", _QUEUE, {**body, "next": first["next"]}).json()
    found = [[item["entity_id"] for item in page["items"]] for page in (first, second)]
    assert found == [["sad-1", "bad-1", "bad-2", "bad-3", "bad-4"], ["sad-2"]]


def test_what_is_taken_is_handed_out_so(server: Server, app: App) -> None:
    one = signed_in(server, app, "One")
    body = {"filter": {"reviewed": False}, "sort": _FIRST, "lock_items": True}
    taken = one.call("POST", _QUEUE, {**body, "space_severe": {"severity": 3}}).json()["items"]
    assert [item["entity_id"] for item in taken][:3] == ["sad-1", "bad-1", "sad-2"]
    assert {item["assigned_to"]["id"] for item in taken} == {"One"}
    one.call("POST", _QUEUE, {**body, "lock_items": False})


@pytest.mark.parametrize(
    ("spacing", "field"),
    [
        ({"severity": 0}, "space_severe.severity"),
        ({"severity": 5}, "space_severe.severity"),
        ({"labels": [""]}, "space_severe.labels.0"),
        ({}, "space_severe"),
    ],
    ids=str,
)
def test_what_is_severe_has_to_be_said(
    server: Server, app: App, spacing: dict[str, Any], field: str
) -> None:
    refused = server.call(app, "POST", _QUEUE, {"space_severe": spacing})
    assert refused.status == 400 and field in refused.json()["exception_fields"], refused.text


def test_numbers_alone_have_no_order(server: Server, app: App) -> None:
    body = {"stats_only": True, "space_severe": {"severity": 3}}
    refused = server.call(app, "POST", _QUEUE, body)
    assert refused.status == 400 and "space_severe" in refused.json()["exception_fields"]


def test_an_app_says_what_its_pages_space_unless_a_member_chose(server: Server, app: App) -> None:
    path = "/api/v1/page_settings"
    assert server.call(app, "GET", path).json()["page_settings"]["space_severity"] == 0
    put = server.call(app, "PUT", path, {"space_severity": 3, "space_labels": ["gore"]})
    assert put.status == 201, put.text
    kept = server.call(app, "GET", path).json()["page_settings"]
    assert (kept["space_severity"], kept["space_labels"]) == (3, ["gore"])
    for wrong in ({"space_severity": 5}, {"space_severity": True}, {"space_labels": [""]}):
        assert server.call(app, "PUT", path, wrong).status == 400
