"""Rows of a policy test taken from what people have decided, or suggested of comments."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection
from typing import TypeVar

from common.configuration.context import Context
from common.domain.decided import OF_CONTENT
from common.domain.errors import Invalid
from common.domain.item import ITEMS, Item
from common.domain.labels import LabelDocument
from common.domain.policy_test import Row, Seed
from common.domain.recommendation import KEEP, REMOVE
from common.domain.suggestion import POSITIVE, SUGGESTIONS, Suggestion
from common.store.store import Page

_SCANNED_MOST = 2_000
_PAGE = 100
_MOST_TEXT = 5_000

T = TypeVar("T", Item, Suggestion)


async def rows_of(
    context: Context, app: str, of: Seed, labels: Collection[str], limit: int
) -> list[Row]:
    """Raises Invalid where there are none; `labels` are those of decisions."""
    if of == "suggestions":
        return await _of_suggestions(context, app, limit)
    return await _of_decisions(context, app, labels, limit)


async def _of_decisions(
    context: Context, app: str, labels: Collection[str], limit: int
) -> list[Row]:
    """The last decided items with text, each once, of those with any of the `labels` where some
    are named. What was kept has no labels; of the rest they are those that the policy of the time
    acted on. Looks through the last 2,000 decided items.
    """

    async def page(cursor: str | None) -> Page[Item]:
        return await context.store.query(
            ITEMS,
            app=app,
            equal={"queue_reviewed": True},
            order="queue_updated_at",
            descending=True,
            limit=_PAGE,
            cursor=cursor,
        )

    found = await _rows(page, lambda item: _row(item, labels), limit)
    if not found:
        raise Invalid.field("seed", "finds no content that was decided on")
    return found


async def _of_suggestions(context: Context, app: str, limit: int) -> list[Row]:
    """The last comments of which scores were suggested and the text is kept, each text once: one
    that somebody finds bad in any way is expected to be removed. Looks through the last 2,000.
    """

    async def page(cursor: str | None) -> Page[Suggestion]:
        return await context.store.query(
            SUGGESTIONS,
            app=app,
            order="created_at",
            descending=True,
            limit=_PAGE,
            cursor=cursor,
        )

    seen: set[str] = set()

    def row(suggestion: Suggestion) -> Row | None:
        text, scores = suggestion.get("text"), suggestion["attribute_scores"].values()
        if not text or not scores or suggestion["hash"] in seen:
            return None
        seen.add(suggestion["hash"])
        is_bad = any(score >= POSITIVE for score in scores)
        return {"text": text[:_MOST_TEXT], "recommended_action": REMOVE if is_bad else KEEP}

    found = await _rows(page, row, limit)
    if not found:
        raise Invalid.field("seed", "finds no suggested score that is kept with its text")
    return found


async def _rows(
    page: Callable[[str | None], Awaitable[Page[T]]], row: Callable[[T], Row | None], limit: int
) -> list[Row]:
    found: list[Row] = []
    cursor: str | None = None
    scanned = 0
    while scanned < _SCANNED_MOST:
        read = await page(cursor)
        rows = [row(document.data) for document in read.documents]
        found += [each for each in rows if each is not None]
        scanned += len(read.documents)
        cursor = read.cursor
        if cursor is None or len(found) >= limit:
            break
    return found[:limit]


def _row(item: Item, wanted: Collection[str]) -> Row | None:
    expected = OF_CONTENT.get(item.get("latest_moderator_action", ""))
    texts = (item.get("payload") or {}).get("texts") or ()
    if expected is None or not texts or "hard_deleted" in item:
        return None
    labels = _labels(item)
    if wanted and not {*wanted} & {*labels}:
        return None
    return {
        "text": "\n".join(texts)[:_MOST_TEXT],
        "labels": [] if expected == KEEP else labels,
        "recommended_action": expected,
    }


def _labels(item: Item) -> list[str]:
    found: list[LabelDocument] = item.get("labels") or []
    return list(dict.fromkeys(each["name"] for each in found if each["action"] != KEEP))
