"""The statements that go along with one whose turn it is."""

from __future__ import annotations

import asyncio

from common.configuration.context import Context
from common.delivery.claims import Claim, claim
from common.delivery.transparency.doubts import is_doubtful
from common.domain.delivery import DELIVERIES, Delivery
from common.domain.endpoint import TRANSPARENCY
from common.domain.transparency.submission import MOST_TOGETHER
from common.store.store import Conflict, Document

AT_ONCE = 8
"""Documents of one request that are changed at the same time."""
_LOOKED_AT = 2 * MOST_TOGETHER
_MOST_DOUBTFUL = 16
"""Each of them is asked about by itself before it is sent."""


async def companions_of(context: Context, first: Claim, now: int) -> list[Claim]:
    """Claimed; none beside a probe, which is to tell whether the database answers."""
    if first.is_probe or first.is_last:
        return []
    page = await context.store.query(
        DELIVERIES,
        app=first.app,
        equal={"endpoint": TRANSPARENCY, "state": "pending"},
        order="created_at",
        limit=_LOOKED_AT,
    )
    found = [each for each in page.documents if _may_go(each.data, now)]
    others = [each for each in found if each.key.id != first.delivery["id"]]
    gate = asyncio.Semaphore(AT_ONCE)

    async def claimed(document: Document[Delivery]) -> Claim | None:
        async with gate:
            try:
                return await claim(context, first.app, document, now)
            except Conflict:
                # Somebody else has it.
                return None

    taken = await asyncio.gather(*map(claimed, _few_doubtful(others)))
    return [each for each in taken if each is not None]


def _may_go(delivery: Delivery, now: int) -> bool:
    """What only waits for others need not wait on."""
    is_due = delivery.get("next_attempt_at", now + 1) <= now
    return is_due or not (delivery["attempts"] or "held" in delivery)


def _few_doubtful(documents: list[Document[Delivery]]) -> list[Document[Delivery]]:
    kept: list[Document[Delivery]] = []
    doubtful = 0
    for document in documents:
        # As it will be once it is claimed.
        next_one: Delivery = {**document.data, "attempts": document.data["attempts"] + 1}
        if is_doubtful(next_one):
            doubtful += 1
            if doubtful > _MOST_DOUBTFUL:
                continue
        kept.append(document)
    return kept[: MOST_TOGETHER - 1]
