"""Accounts: looked for, blocked, deactivated, deleted and brought back, each read back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest

from common.domain.times import MINUTE
from tests.functional.desk import Desk, desk, later

_numbers = count()


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("accounts") / "data") as made:
        yield made


def _made(bench: Desk, **fields: Any) -> str:
    id = f"u{next(_numbers):03d}"
    bench.done("POST", "/api/v2/users", {"users": {id: {"id": id, **fields}}})
    return id


def _found(bench: Desk, filter: Any, path: str = "/api/v2/users", **options: Any) -> list[str]:
    return [user["id"] for user in _users(bench, filter, path, **options)]


def _users(bench: Desk, filter: Any, path: str = "/api/v2/users", **options: Any) -> Any:
    payload = json.dumps({"filter_conditions": filter, **options})
    answer = bench.server.call(bench.app, "GET", path, query={"payload": payload})
    assert answer.status == 200, answer.text
    return answer.json()["users"]


def _refused(bench: Desk, filter: Any, **options: Any) -> dict[str, str]:
    payload = json.dumps({"filter_conditions": filter, **options})
    answer = bench.server.call(bench.app, "GET", "/api/v2/users", query={"payload": payload})
    assert (answer.status, answer.json()["code"]) == (400, 4)
    fields: dict[str, str] = answer.json()["exception_fields"]
    return fields


def _log(bench: Desk, user: str) -> list[str]:
    query = {"user_id": user}
    answer = bench.server.call(bench.app, "GET", "/api/v1/log", query=query)
    return [entry["type"] for entry in answer.json()["entries"]]


def test_users_are_found_by_what_is_known_of_them(bench: Desk) -> None:
    red = {"teams": ["red"], "custom": {"level": 3}}
    ann = _made(bench, name="Ann Lee", role="moderator", **red)
    bob = _made(bench, name="Bob", custom={"level": 5})
    both = {"id": {"$in": [ann, bob]}}
    assert _found(bench, both) == [bob, ann]
    assert _found(bench, both, sort=[{"field": "created_at", "direction": 1}]) == [ann, bob]
    assert _found(bench, {"name": {"$autocomplete": "ann l"}}) == [ann]
    assert _found(bench, {"name": "Bob"}) == [bob]
    assert _found(bench, {"role": "moderator", "teams": {"$contains": "red"}}) == [ann]
    assert _found(bench, {**both, "level": {"$gt": 3}}) == [bob]
    assert _found(bench, {**both, "custom.level": 3}) == [ann]
    assert _found(bench, {"$or": [{"name": "Bob"}, {"id": ann}], **both}) == [bob, ann]
    assert _found(bench, {"$nor": [{"name": "Bob"}], **both}) == [ann]
    assert _found(bench, both, limit=1, offset=1) == [ann]
    assert _found(bench, {}, id_gte=ann, id_lte=bob) == [ann, bob]
    assert _found(bench, {}, id_gt=ann, id_lte=bob) == [bob]
    old = _users(bench, {"id": bob}, "/users")[0]
    assert (old["level"], old["created_at"][-1]) == (5, "Z")


def test_users_are_found_by_when_they_were_made(bench: Desk) -> None:
    early = _made(bench)
    with later(60):
        late = _made(bench)
    at = {id: _users(bench, {"id": id})[0]["created_at"] for id in (early, late)}
    between = at[early] + MINUTE // 2
    assert late in _found(bench, {"created_at": {"$gt": between}})
    assert early not in _found(bench, {"created_at": {"$gt": between}})
    assert _found(bench, {"created_at": {"$gte": at[early], "$lte": at[early]}}) == [early]


def test_banned_users_are_found_while_they_are_banned(bench: Desk) -> None:
    user = _made(bench)
    item = bench.flagged(user)["id"]
    bench.act("ban", item, ban={"timeout": 1})
    assert user in _found(bench, {"banned": True})
    with later(61):
        assert user not in _found(bench, {"banned": True})


@pytest.mark.parametrize(
    ("filter", "field"),
    [
        ({"online": True}, "online"),
        ({"id": {"$ne": "u"}}, "id"),
        ({"banned": "yes"}, "banned"),
        ({"deleted_at": 5}, "deleted_at"),
        ({"$and": {}}, "$and"),
    ],
)
def test_a_filter_that_cannot_be_answered_is_refused(bench: Desk, filter: Any, field: str) -> None:
    assert list(_refused(bench, filter)) == [f"filter_conditions.{field}"]


def test_who_asks_is_named_as_not_in_effect(bench: Desk) -> None:
    payload = json.dumps({"filter_conditions": {"id": "x"}, "user_id": "mo"})
    answer = bench.server.call(bench.app, "GET", "/api/v2/users", query={"payload": payload})
    assert answer.json()["not_in_effect"] == ["payload.user_id"]


def test_a_user_who_was_deactivated_is_locked_out_until_the_return(bench: Desk) -> None:
    user = _made(bench, name="Ann", role="moderator")
    token = bench.app.user(user)
    path = f"/api/v2/users/{user}"
    before = bench.send("POST", "/api/v2/moderation/review_queue", {}, as_user=token)
    assert before.status == 201
    shown = bench.done("POST", f"{path}/deactivate", {"created_by_id": "mo"})["user"]
    again = bench.done("POST", f"{path}/deactivate", {})["user"]
    assert shown["deactivated_at"] == again["deactivated_at"]
    locked = bench.send("POST", "/api/v2/moderation/review_queue", {}, as_user=token)
    assert (locked.status, locked.json()["code"]) == (403, 17)
    assert _found(bench, {"id": user}) == []
    assert _found(bench, {"id": user}, include_deactivated_users=True) == [user]
    assert _log(bench, user) == ["deactivate_user"]
    back = bench.done("POST", f"{path}/reactivate", {"name": "Anna"})["user"]
    assert ("deactivated_at" in back, back["name"]) == (False, "Anna")
    assert _found(bench, {"name": "Anna"}) == [user]
    after = bench.send("POST", "/api/v2/moderation/review_queue", {}, as_user=token)
    assert after.status == 201


def test_many_are_deactivated_and_brought_back_with_a_task_that_tells(bench: Desk) -> None:
    users = [_made(bench) for _ in range(12)]
    for what, found in (("deactivate", []), ("reactivate", users)):
        task = bench.done("POST", f"/users/{what}", {"user_ids": users})["task_id"]
        told = bench.done("GET", f"/tasks/{task}")
        assert told["status"] == "completed"
        assert sorted(_found(bench, {"id": {"$in": users}})) == found


@pytest.mark.parametrize(
    ("mode", "keeps", "restored"),
    [("soft", True, True), ("pruning", False, True), ("hard", False, False)],
)
def test_a_user_is_deleted_and_restored(
    bench: Desk, mode: str, keeps: bool, restored: bool
) -> None:
    user = _made(bench, name="Ann", role="moderator", custom={"level": 3})
    item = bench.flagged(user)["id"]
    bench.act("ban", item, ban={"reason": "spam"})
    body = {"user_ids": [user], "user": mode}
    first = bench.done("POST", "/api/v2/users/delete", body)["task_id"]
    with later(5):
        assert bench.done("POST", "/api/v2/users/delete", body)["task_id"] == first
    assert _log(bench, user).count("delete_user") == 1
    assert bench.done("GET", f"/api/v2/tasks/{first}")["status"] == "completed"
    gone = bench.send("POST", "/api/v2/moderation/review_queue", {}, as_user=bench.app.user(user))
    assert gone.status == 403
    assert _found(bench, {"id": user}) == []
    (shown,) = _users(bench, {"id": user, "deleted_at": {"$exists": True}})
    assert ("name" in shown, shown["custom"].get("level")) == (keeps, 3 if keeps else None)
    assert shown["banned"], "what a moderator did outlives the account"
    answer = bench.send("POST", "/api/v2/users/restore", {"user_ids": [user]})
    assert answer.status == (201 if restored else 400), answer.text
    assert _found(bench, {"id": user}) == ([user] if restored else [])


def test_orders_go_to_the_actions_that_carry_them_out_and_are_refused_without(
    bench: Desk,
) -> None:
    user = _made(bench)
    body = {"user_ids": [user], "messages": "hard", "conversations": "soft", "files": True}
    refused = bench.send("POST", "/api/v2/users/delete", body)
    assert (refused.status, set(refused.json()["exception_fields"])) == (
        400,
        {"conversations", "files"},
    )
    assert _found(bench, {"id": user}) == [user]
    for name in ("delete_user", "delete_user_messages"):
        action = {"name": name, "kind": "post", "url": f"https://example.com/{name}"}
        bench.done("PUT", f"/api/v1/actions/{name}", {**action, "carries_out": [name]})
    bench.done("POST", "/api/v2/users/delete", body)
    sent = [_order(bench, f"action:{name}") for name in ("delete_user", "delete_user_messages")]
    assert [each["user_id"] for each in sent] == [user, user]
    assert sent[0]["options"]["conversations"] == "soft"
    assert sent[0]["options"]["files"] is True
    assert sent[1]["options"]["delete_messages"] == "hard"
    for name in ("delete_user", "delete_user_messages"):
        bench.done("DELETE", f"/api/v1/actions/{name}")


def _order(bench: Desk, endpoint: str) -> Any:
    query = {"endpoint": endpoint}
    answer = bench.server.call(bench.app, "GET", "/api/v1/deliveries", query=query)
    (delivery,) = answer.json()["deliveries"]
    return delivery["data"]


def test_the_older_delete_answers_with_the_user(bench: Desk) -> None:
    user = _made(bench, name="Ann")
    query = {"hard_delete": "true"}
    answer = bench.server.call(bench.app, "DELETE", f"/users/{user}", query=query)
    assert "deleted_at" in answer.json()["user"]
    assert "name" not in answer.json()["user"]


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/users/nobody/deactivate", {}),
        ("POST", "/users/nobody/reactivate", {}),
        ("POST", "/users/deactivate", {"user_ids": ["nobody"]}),
        ("POST", "/users/reactivate", {"user_ids": ["nobody"]}),
        ("POST", "/users/restore", {"user_ids": ["nobody"]}),
        ("POST", "/users/delete", {"user_ids": ["nobody"]}),
        ("DELETE", "/users/nobody", None),
        ("POST", "/users/block", {"user_id": "u", "blocked_user_id": "nobody"}),
        ("POST", "/users/unblock", {"user_id": "u", "blocked_user_id": "nobody"}),
    ],
)
def test_nobody_is_not_found(bench: Desk, method: str, path: str, body: Any) -> None:
    answer = bench.send(method, path, body)
    assert (answer.status, answer.json()["code"]) == (404, 16)


def test_who_has_only_posted_is_known(bench: Desk) -> None:
    bench.check("hello", entity_creator_id="poster")
    bench.done("POST", "/api/v2/users/poster/deactivate", {})
    assert _found(bench, {"id": "poster"}, include_deactivated_users=True) == ["poster"]


def test_a_block_is_listed_in_answers_and_in_the_report_until_it_is_lifted(bench: Desk) -> None:
    ann, bob = _made(bench), _made(bench, name="Bob")
    token = bench.app.user(ann)
    first = bench.send("POST", "/users/block", {"blocked_user_id": bob}, as_user=token).json()
    body = {"user_id": ann, "blocked_user_id": bob}
    again = bench.done("POST", "/api/v2/users/block", body)
    assert (again["blocked_by_user_id"], again["blocked_user_id"]) == (ann, bob)
    assert first["blocked_user_id"] == bob
    listed = bench.send("GET", "/users/block", as_user=token).json()["blocks"]
    assert [(each["user"]["id"], each["blocked_user"]["name"]) for each in listed] == [(ann, "Bob")]
    assert _users(bench, {"id": ann})[0]["blocked_user_ids"] == [bob]
    query = {"user_id": bob, "include_user_blocks": "true"}
    path = "/api/v2/moderation/user_report"
    report = bench.server.call(bench.app, "GET", path, query=query).json()
    assert report["user"]["id"] == bob
    (block,) = report["user_blocks"]
    assert (block["blocked_by_user_id"], block["blocked_at"]) == (ann, again["created_at"])
    for _ in range(2):
        bench.done("POST", "/users/unblock", body)
    assert bench.send("GET", "/users/block", as_user=token).json()["blocks"] == []
    assert _users(bench, {"id": ann})[0]["blocked_user_ids"] == []


def test_the_report_has_whom_the_user_mutes(bench: Desk) -> None:
    ann, bob = _made(bench), _made(bench, name="Bob")
    body = {"user_id": ann, "target_ids": [bob], "timeout": 1}
    bench.done("POST", "/api/v2/moderation/mute", body)
    path, query = "/api/v2/moderation/user_report", {"user_id": ann, "include_user_mutes": "true"}
    (mute,) = bench.server.call(bench.app, "GET", path, query=query).json()["user_mutes"]
    assert (mute["user"]["id"], mute["target"]["name"]) == (ann, "Bob")
    assert mute["expires"] == mute["created_at"] + MINUTE
    with later(61):
        answer = bench.server.call(bench.app, "GET", path, query=query)
        assert answer.json()["user_mutes"] == []


def test_a_report_makes_the_user_on_demand_only(bench: Desk) -> None:
    path, query = "/api/v2/moderation/user_report", {"user_id": "newcomer"}
    missing = bench.server.call(bench.app, "GET", path, query=query)
    assert (missing.status, missing.json()["code"]) == (404, 16)
    made = {**query, "create_user_if_not_exists": "true"}
    assert bench.server.call(bench.app, "GET", path, query=made).status == 200
    assert _found(bench, {"id": "newcomer"}) == ["newcomer"]


def test_an_export_has_a_page_of_items_after_the_other(bench: Desk) -> None:
    made = {bench.flagged("exported")["id"] for _ in range(26)}
    bench.check("hello", entity_creator_id="another")
    seen: list[str] = []
    following = ""
    while True:
        query = {"next": following} if following else {}
        page = bench.server.call(bench.app, "GET", "/users/exported/export", query=query).json()
        seen += [each["id"] for each in page["items"]]
        if "next" not in page:
            break
        following = page["next"]
    assert (len(seen), set(seen)) == (26, made)


def test_exports_are_for_the_apps_server(bench: Desk) -> None:
    user = _made(bench)
    for path in (f"/users/{user}/export", f"/api/v2/users/{user}/export"):
        assert bench.send("GET", path).json()["user"]["id"] == user
        refused = bench.send("GET", path, as_user=bench.app.user(user))
        assert (refused.status, refused.json()["code"]) == (403, 17)
