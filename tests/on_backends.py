"""The backends that tests of a whole server run on."""

from __future__ import annotations

import pytest
from _pytest.mark import ParameterSet

from infra.aws.local.ministack import variables
from infra.gcp.local.emulators import FIRESTORE, PUBSUB
from tests.emulators import (
    firestore_emulator,
    firestore_missing,
    pubsub_emulator,
    pubsub_missing,
)
from tests.ministack import ministack, ministack_missing

LOCAL, GCP, AWS = "local", "gcp", "aws"


def backends() -> list[ParameterSet]:
    """For a fixture: what cannot run here is skipped, but never in CI."""
    missing = {GCP: firestore_missing() or pubsub_missing(), AWS: ministack_missing()}
    return [pytest.param(LOCAL, id=LOCAL), *(_param(*each) for each in missing.items())]


def emulators(backend: str) -> dict[str, str]:
    """Where a runtime finds the test run's own, which outlive it."""
    if backend == GCP:
        return {FIRESTORE.variable: firestore_emulator(), PUBSUB.variable: pubsub_emulator()}
    return variables(ministack()) if backend == AWS else {}


def _param(backend: str, missing: str | None) -> ParameterSet:
    marks = [pytest.mark.skip(reason=missing)] if missing else []
    return pytest.param(backend, id=backend, marks=marks)
