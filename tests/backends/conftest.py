"""The backends that every test of this folder runs on."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Generic, TypeVar

import pytest
from _pytest.mark import ParameterSet

from common.queue.sqlite.queue import SqliteQueue
from common.store.dynamodb.store import DynamoDbStore
from common.store.firestore.store import FirestoreStore
from common.store.sqlite.store import SqliteStore
from common.store.store import DocumentStore
from infra.aws.local.ministack import variables
from infra.aws.table import table_definition
from tests.aws import aws_resources
from tests.emulators import firestore_emulator, firestore_missing
from tests.ministack import ministack, ministack_missing
from tests.moto import moto

from .helpers import INDEXES

Opened = TypeVar("Opened")


@dataclass(frozen=True, slots=True)
class Backend(Generic[Opened]):
    """`open` gets a path of the test's own: a place for files, or a name that nobody else uses.

    Opened twice with one path, it must find the same data.
    """

    name: str
    open: Callable[[Path], Opened]
    skip: str | None = None


def open_firestore(place: Path) -> DocumentStore:
    # A project of its own: the emulator keeps them apart, and starting it takes seconds.
    os.environ["FIRESTORE_EMULATOR_HOST"] = firestore_emulator()
    project = f"demo-{sha256(bytes(place)).hexdigest()[:20]}"
    return FirestoreStore(project, "(default)", INDEXES)


def open_dynamodb(place: Path, endpoint: str) -> DocumentStore:
    os.environ.update(variables(endpoint))
    table = f"test-{sha256(bytes(place)).hexdigest()[:20]}"
    aws_resources(endpoint).create_table(table_definition(table, INDEXES, ()))
    return DynamoDbStore(table, INDEXES)


STORES: list[Backend[DocumentStore]] = [
    Backend("sqlite", lambda place: SqliteStore(place / "store.db", INDEXES)),
    Backend("firestore", open_firestore, firestore_missing()),
    Backend("moto", lambda place: open_dynamodb(place, moto())),
    Backend("ministack", lambda place: open_dynamodb(place, ministack()), ministack_missing()),
]
QUEUES: list[Backend[SqliteQueue]] = [
    Backend("sqlite", lambda place: SqliteQueue(place / "queue.db")),
]


def _parameter(backend: Backend[Opened]) -> ParameterSet:
    marks = [pytest.mark.skip(reason=backend.skip)] if backend.skip else []
    return pytest.param(backend, id=backend.name, marks=marks)


@pytest.fixture(params=map(_parameter, STORES))
def open_store(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], DocumentStore]:
    return lambda: request.param.open(tmp_path)


@pytest.fixture
def store(open_store: Callable[[], DocumentStore]) -> Iterator[DocumentStore]:
    store = open_store()
    yield store
    store.close()


@pytest.fixture(params=map(_parameter, QUEUES))
def open_queue(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], SqliteQueue]:
    return lambda: request.param.open(tmp_path)


@pytest.fixture
def queue(open_queue: Callable[[], SqliteQueue]) -> Iterator[SqliteQueue]:
    queue = open_queue()
    yield queue
    queue.close()
