"""Queues: saved views of the review queue."""

from __future__ import annotations

from tests.functional.areas.area import Area, Made

_OPERATIONAL = {"name": "Waiting", "type": "operational_queue"}


def _things(made: Made, mark: str) -> dict[str, str]:
    body = {
        "name": f"Of {mark}",
        "type": "operational_queue",
        "description": mark,
        "filters": {"config_key": mark},
    }
    queue = made("POST", "/api/v2/moderation/queues", body)["queue"]
    body = {**body, "name": f"Mine, {mark}", "type": "personal_view", "user_id": f"{mark}-mo"}
    made("POST", "/api/v2/moderation/queues", body)
    body = {**body, "name": f"Another's, {mark}", "user_id": "sample"}
    view = made("POST", "/api/v2/moderation/queues", body)["queue"]
    return {"queue": queue["id"], "view": view["id"]}


AREA = Area(
    valid={
        "create_queue": _OPERATIONAL,
        "update_queue": {"name": "Another"},
        "delete_queue": {},
    },
    wrong={
        "create_queue": (
            ("nobody's personal view", "user_id", {"type": "personal_view"}),
            ("an unknown filter", "filters.severity", {"filters": {"severity": {"$zz": 1}}}),
            (
                "one that nothing has",
                "filters.entity_creator_name",
                {"filters": {"entity_creator_name": "x"}},
            ),
            (
                "one whose truth changes by time",
                "filters.assigned_to",
                {"filters": {"$or": [{"escalated": True}, {"assigned_to": "mo"}]}},
            ),
            (
                "one that means another for each who asks",
                "filters.reported_by_me",
                {"filters": {"$nor": [{"reported_by_me": True}]}},
            ),
            ("an unknown order", "sort", {"sort": [{"field": "wings", "direction": 1}]}),
        ),
        "update_queue": (
            (
                "one whose truth changes by time",
                "filters.assigned_to",
                {"filters": {"assigned_to": {"$exists": True}}},
            ),
            ("an unknown filter", "filters.severity", {"filters": {"severity": {"$zz": 1}}}),
            ("an unknown order", "sort", {"sort": [{"field": "wings", "direction": 1}]}),
        ),
    },
    ids={"queues": "{queue}"},
    samples={
        "create_queue type": "personal_view",
        "filters": {"escalated": True},
        "get_queue user_id": "stranger",
        "list_queues user_id": "stranger",
        "update_queue user_id": "stranger",
        "delete_queue user_id": "stranger",
    },
    beside={"create_queue type": {"user_id": "sample"}},
    paths={
        asked: {"queues": "{view}"}
        for asked in (
            "get_queue user_id",
            "update_queue user_id",
            "update_queue user",
            "update_queue user.id",
            "delete_queue user_id",
            "delete_queue user",
            "delete_queue user.id",
        )
    },
    things=_things,
)
