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
        "promote_rule_shadow": {"n": 0, "allow_staff_hit": True},
    },
    wrong={
        "start_rule_shadow": (
            ("no rule", "rule", {"rule": None}),
            ("two rules", "rule", {"version": 1}),
            ("an unknown action", "actions", {"rule": {**_RULE, "actions": ["nonsense"]}}),
        ),
        "promote_rule_shadow": (("a share above one", "precision", {"precision": 1.5}),),
    },
    samples={
        "promote_rule_shadow precision": 0.5,
        "promote_rule_shadow allow_staff_hit": False,
        "start_rule_shadow enabled": False,
    },
    paths={
        f"promote_rule_shadow {name}": {"rules": "shadowed"}
        for name in ("user_id", "reason", "n", "precision", "allow_staff_hit")
    },
    things=_things,
)
