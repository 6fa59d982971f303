"""What webhooks are told of a statement of reasons."""

from __future__ import annotations

from common.domain.statement import Statement
from common.domain.webhook import EventType
from common.views.webhook_events import Event


class StatementEvent(Event):
    statement: Statement


def statement_event(type: EventType, statement: Statement, now: int) -> StatementEvent:
    return {"type": type.value, "created_at": now, "custom": {}, "statement": {**statement}}
