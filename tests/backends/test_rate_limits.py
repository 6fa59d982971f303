"""Calls that many instances count at the same moment, on every backend: never more than allowed."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from common.configuration.configuration import Configurations
from common.configuration.context import Context
from common.domain.rate_limit import RateLimits
from common.domain.settings import settings_key
from common.domain.times import MINUTE
from common.http.auth import Caller
from common.http.errors import HTTPError
from common.http.rate_limits import RateLimiter, Standing
from common.queue.sqlite.queue import SqliteQueue
from common.settings import load_settings
from common.store.publishing import PublishingStore
from common.store.store import DocumentStore, Put

from .helpers import APP, run

_NOW = 29_000_000 * MINUTE
_SERVER = Caller(APP)
_USER = Caller(APP, "ada")
_LIMITS: RateLimits = {
    "server_side": {"ban": 40, "*": 7},
    "client_side": {"flag": 10, "mute": None, "*": 3},
    "per_user": {"flag": 4, "*": 100},
}


@pytest.fixture
def context(store: DocumentStore, tmp_path: Path) -> Iterator[Context]:
    queue = SqliteQueue(tmp_path / "messages.db")
    units = PublishingStore(store, queue)
    run(units.commit([Put(settings_key(APP), {"rate_limits": _LIMITS})]))
    yield Context(load_settings(), units, queue, Configurations(units, 60))
    queue.close()


async def _taken(
    limiter: RateLimiter, caller: Caller, operation: str, now: int = _NOW
) -> Standing | HTTPError | None:
    platform = "server_side" if caller.user_id is None else "web"
    try:
        return await limiter.take(caller, operation, platform, now)  # type: ignore[arg-type]
    except HTTPError as error:
        return error


def test_instances_share_a_minute(context: Context) -> None:
    async def at_once() -> list[Standing | HTTPError | None]:
        instances = [RateLimiter(context) for _ in range(3)]
        calls = [_taken(instances[n % 3], _SERVER, "ban") for n in range(90)]
        return await asyncio.gather(*calls)

    found = run(at_once())
    passed = [each for each in found if isinstance(each, Standing)]
    refused = [each for each in found if isinstance(each, HTTPError)]
    # Each instance may keep a twentieth of the limit that it has taken and not given out.
    assert 40 - 2 * 2 <= len(passed) <= 40
    assert {each.limit for each in passed} == {40}
    assert {(each.status, each.code) for each in refused} == {(429, 9)}
    assert all(each.headers["retry-after"] == "60" for each in refused)


def test_one_instance_gives_out_all_and_begins_anew(context: Context) -> None:
    async def one_after_the_other() -> None:
        limiter = RateLimiter(context)
        for number in range(7):
            standing = await _taken(limiter, _SERVER, "unban")
            assert standing == Standing(7, 6 - number, 29_000_001 * 60)
        assert isinstance(await _taken(limiter, _SERVER, "unban"), HTTPError)
        assert isinstance(await _taken(limiter, _SERVER, "other"), Standing)
        later = await _taken(limiter, _SERVER, "unban", _NOW + MINUTE)
        assert later == Standing(7, 6, 29_000_002 * 60)

    run(one_after_the_other())


def test_the_narrower_of_two_limits_counts(context: Context) -> None:
    async def flags() -> None:
        limiter = RateLimiter(context)
        for number in range(4):
            standing = await _taken(limiter, _USER, "flag")
            assert isinstance(standing, Standing)
            assert (standing.limit, standing.remaining) == (4, 3 - number)
        assert isinstance(await _taken(limiter, _USER, "flag"), HTTPError)
        other = await _taken(limiter, Caller(APP, "bob"), "flag")
        assert isinstance(other, Standing)
        # What Ada was refused had its place in the platform's count.
        assert (other.limit, other.remaining) in ((4, 3), (10, 4))

    run(flags())


def test_no_limit_is_none(context: Context) -> None:
    async def calls() -> None:
        limiter = RateLimiter(context)
        assert isinstance(await _taken(limiter, _USER, "mute"), Standing)
        assert await _taken(limiter, Caller("another app"), "ban") is None

    run(calls())
