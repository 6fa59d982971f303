"""Settings and servers that all fault tests share."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator

import pytest

from tests.full_size import FULL
from tests.on_backends import LOCAL, backends, emulators
from tests.receiver import Receiver

# For tests to which neither the store nor the queue matters much.
mostly_local = pytest.mark.parametrize("backend", backends() if FULL else [LOCAL], indirect=True)


@pytest.fixture(params=backends())
def backend(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Its emulators outlive a runtime that crashes. This process finds them too."""
    name: str = request.param
    for variable, address in emulators(name).items():
        monkeypatch.setenv(variable, address)
    return name


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with Receiver() as receiver:
        yield receiver


@pytest.fixture
def seed() -> int:
    """Shown with a failure; GAVEL_SEED repeats a run."""
    number = int(os.environ.get("GAVEL_SEED") or random.randrange(10**6))
    print(f"GAVEL_SEED={number}")
    return number
