"""More than three contents of one user that engines flag, and the user is flagged too, once."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from common.configuration.context import now
from common.moderation.enforcement.enforcements import enforce
from common.queue.messages import Trigger
from tests.functional.desk import V2, Desk, desk


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("automod") / "data") as made:
        yield made


def _flagged(bench: Desk, number: int, creator: str = "ann") -> str:
    """Evaluated twice, as a trigger may come again."""
    item = str(bench.flagged(creator, entity_id=f"{creator}-{number}")["id"])
    for _ in range(2):
        bench.enforce(item)
    return item


def _users(bench: Desk) -> list[Any]:
    return list(bench.queue(filter={"entity_type": "stream:user"})["items"])


def test_the_fourth_flagged_content_flags_the_user(bench: Desk) -> None:
    items = [_flagged(bench, number) for number in range(3)]
    assert _users(bench) == []
    items.append(_flagged(bench, 3))
    (item,) = _users(bench)
    assert (item["entity_id"], item["entity_creator_id"]) == ("ann", "ann")
    assert (item["flags_count"], item["recommended_action"]) == (1, "flag")
    (flag,) = item["flags"]
    assert (flag["type"], flag["user_id"], flag["custom"]["items"]) == ("automod", "", items)
    (entry,) = item["actions"]
    assert (entry["type"], entry["custom"], entry["user"]) == (
        "flag",
        {"flag_type": "automod"},
        None,
    )
    for filter in ({"category": "automod"}, {"reporter_type": "automod", "entity_id": "ann"}):
        assert bench.queue(filter=filter)["items"] == [item]
    assert bench.queue(stats_only=True)["stats"]["users"] == 1


def test_it_happens_once(bench: Desk) -> None:
    for number in range(7):
        _flagged(bench, number)
    (item,) = _users(bench)
    assert item["flags_count"] == 1
    bench.act("mark_reviewed", item["id"])
    for number in range(7, 12):
        _flagged(bench, number)
    (item,) = _users(bench)
    assert (item["flags_count"], item["reviewed_by"]) == (1, "mo")


def test_only_what_engines_flag_counts_and_each_content_once(bench: Desk) -> None:
    for number in range(3):
        _flagged(bench, number)
    for number in range(3):
        bench.enforce(_flagged(bench, number, "ben"))
    for text in ("zzword again", "zzword and again"):
        edited = bench.flagged("ann", entity_id="ann-0", moderation_payload={"texts": [text]})
        bench.enforce(edited["id"])
    bench.check("fine", entity_creator_id="ann", entity_id="fine")
    fine = bench.item("post", "fine")
    assert fine is not None
    bench.enforce(fine["id"])
    flag = {"entity_type": "post", "entity_id": "reported", "entity_creator_id": "ann"}
    bench.done("POST", f"{V2}/flag", {**flag, "user_id": "rita", "reason": "spam"})
    reported = bench.item("post", "reported")
    assert reported is not None
    bench.enforce(reported["id"])
    own = bench.flagged("ann", entity_type="stream:user", entity_id="ann")
    bench.enforce(own["id"])
    assert [item["flags"][0]["type"] for item in _users(bench)] == ["block_list"]
    _flagged(bench, 3)
    (item,) = _users(bench)
    assert {flag["type"] for flag in item["flags"]} == {"block_list", "automod"}


def test_triggers_at_once_flag_once(bench: Desk) -> None:
    items = [bench.flagged("ann")["id"] for _ in range(9)]
    context, app = bench.server.context, bench.app.name

    async def all_at_once() -> None:
        await asyncio.gather(*(enforce(context, Trigger(app, item), now()) for item in items * 2))

    bench.server.run(all_at_once())
    (item,) = _users(bench)
    assert item["flags_count"] == 1
    assert len(item["flags"][0]["custom"]["items"]) == 4


def test_apps_count_apart(bench: Desk) -> None:
    other = Desk(bench.server, bench.server.app("app-b"))
    other.done("POST", "/api/v2/blocklists", {"name": "words", "words": ["zzword"]})
    rules = [{"name": "words", "action": "flag"}]
    other.policy("default", block_list_config={"rules": rules})
    for number in range(3):
        _flagged(bench, number)
        _flagged(other, number)
    assert (_users(bench), _users(other)) == ([], [])
