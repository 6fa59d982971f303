"""Deliveries under everything that can happen to them, in any order."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Literal

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from common.delivery import endpoints, management
from common.domain.endpoint import action_endpoint
from tests.delivering import platform
from tests.delivering.invariants import Watcher, chain_faults, ending_faults, message_faults
from tests.delivering.platform import Answer
from tests.delivering.world import ACTIONS, APP, POSTS, USERS, World
from tests.full_size import FULL, STATEFUL_SECONDS, stateful

pytestmark = pytest.mark.timeout(STATEFUL_SECONDS)
DELAYS = (2.0, 5.0, 20.0, 60.0, 200.0, 400.0)
_LONGEST = 3 * 24 * 3600.0
# A 410 that is still on its way disables its endpoint, which is then for a person to enable.
_UNTIL_ANSWERED = platform.TIMEOUT + 5

_every = [each for each in vars(platform).values() if isinstance(each, Answer)]
answers = st.sampled_from(
    [*_every, platform.FAILING, platform.UNREACHABLE, platform.SILENT, platform.SLOW]
)
orders = st.tuples(
    st.sampled_from(sorted(ACTIONS)),
    st.sampled_from(USERS),
    st.sampled_from(POSTS),
)
processes = st.integers(0, 1)
OPPOSITES = {"ban": "unban", "unban": "ban"}
Repair = Literal["retry", "cancel", "disable", "enable"]


class Deliveries(RuleBasedStateMachine):
    begun: World | None = None

    @property
    def world(self) -> World:
        assert self.begun is not None, "hypothesis initializes first"
        return self.begun

    @initialize(
        seed=st.integers(0, 1_000),
        slowness=st.sampled_from((0.0, 0.1)),
        answer=answers,
        common=st.booleans(),
        per_endpoint=st.sampled_from((1, 8)),
    )
    def begin(
        self, seed: int, slowness: float, answer: Answer, common: bool, per_endpoint: int
    ) -> None:
        """With one slot, most of what is for a slow endpoint finds none."""
        self.begun = World(
            seed=seed, slowness=slowness, retry_delays=DELAYS, per_endpoint=per_endpoint
        )
        self.watcher = Watcher(self.world)
        self.acknowledged = 0
        self.retries = 0
        for action in ACTIONS if common else ["ban"]:
            self.world.platform.answers[action_endpoint(action)] = answer

    @rule(given=st.lists(orders, min_size=1, max_size=6), meanwhile=st.booleans())
    def order(self, given: list[tuple[str, str, str]], meanwhile: bool) -> None:
        """With what is due already being delivered at the same time, or not."""
        for action, user, post in given:
            if meanwhile:
                self._run(self._deliver_all())
            about = post if ACTIONS[action]["kind"] == "post" else None
            if self._run(self.world.order(action, user, about)):
                self.acknowledged += 1

    @precondition(lambda self: self.world.in_flight(OPPOSITES))
    @rule(pick=st.integers(0, 5))
    def undo_what_is_sent(self, pick: int) -> None:
        sent = self.world.in_flight(OPPOSITES)
        attempt = sent[pick % len(sent)]
        action = attempt.endpoint.removeprefix("action:")
        if self._run(self.world.order(OPPOSITES[action], str(attempt.fields["user_id"]))):
            self.acknowledged += 1

    @rule(
        actions=st.sampled_from([["ban"], ["unban"], ["hide"], list(ACTIONS)]),
        answer=answers,
    )
    def answer(self, actions: list[str], answer: Answer) -> None:
        for action in actions:
            self.world.platform.answers[action_endpoint(action)] = answer

    @precondition(lambda self: self.world.waiting.due())
    @rule(picks=st.lists(st.integers(0, 20), min_size=1, max_size=8), again=st.booleans())
    def deliver(self, picks: list[int], again: bool) -> None:
        """Messages in any order, some of them twice, to both processes at once."""

        async def begin() -> None:
            for number, pick in enumerate(picks):
                if due := self.world.waiting.due():
                    self.world.deliver(due[pick % len(due)], again=again, number=number)
            await self.world.rest()

        self._run(begin())

    async def _deliver_all(self) -> None:
        for number, message in enumerate(self.world.waiting.due()):
            self.world.deliver(message, number=number)

    @rule(seconds=st.sampled_from((0.3, 2.0, 6.0, 20.0, 50.0, 130.0, 600.0)))
    def wait(self, seconds: float) -> None:
        """Attempts go on, and no message is delivered."""
        self._run(asyncio.sleep(seconds))

    @rule(seconds=st.sampled_from((1.0, 20.0, 120.0, 900.0, 4_000.0)))
    def work(self, seconds: float) -> None:
        self._run(self.world.run_for(seconds))

    @rule(number=processes)
    def sweep(self, number: int) -> None:
        async def begin() -> None:
            self.world.sweep(number)
            await self.world.rest()

        self._run(begin())

    @rule(steps=st.integers(0, 25))
    def crash_soon(self, steps: int) -> None:
        self.world.faults.after = steps

    @rule(number=processes, is_told=st.booleans())
    def end_process(self, number: int, is_told: bool) -> None:
        self._run(self.world.stop(number) if is_told else self.world.kill(number))

    @precondition(lambda self: self.acknowledged)
    @rule(kind=st.sampled_from(("retry", "cancel", "disable", "enable")), pick=st.integers(0, 30))
    def repair(self, kind: Repair, pick: int) -> None:
        known = self._run(self.world.deliveries())
        delivery, process = known[pick % len(known)], self.world.process()
        id, endpoint = delivery["id"], delivery["endpoint"]
        context, now = process.context, self.world.now
        self.retries += kind == "retry"
        work: dict[Repair, Callable[[], Coroutine[Any, Any, object]]] = {
            "retry": lambda: management.retry(context, APP, id, now),
            "cancel": lambda: management.cancel(context, APP, id, None, "eve", now),
            "disable": lambda: endpoints.disable(context.store, APP, endpoint, "a test", now),
            "enable": lambda: endpoints.enable(context.store, APP, endpoint, now),
        }
        self._run(self.world.call(work[kind](), process))

    @invariant()
    def nothing_is_wrong(self) -> None:
        if self.begun is not None:
            assert not self.watcher.wrong, self.watcher.wrong
            faults = self._run(chain_faults(self.world))
            assert not faults, faults
            multiplied = self._run(message_faults(self.world))
            assert not multiplied, multiplied

    def teardown(self) -> None:
        if self.begun is None:
            return
        try:
            self._end()
        finally:
            self.world.close()

    def _end(self) -> None:
        """With a platform that works again, everything comes to its end."""
        self.world.faults.after = None
        self.world.platform.answers.clear()
        self._run(asyncio.sleep(_UNTIL_ANSWERED))
        self._run(self._enable())
        assert self._run(self.world.settle(_LONGEST)), self._run(self.world.open_deliveries())
        self.nothing_is_wrong()
        assert len(self._run(self.world.deliveries())) >= self.acknowledged
        faults = self._run(ending_faults(self.world, self.retries, self.world.deaths))
        assert not faults, faults

    async def _enable(self) -> None:
        for action in ACTIONS:
            endpoint = await self.world.endpoint(action)
            if endpoint is not None and "disabled_at" in endpoint:
                id = action_endpoint(action)
                await endpoints.enable(self.world.store, APP, id, self.world.now)

    def _run(self, work: Any) -> Any:
        return self.world.run(work)


Deliveries.TestCase.settings = stateful(full=3_000, small=40, steps=50 if FULL else 30)
TestDeliveries: Any = Deliveries.TestCase
