"""What caps hold, and taking back what rules did."""

from __future__ import annotations

from typing import Any

from tests.functional.areas.area import Area, Made, Wrong

_V2 = "/api/v2/moderation"
_LONG_AGO, _TO_COME = "2026-01-01T00:00:00Z", "2099-01-01T00:00:00Z"
_RULE, _OF_USERS = "holding", "of-users"
_UNDO: dict[str, Any] = {"rule_id": _RULE, "since": _LONG_AGO}
_WRONG: Wrong = (
    ("nothing named", "ids", {"ids": None}),
    ("both", "rule_id", {"rule_id": _RULE}),
    ("a version of no rule", "rule_version", {"rule_version": 1}),
    ("one that is not there", "ids", {"ids": ["nosuch"]}),
    ("none", "ids", {"ids": []}),
)


def _things(made: Made, mark: str) -> dict[str, str]:
    """A rule that may never call anything, and two contents for which it would."""
    rule = {
        "name": mark,
        "scope": "post",
        "when": {"type": "content_property", "key": "is_held"},
        "actions": ["hook"],
        "cap_per_hour": 0,
    }
    made("PUT", f"/api/v1/rules/{_RULE}", rule)
    count = {"type": "post_count", "operator": "gte", "value": 1_000, "window": "1d"}
    of_users = {"name": mark, "scope": "user", "when": count, "actions": ["hook"]}
    made("PUT", f"/api/v1/rules/{_OF_USERS}", of_users)
    for id in ("held-1", "held-2"):
        entity = {"entity_type": "post", "entity_id": id, "entity_creator_id": "author"}
        payload = {"texts": [mark], "custom": {"is_held": True}}
        made("POST", f"{_V2}/check", {**entity, "moderation_payload": payload})
        flagged = made("POST", f"{_V2}/flag", {**entity, "user_id": "author", "reason": mark})
        # Whatever is decided on it, the rules are evaluated before.
        order = {"action_type": "custom", "custom": {"id": "hook"}, "user_id": "mo"}
        order["batch_id"] = "batch"
        made("POST", f"{_V2}/submit_action", {**order, "item_id": flagged["item_id"]})
    held = made("GET", "/api/v1/enforcements", None)["enforcements"]
    undo = made("POST", "/api/v1/undos", {**_UNDO, "preview": False})["undo"]
    return {"held": held[0]["id"], "undo": undo["id"]}


def _settling(given: dict[str, Any]) -> dict[str, Any]:
    return {
        f"{operation}_enforcements {name}": value
        for operation in ("release", "drop")
        for name, value in given.items()
    }


AREA = Area(
    valid={
        "release_enforcements": {"ids": ["{held}"]},
        "drop_enforcements": {"ids": ["{held}"]},
        "undo_rule": _UNDO,
        "undo_batch": {"user_id": "lead"},
    },
    wrong={
        "undo_batch": (("nobody", "user_id", {"user_id": None}),),
        "release_enforcements": _WRONG,
        "drop_enforcements": _WRONG,
        "undo_rule": (
            ("an unknown rule", "rule_id", {"rule_id": "nosuch"}),
            ("no rule", "rule_id", {"rule_id": None}),
            ("no time", "since", {"since": "soon"}),
            ("what has not been yet", "since", {"since": _TO_COME}),
        ),
    },
    asked={"list_rule_effects": {"rule_id": _RULE}, "get_rule_reach": {"rule_id": _OF_USERS}},
    queries={
        "list_rule_effects": (("an unknown rule", {"rule_id": "nosuch"}),),
        "get_caps": (("an unknown rule", {"rule_id": "nosuch"}),),
        "get_rule_reach": (
            ("an unknown rule", {"rule_id": "nosuch"}),
            ("a rule of posts", {"rule_id": _RULE}),
        ),
        "list_enforcements": (("an unknown status", {"status": "kept"}),),
    },
    samples={
        **_settling({"ids": ["nosuch"], "rule_id": _RULE, "rule_version": 1}),
        "list_enforcements status": "dropped",
        "get_caps rule_id": _RULE,
        "get_rule_reach rule_id": _RULE,
        "list_rule_effects rule_id": "rule",
        "list_rule_effects since": _TO_COME,
        "undo_rule rule_id": "rule",
        "undo_rule version": 99,
        "undo_rule preview": False,
        "put_rule cap_per_hour": 5,
        "put_rule flag_cap_per_hour": 5,
        "put_settings cap_per_hour": 5,
    },
    beside=_settling({"rule_id": {"ids": None}, "rule_version": {"ids": None, "rule_id": _RULE}}),
    ids={"enforcements": "{held}", "undos": "{undo}", "batches": "batch"},
    things=_things,
)
