"""What is kept of a user, by all clients that ask for it."""

from __future__ import annotations

from typing import Any

import pytest
import requests
from getstream import Stream, StreamApiException
from getstream.models import UserRequest

from .clients import Caller, Refused, each_client, effect, refusal
from .helpers import eventually, flagged, unique


@each_client("export_user_v1", "flag_v1")
@effect("export_user_v1", through="flag_v1")
def test_a_user_is_exported(
    caller: Caller, other_caller: Caller, client: Stream, policy: str
) -> None:
    user, muted, blocked = (unique(name) for name in ("user", "muted", "blocked"))
    known = {id: UserRequest(id=id, name="Ann") for id in (user, muted, blocked)}
    client.update_users(known)
    client.moderation.mute(target_ids=[muted], user_id=user)
    client.block_users(blocked_user_id=blocked, user_id=user)
    client.moderation.ban(target_user_id=user, banned_by_id="mo", reason="rude")
    item = flagged(client, policy, entity_creator_id=user)
    client.moderation.submit_action("mark_reviewed", item_id=item.id, user_id="mo")
    caller.call("flag_v1", target_user_id=user, user_id="rea", reason="spam")
    found = caller.call("export_user_v1", id=user)
    assert (found["user"]["id"], found["user"]["name"]) == (user, "Ann")
    assert [each["target"]["id"] for each in found["user"]["mutes"]] == [muted]
    assert [each["blocked_user_id"] for each in found["blocks"]] == [blocked]
    assert [each["reason"] for each in found["bans"]] == ["rude"]
    items = {each["id"]: each for each in found["items"]}
    assert items.pop(item.id)["actions"][0]["type"] == "mark_reviewed"
    (own,) = items.values()
    assert (own["entity_id"], own["flags"][0]["user_id"]) == (user, "rea")
    assert found["messages"] == found["reactions"] == []
    for asks, id in ((caller, unique("nobody")), (other_caller, user)):
        with pytest.raises(Refused) as caught:
            asks.call("export_user_v1", id=id)
        assert (caught.value.status, caught.value.code) == (404, 16)


@each_client("export_users_v1", "get_task_v1")
@effect("export_users_v1", through="get_task_v1")
def test_users_are_exported(caller: Caller, other_caller: Caller, client: Stream) -> None:
    ids = [unique("user") for _ in range(2)]
    client.update_users({id: UserRequest(id=id, name="Ann") for id in ids})
    task = caller.call("export_users_v1", user_ids=ids)["task_id"]
    told: list[Any] = []

    def has_ended() -> bool:
        told.append(caller.call("get_task_v1", id=task))
        return told[-1]["status"] in ("completed", "failed")

    eventually(has_ended, 30)
    assert told[-1]["status"] == "completed"
    users = requests.get(told[-1]["result"]["url"], timeout=30).json()
    assert [(each["user"]["id"], each["user"]["name"]) for each in users] == [
        (id, "Ann") for id in ids
    ]
    assert refusal(caller, "export_users_v1", user_ids=[]) == (400, 4)
    assert refusal(caller, "export_users_v1", user_ids=[unique("nobody")]) == (404, 16)
    assert refusal(other_caller, "export_users_v1", user_ids=ids) == (404, 16)
    assert refusal(other_caller, "get_task_v1", id=task) == (404, 16)


def test_a_user_is_exported_on_the_newer_path(client: Stream) -> None:
    user = unique("user")
    client.update_users({user: UserRequest(id=user, name="Ann")})
    exported = client.export_user(user).data
    assert exported.user is not None
    assert (exported.user.id, exported.messages, exported.reactions) == (user, [], [])
    with pytest.raises(StreamApiException) as caught:
        client.export_user(unique("nobody"))
    assert caught.value.status_code == 404
