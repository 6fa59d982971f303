"""What webhooks are told of an erasure: before it, of whom; after it, of its receipt."""

from __future__ import annotations

from common.domain.erasure import Erasure, SignedReceipt
from common.domain.webhook import EventType
from common.views.webhook_events import Event


class ErasingEvent(Event):
    user_id: str
    erasure_id: str


class ErasedEvent(Event):
    erasure_id: str
    signed: SignedReceipt


def erasing(user_id: str, erasure: Erasure, now: int) -> ErasingEvent:
    return {
        "type": EventType.USER_DATA_ERASING.value,
        "created_at": now,
        "custom": {},
        "user_id": user_id,
        "erasure_id": erasure["id"],
    }


def erased(erasure: Erasure, now: int) -> ErasedEvent:
    return {
        "type": EventType.USER_DATA_ERASED.value,
        "created_at": now,
        "custom": {},
        "erasure_id": erasure["id"],
        "signed": erasure["signed"],
    }
