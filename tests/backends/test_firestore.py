"""What only Firestore can do wrong."""

from __future__ import annotations

import asyncio
import math
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import grpc
import pytest
from google.cloud.firestore_v1.field_path import FieldPath
from hypothesis import given
from hypothesis.strategies import text

from common.store.firestore.client import Calls
from common.store.firestore.store import FirestoreStore
from common.store.firestore.writes import path
from common.store.store import (
    Conflict,
    Create,
    Delete,
    Key,
    MissingIndex,
    Put,
    StoreError,
    Unavailable,
    Update,
)
from tests.emulators import firestore_emulator, firestore_missing
from tests.google_server import google_server
from tests.running import ROOT, free_port

from .conftest import open_firestore
from .helpers import COLLECTION, INDEXES, data, found, key, missing, run

pytestmark = pytest.mark.skipif(firestore_missing() is not None, reason=str(firestore_missing()))

_MEBIBYTE = 1_048_576
_FORK = """
import asyncio, os, sys
from common.store.firestore.store import FirestoreStore
from common.store.store import Create, Key
store = FirestoreStore("demo-fork", "(default)", ())
child = os.fork()
asyncio.run(store.commit([Create(Key("a", "things", sys.argv[1] + str(child == 0)), {})]))
if child == 0:
    os._exit(0)
assert os.waitpid(child, 0)[1] == 0
"""


