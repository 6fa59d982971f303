"""Deliveries to the transparency database: many go in one request, and each is settled by itself.

So what one of them leads to is no other's, a batch that is broken off is no more than some
deliveries whose claims run out, and nothing but the requests knows that there are batches.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence

from common.configuration.context import Context
from common.configuration.vaults import vault_in
from common.delivery import breaker, ordering, settling
from common.delivery.claims import Claim
from common.delivery.dispatcher import dispatcher_of
from common.delivery.log_entries import closing_entry
from common.delivery.targets import opened_target
from common.delivery.transparency.companions import AT_ONCE, companions_of
from common.delivery.transparency.doubts import is_doubtful
from common.delivery.transparency.preparing import DRY, Verdict, prepare
from common.delivery.transparency.requests import Database
from common.delivery.transparency.sending import Sending
from common.domain.delivery import delivery_key
from common.domain.times import SECOND, nanoseconds
from common.domain.transparency.database import TransparencyDatabase
from common.domain.vault import CannotOpen
from common.outgoing.calls import AttemptResult
from common.store.deciding import to_its_end, until_committed
from common.store.store import Conflict
from common.store.unit_of_work import UnitOfWork

_ATTEMPTS = 10
_GONE = AttemptResult(None, "bad_request", "the transparency database is not set up any more")

Clock = Callable[[], int]


async def submit(context: Context, first: Claim, now: int, clock: Clock) -> float | None:
    """The seconds that the database took, None where it was not asked."""
    claims = [first, *await companions_of(context, first, now)]
    try:
        verdicts, last = await _verdicts(context, claims, now, clock)
    except asyncio.CancelledError:
        await asyncio.gather(*(settling.give_back(context, each) for each in claims))
        raise
    ended = clock()
    await to_its_end(_settle(context, claims, verdicts, ended))
    if last is None:
        return None
    if not first.is_last or breaker.says_up(last):
        endpoint, endpoints = first.delivery["endpoint"], dispatcher_of(context).endpoints
        await endpoints.learn(first.app, endpoint, first.endpoint, last, ended)
    return last.latency_ms / 1_000


async def _verdicts(
    context: Context, claims: Sequence[Claim], now: int, clock: Clock
) -> tuple[Mapping[str, Verdict], AttemptResult | None]:
    try:
        database = _database(context, claims[0])
    except CannotOpen as error:
        return _for_all(claims, AttemptResult(None, "bad_request", str(error))), None
    if database is None:
        return _for_all(claims, _GONE), None
    prepared = await prepare(context, claims[0].app, claims, database)
    if not prepared.submissions:
        return prepared.verdicts, None
    try:
        client = Database(dispatcher_of(context).fetcher, database)
    except ValueError as error:
        return _for_all(claims, AttemptResult(None, "bad_request", str(error))), None
    longest = context.settings.callback_timeout
    until = now + nanoseconds(2 * longest)
    sending = Sending(
        client,
        database["mode"],
        prepared.submissions,
        longest,
        lambda: (until - clock()) / SECOND,
    )
    ids = (each.delivery["id"] for each in claims if is_doubtful(each.delivery))
    await sending.send(id for id in ids if id in prepared.submissions)
    return {**prepared.verdicts, **sending.verdicts}, sending.last


def _database(context: Context, claim: Claim) -> TransparencyDatabase | None:
    target = opened_target(vault_in(context), claim.app, claim.target)
    return target.database if target is not None else None


def _for_all(claims: Sequence[Claim], result: AttemptResult) -> dict[str, Verdict]:
    return {each.delivery["id"]: Verdict(result) for each in claims}


async def _settle(
    context: Context, claims: Sequence[Claim], verdicts: Mapping[str, Verdict], now: int
) -> None:
    gate = asyncio.Semaphore(AT_ONCE)

    async def settle(claim: Claim) -> None:
        verdict = verdicts[claim.delivery["id"]]
        async with gate:
            if verdict.result is None:
                await _close(context, claim, verdict, now)
            else:
                await settling.settle(context, claim, verdict.result, now, verdict.outcome)

    await asyncio.gather(*map(settle, claims))


async def _close(context: Context, claim: Claim, verdict: Verdict, now: int) -> None:
    """What a dry run ends with."""
    key = delivery_key(claim.app, claim.delivery["id"])

    async def once() -> None:
        unit = UnitOfWork(context.store)
        delivery = await unit.get(key)
        if delivery is None or not settling.is_held_by(delivery, claim):
            return
        if verdict.outcome is not None:
            delivery["submission"] = verdict.outcome
        await ordering.close(unit, delivery, "cancelled", DRY, now)
        unit.add(closing_entry(delivery, now))
        await unit.commit()

    await until_committed(once, _ATTEMPTS, Conflict(key))
