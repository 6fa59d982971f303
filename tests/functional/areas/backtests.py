"""Rules tested on the past."""

from __future__ import annotations

from typing import Any

from tests.functional.areas.area import Area, Made

_RULE: dict[str, Any] = {
    "name": "Long",
    "scope": "post",
    "when": {"type": "text_length", "operator": "gte", "value": 3},
    "actions": ["flag_for_review"],
}
_START = "start_backtest"
_PAST, _BEFORE = "2026-02-01T00:00:00Z", "2026-01-01T00:00:00Z"


def _things(made: Made, mark: str) -> dict[str, str]:
    body = {"rule": {**_RULE, "name": f"Tested {mark}"}, "days": 1}
    before = {"rule": {**_RULE, "name": f"Before {mark}"}, "days": 1}
    made("POST", "/api/v1/backtests", before)
    return {"backtest": made("POST", "/api/v1/backtests", body)["backtest"]["id"]}


AREA = Area(
    valid={_START: {"rule": _RULE}},
    wrong={
        _START: (
            ("no rule", "rule", {"rule": None}),
            ("two rules", "rule_id", {"rule_id": "rule"}),
            ("an unknown rule", "rule_id", {"rule": None, "rule_id": "nosuch"}),
            ("an unknown version", "version", {"rule": None, "rule_id": "rule", "version": 99}),
            ("a version of a draft", "version", {"version": 1}),
            ("an unknown action", "rule.actions", {"rule": {**_RULE, "actions": ["nosuch"]}}),
            ("an unknown condition", "rule.when", {"rule": {**_RULE, "when": {"type": "no"}}}),
            ("too many days", "days", {"days": 91}),
            ("two beginnings", "days", {"days": 1, "since": _BEFORE}),
            ("an end before the beginning", "since", {"since": _PAST, "until": _BEFORE}),
        ),
        "put_settings": (
            ("kept in other words", "keep_inputs", {"keep_inputs": "some"}),
            ("a share of nothing", "keep_inputs", {"keep_inputs": 0}),
            ("a share of all", "keep_inputs", {"keep_inputs": 100}),
            ("kept for no time", "inputs_kept_days", {"inputs_kept_days": 0}),
            ("kept for too long", "inputs_kept_days", {"inputs_kept_days": 91}),
        ),
    },
    samples={
        f"{_START} rule": {**_RULE, "name": "Longer"},
        f"{_START} rule_id": "rule",
        f"{_START} version": 1,
        f"{_START} since": _BEFORE,
        f"{_START} until": _PAST,
        "put_settings keep_inputs": "none",
    },
    beside={
        f"{_START} rule_id": {"rule": None},
        f"{_START} version": {"rule": None, "rule_id": "twice"},
        f"{_START} until": {"since": _BEFORE},
    },
    ids={"backtests": "{backtest}"},
    things=_things,
)
