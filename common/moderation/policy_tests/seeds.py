"""Rows of a policy test taken from what the app's moderators have decided."""

from __future__ import annotations

from collections.abc import Collection

from common.configuration.context import Context
from common.domain.decided import OF_CONTENT
from common.domain.errors import Invalid
from common.domain.item import ITEMS, Item
from common.domain.labels import LabelDocument
from common.domain.policy_test import Row
from common.domain.recommendation import KEEP

_SCANNED_MOST = 2_000
_PAGE = 100
_MOST_TEXT = 5_000


async def rows_of(context: Context, app: str, labels: Collection[str], limit: int) -> list[Row]:
    """The last decided items with text, each once, of those with any of the `labels` where some
    are named. What was kept has no labels; of the rest they are those that the policy of the time
    acted on. Looks through the last 2,000 decided items. Raises Invalid where it finds none.
    """
    found: list[Row] = []
    cursor: str | None = None
    scanned = 0
    while scanned < _SCANNED_MOST:
        page = await context.store.query(
            ITEMS,
            app=app,
            equal={"queue_reviewed": True},
            order="queue_updated_at",
            descending=True,
            limit=_PAGE,
            cursor=cursor,
        )
        rows = [_row(document.data, labels) for document in page.documents]
        found += [row for row in rows if row is not None]
        scanned += len(page.documents)
        cursor = page.cursor
        if cursor is None or len(found) >= limit:
            break
    if not found:
        raise Invalid.field("seed", "finds no content that was decided on")
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
