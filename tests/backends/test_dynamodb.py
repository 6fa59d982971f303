"""What only DynamoDB can do wrong."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import ClientError, ReadTimeoutError

from common.aws.client import Client
from common.domain.indexes import INDEXES, LISTED
from common.store.dynamodb.layout import SHARDS, Layout
from common.store.dynamodb.sorting import joined, sortable
from common.store.dynamodb.store import DynamoDbStore
from common.store.store import (
    Conflict,
    Create,
    Delete,
    Index,
    Key,
    Put,
    StoreError,
    Unavailable,
    Update,
    Write,
)
from infra.aws.table import table_definition
from tests.aws import aws_resources
from tests.moto import moto
from tests.running import free_port

from .conftest import open_dynamodb
from .helpers import APP, COLLECTION, data, documents, found, ids, key, missing, run

Answer = Callable[..., Any]


@pytest.fixture
def dynamodb(tmp_path: Path) -> DynamoDbStore:
    store = open_dynamodb(tmp_path, moto())
    assert isinstance(store, DynamoDbStore)
    return store


async def nothing() -> None:
    """What others do before an answer is lost."""


class Wire:
    """What is called from now on, and what comes of the next calls instead of an answer."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.calls: list[str] = []
        self.before: list[Exception] = []
        self.after: list[Exception] = []
        self.meanwhile = nothing
        self.changed: Callable[[str, dict[str, Any]], dict[str, Any]] = lambda _, answer: answer
        call = Client.call

        async def watched(client: Client, method: str, **parameters: Any) -> dict[str, Any]:
            self.calls.append(method)
            is_write = method.startswith(("put", "delete", "transact"))
            if is_write and self.before:
                raise self.before.pop(0)
            answer = await call(client, method, **parameters)
            if is_write and self.after:
                error = self.after.pop(0)
                await self.meanwhile()
                raise error
            return self.changed(method, answer)

        monkeypatch.setattr(Client, "call", watched)


@pytest.fixture
def wire(monkeypatch: pytest.MonkeyPatch) -> Wire:
    return Wire(monkeypatch)


def _refused(code: str, *reasons: str) -> ClientError:
    response: Any = {
        "Error": {"Code": code, "Message": "as told"},
        "CancellationReasons": [{"Code": reason} for reason in reasons],
    }
    return ClientError(response, "TransactWriteItems")


def _lost() -> ReadTimeoutError:
    return ReadTimeoutError(endpoint_url="http://localhost")


def test_documents_near_the_limit_are_stored_and_larger_ones_refused(
    dynamodb: DynamoDbStore,
) -> None:
    async def scenario() -> None:
        texts = {str(n): "x" * 100_000 for n in range(4)}
        await dynamodb.commit([Put(key("a"), texts)])
        assert await data(dynamodb, "a") == texts
        for fields in ({"text": "é" * 204_800}, {"l": [1] * 205_000}):
            with pytest.raises(ValueError, match="409,600 bytes"):
                await dynamodb.commit([Put(key("a"), fields)])
        with pytest.raises(ValueError, match="409,600 bytes"):
            await dynamodb.commit([Update(key("a"), set={"more": "x" * 20_000})])
        with pytest.raises(ValueError, match="4,194,304 bytes"):
            await dynamodb.commit(Put(key(f"b{n}"), texts) for n in range(11))
        assert await data(dynamodb, "a") == texts

    run(scenario())


def test_a_document_is_found_by_id_wherever_it_lies(dynamodb: DynamoDbStore) -> None:
    async def scenario() -> None:
        names = [f"{n:03}" for n in range(60)]
        await dynamodb.commit(Create(key(id), {"rank": 1}) for id in names)
        assert len({Layout(()).primary(key(id))["pk"] for id in names}) == SHARDS
        for limit in (7, 60, 100):
            assert await ids(dynamodb, limit=limit) == names
            assert await ids(dynamodb, limit=limit, descending=True) == names[::-1]
            assert await ids(dynamodb, low="010", high="050", limit=limit) == names[10:50]
            query: dict[str, Any] = {
                "low": "010",
                "high": "050",
                "descending": True,
                "limit": limit,
            }
            assert await ids(dynamodb, **query) == names[10:50][::-1]
        assert await ids(dynamodb, low="050", high="010") == []

    run(scenario())


@pytest.mark.usefixtures("dynamodb")
def test_a_listed_collection_is_one_query(tmp_path: Path, wire: Wire) -> None:
    table = f"listed-{tmp_path.name[:50]}"
    aws_resources(moto()).create_table(table_definition(table, (), [COLLECTION]))
    store = DynamoDbStore(table, (), [COLLECTION])

    async def scenario() -> None:
        await store.commit(Create(key(id), {}) for id in "cab")
        wire.calls.clear()
        assert await ids(store) == list("abc")
        assert wire.calls == ["query"]

    run(scenario())


