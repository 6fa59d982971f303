"""How often a process counts something for an app."""

from __future__ import annotations

from common.configuration.context import Context
from common.domain.cache import Cache
from common.domain.rule_count import FEW_SHARDS, MANY_SHARDS
from common.domain.times import SECOND

_APPS = 1_000


class Pace:
    """In how many documents this process counts what it does for an app: in few where that is
    seldom, as all have to be read; in many where it is more often than once a second.
    """

    def __init__(self, _: Context) -> None:
        self._latest: Cache[str, int] = Cache(_APPS)

    def shards(self, app: str, now: int) -> int:
        before = self._latest.get(app, None)
        self._latest.put(app, now)
        is_seldom = before is None or not 0 <= now - before < SECOND
        return FEW_SHARDS if is_seldom else MANY_SHARDS
