"""Sweep: publish again what was stored and whose message was lost."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from common.configuration.context import Context
from common.domain.appeal import APPEALS
from common.domain.approval import APPROVALS
from common.domain.ban import BANS
from common.domain.delivery import DELIVERIES
from common.domain.feed import FEEDS
from common.domain.follow_up import FOLLOW_UPS
from common.domain.item import ITEMS, SHARDS
from common.domain.queue import RECOUNTS
from common.domain.redelivery import REDELIVERIES
from common.domain.report_verdict import REPORT_VERDICTS
from common.domain.rule_group import RULE_GROUPS
from common.domain.spam_string import TALLIES
from common.domain.task import TASKS
from common.domain.times import MINUTE, SECOND, nanoseconds
from common.moderation.overdue import Overdue
from common.queue.messages import (
    DueApproval,
    DueDelivery,
    DueFeed,
    DueFollowUp,
    DueReceipt,
    DueRecount,
    DueRedelivery,
    DueReversal,
    DueTally,
    DueVerdict,
    EndedGroup,
    ExpiredBan,
    Message,
    ScanOrder,
    Trigger,
)
from common.queue.queue import QueueError
from common.settings import Settings
from common.store.store import Collection, Conflict, Document, Key, StoreError, Update

_logger = logging.getLogger("gavel.sweep")

_LONGEST_WAIT = 10 * MINUTE
_NEVER = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Kind:
    """What waits for a message: the field with the time since when, or when its turn is; how many
    seconds later the message is taken for lost; and the message, of a document and its turn. With
    `is_at_once`, none is ever to wait for a time that has not come.
    """

    collection: Collection[Any]
    field: str
    patience: Callable[[Settings], float]
    message: Callable[[Key[Any], int], Message]
    partitions: Iterable[Mapping[str, str] | None] = (None,)
    is_at_once: bool = False


def _after(settings: Settings) -> float:
    return settings.sweep_after


def _grace(settings: Settings) -> float:
    return settings.sweep_grace


KINDS = (
    Kind(
        ITEMS,
        "pending_since",
        _after,
        lambda key, _: Trigger(key.app, key.id),
        [{"shard": shard} for shard in SHARDS],
        is_at_once=True,
    ),
    Kind(
        TASKS,
        "due_at",
        _after,
        lambda key, at: ScanOrder(key.app, key.id, at=at),
        is_at_once=True,
    ),
    Kind(
        FOLLOW_UPS,
        "due_at",
        _after,
        lambda key, _: DueFollowUp(key.app, key.id),
        is_at_once=True,
    ),
    Kind(
        REPORT_VERDICTS,
        "due_at",
        _after,
        lambda key, _: DueVerdict(key.app, key.id),
        is_at_once=True,
    ),
    Kind(RECOUNTS, "due_at", _grace, lambda key, at: DueRecount(key.app, key.id, at)),
    Kind(FEEDS, "due_at", _grace, lambda key, at: DueFeed(key.app, at)),
    Kind(TALLIES, "due_at", _grace, lambda key, at: DueTally(key.app, at)),
    Kind(DELIVERIES, "next_attempt_at", _grace, lambda key, at: DueDelivery(key.app, key.id, at)),
    Kind(DELIVERIES, "receipt_at", _grace, lambda key, at: DueReceipt(key.app, key.id, at)),
    Kind(BANS, "ends_at", _after, lambda key, _: ExpiredBan(key.app, key.id)),
    Kind(RULE_GROUPS, "ends_at", _after, lambda key, _: EndedGroup(key.app, key.id)),
    Kind(APPROVALS, "due_at", _after, lambda key, _: DueApproval(key.app, key.id)),
    Kind(APPEALS, "due_at", _grace, lambda key, at: DueReversal(key.app, key.id, at)),
    Kind(REDELIVERIES, "due_at", _grace, lambda key, at: DueRedelivery(key.app, key.id, at)),
)


async def sweep(context: Context, now: int) -> None:
    """Each kind is bounded per run; the rest is found by the next one.

    What fails for one document or for one kind keeps the others from nothing. Raises the first
    error of a kind that was not gone through.
    """
    errors: list[Exception] = []
    was_set_back = context.one(_Clock).was_set_back(now)
    for kind in KINDS:
        for equal in kind.partitions:
            try:
                one = _Pass(context, kind, now)
                await one.run(equal)
                if was_set_back and kind.is_at_once:
                    await one.run_ahead(equal)
            except Exception as error:
                name = f"{kind.collection} by {kind.field}"
                _logger.error("not swept: %s: %s", name, type(error).__name__)
                errors.append(error)
    if errors:
        raise errors[0]


class _Clock:
    """Of one process. What was stored before the clock was set back would wait as much longer."""

    def __init__(self, _: Context) -> None:
        self._latest = 0

    def was_set_back(self, now: int) -> bool:
        before, self._latest = self._latest, now
        return now < before


class _Pass:
    """Over one kind of what waits for a message."""

    def __init__(self, context: Context, kind: Kind, now: int) -> None:
        self._store = context.store
        self._kind = kind
        self._now = now
        self._patience = max(nanoseconds(kind.patience(context.settings)), SECOND)

    async def run(self, equal: Mapping[str, str] | None) -> None:
        await self._publish_all(equal, 0, self._now - self._patience)

    async def run_ahead(self, equal: Mapping[str, str] | None) -> None:
        """What has a time that no document of its kind can have by now."""
        ahead = self._now + self._patience + _LONGEST_WAIT
        await self._publish_all(equal, ahead, _NEVER)

    async def _publish_all(self, equal: Mapping[str, str] | None, since: int, before: int) -> None:
        overdue = Overdue(self._store, self._kind.collection, self._kind.field, equal)
        async for page in overdue.pages(before, since):
            again = (self._publish_or_leave(document) for document in page.documents)
            for failure in await asyncio.gather(*again, return_exceptions=True):
                if failure is not None:
                    raise failure

    async def _publish_or_leave(self, document: Document[Any]) -> None:
        try:
            await self._publish_again(document)
        except (QueueError, StoreError) as error:
            if error.cause != "corrupt":
                raise
            _logger.error("damaged and left out: %s", error)
        except Exception as error:
            key = document.key
            where = f"{key.app}/{key.collection}/{key.id}"
            _logger.error("left out: %s: %s", where, type(error).__name__)

    async def _publish_again(self, document: Document[Any]) -> None:
        """What is published again is set back, each time twice as far: a queue that is only slow
        must not be filled by every sweep. Who has changed it meanwhile has published what follows.
        """
        times = document.data.get("swept", 0)
        at = self._now + min(self._patience * (2**times - 1), _LONGEST_WAIT)
        back = {self._kind.field: at, "swept": times + 1}
        change = Update(document.key, set=back, version=document.version, read=document)
        with suppress(Conflict):
            await self._store.commit([change], [self._kind.message(document.key, at)])
