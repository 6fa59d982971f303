from __future__ import annotations

from collections.abc import Iterator

import orjson
import pytest

from common.configuration import opening
from infra.gcp.indexes import FILE
from tests.query_recorder import Records, recorded
from tests.recording import FOLDER


@pytest.fixture(scope="session", autouse=True)
def _every_query_of_the_run_has_its_index(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """Of this process and of all runtimes that it starts; an error here shows at the run's last
    test.
    """
    records = Records()
    folder = tmp_path_factory.mktemp("queries")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(FOLDER, str(folder))
        patch.setattr(opening, "open_store", recorded(opening.open_store, records))
        yield
    records.read(folder)
    definition = orjson.loads(FILE.read_bytes())
    assert records.unserved(definition) == []
    assert records.indexed_by_default(definition) == set()
