"""Settings and servers that all fault tests share."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator

import pytest

from tests.receiver import Receiver

FULL = os.environ.get("GAVEL_FULL") == "1"


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
