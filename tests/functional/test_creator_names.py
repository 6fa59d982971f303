"""The queue filtered by the names of those who created what is in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.functional.desk import V2, Desk, desk

_NAME = "filter.entity_creator_name"


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("names") / "data") as made:
        names = {"ann1": "Ann", "ann2": "Ann", "anna": "Anna", "low": "ann", "ben": "Ben"}
        users = {id: {"id": id, "name": name} for id, name in names.items()}
        made.done("POST", "/api/v2/users", {"users": users})
        for creator in names:
            made.flagged(creator)
        yield made


def _creators(bench: Desk, **filter: Any) -> list[str]:
    answer = bench.queue(filter=filter)
    assert "next" not in answer
    return sorted(each["entity_creator_id"] for each in answer["items"])


def test_items_are_found_by_their_creators_names(bench: Desk) -> None:
    assert _creators(bench, entity_creator_name="Ann") == ["ann1", "ann2"]
    assert _creators(bench, entity_creator_name={"$in": ["Anna", "Ben"]}) == ["anna", "ben"]
    assert _creators(bench, entity_creator_name="Nobody") == []
    others: dict[str, Any] = {"entity_type": "post", "$and": [{"entity_creator_id": "ann2"}]}
    assert _creators(bench, entity_creator_name={"$eq": "Ann"}, **others) == ["ann2"]
    assert _creators(bench, entity_creator_name="Ann", reviewed=True) == []


def test_a_name_that_was_changed_is_the_one_that_counts(bench: Desk) -> None:
    bench.flagged("cat")
    for name in ("Cat", "Kate"):
        users = {"cat": {"id": "cat", "name": name}}
        bench.done("POST", "/api/v2/users", {"users": users})
    assert _creators(bench, entity_creator_name="Cat") == []
    assert _creators(bench, entity_creator_name="Kate") == ["cat"]


@pytest.mark.parametrize(
    "filter",
    [
        {"entity_creator_name": {"$gt": "A"}},
        {"entity_creator_name": ""},
        {"entity_creator_name": 7},
        {"entity_creator_name": {"$in": [f"n{number}" for number in range(11)]}},
        {"$or": [{"entity_creator_name": "Ann"}, {"entity_id": "x"}]},
    ],
)
def test_what_cannot_be_looked_up_is_refused_by_name(bench: Desk, filter: Any) -> None:
    answer = bench.send("POST", f"{V2}/review_queue", {"filter": filter})
    assert (answer.status, list(answer.json()["exception_fields"])) == (400, [_NAME])


def test_a_wrong_combination_is_refused(bench: Desk) -> None:
    filter = {"entity_creator_name": "Ann", "$and": 7}
    answer = bench.send("POST", f"{V2}/review_queue", {"filter": filter})
    assert (answer.status, answer.json()["code"]) == (400, 4)
