"""What is migrated, kind by kind in the order in which one refers to the other: how a page of it is
read from the app that is left, and by which calls it comes into Gavel.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol

from common.engines.unserved import asked_in_vain

_PAGE = 100
_OF_STREAM_ALONE = ("duration", "created_at", "updated_at", "id")
_PROFILE = ("name", "image", "role", "language", "invisible", "teams", "custom")
_NANOSECONDS = 1_000_000_000

Object = dict[str, Any]
Page = tuple[list[Object], str | None]
"""Objects, and where the next page begins."""


class Reader(Protocol):
    """An app that is only read."""

    def call(self, operation: str, **fields: Any) -> Any: ...


@dataclass(frozen=True, slots=True)
class Order:
    """A call that brings one object into Gavel; `name` is how the report calls it."""

    name: str
    operation: str
    fields: Object


@dataclass(frozen=True, slots=True)
class Kind:
    """`changes` is the operation for what is there already, where the other only makes it. What
    `is_made_once` and is there already stays as it is. `in_vain` names what Gavel would keep of an
    object and could do nothing for.
    """

    name: str
    read: Callable[[Reader, str], Page]
    orders: Callable[[Object], Iterator[Order]]
    changes: str | None = None
    is_made_once: bool = False
    in_vain: Callable[[Object], Iterable[str]] = lambda _: ()


def _block_lists(app: Reader, cursor: str) -> Page:
    answer = app.call("list_block_lists", limit=_PAGE, **_after("cursor", cursor))
    return answer["blocklists"], answer.get("next_cursor") or None


def _block_list(found: Object) -> Iterator[Order]:
    if found.get("created_at") == 0 or not found["words"]:
        # Comes with Stream, as it does with Gavel.
        return
    yield Order(found["name"], "create_block_list", _given(found, "owner_user_id"))


def _queried(operation: str, member: str) -> Callable[[Reader, str], Page]:
    def read(app: Reader, cursor: str) -> Page:
        answer = app.call(operation, limit=_PAGE, **_after("next", cursor))
        return answer[member], answer.get("next") or None

    return read


_SHOWN_WITH_A_POLICY = (
    "supported_video_call_harm_types",
    "ai_image_label_definitions",
    "ai_image_subclassifications",
    "available_bodyguard_profiles",
    "not_in_effect",
    "not_in_effect_because",
)
"""Said of the engines, not of the policy."""


def _policy(found: Object) -> Iterator[Order]:
    yield Order(_in_team(found), "upsert_config", _given(found, *_SHOWN_WITH_A_POLICY))


def _rule(found: Object) -> Iterator[Order]:
    yield Order(_in_team(found), "upsert_moderation_rule", _given(found, "rule"))


def _queues(app: Reader, _cursor: str) -> Page:
    return app.call("list_queues")["queues"], None


def _queue(found: Object) -> Iterator[Order]:
    fields = {name: found[name] for name in ("name", "type", "description", "filters", "sort")}
    if found.get("created_by"):
        fields["user_id"] = found["created_by"]
    yield Order(found["name"], "create_queue", fields)


def _buttons(app: Reader, _cursor: str) -> Page:
    shown = app.call("get_action_config", exclude_defaults=True)["action_config"]
    return [button for buttons in shown.values() for button in buttons], None


def _button(found: Object) -> Iterator[Order]:
    name = f"{found['entity_type']} {found['action']}"
    yield Order(name, "upsert_action_config", _given(found))


def _users(app: Reader, cursor: str) -> Page:
    """By their ids, so that no page moves while others are read."""
    payload: Object = {
        "filter_conditions": {},
        "sort": [{"field": "id", "direction": 1}],
        "limit": _PAGE,
        "include_deactivated_users": True,
        **_after("id_gt", cursor),
    }
    found = app.call("query_users", payload=payload)["users"]
    return found, found[-1]["id"] if len(found) == _PAGE else None


def _user(found: Object) -> Iterator[Order]:
    id = found["id"]
    profile = {name: found[name] for name in _PROFILE if found.get(name) not in (None, "", [], {})}
    yield Order(id, "update_users", {"users": {id: {"id": id, **profile}}})
    if found.get("bypass_moderation"):
        yield Order(id, "bypass", {"target_user_id": id, "enabled": True})
    if found.get("deactivated_at"):
        yield Order(id, "deactivate_user", {"user_id": id})


def _bans(app: Reader, cursor: str) -> Page:
    """From the oldest on; those of one moment may come twice, which changes nothing."""
    payload: Object = {
        "filter_conditions": {},
        "sort": [{"field": "created_at", "direction": 1}],
        "limit": _PAGE,
        "exclude_expired_bans": True,
        **_after("created_at_after_or_equal", cursor),
    }
    found = app.call("query_banned_users", payload=payload)["bans"]
    last = _iso(found[-1]["created_at"]) if found else ""
    return found, last if len(found) == _PAGE and last != cursor else None


def _ban(found: Object) -> Iterator[Order]:
    user, by = found.get("user") or {}, found.get("banned_by") or {}
    fields: Object = {
        "target_user_id": user.get("id"),
        "banned_by_id": by.get("id") or "migration",
        "reason": found.get("reason") or "",
        "shadow": bool(found.get("shadow")),
    }
    if expires := found.get("expires"):
        fields["timeout"] = max(1, math.ceil((expires / _NANOSECONDS - time.time()) / 60))
    if channel := (found.get("channel") or {}).get("cid"):
        fields["channel_cid"] = channel
    yield Order(str(user.get("id")), "ban", fields)


KINDS: Sequence[Kind] = (
    Kind("block lists", _block_lists, _block_list, changes="update_block_list"),
    Kind(
        "policies",
        _queried("query_moderation_configs", "configs"),
        _policy,
        in_vain=lambda found: [each.config_field for each in asked_in_vain(found)],
    ),
    Kind("rules", _queried("query_moderation_rules", "rules"), _rule),
    Kind("queues", _queues, _queue, is_made_once=True),
    Kind("buttons", _buttons, _button, is_made_once=True),
    Kind("users", _users, _user),
    Kind("bans", _bans, _ban),
)


def _after(name: str, cursor: str) -> Object:
    return {name: cursor} if cursor else {}


def _given(found: Object, *others: str) -> Object:
    """What the app itself said: neither what Stream adds nor what is empty."""
    left_out = {*_OF_STREAM_ALONE, *others}
    return {
        name: each
        for name, each in found.items()
        if name not in left_out and each not in (None, "", [], {})
    }


def _in_team(found: Object) -> str:
    name: str = found.get("key") or found["name"]
    return f"{name} (team {found['team']})" if found.get("team") else name


def _iso(nanoseconds: int) -> str:
    return datetime.fromtimestamp(nanoseconds / _NANOSECONDS, UTC).isoformat()
