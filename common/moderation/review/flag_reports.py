"""What users have reported of chat messages, a report a message, as the older chat API has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from common.configuration.context import Context
from common.domain.content import CHAT_MESSAGE, channel_of
from common.domain.errors import Invalid, NotFound
from common.domain.item import item_key
from common.domain.reports import ANY_CATEGORY, reports_of
from common.domain.review_item import ReviewItem, review_of
from common.moderation.filtering.paging import Asked
from common.moderation.reports.older_flags import compile_conditions
from common.moderation.review import queue

DEFAULT_LIMIT = 100
_PAGE = 100
_MOST_PAGES = 20
_OF_ITEMS = {
    "report_id": "id",
    "message_id": "entity_id",
    "user_id": "entity_creator_id",
    "message_user_id": "entity_creator_id",
    "channel_cid": "channel_cid",
    "team": "teams",
    "is_reviewed": "reviewed",
}
"""What the queue is filtered by, for what is asked of reports."""
FIELDS = frozenset((*_OF_ITEMS, "review_result", "reviewed_by"))


@dataclass(frozen=True, slots=True)
class ReportQuery:
    """`user_id` in the filter is who wrote the message, as `message_user_id` is."""

    filter: Mapping[str, Any]
    limit: int | None = None
    offset: int | None = None

    @property
    def wanted(self) -> int:
        return (self.offset or 0) + (self.limit or DEFAULT_LIMIT)


async def query(context: Context, app: str, asked: ReportQuery) -> list[ReviewItem]:
    """The newest first. Raises Invalid where too few fit of the messages that are looked through,
    which are 2,000 of those that the indexes of the queue leave.
    """
    matches = compile_conditions(asked.filter, FIELDS)
    filter = _of_queue(asked.filter)
    found: list[ReviewItem] = []
    cursor: str | None = None
    for _ in range(_MOST_PAGES):
        page = await queue.query(context, app, Asked(filter, None, _PAGE, cursor))
        found += [each for each in page.review_items if is_report(each) and matches(_facts(each))]
        cursor = page.next
        if cursor is None or len(found) >= asked.wanted:
            return found[asked.offset or 0 : asked.wanted]
    problem = "fits too few of the newest reports: name a report_id or message_id"
    raise Invalid.field("filter_conditions", problem)


async def check_known(context: Context, app: str, id: str) -> None:
    """Raises NotFound where there is no report of that id."""
    (found,) = await context.store.get([item_key(app, id)])
    if found is None or not is_report(ReviewItem(found.data)):
        raise NotFound(f"there is no report {id!r}", {"id": "does not exist"})


def is_report(review_item: ReviewItem) -> bool:
    item = review_item.item
    return item["entity_type"] == CHAT_MESSAGE and reports_of(item).get(ANY_CATEGORY, 0) > 0


def _of_queue(filter: Mapping[str, Any]) -> dict[str, Any]:
    """What plainly equals something; the rest is left to the reports themselves."""
    plain = {name: value for name, value in filter.items() if isinstance(value, str | bool)}
    named = {_OF_ITEMS[name]: value for name, value in plain.items() if name in _OF_ITEMS}
    return {**named, "entity_type": CHAT_MESSAGE}


def _facts(review_item: ReviewItem) -> dict[str, Any]:
    item = review_item.item
    review = review_of(review_item)
    return {
        "report_id": item["id"],
        "message_id": item["entity_id"],
        "user_id": item["creator_id"],
        "message_user_id": item["creator_id"],
        "channel_cid": channel_of(item.get("payload") or {}),
        "team": item.get("team", ""),
        "is_reviewed": bool(item.get("reviewed_at")),
        "reviewed_by": item.get("reviewed_by", ""),
        "review_result": review.get("review_result", ""),
    }
