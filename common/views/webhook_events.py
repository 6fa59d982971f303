"""The events that webhooks get (contract 13.3 and 13.4), each as it is sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NotRequired

import orjson
from typing_extensions import TypedDict

from common.domain.analysis import Analysis, ImageVerdicts, TextVerdicts, Verdicts
from common.domain.flag import Flag
from common.domain.item import Item
from common.domain.log import LogEntry
from common.domain.review_item import ReviewItem
from common.domain.webhook import EventType
from common.views.matched_contents import MatchedContent, matched_contents
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


class FlaggedEvent(Event):
    content_type: str
    object_id: str


class MarkReviewedEvent(Event):
    item: ItemAnswer


class AnalysisEvent(Event):
    """The entity's fields are there where the texts are an entity's content."""

    received_at: int
    config_key: NotRequired[str]
    entity_type: NotRequired[str]
    entity_id: NotRequired[str]
    entity_creator_id: NotRequired[str]
    review_queue_item_id: NotRequired[str]


class AnalyzedTextsEvent(AnalysisEvent):
    texts: TextVerdicts


class AnalyzedImagesEvent(AnalysisEvent):
    images: ImageVerdicts


class FailedAnalysisEvent(AnalysisEvent):
    content_ids: dict[str, str]


class EventRule(TypedDict):
    """`description` is the rule's own, or says in words what held."""

    id: str
    version: int
    name: str
    type: str
    description: str


class RuleEvent(Event):
    """`violation_number` is there for rules of Stream's builder: which one of the user it is."""

    entity_type: str
    entity_id: str
    user_id: str
    rule: EventRule
    triggered_actions: list[str]
    review_queue_item_id: str
    matched_contents: list[MatchedContent]
    violation_number: NotRequired[int]


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


def only_flagged(item: Item, now: int) -> FlaggedEvent:
    return {
        **_event(EventType.FLAGGED, now),
        "content_type": item["entity_type"],
        "object_id": item["entity_id"],
    }


def mark_reviewed(review_item: ReviewItem, now: int) -> MarkReviewedEvent:
    event: MarkReviewedEvent = {
        **_event(EventType.MARK_REVIEWED, now),
        "item": item_answer(review_item, now),
    }
    if not _fits(event):
        _drop_content(event["item"])
    return event


def rule_triggered(item: Item, match: Match, now: int) -> RuleEvent:
    built = match.built
    event: RuleEvent = {
        "type": EventType.RULE_TRIGGERED.value,
        "created_at": now,
        "custom": {},
        "entity_type": item["entity_type"],
        "entity_id": item["entity_id"],
        "user_id": item["creator_id"],
        "rule": {
            "id": match.rule_id,
            "version": match.version,
            "name": match.name,
            "type": match.kind,
            "description": (built and built.description)
            or "; ".join(held.text for held in match.held),
        },
        "triggered_actions": match.does,
        "review_queue_item_id": item["id"],
        "matched_contents": matched_contents(item),
    }
    if match.violation:
        event["violation_number"] = match.violation
    if not _fits(event):
        event["matched_contents"] = []
    return event


def analyzed(
    analysis: Analysis, verdicts: Verdicts, item_id: str, now: int
) -> Iterator[AnalysisEvent]:
    """One event of the texts and one of the images, where there are any."""
    if verdicts["texts"]:
        about = _analysis_event(EventType.TEXT_ANALYZED, analysis, now, item_id)
        texts: AnalyzedTextsEvent = {**about, "texts": verdicts["texts"]}
        yield texts
    if "images" in verdicts:
        about = _analysis_event(EventType.IMAGE_ANALYZED, analysis, now, item_id)
        images: AnalyzedImagesEvent = {**about, "images": verdicts["images"]}
        yield images


def analysis_failed(analysis: Analysis, now: int) -> FailedAnalysisEvent:
    about = _analysis_event(EventType.ANALYSIS_FAILED, analysis, now)
    return {**about, "content_ids": analysis["content_ids"]}


def _analysis_event(
    type: EventType, analysis: Analysis, now: int, item_id: str = ""
) -> AnalysisEvent:
    event: AnalysisEvent = {
        "type": type.value,
        "created_at": now,
        "custom": analysis["custom"],
        "received_at": analysis["received_at"],
    }
    if analysis["config_key"]:
        event["config_key"] = analysis["config_key"]
    if analysis["entity_id"]:
        event["entity_type"] = analysis["entity_type"]
        event["entity_id"] = analysis["entity_id"]
        event["entity_creator_id"] = analysis["creator_id"]
    if item_id:
        event["review_queue_item_id"] = item_id
    if len(orjson.dumps(event)) > MOST_BYTES:
        event["custom"] = {}
    return event


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


def _fits(event: Event) -> bool:
    return len(orjson.dumps(event)) <= MOST_BYTES


def _drop_content(item: ItemAnswer) -> None:
    item["moderation_payload"] = {}
    for flag in item["flags"]:
        flag.update({"moderation_payload": {}, "result": []})
