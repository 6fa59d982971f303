from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress

import pytest

from common.delivery import slots as module
from common.delivery.slots import Pace, Slots

LONG = 60.0


class Clock(asyncio.SelectorEventLoop):
    """An event loop whose time passes only when all are waiting, and then at once."""

    def __init__(self) -> None:
        super().__init__()
        self._now = 1000.0

    def time(self) -> float:
        return self._now

    def _run_once(self) -> None:
        if not self._ready and self._scheduled:  # type: ignore[attr-defined]
            self._now = max(self._now, self._scheduled[0].when())  # type: ignore[attr-defined]
        super()._run_once()  # type: ignore[misc]


def run(main: Callable[[], Awaitable[None]]) -> None:
    async def whole() -> None:
        await main()

    with asyncio.Runner(loop_factory=Clock) as runner:
        runner.run(whole())


async def attempt(slots: Slots, endpoint: str, seconds: float, wait: float = LONG) -> bool:
    if not await slots.take(endpoint, wait):
        return False
    await asyncio.sleep(seconds)
    slots.give_back(endpoint, seconds)
    return True


async def known(slots: Slots, seconds: float, *endpoints: str) -> None:
    for endpoint in endpoints:
        assert await attempt(slots, endpoint, seconds)


async def free(slots: Slots, endpoint: str) -> bool:
    """Whether one more would be let through at once; takes nothing."""
    taken = await slots.take(endpoint, 0)
    if taken:
        slots.give_back(endpoint, None)
    return taken


def test_one_endpoint_has_its_limit_and_leaves_the_rest_to_others() -> None:
    async def main() -> None:
        slots = Slots(total=8, per_endpoint=3)
        await known(slots, 0.01, "a", "b")
        for _ in range(3):
            assert await slots.take("a", 0)
        assert not await free(slots, "a")
        assert await free(slots, "b")
        slots.give_back("a", 0.01)
        assert await free(slots, "a")

    run(main)


def test_all_together_have_the_total() -> None:
    async def main() -> None:
        slots = Slots(total=4, per_endpoint=2)
        await known(slots, 0.01, "a", "b", "c")
        for endpoint in "aabb":
            assert await slots.take(endpoint, 0)
        assert not await free(slots, "c")
        slots.give_back("a", None)
        assert await free(slots, "c")

    run(main)


def test_an_endpoint_not_seen_yet_gets_one_attempt_until_it_has_answered() -> None:
    async def main() -> None:
        slots = Slots(total=8, per_endpoint=4)
        assert await slots.take("new", 0)
        assert not await free(slots, "new")
        slots.give_back("new", None)
        assert slots.pace("new") is Pace.UNKNOWN
        await known(slots, 0.01, "new")
        assert await slots.take("new", 0)
        assert await free(slots, "new")

    run(main)


def test_the_attempts_of_one_endpoint_keep_their_order() -> None:
    async def main() -> None:
        slots = Slots(total=2, per_endpoint=1)
        order: list[int] = []

        async def numbered(number: int) -> None:
            assert await slots.take("a", LONG)
            order.append(number)
            await asyncio.sleep(0.01)
            slots.give_back("a", 0.01)

        await asyncio.gather(*(numbered(number) for number in range(20)))
        assert order == list(range(20))

    run(main)


def test_endpoints_take_turns_however_many_wait_for_one() -> None:
    async def main() -> None:
        slots = Slots(total=1, per_endpoint=1)
        await known(slots, 0.01, "busy", "other")
        order: list[str] = []

        async def named(endpoint: str) -> None:
            assert await slots.take(endpoint, LONG)
            order.append(endpoint)
            await asyncio.sleep(0.01)
            slots.give_back(endpoint, 0.01)

        await asyncio.gather(*(named("busy") for _ in range(50)), *(named("other") for _ in "12"))
        assert order[:4] == ["busy", "other", "busy", "other"]

    run(main)


def test_slow_endpoints_together_have_half_of_the_slots() -> None:
    async def main() -> None:
        slots = Slots(total=8, per_endpoint=8)
        await known(slots, 2.0, "slow", "slower")
        await known(slots, 0.01, "quick")
        for endpoint in ("slow", "slower", "slow", "slower"):
            assert await slots.take(endpoint, 0)
        assert not await free(slots, "slow")
        assert not await free(slots, "slower")
        for _ in range(4):
            assert await slots.take("quick", 0)

    run(main)


def test_new_and_slow_endpoints_leave_a_quarter_to_the_quick() -> None:
    async def main() -> None:
        slots = Slots(total=8, per_endpoint=8)
        await known(slots, 0.01, "quick")
        for number in range(6):
            assert await slots.take(f"new{number}", 0)
        assert not await free(slots, "new6")
        assert await slots.take("quick", 0)
        assert await free(slots, "quick")

    run(main)


def test_silence_makes_slow_before_there_is_an_answer() -> None:
    async def main() -> None:
        slots = Slots(total=8, per_endpoint=8)
        for number in range(4):
            assert await slots.take(f"new{number}", 0)
        await asyncio.sleep(0.6)
        assert not await slots.take("new0", 0)
        assert [slots.pace(f"new{number}") for number in range(4)] == [Pace.SLOW] * 4
        assert await free(slots, "other")
        slots.give_back("new0", 0.7)
        assert slots.pace("new0") is Pace.SLOW
        slots.give_back("new1", None)
        assert slots.pace("new1") is Pace.UNKNOWN

    run(main)


def test_a_slow_endpoint_that_recovers_is_quick_again_after_a_few_answers() -> None:
    async def main() -> None:
        slots = Slots()
        for _ in range(5):
            await known(slots, 15.0, "a")
        assert slots.pace("a") is Pace.SLOW
        for _ in range(5):
            await known(slots, 0.01, "a")
        assert slots.pace("a") is Pace.FAST

    run(main)


