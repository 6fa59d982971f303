"""An empty store of each backend, for what is tried on all of them."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import pytest

from common.domain.indexes import INDEXES, LISTED
from common.store.dynamodb.store import DynamoDbStore
from common.store.firestore.store import FirestoreStore
from common.store.sqlite.store import SqliteStore
from common.store.store import DocumentStore
from infra.aws.local.ministack import variables
from infra.aws.table import table_definition
from tests.aws import aws_resources
from tests.emulators import firestore_emulator, firestore_missing
from tests.ministack import ministack, ministack_missing


def _firestore(_: Path) -> DocumentStore:
    os.environ["FIRESTORE_EMULATOR_HOST"] = firestore_emulator()
    return FirestoreStore(f"demo-{secrets.token_hex(8)}", "(default)", INDEXES)


def _dynamodb(_: Path) -> DocumentStore:
    endpoint, table = ministack(), f"stores-{secrets.token_hex(8)}"
    os.environ.update(variables(endpoint))
    aws_resources(endpoint).create_table(table_definition(table))
    return DynamoDbStore(table, INDEXES, LISTED)


def _sqlite(place: Path) -> DocumentStore:
    return SqliteStore(place / "store.db", INDEXES)


_without_emulator = pytest.mark.skipif(bool(firestore_missing()), reason=str(firestore_missing()))
_without_ministack = pytest.mark.skipif(bool(ministack_missing()), reason=str(ministack_missing()))
# Not moto, on which all of it costs twice as much: the store itself is tried on both.
EACH = (
    _sqlite,
    pytest.param(_firestore, marks=_without_emulator),
    pytest.param(_dynamodb, marks=_without_ministack),
)
"""Each opens one in a folder."""
