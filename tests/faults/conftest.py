"""Settings and servers that all fault tests share."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator

import pytest

from tests.full_size import FULL
from tests.on_backends import LOCAL, backends, emulators
from tests.receiver import Receiver
from tests.running import Running, running

from .apps import App, new_app
from .client import Client
from .world import configure, environment

# For tests to which neither the store nor the queue matters much.
mostly_local = pytest.mark.parametrize("backend", backends() if FULL else [LOCAL], indirect=True)


@pytest.fixture(scope="module", params=backends())
def backend(request: pytest.FixtureRequest) -> Iterator[str]:
    """Its emulators outlive a runtime that crashes. This process finds them too."""
    name: str = request.param
    with pytest.MonkeyPatch.context() as patch:
        for variable, address in emulators(name).items():
            patch.setenv(variable, address)
        yield name


@pytest.fixture(scope="module")
def settings() -> dict[str, str]:
    """Of the runtime, for a module to have others."""
    return {}


@pytest.fixture(scope="module")
def _shared(
    backend: str, settings: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Running]:
    data = tmp_path_factory.mktemp("faults") / "data"
    with running(data, backend, **environment(**settings)) as runtime:
        yield runtime


@pytest.fixture
def runtime(_shared: Running) -> Running:
    """Of all tests of the module, and up, whatever the one before did."""
    if not _shared.is_running:
        _shared.start()
    return _shared


@pytest.fixture
def app(runtime: Running, receiver: Receiver) -> App:
    """A test's own, which calls the receiver of the test's own."""
    app = new_app(runtime)
    with Client(app) as client:
        configure(client, receiver)
    return app


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
