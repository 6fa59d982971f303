"""What tests of kept rules share: a rule on a list, and the ways to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from common.domain.item import item_id
from tests.functional.desk import Desk, desk

RULE: dict[str, Any] = {
    "name": "Listed",
    "scope": "post",
    "when": {"type": "in_list", "lists": ["listed"]},
    "actions": ["flag_for_review"],
}
HIDE = {"name": "Hide", "kind": "post", "url": "https://example.com/hide"}
ERASE = {
    "name": "Erase",
    "kind": "post",
    "url": "https://example.com/erase",
    "irreversible": True,
}


@contextmanager
def ruled_desk(data: Path) -> Iterator[Desk]:
    """With the list that the rule names, and a policy that finds nothing by itself."""
    with desk(data) as made:
        made.done("POST", "/api/v2/blocklists", {"name": "listed", "words": ["grobble"]})
        made.policy("quiet")
        yield made


def put(bench: Desk, id: str = "r", **fields: Any) -> Any:
    return bench.done("PUT", f"/api/v1/rules/{id}", {**RULE, **fields})["rule"]


def asked(bench: Desk, method: str, path: str, **query: Any) -> Any:
    answer = bench.server.call(bench.app, method, path, query=query)
    assert answer.status == 200, answer.text
    return answer.json()


def checked(bench: Desk, id: str, text: str = "grobble") -> Any:
    """With all that follows from it."""
    answer = bench.check(text, config_key="quiet", entity_id=id)
    bench.enforce(item_id(bench.app.name, "post", id))
    return answer


def refused(bench: Desk, status: int, method: str, path: str, body: Any = None) -> dict[str, str]:
    """The fields that are named."""
    answer = bench.send(method, path, body)
    assert answer.status == status, answer.text
    fields: dict[str, str] = answer.json()["exception_fields"]
    return fields
