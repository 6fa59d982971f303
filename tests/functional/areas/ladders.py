"""Strike policies, strikes of users, reports and reporters."""

from __future__ import annotations

from typing import Any

from tests.functional.areas.area import Area, Made

_STEP = {"strikes": 3, "actions": [{"action": "hook", "values": {"hours": 24}}]}
_POLICY: dict[str, Any] = {"name": "Spam", "steps": [_STEP]}


def _things(made: Made, mark: str) -> dict[str, str]:
    """Two policies, and somebody with a strike of each."""
    made("POST", "/api/v2/users", {"users": {"known": {"id": "known"}, "other": {"id": "other"}}})
    for name in ("spam", "hate"):
        made("PUT", f"/api/v1/strike_policies/{name}", {**_POLICY, "name": mark, "steps": []})
        body = {"policy": name, "reason": mark, "id": "first"}
        given = made("POST", "/api/v1/users/known/strikes", body)
        made("POST", "/api/v1/users/other/strikes", {"policy": name, "weight": 2})
    reported = {"entity_type": "post", "entity_id": "reported", "entity_creator_id": "known"}
    made("POST", "/api/v2/moderation/flag", {**reported, "user_id": "reporter", "reason": mark})
    return {
        "strike_policy": "spam",
        "strike": given["strikes"][0]["id"],
        "reporter": "reporter",
    }


AREA = Area(
    valid={
        "put_strike_policy": _POLICY,
        "give_strike": {"policy": "spam", "reason": "rude"},
        "allow_reports": {"user_id": "lead"},
        "drop_reports": {"user_id": "lead"},
    },
    wrong={
        "allow_reports": (("nobody", "user_id", {"user_id": None}),),
        "drop_reports": (("nobody", "user_id", {"user_id": None}),),
        "put_strike_policy": (
            ("an unknown action", "steps", {"steps": [{**_STEP, "actions": [{"action": "x"}]}]}),
            ("steps that descend", "steps", {"steps": [_STEP, _STEP]}),
            ("a weight of nothing", "weights.rules.r", {"weights": {"rules": {"r": 0}}}),
        ),
        "give_strike": (
            ("an unknown policy", "policy", {"policy": "nobody"}),
            ("no weight at all", "weight", {"weight": 0}),
        ),
        "put_rule": (
            ("an unknown policy", "strike.policy", {"strike": {"policy": "nobody"}}),
            ("no weight at all", "strike.weight", {"strike": {"policy": "spam", "weight": 0}}),
        ),
    },
    samples={
        "strike.policy": "hate",
        "put_rule strike": {"policy": "spam"},
        "put_rule_draft strike": {"policy": "spam"},
        "put_strike_policy weights": {"classes": {"text:y": 2}},
        "put_strike_policy weights.rules": {"r": 2},
        "put_strike_policy weights.classes": {"text:x": 2},
        "put_strike_policy steps": [{"strikes": 7, "actions": [{"action": "hook"}]}],
        "put_strike_policy steps.0.strikes": 5,
        "put_strike_policy steps.0.actions": [{"action": "platform"}],
        "put_strike_policy steps.0.actions.0.action": "hook",
        "put_strike_policy steps.0.actions.0.values": {"days": 1},
        "give_strike id": "first",
        "list_reporters order": "worst",
        "put_settings unfounded_reports": {"number": 5},
        "put_settings unfounded_reports.share": 0.25,
    },
    queries={
        "list_reports": (
            ("two subjects", {"item_id": "i", "post_id": "p"}),
            ("an id of nothing", {"reporter_id": ""}),
        ),
    },
    ids={
        "strike_policies": "{strike_policy}",
        "strikes": "{strike}",
        "reporters": "{reporter}",
    },
    things=_things,
)
