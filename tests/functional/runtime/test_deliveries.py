"""Bad receivers and the rest: benchmarks/deliveries.py in small, by the running server."""

from __future__ import annotations

from benchmarks.delivery_load import Plan, measure


def test_slow_and_dead_receivers_do_not_hold_up_the_others() -> None:
    plan = Plan(endpoints=80, deliveries=640, has_bad=True, share=4, slow_seconds=14.0)
    result = measure(plan)
    assert len(result.waits) == 320
    # The slow ones alone need 160 times 14 s: 35 s on the slots they may have, 17 s on all of them.
    assert result.quantile(0.99) < 10
