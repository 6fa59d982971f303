"""The backends that tests of a whole server run on."""

from __future__ import annotations

import pytest

from infra.gcp.local.emulators import FIRESTORE, PUBSUB
from tests.emulators import (
    firestore_emulator,
    firestore_missing,
    pubsub_emulator,
    pubsub_missing,
)

LOCAL, GCP = "local", "gcp"


def backends() -> list[pytest.param]:
    """For a fixture: the Google one is skipped where it cannot run, but never in CI."""
    missing = firestore_missing() or pubsub_missing()
    marks = [pytest.mark.skip(reason=missing)] if missing else []
    return [pytest.param(LOCAL, id=LOCAL), pytest.param(GCP, id=GCP, marks=marks)]


def emulators(backend: str) -> dict[str, str]:
    """Where a runtime finds the test run's own, which outlive it."""
    if backend == LOCAL:
        return {}
    return {FIRESTORE.variable: firestore_emulator(), PUBSUB.variable: pubsub_emulator()}
