"""Options that only the customer's platform can carry out: told to it, or refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from common.moderation.review.decisions.action_types import ACTION_TYPES
from tests.functional.desk import Desk, desk

_ADDITIONS: dict[str, Any] = {"channel_cid": "messaging:1", "delete_messages": "hard"}
_NOTHING: dict[str, Any] = {"channel_cid": "", "delete_messages": None}
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
    assert {name for name, _ in PLATFORMS} == {"ban", "delete_user", "delete_user_messages"}


@pytest.mark.parametrize(("name", "option"), PLATFORMS)
def test_what_nobody_is_told_is_refused(bench: Desk, name: str, option: str) -> None:
    item = bench.flagged()["id"]
    answered = bench.decide(name, item, **_options(name, option))
    assert answered.status == 400
    named = {f"{name}.{each}" for each in ("delete_messages", option)}
    assert set(answered.json()["exception_fields"]) <= named
    assert _log(bench) == []
    assert bench.shown(item)["reviewed_at"] is None
    if name not in _BASES:
        nothing = {name: {option: _NOTHING.get(option, False)}}
        assert bench.decide(name, item, **nothing).status == 201


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


@pytest.mark.parametrize("ban", [{"channel_ban_only": True}, {}])
def test_a_channels_messages_are_the_platforms_to_delete(bench: Desk, ban: Any) -> None:
    posted = bench.flagged("ada")["id"]
    elsewhere = bench.flagged("ada")["id"]
    options = {"channel_cid": "messaging:1", "delete_messages": "soft", **ban}
    refused = bench.decide("ban", posted, ban=options)
    assert set(refused.json()["exception_fields"]) == {"ban.delete_messages"}
    assert _log(bench) == []
    action = {"name": "Do", "kind": "user", "url": "http://127.0.0.1:9/", "carries_out": ["ban"]}
    bench.done("PUT", "/api/v1/actions/do", action)
    bench.act("ban", posted, ban=options)
    (delivery,) = bench.done("GET", "/api/v1/deliveries")["deliveries"]
    assert delivery["data"]["options"] == options
    assert [each for each in bench.server.documents() if each[1] == "follow_up"] == []
    assert bench.shown(elsewhere)["reviewed_at"] is None
    assert "messages_deleted_at" not in bench.user("ada")


_OTHERS = [
    ("delete_message", {"entity_type": "post", "entity_id": "other"}),
    ("delete_message", {"entity_type": "comment", "entity_id": "mine"}),
    ("delete_user", {"entity_type": "stream:user", "entity_id": "bob"}),
    ("delete_user", {"entity_id": "bob"}),
    (
        "delete_user_messages",
        {"entity_type": "user", "entity_id": "bob", "delete_messages": "soft"},
    ),
    ("flag", {"entity_type": "post", "entity_id": "other"}),
]


@pytest.mark.parametrize(("name", "options"), _OTHERS)
def test_options_of_another_entity_than_the_items_are_refused(
    bench: Desk, name: str, options: Any
) -> None:
    item = bench.flagged("ada", entity_id="mine")["id"]
    answered = bench.decide(name, item, **{name: options})
    assert set(answered.json()["exception_fields"]) == {f"{name}.entity_id"}
    assert _log(bench) == []
    assert bench.shown(item)["reviewed_at"] is None


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("delete_message", {"entity_type": "post", "entity_id": "mine"}),
        ("delete_message", {"entity_id": "mine"}),
        ("delete_user", {"entity_type": "stream:user", "entity_id": "ada"}),
        ("delete_user", {"entity_type": "user", "entity_id": "ada"}),
        ("delete_user", {"entity_type": "post", "entity_id": "mine"}),
        ("flag", {"entity_type": "post", "entity_id": "mine"}),
    ],
)
def test_options_may_name_the_items_entity_or_its_creator(
    bench: Desk, name: str, options: Any
) -> None:
    item = bench.flagged("ada", entity_id="mine")["id"]
    bench.act(name, item, **{name: options})
    assert "deleted_at" in bench.user("ada") or name != "delete_user"
