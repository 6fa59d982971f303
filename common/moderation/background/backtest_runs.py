"""Running a backtest: every page evaluates some thousand of what was kept, and stores the tally."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from functools import partial

import orjson

from common.configuration.classes import class_table_of
from common.domain.backtest import Backtest, Tally, Work, backtest_key, has_ended
from common.domain.item import SHARDS, Item, item_key
from common.domain.rule_input import RULE_INPUTS, RuleInput
from common.domain.task import Task
from common.domain.user import User, user_key
from common.engines.threads import COMPUTING
from common.moderation.background.job import Job, JobFailed, Step
from common.moderation.rules.backtests import rule_of
from common.moderation.rules.tallying import Tallying
from common.rules.class_table import ClassTable
from common.rules.replaying import Replay, Replayed
from common.store.store import Page

_PAGE = 100
_EVALUATIONS = 5_000
_SECONDS = 2.0


async def step(job: Job) -> Step:
    backtest = await job.unit.get(backtest_key(job.app, job.task["id"]))
    if backtest is None or backtest["status"] == "cancelled":
        raise JobFailed("cancelled", "the backtest was cancelled")
    table = class_table_of(await job.context.configurations.of(job.app))
    run = await COMPUTING.run(job.app, partial(_Run, job, backtest, table))
    await run.go_on()
    tally, work = run.tally, run.work
    backtest["tally"], backtest["updated_at"] = tally, job.now
    backtest["progress"] = run.progress
    result = {"backtest_id": backtest["id"], "seen": tally["seen"], "fired": tally["fired"]}
    if work["shard"] == len(SHARDS):
        await run.name_misses()
        return Step(None, result)
    backtest["status"], backtest["work"] = "running", orjson.dumps(work).decode()
    return Step(f"{work['shard']}|{tally['seen']}", result)


async def ended(job: Job, task: Task) -> None:
    """The backtest has ended as its task has."""
    backtest = await job.unit.get(backtest_key(job.app, task["id"]))
    if backtest is None or has_ended(backtest):
        return
    backtest["status"] = "completed" if task["status"] == "completed" else "failed"
    backtest["finished_at"] = job.now
    backtest.pop("work", None)
    if "error" in task:
        backtest["error"] = task["error"]
    else:
        backtest["progress"] = 1.0


class _Run:
    """One step of it."""

    def __init__(self, job: Job, backtest: Backtest, table: ClassTable) -> None:
        self._job = job
        self._backtest = backtest
        self._replay = Replay(rule_of(backtest), table)
        # What is in the unit must not be changed in place.
        self.tally: Tally = orjson.loads(orjson.dumps(backtest["tally"]))
        text = backtest.get("work")
        self.work: Work = orjson.loads(text) if text else _nothing_done()
        self._tallying = Tallying(backtest, self.tally, self.work, self._replay)
        self._last = backtest["starts_at"]

    @property
    def progress(self) -> float:
        start, end = self._backtest["starts_at"], self._backtest["ends_at"]
        within = (self._last - start) / max(end - start, 1) if self.work["cursor"] else 0.0
        return min(1.0, round((self.work["shard"] + within) / len(SHARDS), 4))

    async def go_on(self) -> None:
        began, done = time.monotonic(), 0
        while self.work["shard"] < len(SHARDS):
            page = await self._page()
            await self._evaluate([document.data for document in page.documents])
            done += len(page.documents)
            self.work["cursor"] = page.cursor or ""
            if page.documents:
                self._last = page.documents[-1].data["at"]
            if page.cursor is None:
                self._tallying.end_shard()
                self.work["shard"] += 1
            if done >= _EVALUATIONS or time.monotonic() - began > _SECONDS:
                break
            # SQLite answers without waiting.
            await asyncio.sleep(0)

    async def name_misses(self) -> None:
        """Of what was no hit, the item was not read."""
        found = await self._items([each["item_id"] for each in self.tally["near_misses"]])
        for sample in self.tally["near_misses"]:
            if sample["item_id"] in found:
                sample["entity_id"] = found[sample["item_id"]]["entity_id"]

    async def _page(self) -> Page[RuleInput]:
        return await self._job.context.store.query(
            RULE_INPUTS,
            app=self._job.app,
            equal={"shard": SHARDS[self.work["shard"]]},
            order="at",
            low=self._backtest["starts_at"],
            high=self._backtest["ends_at"],
            limit=_PAGE,
            cursor=self.work["cursor"] or None,
        )

    async def _evaluate(self, inputs: Sequence[RuleInput]) -> None:
        replayed = await COMPUTING.run(self._job.app, partial(self._replayed, inputs))
        hits = [each.input for each in replayed if each.holds]
        items = await self._items([each["item_id"] for each in hits])
        users = await self._users([each["user_id"] for each in hits if each["user_id"]])
        add = partial(self._tallying.add, replayed, items, users)
        await COMPUTING.run(self._job.app, add)

    def _replayed(self, inputs: Sequence[RuleInput]) -> list[Replayed]:
        replay, near = self._replay, self._tallying.near
        return [replay.of(each, near) for each in inputs if replay.looks_at(each)]

    async def _items(self, ids: Sequence[str]) -> dict[str, Item]:
        keys = [item_key(self._job.app, id) for id in dict.fromkeys(ids)]
        found = await self._job.context.store.get(keys) if keys else []
        return {each.key.id: each.data for each in found if each is not None}

    async def _users(self, ids: Sequence[str]) -> dict[str, User]:
        keys = [user_key(self._job.app, id) for id in dict.fromkeys(ids)]
        found = await self._job.context.store.get(keys) if keys else []
        return {each.key.id: each.data for each in found if each is not None}


def _nothing_done() -> Work:
    return {"shard": 0, "cursor": "", "users": {}, "decided": [], "hours": {}}
