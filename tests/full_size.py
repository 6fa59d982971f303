"""How large the tests are that `make faults` runs at full size, and everything else small."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

FULL = os.environ.get("GAVEL_FULL") == "1"
STATEFUL_SECONDS = 3600 if FULL else 300


def stateful(full: int, small: int, steps: int) -> settings:
    """For a state machine: so many examples of so many steps, each as slow as it has to be."""
    return settings(
        max_examples=full if FULL else small,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
