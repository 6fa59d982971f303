from __future__ import annotations

from collections.abc import Iterator

import orjson
import pytest

from common.moderation import context
from common.settings import Settings
from common.store.store import Store
from infra.gcp.indexes import FILE
from tests.query_recorder import QueryRecorder, Records


@pytest.fixture(scope="session", autouse=True)
def _every_query_of_the_run_has_its_index() -> Iterator[None]:
    """Of what runs in this process; an error here shows at the run's last test."""
    records = Records()
    open_store = context.open_store

    def open_recorded(settings: Settings) -> Store:
        return QueryRecorder(open_store(settings), records)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(context, "open_store", open_recorded)
        yield
    definition = orjson.loads(FILE.read_bytes())
    assert records.unserved(definition) == []
    assert records.indexed_by_default(definition) == set()
