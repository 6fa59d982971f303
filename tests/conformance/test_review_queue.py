"""getstream: the review queue's filters, sorting, cursors and counts."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from getstream import Stream
from getstream.models import (
    CustomCheckFlag,
    EscalatePayload,
    ModerationPayload,
    ModerationPayloadRequest,
    QueryReviewQueueResponse,
    SortParamRequest,
    UserRequest,
)

from .conftest import circumvention
from .helpers import BLOCKED_TEXT, CLEAN_TEXT, MOVED_TEXT, Raw, check, item_of, refused, unique

QUEUE = "/api/v2/moderation/review_queue"
ALL = frozenset(
    [
        "listed",
        "moved",
        "shadowed",
        "pictured",
        "filmed",
        "voiced",
        "customs",
        "reviewed",
        "escalated",
    ]
)
GRAVE = frozenset({"escalated", "listed", "moved", "reviewed", "shadowed"})
"""What engines found."""


@dataclass(frozen=True)
class World:
    """A queue of nine items; `ids` are the items' by the names that the tests use."""

    entity_type: str
    policy: str
    block_list: str
    moderator: str
    started: datetime
    ids: dict[str, str]

    def filter(self, given: dict[str, Any]) -> dict[str, Any]:
        return {"entity_type": self.entity_type, **given}

    def names(self, found: QueryReviewQueueResponse) -> set[str]:
        by_id = {id: name for name, id in self.ids.items()}
        return {by_id[item.id] for item in found.items}


@pytest.fixture(scope="module")
def world(client: Stream, policy: str, block_list: str, moderator: str) -> World:
    started = datetime.now(UTC)
    kind = unique("kind")
    shadowing = unique("shadowing")
    client.moderation.upsert_config(
        key=shadowing, automod_platform_circumvention_config=circumvention("shadow")
    )
    ids: dict[str, str] = {}

    def checked(name: str, text: str, key: str, **options: Any) -> None:
        custom = {"feed": name, "rank": len(ids), "channel_cid": f"messaging:{name}"}
        payload = ModerationPayload(texts=[text], custom=custom)
        answer = check(
            client,
            "",
            key,
            entity_type=kind,
            entity_id=f"{kind}/{name}",
            entity_creator_id=f"author-{name}",
            moderation_payload=payload,
            **options,
        )
        assert answer.item is not None
        ids[name] = answer.item.id

    def reported(name: str, reporter: str, reason: str, payload: ModerationPayload) -> None:
        answer = client.moderation.flag(
            entity_type=kind,
            entity_id=f"{kind}/{name}",
            entity_creator_id=f"author-{name}",
            reason=reason,
            user_id=reporter,
            moderation_payload=payload,
        )
        ids[name] = answer.data.item_id

    checked("listed", BLOCKED_TEXT, policy, config_team="red")
    checked("moved", MOVED_TEXT, policy)
    checked("shadowed", MOVED_TEXT, shadowing)
    reported("pictured", "rita", "spam", ModerationPayload(images=["https://i/1.png"]))
    reported("pictured", "carl", "rude", ModerationPayload())
    reported("filmed", moderator, "rude", ModerationPayload(videos=["https://i/1.mp4"]))
    reported("voiced", "rita", "loud", ModerationPayload(audios=["https://i/1.mp3"]))
    flag = CustomCheckFlag(type="custom_check_image", labels=["nudity"])
    ids["customs"] = client.moderation.custom_check(
        entity_type=kind,
        entity_id=f"{kind}/customs",
        entity_creator_id="author-customs",
        moderation_payload=ModerationPayloadRequest(images=["https://i/2.png"]),
        flags=[flag],
    ).data.id
    checked("reviewed", BLOCKED_TEXT, policy)
    client.moderation.submit_action("mark_reviewed", item_id=ids["reviewed"], user_id=moderator)
    checked("escalated", BLOCKED_TEXT, policy)
    client.moderation.submit_action(
        "escalate",
        item_id=ids["escalated"],
        user_id=moderator,
        escalate=EscalatePayload(reason="legal", priority="high"),
    )
    return World(kind, policy, block_list, moderator, started, ids)


