"""Bans without an item: by whom they are made, what they change, how they are found and end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import orjson
import pytest

from common.configuration.context import now
from common.domain.ban import BANS, ban_key, new_ban
from common.domain.times import DAY, MINUTE
from common.moderation.enforcement.consuming import consume
from common.moderation.sweeps import sweep
from common.moderation.users import looking
from common.queue.messages import ExpiredBan
from common.store.store import Create
from tests.functional.announced import announced
from tests.functional.desk import V2, Desk, desk, later

_BAN, _CHAT = f"{V2}/ban", "/moderation/ban"


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("banned") / "data"
    with desk(folder, GAVEL_EGRESS_ALLOW="127.0.0.1") as made:
        yield made


def _ban(bench: Desk, user: str = "ann", path: str = _BAN, **options: Any) -> None:
    body = {"target_user_id": user, "banned_by_id": "mo", **options}
    bench.done("POST", path, body)


def _unban(bench: Desk, user: str = "ann", **query: str) -> int:
    asked = {"target_user_id": user, **query}
    return bench.server.call(bench.app, "POST", f"{V2}/unban", {}, query=asked).status


def _posted(bench: Desk, text: str = "hello", user: str = "ann", **fields: Any) -> Any:
    return bench.check(text, entity_creator_id=user, **fields)


def _in_channel(channel: str) -> dict[str, Any]:
    payload = {"texts": ["hello"], "custom": {"channel_cid": channel}}
    return {"moderation_payload": payload}


def _bans(bench: Desk, path: str = "/api/v2/chat/query_banned_users", **payload: Any) -> list[Any]:
    query = {"payload": orjson.dumps({"filter_conditions": {}, **payload}).decode()}
    answered = bench.server.call(bench.app, "GET", path, query=query)
    assert answered.status == 200, answered.text
    return list(answered.json()["bans"])


def _entries(bench: Desk) -> list[Any]:
    found = bench.done("GET", "/api/v1/log")["entries"]
    return [each for each in found if each["type"] in ("ban", "unban")]


@pytest.mark.parametrize("path", [_BAN, _CHAT])
def test_what_a_banned_user_posts_is_to_be_removed(bench: Desk, path: str) -> None:
    assert "creator_ban" not in _posted(bench)
    _ban(bench, path=path, reason="spam", timeout=5)
    answer = _posted(bench)
    assert answer["recommended_action"] == "remove"
    ban = answer["creator_ban"]
    assert (ban["scope"], ban["reason"], ban["shadow"]) == ("account", "spam", False)
    assert ban["expires"] - ban["created_at"] == 5 * MINUTE
    creator = answer["item"]["entity_creator"]
    assert (creator["banned"], creator["ban_expires"]) == (True, ban["expires"])
    assert answer["item"]["recommended_action"] == "keep"
    assert bench.queue(filter={"entity_creator_id": "ann"})["items"] == []
    (entry,) = _entries(bench)
    assert (entry["type"], entry["by"], entry["user_id"]) == ("ban", "mo", "ann")
    with later(301):
        assert _posted(bench)["recommended_action"] == "keep"


def test_a_shadow_ban_is_to_be_shadowed_and_ends_alone(bench: Desk) -> None:
    _ban(bench)
    _ban(bench, shadow=True)
    assert _posted(bench)["recommended_action"] == "remove"
    query = {"target_user_id": "ann", "shadow": "true"}
    assert bench.server.call(bench.app, "DELETE", _CHAT, query=query).status == 200
    assert [each["shadow"] for each in _bans(bench)] == [False]
    _ban(bench, shadow=True)
    _ban(bench, "bob", shadow=True)
    assert _posted(bench, user="bob")["recommended_action"] == "shadow"
    assert _unban(bench, "ann") == 201
    assert _posted(bench)["recommended_action"] == "keep"
    assert [each["user"]["id"] for each in _bans(bench)] == ["bob"]


def test_a_channels_ban_is_seen_in_the_channel(bench: Desk) -> None:
    _ban(bench, path=_CHAT, type="messaging", id="1")
    assert _posted(bench, **_in_channel("messaging:2"))["recommended_action"] == "keep"
    answer = _posted(bench, **_in_channel("messaging:1"))
    assert answer["recommended_action"] == "remove"
    assert (answer["creator_ban"]["scope"], answer["creator_ban"]["channel_cid"]) == (
        "channel",
        "messaging:1",
    )
    assert answer["item"]["entity_creator"]["banned"] is False
    query = {"target_user_id": "ann", "type": "messaging", "id": "1"}
    assert bench.server.call(bench.app, "DELETE", _CHAT, query=query).status == 200
    assert _posted(bench, **_in_channel("messaging:1"))["recommended_action"] == "keep"


def _from(user: str, address: str) -> dict[str, Any]:
    return {"entity_creator_id": user, "user": {"id": user, "custom": {"ip": address}}}


@pytest.mark.parametrize(
    ("address", "near", "far"),
    [
        ("192.0.2.7", "::ffff:192.0.2.7", "192.0.2.8"),
        ("2001:db8:1:2::7", "2001:db8:1:2:ffff::1", "2001:db8:1:3::7"),
    ],
)
def test_an_address_is_banned_with_its_user(bench: Desk, address: str, near: str, far: str) -> None:
    bench.check("hello", **_from("ann", address))
    _ban(bench, ip_ban=True, reason="spam", timeout=5)
    answer = bench.check("hello", **_from("bob", near))
    assert answer["recommended_action"] == "remove"
    assert (answer["creator_ban"]["scope"], answer["creator_ban"]["reason"]) == ("address", "spam")
    assert answer["item"]["entity_creator"]["banned"] is False
    assert "creator_ban" not in bench.check("hello", **_from("bob", far))
    assert "creator_ban" not in _posted(bench, user="bob")
    bench.done("POST", "/api/v2/users", {"users": {"bob": {"id": "bob", "role": "moderator"}}})
    assert "creator_ban" not in bench.check("hello", **_from("bob", near))
    with later(301):
        assert "creator_ban" not in bench.check("hello", **_from("cid", near))
    assert bench.check("hello", **_from("cid", near))["creator_ban"]["scope"] == "address"
    assert _unban(bench) == 201
    assert "creator_ban" not in bench.check("hello", **_from("cid", near))


def test_whoever_calls_is_not_believed_about_addresses(bench: Desk) -> None:
    bench.check("hello", **_from("ann", "192.0.2.7"))
    _ban(bench, ip_ban=True)
    for custom in ({"ip": "nonsense"}, {"ip": 5}, {}):
        user = {"id": "bob", "custom": custom}
        assert "creator_ban" not in bench.check("hello", entity_creator_id="bob", user=user)
    moderator = {"id": "mo", "custom": {"ip": "192.0.2.7"}}
    assert "creator_ban" not in bench.check("hello", entity_creator_id="bob", user=moderator)


def test_an_address_that_no_check_named_is_refused(bench: Desk) -> None:
    profile = {"ann": {"id": "ann", "custom": {"ip": "192.0.2.7"}}}
    bench.done("POST", "/api/v2/users", {"users": profile})
    body = {"target_user_id": "ann", "banned_by_id": "mo", "ip_ban": True}
    for path in (_BAN, _CHAT):
        answered = bench.send("POST", path, body)
        assert set(answered.json()["exception_fields"]) == {"ip_ban"}
    refused = bench.decide("ban", ban={"target_user_id": "ann", "ip_ban": True})
    assert set(refused.json()["exception_fields"]) == {"ban.ip_ban"}
    assert _bans(bench) == []


@pytest.mark.parametrize("is_known", [False, True])
def test_who_posts_too_fast_is_banned_with_the_address(bench: Desk, is_known: bool) -> None:
    rule = {"action": "ban", "fast_spam_threshold": 2, "fast_spam_ttl": 60, "ip_ban": True}
    bench.policy("fast", velocity_filter_config={"rules": [rule]})
    fields = _from("ann", "192.0.2.7") if is_known else {"entity_creator_id": "ann"}
    for number in range(2):
        bench.check("buy this", config_key="fast", entity_id=f"f{number}", **fields)
    item = bench.item("post", "f1")
    assert item is not None
    bench.enforce(item["id"])
    assert bench.user("ann")["banned"]
    answer = bench.check("hello", **_from("bob", "192.0.2.7"))
    assert ("creator_ban" in answer) is is_known


def test_what_only_the_platform_can_do_is_ordered_or_refused(bench: Desk) -> None:
    body = {"target_user_id": "ann", "banned_by_id": "mo"}
    wanted: dict[str, Any] = {"delete_messages": "hard", "delete_reactions": True}
    for name, value in wanted.items():
        answered = bench.send("POST", _CHAT, {**body, name: value})
        assert set(answered.json()["exception_fields"]) == {name}
    assert _bans(bench) == []
    hook = {"webhook_url": "http://127.0.0.1:9/", "event_types": ["user.messages.deleted"]}
    bench.done("PATCH", "/api/v2/app", {"event_hooks": [hook]})
    bench.done("POST", _BAN, {**body, "delete_messages": "hard"})
    action = {"name": "Do", "kind": "user", "url": "http://127.0.0.1:9/", "carries_out": ["ban"]}
    bench.done("PUT", "/api/v1/actions/do", action)
    bench.done("POST", _CHAT, {**body, **wanted})
    orders = [
        each["data"]["options"]
        for each in bench.done("GET", "/api/v1/deliveries")["deliveries"]
        if "options" in each["data"]
    ]
    assert [{name: each[name] for name in wanted} for each in orders] == [wanted]


def test_bans_are_found_by_what_they_say(bench: Desk) -> None:
    for number in range(4):
        _ban(bench, f"u{number}", reason=f"r{number % 2}", banned_by_id=f"m{number // 2}")
    _ban(bench, "u0", channel_cid="messaging:1", timeout=1)
    found = {
        "reason": ({"reason": "r1"}, ["u3", "u1"]),
        "moderator": ({"banned_by_id": "m0"}, ["u1", "u0"]),
        "both": ({"banned_by_id": {"$eq": "m0"}, "reason": "r1"}, ["u1"]),
        "one of": ({"reason": {"$in": ["r0", "none"]}}, ["u2", "u0"]),
        "channel": ({"channel_cid": "messaging:1"}, ["u0"]),
        "start": ({"reason": {"$autocomplete": "r1"}}, ["u3", "u1"]),
        "nothing": ({"reason": "none"}, []),
    }
    for filter, users in found.values():
        assert [each["user"]["id"] for each in _bans(bench, filter_conditions=filter)] == users
    everybody = [each["user"]["id"] for each in _bans(bench)]
    assert everybody == ["u0", "u3", "u2", "u1", "u0"]
    assert [each["user"]["id"] for each in _bans(bench, limit=2, offset=1)] == ["u3", "u2"]
    first = _bans(bench, sort=[{"field": "created_at", "direction": 1}], limit=1)[0]
    after = _bans(bench, created_at_after=first["created_at"])
    assert [each["user"]["id"] for each in after] == ["u0", "u3", "u2", "u1"]
    with later(61):
        standing = _bans(bench, exclude_expired_bans=True)
    assert [each["user"]["id"] for each in standing] == ["u3", "u2", "u1", "u0"]


def test_a_ban_among_others_is_found_without_looking_through_them(
    bench: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "MOST_LOOKED_THROUGH", 600)

    def made(number: int) -> Any:
        user, channel = f"x{number}", "messaging:9" if number == 0 else "messaging:1"
        record: Any = {
            "created_at": number,
            "expires": None,
            "reason": "many",
            "shadow": False,
            "created_by": "mo",
            "channel_cid": channel,
        }
        return Create(ban_key(bench.app.name, user, channel, shadow=False), new_ban(user, record))

    store = bench.server.context.store
    for start in range(0, 1_200, 100):
        bench.server.run(store.commit([made(start + each) for each in range(100)]))
    one = _bans(bench, filter_conditions={"channel_cid": "messaging:9"})
    assert [each["user"]["id"] for each in one] == ["x0"]
    query = {"payload": orjson.dumps({"filter_conditions": {"shadow": True}}).decode()}
    path = "/api/v2/chat/query_banned_users"
    answered = bench.server.call(bench.app, "GET", path, query=query)
    assert set(answered.json()["exception_fields"]) == {"filter_conditions"}


def test_an_expired_ban_is_told_and_put_away_once(bench: Desk) -> None:
    bench.check("hello", **_from("ann", "192.0.2.7"))
    hook = {"webhook_url": "http://127.0.0.1:9/", "event_types": ["user.unbanned"]}
    bench.done("PATCH", "/api/v2/app", {"event_hooks": [hook]})
    _ban(bench, timeout=1, ip_ban=True)
    context = bench.server.context
    page = bench.server.run(context.store.query(BANS, app=bench.app.name))
    message = ExpiredBan(bench.app.name, page.documents[0].key.id)
    bench.server.run(consume(context, message, now()))
    assert [each["type"] for each in _entries(bench)] == ["ban"]
    bench.server.run(sweep(context, now() + DAY))
    for _ in range(2):
        bench.server.run(consume(context, message, now() + DAY))
    told, _ = _entries(bench)
    assert (told["type"], told["by"], told["custom"]["expired"]) == ("unban", "", True)
    (event,) = announced(bench.server, bench.app)
    assert (event["type"], event["user"]["id"]) == ("user.unbanned", "ann")
    assert bench.user("ann").get("banned") is False
    page = bench.server.run(context.store.query(BANS, app=bench.app.name))
    assert page.documents[0].data.keys().isdisjoint({"ends_at", "standing_at", "swept"})
    kinds = {row[1] for row in bench.server.documents(bench.app.name)}
    assert "banned_address" not in kinds


def test_bans_of_future_channels_are_asked_for(bench: Desk) -> None:
    for by in ("m1", "m2"):
        options: dict[str, Any] = {
            "ban_from_future_channels": True,
            "banned_by_id": by,
            "timeout": 1,
        }
        _ban(bench, path=_CHAT, **options)
    bench.act("ban", ban={"target_user_id": "bob", "ban_from_future_channels": True})

    def found(**payload: Any) -> Any:
        query = {"payload": orjson.dumps(payload).decode()}
        path = "/query_future_channel_bans"
        answered = bench.server.call(bench.app, "GET", path, query=query)
        assert answered.status == 200, answered.text
        answer = answered.json()
        named = [(each["user"]["id"], each["banned_by"]["id"]) for each in answer["bans"]]
        return named, answer.get("total")

    assert found()[0] == [("bob", "mo"), ("ann", "m2"), ("ann", "m1")]
    assert found(user_id="m1", include_total=True) == ([("ann", "m1")], 1)
    assert found(target_user_id="ann", limit=1)[0] == [("ann", "m2")]
    assert found(user_id="m1", target_user_id="bob")[0] == []
    with later(61):
        assert found(exclude_expired_bans=True)[0] == [("bob", "mo")]
    query = {"target_user_id": "ann", "remove_future_channels_ban": "true", "created_by": "m1"}
    assert bench.server.call(bench.app, "DELETE", _CHAT, query=query).status == 200
    assert found(target_user_id="ann")[0] == [("ann", "m2")]
    bench.act("unban", unban={"target_user_id": "bob", "remove_future_channels_ban": True})
    assert found()[0] == [("ann", "m2")]


def test_who_may_ban(bench: Desk) -> None:
    body = {"target_user_id": "ann"}
    nobody = bench.send("POST", _BAN, body)
    assert nobody.status == 400
    assert "either user or user_id must be provided" in nobody.json()["message"]
    known = {id: {"id": id, "role": role} for id, role in (("mia", "moderator"), ("una", "user"))}
    bench.done("POST", "/api/v2/users", {"users": known})
    for path in (_BAN, _CHAT):
        refused = bench.send("POST", path, body, as_user=bench.app.user("una"))
        assert (refused.status, refused.json()["code"]) == (403, 17)
    other = bench.send("POST", _BAN, {**body, "banned_by_id": "mo"}, as_user=bench.app.user("mia"))
    assert (other.status, other.json()["code"]) == (403, 17)
    assert _bans(bench) == []
    assert bench.send("POST", _BAN, body, as_user=bench.app.user("mia")).status == 201
    assert [each["banned_by"]["id"] for each in _bans(bench)] == ["mia"]


def test_nobody_is_unbanned_who_is_not_known(bench: Desk) -> None:
    assert _unban(bench, "nobody") == 404
    _posted(bench)
    assert _unban(bench) == 201


def test_only_the_bans_of_one_are_lifted(bench: Desk) -> None:
    _ban(bench)
    _ban(bench, shadow=True, banned_by_id="m2")
    assert _unban(bench, created_by="m2") == 201
    assert [each["shadow"] for each in _bans(bench)] == [False]
    assert _posted(bench)["recommended_action"] == "remove"
