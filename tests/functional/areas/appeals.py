"""Appeals."""

from __future__ import annotations

from typing import Any

from tests.functional.areas.area import Area, Made

_V2 = "/api/v2/moderation"
_POST = {"entity_type": "post", "entity_id": "appealed"}


def _things(made: Made, mark: str) -> dict[str, str]:
    """An appeal against a decision, and content that was decided on and has none."""
    for id in ("before", "appealed", "decided"):
        flag = {"entity_type": "post", "entity_id": id, "entity_creator_id": "author"}
        item = made("POST", f"{_V2}/flag", {**flag, "user_id": "reporter"})["item_id"]
        delete: dict[str, Any] = {"action_type": "delete_message", "item_id": item}
        made("POST", f"{_V2}/submit_action", {**delete, "user_id": "moderator"})
    before = {"entity_type": "post", "entity_id": "before", "appeal_reason": "why?"}
    made("POST", f"{_V2}/appeal", {**before, "user_id": "author"})
    appeal = {**_POST, "appeal_reason": mark, "user_id": "author"}
    return {"appeal": made("POST", f"{_V2}/appeal", appeal)["appeal_id"]}


_APPEAL = {
    "entity_type": "post",
    "entity_id": "decided",
    "appeal_reason": "it was a joke",
    "user_id": "author",
}
_MISTAKE = {"decision_reason": "a mistake"}
_REJECT = {"decision_reason": "it was not"}

AREA = Area(
    valid={
        "appeal": _APPEAL,
        "query_appeals": {},
        "bulk_action_appeals": {
            "action_type": "restore",
            "appeal_ids": ["{appeal}"],
            "user_id": "moderator",
        },
    },
    wrong={
        "appeal": (
            ("no reason", "appeal_reason", {"appeal_reason": ""}),
            ("too long a reason", "appeal_reason", {"appeal_reason": "x" * 501}),
            ("too many attachments", "attachments", {"attachments": ["https://a.example"] * 11}),
            ("no URL", "attachments.0", {"attachments": ["a picture"]}),
            ("another item", "review_queue_item_id", {"review_queue_item_id": "x"}),
            ("a channel", "channel_cid", {"channel_cid": "messaging:1"}),
            ("a second one", "entity_id", {"entity_id": "appealed"}),
            ("nobody's", "user_id", {"user_id": None}),
            (
                "no ban",
                "entity_id",
                {"entity_type": "stream:user", "entity_id": "author"},
            ),
        ),
        "query_appeals": (
            ("an unknown field", "filter.colour", {"filter": {"colour": "red"}}),
            ("another order", "sort", {"sort": [{"field": "status"}]}),
            ("a stranger's cursor", "next", {"next": "x"}),
        ),
        "bulk_action_appeals": (
            ("none", "appeal_ids", {"appeal_ids": []}),
            ("too many", "appeal_ids", {"appeal_ids": [str(n) for n in range(101)]}),
            ("another action", "action_type", {"action_type": "ban"}),
            ("no reason", "reject_appeal", {"action_type": "reject_appeal"}),
            ("another's options", "reject_appeal", {"reject_appeal": _REJECT}),
            ("nobody", "user_id", {"user_id": None}),
        ),
    },
    ids={"appeal": "{appeal}"},
    samples={
        "query_appeals filter": {"status": "rejected"},
        "appeal entity_id": "appealed",
        "attachments": ["https://example.com/a.png"],
        "bulk_action_appeals action_type": "mark_reviewed",
        "appeal_ids": ["another"],
        "bulk_action_appeals reject_appeal": _REJECT,
        "appeal user": {"id": "author"},
        "bulk_action_appeals restore": _MISTAKE,
        "bulk_action_appeals unban": _MISTAKE,
        "bulk_action_appeals unblock": _MISTAKE,
        "bulk_action_appeals mark_reviewed": _MISTAKE,
        "bulk_action_appeals reject_appeal.decision_reason": "it still was not",
    },
    beside={
        f"bulk_action_appeals {type}": {"action_type": type}
        for type in ("mark_reviewed", "reject_appeal", "unban", "unblock")
    },
    things=_things,
)
