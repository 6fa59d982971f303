"""Bans: of accounts and of channels, shadow bans beside them, and how each ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import orjson
import pytest

from common.domain.times import MINUTE
from common.moderation.users.banning import MOST_BANS
from tests.functional.desk import Desk, desk, later


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("bans") / "data") as made:
        yield made


@pytest.fixture
def item(bench: Desk) -> str:
    return str(bench.flagged()["id"])


def _standing(bench: Desk, item: str) -> tuple[bool, bool]:
    creator = bench.shown(item)["entity_creator"]
    return creator["banned"], creator["shadow_banned"]


def _places(bench: Desk, item: str) -> list[tuple[str | None, bool]]:
    return [(ban.get("channel_cid"), ban["shadow"]) for ban in bench.shown(item)["bans"]]


@pytest.mark.parametrize("shadow", [False, True])
def test_a_ban_for_a_time_ends_by_itself(bench: Desk, item: str, shadow: bool) -> None:
    after = bench.act("ban", item, ban={"timeout": 1, "shadow": shadow})
    creator = after["entity_creator"]
    assert creator["ban_expires"] == after["bans"][0]["created_at"] + MINUTE
    with later(59):
        assert _standing(bench, item) == (not shadow, shadow)
    with later(61):
        assert _standing(bench, item) == (False, False)
        assert bench.shown(item)["entity_creator"]["ban_expires"] == creator["ban_expires"]


def test_a_ban_and_a_shadow_ban_stand_beside_each_other(bench: Desk, item: str) -> None:
    for first, second in ((False, True), (True, False)):
        bench.act("ban", item, ban={"shadow": first})
        bench.act("ban", item, ban={"shadow": second, "timeout": 1})
        assert _standing(bench, item) == (True, True)
        with later(61):
            assert _standing(bench, item) == (not first, first)
        after = bench.act("unban", item)
        assert (_standing(bench, item), after["bans"]) == ((False, False), [])


def test_the_end_of_one_does_not_stand_for_the_other(bench: Desk, item: str) -> None:
    bench.act("ban", item, ban={"shadow": True, "timeout": 1})
    bench.act("ban", item, ban={"timeout": 3})
    bans = {ban["shadow"]: ban for ban in bench.shown(item)["bans"]}
    assert bench.shown(item)["entity_creator"]["ban_expires"] == bans[False]["expires"]
    with later(121):
        assert _standing(bench, item) == (True, False)
    bench.act("unban", item)
    assert "ban_expires" not in bench.shown(item)["entity_creator"]
    bench.act("ban", item, ban={"timeout": 3})
    with later(181):
        assert _standing(bench, item) == (False, False)


@pytest.mark.parametrize(
    ("options", "channel"),
    [
        ({"channel_cid": "messaging:1"}, "messaging:1"),
        ({"channel_cid": "messaging:1", "channel_ban_only": True}, "messaging:1"),
        ({"channel_ban_only": True}, "messaging:own"),
        ({"channel_cid": "messaging:1", "shadow": True}, "messaging:1"),
    ],
)
def test_a_channels_ban_is_of_the_channel_only(
    bench: Desk, options: dict[str, Any], channel: str
) -> None:
    payload = {"texts": ["zzword"], "custom": {"channel_cid": "messaging:own"}}
    item = bench.flagged(moderation_payload=payload)["id"]
    bench.act("ban", item, ban=options)
    assert _standing(bench, item) == (False, False)
    assert _places(bench, item) == [(channel, options.get("shadow", False))]
    bench.act("unban", item)
    assert _places(bench, item) == [(channel, options.get("shadow", False))]
    bench.act("unban", item, unban={"channel_cid": channel})
    assert _places(bench, item) == []


def test_content_of_no_named_channel_stands_for_one(bench: Desk) -> None:
    item = bench.flagged(entity_id="thread-7")["id"]
    bench.act("ban", item, ban={"channel_ban_only": True})
    assert _standing(bench, item) == (False, False)
    assert _places(bench, item) == [("post:thread-7", False)]


def test_a_ban_that_is_not_of_the_channel_only_is_of_the_account(bench: Desk, item: str) -> None:
    bench.act("ban", item, ban={"channel_cid": "messaging:1", "channel_ban_only": False})
    assert _standing(bench, item) == (True, False)


def test_a_channels_ban_of_nowhere_is_refused(bench: Desk) -> None:
    ban = {"target_user_id": "nobody", "channel_ban_only": True}
    answered = bench.decide("ban", ban=ban)
    assert answered.status == 400
    assert set(answered.json()["exception_fields"]) == {"ban.channel_cid"}
    bench.act("ban", ban={**ban, "channel_cid": "messaging:1"})
    assert not bench.user("nobody").get("banned")


def test_bans_of_other_channels_and_of_the_account_stay(bench: Desk, item: str) -> None:
    for channel in ("a:1", "b:2"):
        bench.act("ban", item, ban={"channel_cid": channel})
    bench.act("ban", item)
    bench.act("unban", item, unban={"channel_cid": "a:1"})
    assert _places(bench, item) == [("b:2", False), (None, False)]
    assert _standing(bench, item) == (True, False)
    bench.act("unban", item)
    assert _places(bench, item) == [("b:2", False)]


def test_no_ban_that_stands_is_forgotten(bench: Desk, item: str) -> None:
    bench.act("ban", item)
    for number in range(1, MOST_BANS):
        bench.act("ban", item, ban={"channel_cid": f"c:{number}", "timeout": number == 1})
    one_more = {"channel_cid": "c:more"}
    assert set(bench.decide("ban", item, ban=one_more).json()["exception_fields"]) == {
        "ban.channel_cid"
    }
    assert len(_places(bench, item)) == MOST_BANS
    with later(61):
        bench.act("ban", item, ban=one_more)
    places = _places(bench, item)
    assert (None, False) in places and ("c:more", False) in places
    assert ("c:1", False) not in places and len(places) == MOST_BANS


def _read(bench: Desk, path: str = "/api/v2/chat/query_banned_users", **payload: Any) -> Any:
    query = {"payload": orjson.dumps(payload).decode()}
    return bench.server.call(bench.app, "GET", path, query=query)


def _bans(bench: Desk, **payload: Any) -> list[Any]:
    answered = _read(bench, **payload)
    assert answered.status == 200, answered.text
    return list(answered.json()["bans"])


def test_the_bans_of_a_user_without_an_item_are_read_back(bench: Desk) -> None:
    bench.done("POST", "/api/v2/users", {"users": {"mo": {"id": "mo", "name": "Mo"}}})
    of_user: dict[str, Any] = {"filter_conditions": {"user_id": "direct"}}
    assert _bans(bench, **of_user) == []
    for options in ({"reason": "spam", "timeout": 1}, {"shadow": True}, {"channel_cid": "m:1"}):
        bench.act("ban", ban={"target_user_id": "direct", **options})
    channel, shadow, ban = _bans(bench, **of_user)
    assert (ban["reason"], ban["shadow"], ban["expires"] - ban["created_at"]) == (
        "spam",
        False,
        MINUTE,
    )
    assert (ban["user"]["id"], ban["user"]["banned"], ban["banned_by"]["name"]) == (
        "direct",
        True,
        "Mo",
    )
    assert "channel" not in ban and "expires" not in shadow
    assert (shadow["shadow"], channel["channel"]["cid"]) == (True, "m:1")
    with later(61):
        assert len(_bans(bench, **of_user)) == 3
        assert len(_bans(bench, **of_user, exclude_expired_bans=True)) == 2
    assert _bans(bench, **of_user, limit=1, offset=1) == [shadow]
    oldest = [{"field": "created_at", "direction": 1}]
    assert _bans(bench, **of_user, sort=oldest) == [ban, shadow, channel]
    after = {"created_at_after": ban["created_at"]}
    assert _bans(bench, **of_user, **after) == [channel, shadow]
    for wanted, found in (
        ({"channel_cid": "m:1"}, [channel]),
        ({"shadow": True}, [shadow]),
        ({"reason": "spam", "banned_by_id": "mo"}, [ban]),
        ({"banned_by_id": "another"}, []),
    ):
        named = {"user_id": {"$in": ["direct", "nobody"]}, **wanted}
        assert _bans(bench, filter_conditions=named) == found
    bench.act("unban", unban={"target_user_id": "direct"})
    assert _bans(bench, **of_user) == [{**channel, "user": bench_user(bench)}]


def bench_user(bench: Desk) -> Any:
    (ban,) = _bans(bench, filter_conditions={"user_id": "direct"})
    assert ban["user"]["banned"] is False
    return ban["user"]


@pytest.mark.parametrize(
    ("payload", "field"),
    [
        ({}, "payload.filter_conditions"),
        ({"filter_conditions": {"user_id": {"$gt": "a"}}}, "filter_conditions.user_id"),
        ({"filter_conditions": {"user_id": [1]}}, "filter_conditions.user_id"),
        ({"filter_conditions": {"user_id": "a", "team": "x"}}, "filter_conditions.team"),
        ({"filter_conditions": {"user_id": "a"}, "limit": 301}, "payload.limit"),
        ({"filter_conditions": {"user_id": "a"}, "sort": [{"field": "user_id"}]}, "sort"),
    ],
)
def test_bans_that_cannot_be_found_are_not_looked_for(
    bench: Desk, payload: dict[str, Any], field: str
) -> None:
    for path in ("/api/v2/chat/query_banned_users", "/query_banned_users"):
        answered = _read(bench, path, **payload)
        assert answered.status == 400
        assert set(answered.json()["exception_fields"]) == {field}, answered.text


def test_a_ban_counts_when_it_begins(bench: Desk, item: str) -> None:
    def counted() -> int:
        return int(bench.shown(item)["entity_creator"]["ban_count"])

    bench.act("ban", item, ban={"timeout": 1})
    bench.act("ban", item, ban={"timeout": 5})
    assert counted() == 1
    with later(301):
        bench.act("ban", item)
    assert counted() == 2
    bench.act("ban", item, ban={"shadow": True})
    assert counted() == 3
