"""Sending statements: in as few requests as the database lets them be sent in.

It takes all statements of a request or none. Those that it names are left out of the next request;
where it names none, the request is halved until it is known which one is meant.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Literal

from common.delivery.transparency.companions import AT_ONCE
from common.delivery.transparency.preparing import Verdict
from common.delivery.transparency.requests import (
    FOUND,
    MISSING,
    Answer,
    Database,
    created_in,
    existing_in,
    problems_in,
    problems_of_one,
)
from common.domain.transparency.database import Mode, Outcome
from common.domain.transparency.submission import Problems, Submission
from common.outgoing.calls import AttemptResult

_SHORTEST_SECONDS = 1.0
_NO_TIME = AttemptResult(None, "busy", "not sent: no time was left for this request")

SentState = Literal["delivered", "duplicate", "refused"]
Group = list[str]
"""Ids of deliveries whose statements go in one request."""


class Sending:
    """`left` tells the seconds that the claims still last. What is known of each delivery is in
    `verdicts`; `last` is what the database, or the way to it, answered last.
    """

    def __init__(
        self,
        database: Database,
        mode: Mode,
        submissions: Mapping[str, Submission],
        longest: float,
        left: Callable[[], float],
    ) -> None:
        self._database = database
        self._mode = mode
        self._submissions = submissions
        self._longest = longest
        self._left = left
        self.verdicts: dict[str, Verdict] = {}
        self.last: AttemptResult | None = None

    async def send(self, doubtful: Iterable[str]) -> None:
        await self._look_for(list(doubtful))
        groups = deque([[id for id in self._submissions if id not in self.verdicts]])
        while groups:
            group = groups.popleft()
            if not group:
                continue
            if (seconds := self._seconds()) is None:
                self._all(group, _NO_TIME)
                continue
            sent = [self._submissions[id] for id in group]
            answer = await self._database.submit(sent, seconds)
            self.last = answer.result
            if answer.is_created:
                self._created(group, answer)
            elif answer.is_refused or (answer.is_too_large and len(group) > 1):
                groups.extend(self._refused(group, answer))
            else:
                for each in (group, *groups):
                    self._all(each, answer.result)
                return

    def _seconds(self) -> float | None:
        seconds = min(self._longest, self._left())
        return seconds if seconds >= _SHORTEST_SECONDS else None

    async def _look_for(self, ids: list[str]) -> None:
        gate = asyncio.Semaphore(AT_ONCE)

        async def look(id: str) -> None:
            async with gate:
                if (seconds := self._seconds()) is None:
                    self.verdicts[id] = Verdict(_NO_TIME)
                    return
                puid = self._submissions[id]["puid"]
                answer = await self._database.look_for(puid, seconds)
            self.last = answer.result
            if answer.result.error is None and answer.result.status == FOUND:
                self._is_there(id, answer, {})
            elif answer.result.error is not None or answer.result.status != MISSING:
                self.verdicts[id] = Verdict(answer.result)

        await asyncio.gather(*map(look, ids))

    def _created(self, group: Group, answer: Answer) -> None:
        said = created_in(answer.body)
        for id in group:
            outcome = self._outcome("delivered", id)
            _name(outcome, said.get(self._submissions[id]["puid"], {}))
            self.verdicts[id] = Verdict(answer.result, outcome)

    def _refused(self, group: Group, answer: Answer) -> list[Group]:
        """What is still to be sent of it."""
        existing, problems = existing_in(answer.body), problems_in(answer.body)
        for number, id in enumerate(group):
            puid = self._submissions[id]["puid"]
            if puid in existing:
                self._is_there(id, answer, existing[puid])
            elif number in problems:
                self._is_refused(id, answer, problems[number])
        rest = [id for id in group if id not in self.verdicts]
        if len(rest) < len(group):
            return [rest]
        if len(group) > 1:
            half = len(group) // 2
            return [group[:half], group[half:]]
        self._is_refused(group[0], answer, problems_of_one(answer.body))
        return []

    def _is_there(self, id: str, answer: Answer, said: Mapping[str, object]) -> None:
        outcome = self._outcome("duplicate", id)
        _name(outcome, said)
        self.verdicts[id] = Verdict(answer.result, outcome)

    def _is_refused(self, id: str, answer: Answer, problems: Problems) -> None:
        detail = "; ".join(f"{field}: {problem}" for field, problem in problems.items())
        outcome = self._outcome("refused", id)
        outcome["problems"] = problems
        self.verdicts[id] = Verdict(replace(answer.result, error="refused", detail=detail), outcome)

    def _outcome(self, state: SentState, id: str) -> Outcome:
        return {"state": state, "mode": self._mode, "submission": self._submissions[id]}

    def _all(self, group: Group, result: AttemptResult) -> None:
        for id in group:
            self.verdicts[id] = Verdict(result)


def _name(outcome: Outcome, said: Mapping[str, object]) -> None:
    if isinstance(uuid := said.get("uuid"), str):
        outcome["uuid"] = uuid
    if isinstance(permalink := said.get("permalink"), str):
        outcome["permalink"] = permalink
