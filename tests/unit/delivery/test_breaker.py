from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.delivery import breaker
from common.delivery.breaker import FAILURES, held_until, why_held
from common.domain.delivery import Try
from common.domain.endpoint import Endpoint, state_of
from common.outgoing.calls import AttemptResult, SendError
from tests.factories import NOW, endpoint

_SECOND = 1_000_000_000
OPEN = (5.0, 10.0, 40.0)


def failing(known: Endpoint, now: int, count: int = 1) -> Endpoint:
    after = known.copy()
    breaker.count(after, count, now)
    breaker.open_if_due(after, now, OPEN)
    return after


def tried(at: int, status: int | None, error: str | None = None) -> Try:
    return {
        "attempt": 1,
        "at": at,
        "status": status,
        "error": error,
        "detail": "",
        "milliseconds": 1.0,
        "answer": "",
    }


@pytest.mark.parametrize(
    ("result", "down"),
    [
        (AttemptResult(200), False),
        (AttemptResult(404), False),
        (AttemptResult(410), False),
        (AttemptResult(429), False),
        (AttemptResult(500), True),
        (AttemptResult(503), True),
        (AttemptResult(None, "timeout"), True),
        (AttemptResult(None, "connect"), True),
        (AttemptResult(None, "resolve"), True),
        (AttemptResult(None, "tls"), True),
        (AttemptResult(200, "reset"), True),
        (AttemptResult(None, "busy"), False),
        (AttemptResult(None, "bad_request"), False),
        (AttemptResult(None, "refused_address"), False),
    ],
)
def test_what_speaks_against_the_endpoint(result: AttemptResult, down: bool) -> None:
    assert breaker.says_down(result) is down


@pytest.mark.parametrize("status", [429, 503])
def test_what_slows_it_down(status: int) -> None:
    assert breaker.says_slow_down(AttemptResult(status))
    assert not breaker.says_slow_down(AttemptResult(status - 2))


@pytest.mark.parametrize(("error", "gone"), [(None, True), ("reset", False)])
def test_only_a_whole_410_disables(error: SendError | None, gone: bool) -> None:
    assert breaker.is_gone(AttemptResult(410, error)) is gone


def test_it_opens_after_some_failures_in_a_row_however_they_are_counted() -> None:
    known = endpoint()
    for _ in range(FAILURES - 1):
        known = failing(known, NOW)
        assert state_of(known, NOW) == "closed"
    assert state_of(failing(known, NOW), NOW) == "open"
    assert state_of(failing(endpoint(), NOW, FAILURES), NOW) == "open"


def test_a_success_begins_the_counting_anew() -> None:
    known = failing(endpoint(), NOW, FAILURES - 1)
    breaker.close(known)
    assert state_of(failing(known, NOW), NOW) == "closed"
    assert not breaker.needs_closing(known)
    assert breaker.needs_closing(failing(known, NOW))


@given(st.lists(st.sampled_from((200, 404, 429, 500, None)), max_size=30))
def test_what_is_counted_anew_is_what_failed_since_the_last_answer(
    statuses: list[int | None],
) -> None:
    """Of 429, which says neither, nothing is counted and nothing ended."""
    known = failing(endpoint(), NOW)
    attempts = [tried(NOW + n, each, None if each else "reset") for n, each in enumerate(statuses)]
    last = max((n for n, each in enumerate(statuses) if each in (200, 404)), default=None)
    breaker.recount(known, reversed(attempts))
    if last is None:
        assert known["failures"] == 1
        return
    since = [n for n, each in enumerate(statuses) if n > last and each in (500, None)]
    assert known["failures"] == len(since)
    assert known.get("failing_since") == (NOW + since[0] if since else None)


def test_a_clock_that_was_set_back_keeps_nothing_waiting() -> None:
    known = failing(endpoint(updated_at=NOW), NOW, FAILURES)
    known["slow_until"] = NOW + _SECOND
    before = NOW - 3_600 * _SECOND
    assert state_of(known, before) == "half_open"
    assert held_until(known, before) is None
    known["probe_until"] = before + 40 * _SECOND
    assert held_until(known, before) == before + 5 * _SECOND


def test_nobody_waits_for_a_probe_as_long_as_its_claim_lasts() -> None:
    assert held_until(endpoint(probe_until=NOW + 40 * _SECOND), NOW) == NOW + 5 * _SECOND


def test_each_failed_probe_opens_it_for_longer_up_to_the_last() -> None:
    known, now, lengths = failing(endpoint(), NOW, FAILURES), NOW, list[float]()
    for _ in range(5):
        lengths.append((known["open_until"] - now) / _SECOND)
        now = known["open_until"]
        assert state_of(known, now - 1) == "open"
        assert state_of(known, now) == "half_open"
        known = failing(known, now)
    assert lengths == [5, 10, 40, 40, 40]
    assert known["opened_at"] == NOW


def test_failures_that_were_on_their_way_as_it_opened_change_only_their_count() -> None:
    known = failing(endpoint(), NOW, FAILURES)
    late = failing(known, NOW + _SECOND, 8)
    assert late["failures"] == FAILURES + 8
    assert (late["open_until"], late["openings"]) == (known["open_until"], 1)


def test_nothing_is_held_of_an_endpoint_that_answers() -> None:
    assert held_until(None, NOW) is None
    assert held_until(endpoint(), NOW) is None
    assert held_until(failing(endpoint(), NOW, FAILURES - 1), NOW) is None


@given(
    st.dictionaries(
        st.sampled_from(("open_until", "slow_until", "probe_until")),
        st.integers(NOW - 10, NOW + 10),
    )
)
def test_deliveries_wait_for_the_latest_reason(fields: dict[str, int]) -> None:
    """So with a probe on its way nothing else goes out."""
    latest = max(fields.values(), default=0)
    assert held_until(endpoint(**fields), NOW) == (latest if latest > NOW else None)


def test_a_disabled_one_is_looked_at_again_and_again() -> None:
    known = endpoint(disabled_at=1, disabled_reason="it answered 410 Gone")
    until = held_until(known, NOW)
    assert until is not None and until > NOW
    assert "410 Gone" in why_held(known, NOW)
    known["open_until"] = NOW + 1
    assert state_of(known, NOW) == "disabled"


def test_the_reason_for_waiting_is_told() -> None:
    assert "slow down" in why_held(endpoint(slow_until=NOW + 1), NOW)
    assert "does not answer" in why_held(endpoint(open_until=NOW + 1), NOW)
    assert "does not answer" in why_held(endpoint(open_until=NOW, probe_until=NOW + 1), NOW)


@pytest.mark.parametrize(
    ("retry_after", "seconds"), [(None, 1), (0.0, 0), (90.0, 90), (86400.0, 3600)]
)
def test_retry_after_slows_it_within_bounds(retry_after: float | None, seconds: int) -> None:
    known = endpoint()
    assert breaker.slow_down(known, retry_after, NOW)
    assert known == endpoint(slow_until=NOW + seconds * _SECOND, slowdowns=1)


def test_each_429_in_a_row_slows_it_longer_but_those_at_one_time_are_one() -> None:
    known, waits = endpoint(), list[int]()
    for _ in range(8):
        now = known.get("slow_until", NOW)
        assert breaker.slow_down(known, None, now)
        waits.append((known["slow_until"] - now) // _SECOND)
        before = known.copy()
        assert not breaker.slow_down(known, None, known["slow_until"] - 1)
        assert known == before
    assert waits == [1, 2, 4, 8, 15, 30, 30, 30]