def test_many_documents_are_got_in_parts(dynamodb: DynamoDbStore, wire: Wire) -> None:
    async def scenario() -> None:
        names = [f"{n:03}" for n in range(150)]
        for part in (names[:100], names[100:]):
            await dynamodb.commit(Create(key(id), {"id_": id, "rank": 1}) for id in part)
        wire.calls.clear()
        got = await dynamodb.get([key(id) for id in names])
        assert [each and each.data["id_"] for each in got] == names
        assert wire.calls == ["batch_get_item"] * 2
        page = await dynamodb.query(COLLECTION, app="app-1", order="rank", limit=149)
        assert [each.key.id for each in page.documents] == names[:149]

    run(scenario())


def _plain(id: str) -> Key[Any]:
    """In a collection that nothing finds by the members of a list."""
    return Key(APP, "plain", id)


def test_one_write_is_no_transaction(dynamodb: DynamoDbStore, wire: Wire) -> None:
    async def scenario() -> None:
        await dynamodb.commit([Create(_plain("a"), {})])
        await dynamodb.commit([Update(_plain("a"), increment={"n": 1})])
        await dynamodb.commit([Delete(_plain("a"))])
        await dynamodb.commit([])
        assert wire.calls == ["put_item", "get_item", "put_item", "delete_item"]
        wire.calls.clear()
        await dynamodb.commit([Create(_plain("a"), {}), Update(_plain("b"), upsert=True)])
        assert wire.calls == ["get_item", "transact_write_items"]

    run(scenario())


@pytest.mark.parametrize(
    "error",
    [
        _refused("ThrottlingException"),
        _refused("ProvisionedThroughputExceededException"),
        _refused("TransactionCanceledException", "None", "TransactionConflict"),
        _refused("InternalServerError"),
        _lost(),
    ],
    ids=["throttled", "provisioned", "contention", "internal", "lost"],
)
def test_what_passes_is_tried_again(dynamodb: DynamoDbStore, wire: Wire, error: Exception) -> None:
    async def scenario() -> None:
        wire.before = [error] * 3
        await dynamodb.commit([Create(key("a"), {"n": 1}), Create(key("b"), {})])
        assert wire.calls == ["transact_write_items"] * 4
        assert await data(dynamodb, "a") == {"n": 1}

    run(scenario())


WRITES: list[Sequence[Write]] = [
    [Create(key("new"), {"n": 1})],
    [Update(key("new"), increment={"n": 1}, upsert=True)],
    [Update(key("new"), increment={"n": 1}, upsert=True), Create(key("other"), {})],
]


@pytest.mark.parametrize("writes", WRITES, ids=["create", "increment", "transaction"])
def test_a_lost_answer_counts_nothing_twice(
    dynamodb: DynamoDbStore, wire: Wire, writes: Sequence[Write]
) -> None:
    async def scenario() -> None:
        wire.after = [_lost()]
        await dynamodb.commit(writes)
        assert await data(dynamodb, "new") == {"n": 1}

    run(scenario())


def test_a_lost_answer_whose_document_others_wrote_since_is_in_doubt(
    dynamodb: DynamoDbStore, wire: Wire
) -> None:
    async def overwrite() -> None:
        await dynamodb.commit([Put(key("a"), {"n": 10})])

    async def scenario() -> None:
        wire.after = [_lost()]
        wire.meanwhile = overwrite
        with pytest.raises(Unavailable, match="may have been"):
            await dynamodb.commit([Update(key("a"), increment={"n": 1}, upsert=True)])
        assert await data(dynamodb, "a") == {"n": 10}

    run(scenario())


def test_an_unconditioned_put_is_not_sent_again_after_a_lost_answer(
    dynamodb: DynamoDbStore, wire: Wire
) -> None:
    async def scenario() -> None:
        wire.after = [_lost()]
        with pytest.raises(Unavailable):
            await dynamodb.commit([Put(_plain("a"), {"n": 1})])
        assert wire.calls == ["put_item"]

    run(scenario())


def test_a_conflict_names_the_first_whose_condition_failed(dynamodb: DynamoDbStore) -> None:
    async def scenario() -> None:
        await dynamodb.commit([Create(key("a"), {}), Create(key("b"), {})])
        old = (await found(dynamodb, "b")).version
        await dynamodb.commit([Put(key("b"), {})])
        conflicting: list[Write] = [
            Put(key("b"), {}, old),
            Delete(key("b"), old),
            Update(key("none")),
        ]
        conflicting += [Update(key("b"), version=old), Create(key("b"), {})]
        for write in conflicting:
            with pytest.raises(Conflict) as conflict:
                await dynamodb.commit([Create(key("new"), {}), Update(key("a")), write])
            assert conflict.value.key == write.key
        assert await missing(dynamodb, "new")

    run(scenario())


