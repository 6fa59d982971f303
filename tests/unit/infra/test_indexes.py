"""What is deployed to Firestore, which no emulator checks."""

from __future__ import annotations

import re
from itertools import product
from typing import Any

import orjson
import pytest

from common.domain.indexes import INDEXES
from common.store.store import Index
from infra.gcp.indexes import COLLECTIONS, FILE, definition, encoded
from tests.query_recorder import Issued, Records, is_served

DEPLOYED: dict[str, Any] = orjson.loads(FILE.read_bytes())
WRITTEN_BY_EVERY_CHECK = ("item", "history")
GROWING = re.compile(r".*_(since|at)$|^at$")
# Only what waits in the review queue carries these two: a small part of what is checked.
ONLY_IN_THE_QUEUE = {("item", "queue_created_at"), ("item", "queue_updated_at")}


def test_the_file_is_what_the_declaration_makes() -> None:
    assert FILE.read_bytes() == encoded(), "run: python -m infra.gcp.indexes"


@pytest.mark.parametrize("index", INDEXES, ids=str)
@pytest.mark.parametrize("descending", [False, True])
def test_every_declared_query_is_served(index: Index, descending: bool) -> None:
    equal = frozenset((*index.equal, *([index.each] if index.each else [])))
    query = Issued(index.collection, index.across_apps, equal, index.order, descending)
    assert is_served(query, DEPLOYED)


def test_nothing_grows_at_the_head_of_an_index_that_every_check_writes() -> None:
    heads = {
        (index["collectionGroup"], index["fields"][0]["fieldPath"]) for index in DEPLOYED["indexes"]
    }
    heads |= {
        (override["collectionGroup"], override["fieldPath"])
        for override in DEPLOYED["fieldOverrides"]
    }
    growing = {
        (collection, field)
        for collection, field in heads
        if collection in WRITTEN_BY_EVERY_CHECK and GROWING.match(field)
    }
    assert growing == ONLY_IN_THE_QUEUE


def test_no_field_is_indexed_by_default() -> None:
    assert {index.collection for index in INDEXES} <= set(COLLECTIONS)
    assert Records(written=set(COLLECTIONS)).indexed_by_default(DEPLOYED) == set()
    assert Records(written={"unknown"}).indexed_by_default(DEPLOYED) == {"unknown"}


def test_what_is_declared_is_all_there_is() -> None:
    """Firestore refuses a composite index of one field, and a definition given twice."""
    composite = [orjson.dumps(index) for index in DEPLOYED["indexes"]]
    assert len(set(composite)) == len(composite)
    assert all(len(index["fields"]) > 1 for index in DEPLOYED["indexes"])
    overrides = DEPLOYED["fieldOverrides"]
    names = {(each["collectionGroup"], each["fieldPath"]) for each in overrides}
    assert len(names) == len(overrides)
    single = sum(len(each["indexes"]) for each in overrides)
    assert len(composite) + single == 2 * len(INDEXES)


def test_an_undeclared_query_is_not_served() -> None:
    served = Index("log", "at", ("item_id",))
    others = [
        Issued("flag", False, frozenset(served.equal), "at", False),
        Issued("log", True, frozenset(served.equal), "at", False),
        Issued("log", False, frozenset(("item_id", "kind")), "at", False),
        Issued("log", False, frozenset(served.equal), "unread_at", False),
        Issued("log", True, frozenset(), "at", False),
        Issued("log", False, frozenset(), "id", True),
        Issued("log", True, frozenset(), "id", False),
    ]
    records = Records(queries={*others, Issued("log", False, frozenset(), "id", False)})
    assert set(records.unserved(DEPLOYED)) == set(others)


def test_ids_are_an_order_like_any_other_where_they_come_after_an_equality() -> None:
    made = definition([Index("a", "id", ("x",)), Index("a", "id", ("x", "y"))])
    composite = [[tuple(each.values()) for each in index["fields"]] for index in made["indexes"]]
    x, y, down = ("x", "ASCENDING"), ("y", "ASCENDING"), ("`~id`", "DESCENDING")
    assert composite == [[x, down], [x, y], [x, y, down]]
    assert made["fieldOverrides"][-1] == {
        "collectionGroup": "a",
        "fieldPath": "x",
        "indexes": [{"order": "ASCENDING", "queryScope": "COLLECTION"}],
    }


@pytest.mark.parametrize(("across", "descending"), list(product((False, True), repeat=2)))
def test_scope_and_direction_are_in_a_single_fields_own_setting(
    across: bool, descending: bool
) -> None:
    made = definition([Index("a", "at", across_apps=across)])
    [override] = [each for each in made["fieldOverrides"] if each["fieldPath"] == "at"]
    assert {
        "order": "DESCENDING" if descending else "ASCENDING",
        "queryScope": "COLLECTION_GROUP" if across else "COLLECTION",
    } in override["indexes"]
