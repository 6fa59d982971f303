"""Rules tried and explained."""

from __future__ import annotations

from typing import Any

from tests.functional.areas.area import Area, Made

_WHEN = {"type": "text_length", "operator": "gte", "value": 3}
_RULE: dict[str, Any] = {"name": "Long", "scope": "post", "when": _WHEN, "actions": ["hook"]}
_TRY = "try_rule"
_ABOUT_USER: dict[str, Any] = {
    "type": "any",
    "conditions": [
        {"type": "user_age", "operator": "gt", "age": "1d"},
        {"type": "user_role", "roles": ["guest"]},
        {"type": "user_property", "key": "k"},
        {"type": "flagged_count", "operator": "gt", "value": 1},
    ],
}
_OLD = {**_RULE, "scope": "user", "when": _ABOUT_USER}
_STAFF = {**_RULE, "when": {"type": "user_role", "roles": ["admin"]}}
_REDS = {**_RULE, "when": {"type": "team", "teams": ["reds"]}}
_NEVER: dict[str, Any] = {
    **_RULE,
    "scope": "user",
    "when": {"type": "user_property", "key": "of nobody"},
}
_CALLS = {
    **_RULE,
    "when": {"type": "classified_as", "classes": ["platform_circumvention"], "threshold": 0.1},
}
_REPORTED = {**_RULE, "scope": "reported_post", "when": {"type": "report_count"}}
_COUNTS: dict[str, Any] = {
    "type": "any",
    "conditions": [
        {"type": kind, "operator": "gte", "value": 2, "window": "1h", **fields}
        for kind, fields in (
            ("post_count", {}),
            ("classified_count", {"classes": ["insult"]}),
            ("classified_count", {"classes": ["insult"], "modality": "image"}),
            ("classified_count", {"lists": ["words"]}),
            ("matching_count", {"condition": _WHEN}),
        )
    ],
}
_BUSY = {**_RULE, "when": _COUNTS}
_POSTS = {"count": 3, "ago": "5m", "classes": ["insult"]}


def _things(made: Made, mark: str) -> dict[str, str]:
    staff = {"id": "staff", "role": "admin", "name": mark}
    made("POST", "/api/v2/users", {"users": {"staff": staff}})
    # Rules name it: tried posts have it as an image.
    made("PUT", "/api/v1/classes/image:insult", {"display_name": mark})
    for name in ("twice", "thrice"):
        rule = {**_NEVER, "name": mark}
        made("PUT", f"/api/v1/rules/{name}", rule)
        made("PUT", f"/api/v1/rules/{name}", {**rule, "position": 7})
    return {}


AREA = Area(
    valid={_TRY: {"rule": _RULE, "text": "hello"}},
    wrong={
        _TRY: (
            ("no rule", "rule", {"rule": None}),
            ("an unknown rule", "rule_id", {"rule": None, "rule_id": "nosuch"}),
            ("a version of a draft", "version", {"version": 1}),
            ("an unknown version", "version", {"rule": None, "rule_id": "rule", "version": 99}),
            ("an unknown action", "rule.actions", {"rule": {**_RULE, "actions": ["nosuch"]}}),
            ("an unknown condition", "rule.when", {"rule": {**_RULE, "when": {"type": "no"}}}),
            ("nothing to try it on", "text", {"text": None}),
            ("no content where the rule asks for it", "text", {"text": None, "user": {}}),
            ("a text and an item", "item_id", {"item_id": "{item}"}),
            ("a text and an entity", "entity_id", {"entity_type": "a", "entity_id": "b"}),
            ("half an entity", "entity_id", {"text": None, "entity_type": "a"}),
            ("a user and an author", "user", {"user": {}, "entity_creator_id": "u"}),
            ("an age in words", "user.age", {"user": {"age": "old"}}),
            ("no posts", "user.posts.0.count", {"user": {"posts": [{"count": 0}]}}),
            ("reports of no category", "reports.nosuch", {"reports": {"nosuch": 1}}),
            ("fewer than no reports", "reports.spam", {"reports": {"spam": -1}}),
            (
                "a policy beside an item",
                "config_key",
                {"text": None, "item_id": "{item}", "config_key": "policy"},
            ),
        ),
    },
    queries={
        "explain_item": (
            ("a cursor of nothing", {"cursor": "nonsense"}),
            ("no time", {"as_of": "yesterday"}),
            ("a time to come", {"as_of": "2999-01-01T00:00:00Z"}),
            ("no revision", {"revision": "0"}),
        ),
        "explain_user": (
            ("a cursor of nothing", {"cursor": "nonsense"}),
            ("a time to come", {"as_of": "2999-01-01T00:00:00Z"}),
        ),
    },
    samples={
        "explain_item as_of": "2026-01-01T00:00:00Z",
        "explain_user as_of": "2026-01-01T00:00:00Z",
        f"{_TRY} text": "hi",
        f"{_TRY} moderation_payload": {"texts": ["hi"]},
        f"{_TRY} rule": {**_RULE, "name": "Longer"},
        f"{_TRY} rule_id": "rule",
        f"{_TRY} version": 1,
        f"{_TRY} region": "GB",
        f"{_TRY} as_user": False,
        f"{_TRY} config_team": "reds",
        f"{_TRY} entity_type": "stream:chat:v1:message",
        f"{_TRY} entity_id": "m1",
        f"{_TRY} user": {"age": "2d"},
        f"{_TRY} user.age": "1h",
        f"{_TRY} user.role": "guest",
        f"{_TRY} user.custom": {"k": "v"},
        f"{_TRY} user.posts": [_POSTS],
        f"{_TRY} user.posts.0.classes": ["other"],
        f"{_TRY} user.posts.0.count": 4,
        f"{_TRY} user.posts.0.ago": "2d",
        f"{_TRY} user.posts.0.modality": "image",
        f"{_TRY} user.posts.0.lists": ["words"],
        f"{_TRY} reports": {"spam": 3},
    },
    beside={
        f"{_TRY} moderation_payload": {"text": None},
        f"{_TRY} item_id": {"text": None},
        f"{_TRY} entity_type": {"text": None, "entity_id": "m1"},
        f"{_TRY} entity_id": {"text": None},
        f"{_TRY} rule_id": {"rule": None},
        f"{_TRY} version": {"rule": None, "rule_id": "twice"},
        f"{_TRY} user": {"rule": _OLD, "text": None},
        f"{_TRY} user.posts": {"rule": _BUSY},
        f"{_TRY} reports": {"rule": _REPORTED, "text": None, "user": {}},
        f"{_TRY} as_user": {"rule": _STAFF, "entity_creator_id": "staff"},
        f"{_TRY} config_team": {"rule": _REDS},
        f"{_TRY} region": {
            "rule": _CALLS,
            "text": "call 020 7946 0958",
            "config_key": "policy",
        },
    },
    ids={"items": "{item}"},
    things=_things,
)
