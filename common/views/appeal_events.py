"""What webhooks are told of an appeal (contract 13.4)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson

from common.domain.webhook import EventType
from common.views.webhook_events import MOST_BYTES, Event


class AppealEvent(Event):
    """`appeal` is as the API answers it."""

    appeal: dict[str, Any]


def appeal_event(type: EventType, appeal: Mapping[str, Any], now: int) -> AppealEvent:
    event: AppealEvent = {
        "type": type.value,
        "created_at": now,
        "custom": {},
        "appeal": dict(appeal),
    }
    if len(orjson.dumps(event)) > MOST_BYTES:
        for name in ("entity_content", "flags", "actions", "attachments"):
            event["appeal"].pop(name, None)
    return event
