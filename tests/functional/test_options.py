"""Options that only the customer's platform can carry out: told to it, or refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from common.moderation.review.decisions.action_types import ACTION_TYPES
from tests.functional.desk import Desk, desk

_ADDITIONS: dict[str, Any] = {"channel_cid": "messaging:1"}
_BASES: dict[str, Any] = {"delete_user_messages": {"delete_messages": "soft"}}
PLATFORMS = [
    (name, option)
    for name, each in ACTION_TYPES.items()
    for option in sorted(each.options.of_platform)
]


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("options") / "data", GAVEL_EGRESS_ALLOW="127.0.0.1") as made:
        yield made


def _options(name: str, option: str, value: Any = None) -> dict[str, Any]:
    given = _ADDITIONS.get(option, True) if value is None else value
    return {name: {**_BASES.get(name, {}), option: given}}


def _log(bench: Desk) -> list[Any]:
    return [each for each in bench.done("GET", "/api/v1/log")["entries"] if each["by"]]


def test_there_are_some() -> None:
    assert {name for name, _ in PLATFORMS} == {
        "ban",
        "unban",
        "delete_user",
        "delete_user_messages",
    }


@pytest.mark.parametrize(("name", "option"), PLATFORMS)
def test_what_nobody_is_told_is_refused(bench: Desk, name: str, option: str) -> None:
    item = bench.flagged()["id"]
    answered = bench.decide(name, item, **_options(name, option))
    assert answered.status == 400
    assert set(answered.json()["exception_fields"]) == {f"{name}.{option}"}
    assert _log(bench) == []
    assert bench.shown(item)["reviewed_at"] is None
    value: Any = "" if option in _ADDITIONS else False
    assert bench.decide(name, item, **_options(name, option, value)).status == 201


@pytest.mark.parametrize(("name", "option"), PLATFORMS)
def test_an_action_of_the_apps_is_told(bench: Desk, name: str, option: str) -> None:
    action = {"name": "Do", "kind": "user", "url": "http://127.0.0.1:9/", "carries_out": [name]}
    bench.done("PUT", "/api/v1/actions/do", action)
    item = bench.flagged()["id"]
    bench.act(name, item, **_options(name, option))
    (delivery,) = bench.done("GET", "/api/v1/deliveries")["deliveries"]
    given = _ADDITIONS.get(option, True)
    assert delivery["data"]["options"][option] == given
    (entry,) = _log(bench)
    assert entry["custom"][option] == given


@pytest.mark.parametrize(("name", "option"), PLATFORMS)
def test_a_webhook_of_the_item_is_told(bench: Desk, name: str, option: str) -> None:
    hook = {"webhook_url": "http://127.0.0.1:9/", "event_types": ["review_queue_item.updated"]}
    bench.done("PATCH", "/api/v2/app", {"event_hooks": [hook]})
    bench.act(name, bench.flagged()["id"], **_options(name, option))
