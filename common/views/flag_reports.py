"""Reports of chat messages as the older chat API's clients read them (contract 11)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NotRequired

from typing_extensions import TypedDict

from common.domain.flag import USER_REPORT, Flag
from common.domain.item_lists import complete
from common.domain.reports import ANY_CATEGORY, reports_of
from common.domain.review_item import ReviewItem, review_of
from common.domain.user import User
from common.views.message_events import EventMessage, message_of
from common.views.stream_users import UserAnswer, user_answer


class ReportDetails(TypedDict):
    """The text as it was sent, and what the moderator said with the review."""

    original_text: str
    review_details: NotRequired[dict[str, Any]]


class FlagReport(TypedDict):
    """`user` wrote the message. Of a message with very many flags nobody knows who came first."""

    id: str
    message: EventMessage
    user: UserAnswer
    flags_count: int
    created_at: int
    updated_at: int
    details: ReportDetails
    first_reporter: NotRequired[UserAnswer]
    review_result: NotRequired[str]
    reviewed_at: NotRequired[int]
    reviewed_by: NotRequired[UserAnswer]


class FlagReportsAnswer(TypedDict):
    flag_reports: list[FlagReport]


class FlagReportAnswer(TypedDict):
    flag_report: FlagReport


def flag_reports_answer(
    found: Iterable[ReviewItem], users: Mapping[str, User], now: int
) -> FlagReportsAnswer:
    return {"flag_reports": [_report(each, users, now) for each in found]}


def flag_report_answer(
    review_item: ReviewItem, users: Mapping[str, User], now: int
) -> FlagReportAnswer:
    return {"flag_report": _report(review_item, users, now)}


def people_of(review_item: ReviewItem) -> list[str]:
    """The ids of those who are named beside the author."""
    first = _first(review_item)
    by = [first["user_id"]] if first is not None else []
    return [*by, review_item.item.get("reviewed_by", "")]


def _report(review_item: ReviewItem, users: Mapping[str, User], now: int) -> FlagReport:
    item = review_item.item
    message, review = message_of(review_item, now), review_of(review_item)
    answer: FlagReport = {
        "id": item["id"],
        "message": message,
        "user": message["user"],
        "flags_count": reports_of(item).get(ANY_CATEGORY, 0),
        "created_at": item.get("first_flagged_at", item["created_at"]),
        "updated_at": item["updated_at"],
        "details": {"original_text": message["text"]},
    }
    first = _first(review_item)
    if first is not None and (by := first["user_id"]):
        answer["first_reporter"] = user_answer(by, users.get(by), now)
    if at := item.get("reviewed_at"):
        answer["reviewed_at"] = at
    if moderator := item.get("reviewed_by"):
        answer["reviewed_by"] = user_answer(moderator, users.get(moderator), now)
    if result := review.get("review_result"):
        answer["review_result"] = result
    if details := review.get("review_details"):
        answer["details"]["review_details"] = details
    return answer


def _first(review_item: ReviewItem) -> Flag | None:
    if complete(review_item.item.get("flag_ids")) is None:
        return None
    reports = [flag for flag in review_item.flags if flag["type"] == USER_REPORT]
    return min(reports, key=lambda flag: flag["created_at"], default=None)
