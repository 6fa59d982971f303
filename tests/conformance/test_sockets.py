"""stream-chat for JavaScript connects as a user, which is all that a browser can do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from getstream import Stream

from tests.running import Running

from .clients import Refused
from .clients.node import Connected, Node
from .conftest import Callers
from .helpers import eventually, flagged, unique

Connect = Callable[..., Connected]


@pytest.fixture
def connect(server: Running, node: Node, client: Stream) -> Iterator[Connect]:
    with ExitStack() as stack:

        def connected(user: dict[str, Any], token: str | None = None) -> Connected:
            token = token or client.create_token(user["id"])
            made = Connected(node, server.base_url, server.api_key, user, token)
            made.call("connection")
            stack.callback(made.close)
            return made

        yield connected


def events(connected: Connected, type: str) -> list[dict[str, Any]]:
    return [event for event in connected.call("events") if event["type"] == type]


def test_a_user_connects_and_is_known(connect: Connect, callers: Callers) -> None:
    id = unique("ada")
    ada = connect({"id": id, "name": "Ada", "shirt": "red", "role": "admin"})
    connection = ada.call("connection")
    assert connection["healthy"] is True
    assert connection["connection_id"]
    assert connection["user"]["role"] == "user"
    (hello,) = events(ada, "health.check")
    assert hello["me"]["name"] == "Ada"
    assert hello["not_in_effect"] == ["user_details.role"]
    ada.call("ping")
    eventually(lambda: len(events(ada, "health.check")) == 2)
    server = callers("stream-chat-js")
    (known,) = server.call("query_users_v1", filter_conditions={"id": id})["users"]
    assert (known["name"], known["role"]) == ("Ada", "user")


def test_a_client_knows_whom_its_user_has_muted(connect: Connect, client: Stream) -> None:
    ada, bob, cid = (unique(name) for name in ("ada", "bob", "cid"))
    client.update_users(users={id: {"id": id, "name": id} for id in (ada, bob, cid)})
    client.moderation.mute(target_ids=[bob], user_id=ada)
    client.block_users(blocked_user_id=cid, user_id=ada)
    (hello,) = events(connect({"id": ada}), "health.check")
    (mute,) = hello["me"]["mutes"]
    assert (mute["user"]["id"], mute["target"]["name"]) == (ada, bob)
    assert hello["me"]["blocked_user_ids"] == [cid]


def test_a_user_is_told_of_bans_and_flags(connect: Connect, client: Stream, policy: str) -> None:
    id = unique("eve")
    eve = connect({"id": id})
    item = flagged(client, policy, entity_creator_id=id)
    eventually(lambda: [event["total_flags"] for event in events(eve, "user.flagged")] == [1])
    ban = {"reason": "spam", "timeout": 5}
    decide = client.moderation.submit_action
    decide("ban", item_id=item.id, user_id="mo", ban=ban)
    eventually(lambda: events(eve, "user.banned") != [])
    (banned,) = events(eve, "user.banned")
    assert (banned["reason"], banned["user"]["banned"]) == ("spam", True)
    assert banned["expiration"] > banned["created_at"]
    decide("unban", user_id="mo", unban={"target_user_id": id})
    eventually(lambda: events(eve, "user.unbanned") != [])
    decide("ban", user_id="mo", ban={"target_user_id": id, "shadow": True})
    decide("ban", user_id="mo", ban={"target_user_id": id, "channel_cid": "messaging:1"})
    eventually(lambda: len(events(eve, "user.banned")) == 2)
    last = events(eve, "user.banned")[1]
    # The shadow ban is told to nobody whom it concerns.
    assert (last["cid"], last["user"]["shadow_banned"]) == ("messaging:1", False)


def test_a_moderator_works_in_the_browser(
    connect: Connect, client: Stream, policy: str, callers: Callers
) -> None:
    id = unique("mo")
    client.update_users(users={id: {"id": id, "role": "moderator"}})
    mo = connect({"id": id})
    item = flagged(client, policy)
    found = mo.call("query_review_queue", filter={"id": item.id})
    assert [each["id"] for each in found["items"]] == [item.id]
    mo.call("submit_action", action_type="mark_reviewed", item_id=item.id)
    left = callers("getstream").call("get_review_queue_item", id=item.id)["item"]
    assert left["reviewed_by"] == id


def test_a_user_who_is_no_moderator_is_refused(connect: Connect) -> None:
    with pytest.raises(Refused) as caught:
        connect({"id": unique("bob")}).call("query_review_queue")
    assert (caught.value.status, caught.value.code) == (403, 17)


def test_who_is_not_let_in_is_told_why(server: Running, node: Node, client: Stream) -> None:
    id = unique("ada")
    token = client.create_token(id)
    with pytest.raises(ConnectionError, match='"code":43'):
        wrong = token[:-4] + ("AAAA" if token[-4:] != "AAAA" else "BBBB")
        Connected(node, server.base_url, server.api_key, {"id": id}, wrong).call("connection")
    client.update_users_partial(
        users=[{"id": id, "set": {"revoke_tokens_issued_before": "2035-01-01T00:00:00Z"}}]
    )
    with pytest.raises(ConnectionError, match='"code":40'):
        Connected(node, server.base_url, server.api_key, {"id": id}, token).call("connection")


def test_a_token_that_is_revoked_ends_the_connection(connect: Connect, client: Stream) -> None:
    id = unique("ada")
    ada = connect({"id": id})
    client.update_users_partial(
        users=[{"id": id, "set": {"revoke_tokens_issued_before": "2035-01-01T00:00:00Z"}}]
    )
    eventually(lambda: ada.call("connection")["healthy"] is False)


def test_nobody_connects(server: Running, node: Node) -> None:
    nobody = Connected(node, server.base_url, server.api_key, None, None)
    assert nobody.call("connection")["healthy"] is True
    with pytest.raises(Refused) as caught:
        nobody.call("query_review_queue")
    assert caught.value.status == 401
    nobody.close()