@pytest.fixture
def firestore(tmp_path: Path) -> FirestoreStore:
    store = open_firestore(tmp_path)
    assert isinstance(store, FirestoreStore)
    return store


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the calls made from now on."""
    made: list[str] = []

    def counted(name: str) -> None:
        method = getattr(Calls, name)

        async def call(self: Calls, *args: Any, **kwargs: Any) -> Any:
            made.append(name)
            return await method(self, *args, **kwargs)

        monkeypatch.setattr(Calls, name, call)

    for name in ("get", "query", "commit"):
        counted(name)
    return made


def test_documents_near_a_mebibyte_are_stored_and_larger_ones_refused(
    firestore: FirestoreStore,
) -> None:
    async def scenario() -> None:
        texts = {str(n): "x" * 100_000 for n in range(10)}
        await firestore.commit([Put(key("a"), texts)])
        assert await data(firestore, "a") == texts
        for fields in (
            {"text": "x" * _MEBIBYTE},
            {"text": "é" * (_MEBIBYTE // 2)},
            {"l": [1] * 10**6},
        ):
            with pytest.raises(ValueError, match="1,048,576 bytes"):
                await firestore.commit([Put(key("a"), fields)])
        with pytest.raises(ValueError):
            await firestore.commit([Update(key("a"), set={"more": "x" * 100_000})])
        with pytest.raises(ValueError, match="10,485,760 bytes"):
            await firestore.commit(Put(key(f"b{n}"), texts) for n in range(11))
        assert await data(firestore, "a") == texts

    run(scenario())


def test_a_field_name_that_cannot_be_stored_is_refused(firestore: FirestoreStore) -> None:
    with pytest.raises(ValueError, match="1500 bytes"):
        run(firestore.commit([Create(key("a"), {"k" * 1501: 1})]))


def test_no_number_becomes_null_as_in_json(firestore: FirestoreStore) -> None:
    async def scenario() -> None:
        await firestore.commit([Create(key("a"), {"x": [math.nan, math.inf], "t": (1, (2,))})])
        assert await data(firestore, "a") == {"x": [None, None], "t": [1, [2]]}

    run(scenario())


def test_an_operation_on_the_wrong_kind_of_field_starts_anew(firestore: FirestoreStore) -> None:
    async def scenario() -> None:
        await firestore.commit([Create(key("a"), {"n": "text", "l": 1, "m": 2**63 - 1})])
        update = Update(key("a"), increment={"n": 2, "m": 1}, union={"l": ["x"]})
        await firestore.commit([update])
        assert await data(firestore, "a") == {"n": 2, "l": ["x"], "m": 2**63 - 1}

    run(scenario())


def test_a_write_that_changes_nothing_changes_the_version(firestore: FirestoreStore) -> None:
    async def scenario() -> None:
        versions = []
        for write in (Create(key("a"), {}), Put(key("a"), {}), Update(key("a")), Update(key("a"))):
            await firestore.commit([write])
            versions.append((await found(firestore, "a")).version)
        assert versions == sorted(set(versions), key=int)

    run(scenario())


def test_long_ids_that_begin_alike_are_different_documents(firestore: FirestoreStore) -> None:
    async def scenario() -> None:
        ids = ["é" * 800 + end for end in ("", "a", "b")]
        await firestore.commit(Create(key(id), {"id": id}) for id in ids)
        assert [(await data(firestore, id))["id"] for id in ids] == ids
        page = await firestore.query(COLLECTION, app="app-1")
        assert {document.key.id for document in page.documents} == set(ids)

    run(scenario())


@pytest.mark.parametrize("app", ["a/b", "..", "__x__", "é.d", "=", "app "])
def test_odd_apps_are_read_back(firestore: FirestoreStore, app: str) -> None:
    async def scenario() -> None:
        await firestore.commit([Create(Key(app, "things", "a"), {"rank": 1})])
        page = await firestore.query(COLLECTION, app=None, order="rank")
        assert [document.key for document in page.documents] == [Key(app, "things", "a")]

    run(scenario())


def test_an_app_without_end_is_refused(firestore: FirestoreStore) -> None:
    with pytest.raises(ValueError, match="app"):
        run(firestore.get([Key("x" * 1500, "things", "a")]))


def test_one_commit_is_one_call(firestore: FirestoreStore, calls: list[str]) -> None:
    async def scenario() -> None:
        await firestore.commit([Create(key("a"), {}), Update(key("b"), upsert=True)])
        with pytest.raises(Conflict):
            await firestore.commit([Create(key("a"), {}), Put(key("b"), {})])
        assert calls == ["commit", "commit"]
        await firestore.get([key("a"), key("b"), key("a")])
        await firestore.commit([])
        assert calls == ["commit", "commit", "get"]

    run(scenario())


def test_a_conflict_names_the_document_though_firestore_does_not(
    firestore: FirestoreStore, calls: list[str]
) -> None:
    async def scenario() -> None:
        await firestore.commit([Create(key("a"), {}), Create(key("b"), {})])
        old = (await found(firestore, "b")).version
        await firestore.commit([Put(key("b"), {})])
        calls.clear()
        for write in (Put(key("b"), {}, old), Delete(key("b"), old), Update(key("none"))):
            with pytest.raises(Conflict) as conflict:
                await firestore.commit([Create(key("new"), {}), Update(key("a")), write])
            assert conflict.value.key == write.key
        assert calls == ["commit", "get"] * 3
        assert await missing(firestore, "new")

    run(scenario())


def test_contention_that_outlasts_the_retries_loses_no_acknowledged_write(
    firestore: FirestoreStore,
) -> None:
    async def add() -> bool:
        try:
            await firestore.commit([Update(key("hot"), increment={"n": 1}, upsert=True)])
        except Unavailable:
            return False
        return True

    async def scenario() -> None:
        done = await asyncio.gather(*[add() for _ in range(500)])
        assert sum(done) <= (await data(firestore, "hot"))["n"] <= len(done)

    run(scenario())


def _failures(store: FirestoreStore) -> list[tuple[StoreError, float]]:
    async def failure(work: Any) -> tuple[StoreError, float]:
        started = time.monotonic()
        with pytest.raises(StoreError) as raised:
            await work
        return raised.value, time.monotonic() - started

    async def all_of_them() -> Sequence[tuple[StoreError, float]]:
        return await asyncio.gather(
            failure(store.get([key("a")])),
            failure(store.query(COLLECTION, app="app-1")),
            failure(store.commit([Create(key("a"), {})])),
        )

    return list(run(all_of_them()))


@pytest.mark.parametrize("is_listening", [False, True], ids=["refuses", "is silent"])
def test_a_backend_that_does_not_answer_is_soon_unavailable(
    is_listening: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = free_port()
    monkeypatch.setenv("FIRESTORE_EMULATOR_HOST", f"127.0.0.1:{port}")
    store = FirestoreStore("demo-nobody", "(default)", ())
    with socket.socket() as listener:
        if is_listening:
            listener.bind(("127.0.0.1", port))
            listener.listen()
        failures = _failures(store)
    store.close()
    assert {type(error) for error, _ in failures} == {Unavailable}
    assert max(seconds for _, seconds in failures) < 10


def test_a_query_without_its_index_in_production_is_a_missing_index(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    refusal = grpc.StatusCode.FAILED_PRECONDITION, "The query requires an index."
    with google_server(refusal) as server:
        monkeypatch.setenv("FIRESTORE_EMULATOR_HOST", server.host)
        store = FirestoreStore("p", "(default)", INDEXES)
        with pytest.raises(MissingIndex, match="requires an index"):
            run(store.query(COLLECTION, app="app-1", order="rank"))
        store.close()
    assert len(server.calls) == 1


def test_only_what_certainly_wrote_nothing_is_written_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    contention = grpc.StatusCode.ABORTED, "contention"
    lost = grpc.StatusCode.UNAVAILABLE, "the answer is lost"
    with google_server(contention, contention, lost) as server:
        monkeypatch.setenv("FIRESTORE_EMULATOR_HOST", server.host)
        store = FirestoreStore("p", "named", ())
        with pytest.raises(Unavailable, match="UNAVAILABLE: the answer is lost"):
            run(store.commit([Create(key("a"), {})]))
        store.close()
    assert [method for method, _ in server.calls] == ["/google.firestore.v1.Firestore/Commit"] * 3
    database = "projects/p/databases/named"
    sent = server.metadata[0]
    assert sent["google-cloud-resource-prefix"] == database
    assert sent["x-goog-request-params"] == f"database={database}"


@given(text(min_size=1))
def test_a_field_is_quoted_as_googles_client_does(name: str) -> None:
    assert path(name) == FieldPath(name).to_api_repr()


def test_a_store_made_before_a_fork_works_on_both_sides(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-c", _FORK, tmp_path.name],
        check=True,
        timeout=30,
        env={"PYTHONPATH": str(ROOT), "FIRESTORE_EMULATOR_HOST": firestore_emulator()},
    )


def test_without_a_project_there_is_no_store() -> None:
    with pytest.raises(ValueError, match="project"):
        FirestoreStore("", "(default)", ())
