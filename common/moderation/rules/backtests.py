"""Backtests: started, looked at, cancelled, deleted. They run in the background."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from common.configuration.context import Context
from common.domain.backtest import (
    BACKTESTS,
    MOST_AT_ONCE,
    MOST_KEPT,
    Backtest,
    backtest_key,
    has_ended,
    no_tally,
)
from common.domain.errors import Invalid, NotFound
from common.domain.ids import ordered_id
from common.domain.rule import RuleContent, RuleDocument, content_of
from common.domain.rule_version import rule_version_key
from common.domain.task import new_job, task_key
from common.domain.times import DAY
from common.moderation.contention import ATTEMPTS, too_busy
from common.queue.messages import ScanOrder
from common.rules.rule import Rule
from common.store.deciding import until_committed
from common.store.store import Create
from common.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Tested:
    """What is tested: `rule_id` is empty for a draft."""

    rule_id: str
    version: int
    content: RuleContent


def of_draft(draft: RuleDocument) -> Tested:
    return Tested("", 0, content_of(draft))


async def of_kept(context: Context, app: str, id: str, version: int | None) -> Tested:
    """Without a version, the one that counts now. Raises Invalid where there is none."""
    if version is None:
        rule = (await context.configurations.fresh(app)).rule_documents.get(id)
        if rule is None:
            raise Invalid.field("rule_id", "does not exist")
        return Tested(id, rule["version"], content_of(rule))
    (found,) = await context.store.get([rule_version_key(app, id, version)])
    if found is None:
        raise Invalid.field("version", f"is none of a rule {id!r}")
    return Tested(id, version, found.data["content"])


async def start(
    context: Context, app: str, tested: Tested, times: tuple[int, int], by: str, now: int
) -> Backtest:
    """Raises Invalid where there are as many as may be."""
    known = await _all(context, app)
    if len(known) >= MOST_KEPT:
        raise Invalid(f"there are {MOST_KEPT} backtests, which is as many as are kept: delete some")
    if sum(not has_ended(each) for each in known) >= MOST_AT_ONCE:
        raise Invalid(f"{MOST_AT_ONCE} backtests are running, which is as many as may at once")
    id = ordered_id(now)
    made: Backtest = {
        "id": id,
        "status": "pending",
        "progress": 0.0,
        "rule_id": tested.rule_id,
        "rule_version": tested.version,
        "rule": tested.content,
        "starts_at": times[0],
        "ends_at": times[1],
        "created_at": now,
        "updated_at": now,
        "created_by": by,
        "tally": no_tally(),
    }
    asked = {"rule_id": tested.rule_id, "rule_version": tested.version}
    task = new_job("backtest", id, asked, {"backtest_id": id, "seen": 0, "fired": 0}, now)
    await context.store.commit(
        [Create(backtest_key(app, id), made), Create(task_key(app, id), task)],
        [ScanOrder(app, id, at=task["due_at"])],
    )
    return made


async def get(context: Context, app: str, id: str) -> Backtest:
    (found,) = await context.store.get([backtest_key(app, id)])
    if found is None:
        raise _missing(id)
    return found.data


async def page(
    context: Context, app: str, limit: int, cursor: str | None
) -> tuple[Sequence[Backtest], str | None]:
    """The newest first."""
    found = await context.store.query(
        BACKTESTS, app=app, order="created_at", descending=True, limit=limit, cursor=cursor
    )
    return [document.data for document in found.documents], found.cursor


async def cancel(context: Context, app: str, id: str, now: int) -> Backtest:
    """What it had found by then stays. One that has ended stays as it is."""

    async def attempt() -> Backtest:
        unit = UnitOfWork(context.store)
        backtest = await unit.get(backtest_key(app, id))
        if backtest is None:
            raise _missing(id)
        if not has_ended(backtest):
            backtest["status"] = "cancelled"
            backtest["updated_at"] = backtest["finished_at"] = now
            backtest.pop("work", None)
            await unit.commit()
        return backtest

    return await until_committed(attempt, ATTEMPTS, too_busy())


async def delete(context: Context, app: str, id: str) -> None:
    """One that is running ends with it."""

    async def attempt() -> None:
        unit = UnitOfWork(context.store)
        if await unit.get(backtest_key(app, id)) is None:
            raise _missing(id)
        unit.delete(backtest_key(app, id))
        await unit.commit()

    await until_committed(attempt, ATTEMPTS, too_busy())


def times(days: int | None, since: int | None, until: int | None, now: int) -> tuple[int, int]:
    """Raises Invalid for a time that ends before it begins."""
    end = min(until or now, now)
    start = since if since is not None else end - (days or 7) * DAY
    if start >= end:
        raise Invalid.field("since", "is not before until")
    return max(start, 0), end


def rule_of(backtest: Backtest) -> Rule:
    of_itself: dict[str, Any] = {
        "id": backtest["rule_id"] or "draft",
        "version": backtest["rule_version"],
        "created_at": 0,
        "updated_at": 0,
    }
    return Rule.of(cast(RuleDocument, {**backtest["rule"], **of_itself}))


async def _all(context: Context, app: str) -> Sequence[Backtest]:
    found, _ = await page(context, app, MOST_KEPT, None)
    return found


def _missing(id: str) -> NotFound:
    return NotFound(f"there is no backtest {id!r}", {"id": "does not exist"})