async def waiting(slots: Slots, endpoint: str, number: int, seconds: float) -> int:
    """How many of so many that ask at the same moment are let wait, or through."""
    tasks = [asyncio.create_task(slots.take(endpoint, seconds)) for _ in range(number)]
    await asyncio.sleep(0)
    return number - sum(task.done() and not task.result() for task in tasks)


def test_what_would_wait_too_long_is_told_so_at_once() -> None:
    async def main() -> None:
        slots = Slots(total=16, per_endpoint=4)
        await known(slots, 0.01, "quick")
        await known(slots, 0.2, "sedate")
        await known(slots, 2.0, "slow", "slower")
        assert await waiting(slots, "quick", 1000, 4.0) == 1000
        assert await waiting(slots, "sedate", 1000, 4.0) == 80 + 4
        # Half of 16 slots, twice 2 s: 16 of the slow ones may wait, whichever they are.
        assert await waiting(slots, "slow", 100, 4.0) == 16 + 4
        assert await waiting(slots, "slower", 100, 4.0) == 4

    run(main)


def test_waiting_ends_when_its_time_is_up_or_its_task_cancelled() -> None:
    async def main() -> None:
        slots = Slots(total=1)
        assert await slots.take("a", 0)
        late = asyncio.create_task(slots.take("b", 1.0))
        cancelled = asyncio.create_task(slots.take("b", LONG))
        last = asyncio.create_task(slots.take("b", LONG))
        await asyncio.sleep(1.5)
        assert late.done() and not late.result()
        cancelled.cancel()
        # Before the cancelled one has run: its place must not swallow the slot.
        slots.give_back("a", 0.1)
        assert await last
        assert cancelled.cancelled()
        assert not await slots.take("c", 0)

    run(main)


def test_a_slot_given_to_a_task_that_is_cancelled_at_that_moment_is_not_lost() -> None:
    async def main() -> None:
        slots = Slots(total=1)
        assert await slots.take("a", 0)
        task = asyncio.create_task(slots.take("b", LONG))
        await asyncio.sleep(0)
        slots.give_back("a", 0.1)
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        assert await slots.take("c", 0)

    run(main)


def test_at_the_first_moment_fifty_slow_endpoints_do_not_hold_up_the_others() -> None:
    async def main() -> None:
        slots = Slots(total=128, per_endpoint=8)
        loop = asyncio.get_running_loop()
        waited: list[float] = []

        async def one(number: int) -> None:
            start = loop.time()
            slow = number % 20 == 0
            assert await slots.take(f"e{number}", LONG * 10)
            if not slow:
                waited.append(loop.time() - start)
            await asyncio.sleep(2.0 if slow else 0.01)
            slots.give_back(f"e{number}", 2.0 if slow else 0.01)

        await asyncio.gather(*(one(number) for _ in range(20) for number in range(1000)))
        # 19,000 of 10 ms each are 1.5 s on all slots, 3 s on half of them.
        assert max(waited) < 3.5

    run(main)


def test_what_is_taken_and_given_back_always_adds_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_REMEMBERED", 5)
    rng = random.Random(7)

    async def main() -> None:
        slots = Slots(total=6, per_endpoint=2)
        held: Counter[str] = Counter()
        highest = 0

        async def one(endpoint: str) -> None:
            nonlocal highest
            if not await slots.take(endpoint, rng.choice([0, 0.1, 5])):
                return
            held[endpoint] += 1
            highest = max(highest, held.total())
            assert held[endpoint] <= 2 and held.total() <= 6
            seconds = rng.choice([0.0, 0.1, 0.3, 3.0])
            try:
                await asyncio.sleep(seconds)
            finally:
                held[endpoint] -= 1
                slots.give_back(endpoint, rng.choice([None, seconds]))

        tasks = []
        for number in range(3000):
            tasks.append(asyncio.create_task(one(f"e{rng.randrange(20)}")))
            if number % 7 == 0:
                await asyncio.sleep(rng.choice([0, 0.05, 0.4]))
            if number % 5 == 0:
                rng.choice(tasks[-20:]).cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        assert all(task.cancelled() or task.exception() is None for task in tasks)
        assert highest == 6
        assert len(slots._endpoints) == len(slots._idle) == 5
        assert slots._in_flight == [0, 0, 0]
        assert slots._slow_waiting == 0
        assert not any(slots._turns) and not slots._silent

    run(main)


@pytest.mark.parametrize(("total", "per_endpoint"), [(0, 1), (1, 0)])
def test_there_is_at_least_one_slot(total: int, per_endpoint: int) -> None:
    with pytest.raises(ValueError):
        Slots(total, per_endpoint)


def test_as_many_come_back_as_find_a_slot() -> None:
    async def main() -> None:
        slots = Slots(per_endpoint=8)
        await known(slots, 0.02, "fast")
        await known(slots, 2.0, "slow")
        assert slots.pause("fast") == 0.5
        assert slots.pause("slow") == 2.0
        waits = [slots.pause("slow") for _ in range(1_000)]
        assert waits == sorted(waits) and waits[-1] == 30.0
        assert waits[40] == pytest.approx(42 * 2.0 / 8)
        assert slots.pause("fast") == 0.5
        await asyncio.sleep(31.0)
        assert slots.pause("slow") == 2.0

    run(main)


def test_one_that_has_not_answered_yet_is_asked_again_soon() -> None:
    async def main() -> None:
        slots = Slots(per_endpoint=8)
        assert {slots.pause("new") for _ in range(400)} == {0.5}

    run(main)
