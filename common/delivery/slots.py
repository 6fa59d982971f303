"""Who may send next: attempts under way in one process, shared out among endpoints."""

from __future__ import annotations

import asyncio
from collections import Counter, OrderedDict
from enum import IntEnum
from itertools import count

TOTAL = 128
PER_ENDPOINT = 8

# Above this many seconds an attempt holds up others.
SLOW = 0.5
# One long timeout is not to count as slow for tens of quick answers after it.
_LONGEST_SAMPLE = 4 * SLOW
_WEIGHT = 0.3
_REMEMBERED = 4096
# What an attempt is taken to last at an endpoint that has not answered yet.
_UNSEEN = 0.1
# Seconds between which those come back that found no slot.
_SHORTEST_PAUSE, _LONGEST_PAUSE = 0.5, 30.0
# Times its limit: what may wait for an endpoint however slow it is.
_MAY_WAIT = 8


class Pace(IntEnum):
    """What is known of an endpoint; the lower, the more of the slots it has to leave to others."""

    SLOW = 0
    UNKNOWN = 1
    FAST = 2


class _Line:
    __slots__ = ("average", "in_flight", "name", "pace", "waiting")

    def __init__(self, name: str) -> None:
        self.name = name
        self.pace = Pace.UNKNOWN
        self.average: float | None = None
        self.in_flight = 0
        # In order of arrival; a dict, since those whose time is up leave from the middle.
        self.waiting: dict[asyncio.Future[bool], None] = {}

    def learn(self, seconds: float) -> None:
        sample = min(seconds, _LONGEST_SAMPLE)
        before = sample if self.average is None else self.average
        self.average = before + _WEIGHT * (sample - before)


