"""One run of the whole server over deliveries to many endpoints, some of them slow or down."""

from __future__ import annotations

import asyncio
import os
import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.receiving import Receiving, receiving
from common.configuration.context import Context, open_context
from common.delivery.outbox import Outbox, action_order
from common.domain.action import Action, action_key
from common.domain.delivery import Why
from common.queue.messages import DueDelivery, Later
from common.settings import Settings
from common.store.store import Put
from common.store.unit_of_work import UnitOfWork
from infra.local.credentials import FIRST_APP
from tests.running import Running, free_port, running

_SECOND = 1_000_000_000
_AT_ONCE = 64
_PATIENCE = 120.0
TOLD = {
    "user_id": "u" * 24,
    "entity_type": "post",
    "text": "Something that somebody wrote and that others should not have to read. " * 8,
}


@dataclass(frozen=True, slots=True)
class Plan:
    """`rate` is deliveries a second; without one, all are due at the same moment.

    With bad ones, one endpoint in `share` is slow and one is down.
    """

    endpoints: int
    deliveries: int
    rate: float | None = None
    has_bad: bool = False
    share: int = 20
    answer_seconds: float = 0.01
    slow_seconds: float = 2.0

    def kind(self, number: int) -> str:
        """Of the endpoint that delivery `number` goes to."""
        place = number % self.endpoints % self.share
        return {0: "slow", 1: "down"}.get(place, "quick") if self.has_bad else "quick"

    def due(self, number: int, start: int) -> int:
        return start if self.rate is None else start + int(number / self.rate * _SECOND)


@dataclass(frozen=True, slots=True)
class Result:
    """Of the healthy endpoints. `waits` are seconds from due to arrived, in the order of being due;
    `memory` is the worker's in MiB, over the time of the run; `cpu` is what it took, in seconds.
    """

    seconds: float
    waits: list[float]
    memory: list[float]
    cpu: float

    @property
    def per_second(self) -> float:
        return len(self.waits) / self.seconds

    def quantile(self, share: float) -> float:
        return _quantile(self.waits, share)

    def typical_quantile(self, share: float, slices: int = 10) -> float:
        """The median over slices of the run, so that one stall of the machine is not all of it."""
        size = -(-len(self.waits) // slices)
        starts = range(0, len(self.waits), size)
        return statistics.median(_quantile(self.waits[at : at + size], share) for at in starts)


def _quantile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def measure(plan: Plan, **environment: str) -> Result:
    seconds = plan.answer_seconds, plan.slow_seconds
    with tempfile.TemporaryDirectory() as folder, receiving(*seconds) as receiver:
        data = Path(folder) / "data"
        with running(data, GAVEL_EGRESS_ALLOW="127.0.0.1", **environment) as runtime:
            # Written while the server is up and idle, and due when all is written.
            start = time.time_ns() + int((3 + plan.deliveries / 400) * _SECOND)
            due = asyncio.run(_order_all(plan, receiver, data, start))
            if time.time_ns() > start:
                raise RuntimeError("the deliveries were not written in time")
            return _watch(runtime, receiver, due, start)


async def _order_all(plan: Plan, receiver: Receiving, data: Path, start: int) -> dict[str, int]:
    """When each delivery to a healthy endpoint is due."""
    context = open_context(Settings(data=data))
    actions = [_action(plan, receiver, number) for number in range(plan.endpoints)]
    due: dict[str, int] = {}
    numbers = iter(range(plan.deliveries))

    async def order() -> None:
        for number in numbers:
            at = plan.due(number, start)
            id = await _order(context, actions[number % plan.endpoints], number, at)
            if plan.kind(number) == "quick":
                due[id] = at

    try:
        for action in actions:
            await context.store.commit([Put(action_key(FIRST_APP, action["id"]), action)])
        await asyncio.gather(*(order() for _ in range(_AT_ONCE)))
    finally:
        context.close()
    return due


def _action(plan: Plan, receiver: Receiving, number: int) -> Action:
    kind = plan.kind(number)
    base = f"http://127.0.0.1:{free_port()}" if kind == "down" else receiver.url("")
    url = f"{base}/{kind}/{number}"
    return {
        "id": f"action{number}",
        "name": "",
        "kind": "user",
        "url": url,
        "method": "POST",
        "created_at": 0,
        "updated_at": 0,
    }


async def _order(context: Context, action: Action, number: int, at: int) -> str:
    """About a subject of its own: what is about the same one goes out one after the other."""
    id = f"delivery{number}"
    unit = UnitOfWork(context.store)
    why: Why = {"rule_name": "benchmark"}
    order = action_order(action, id, "", f"user{number}", TOLD, why)
    await Outbox(unit, FIRST_APP, at).add(order)
    delay = (at - time.time_ns()) / _SECOND
    await context.store.commit(unit.writes(), [Later(DueDelivery(FIRST_APP, id), delay)])
    return id


def _watch(runtime: Running, receiver: Receiving, due: dict[str, int], start: int) -> Result:
    time.sleep(max(0.0, (start - time.time_ns()) / _SECOND))
    memory = []
    cpu = _cpu(runtime.worker_pid)
    last = max(due.values()) + int(_PATIENCE * _SECOND)
    while receiver.count() < len(due):
        if time.time_ns() > last:
            raise RuntimeError(f"{receiver.count()} of {len(due)} arrived:\n{runtime.log[-2000:]}")
        memory.append(_resident(runtime.worker_pid))
        time.sleep(0.2)
    memory.append(_resident(runtime.worker_pid))
    cpu = _cpu(runtime.worker_pid) - cpu
    arrived = receiver.arrived()
    in_order = sorted(due.items(), key=lambda each: each[1])
    waits = [(arrived[id] - at) / _SECOND for id, at in in_order]
    return Result((max(arrived[id] for id in due) - start) / _SECOND, waits, memory, cpu)


def _resident(pid: int) -> float:
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def _cpu(pid: int) -> float:
    user, system = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
