"""The events that webhooks get (contract 13.3 and 13.4), each as it is sent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NotRequired

import orjson
from typing_extensions import TypedDict

from common.domain.flag import Flag
from common.domain.item import Item
from common.domain.log import LogEntry
from common.domain.review_item import ReviewItem
from common.domain.webhook import EventType
from common.views.stream_flags import FlagAnswer, engine_flags, flag_answer
from common.views.stream_items import ActionAnswer, ItemAnswer, action_answer, item_answer

if TYPE_CHECKING:
    from common.rules.evaluator import Match

MOST_BYTES = 100_000
"""Of an event with content. A larger one goes without: several share a document of the store."""


class Event(TypedDict):
    type: str
    created_at: int
    custom: dict[str, Any]


class EventFlag(FlagAnswer):
    """Stream's guide and its schema name the item differently, so it stands under both names."""

    review_queue_id: str


class ItemEvent(Event):
    """`action` is what a moderator did, `flags` are those that are new."""

    flags: list[EventFlag]
    action: NotRequired[ActionAnswer]
    review_queue_item: ItemAnswer


class CustomActionEvent(Event):
    action_id: str
    action_options: dict[str, Any]
    review_queue_item: ItemAnswer


class CompletedEvent(Event):
    entity_type: str
    entity_id: str
    recommended_action: str
    review_queue_item_id: str


class EventRule(TypedDict):
    """`description` says in words what held."""

    id: str
    name: str
    type: str
    description: str


class RuleEvent(Event):
    entity_type: str
    entity_id: str
    user_id: str
    rule: EventRule
    triggered_actions: list[str]
    review_queue_item_id: str


def flagged(
    review_item: ReviewItem,
    engines: Iterable[str],
    flags: Sequence[Flag],
    now: int,
    *,
    is_new: bool,
) -> ItemEvent:
    """`flags` are those that people and rules raised now, `engines` those whose labels are new."""
    item, new = review_item.item, set(engines)
    raised = [flag for flag in engine_flags(item) if flag["type"] in new]
    raised += [flag_answer(flag, item) for flag in flags]
    type = EventType.ITEM_NEW if is_new else EventType.ITEM_UPDATED
    return _fitting(_item_event(type, raised, review_item, now))


def acted(review_item: ReviewItem, entry: LogEntry, now: int) -> ItemEvent:
    """`entry` is the moderation log's about what the moderator did."""
    event = _item_event(EventType.ITEM_UPDATED, [], review_item, now)
    event["action"] = action_answer(entry)
    return _fitting(event)


def custom_action(
    review_item: ReviewItem, id: str, options: Mapping[str, Any] | None, now: int
) -> CustomActionEvent:
    event: CustomActionEvent = {
        **_event(EventType.CUSTOM_ACTION, now),
        "action_id": id,
        "action_options": dict(options or {}),
        "review_queue_item": item_answer(review_item, now),
    }
    if not _fits(event):
        _drop_content(event["review_queue_item"])
    return event


def completed(item: Item, now: int) -> CompletedEvent:
    return {
        **_event(EventType.CHECK_COMPLETED, now),
        "entity_type": item["entity_type"],
        "entity_id": item["entity_id"],
        "recommended_action": item["recommended_action"],
        "review_queue_item_id": item["id"],
    }


def rule_triggered(item: Item, match: Match, now: int) -> RuleEvent:
    return {
        **_event(EventType.RULE_TRIGGERED, now),
        "entity_type": item["entity_type"],
        "entity_id": item["entity_id"],
        "user_id": item["creator_id"],
        "rule": {
            "id": match.rule_id,
            "name": match.name,
            "type": match.scope,
            "description": "; ".join(held.text for held in match.held),
        },
        "triggered_actions": list(match.actions),
        "review_queue_item_id": item["id"],
    }


def _event(type: EventType, now: int) -> Event:
    return {"type": type.value, "created_at": now, "custom": {}}


def _item_event(
    type: EventType, flags: Sequence[FlagAnswer], review_item: ReviewItem, now: int
) -> ItemEvent:
    return {
        "type": type.value,
        "created_at": now,
        "custom": {},
        "flags": [{**flag, "review_queue_id": flag["review_queue_item_id"]} for flag in flags],
        "review_queue_item": item_answer(review_item, now),
    }


def _fitting(event: ItemEvent) -> ItemEvent:
    if not _fits(event):
        for flag in event["flags"]:
            flag.update({"moderation_payload": {}, "result": []})
        _drop_content(event["review_queue_item"])
    return event


def _fits(event: ItemEvent | CustomActionEvent) -> bool:
    return len(orjson.dumps(event)) <= MOST_BYTES


def _drop_content(item: ItemAnswer) -> None:
    item["moderation_payload"] = {}
    for flag in item["flags"]:
        flag.update({"moderation_payload": {}, "result": []})