def ask(client: Stream, **options: Any) -> QueryReviewQueueResponse:
    return client.moderation.query_review_queue(**options).data


def iso(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


Make = Callable[[World], dict[str, Any]]
CHECKED = {"listed", "moved", "shadowed", "reviewed", "escalated"}
BY_LIST = {"listed", "reviewed", "escalated"}
FILTERS: dict[str, tuple[Make, set[str] | frozenset[str]]] = {
    # The seed's table.
    "id": (lambda w: {"id": w.ids["moved"]}, {"moved"}),
    "id among": (lambda w: {"id": {"$in": [w.ids["moved"], w.ids["voiced"]]}}, {"moved", "voiced"}),
    "created_at after": (lambda w: {"created_at": {"$gt": iso(w.started)}}, ALL),
    "created_at before": (lambda w: {"created_at": {"$lt": iso(w.started)}}, set()),
    "updated_at from": (lambda w: {"updated_at": {"$gte": iso(w.started)}}, ALL),
    "updated_at until": (lambda w: {"updated_at": {"$lte": iso(w.started)}}, set()),
    "status complete": (lambda _: {"status": "complete"}, ALL),
    "status partial": (lambda _: {"status": "partial"}, set()),
    "status among": (lambda _: {"status": {"$in": ["partial", "complete"]}}, ALL),
    "entity_type": (lambda w: {"entity_type": {"$eq": w.entity_type}}, ALL),
    "entity_type and entity_id": (lambda w: {"entity_id": f"{w.entity_type}/moved"}, {"moved"}),
    "entity_creator_id": (lambda _: {"entity_creator_id": "author-moved"}, {"moved"}),
    "user_report_reason": (lambda _: {"user_report_reason": "rude"}, {"pictured", "filmed"}),
    "user_report_reason among": (
        lambda _: {"user_report_reason": {"$in": ["loud", "spam"]}},
        {"pictured", "voiced"},
    ),
    "reviewed": (lambda _: {"reviewed": True}, {"reviewed"}),
    "not reviewed": (lambda _: {"reviewed": False}, ALL - {"reviewed"}),
    "has_text": (lambda _: {"has_text": True}, CHECKED),
    "has_no_text": (lambda _: {"has_text": False}, ALL - CHECKED),
    "has_image": (lambda _: {"has_image": True}, {"pictured", "customs"}),
    "has_video": (lambda _: {"has_video": True}, {"filmed"}),
    "has_audio": (lambda _: {"has_audio": True}, {"voiced"}),
    "language": (lambda _: {"language": {"$contains": "en"}}, CHECKED),
    "another language": (lambda _: {"language": {"$in": ["de", "fr"]}}, set()),
    "category block_list": (lambda _: {"category": "block_list"}, BY_LIST),
    "category circumvention": (
        lambda _: {"category": "automod_platform_circumvention"},
        {"moved", "shadowed"},
    ),
    "category without engine": (lambda _: {"category": {"$in": ["ai_text", "ai_image"]}}, set()),
    "category of own results": (lambda _: {"category": "custom_check_image"}, {"customs"}),
    "label of an engine": (lambda _: {"label": "platform_circumvention"}, {"moved", "shadowed"}),
    "label of a list": (
        lambda w: {"label": {"$in": [w.block_list, "nudity"]}},
        BY_LIST | {"customs"},
    ),
    "reporter_type user": (lambda _: {"reporter_type": "user"}, {"pictured", "voiced"}),
    "reporter_type moderator": (lambda _: {"reporter_type": "moderator"}, {"filmed"}),
    "reporter_type automod": (lambda _: {"reporter_type": "automod"}, CHECKED),
    "reporter_type api": (lambda _: {"reporter_type": {"$in": ["api_integration"]}}, {"customs"}),
    "reporter_id": (lambda _: {"reporter_id": "rita"}, {"pictured", "voiced"}),
    "reporter_id moderator": (lambda w: {"reporter_id": w.moderator}, {"filmed"}),
    "date_range": (lambda _: {"date_range": "2020-04-20T00:00:00_2035-04-20T00:00:00"}, ALL),
    "date_range past": (
        lambda _: {"date_range": "2020-04-20T00:00:00Z_2021-04-20T00:00:00Z"},
        set(),
    ),
    "recommended remove": (lambda _: {"recommended_action": "remove"}, BY_LIST),
    "recommended shadow": (lambda _: {"recommended_action": "shadow_block"}, {"shadowed"}),
    "recommended flag": (
        lambda _: {"recommended_action": {"$in": ["flag"]}},
        {"moved", "pictured", "filmed", "voiced", "customs"},
    ),
    # The contract's annotations.
    "escalated": (lambda _: {"escalated": True}, {"escalated"}),
    "not escalated": (lambda _: {"escalated": False}, ALL - {"escalated"}),
    "escalated_at": (lambda w: {"escalated_at": {"$gt": iso(w.started)}}, {"escalated"}),
    "escalated_at exists": (lambda _: {"escalated_at": {"$exists": True}}, {"escalated"}),
    "escalated_by": (lambda w: {"escalated_by": w.moderator}, {"escalated"}),
    "escalation_priority": (lambda _: {"escalation_priority": "high"}, {"escalated"}),
    "escalation_reason": (lambda _: {"escalation_reason": "legal"}, {"escalated"}),
    "completed_at exists": (lambda _: {"completed_at": {"$exists": True}}, CHECKED),
    "reviewed_at exists": (lambda _: {"reviewed_at": {"$exists": True}}, {"reviewed"}),
    "reviewed_at": (lambda w: {"reviewed_at": {"$gte": iso(w.started)}}, {"reviewed"}),
    "flags_count": (lambda _: {"flags_count": 2}, {"pictured"}),
    "config_key": (lambda w: {"config_key": w.policy}, CHECKED - {"shadowed"}),
    "latest_moderator_action": (
        lambda _: {"latest_moderator_action": {"$in": ["mark_reviewed", "escalate"]}},
        {"reviewed", "escalated"},
    ),
    "flagged_user_id": (lambda _: {"flagged_user_id": "author-filmed"}, {"filmed"}),
    "teams contain": (lambda _: {"teams": {"$contains": "red"}}, {"listed"}),
    "teams contain no part": (lambda _: {"teams": {"$contains": "re"}}, set()),
    "teams": (lambda _: {"teams": "red"}, {"listed"}),
    "appeal": (lambda _: {"appeal": False}, ALL),
    "appealed": (lambda _: {"appeal": True}, set()),
    "appeal_id": (lambda _: {"appeal_id": "a"}, set()),
    "appeal_status": (lambda _: {"appeal_status": "submitted"}, set()),
    "channel_cid": (lambda _: {"channel_cid": "messaging:moved"}, {"moved"}),
    "custom equals": (lambda _: {"custom": {"feed": "moved"}}, {"moved"}),
    "custom contains": (lambda _: {"custom": {"$contains": {"feed": "moved"}}}, {"moved"}),
    "custom exists": (lambda _: {"custom": {"$exists": True}}, CHECKED),
    "custom key": (lambda _: {"custom.feed": {"$autocomplete": "mov"}}, {"moved"}),
    "unknown keys are custom": (lambda _: {"feed": {"$q": "OVE"}}, {"moved"}),
    "custom number": (lambda _: {"rank": {"$lt": 2}}, {"listed", "moved"}),
    "severity": (lambda _: {"severity": {"$gte": 1}}, GRAVE),
    "no severity": (lambda _: {"severity": 0}, ALL - GRAVE),
    "ai_text_severity": (lambda _: {"ai_text_severity": "high"}, set()),
    # Operators.
    "and": (lambda _: {"$and": [{"has_image": True}, {"reporter_id": "rita"}]}, {"pictured"}),
    "or": (lambda _: {"$or": [{"has_audio": True}, {"has_video": True}]}, {"voiced", "filmed"}),
    "nor": (lambda _: {"$nor": [{"has_text": True}, {"has_image": True}]}, {"voiced", "filmed"}),
    "several": (
        lambda _: {"has_text": True, "reviewed": False, "category": "block_list"},
        {"listed", "escalated"},
    ),
    "nothing more": (lambda _: {}, ALL),
}


UNKNOWN_HERE: dict[str, Any] = {
    "queue_type": "operational_queue",
    "type": "x",
}
"""What Stream's queue can be filtered by, and no item of Gavel's has."""


@pytest.mark.parametrize("name", FILTERS)
def test_the_queue_is_filtered(client: Stream, world: World, name: str) -> None:
    make, expected = FILTERS[name]
    found = ask(client, filter=world.filter(make(world)), limit=100)
    assert world.names(found) == expected
    assert len(found.items) == len(expected)
    assert found.next is None


def test_an_item_is_found_by_its_id_or_creator_alone(client: Stream, world: World) -> None:
    assert world.names(ask(client, filter={"id": world.ids["moved"]})) == {"moved"}
    assert ask(client, filter={"id": unique("item")}).items == []
    creator = unique("author")
    id = client.moderation.flag(
        entity_type="post", entity_id=unique(), entity_creator_id=creator, user_id="ada"
    ).data.item_id
    (found,) = ask(client, filter={"entity_creator_id": creator}).items
    assert found.id == id


@pytest.mark.parametrize(
    ("filter", "field"),
    [
        ({"reviewed": "yes"}, "reviewed"),
        ({"created_at": {"$gt": "yesterday"}}, "created_at"),
        ({"flags_count": {"$gt": "x"}}, "flags_count"),
        *(({name: value}, name) for name, value in UNKNOWN_HERE.items()),
        ({"entity_id": {"$near": 1}}, "entity_id"),
        ({"entity_id": {"$in": "x"}}, "entity_id"),
        ({"$or": {"a": 1}}, "$or"),
        ({"$xor": []}, "$xor"),
        ({"date_range": "2020"}, "date_range"),
        ({"reviewed_at": {"$exists": 1}}, "reviewed_at"),
    ],
)
def test_a_filter_that_makes_no_sense_is_refused(
    client: Stream, filter: dict[str, Any], field: str
) -> None:
    with refused(400, 4, f"filter.{field}"):
        ask(client, filter=filter)


@pytest.mark.parametrize("direction", [1, -1])
@pytest.mark.parametrize("field", ["created_at", "updated_at", "id"])
def test_the_queue_is_sorted(client: Stream, world: World, field: str, direction: int) -> None:
    sort = [SortParamRequest(field=field, direction=direction)]
    items = ask(client, filter=world.filter({}), sort=sort).items
    values = [getattr(item, field) for item in items]
    assert len(values) == len(ALL)
    assert values == sorted(values, reverse=direction == -1)


def test_the_newest_come_first_unless_asked_otherwise(client: Stream, world: World) -> None:
    without: tuple[list[SortParamRequest] | None, ...] = (None, [])
    for sort in without:
        items = ask(client, filter=world.filter({}), sort=sort).items
        assert items[0].id == world.ids["escalated"]
    ascending = ask(client, filter=world.filter({}), sort=[SortParamRequest(field="created_at")])
    assert ascending.items[0].id == world.ids["listed"]


@pytest.mark.parametrize(
    "sort",
    [
        [{"field": "field", "direction": "created_at"}, {"field": "direction", "direction": 1}],
        [{"created_at": 1}],
        {"created_at": 1},
        [{"field": "created_at"}],
        [{"field": "created_at", "direction": None, "type": None}],
    ],
)
def test_the_sorts_that_stream_chat_js_sends_are_understood(
    raw: Raw, world: World, sort: Any
) -> None:
    body = {"filter": world.filter({}), "sort": sort, "limit": 25, "next": None}
    items = raw.post(QUEUE, body)["items"]
    assert [item["id"] for item in items] == [world.ids[name] for name in world.ids]


@pytest.mark.parametrize(("field", "direction"), [("mood", 1), ("created_at", 2)])
def test_another_sort_is_refused(client: Stream, field: str, direction: int) -> None:
    with refused(400, 4, "sort"):
        ask(client, sort=[SortParamRequest(field=field, direction=direction)])


def _pages(client: Stream, **options: Any) -> Iterator[QueryReviewQueueResponse]:
    page = ask(client, **options)
    yield page
    while page.next:
        page = ask(client, **options, next=page.next)
        yield page


@pytest.mark.parametrize("direction", [1, -1])
def test_pages_hold_each_item_once(client: Stream, world: World, direction: int) -> None:
    sort = [SortParamRequest(field="created_at", direction=direction)]
    pages = list(_pages(client, filter=world.filter({}), sort=sort, limit=2))
    assert all(len(page.items) <= 2 for page in pages)
    ids = [item.id for page in pages for item in page.items]
    assert ids == list(world.ids.values())[::direction]
    assert pages[-1].next is None


def test_pages_of_a_filter_that_hits_rarely(client: Stream, world: World) -> None:
    filter = world.filter({"reporter_id": "rita"})
    found = [item.id for page in _pages(client, filter=filter, limit=1) for item in page.items]
    assert sorted(found) == sorted(world.ids[name] for name in ("pictured", "voiced"))


def test_what_is_no_cursor_is_refused(client: Stream) -> None:
    theirs = base64.b64encode(
        json.dumps(
            [{"name": "created_at", "value": iso(datetime.now(UTC)), "direction": -1}]
        ).encode()
    ).decode()
    for cursor in ("CURSOR", theirs, "W10="):
        with refused(400, 4, "next"):
            ask(client, next=cursor)
    with refused(400, 4, "prev"):
        ask(client, prev="CURSOR")


@pytest.mark.parametrize("limit", [-1, 101])
def test_a_page_has_at_most_a_hundred_items(client: Stream, limit: int) -> None:
    with refused(400, 4, "limit"):
        ask(client, limit=limit)


def test_absent_and_null_mean_the_same(raw: Raw) -> None:
    for body in ({}, {"filter": None, "sort": None, "limit": None, "next": None, "prev": None}):
        answer = raw.post(QUEUE, body)
        assert isinstance(answer["items"], list)
        assert "prev" not in answer


def test_what_waits_is_counted_by_kind(other_app: Stream) -> None:
    assert ask(other_app).stats == {"texts": 0, "users": 0, "media": 0}

    def report(entity_type: str, payload: ModerationPayload) -> str:
        answer = other_app.moderation.flag(
            entity_type=entity_type,
            entity_id=unique(),
            user_id="rita",
            moderation_payload=payload,
        )
        return str(answer.data.item_id)

    first = report("post", ModerationPayload(texts=["a"]))
    report("post", ModerationPayload(texts=["a"], images=["https://i/1.png"]))
    report("post", ModerationPayload(videos=["https://i/1.mp4"]))
    report("stream:user", ModerationPayload())
    stats = ask(other_app, stats_only=True)
    assert stats.stats == {"texts": 1, "users": 1, "media": 2}
    assert stats.items == []
    assert len(ask(other_app).items) == 4
    other_app.moderation.submit_action("mark_reviewed", item_id=first, user_id="mo")
    assert ask(other_app).stats == {"texts": 0, "users": 1, "media": 2}


def test_the_buttons_and_drop_downs_come_along(client: Stream, world: World) -> None:
    answer = ask(client, limit=1)
    assert answer.action_config == {}
    assert answer.default_action_config is not None
    buttons = answer.default_action_config["stream:chat:v1:message"]
    assert "delete_message" in [button.action for button in buttons]
    assert [button.order for button in buttons] == sorted(button.order for button in buttons)
    assert answer.filter_config is not None
    assert answer.filter_config.llm_labels == []
    assert world.policy in (answer.filter_config.config_keys or [])
    assert ask(client, limit=1, exclude_default_action_config=True).default_action_config is None


def test_one_item(client: Stream, world: World) -> None:
    item = item_of(client, world.ids["pictured"])
    assert item.entity_id == f"{world.entity_type}/pictured"
    assert {flag.user_id for flag in item.flags} == {"rita", "carl"}
    assert item.entity_creator is not None
    with refused(404, 16, "id"):
        client.moderation.get_review_queue_item("id/with:special chars")


def test_an_item_that_changes_after_review_waits_again(client: Stream, policy: str) -> None:
    entity = unique("post")
    item = check(client, BLOCKED_TEXT, policy, entity_id=entity).item
    assert item is not None
    client.moderation.submit_action("mark_reviewed", item_id=item.id, user_id="mo")
    check(client, f"{BLOCKED_TEXT} again", policy, entity_id=entity)
    assert len(ask(client, filter={"id": item.id, "reviewed": False}).items) == 1


def test_items_without_anything_to_see_are_not_in_the_queue(client: Stream, world: World) -> None:
    kind = unique("kind")
    check(client, CLEAN_TEXT, world.policy, entity_type=kind)
    assert ask(client, filter={"entity_type": kind}).items == []


def test_the_queue_is_the_moderators(
    client: Stream, as_user: Callable[[str], Stream], moderator: str, world: World
) -> None:
    user = unique("user")
    client.upsert_users(UserRequest(id=user, name="U"))
    with refused(403, 17):
        ask(as_user(user))
    own = as_user(moderator)
    assert ask(own, filter=world.filter({}), limit=100).items != []
    with refused(403, 17):
        own.moderation.get_review_queue_item(world.ids["moved"])


def test_apps_do_not_see_each_others_items(other_app: Stream, world: World) -> None:
    assert ask(other_app, filter=world.filter({})).items == []
    assert ask(other_app, filter={"id": world.ids["moved"]}).items == []
    with refused(404, 16):
        other_app.moderation.get_review_queue_item(world.ids["moved"])
    with refused(404, 16):
        other_app.moderation.submit_action("ban", item_id=world.ids["moved"], user_id="mo")


def test_items_created_meanwhile_do_not_disturb_the_pages(client: Stream) -> None:
    kind = unique("kind")

    def report() -> str:
        answer = client.moderation.flag(entity_type=kind, entity_id=unique(), user_id="rita")
        return str(answer.data.item_id)

    ids = [report() for _ in range(5)]
    seen: list[str] = []
    for page in _pages(client, filter={"entity_type": kind}, limit=2):
        seen += [item.id for item in page.items]
        report()
    assert seen == ids[::-1]


def test_times_are_filtered_to_the_microsecond(client: Stream, raw: Raw, world: World) -> None:
    id = world.ids["moved"]
    created = raw.get(f"{QUEUE}/{id}")["item"]["created_at"]
    moment = datetime.fromtimestamp(0, UTC) + timedelta(microseconds=created // 1_000)
    for wanted, count in (
        (created, 1),
        ({"$gte": moment.isoformat()}, 1),
        ({"$gt": (moment + timedelta(microseconds=1)).isoformat()}, 0),
        ({"$in": [created, 1]}, 1),
    ):
        found = ask(client, filter={"id": id, "created_at": wanted}).items
        assert len(found) == count, wanted
