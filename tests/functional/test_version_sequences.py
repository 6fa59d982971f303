"""Whatever is saved, restored and deleted in whatever order: the versions are what was saved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count, pairwise
from typing import Any, Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.functional.desk import Desk
from tests.functional.ruled import RULE, ruled_desk

Step = tuple[Literal["save", "restore", "delete", "publish"], int]
_STEPS = st.lists(
    st.tuples(st.sampled_from(["save", "save", "restore", "delete", "publish"]), st.integers(0, 5)),
    max_size=14,
)
_numbers = count()


@dataclass
class Model:
    """What the versions have to be; `current` is the number of the one that counts."""

    contents: list[dict[str, Any]] = field(default_factory=list)
    current: int = 0

    def save(self, content: dict[str, Any]) -> None:
        if not self.current or self.contents[self.current - 1] != content:
            self.contents.append(content)
            self.current = len(self.contents)


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with ruled_desk(tmp_path_factory.mktemp("sequences") / "data") as made:
        yield made


def _content(number: int) -> dict[str, Any]:
    when: dict[str, Any] = {"type": "needs_review", "by": "policy"}
    if number % 2:
        when = {"type": "not", "condition": when}
    return {**RULE, "when": when, "position": number // 2, "enabled": number != 4}


def _take(bench: Desk, id: str, model: Model, step: Step) -> None:
    what, number = step
    path = f"/api/v1/rules/{id}"
    if what == "save":
        bench.done("PUT", path, _content(number))
        model.save(_content(number))
    elif what == "publish":
        bench.done("PUT", f"{path}/draft", _content(number))
        bench.done("POST", f"{path}/draft/publish", {})
        model.save(_content(number))
    elif what == "delete":
        answer = bench.send("DELETE", path)
        assert answer.status == (200 if model.current else 404)
        model.current = 0
    else:
        version = number + 1
        answer = bench.send("POST", f"{path}/versions/{version}/restore", {})
        is_there = version <= len(model.contents)
        assert answer.status == (201 if is_there else 404), answer.text
        if is_there:
            model.save(model.contents[version - 1])


def _shown(bench: Desk, id: str) -> list[Any]:
    answer = bench.send("GET", f"/api/v1/rules/{id}/versions")
    return answer.json()["versions"] if answer.status == 200 else []


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(_STEPS)
def test_versions_are_what_was_saved_in_any_order(bench: Desk, steps: list[Step]) -> None:
    id, model = f"rule{next(_numbers)}", Model()
    for step in steps:
        _take(bench, id, model, step)
    shown = _shown(bench, id)
    assert [each["version"] for each in shown] == [*range(len(model.contents), 0, -1)]
    for each in shown:
        path = f"/api/v1/rules/{id}/versions/{each['version']}"
        assert bench.done("GET", path)["version"]["rule"] == model.contents[each["version"] - 1]
    active = [each["version"] for each in shown if each["active_to"] is None]
    assert active == ([model.current] if model.current else [])
    for newer, older in pairwise(shown):
        assert older["active_to"] is not None and older["active_to"] <= newer["active_from"]
        assert older["active_from"] <= older["active_to"]
    rule = bench.send("GET", f"/api/v1/rules/{id}")
    assert rule.status == (200 if model.current else 404)
    if model.current:
        assert rule.json()["rule"]["version"] == model.current
