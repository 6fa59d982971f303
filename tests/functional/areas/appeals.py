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
    _suspend(made)
    before = {"entity_type": "post", "entity_id": "before", "appeal_reason": "why?"}
    made("POST", f"{_V2}/appeal", {**before, "user_id": "author"})
    appeal = {**_POST, "appeal_reason": mark, "user_id": "author"}
    return {"appeal": made("POST", f"{_V2}/appeal", appeal)["appeal_id"]}


def _suspend(made: Made) -> None:
    """Somebody whose complaints were manifestly unfounded, warned and then suspended."""
    limits = {"unfounded_complaints": {"number": 2, "share": 0.0}}
    made("PUT", "/api/v1/settings", limits)
    for number in range(3):
        post = {"entity_type": "post", "entity_id": f"unfounded {number}"}
        flag = {**post, "entity_creator_id": "suspended", "user_id": "reporter"}
        item = made("POST", f"{_V2}/flag", flag)["item_id"]
        block = {"action_type": "block", "item_id": item, "user_id": "moderator"}
        made("POST", f"{_V2}/submit_action", block)
        appeal = {**post, "appeal_reason": "no", "user_id": "suspended"}
        id = made("POST", f"{_V2}/appeal", appeal)["appeal_id"]
        reject = {"action_type": "reject_appeal", "appeal_id": id, "unfounded": True}
        said = {"reject_appeal": {"decision_reason": "no"}, "user_id": "moderator"}
        made("POST", f"{_V2}/submit_action", {**reject, **said})
    made("PUT", "/api/v1/settings", {})


_APPEAL = {
    "entity_type": "post",
    "entity_id": "decided",
    "appeal_reason": "it was a joke",
    "user_id": "author",
}
_SHORT = {"user_id": "lead", "reason": "another law"}
_ONE = {"number": 1}
_MISTAKE = {"decision_reason": "a mistake"}
_REJECT = {"decision_reason": "it was not"}

_DISPUTE = {
    "body": "A Board",
    "reference": "C-7",
    "opened_at": "2026-01-02T00:00:00Z",
    "user_id": "lead",
}
_CLOSED = {"closed_at": "2026-02-02T00:00:00Z", "outcome": "partly"}

AREA = Area(
    valid={
        "note_appeal_reading": {"user_id": "moderator"},
        "add_appeal_note": {"text": "it is a quotation", "user_id": "moderator"},
        "put_out_of_court": _DISPUTE,
        "allow_complaints": {"user_id": "lead"},
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
        "add_appeal_note": (
            ("no text", "text", {"text": ""}),
            ("nobody's", "user_id", {"user_id": None}),
        ),
        "note_appeal_reading": (("nobody's", "user_id", {"user_id": None}),),
        "put_out_of_court": (
            ("no outcome", "outcome", {"closed_at": _CLOSED["closed_at"]}),
            ("closed before", "closed_at", {**_CLOSED, "closed_at": "2025-01-01T00:00:00Z"}),
            ("not closed", "closed_at", {"outcome": "partly"}),
            ("not decided", "implemented", {"implemented": True}),
            ("nobody's", "user_id", {"user_id": None}),
        ),
        "allow_complaints": (("nobody's", "user_id", {"user_id": None}),),
        "put_settings": (
            ("a short window", "appeal_window_days", {"appeal_window_days": 30}),
            ("no window", "appeal_window_days", {"appeal_window_days": 0}),
            ("nothing to override", "appeal_window_override", {"appeal_window_override": _SHORT}),
            ("one complaint", "unfounded_complaints.number", {"unfounded_complaints": _ONE}),
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
    queries={
        "list_appeals": (
            ("waits and is decided", {"status": "accepted", "waiting_since": "1"}),
            ("a stranger's cursor", {"cursor": "x"}),
        ),
    },
    ids={"appeal": "{appeal}", "appeals": "{appeal}", "complainants": "suspended"},
    samples={
        "put_settings appeal_window_days": 400,
        "put_settings appeal_window_override": _SHORT,
        "put_settings unfounded_complaints": {"number": 5},
        "put_settings unfounded_complaints.share": 0.25,
        "appeal told_at": "2020-01-01T00:00:00Z",
        "appeal language": "fr",
        "list_appeals order": "newest",
        "list_appeals status": "accepted",
        "list_appeals role": "notifier",
        "list_appeals late": True,
        "list_appeals outcome": "upheld",
        "list_appeals handler": "nobody",
        "list_appeals of_user": "nobody",
        "list_appeals waiting_since": "2020-01-01T00:00:00Z",
        "list_appeals out_of_court": "open",
        "put_out_of_court closed_at": _CLOSED["closed_at"],
        "put_out_of_court outcome": "partly",
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
    }
    | {
        "put_settings appeal_window_override": {"appeal_window_days": 30},
        "put_out_of_court closed_at": {"outcome": "partly", "closed_at": "2026-03-02T00:00:00Z"},
        "put_out_of_court outcome": {"closed_at": _CLOSED["closed_at"], "outcome": "ended"},
        "put_out_of_court implemented": _CLOSED,
        "bulk_action_appeals unfounded": {"action_type": "reject_appeal", "reject_appeal": _REJECT},
    },
    things=_things,
)
