from __future__ import annotations

import pytest

from tests.emulators import firestore_missing, pubsub_missing


@pytest.fixture(autouse=True, scope="session")
def _emulators() -> None:
    missing = pubsub_missing() or firestore_missing()
    if missing:
        pytest.skip(missing)