def test_an_index_that_lags_behind_finds_nothing_that_does_not_belong_there(
    dynamodb: DynamoDbStore, wire: Wire
) -> None:
    entries: list[Any] = []

    def noting(_: str, answer: dict[str, Any]) -> dict[str, Any]:
        entries.extend(answer.get("Items", ()))
        return answer

    def lagging(method: str, answer: dict[str, Any]) -> dict[str, Any]:
        return {**answer, "Items": entries} if method == "query" and entries else answer

    async def scenario() -> None:
        await dynamodb.commit(Create(key(id), {"rank": 1, "n": id}) for id in "abcd")
        wire.changed = noting
        assert await ids(dynamodb, order="rank") == list("abcd")
        await dynamodb.commit(
            [
                Delete(key("a")),
                Update(key("b"), set={"rank": 2}),
                Update(key("c"), remove=["rank"]),
                Update(key("d"), set={"n": "new"}),
            ]
        )
        wire.changed = lagging
        (left,) = await documents(dynamodb, order="rank")
        assert left.data == {"rank": 1, "n": "new"}

    run(scenario())


def test_ids_that_do_not_fit_into_a_key_are_read_back(dynamodb: DynamoDbStore) -> None:
    async def scenario() -> None:
        long = ["é" * 800 + end for end in ("", "a", "b")]
        await dynamodb.commit(Create(key(id), {"id_": id, "rank": 1}) for id in long)
        assert [(await data(dynamodb, id))["id_"] for id in long] == long
        queries: tuple[dict[str, str], ...] = ({}, {"order": "rank"})
        for query in queries:
            assert sorted(await ids(dynamodb, limit=2, **query)) == long
        with pytest.raises(ValueError, match="app"):
            await dynamodb.get([Key("x" * 2048, COLLECTION, "a")])

    run(scenario())


def test_keys_sort_as_values_do() -> None:
    numbers = [-(2**63), -1e18, -1.5, -1, -0.1, 0, 1e-300, 0.1, 1, 1.5, 2**53, 2**53 + 1, 1e18]
    numbers += [10**18 + 1, 2**63 - 1, 1e300]
    texts = ["", "\0", "\1", "\1\1", "a", "a\0", "a\0b", "a\1", "a ", "aa", "é", "漢", "👍"]
    values: list[str | int | float] = [*numbers, *texts]
    assert sorted(values, key=sortable) == [*numbers, *sorted(texts)]
    pairs = [(value, id) for value in values for id in ("", "\0", "a", "z")]
    places = {value: n for n, value in enumerate([*numbers, *sorted(texts)])}
    expected = sorted(pairs, key=lambda pair: (places[pair[0]], pair[1]))
    assert sorted(pairs, key=lambda pair: joined(*pair)) == expected
    assert sortable(0) == sortable(-0.0) == sortable(0.0)
    assert len(joined("é" * 5000, "x" * 5000).encode()) <= 1024


def test_the_table_has_no_more_indexes_than_an_account_may() -> None:
    definition = table_definition("gavel")
    assert len(definition["GlobalSecondaryIndexes"]) <= 20
    named = {name["AttributeName"] for name in definition["AttributeDefinitions"]}
    keys = [definition["KeySchema"]]
    keys += [each["KeySchema"] for each in definition["GlobalSecondaryIndexes"]]
    assert {part["AttributeName"] for schema in keys for part in schema} == named
    assert not LISTED & {index.collection for index in INDEXES}


def test_a_document_is_only_in_indexes_that_find_it() -> None:
    layout = Layout((Index("a", "x"), Index("a", "y", ("z",)), Index("b", "x")))
    assert layout.slots == 2
    assert set(layout.entries(Key("", "a", "1"), {"x": 1})) == {"p0", "s0"}
    assert set(layout.entries(Key("", "a", "1"), {"y": 1, "z": True})) == {"p1", "s1"}
    for empty in ({}, {"x": None}, {"x": [1]}, {"y": 1}, {"z": 1}):
        assert layout.entries(Key("", "a", "1"), empty) == {}
    apart = [layout.entries(Key("", name, "1"), {"x": 1})["p0"] for name in "ab"]
    assert apart[0] != apart[1]


def _failures(store: DynamoDbStore) -> list[tuple[StoreError, float]]:
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


@pytest.mark.usefixtures("dynamodb")
@pytest.mark.parametrize("is_listening", [False, True], ids=["refuses", "is silent"])
def test_a_backend_that_does_not_answer_is_soon_unavailable(
    is_listening: bool, monkeypatch: pytest.MonkeyPatch, dynamodb: DynamoDbStore
) -> None:
    dynamodb.close()
    port = free_port()
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{port}")
    store = DynamoDbStore("nobody", ())
    with socket.socket() as listener:
        if is_listening:
            listener.bind(("127.0.0.1", port))
            listener.listen()
        failures = _failures(store)
    store.close()
    assert all(isinstance(error, Unavailable) for error, _ in failures)
    assert max(seconds for _, seconds in failures) < 10


@pytest.mark.usefixtures("dynamodb")
def test_a_table_that_is_not_there_is_unavailable() -> None:
    store = DynamoDbStore("nowhere", ())
    with pytest.raises(Unavailable, match="ResourceNotFound"):
        run(store.get([key("a")]))
    store.close()
