"""Everything that is submitted is listed where the app says so, and what is alike is found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from typing import Any

import pytest

from tests.functional.desk import BAD, V2, Desk
from tests.functional.inprocess import Server, in_process
from tests.functional.staff import own_app, signed_in

_CONTENT = "/api/v1/content"
_numbers = count()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with in_process(tmp_path_factory.mktemp("content") / "data", GAVEL_CONFIG_TTL="0") as server:
        yield server


@pytest.fixture
def desk(server: Server) -> Desk:
    made = Desk(server, own_app(server, f"app-{next(_numbers)}"))
    made.done("POST", "/api/v2/blocklists", {"name": "words", "words": [BAD]})
    rules = [{"name": "words", "action": "remove"}]
    made.policy("default", block_list_config={"rules": rules})
    return made


def _list(desk: Desk, *, on: bool = True) -> None:
    desk.done("PUT", "/api/v1/settings", {"list_content": on})


def _asked(desk: Desk, path: str, **query: Any) -> Any:
    answer = desk.server.call(desk.app, "GET", path, query=query)
    assert answer.status == 200, answer.text
    return answer.json()


def _page(desk: Desk, **query: Any) -> Any:
    return _asked(desk, _CONTENT, **query)


def _found(desk: Desk, **asked: Any) -> list[str]:
    """All of it, page by page."""
    found: list[str] = []
    cursor: dict[str, str] = {}
    while True:
        page = _page(desk, **{"limit": 3, **asked}, **cursor)
        found += [item["entity_id"] for item in page["items"]]
        if page["next"] is None:
            return found
        cursor = {"cursor": page["next"]}


def test_all_content_is_listed_newest_first_once_the_app_says_so(desk: Desk) -> None:
    desk.check("hello", entity_id="before")
    page = _page(desk)
    assert (page["items"], page["next"], page["listed_since"]) == ([], None, None)
    _list(desk)
    ids = [f"post-{number}" for number in range(10)]
    for number, id in enumerate(ids):
        text = BAD if number % 4 == 0 else f"hello {number}"
        desk.check(text, entity_id=id, entity_creator_id=f"author-{number % 3}")
    assert _found(desk) == ids[::-1]
    assert _found(desk, recommended_action="remove") == ["post-8", "post-4", "post-0"]
    assert _found(desk, user_id="author-1") == ["post-7", "post-4", "post-1"]
    assert _found(desk, user_id="author-1", recommended_action="remove") == ["post-4"]
    assert _found(desk, category="block_list") == ["post-8", "post-4", "post-0"]
    assert _found(desk, config_key="another") == [] == _found(desk, user_id="author-9")
    at = {item["entity_id"]: item["created_at"] for item in _page(desk, limit=50)["items"]}
    assert _found(desk, since=at["post-3"], until=at["post-6"]) == ["post-5", "post-4", "post-3"]
    since = datetime.fromisoformat(_page(desk)["listed_since"])
    assert since.tzinfo and since < datetime.now(UTC)


def test_what_was_there_before_is_listed_from_its_next_change_on(desk: Desk) -> None:
    before = datetime.now(UTC)
    desk.check("hello", entity_id="old")
    desk.check("hello too", entity_id="untouched")
    _list(desk)
    desk.check("hello", entity_id="new")
    assert _found(desk) == ["new"]
    flag = {"entity_type": "post", "entity_id": "old", "user_id": "reporter"}
    desk.done("POST", f"{V2}/flag", flag)
    assert _found(desk) == ["new", "old"]
    old = _page(desk)["items"][1]["created_at"]
    assert (
        before < datetime.fromisoformat(old) < datetime.fromisoformat(_page(desk)["listed_since"])
    )
    _list(desk, on=False)
    desk.check("hello", entity_id="after")
    assert _found(desk) == ["new", "old"]
    assert _page(desk)["listed_since"] is None


def test_a_member_who_is_held_to_queues_finds_what_is_in_them(server: Server, desk: Desk) -> None:
    _list(desk)
    desk.check(BAD, entity_id="theirs")
    desk.check(BAD, entity_id="another", entity_type="comment")
    body = {"name": "Posts", "type": "operational_queue", "filters": {"entity_type": "post"}}
    queue = desk.done("POST", f"{V2}/queues", {**body, "user_id": "boss"})["queue"]["id"]
    mia = signed_in(server, desk.app, "Mia", queues=[queue])
    answer = mia.call("GET", _CONTENT)
    assert [each["entity_id"] for each in answer.json()["items"]] == ["theirs"]


def test_what_waits_with_the_same_content_is_found_and_decided_as_one_batch(desk: Desk) -> None:
    items = [desk.flagged(moderation_payload={"texts": [f"buy {BAD}"]}) for _ in range(4)]
    other = desk.flagged(moderation_payload={"texts": [f"sell {BAD}"]})
    same = {"moderation_payload_hash": items[0]["moderation_payload_hash"], "reviewed": False}
    assert desk.queue(filter=same, stats_only=True)["stats"]["texts"] == 4
    found = desk.queue(filter=same)["items"]
    assert {each["id"] for each in found} == {each["id"] for each in items}
    for each in found:
        desk.act("block", each["id"], batch_id="b-1", if_version=each["version"])
    assert desk.queue(filter=same, stats_only=True)["stats"]["texts"] == 0
    assert desk.shown(other["id"])["reviewed_at"] is None
    entries = _asked(desk, "/api/v1/log", batch_id="b-1")["entries"]
    assert {each["item_id"] for each in entries} == {each["id"] for each in items}
