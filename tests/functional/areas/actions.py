"""Actions that are run by hand, the values that they take, and the log as leads read it."""

from __future__ import annotations

from typing import Any

from tests.functional.areas.area import Area, Made

_RUN: dict[str, Any] = {"item_id": "{item}", "user_id": "moderator"}
_FIRST, _LAST = "2026-01-01T00:00:00Z", "2099-01-01T00:00:00Z"
_TIMES = (
    ("a kind that is none", {"kind": "nonsense"}),
    ("a version of no rule", {"rule_version": "1"}),
    ("an end before the beginning", {"since": _LAST, "until": _FIRST}),
    ("a time that is none", {"since": "yesterday"}),
)


def _things(made: Made, mark: str) -> dict[str, str]:
    """An action that takes values, a rule that gives them, and an entry of a run."""
    takes = {"duration": "integer", "message": "string"}
    fields = {"name": mark, "url": f"https://example.com/mute/{mark}", "takes": takes}
    made("PUT", "/api/v1/actions/mute", {**fields, "kind": "user"})
    when = {"type": "post_count", "operator": "gte", "value": 9_000, "window": "1h"}
    call = {"action": "mute", "values": {"duration": 60, "message": mark}}
    rule = {"name": mark, "scope": "user", "when": when, "actions": [call]}
    made("PUT", "/api/v1/rules/muting", rule)
    run = {"target_user_id": "muted", "user_id": "mo", "values": call["values"], "reason": mark}
    made("POST", "/api/v1/actions/mute/run", {**run, "idempotency_key": "once"})
    entries = made("GET", "/api/v1/log", None)["entries"]
    return {"run": next(each["id"] for each in entries if each["by"] == "mo")}


AREA = Area(
    valid={"run_action": _RUN, "retry_log_entry": {}},
    wrong={
        "put_action": (
            ("a value of no type", "takes.duration", {"takes": {"duration": "time"}}),
            ("a value with a blank", "takes.a b", {"takes": {"a b": "string"}}),
            (
                "a parameter of no value",
                "parameters.values.duration",
                {"parameters": {"values.duration": "seconds"}},
            ),
        ),
        "put_rule": (
            (
                "a value that nobody takes",
                "actions.0.values.x",
                {"actions": [{"action": "flag_for_review", "values": {"x": 1}}]},
            ),
            ("a call of nothing", "actions.0.action", {"actions": [{"values": {}}]}),
            (
                "a value that is a list",
                "actions.0.values.x",
                {"actions": [{"action": "flag_for_review", "values": {"x": [1]}}]},
            ),
            (
                "an action twice",
                "actions.1",
                {"actions": ["flag_for_review", {"action": "flag_for_review"}]},
            ),
        ),
        "test_action": (
            ("a value that it does not take", "values.x", {"values": {"x": 1}}),
            ("a value that is an object", "values.x", {"values": {"x": {}}}),
        ),
        "run_action": (
            ("nobody who runs it", "user_id", {"user_id": None}),
            ("nothing to run it on", "item_id", {"item_id": None}),
            ("content and a user", "target_user_id", {"target_user_id": "ann"}),
            ("an entity without type", "entity_type", {"item_id": None, "entity_id": "m1"}),
            ("a type without entity", "entity_id", {"item_id": None, "entity_type": "post"}),
            ("a user for content", "target_user_id", {"item_id": None, "target_user_id": "ann"}),
            ("a value that it does not take", "values.x", {"values": {"x": 1}}),
            ("an empty key", "idempotency_key", {"idempotency_key": ""}),
        ),
        "put_settings": (
            ("a feed of no days", "review_feed_days", {"review_feed_days": 0}),
            ("a feed of half a day", "review_feed_days", {"review_feed_days": 0.5}),
        ),
    },
    queries={
        "query_log": _TIMES,
        "export_log": (*_TIMES, ("a format that is none", {"format": "xml"})),
    },
    ids={"log": "{run}"},
    samples={
        "put_action takes": {"duration": "integer"},
        "put_rule actions": ["hook"],
        "put_rule_draft actions": ["hook"],
        "test_action values": {"duration": 5},
        "run_action values": {"duration": 5},
        "run_action entity_type": "stream:chat:v1:message",
        "run_action entity_id": "m1",
        "run_action idempotency_key": "once",
        "retry_log_entry user_id": "somebody",
        "query_log rule_version": "1",
        "export_log rule_version": "1",
        "query_log since": _LAST,
        "query_log until": _FIRST,
        "export_log since": _LAST,
        "export_log until": _FIRST,
        "export_log format": "jsonl",
        "query_log kind": "engine",
        "export_log kind": "engine",
    },
    beside={
        "run_action idempotency_key": {
            "item_id": None,
            "target_user_id": "muted",
            "values": {"duration": 60, "message": "x"},
        },
    },
    paths={"run_action idempotency_key": {"actions": "mute"}},
    things=_things,
)
