"""The older chat API's questions about flags, and what it lets moderators decide."""

from __future__ import annotations

from tests.functional.areas.area import Area, Made

_QUERIES: tuple[tuple[str, dict[str, str]], ...] = (
    ("no JSON", {"payload": "{"}),
    ("an unknown field", {"payload": '{"filter_conditions": {"mood": "bad"}}'}),
    ("an order by nothing known", {"payload": '{"sort": [{"field": "mood"}]}'}),
)


def _things(made: Made, mark: str) -> dict[str, str]:
    flag = {"target_message_id": "older", "user_id": "reporter", "reason": mark}
    made("POST", "/moderation/flag", {**flag, "target_message_id": "regretted"})
    reported = made("POST", "/moderation/flag", flag)
    return {"message_report": reported["review_queue_item_id"]}


AREA = Area(
    valid={
        "query_flags_v1": {},
        "unblock_message_v1": {"target_message_id": "older", "user_id": "mo"},
        "update_flags_v1": {"message_ids": ["older"], "reviewed_by": "mo"},
        "unflag_v1": {"target_message_id": "regretted", "user_id": "reporter"},
        "query_reports_v1": {},
        "review_report_v1": {"review_result": "fine", "user_id": "mo"},
    },
    wrong={
        "query_flags_v1": (
            ("an unknown field", "filter_conditions.mood", {"filter_conditions": {"mood": 1}}),
        ),
        "update_flags_v1": (
            ("no message", "message_ids", {"message_ids": []}),
            ("all of a user", "user_id", {"user_id": "ann"}),
        ),
        "unflag_v1": (
            ("two targets", "target_message_id", {"target_user_id": "ann"}),
            ("no target", "target_message_id", {"target_message_id": None}),
            ("nobody", "user_id", {"user_id": None}),
        ),
        "query_reports_v1": (
            ("an unknown field", "filter_conditions.mood", {"filter_conditions": {"mood": 1}}),
            ("too many", "limit", {"limit": 301}),
        ),
        "review_report_v1": (
            ("no result", "review_result", {"review_result": ""}),
            ("no moderator", "user_id", {"user_id": None}),
        ),
    },
    queries={"query_message_flags": _QUERIES, "query_message_flags_v1": _QUERIES},
    samples={
        "filter_conditions": {"message_id": "older"},
        "query_flags_v1 sort": [{"field": "created_at", "direction": 1}],
        "query_reports_v1 filter_conditions": {"message_id": "another"},
        "unflag_v1 target_user_id": "ann",
        "unflag_v1 user.id": "reporter",
        "review_details": {"note": "as it is"},
    },
    ids={"reports": "{message_report}"},
    things=_things,
)
