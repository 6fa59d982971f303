"""What reports are worth, looked up as they come: who reported, how often they were right, and
whether they follow others. Each report is looked at once, in the commit that evaluates it.

It costs nothing where no rule weighs reports and nobody else has just reported the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.domain.cache import Cache
from common.domain.flag import Flag, flag_key
from common.domain.item import Item
from common.domain.reporter import (
    ANY_CATEGORY,
    TOGETHER,
    Rates,
    Reporter,
    discounted,
    follow,
    followed_among,
    new_reporter,
    rates_keys,
    rates_of,
    reporter_id,
    reporter_key,
    score,
)
from common.domain.reports import KeptReport, by_digest, kept_name, kept_reports, round_of
from common.domain.user import User, user_key
from common.store.store import Key
from common.store.unit_of_work import UnitOfWork

_AT_ONCE = 20
_LEADERS = 10
_RATES_SECONDS = 60.0
_APPS = 1_000
NOBODY = reporter_id("")


async def rates_for(context: Context, app: str, now: int) -> Rates:
    """At most a minute old."""
    cache: Cache[str, Rates] = context.one(_rates)
    known = cache.get(app, None)
    if known is None:
        found = await context.store.get(rates_keys(app))
        known = rates_of((each.data for each in found if each is not None), now)
        cache.put(app, known)
    return known


def _rates(_: Context) -> Cache[str, Rates]:
    return Cache(_APPS, _RATES_SECONDS)


async def weigh(
    context: Context, unit: UnitOfWork, configuration: Configuration, item: Item, now: int
) -> None:
    """Changes the item in place. Of more than twenty new reports the first are looked at; what the
    others are worth is not known until the next comes.
    """
    kept = kept_reports(item)
    new = {flag: each for flag, each in kept.items() if not each.get("seen")}
    if not new:
        return
    rules = configuration.rules if configuration.has_rules else None
    weighs = rules is not None and rules.weighs_reports
    asks = rules is not None and rules.asks_for_reporters
    taken = dict([*new.items()][:_AT_ONCE])
    led = {flag: _leaders(each, kept.values()) for flag, each in taken.items()}
    if not (weighs or asks or any(led.values())):
        _mark(item, {flag: {**each, "seen": True} for flag, each in new.items()})
        return
    look = _Look(unit, configuration, now)
    await look.read(taken, users=asks, every=weighs, led=led)
    rates = await rates_for(context, configuration.app, now) if weighs else Rates()
    seen: dict[str, KeptReport] = {}
    for flag, each in taken.items():
        seen[flag] = {**each, "seen": True}
        since = look.known_since(flag)
        if since is not None:
            seen[flag]["since"] = since
        if weighs:
            seen[flag]["weights"] = look.weights(flag, each, kept, rates)
    for flag, leaders in led.items():
        look.note(flag, taken[flag], leaders)
    _mark(item, seen)


def _leaders(report: KeptReport, kept: Iterable[KeptReport]) -> list[str]:
    """Who reported the same within minutes before, the nearest first."""
    if report["by"] == NOBODY:
        return []
    before = [
        each
        for each in kept
        if 0 <= report["at"] - each["at"] <= TOGETHER
        and each["by"] not in (report["by"], NOBODY)
        and (each["at"], each["by"]) < (report["at"], report["by"])
    ]
    nearest = sorted(before, key=lambda each: -each["at"])
    return [*dict.fromkeys(each["by"] for each in nearest)][:_LEADERS]


def _mark(item: Item, seen: Mapping[str, KeptReport]) -> None:
    number, fields = round_of(item), cast("dict[str, Any]", item)
    fields.update({kept_name(number, flag): each for flag, each in seen.items()})


class _Look:
    """At who made the reports."""

    def __init__(self, unit: UnitOfWork, configuration: Configuration, now: int) -> None:
        self._unit = unit
        self._app = configuration.app
        self._names = by_digest(configuration.report_categories)
        self._now = now
        self._flags: dict[str, Flag] = {}
        self._reporters: dict[str, Reporter | None] = {}
        self._users: dict[str, User] = {}

    async def read(
        self,
        reports: Mapping[str, KeptReport],
        *,
        users: bool,
        every: bool,
        led: Mapping[str, Sequence[str]],
    ) -> None:
        named = {flag: each for flag, each in reports.items() if each["by"] != NOBODY}
        wanted = {each["by"] for flag, each in named.items() if every or led[flag]}
        keys: list[Key[Any]] = [reporter_key(self._app, by) for by in sorted(wanted)]
        flags = [flag for flag in named if users or led[flag]]
        keys += [flag_key(self._app, flag) for flag in flags]
        await self._unit.read(keys)
        for by in wanted:
            self._reporters[by] = self._unit.held(reporter_key(self._app, by))
        for flag in flags:
            found = self._unit.held(flag_key(self._app, flag))
            if found is not None:
                self._flags[flag] = found
        if users:
            ids = {each["user_id"] for each in self._flags.values() if each["user_id"]}
            own = [user_key(self._app, id) for id in sorted(ids)]
            await self._unit.read(own)
            for key in own:
                user = self._unit.held(key)
                if user is not None:
                    self._users[key.id] = user

    def known_since(self, flag: str) -> int | None:
        found = self._flags.get(flag)
        user = self._users.get(found["user_id"]) if found is not None else None
        return user.get("created_at") if user is not None else None

    def weights(
        self, flag: str, report: KeptReport, kept: Mapping[str, KeptReport], rates: Rates
    ) -> list[float]:
        """In all, and in each of the categories, as the report has them."""
        reporter = self._reporters.get(report["by"])
        others = [each["by"] for other, each in kept.items() if other != flag]
        earlier = [by for by in others if by != report["by"]]
        followed = followed_among(reporter, earlier, self._now)
        names = [ANY_CATEGORY, *(self._names.get(each, "") for each in report["categories"])]
        return [discounted(score(reporter, name, rates, self._now), followed) for name in names]

    def note(self, flag: str, report: KeptReport, leaders: Sequence[str]) -> None:
        found = self._flags.get(flag)
        if not leaders or found is None:
            return
        reporter = self._reporters.get(report["by"])
        if reporter is None:
            made = new_reporter(found["user_id"], self._now)
            reporter = self._unit.create(reporter_key(self._app, report["by"]), made)
            self._reporters[report["by"]] = reporter
        follow(reporter, leaders, self._now)
