"""The transparency database and submissions to it, as Gavel's own API has them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

from typing_extensions import TypedDict

from common.domain.delivery import Delivery, is_open
from common.domain.transparency.codes import codes
from common.domain.transparency.database import Mode, SubmissionState, TransparencyDatabase
from common.domain.transparency.submission import Problems, Submission


class ShownDatabase(TypedDict):
    """`codes_version` is the day from which the database has taken the codes that Gavel knows."""

    set_up: bool
    url: str
    has_token: bool
    mode: Mode
    territorial_scope: list[str]
    codes_version: str
    updated_by: NotRequired[str]
    updated_at: NotRequired[int]


class DatabaseAnswer(TypedDict):
    transparency_database: ShownDatabase


class ShownSubmission(TypedDict):
    """Of one statement. `problems` has what is wrong by the database's field. `submission` is what
    was or would be sent; of one that has personal data nothing is shown. `held` says what keeps one
    that waits, `reason` why one ended as it did.
    """

    statement_id: str
    delivery_id: str
    state: SubmissionState
    mode: NotRequired[Mode]
    attempts: int
    problems: NotRequired[Problems]
    submission: NotRequired[Submission]
    uuid: NotRequired[str]
    permalink: NotRequired[str]
    held: NotRequired[str]
    reason: str
    created_at: int
    updated_at: int


class SubmissionAnswer(TypedDict):
    submission: ShownSubmission


class SubmissionsAnswer(TypedDict):
    submissions: list[ShownSubmission]
    next: str | None


def database_answer(database: TransparencyDatabase | None) -> DatabaseAnswer:
    shown: ShownDatabase = {
        "set_up": database is not None,
        "url": database["url"] if database else "",
        "has_token": bool(database and database["token"]),
        "mode": database["mode"] if database else "dry_run",
        "territorial_scope": database["territorial_scope"] if database else [],
        "codes_version": codes().version,
    }
    if database is not None:
        shown["updated_by"] = database["updated_by"]
        shown["updated_at"] = database["updated_at"]
    return {"transparency_database": shown}


def submission_answer(delivery: Delivery) -> SubmissionAnswer:
    return {"submission": _shown(delivery)}


def submissions_answer(deliveries: Sequence[Delivery], cursor: str | None) -> SubmissionsAnswer:
    return {"submissions": [_shown(each) for each in deliveries], "next": cursor}


def _shown(delivery: Delivery) -> ShownSubmission:
    shown: ShownSubmission = {
        "statement_id": delivery["data"]["statement_id"],
        "delivery_id": delivery["id"],
        "state": _state(delivery),
        "attempts": delivery["attempts"],
        "reason": delivery["reason"],
        "created_at": delivery["created_at"],
        "updated_at": delivery["updated_at"],
    }
    if "held" in delivery:
        shown["held"] = delivery["held"]
    outcome = delivery.get("submission")
    if outcome is None or is_open(delivery):
        return shown
    shown["mode"] = outcome["mode"]
    if "problems" in outcome:
        shown["problems"] = outcome["problems"]
    if "submission" in outcome:
        shown["submission"] = outcome["submission"]
    if "uuid" in outcome:
        shown["uuid"] = outcome["uuid"]
    if "permalink" in outcome:
        shown["permalink"] = outcome["permalink"]
    return shown


def _state(delivery: Delivery) -> SubmissionState:
    """Of one that ended without the database's word, how its delivery did."""
    if is_open(delivery):
        return "waiting"
    outcome = delivery.get("submission")
    if outcome is not None:
        return outcome["state"]
    return "failed" if delivery["state"] == "dead" else "cancelled"
