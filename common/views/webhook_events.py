"""The events that webhooks get (contract 13.3 and 13.4), each as it is sent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import orjson

from common.domain.webhook import EventType
from common.views.stream_items import action_response, engine_flags, flag_response, item_response

if TYPE_CHECKING:
    from common.domain.review_item import ReviewItem
    from common.rules.evaluator import Match
    from common.store.store import Data

Event = dict[str, Any]

MOST_BYTES = 100_000
"""Of an event with content. A larger one goes without: several share a document of the store."""


def flagged(
    review_item: ReviewItem,
    engines: Iterable[str],
    flags: Sequence[Data],
    now: int,
    *,
    is_new: bool,
) -> Event:
    """`flags` are those that people and rules raised now, `engines` those whose labels are new."""
    item = review_item.item
    raised = [flag for flag in engine_flags(item) if flag["type"] in set(engines)]
    raised += [flag_response(flag, item) for flag in flags]
    return _event(
        EventType.ITEM_NEW if is_new else EventType.ITEM_UPDATED,
        now,
        flags=[_webhook_flag(flag) for flag in raised],
        review_queue_item=item_response(review_item, now),
    )


def acted(review_item: ReviewItem, entry: Data, now: int) -> Event:
    """`entry` is the moderation log's about what the moderator did."""
    return _event(
        EventType.ITEM_UPDATED,
        now,
        flags=[],
        action=action_response(entry),
        review_queue_item=item_response(review_item, now),
    )


def custom_action(
    review_item: ReviewItem, id: str, options: Mapping[str, Any] | None, now: int
) -> Event:
    return _event(
        EventType.CUSTOM_ACTION,
        now,
        action_id=id,
        action_options=dict(options or {}),
        review_queue_item=item_response(review_item, now),
    )


def completed(item: Data, now: int) -> Event:
    return _event(
        EventType.CHECK_COMPLETED,
        now,
        entity_type=item["entity_type"],
        entity_id=item["entity_id"],
        recommended_action=item["recommended_action"],
        review_queue_item_id=item["id"],
    )


def rule_triggered(item: Data, match: Match, now: int) -> Event:
    rule = {
        "id": match.rule_id,
        "name": match.name,
        "type": match.scope,
        "description": "; ".join(held.text for held in match.held),
    }
    return _event(
        EventType.RULE_TRIGGERED,
        now,
        entity_type=item["entity_type"],
        entity_id=item["entity_id"],
        user_id=item["creator_id"],
        rule=rule,
        triggered_actions=list(match.actions),
        review_queue_item_id=item["id"],
    )


def _event(type: EventType, now: int, **fields: Any) -> Event:
    event = {"type": type.value, "created_at": now, "custom": {}, **fields}
    return _fitting(event) if type.has_content else event


def _webhook_flag(flag: Event) -> Event:
    """Stream's guide and its schema name the item differently."""
    return {**flag, "review_queue_id": flag["review_queue_item_id"]}


def _fitting(event: Event) -> Event:
    if len(orjson.dumps(event)) <= MOST_BYTES:
        return event
    item = event["review_queue_item"]
    short = {**item, "moderation_payload": {}, "flags": _without_content(item["flags"])}
    shown = {**event, "review_queue_item": short}
    return shown | ({"flags": _without_content(event["flags"])} if "flags" in event else {})


def _without_content(flags: list[Event]) -> list[Event]:
    return [{**flag, "moderation_payload": {}, "result": []} for flag in flags]
