"""Rules tried."""

from __future__ import annotations

from typing import Any

from tests.functional.areas.area import Area

_WHEN = {"type": "text_length", "operator": "gte", "value": 3}
_RULE: dict[str, Any] = {
    "name": "Long",
    "scope": "post",
    "when": _WHEN,
    "actions": ["flag_for_review"],
}
_TRY = "try_rule"

AREA = Area(
    valid={_TRY: {"rule": _RULE, "text": "hello"}},
    wrong={
        _TRY: (
            ("no rule", "rule", {"rule": None}),
            ("two rules", "rule_id", {"rule_id": "rule"}),
            ("an unknown rule", "rule_id", {"rule": None, "rule_id": "nosuch"}),
            ("an unknown action", "rule.actions", {"rule": {**_RULE, "actions": ["nosuch"]}}),
            ("an unknown condition", "rule.when", {"rule": {**_RULE, "when": {"type": "no"}}}),
            ("nothing to try it on", "text", {"text": None}),
            ("a text and an item", "item_id", {"item_id": "{item}"}),
            (
                "a policy beside an item",
                "config_key",
                {"text": None, "item_id": "{item}", "config_key": "policy"},
            ),
        ),
    },
    samples={
        f"{_TRY} text": "hi",
        f"{_TRY} moderation_payload": {"texts": ["hi"]},
        f"{_TRY} rule": {**_RULE, "name": "Longer"},
        f"{_TRY} rule_id": "rule",
        f"{_TRY} region": "GB",
    },
    beside={
        f"{_TRY} moderation_payload": {"text": None},
        f"{_TRY} item_id": {"text": None},
        f"{_TRY} rule_id": {"rule": None},
    },
)
