"""Flags as the older chat API looks for them: of messages and users, filtered by who and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from common.configuration.context import Context
from common.domain.content import CHAT_MESSAGE, channel_of, is_user
from common.domain.errors import Invalid
from common.domain.filters import Predicate, compile_plain_filter
from common.domain.item import author_of
from common.moderation.filtering.paging import Asked
from common.moderation.filtering.sorting import sorting
from common.moderation.reports import flag_queries
from common.moderation.reports.flag_queries import Found

OF_MESSAGES = frozenset({"user_id", "channel_cid", "team", "is_reviewed", "message_id"})
OF_ALL = frozenset(
    {"user_id", "channel_cid", "team", "message_id", "message_user_id", "reporter_id"}
)
DEFAULT_LIMIT = 100
_PAGE = 100
_MOST_PAGES = 20


@dataclass(frozen=True, slots=True)
class FlagQuery:
    """`user_id` in the filter is who is flagged, or has written what is."""

    filter: Mapping[str, Any]
    sort: Any = None
    limit: int | None = None
    offset: int | None = None
    deleted: bool = False

    @property
    def wanted(self) -> int:
        return (self.offset or 0) + (self.limit or DEFAULT_LIMIT)


async def query(
    context: Context, app: str, asked: FlagQuery, fields: frozenset[str], *, messages_only: bool
) -> list[Found]:
    """The newest first unless it is sorted otherwise. Raises Invalid where too few fit of the 2,000
    that are looked through.
    """
    matches = compile_conditions(asked.filter, fields)
    _, descending = sorting(asked.sort, {"created_at"})
    sort = [{"field": "created_at", "direction": -1 if descending else 1}]
    filter = _indexed(asked.filter, messages_only=messages_only)
    found: list[Found] = []
    cursor: str | None = None
    for _ in range(_MOST_PAGES):
        page = await flag_queries.query(context, app, Asked(filter, sort, _PAGE, cursor))
        found += [
            each
            for each in page.documents
            if _is_kept(each, asked, messages_only=messages_only) and matches(_facts(each))
        ]
        cursor = page.next
        if cursor is None or len(found) >= asked.wanted:
            return found[asked.offset or 0 : asked.wanted]
    raise Invalid.field("filter_conditions", "fits too few of the newest flags: name a message_id")


def compile_conditions(filter: Mapping[str, Any], fields: frozenset[str]) -> Predicate:
    """Of `filter_conditions`; raises Invalid that names them so."""
    try:
        return compile_plain_filter(filter, fields)
    except Invalid as error:
        given = error.fields.items()
        names = {k.replace("filter.", "filter_conditions.", 1): v for k, v in given}
        raise Invalid(error.message, names) from None


def _indexed(filter: Mapping[str, Any], *, messages_only: bool) -> dict[str, Any]:
    indexed: dict[str, Any] = {"entity_type": CHAT_MESSAGE} if messages_only else {}
    if isinstance(filter.get("message_id"), str):
        indexed = {"entity_type": CHAT_MESSAGE, "entity_id": filter["message_id"]}
    return indexed


def _is_kept(found: Found, asked: FlagQuery, *, messages_only: bool) -> bool:
    item = found[1].item
    if messages_only:
        return asked.deleted or "deleted_at" not in item
    return item["entity_type"] == CHAT_MESSAGE or is_user(item["entity_type"])


def _facts(found: Found) -> dict[str, Any]:
    flag, review_item = found
    item = review_item.item
    is_message = item["entity_type"] == CHAT_MESSAGE
    return {
        "user_id": author_of(item),
        "channel_cid": channel_of(item.get("payload") or {}),
        "team": item.get("team", ""),
        "is_reviewed": bool(item.get("reviewed_at")),
        "message_id": item["entity_id"] if is_message else "",
        "message_user_id": item["creator_id"] if is_message else "",
        "reporter_id": flag["user_id"],
    }
