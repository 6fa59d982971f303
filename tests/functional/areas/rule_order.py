"""The order of rules."""

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
    valid={"move_rule": {"direction": "up"}},
    wrong={
        "move_rule": (
            ("no place", "direction", {"direction": None}),
            ("two places", "before", {"before": "other"}),
            ("before itself", "before", {"direction": None, "before": "rule"}),
            ("after nobody", "after", {"direction": None, "after": "nobody"}),
        ),
    },
    samples={
        "list_rules scope": "user",
        "list_rules limit": 1,
        "move_rule direction": "down",
        "move_rule before": "first",
        "move_rule after": "third",
    },
    beside={
        "move_rule before": {"direction": None},
        "move_rule after": {"direction": None},
    },
    paths={"move_rule": {"rules": "second"}},
    things=_things,
)
