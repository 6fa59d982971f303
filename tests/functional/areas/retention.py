"""How long what is kept, and legal holds."""

from __future__ import annotations

from typing import Any

from tests.functional.areas.area import Area, Made, Wrong


def _things(made: Made, mark: str) -> dict[str, str]:
    made("PUT", "/api/v1/holds/users/held", {"reason": mark})
    body = {"entity_type": "t", "entity_id": "held", "entity_creator_id": "held", "user_id": "u"}
    item = made("POST", "/api/v2/moderation/flag", body)["item_id"]
    made("PUT", f"/api/v1/holds/items/{item}", {"reason": mark})
    return {"held_item": item}


def _days(problem: str, kind: str, days: Any) -> tuple[str, str, dict[str, Any]]:
    return problem, f"retention_days.{kind}", {"retention_days": {kind: days}}


_WRONG_HOLD: Wrong = (
    ("no reason", "reason", {"reason": ""}),
    ("a long reason", "reason", {"reason": "r" * 256}),
)

AREA = Area(
    valid={"put_user_hold": {"reason": "why"}, "put_item_hold": {"reason": "why"}},
    wrong={
        "put_user_hold": _WRONG_HOLD,
        "put_item_hold": _WRONG_HOLD,
        "put_settings": (
            _days("no day", "clean_items", 0),
            _days("too many days", "deliveries", 3_651),
            _days("counters of less than rules look back", "counters", 89),
            _days("a log shorter than appeals", "log", 182),
            _days("what is no kind", "everything", 1),
            ("what no erasure keeps", "erasure_keeps.0", {"erasure_keeps": ["names"]}),
        ),
    },
    ids={"holds/users": "held", "holds/items": "{held_item}"},
    samples={
        "put_settings retention_days": {"clean_items": 3_000},
        "put_settings erasure_keeps": ["decisions"],
        "put_settings retention_days.counters": 100,
        "delete_user_hold reason": "over",
        "delete_item_hold reason": "over",
    },
    things=_things,
)
