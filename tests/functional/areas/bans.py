"""Bans, mutes and bypasses."""

from __future__ import annotations

import json
from typing import Any

from tests.functional.areas.area import Area, Made, Wrong


def _things(made: Made, mark: str) -> dict[str, str]:
    """Somebody who is banned, from everywhere and from a channel, and who is muted."""
    names = ("banned", "muted", "muting")
    known = {id: {"id": id, "name": mark} for id in names}
    made("POST", "/api/v2/users", {"users": known})
    ban = {"target_user_id": "banned", "banned_by_id": "m", "reason": mark}
    for more in (
        {},
        {"shadow": True},
        {"channel_cid": "messaging:1"},
        {"ban_from_future_channels": True},
    ):
        made("POST", "/moderation/ban", {**ban, **more})
    mute = {"user_id": "muting", "target_ids": ["muted"]}
    made("POST", "/api/v2/moderation/mute", mute)
    return {"banned": "banned", "muted": "muted"}


def _payload(**asked: Any) -> dict[str, str]:
    return {"payload": json.dumps(asked)}


_ID = "u" * 1025
_WRONG_BANS: Wrong = (
    ("no one who bans", "banned_by_id", {"banned_by_id": None}),
    ("two who ban", "banned_by.id", {"banned_by": {"id": "another"}}),
    ("a way to delete that is none", "delete_messages", {"delete_messages": "gently"}),
    ("messages that nobody deletes", "delete_messages", {"delete_messages": "soft"}),
    ("an address that nobody knows", "ip_ban", {"target_user_id": "nobody", "ip_ban": True}),
    ("eleven years", "timeout", {"timeout": 11 * 366 * 24 * 60}),
    ("a name of 1,025 characters", "target_user_id", {"target_user_id": _ID}),
)
_WRONG_CHAT_BANS: Wrong = (
    *_WRONG_BANS,
    ("half of a channel", "id", {"type": "messaging"}),
    ("two channels", "channel_cid", {"type": "a", "id": "b", "channel_cid": "a:c"}),
    ("reactions that nobody deletes", "delete_reactions", {"delete_reactions": True}),
)
_WRONG_MUTES: Wrong = (
    ("oneself", "target_ids", {"target_ids": ["u"]}),
    ("nobody", "target_ids", {"target_ids": []}),
    ("no one who mutes", "user_id", {"user_id": None}),
    ("1,001 users", "target_ids", {"target_ids": [f"u{n}" for n in range(1_001)]}),
)
_WRONG_CHAT_MUTES: Wrong = (
    ("nobody", "target_id", {"target_ids": [], "target_id": None}),
    ("no one who mutes", "user_id", {"user_id": None}),
)
_BANNED: tuple[tuple[str, dict[str, str]], ...] = (
    ("no payload", {}),
    ("no JSON", {"payload": "nonsense"}),
    ("another JSON", {"payload": "[]"}),
    ("no filter", {"payload": "{}"}),
    ("a filter that is none", {"payload": '{"filter_conditions": 5}'}),
    ("deep JSON", {"payload": "[" * 1_000}),
    ("users in no list", _payload(filter_conditions={"user_id": {"$gt": "a"}})),
    ("101 users", _payload(filter_conditions={"user_id": {"$in": ["u"] * 101}})),
    ("an unknown key", _payload(filter_conditions={"nonsense": 1})),
    ("a sort by nothing", _payload(filter_conditions={}, sort=[{"field": "nonsense"}])),
    ("301 bans", _payload(filter_conditions={}, limit=301)),
)
_FUTURE: tuple[tuple[str, dict[str, str]], ...] = (
    ("no JSON", {"payload": "nonsense"}),
    ("an unknown key", _payload(nonsense=1)),
    ("301 bans", _payload(limit=301)),
)
_BAN = {"target_user_id": "u", "banned_by_id": "m"}
_MUTE = {"target_ids": ["{muted}"], "user_id": "u"}
_CHAT_MUTE = {"target_id": "{muted}", "user_id": "u"}


AREA = Area(
    valid={
        "ban": _BAN,
        "ban_v1": _BAN,
        "unban": {"unbanned_by_id": "m"},
        "mute": _MUTE,
        "unmute": {"target_ids": ["{muted}"], "user_id": "muting"},
        "mute_v1": _CHAT_MUTE,
        "unmute_v1": {"target_id": "{muted}", "user_id": "muting"},
        "bypass": {"enabled": True, "target_user_id": "u"},
    },
    wrong={
        "ban": _WRONG_BANS,
        "ban_v1": _WRONG_CHAT_BANS,
        "mute": _WRONG_MUTES,
        "unmute": _WRONG_MUTES[1:],
        "mute_v1": _WRONG_CHAT_MUTES,
        "unmute_v1": _WRONG_CHAT_MUTES,
    },
    asked={
        "unban": {"target_user_id": "banned"},
        "unban_v1": {"target_user_id": "banned"},
        "query_banned_users": _payload(filter_conditions={}),
        "query_banned_users_v1": _payload(filter_conditions={}),
    },
    queries={
        "query_banned_users": _BANNED,
        "query_banned_users_v1": _BANNED,
        "query_future_channel_bans": _FUTURE,
        "query_future_channel_bans_v1": _FUTURE,
    },
    samples={
        "query_banned_users payload": json.dumps({"filter_conditions": {"reason": "x"}}).replace(
            " ", ""
        ),
        "query_banned_users_v1 payload": json.dumps({"filter_conditions": {"reason": "x"}}).replace(
            " ", ""
        ),
        "query_future_channel_bans payload": json.dumps({"target_user_id": "x"}).replace(" ", ""),
        "query_future_channel_bans_v1 payload": json.dumps({"target_user_id": "x"}).replace(
            " ", ""
        ),
        "ban target_user_id": "banned",
        "ban_v1 target_user_id": "banned",
        "mute target_ids": ["banned"],
        "unmute target_ids": ["nobody"],
        "unmute user": {"id": "muting"},
        "unmute_v1 user": {"id": "muting"},
        "bypass enabled": False,
        "mute_v1 target_ids": ["banned"],
        "mute_v1 target_id": "banned",
        "unmute_v1 target_ids": ["nobody"],
        "unmute_v1 target_id": "nobody",
    },
    things=_things,
)
