"""The delivery: one callback or webhook on its way, its own outbox until it is done.

`next_attempt_at` exists only while it is the delivery's turn. A sender claims the delivery by
moving it past the time the attempt may take, so a crash in the middle only delays the next one. The
sweep moves it to when it will look again at what it has published again; `swept` counts how often
it has done so since anything else was heard of the delivery.

Deliveries of one ordering key go out one after the other. Those that are not done are a list
linked in both directions: `ahead` is the one before, `behind` the one after. Only the first of
them is pending.
"""

from __future__ import annotations

from typing import Any, Literal, NotRequired

from typing_extensions import TypedDict

from common.domain.endpoint import EndpointKind
from common.domain.ids import derived_id
from common.domain.rule import HeldCondition
from common.domain.transparency.database import Outcome
from common.store.store import Collection, Key

State = Literal["waiting", "pending", "delivered", "dead", "superseded", "cancelled"]
ClosedState = Literal["delivered", "dead", "superseded", "cancelled"]
OPEN = ("waiting", "pending")
"""States of what is still to be sent: behind another of its ordering key, or at its turn."""
TRIES_KEPT = 50

Verdict = Literal["confirmed", "contradicted", "unknown"]
"""What a receipt says of the customer's platform."""


class AnswerRecord(TypedDict):
    """What came of one request; `answer` is the beginning of its body. Without an answer `status`
    is None and `error` names what went wrong.
    """

    status: int | None
    error: str | None
    detail: str
    milliseconds: float
    answer: str


class AttemptRecord(AnswerRecord):
    """`at` is when it ended, in nanoseconds."""

    at: int


class Try(AttemptRecord):
    """`attempt` is its number, from 1."""

    attempt: int


class ReceiptRecord(AttemptRecord):
    verdict: Verdict


class Why(TypedDict, total=False):
    """What led to a delivery: a rule with what held, strikes that came to the threshold of a step,
    a moderator, or a reason in words. With an `undo_id` it takes back what the rule did.
    """

    rule_id: str
    rule_version: int
    rule_name: str
    held: list[HeldCondition]
    strike_policy: str
    threshold: int
    strikes: list[dict[str, Any]]
    moderator_id: str
    reason: str
    replay_of: str
    undo_id: str


Payload = dict[str, Any]
"""JSON that the customer's server is sent: Gavel's names beside those of the content's metadata."""


class Closing(TypedDict):
    """What is to become of a delivery once the attempt that is on its way has ended."""

    state: ClosedState
    reason: str


class Delivery(TypedDict):
    """`data` is what the customer's server is told; `why` is for people. Times are nanoseconds.

    `attempts` counts all of them; `counted` those since the schedule began that count against it.
    `url` is for answers to a single request (Hive's callback_url), which no action describes.
    `lane` is the ordering key, empty for what goes out in no order; `sequence` its number in it.
    `sending` is when the attempt began that is on its way, or was when its process died.
    `held_for` is how long it was kept back for its endpoint since the schedule began. `submission`
    is what came of a statement for the transparency database.
    """

    id: str
    app: str
    endpoint: str
    endpoint_kind: EndpointKind
    action_id: str
    item_id: str
    subject: str
    lane: str
    sequence: int
    data: Payload
    why: Why
    url: NotRequired[str]
    state: State
    reason: str
    attempts: int
    tries: list[Try]
    created_at: int
    updated_at: int

    started_at: int
    counted: int
    window_end: int
    next_attempt_at: NotRequired[int]
    swept: NotRequired[int]
    held_for: NotRequired[int]

    ahead: NotRequired[str]
    behind: NotRequired[str]
    sending: NotRequired[int]
    held: NotRequired[str]
    closing: NotRequired[Closing]
    attempted_at: NotRequired[int]
    delivered_at: NotRequired[int]
    closed_at: NotRequired[int]
    receipt_at: NotRequired[int]
    receipts: NotRequired[list[ReceiptRecord]]
    expanded: NotRequired[int]
    submission: NotRequired[Outcome]


class Ordered(TypedDict):
    """When an action was ordered last."""

    sequence: int
    at: int


class OrderingKey(TypedDict):
    """Numbers what goes out about one subject and knows the last of it. `last` says when each
    action was ordered last, `reversed` has the number of what undid it. `decided_at` is when a
    moderator last decided on the subject.
    """

    lane: str
    sequence: int
    tail: str
    last: dict[str, Ordered]
    reversed: dict[str, int]
    decided_at: NotRequired[int]


DELIVERIES: Collection[Delivery] = Collection("delivery")
ORDERING_KEYS: Collection[OrderingKey] = Collection("lane")


def delivery_key(app: str, id: str) -> Key[Delivery]:
    return Key(app, DELIVERIES, id)


def ordering_key(app: str, name: str) -> Key[OrderingKey]:
    return Key(app, ORDERING_KEYS, derived_id("lane", name))


def new_ordering_key(name: str) -> OrderingKey:
    return {"lane": name, "sequence": 0, "tail": "", "last": {}, "reversed": {}}


def user_subject(user_id: str) -> str:
    return f"user:{user_id}"


def item_subject(item_id: str) -> str:
    return f"item:{item_id}"


def begin_schedule(delivery: Delivery, at: int) -> None:
    """Makes the delivery due at `at`, with its whole schedule before it."""
    delivery.update({"started_at": at, "counted": 0, "window_end": at})
    delivery.pop("held_for", None)
    set_turn(delivery, at)


def set_turn(delivery: Delivery, at: int) -> None:
    """Its next attempt is at `at`; later by the least if it was so before, because what was sent
    for another turn is told by its time.
    """
    is_same = delivery.get("next_attempt_at") == at
    delivery["next_attempt_at"] = at + 1 if is_same else at
    delivery.pop("swept", None)


def was_tried(delivery: Delivery) -> bool:
    """Whether an attempt has ended since its schedule began."""
    return delivery.get("attempted_at", 0) >= delivery["started_at"]


def is_open(delivery: Delivery) -> bool:
    return delivery["state"] in OPEN


def is_being_sent(delivery: Delivery) -> bool:
    """Or was, by a process that died since."""
    return "sending" in delivery


def is_on_its_way(delivery: Delivery) -> bool:
    """Or has arrived, and the state of its receipt is still to be asked for."""
    return is_open(delivery) or is_being_sent(delivery) or "receipt_at" in delivery
