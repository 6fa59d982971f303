"""Lists of users, and groups of rules."""

from __future__ import annotations

from typing import Any

from common.configuration.context import now
from common.domain.times import DAY, to_rfc3339
from tests.functional.areas.area import Area, Made

_WHEN = {"type": "post_count", "operator": "gte", "value": 9, "window": "1h"}
_RULE: dict[str, Any] = {
    "name": "Raid",
    "scope": "post",
    "when": _WHEN,
    "actions": ["flag_for_review"],
    "group": "raid",
}


def _things(made: Made, mark: str) -> dict[str, str]:
    """Two lists, and a group that is on."""
    for name in ("friends", "more"):
        made("PUT", f"/api/v1/user_lists/{name}", {"name": mark, "users": ["ann", "bob"]})
    made("PUT", "/api/v1/rules/raid", {**_RULE, "name": mark})
    soon = to_rfc3339(now() + DAY)
    made("POST", "/api/v1/rule_groups/raid/on", {"until": soon})
    return {"user_list": "friends", "rule_group": "raid", "soon": soon}


_UNTIL = "2099-01-01T00:00:00Z"
AREA = Area(
    valid={
        "put_user_list": {"name": "Friends"},
        "add_listed_users": {"users": ["cat"]},
        "remove_listed_users": {"users": ["ann"]},
        "switch_on_rule_group": {"until": "{soon}"},
        "switch_off_rule_group": {},
    },
    wrong={
        "put_user_list": (
            ("no text", "users.0", {"users": [7]}),
            ("5,001 users", "users", {"users": [f"u{n}" for n in range(5_001)]}),
        ),
        "switch_on_rule_group": (
            ("no zone", "until", {"until": "2026-01-02T00:00:00"}),
            ("the past", "until", {"until": "2020-01-02T00:00:00Z"}),
            ("eternity", "until", {"until": _UNTIL}),
        ),
        "put_settings": (
            ("a list that does not exist", "exempt.lists", {"exempt": {"lists": ["nobody"]}}),
        ),
        "put_rule": (
            ("too long a cooldown", "cooldown", {"cooldown": "366d"}),
            ("a cooldown of nothing", "cooldown", {"cooldown": "0s"}),
            ("a list that does not exist", "exempt.lists", {"exempt": {"lists": ["nobody"]}}),
        ),
    },
    samples={
        "put_user_list users": ["dan"],
        "put_user_list trusted": True,
        "add_listed_users users": ["dan"],
        "remove_listed_users users": ["bob"],
        "exempt.app_wide": False,
        "put_settings exempt": {"roles": ["vip"]},
    },
    ids={"user_lists": "{user_list}", "rule_groups": "{rule_group}"},
    things=_things,
)
