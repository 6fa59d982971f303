"""Turns: which of the messages about a document is the one that counts.

A document that waits for its time names it, and the message that is sent for it names the same
time. Whoever gives the document another time sends a message for that in the same commit. So at
most one message of any that wait is alive, however often the queue delivers one, and whatever was
published again meanwhile; one that was lost is published again by the sweep.
"""

from __future__ import annotations

from common.configuration.context import Context
from common.domain.delivery import Delivery, set_turn
from common.domain.times import SECOND, nanoseconds
from common.queue.messages import DueDelivery, DueReceipt
from common.store.unit_of_work import UnitOfWork

_EARLY = SECOND // 2
# Beyond waiting for a sending slot and then sending, each of which may take the whole timeout.
_CLAIM_MARGIN = 10 * SECOND


def is_its_turn(turn: int | None, at: int, now: int) -> bool:
    """`turn` is the document's time, `at` the message's. A message that names none, as an older
    release sent it, counts when the time has come.
    """
    if turn is None:
        return False
    return at == turn if at else turn <= now + _EARLY


def claimed_until(context: Context, now: int) -> int:
    """When an attempt that begins now must have ended, so that a crash in the middle delays the
    next one and no more.
    """
    return now + nanoseconds(2 * context.settings.callback_timeout) + _CLAIM_MARGIN


def take_turn(unit: UnitOfWork, delivery: Delivery, at: int, now: int) -> None:
    """The delivery's turn is at `at`, and what was sent for another one means nothing any more."""
    set_turn(delivery, at)
    send(unit, delivery, now)


def send(unit: UnitOfWork, delivery: Delivery, now: int) -> None:
    """The message for the turn of a pending delivery."""
    at = delivery["next_attempt_at"]
    unit.send(DueDelivery(delivery["app"], delivery["id"], at), (at - now) / SECOND)


def send_receipt(unit: UnitOfWork, delivery: Delivery, now: int) -> None:
    at = delivery["receipt_at"]
    unit.send(DueReceipt(delivery["app"], delivery["id"], at), (at - now) / SECOND)
