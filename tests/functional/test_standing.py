"""What a user's own token is worth: revoked ones, and those of moderators who are none any more."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest

from tests.functional.desk import V2, Desk, desk, later

_APP, _USERS = "/api/v2/app", "/api/v2/users"
_REVOKED = "revoke_tokens_issued_before"
FUTURE, PAST = "2035-01-01T00:00:00Z", "2020-01-01T00:00:00Z"


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("standing") / "data") as made:
        yield made


def _token(bench: Desk, user: str, **claims: Any) -> dict[str, str]:
    signed = bench.app.signed({"user_id": user, "iat": int(time.time()) - 60, **claims})
    return {"authorization": signed}


def _flag(bench: Desk, token: dict[str, str]) -> tuple[int, int | None]:
    body = {"entity_type": "post", "entity_id": "p", "reason": "spam"}
    answered = bench.send("POST", f"{V2}/flag", body, as_user=token)
    return answered.status, answered.json().get("code")


REVOKED, TAKEN = (401, 40), (201, None)


@pytest.mark.parametrize("path", ["/api/v2/app", "/app"])
def test_all_tokens_of_an_app_are_revoked_and_given_back(bench: Desk, path: str) -> None:
    ada = _token(bench, "ada")
    assert _flag(bench, ada) == TAKEN
    bench.done("PATCH", path, {_REVOKED: FUTURE})
    assert _flag(bench, ada) == REVOKED
    assert bench.done("GET", _APP)["app"][_REVOKED] == 2_051_222_400 * 10**9
    assert bench.done("GET", "/app")["app"][_REVOKED] == "2035-01-01T00:00:00.000000Z"
    bench.done("PATCH", path, {"event_hooks": []})
    assert _flag(bench, ada) == REVOKED
    bench.done("PATCH", path, {_REVOKED: None})
    assert _flag(bench, ada) == TAKEN
    assert _REVOKED not in bench.done("GET", _APP)["app"]


def test_only_what_was_issued_before_is_revoked(bench: Desk) -> None:
    old, new = (_token(bench, "ada", iat=int(time.time()) - age) for age in (60, 0))
    moment = (int(time.time()) - 30) * 10**9
    bench.done("PATCH", _APP, {_REVOKED: moment})
    assert (_flag(bench, old), _flag(bench, new)) == (REVOKED, TAKEN)
    undated = {"authorization": bench.app.signed({"user_id": "ada"})}
    assert _flag(bench, undated) == REVOKED
    bench.done("PATCH", _APP, {_REVOKED: PAST})
    assert (_flag(bench, old), _flag(bench, undated)) == (TAKEN, REVOKED)


def test_server_tokens_and_other_apps_go_on(bench: Desk) -> None:
    other = Desk(bench.server, bench.server.app("app-b"))
    bench.done("PATCH", _APP, {_REVOKED: FUTURE})
    dated = {"authorization": bench.app.signed({"server": True, "iat": 1})}
    assert bench.send("GET", "/api/v2/blocklists", as_user=dated).status == 200
    assert bench.server.call(bench.app, "GET", "/api/v1/log", auth=bench.app.hive()).status == 200
    assert _flag(other, _token(other, "ada")) == TAKEN
    assert _REVOKED not in other.done("GET", _APP)["app"]


def _set(path: str, value: Any, user: str) -> tuple[str, str, dict[str, Any]]:
    return "PATCH", path, {"users": [{"id": user, "set": {_REVOKED: value}}]}


def _put(path: str, value: Any, user: str) -> tuple[str, str, dict[str, Any]]:
    return "POST", path, {"users": {user: {"id": user, _REVOKED: value}}}


@pytest.mark.parametrize("change", [_set, _put])
@pytest.mark.parametrize("path", ["/api/v2/users", "/users"])
def test_one_users_tokens_are_revoked_and_given_back(bench: Desk, path: str, change: Any) -> None:
    ada, ben = _token(bench, "ada"), _token(bench, "ben")
    assert _flag(bench, ada) == TAKEN
    shown = bench.done(*change(path, FUTURE, "ada"))["users"]["ada"]
    assert shown[_REVOKED]
    assert (_flag(bench, ada), _flag(bench, ben)) == (REVOKED, TAKEN)
    shown = bench.done(*change(path, None, "ada"))["users"]["ada"]
    assert _REVOKED not in shown
    assert _flag(bench, ada) == TAKEN


@pytest.mark.parametrize("value", ["soon", "2035-01-01T00:00:00", True, 1.5, {}])
def test_what_is_no_time_revokes_nothing(bench: Desk, value: Any) -> None:
    ada = _token(bench, "ada")
    for method, path, body, field in (
        ("PATCH", _APP, {_REVOKED: value}, _REVOKED),
        (*_set(_USERS, value, "ada"), f"users.0.set.{_REVOKED}"),
        (*_put(_USERS, value, "ada"), f"users.ada.{_REVOKED}"),
    ):
        answered = bench.send(method, path, body)
        assert answered.status == 400, (value, answered.text)
        assert set(answered.json()["exception_fields"]) == {field}
    assert _flag(bench, ada) == TAKEN


def test_single_fields_of_a_user_are_set_and_unset(bench: Desk) -> None:
    whole = {"id": "ada", "name": "Ada", "role": "admin", "custom": {"a": 1, "b": 2}}
    bench.done("POST", _USERS, {"users": {"ada": whole}})
    change = {"set": {"name": "A.", "custom.c": 3, "d": 4}, "unset": ["role", "custom.a"]}
    shown = bench.done("PATCH", _USERS, {"users": [{"id": "ada", **change}]})["users"]["ada"]
    assert (shown["name"], shown["role"]) == ("A.", "user")
    assert shown["custom"] == {"name": "A.", "b": 2, "c": 3, "d": 4}
    shown = bench.done("PATCH", "/users", {"users": [{"id": "new", "set": {"x": 1}}]})["users"]
    assert shown["new"]["x"] == 1


def _ban(bench: Desk, token: dict[str, str]) -> int:
    item = bench.flagged()["id"]
    body = {"action_type": "ban", "item_id": item}
    answered = bench.send("POST", f"{V2}/submit_action", body, as_user=token)
    assert answered.status == 201 or answered.json()["code"] == 17
    assert bench.shown(item)["entity_creator"]["banned"] is (answered.status == 201)
    read = bench.send("POST", f"{V2}/review_queue", {}, as_user=token)
    assert read.status == answered.status
    return answered.status


_GONE: dict[str, Any] = {
    "deleted": ("delete_user", {"entity_id": "mo", "entity_type": "stream:user"}),
    "banned": ("ban", {"target_user_id": "mo"}),
    "shadow banned": ("ban", {"target_user_id": "mo", "shadow": True}),
}


@pytest.mark.parametrize("how", sorted(_GONE))
@pytest.mark.parametrize("claim", [{}, {"role": "admin"}])
def test_a_moderator_who_is_gone_moderates_no_more(
    bench: Desk, how: str, claim: dict[str, str]
) -> None:
    mo = _token(bench, "mo", **claim)
    bench.done("POST", _USERS, {"users": {"mo": {"id": "mo", "role": "moderator"}}})
    assert _ban(bench, mo) == 201
    action, options = _GONE[how]
    bench.act(action, **{action: options})
    assert _ban(bench, mo) == 403


def test_a_moderator_who_was_deleted_and_restored_moderates_again(bench: Desk) -> None:
    mo = _token(bench, "mo")
    bench.done("POST", _USERS, {"users": {"mo": {"id": "mo", "role": "moderator"}}})
    flag = {"entity_type": "stream:user", "entity_id": "mo", "user_id": "rita", "reason": "x"}
    item = bench.done("POST", f"{V2}/flag", flag)["item_id"]
    bench.act("delete_user", item)
    assert _ban(bench, mo) == 403
    after = bench.act("restore", item)
    assert "deleted_at" not in after["entity_creator"]
    assert _ban(bench, mo) == 201


def test_a_moderator_whose_ban_has_ended_moderates_again(bench: Desk) -> None:
    mo = _token(bench, "mo")
    bench.done("POST", _USERS, {"users": {"mo": {"id": "mo", "role": "moderator"}}})
    bench.act("ban", ban={"target_user_id": "mo", "channel_cid": "messaging:1"})
    assert _ban(bench, mo) == 201
    bench.act("ban", ban={"target_user_id": "mo", "timeout": 1})
    assert _ban(bench, mo) == 403
    with later(61):
        assert _ban(bench, mo) == 201


@pytest.mark.parametrize("claim", [{}, {"role": "moderator"}])
@pytest.mark.parametrize("change", [{"set": {"role": "user"}}, None])
def test_who_is_demoted_moderates_no_more(bench: Desk, claim: Any, change: Any) -> None:
    mo = _token(bench, "mo", **claim)
    bench.done("POST", _USERS, {"users": {"mo": {"id": "mo", "role": "moderator"}}})
    assert _ban(bench, mo) == 201
    if change is None:
        bench.done("POST", _USERS, {"users": {"mo": {"id": "mo", "role": "user"}}})
    else:
        bench.done("PATCH", _USERS, {"users": [{"id": "mo", **change}]})
    assert _ban(bench, mo) == 403


def test_nobody_acts_as_two(bench: Desk) -> None:
    body = {"entity_type": "post", "entity_id": "p", "reason": "x", "user_id": "ada"}
    answered = bench.send("POST", f"{V2}/flag", {**body, "user": {"id": "bob"}})
    assert set(answered.json()["exception_fields"]) == {"user.id"}
    assert bench.item("post", "p") is None
    assert bench.send("POST", f"{V2}/flag", {**body, "user": {"id": "ada"}}).status == 201
