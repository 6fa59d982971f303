"""What Stream's guides have a team build: a dashboard of their own, a product that acts on what it
is told, and results of their own models.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from getstream import Stream, models

from tests.receiver import Receiver
from tests.running import Running

from .apps import Apps
from .conftest import stream
from .helpers import BLOCKED, CLEAN_TEXT, eventually, unique

KIND = "some_entity_type"
POLICY = "config_key"


@pytest.fixture(scope="module")
def client(server: Running, apps: Apps) -> Iterator[Stream]:
    """Of an app with the guide's policy."""
    app = apps.create()
    with stream(server, api_key=app["key"], api_secret=app["secret"]) as client:
        client.create_block_list(name="words", words=[BLOCKED])
        rules = [models.BlockListRule(name="words", action="remove")]
        client.moderation.upsert_config(
            key=POLICY, block_list_config=models.BlockListConfig(rules=rules)
        )
        yield client


def posted(client: Stream, text: str, author: str = "", kind: str = KIND) -> models.CheckResponse:
    return client.moderation.check(
        entity_type=kind,
        entity_id=unique("entity"),
        entity_creator_id=author or unique("author"),
        moderation_payload=models.ModerationPayload(texts=[text]),
        config_key=POLICY,
        options={"force_sync": True},
    ).data


def test_a_dashboard_of_their_own(client: Stream) -> None:
    """Pages through what waits, opens an item, decides, and finds it among the reviewed."""
    kind = unique("kind")
    made = [posted(client, f"{BLOCKED} {number}", kind=kind) for number in range(3)]
    ids = [answer.item.id for answer in made if answer.item]
    query, next = client.moderation.query_review_queue, None
    shown: list[str] = []
    while True:
        page = query(
            filter={"entity_type": kind},
            sort=[models.SortParamRequest(field="created_at", direction=-1)],
            limit=2,
            next=next,
        ).data
        shown += [item.id for item in page.items]
        if (next := page.next) is None:
            break
    assert shown == ids[::-1]
    item = client.moderation.get_review_queue_item(ids[0]).data.item
    assert item.flags[0].type == "block_list" and item.recommended_action == "remove"
    client.moderation.submit_action("mark_reviewed", item_id=ids[0], user_id="mo")
    for reviewed, left in ((True, ids[:1]), (False, ids[:0:-1])):
        found = query(
            filter={"entity_type": kind, "reviewed": reviewed},
            sort=[models.SortParamRequest(field="created_at", direction=-1)],
        ).data.items
        assert [each.id for each in found] == left


def test_a_product_that_acts_on_what_it_is_told(client: Stream, receiver: Receiver) -> None:
    """It keeps what may be kept, hides the rest, and follows the moderators by webhook."""
    path = f"/{unique('product')}"
    client.update_app(event_hooks=[_hook(receiver, path)])
    assert posted(client, CLEAN_TEXT).recommended_action == "keep"
    author = unique("author")
    answer = posted(client, BLOCKED, author)
    assert answer.recommended_action == "remove" and answer.item
    item, act = answer.item.id, client.moderation.submit_action
    client.moderation.flag(
        entity_type=KIND, entity_id=answer.item.entity_id, user_id="eve", reason="spam"
    )
    act("ban", item_id=item, user_id="mo", ban=models.BanActionRequestPayload(timeout=60))
    assert _author(client, item).banned
    act("unban", item_id=item, user_id="mo")
    act("restore", item_id=item, user_id="mo")
    assert not _author(client, item).banned
    told = _told(receiver, path, 5)
    assert [each["type"].rpartition(".")[2] for each in told] == ["new", *4 * ["updated"]]
    # A report may be told before what the engines found, which is recorded in the background.
    assert {each["flags"][0]["type"] for each in told[:2]} == {"block_list", "user_report"}
    assert [each["action"]["type"] for each in told[2:]] == ["ban", "unban", "restore"]
    assert {each["review_queue_item"]["id"] for each in told} == {item}
    client.update_app(event_hooks=[])


def test_results_of_their_own_models(client: Stream) -> None:
    flags = [
        models.CustomCheckFlag(type="custom_check_text", labels=["spam"], reason="a model's"),
        models.CustomCheckFlag(type="custom_check_image", labels=["gore"], custom={"score": 0.9}),
    ]
    author = unique("author")
    said = client.moderation.custom_check(
        entity_type=KIND,
        entity_id=unique("entity"),
        entity_creator_id=author,
        moderation_payload=models.ModerationPayloadRequest(texts=[CLEAN_TEXT]),
        flags=flags,
    ).data
    filter = {"entity_creator_id": author, "label": "gore"}
    (item,) = client.moderation.query_review_queue(filter=filter).data.items
    assert item.id == said.id
    assert {flag.type for flag in item.flags} == {"custom_check_text", "custom_check_image"}
    client.moderation.submit_action("block", item_id=item.id, user_id="mo")
    after = client.moderation.get_review_queue_item(item.id).data.item
    assert after.reviewed_by == "mo" and after.latest_moderator_action == "block"


def _hook(receiver: Receiver, path: str) -> models.EventHook:
    types = ["review_queue_item.new", "review_queue_item.updated"]
    url = receiver.url(path)
    return models.EventHook(
        hook_type="webhook", enabled=True, webhook_url=url, event_types=types, product="moderation"
    )


def _told(receiver: Receiver, path: str, count: int) -> list[Any]:
    def requests() -> list[Any]:
        return [each for each in receiver.requests if each.path == path]

    eventually(lambda: len(requests()) >= count)
    return [json.loads(each.body) for each in requests()]


def _author(client: Stream, item: str) -> Any:
    return client.moderation.get_review_queue_item(item).data.item.entity_creator
