"""What the review queue answers where no items are asked for, and pages of none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import orjson
import pytest

from tests.functional.desk import V2, Desk, desk


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("counts") / "data") as made:
        yield made


def _counted(bench: Desk, **filter: Any) -> Any:
    answer = bench.queue(stats_only=True, filter=filter)
    assert answer["items"] == []
    return answer["stats"]


def test_stats_are_of_what_the_filter_finds(bench: Desk) -> None:
    texts = [bench.flagged("ada")["id"] for _ in range(2)]
    images = {"texts": ["zzword"], "images": ["https://i.example/1.png"]}
    bench.flagged("bob", moderation_payload=images)
    user = {"entity_type": "stream:user", "entity_id": "ada", "user_id": "r"}
    bench.done("POST", f"{V2}/flag", user)
    assert _counted(bench) == {"texts": 2, "users": 1, "media": 1}
    assert _counted(bench, entity_creator_id="bob") == {"texts": 0, "users": 0, "media": 1}
    assert _counted(bench, entity_type="post") == {"texts": 2, "users": 0, "media": 1}
    assert _counted(bench, id=texts[0]) == {"texts": 1, "users": 0, "media": 0}
    bench.act("mark_reviewed", texts[0])
    assert _counted(bench) == {"texts": 1, "users": 1, "media": 1}
    assert _counted(bench, reviewed=True) == {"texts": 1, "users": 0, "media": 0}
    assert _counted(bench, entity_creator_id={"$in": []}) == {"texts": 0, "users": 0, "media": 0}


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ({"filter": {"entity_type": {"$zz": 1}}}, "filter.entity_type"),
        ({"sort": [{"field": "created_at", "direction": 1}]}, "sort"),
        ({"next": "x"}, "next"),
    ],
)
def test_what_stats_cannot_have_is_refused(bench: Desk, asked: Any, named: str) -> None:
    answered = bench.send("POST", f"{V2}/review_queue", {"stats_only": True, **asked})
    assert answered.status == 400
    assert set(answered.json()["exception_fields"]) == {named}


@pytest.mark.parametrize("path", [f"{V2}/review_queue", f"{V2}/configs"])
def test_a_page_of_none_is_empty(bench: Desk, path: str) -> None:
    for _ in range(2):
        bench.flagged("ada")
    answer = bench.done("POST", path, {"limit": 0})
    assert answer.get("items", answer.get("configs")) == []
    assert not {"next", "prev"} & set(answer)


@pytest.mark.parametrize("limit", [-1, 101])
def test_a_page_has_up_to_a_hundred(bench: Desk, limit: int) -> None:
    answered = bench.send("POST", f"{V2}/review_queue", {"limit": limit})
    assert answered.status == 400
    assert set(answered.json()["exception_fields"]) == {"limit"}


def test_pages_of_the_queue_are_left_in_both_directions(bench: Desk) -> None:
    made = [bench.flagged("ada")["id"] for _ in range(3)]

    def ids(**asked: Any) -> tuple[list[str], Any]:
        answer = bench.queue(limit=1, **asked)
        return [item["id"] for item in answer["items"]], answer

    newest, first = ids()
    middle, second = ids(next=first["next"])
    oldest, third = ids(next=second["next"])
    assert newest + middle + oldest == made[::-1]
    assert "prev" not in first and "next" not in third
    assert ids(prev=third["prev"])[0] == middle
    assert ids(prev=second["prev"])[0] == newest
    both = {"next": first["next"], "prev": third["prev"]}
    for wrong, named in (
        (both, "prev"),
        ({"prev": first["next"]}, "prev"),
        ({"next": "x"}, "next"),
    ):
        answered = bench.send("POST", f"{V2}/review_queue", wrong)
        assert answered.status == 400
        assert set(answered.json()["exception_fields"]) == {named}


def test_a_page_of_no_bans_is_empty_too(bench: Desk) -> None:
    bench.done("POST", f"{V2}/ban", {"target_user_id": "ada", "banned_by_id": "mo"})
    path = "/api/v2/chat/query_banned_users"
    for limit, count in ((0, 0), (1, 1)):
        payload = orjson.dumps({"filter_conditions": {"user_id": "ada"}, "limit": limit}).decode()
        answered = bench.server.call(bench.app, "GET", path, query={"payload": payload})
        assert (answered.status, len(answered.json()["bans"])) == (200, count)
