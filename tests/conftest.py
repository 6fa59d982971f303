from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import hypothesis
import orjson
import pytest

from common.configuration import opening
from common.http.function import HTTPFunction
from infra.gcp.indexes import FILE
from tests import answers, query_recorder
from tests.recording import FOLDER

CONFORMANCE = Path(__file__).parent / "conformance"
# How long an example takes says how busy the machine is.
hypothesis.settings.register_profile("undated", deadline=None)
hypothesis.settings.load_profile("undated")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where several processes share a run, one has all of a file, whose fixtures it makes once, one
    has all that is asked of the runtime of a backend, and one builds and tries AWS's packages.
    """
    for item in items:
        item.add_marker(pytest.mark.xdist_group(_group(item)))


def pytest_collection_finish(session: pytest.Session) -> None:
    """pytest-xdist passes groups in the ids, and where it cannot, it says nothing."""
    asked = getattr(session.config.option, "loadgroup", False)
    if asked and not all(item.nodeid.endswith(f"@{_group(item)}") for item in session.items):
        raise pytest.UsageError("these releases of pytest and pytest-xdist do not group tests")


def _group(item: pytest.Item) -> str:
    made_from = getattr(item, "callspec", None)
    if made_from is not None and item.path.parent == CONFORMANCE and "server" in made_from.params:
        return f"conformance {made_from.params['server']}"
    if "deployable" in getattr(item, "fixturenames", ()):
        return "packages of AWS"
    return str(item.path)


@pytest.fixture(scope="session", autouse=True)
def _records(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of what the runtimes of the run record."""
    folder = tmp_path_factory.mktemp("records")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(FOLDER, str(folder))
        yield folder


@pytest.fixture(scope="session", autouse=True)
def _every_query_of_the_run_has_its_index(_records: Path) -> Iterator[None]:
    """Of this process and of all runtimes that it starts; an error here shows at the run's last
    test.
    """
    records = query_recorder.Records()
    recorded = query_recorder.recorded(opening.open_store, records)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "open_store", recorded)
        yield
    records.read(_records)
    definition = orjson.loads(FILE.read_bytes())
    assert records.unserved(definition) == []
    assert records.indexed_by_default(definition) == set()


@pytest.fixture(scope="session", autouse=True)
def _every_answer_of_the_run_is_as_described(_records: Path) -> Iterator[None]:
    """Likewise."""
    seen = answers.Answers()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(HTTPFunction, "respond", answers.recorded(HTTPFunction.respond, seen))
        yield
    seen.read(_records)
    assert seen.undescribed() == []
