"""Bans, mutes and bypasses: what is done to users."""

from __future__ import annotations

from common.http.routes.route import Route
from common.http.routes.stream.paths import NOTHING, V2, old_route, route

_BANNING = "common.api.stream.banning"
_BANS = "common.api.stream.bans"
_MUTES = "common.api.stream.mutes"
_BAN_VIEWS = "common.views.stream_bans"
_MUTE_VIEWS = "common.views.stream_mutes"

ROUTES: tuple[Route, ...] = (
    route(
        "POST",
        f"{V2}/ban",
        "submit_action",
        "ban",
        access="moderator",
        body=f"{_BANNING}:BanRequest",
        answer=NOTHING,
        right="decide",
    ),
    route(
        "POST",
        f"{V2}/unban",
        "submit_action",
        "unban",
        body=f"{_BANNING}:UnbanRequest",
        query=f"{_BANNING}:UnbanQuery",
        answer=NOTHING,
        right="decide",
    ),
    old_route(
        "POST",
        "/moderation/ban",
        "submit_action",
        "ban_v1",
        access="moderator",
        body=f"{_BANNING}:ChatBanRequest",
        answer=NOTHING,
        right="decide",
    ),
    old_route(
        "DELETE",
        "/moderation/ban",
        "submit_action",
        "unban_v1",
        access="moderator",
        query=f"{_BANNING}:ChatUnbanQuery",
        answer=NOTHING,
        right="decide",
    ),
    route(
        "POST",
        f"{V2}/mute",
        "submit_action",
        "mute",
        access="user",
        body=f"{_MUTES}:MuteRequest",
        answer=f"{_MUTE_VIEWS}:MutesAnswer",
    ),
    route(
        "POST",
        f"{V2}/unmute",
        "submit_action",
        "unmute",
        access="user",
        body=f"{_MUTES}:UnmuteRequest",
        answer=f"{_MUTE_VIEWS}:UnmutesAnswer",
    ),
    old_route(
        "POST",
        "/moderation/mute",
        "submit_action",
        "mute_v1",
        access="user",
        body=f"{_MUTES}:ChatMuteRequest",
        answer=f"{_MUTE_VIEWS}:ChatMutesAnswer",
    ),
    old_route(
        "POST",
        "/moderation/unmute",
        "submit_action",
        "unmute_v1",
        access="user",
        body=f"{_MUTES}:ChatUnmuteRequest",
        answer=f"{_MUTE_VIEWS}:UnmutesAnswer",
    ),
    route(
        "POST",
        f"{V2}/bypass",
        "submit_action",
        "bypass",
        body="common.api.stream.actions:BypassRequest",
        answer=NOTHING,
        right="administer",
    ),
    route(
        "GET",
        "/api/v2/chat/query_banned_users",
        "users",
        "query_banned_users",
        access="moderator",
        query=f"{_BANS}:BannedUsersQuery",
        answer=f"{_BAN_VIEWS}:BansAnswer",
        right="read",
    ),
    old_route(
        "GET",
        "/query_banned_users",
        "users",
        "query_banned_users_v1",
        access="moderator",
        query=f"{_BANS}:BannedUsersQuery",
        answer=f"{_BAN_VIEWS}:BansAnswer",
        right="read",
    ),
    route(
        "GET",
        "/api/v2/chat/query_future_channel_bans",
        "users",
        "query_future_channel_bans",
        access="moderator",
        query=f"{_BANS}:FutureBansQuery",
        answer=f"{_BAN_VIEWS}:FutureBansAnswer",
        right="read",
    ),
    old_route(
        "GET",
        "/query_future_channel_bans",
        "users",
        "query_future_channel_bans_v1",
        access="moderator",
        query=f"{_BANS}:FutureBansQuery",
        answer=f"{_BAN_VIEWS}:FutureBansAnswer",
        right="read",
    ),
)