class Slots:
    """At most `total` attempts at once and `per_endpoint` for one endpoint.

    Endpoints take turns, and the attempts of one keep their order. Endpoints that were slow lately
    have half of the slots among them, those and the ones not seen yet three quarters: so what is
    known to answer quickly always finds a slot, even when all the slow ones come at once. An
    endpoint not seen yet gets one attempt, whose answer, or silence, tells what it is.

    For one event loop. Waiting costs a timer and no thread; but the caller holds a message
    meanwhile, so whoever would have to wait too long is told so at once.
    """

    def __init__(self, total: int = TOTAL, per_endpoint: int = PER_ENDPOINT) -> None:
        if total < 1 or per_endpoint < 1:
            raise ValueError("there is at least one slot")
        self._per_endpoint = per_endpoint
        # By pace: how many attempts of this and the slower paces there may be.
        self._ceilings = (max(1, total // 2), max(1, total * 3 // 4), total)
        self._in_flight = [0, 0, 0]
        self._slow_waiting = 0
        # By endpoint: how many found no slot and are to come back.
        self._away: Counter[str] = Counter()
        self._endpoints: dict[str, _Line] = {}
        self._idle: OrderedDict[str, None] = OrderedDict()
        # By pace: who waits and is not at its limit, with the number that says whose turn it is.
        self._turns: tuple[OrderedDict[str, int], ...] = tuple(OrderedDict() for _ in Pace)
        self._numbers = count()
        # Since when each has been silent with attempts under way, longest first; no slow ones.
        self._silent: OrderedDict[str, float] = OrderedDict()

    async def take(self, endpoint: str, seconds: float) -> bool:
        """Waits at most so long; False means busy, and comes at once where the others that wait
        already would take longer. After True, `give_back` must be called once.
        """
        self._notice_silence()
        loop = asyncio.get_running_loop()
        place: asyncio.Future[bool] = loop.create_future()
        found = self._endpoints.get(endpoint)
        if found is None:
            found = self._endpoints[endpoint] = _Line(endpoint)
        self._idle.pop(endpoint, None)
        found.waiting[place] = None
        self._slow_waiting += found.pace is Pace.SLOW
        self._line_up(found)
        self._share_out()
        if place.done():
            return True
        if self._is_crowded(found, seconds):
            self._leave(found, place)
            return False
        timer = loop.call_later(seconds, self._turn_away, found, place)
        try:
            return await place
        except asyncio.CancelledError:
            if place.done() and not place.cancelled() and place.result():
                self.give_back(endpoint, None)
            else:
                self._leave(found, place)
            raise
        finally:
            timer.cancel()

    def give_back(self, endpoint: str, seconds_taken: float | None) -> None:
        """`seconds_taken` is None where nothing was sent, which teaches nothing."""
        found = self._endpoints[endpoint]
        found.in_flight -= 1
        self._in_flight[found.pace] -= 1
        if seconds_taken is not None:
            found.learn(seconds_taken)
        self._silent.pop(endpoint, None)
        self._set_pace(found, _pace(found.average))
        self._watch(found)
        self._notice_silence()
        self._line_up(found)
        self._share_out()
        self._retire(found)

    def pause(self, endpoint: str) -> float:
        """After how many seconds one that was turned away is to come back: such that about as many
        come back as find a slot, however many there are. Each is taken to come back after that.
        """
        found, pace = self._endpoints.get(endpoint), self.pace(endpoint)
        seconds = found.average if found is not None else None
        self._away[endpoint] += 1
        if seconds is None:
            # It will be known better when they come back.
            seconds = SLOW if pace is Pace.SLOW else _UNSEEN
        own = 0.0 if pace is Pace.UNKNOWN else self._away[endpoint] * seconds / self._per_endpoint
        of_all = self._away.total() * seconds / self._ceilings[pace]
        pause = min(max(own, of_all, seconds, _SHORTEST_PAUSE), _LONGEST_PAUSE)
        asyncio.get_running_loop().call_later(pause, self._come_back, endpoint)
        return pause

    def _come_back(self, endpoint: str) -> None:
        self._away[endpoint] -= 1
        if not self._away[endpoint]:
            del self._away[endpoint]

    def pace(self, endpoint: str) -> Pace:
        found = self._endpoints.get(endpoint)
        return Pace.UNKNOWN if found is None else found.pace

    def _share_out(self) -> None:
        while (turns := self._next()) is not None:
            name, _ = turns.popitem(last=False)
            endpoint = self._endpoints[name]
            place = next(iter(endpoint.waiting))
            self._strike(endpoint, place)
            if not place.cancelled():
                self._grant(endpoint, place)
            self._line_up(endpoint)

    def _grant(self, endpoint: _Line, place: asyncio.Future[bool]) -> None:
        place.set_result(True)
        endpoint.in_flight += 1
        self._in_flight[endpoint.pace] += 1
        if endpoint.in_flight == 1:
            self._watch(endpoint)

    def _next(self) -> OrderedDict[str, int] | None:
        """The line whose first endpoint's turn it is, among the paces that have room."""
        found: OrderedDict[str, int] | None = None
        first = -1
        used = 0
        room: list[bool] = []
        for pace in Pace:
            used += self._in_flight[pace]
            room.append(used < self._ceilings[pace])
        for pace in reversed(Pace):
            if not room[pace]:
                # A slower one would count here too.
                break
            turns = self._turns[pace]
            if turns and (found is None or next(iter(turns.values())) < first):
                found, first = turns, next(iter(turns.values()))
        return found

    def _line_up(self, endpoint: _Line) -> None:
        """At the end of its line unless it stands there, has nothing waiting or is at its limit."""
        limit = 1 if endpoint.average is None else self._per_endpoint
        turns = self._turns[endpoint.pace]
        if endpoint.waiting and endpoint.in_flight < limit:
            if endpoint.name not in turns:
                turns[endpoint.name] = next(self._numbers)
        else:
            turns.pop(endpoint.name, None)

    def _set_pace(self, endpoint: _Line, pace: Pace) -> None:
        if pace is endpoint.pace:
            return
        self._in_flight[endpoint.pace] -= endpoint.in_flight
        self._in_flight[pace] += endpoint.in_flight
        self._turns[endpoint.pace].pop(endpoint.name, None)
        waiting = len(endpoint.waiting)
        self._slow_waiting += waiting * ((pace is Pace.SLOW) - (endpoint.pace is Pace.SLOW))
        endpoint.pace = pace
        self._line_up(endpoint)

    def _is_crowded(self, endpoint: _Line, seconds: float) -> bool:
        rounds = seconds / (endpoint.average or SLOW)
        if endpoint.pace is Pace.SLOW and self._slow_waiting > self._ceilings[Pace.SLOW] * rounds:
            return True
        return len(endpoint.waiting) > self._per_endpoint * max(_MAY_WAIT, rounds)

    def _watch(self, endpoint: _Line) -> None:
        if endpoint.in_flight and endpoint.pace is not Pace.SLOW:
            self._silent[endpoint.name] = asyncio.get_running_loop().time()

    def _notice_silence(self) -> None:
        """Without a timer: nobody needs to know before the next slot is taken or given back."""
        since = asyncio.get_running_loop().time() - SLOW
        while self._silent:
            name, last = next(iter(self._silent.items()))
            if last > since:
                return
            del self._silent[name]
            self._set_pace(self._endpoints[name], Pace.SLOW)

    def _turn_away(self, endpoint: _Line, place: asyncio.Future[bool]) -> None:
        if not place.done():
            place.set_result(False)
            self._leave(endpoint, place)

    def _leave(self, endpoint: _Line, place: asyncio.Future[bool]) -> None:
        self._strike(endpoint, place)
        self._line_up(endpoint)
        self._retire(endpoint)

    def _strike(self, endpoint: _Line, place: asyncio.Future[bool]) -> None:
        if place in endpoint.waiting:
            del endpoint.waiting[place]
            self._slow_waiting -= endpoint.pace is Pace.SLOW

    def _retire(self, endpoint: _Line) -> None:
        """Keeps the pace of the endpoints used last."""
        if endpoint.in_flight or endpoint.waiting:
            return
        self._idle[endpoint.name] = None
        self._idle.move_to_end(endpoint.name)
        if len(self._idle) > _REMEMBERED:
            name, _ = self._idle.popitem(last=False)
            self._endpoints.pop(name, None)


def _pace(average: float | None) -> Pace:
    if average is None:
        return Pace.UNKNOWN
    return Pace.SLOW if average > SLOW else Pace.FAST
