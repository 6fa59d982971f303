"""What webhooks are told of appeals (contract 13.4), and of who makes too many, or reports."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NotRequired

import orjson

from common.domain.appeal import AppealRole
from common.domain.complainant import Complainant
from common.domain.misuse import suspended_until
from common.domain.reporter import Reporter
from common.domain.webhook import EventType
from common.views.webhook_events import MOST_BYTES, Event


class AppealEvent(Event):
    """`appeal` is as the API answers it."""

    appeal: dict[str, Any]


class ComplaintsEvent(Event):
    """`appeal_id` is the one that it was decided with; `suspended_until` is there once their
    complaints are suspended.
    """

    user_id: str
    role: AppealRole
    appeal_id: str
    unfounded_count: int
    suspended_until: NotRequired[int]


class ReportsEvent(Event):
    """`report_id` is the one that was decided on last; `suspended_until` is there once their
    reports are suspended.
    """

    user_id: str
    report_id: str
    unfounded_count: int
    suspended_until: NotRequired[int]


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


def complaints_event(
    type: EventType, complainant: Complainant, appeal_id: str, role: AppealRole, now: int
) -> ComplaintsEvent:
    event: ComplaintsEvent = {
        "type": type.value,
        "created_at": now,
        "custom": {},
        "user_id": complainant["user_id"],
        "role": role,
        "appeal_id": appeal_id,
        "unfounded_count": sum(each["unfounded"] for each in complainant["complaints"]),
    }
    if (until := suspended_until(complainant, now)) is not None:
        event["suspended_until"] = until
    return event


def reports_event(type: EventType, reporter: Reporter, report_id: str, now: int) -> ReportsEvent:
    event: ReportsEvent = {
        "type": type.value,
        "created_at": now,
        "custom": {},
        "user_id": reporter["user_id"],
        "report_id": report_id,
        "unfounded_count": sum(each["unfounded"] for each in reporter.get("judgements", ())),
    }
    if (until := suspended_until(reporter, now)) is not None:
        event["suspended_until"] = until
    return event
