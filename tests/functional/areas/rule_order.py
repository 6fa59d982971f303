"""The order of rules, and the settings that are about rules."""

from __future__ import annotations

from typing import Any

from tests.functional.areas.area import Area, Made

_WHEN = {"type": "post_count", "operator": "gte", "value": 3, "window": "1h"}
_RULE: dict[str, Any] = {"scope": "user", "when": _WHEN, "actions": ["flag_for_review"]}


def _things(made: Made, mark: str) -> dict[str, str]:
    for number, name in enumerate(("first", "second", "third")):
        made("PUT", f"/api/v1/rules/{name}", {**_RULE, "name": mark, "position": number})
    return {}


AREA = Area(
    valid={
        "move_rule": {"direction": "up"},
        "change_rule_settings": {"cap_per_hour": 5},
    },
    wrong={
        "move_rule": (
            ("no place", "direction", {"direction": None}),
            ("two places", "before", {"before": "other"}),
            ("before itself", "before", {"direction": None, "before": "rule"}),
            ("after nobody", "after", {"direction": None, "after": "nobody"}),
        ),
        "change_rule_settings": (
            (
                "an unknown scope",
                "first_match_only.nonsense",
                {"first_match_only": {"nonsense": 1}},
            ),
            ("a cap below none", "cap_per_hour", {"cap_per_hour": -1}),
            ("counted in other words", "count_evaluations", {"count_evaluations": "some"}),
            ("a list that does not exist", "exempt.lists", {"exempt": {"lists": ["nobody"]}}),
            ("a setting of admins", "keep_inputs", {"keep_inputs": "none"}),
        ),
    },
    samples={
        "list_rules scope": "user",
        "list_rules limit": 1,
        "move_rule direction": "down",
        "move_rule before": "first",
        "move_rule after": "third",
        "change_rule_settings cap_per_hour": 6,
        "change_rule_settings first_match_only": {"post": True},
        "change_rule_settings count_evaluations": "all",
        "change_rule_settings exempt": {"roles": ["vip"]},
    },
    beside={
        "move_rule before": {"direction": None},
        "move_rule after": {"direction": None},
    },
    paths={"move_rule": {"rules": "second"}},
    things=_things,
)
