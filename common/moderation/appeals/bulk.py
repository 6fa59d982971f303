"""One decision on many appeals, each as if it were the only one (contract 6)."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace

from common.configuration.context import Context
from common.domain.appeal import Appeal
from common.domain.errors import Refused
from common.moderation.review.decisions.decision import Decision
from common.moderation.review.decisions.decisions import decide
from common.store.store import StoreError

_AT_ONCE = 10


@dataclass(frozen=True, slots=True)
class Outcome:
    """`appeal` is None where it could not be decided, and `error` says why."""

    appeal_id: str
    appeal: Appeal | None = None
    error: str = ""


async def decide_all(
    context: Context, app: str, ids: Sequence[str], decision: Decision, now: int
) -> list[Outcome]:
    """In the order of `ids`, of which one that comes twice is decided once."""
    outcomes: list[Outcome] = []
    once = list(dict.fromkeys(ids))
    for start in range(0, len(once), _AT_ONCE):
        part = once[start : start + _AT_ONCE]
        deciding = (_decide(context, app, replace(decision, appeal_id=id), now) for id in part)
        outcomes += await asyncio.gather(*deciding)
    return outcomes


async def _decide(context: Context, app: str, decision: Decision, now: int) -> Outcome:
    id = decision.appeal_id
    try:
        decided = await decide(context, app, decision, now)
    except Refused as refused:
        return Outcome(id, error=refused.message)
    except StoreError:
        return Outcome(id, error="it could not be stored; try again")
    return Outcome(id, decided.appeals[0])
