"""What webhooks are told of an export that has ended (contract 13.4)."""

from __future__ import annotations

from typing import NotRequired

from common.domain.webhook import EventType
from common.views.webhook_events import Event


class ExportEvent(Event):
    """With the `url` of what was exported, or with the `error` for which it was not."""

    task_id: str
    started_at: int
    finished_at: int
    url: NotRequired[str]
    error: NotRequired[str]


def export_event(
    type: EventType, task_id: str, started_at: int, finished_at: int, outcome: str
) -> ExportEvent:
    event: ExportEvent = {
        "type": type.value,
        "created_at": finished_at,
        "custom": {},
        "task_id": task_id,
        "started_at": started_at,
        "finished_at": finished_at,
    }
    if type.endswith(".error"):
        event["error"] = outcome
    else:
        event["url"] = outcome
    return event
