"""What the messages look like on the wire, in which those of an earlier release may still wait."""

from __future__ import annotations

from typing import Any

import pytest

from common.http.routes import QUEUE_FUNCTIONS
from common.queue import messages
from common.queue.messages import (
    DueApproval,
    DueDelivery,
    DueFollowUp,
    DueReceipt,
    DueRedelivery,
    DueReversal,
    DueVerdict,
    EndedGroup,
    ExpiredBan,
    Later,
    Message,
    ScanOrder,
    Trigger,
    Undecodable,
    decoded,
    timed,
)

FORMS: list[tuple[Message, dict[str, Any]]] = [
    (Trigger("a", "i", 7), {"app": "a", "item": "i", "configuration": 7}),
    (Trigger("a", "i"), {"app": "a", "item": "i"}),
    (DueFollowUp("a", "f"), {"app": "a", "follow_up": "f"}),
    (ExpiredBan("a", "b"), {"app": "a", "ban": "b"}),
    (EndedGroup("a", "g"), {"app": "a", "group": "g"}),
    (DueVerdict("a", "v"), {"app": "a", "verdict": "v"}),
    (DueApproval("a", "p"), {"app": "a", "approval": "p"}),
    (DueReversal("a", "r", 7), {"app": "a", "reversal": "r", "at": 7}),
    (ScanOrder("a", "t", "i", 7), {"app": "a", "item": "i", "configuration": 7, "task": "t"}),
    (ScanOrder("a", "t"), {"app": "a", "task": "t"}),
    (DueDelivery("a", "d"), {"app": "a", "delivery": "d"}),
    (DueDelivery("a", "d", 7), {"app": "a", "delivery": "d", "at": 7}),
    (DueReceipt("a", "d"), {"app": "a", "delivery": "d", "receipt": True}),
    (DueReceipt("a", "d", 7), {"app": "a", "delivery": "d", "receipt": True, "at": 7}),
    (DueRedelivery("a", "r"), {"app": "a", "resending": "r"}),
    (DueRedelivery("a", "r", 7), {"app": "a", "resending": "r", "at": 7}),
]


@pytest.mark.parametrize(("message", "form"), FORMS, ids=str)
def test_a_message_has_its_form_and_is_read_from_it(message: Message, form: dict[str, Any]) -> None:
    assert message.encode() == form
    assert decoded(message.topic, form) == message


def test_what_a_later_release_adds_is_passed_over() -> None:
    assert decoded("enforce", {"app": "a", "item": "i", "new": 1}) == Trigger("a", "i")


def test_every_queue_function_has_messages() -> None:
    assert set(messages._DECODERS) == set(QUEUE_FUNCTIONS)
    assert {message.topic for message, _ in FORMS} == set(QUEUE_FUNCTIONS)


@pytest.mark.parametrize(
    ("topic", "body", "why"),
    [
        ("enforce", {"app": "a"}, "enforce: 'item' is missing"),
        ("enforce", {"app": 1, "item": "i"}, "enforce: 'app' is no text"),
        ("enforce", {"app": "a", "item": "i", "configuration": "x"}, "enforce: invalid literal"),
        ("enforce", {"app": "a", "item": "i", "configuration": []}, "enforce: int()"),
        ("scan", {"app": "a", "item": "i"}, "scan: 'task' is missing"),
        ("deliver", {"delivery": "d"}, "deliver: 'app' is missing"),
        ("deliver", {"app": "a", "delivery": "d", "at": "soon"}, "deliver: invalid literal"),
        ("deliver", {"app": "a", "resending": None}, "deliver: 'resending' is no text"),
        ("sweep", {}, "sweep: no such topic"),
    ],
)
def test_what_is_no_message_is_named(topic: str, body: dict[str, Any], why: str) -> None:
    with pytest.raises(Undecodable) as error:
        decoded(topic, body)
    assert str(error.value).startswith(why)


def test_a_delay_is_a_message_s_own() -> None:
    now, later = Trigger("a", "i"), Later(DueDelivery("a", "d"), 5.0)
    assert timed([now, later]) == [Later(now, 0.0), later]
