"""What goes by its own time, whatever it is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from common.domain.address import last_address_key
from common.domain.appeal import APPEALS, Appeal, out_of_court_state
from common.domain.appeal import is_open as is_open_appeal
from common.domain.approval import APPROVALS, ENDED
from common.domain.authority_order import AUTHORITY_ORDERS
from common.domain.delivery import DELIVERIES, Delivery, is_on_its_way
from common.domain.history import last_counted
from common.domain.label_result import LABEL_RESULTS
from common.domain.retention import RetentionKind
from common.domain.statement import STATEMENTS
from common.domain.suggestion import SUGGESTIONS, count_key
from common.domain.times import DAY
from common.domain.user import HISTORIES
from common.moderation.background.retention.page import Page
from common.store.store import Collection, Delete, Update

_AT_ONCE, _COUNTED_AT_ONCE = 60, 40


def _never(_: Page, __: Any) -> bool:
    return False


def _is_needed(page: Page, delivery: Delivery) -> bool:
    """What came of a statement at the transparency database stays as long as the statement."""
    if is_on_its_way(delivery):
        return True
    if "submission" not in delivery:
        return False
    return page.days("statements") is None or delivery["created_at"] >= page.before("statements")


def _is_not_over(_: Page, appeal: Appeal) -> bool:
    return is_open_appeal(appeal) or out_of_court_state(appeal) == "open" or "due_at" in appeal


@dataclass(frozen=True, slots=True)
class Timed:
    """`order` is the time by which it goes. What `stays` has not come to its end."""

    kind: RetentionKind
    collection: Collection[Any]
    order: str
    stays: Callable[[Page, Any], bool] = _never

    async def step(self, page: Page, cursor: str) -> str | None:
        found = await page.job.context.store.query(
            self.collection,
            app=page.job.app,
            order=self.order,
            high=page.before(self.kind),
            limit=_AT_ONCE,
            cursor=cursor or None,
        )
        gone = 0
        for document in await page.free(found.documents):
            if not self.stays(page, document.data):
                page.delete(self.kind, document)
                gone += 1
        if gone and self.collection == SUGGESTIONS:
            fewer = Update(count_key(page.job.app), increment={"count": -gone}, upsert=True)
            page.job.unit.add(fewer)
        return found.cursor


TIMED = (
    Timed("deliveries", DELIVERIES, "created_at", _is_needed),
    Timed("statements", STATEMENTS, "restricted_at"),
    Timed("appeals", APPEALS, "updated_at", _is_not_over),
    Timed("label_results", LABEL_RESULTS, "created_at"),
    Timed("suggestions", SUGGESTIONS, "created_at"),
    Timed("authority_orders", AUTHORITY_ORDERS, "closed_at"),
)


async def approvals(page: Page, cursor: str) -> str | None:
    """Those that have ended, a way of ending after the other; the cursor says which."""
    number, _, rest = (cursor or "0:").partition(":")
    found = await page.job.context.store.query(
        APPROVALS,
        app=page.job.app,
        equal={"state": ENDED[int(number)]},
        order="asked_at",
        high=page.before("approvals"),
        limit=_AT_ONCE,
        cursor=rest or None,
    )
    for document in await page.free(found.documents):
        page.delete("approvals", document)
    if found.cursor is not None:
        return f"{number}:{found.cursor}"
    following = int(number) + 1
    return f"{following}:" if following < len(ENDED) else None


async def counters(page: Page, cursor: str) -> str | None:
    """Of users and addresses of which nothing was counted any more, with the address that a user
    posted from last.
    """
    found = await page.job.context.store.query(
        HISTORIES, app=page.job.app, limit=_COUNTED_AT_ONCE, cursor=cursor or None
    )
    before = page.before("counters") // DAY * DAY
    for document in await page.free(found.documents):
        if last_counted(document.data) < before:
            page.delete("counters", document)
            page.job.unit.add(Delete(last_address_key(page.job.app, document.key.id)))
    return found.cursor
