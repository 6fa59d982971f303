"""Rules that are evaluated without effect."""

from __future__ import annotations

from typing import Any

from tests.functional.areas.area import Area, Made

_RULE: dict[str, Any] = {
    "name": "In the shadow",
    "scope": "post",
    "when": {"type": "needs_review"},
    "actions": ["flag_for_review"],
}


def _things(made: Made, mark: str) -> dict[str, str]:
    made("POST", "/api/v1/rules/shadowed/shadow", {"rule": {**_RULE, "name": mark}})
    return {}


AREA = Area(
    valid={
        "start_rule_shadow": {"rule": _RULE},
        "promote_rule_shadow": {"n": 0},
    },
    wrong={
        "start_rule_shadow": (
            ("no rule", "rule", {"rule": None}),
            ("two rules", "version", {"version": 1}),
            ("an unknown action", "actions", {"rule": {**_RULE, "actions": ["nonsense"]}}),
        ),
        "promote_rule_shadow": (("a share above one", "precision", {"precision": 1.5}),),
    },
    things=_things,
)
