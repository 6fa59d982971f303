"""Test documents: valid as they are, with what a test cares about given by name."""

from __future__ import annotations

from typing import Any, cast

from common.delivery.outbox import Order, new_delivery
from common.domain.action import Action
from common.domain.block_list import BlockList, block_list_id
from common.domain.delivery import Delivery
from common.domain.endpoint import Endpoint, new_endpoint
from common.domain.flag import USER_REPORT, Flag, new_flag
from common.domain.item import Item, new_item
from common.domain.labels import LabelDocument
from common.domain.log import LogEntry
from common.domain.policy import Policy, policy_id
from common.domain.provider import Provider
from common.domain.redelivery import Redelivery
from common.domain.statement import Statement
from common.domain.user import User
from common.domain.webhook import Webhook

APP, NOW = "app", 1_767_225_600_123_456_000


def item(
    app: str = APP,
    entity_type: str = "post",
    entity_id: str = "p1",
    creator_id: str = "ada",
    now: int = NOW,
    **fields: Any,
) -> Item:
    return cast(Item, {**new_item(app, entity_type, entity_id, creator_id, now), **fields})


def label(**fields: Any) -> LabelDocument:
    """A block list's that asks for removal."""
    made: LabelDocument = {
        "engine": "block_list",
        "name": "words",
        "modality": "text",
        "score": 1.0,
        "severity": None,
        "action": "remove",
        "spans": [[0, 0, 5, "words"]],
    }
    return cast(LabelDocument, {**made, **fields})


def flag(type: str = USER_REPORT, /, now: int = NOW, **fields: Any) -> Flag:
    """Bob's, for spam."""
    made = new_flag("f1", "i1", type, now)
    return cast(Flag, {**made, "user_id": "bob", "reason": "spam", **fields})


def user(id: str = "ada", /, now: int = NOW, **fields: Any) -> User:
    return cast(User, {"id": id, "updated_at": now, **fields})


def delivery(
    endpoint: str = "action:ban", /, app: str = APP, now: int = NOW, **fields: Any
) -> Delivery:
    """Pending and due at `now`, in no order."""
    made = new_delivery(app, Order("id", endpoint, "", {"user_id": "u"}, {}), now)
    return cast(Delivery, {**made, **fields})


def endpoint(id: str = "action:ban", /, now: int = NOW, **fields: Any) -> Endpoint:
    return cast(Endpoint, {**new_endpoint(id, now), **fields})


def action(id: str = "ban", /, now: int = NOW, **fields: Any) -> Action:
    made: Action = {
        "id": id,
        "name": id,
        "kind": "user",
        "url": f"https://example.com/{id}",
        "method": "POST",
        "created_at": now,
        "updated_at": now,
    }
    return cast(Action, {**made, **fields})


def webhook(id: str = "a", /, now: int = NOW, **fields: Any) -> Webhook:
    """Wants everything."""
    made: Webhook = {
        "id": id,
        "webhook_url": "https://example.com/",
        "enabled": True,
        "event_types": [],
        "created_at": now,
        "updated_at": now,
    }
    return cast(Webhook, {**made, **fields})


def entry(now: int = NOW, **fields: Any) -> LogEntry:
    """Of a moderator's ban."""
    made: LogEntry = {
        "id": "e1",
        "at": now,
        "kind": "action",
        "type": "ban",
        "by": "mo",
        "reason": "spam",
        "result": "done",
        "custom": {},
        "user_id": "ada",
    }
    return cast(LogEntry, {**made, **fields})


def block_list(*words: str, name: str = "spam", now: int = NOW, **fields: Any) -> BlockList:
    made: BlockList = {
        "id": block_list_id(name, ""),
        "name": name,
        "team": "",
        "type": "word",
        "words": list(words),
        "created_at": now,
        "updated_at": now,
    }
    return cast(BlockList, {**made, **fields})


def policy(key: str = "chat", now: int = NOW, **fields: Any) -> Policy:
    """Of the whole app, without engines."""
    made: Policy = {
        "id": policy_id(key, ""),
        "key": key,
        "team": "",
        "config": {},
        "created_at": now,
        "updated_at": now,
    }
    return cast(Policy, {**made, **fields})


def provider(id: str = "model", now: int = NOW, **fields: Any) -> Provider:
    document: dict[str, Any] = {
        "id": id,
        "kind": "chat_json",
        "url": "http://127.0.0.1:9/v1",
        "key": None,
        "model": "judge",
        "timeout": 20.0,
        "concurrency": 4,
        "max_tokens": 1_024,
        "max_characters": 20_000,
        "images": False,
        "price": {"call": 0.0, "input": 0.0, "output": 0.0},
        "cache_seconds": 86_400,
        "not_judged": "flag",
        "options": {},
        "created_at": now,
        "updated_at": now,
        **fields,
    }
    return cast(Provider, document)


def redelivery(endpoint: str = "action:ban", now: int = NOW, **fields: Any) -> Redelivery:
    """Has not begun, and looks at whatever was ordered before `now`."""
    made: Redelivery = {
        "id": "r1",
        "kind": "redeliver",
        "endpoint": endpoint,
        "source": endpoint,
        "since": 0,
        "until": now,
        "per_second": 1,
        "by": "",
        "state": "running",
        "cursor": None,
        "resent": 0,
        "skipped": 0,
        "created_at": now,
        "updated_at": now,
        "due_at": now,
    }
    return cast(Redelivery, {**made, **fields})


def statement(id: str, **fields: Any) -> Statement:
    """With all that the transparency database asks for; what is None is left out."""
    stated: dict[str, Any] = {
        "id": id,
        "action": "remove",
        "restricted_at": NOW,
        "user_id": "ada",
        "item_id": "",
        "entity_type": "post",
        "entity_id": "post-1",
        "decided_by": "rule",
        "facts": {"labels": [], "conditions": [], "report_categories": []},
        "facts_text": "A rule on scams held.",
        "source_type": "SOURCE_VOLUNTARY",
        "automated_detection": "Yes",
        "automated_decision": "AUTOMATED_DECISION_FULLY",
        "content_type": ["CONTENT_TYPE_TEXT"],
        "content_at": NOW,
        "missing": [],
        "complete": True,
        "decision_visibility": ["DECISION_VISIBILITY_CONTENT_REMOVED"],
        "decision_ground": "DECISION_GROUND_INCOMPATIBLE_CONTENT",
        "incompatible_content_ground": "House rules, 4.2",
        "incompatible_content_explanation": "Offers of this kind are not allowed.",
        "category": "STATEMENT_CATEGORY_SCAMS_AND_FRAUD",
    }
    whole = {name: value for name, value in {**stated, **fields}.items() if value is not None}
    return cast(Statement, whole)
