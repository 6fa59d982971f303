"""What an app sets for all: who gets in with which token, and what may be flagged and decided."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.functional.desk import Desk, desk

_FLAG = {"entity_type": "post", "entity_creator_id": "ann"}


@pytest.fixture
def bench(tmp_path: Any) -> Iterator[Desk]:
    with desk(tmp_path / "data", GAVEL_CONFIG_TTL="0") as made:
        yield made


def _set(bench: Desk, **fields: Any) -> None:
    bench.done("PATCH", "/api/v2/app", fields)
    shown = bench.done("GET", "/app")["app"]
    for name, value in fields.items():
        if isinstance(value, dict):
            assert shown[name].items() >= value.items()
        else:
            assert shown[name] == value


def _dev_token(user: str) -> dict[str, str]:
    parts = [{"alg": "HS256"}, {"user_id": user}]
    texts = [base64.b64encode(json.dumps(part).encode()).decode() for part in parts]
    return {"authorization": ".".join([*texts, "devtoken"])}


def test_an_unsigned_token_is_one_only_where_the_app_checks_none(bench: Desk) -> None:
    body = {**_FLAG, "entity_id": "p1"}
    path = "/api/v2/moderation/flag"
    for expected in (401, 201, 401):
        answer = bench.send("POST", path, body, as_user=_dev_token("rea?"))
        assert answer.status == expected, answer.text
        if expected == 401:
            assert answer.json()["code"] == 43
        _set(bench, disable_auth_checks=expected == 401)
    _set(bench, disable_auth_checks=True)
    server = {"authorization": "e30=.e30=.devtoken"}
    assert bench.send("GET", "/api/v2/app", as_user=server).status == 401
    assert bench.send("GET", "/api/v2/app", as_user=_dev_token("rea")).status == 403


def _guest(bench: Desk, auth: dict[str, str], path: str = "/guest", **fields: Any) -> Any:
    body = {"user": {"id": "visitor", **fields}}
    return bench.send("POST", path, body, as_user=auth)


_ANONYMOUS = {"stream-auth-type": "anonymous", "authorization": ""}


@pytest.mark.parametrize("path", ["/guest", "/api/v2/guest"])
def test_a_guest_gets_a_token_that_is_good_for_flags(bench: Desk, path: str) -> None:
    made = _guest(bench, _ANONYMOUS, path, name="Vi").json()
    user = made["user"]
    assert (user["role"], user["name"]) == ("guest", "Vi")
    assert user["id"].startswith("guest-") and user["id"].endswith("-visitor")
    token = {"authorization": made["access_token"]}
    flag = bench.send("POST", "/api/v2/moderation/flag", {**_FLAG, "entity_id": "g"}, as_user=token)
    assert flag.status == 201
    queue = bench.send("POST", "/api/v2/moderation/review_queue", {}, as_user=token)
    assert (queue.status, queue.json()["code"]) == (403, 17)
    another = _guest(bench, _ANONYMOUS, path).json()["user"]["id"]
    assert another != user["id"]


def test_guests_are_let_in_only_where_the_app_does(bench: Desk) -> None:
    assert _guest(bench, bench.app.server()).status == 201
    assert _guest(bench, _ANONYMOUS, role="admin").status == 400
    _set(bench, guest_user_creation_disabled=True)
    for auth in (_ANONYMOUS, bench.app.server()):
        refused = _guest(bench, auth)
        assert (refused.status, refused.json()["code"]) == (403, 17)


def test_nobody_else_gets_in_without_a_token(bench: Desk) -> None:
    for path in ("/api/v2/moderation/flag", "/api/v2/moderation/check"):
        answer = bench.send("POST", path, {}, as_user=_ANONYMOUS)
        assert (answer.status, answer.json()["code"]) == (401, 5)
    stranger = bench.server.call(None, "POST", "/guest", {"user": {"id": "v"}}, auth=_ANONYMOUS)
    assert (stranger.status, stranger.json()["code"]) == (401, 2)
    assert bench.server.call(None, "GET", "/hi").status == 200


def test_flags_have_the_reasons_that_the_app_allows(bench: Desk) -> None:
    _set(bench, allowed_flag_reasons=["spam", "abuse"])
    body = {**_FLAG, "entity_id": "p2", "user_id": "rea"}
    refused = bench.send("POST", "/api/v2/moderation/flag", {**body, "reason": "boring"})
    assert list(refused.json()["exception_fields"]) == ["reason"]
    assert bench.item("post", "p2") is None
    for reason in ({}, {"reason": "spam"}):
        bench.done("POST", "/api/v2/moderation/flag", {**body, **reason})
    old = {"target_message_id": "m1", "user_id": "rea", "reason": "boring"}
    assert bench.send("POST", "/moderation/flag", old).status == 400
    _set(bench, allowed_flag_reasons=[])
    assert bench.send("POST", "/moderation/flag", old).status == 201


def test_what_was_reviewed_is_flagged_only_where_the_app_lets_it(bench: Desk) -> None:
    item = bench.flagged("ann", entity_id="p3")["id"]
    bench.act("mark_reviewed", item)
    body = {**_FLAG, "entity_id": "p3", "user_id": "rea"}
    _set(bench, moderation_dashboard_preferences={"disable_flagging_reviewed_entity": True})
    refused = bench.send("POST", "/api/v2/moderation/flag", body)
    assert list(refused.json()["exception_fields"]) == ["entity_id"]
    _set(bench, moderation_dashboard_preferences={"disable_flagging_reviewed_entity": False})
    assert bench.send("POST", "/api/v2/moderation/flag", body).status == 201


def test_decisions_have_the_reasons_that_the_app_allows(bench: Desk) -> None:
    item = bench.flagged()["id"]
    preferences = {
        "allowed_moderation_action_reasons": ["spam"],
        "escalation_reasons": ["law"],
    }
    _set(bench, moderation_dashboard_preferences=preferences)
    wrong = bench.decide("ban", item, ban={"reason": "mood"})
    assert list(wrong.json()["exception_fields"]) == ["ban.reason"]
    wrong = bench.decide("escalate", item, escalate={"reason": "spam"})
    assert list(wrong.json()["exception_fields"]) == ["escalate.reason"]
    bench.act("escalate", item, escalate={"reason": "law"})
    bench.act("ban", item, ban={"reason": "spam"})
    _set(bench, moderation_dashboard_preferences={"escalation_queue_enabled": False})
    off = bench.decide("escalate", item, escalate={"reason": "law"})
    assert list(off.json()["exception_fields"]) == ["action_type"]


def test_nothing_is_judged_where_moderation_is_off(bench: Desk) -> None:
    assert bench.check()["recommended_action"] == "remove"
    _set(bench, moderation_enabled=False)
    assert bench.check()["recommended_action"] == "keep"
    _set(bench, moderation_enabled=True)
    assert bench.check()["recommended_action"] == "remove"


def test_roles_may_be_barred_from_looking_for_users(bench: Desk) -> None:
    users = {"mo": {"id": "mo", "role": "moderator"}}
    bench.done("POST", "/api/v2/users", {"users": users})
    token = bench.app.user("mo")
    assert bench.send("GET", "/users", as_user=token).status == 200
    _set(bench, user_search_disallowed_roles=["moderator"])
    assert bench.send("GET", "/users", as_user=token).status == 403
    assert bench.send("GET", "/users").status == 200


@pytest.mark.parametrize(
    "field", ["multi_tenant_enabled", "enforce_unique_usernames", "grants", "datadog_info"]
)
def test_what_has_no_effect_is_refused_by_name(bench: Desk, field: str) -> None:
    answer = bench.send("PATCH", "/api/v2/app", {field: True})
    assert list(answer.json()["exception_fields"]) == [field]
