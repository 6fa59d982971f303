"""The official clients: what is asked for and answered happens, on every backend."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from getstream import Stream
from getstream.models import (
    BanActionRequestPayload,
    BlockListConfig,
    BlockListRule,
    DeleteUserRequestPayload,
    QueryBannedUsersPayload,
    UpdateUserPartialRequest,
    UserRequest,
)
from stream_chat import StreamChat

from tests.running import Running

from .apps import Apps
from .conftest import stream
from .helpers import BLOCKED_TEXT, check, eventually, flagged, item_of, refused, unique

MODERATOR = "mod-enforced"


def test_all_tokens_of_an_app_are_revoked(server: Running, apps: Apps) -> None:
    app = apps.create()
    chat = StreamChat(app["key"], app["secret"], base_url=server.base_url)
    with stream(server, api_key=app["key"], api_secret=app["secret"]) as client:
        token = client.create_token(unique("user"))
        with stream(server, api_key=app["key"], token=token) as user:
            user.moderation.flag(entity_type="post", entity_id=unique())
            chat.revoke_tokens(datetime.now(UTC) + timedelta(minutes=1))
            with refused(401, 40):
                user.moderation.flag(entity_type="post", entity_id=unique())
            assert client.get_app().data.app.revoke_tokens_issued_before is not None
            chat.update_app_settings(revoke_tokens_issued_before=None)
            user.moderation.flag(entity_type="post", entity_id=unique())
    chat.session.close()


def test_one_users_tokens_are_revoked(
    client: Stream, chat: StreamChat, as_user: Callable[[str], Stream]
) -> None:
    ada, ben = unique("ada"), unique("ben")
    clients = as_user(ada), as_user(ben)
    chat.revoke_user_token(ada, datetime.now(UTC) + timedelta(minutes=1))
    with refused(401, 40):
        clients[0].moderation.flag(entity_type="post", entity_id=unique())
    clients[1].moderation.flag(entity_type="post", entity_id=unique())
    cleared = UpdateUserPartialRequest(id=ada, unset=["revoke_tokens_issued_before"])
    answer = client.update_users_partial(users=[cleared]).data
    assert answer.users[ada].revoke_tokens_issued_before is None
    clients[0].moderation.flag(entity_type="post", entity_id=unique())


@pytest.mark.parametrize("how", ["deleted", "banned", "demoted"])
def test_a_moderator_who_is_none_any_more_decides_nothing(
    client: Stream, as_user: Callable[[str], Stream], policy: str, how: str
) -> None:
    rogue = unique("rogue")
    client.update_users({rogue: UserRequest(id=rogue, role="moderator")})
    own, item = as_user(rogue), flagged(client, policy)
    own.moderation.submit_action(action_type="mark_reviewed", item_id=item.id)
    if how == "demoted":
        change = UpdateUserPartialRequest(id=rogue, set={"role": "user"})
        client.update_users_partial(users=[change])
    elif how == "banned":
        ban = BanActionRequestPayload(target_user_id=rogue)
        client.moderation.submit_action(action_type="ban", user_id=MODERATOR, ban=ban)
    else:
        gone = DeleteUserRequestPayload(entity_id=rogue, entity_type="stream:user")
        client.moderation.submit_action(
            action_type="delete_user", user_id=MODERATOR, delete_user=gone
        )
    with refused(403, 17):
        own.moderation.submit_action(action_type="ban", item_id=item.id)
    creator = item_of(client, item.id).entity_creator
    assert creator is not None and not creator.banned


def test_a_bypassed_users_content_is_kept(client: Stream, policy: str) -> None:
    vip = unique("vip")
    client.moderation.bypass(enabled=True, target_user_id=vip)
    # Another process looks for changes every five seconds.
    eventually(lambda: _recommended(client, policy, vip) == "keep")
    client.moderation.bypass(enabled=False, target_user_id=vip)
    assert _recommended(client, policy, vip) == "remove"


def _recommended(client: Stream, policy: str, author: str) -> str:
    answer = check(client, BLOCKED_TEXT, policy, entity_creator_id=author)
    return str(answer.recommended_action)


def test_moderators_at_once_lock_different_items(client: Stream, policy: str) -> None:
    author = unique("author")
    items = {flagged(client, policy, entity_creator_id=author).id for _ in range(12)}
    eventually(lambda: len(_waiting(client, author)) == 12)

    def lock(moderator: str) -> list[str]:
        answer = client.moderation.query_review_queue(
            filter={"entity_creator_id": author, "entity_type": "post"},
            lock_items=True,
            lock_count=3,
            lock_duration=60,
            user_id=moderator,
        )
        found = [(each.id, each.assigned_to) for each in answer.data.items]
        assert all(user is not None and user.id == moderator for _, user in found)
        return [id for id, _ in found]

    with ThreadPoolExecutor(4) as pool:
        taken = list(pool.map(lock, [f"m{number}" for number in range(4)]))
    assert sorted(map(len, taken)) == [3, 3, 3, 3]
    assert {id for ids in taken for id in ids} == items
    assert sorted(lock("m1")) == sorted(taken[1])
    client.moderation.submit_action("mark_reviewed", item_id=taken[0][0], user_id="m0")
    assert item_of(client, taken[0][0]).assigned_to is None
    assert lock("m5") == [taken[0][0]]


def _waiting(client: Stream, author: str) -> list[str]:
    # The author's automatic flag makes an item of the author.
    filter = {"entity_creator_id": author, "entity_type": "post"}
    found = client.moderation.query_review_queue(filter=filter, limit=100).data.items
    return [each.id for each in found]


def test_teams_have_lists_of_one_name(client: Stream) -> None:
    name, key = unique("shared"), unique("policy")
    for team in ("aaa", "bbb"):
        client.create_block_list(name=name, words=[f"only{team}"], team=team)
        rules = [BlockListRule(name=name, action="remove", team=team)]
        config = BlockListConfig(rules=rules)
        client.moderation.upsert_config(key=key, team=team, block_list_config=config)
    for team in ("aaa", "bbb"):
        for word in ("aaa", "bbb"):
            found = check(client, f"only{word}", key, config_team=team).recommended_action
            assert found == ("remove" if word == team else "keep"), (team, word)


def test_a_channels_ban_and_a_shadow_ban_leave_the_account_alone(
    client: Stream, policy: str
) -> None:
    item = flagged(client, policy)
    for options in (
        {"channel_cid": "messaging:1", "reason": "x"},
        {"channel_ban_only": True, "reason": "x"},
        {"shadow": True, "timeout": 1},
    ):
        ban = BanActionRequestPayload(**options)
        client.moderation.submit_action("ban", item_id=item.id, user_id=MODERATOR, ban=ban)
    shown = item_of(client, item.id)
    assert shown.entity_creator is not None and not shown.entity_creator.banned
    assert [ban.channel_cid for ban in shown.bans] == [
        "messaging:1",
        f"post:{item.entity_id}",
        None,
    ]
    started = time.time_ns()
    assert shown.entity_creator.ban_expires is not None
    left = shown.entity_creator.ban_expires.timestamp() * 10**9 - started
    assert 0 < left <= 60 * 10**9


def test_a_ban_of_a_user_who_is_named_is_read_back(client: Stream, chat: StreamChat) -> None:
    user = unique("user")
    ban = BanActionRequestPayload(target_user_id=user, reason="spam", channel_cid="messaging:1")
    client.moderation.submit_action("ban", user_id=MODERATOR, ban=ban)
    named = QueryBannedUsersPayload(filter_conditions={"user_id": {"$in": [user]}})
    (found,) = client.chat.query_banned_users(payload=named).data.bans
    assert found.user is not None and found.banned_by is not None and found.channel is not None
    assert (found.user.id, found.banned_by.id, found.reason) == (user, MODERATOR, "spam")
    assert (found.channel.cid, found.channel.type) == ("messaging:1", "messaging")
    answer = chat.query_banned_users({"filter_conditions": {"user_id": user}})
    assert [each["channel"]["cid"] for each in answer["bans"]] == ["messaging:1"]
    unknown = QueryBannedUsersPayload(filter_conditions={"colour": "red"})
    with refused(400, 4, "filter_conditions.colour"):
        client.chat.query_banned_users(payload=unknown)
