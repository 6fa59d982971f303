"""The messages that functions send each other: what each says, its topic, and its form on the wire.

A queue outlives a release, so a form only ever gains fields, and a field that may be missing has a
default.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol

Body = Mapping[str, Any]


class Message(Protocol):
    @property
    def topic(self) -> str:
        """The name of the function that consumes it."""
        ...

    def encode(self) -> dict[str, Any]:
        """A JSON object, never empty."""
        ...


class Undecodable(Exception):
    """No message of its topic looks like this; delivering it again will not help."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Something about an item changed: evaluate the rules.

    `configuration` is the version that the sender saw, which the evaluation must not be older than.
    """

    app: str
    item: str
    configuration: int = 0
    topic: ClassVar[str] = "enforce"

    def encode(self) -> dict[str, Any]:
        return {"app": self.app, "item": self.item, **_versioned(self.configuration)}


@dataclass(frozen=True, slots=True)
class DueFollowUp:
    """Decide on the next of a user's waiting items, as was decided on the user."""

    app: str
    follow_up: str
    topic: ClassVar[str] = "enforce"

    def encode(self) -> dict[str, Any]:
        return {"app": self.app, "follow_up": self.follow_up}


@dataclass(frozen=True, slots=True)
class ExpiredBan:
    """Tell of a ban that has ended by itself, and put it away."""

    app: str
    ban: str
    topic: ClassVar[str] = "enforce"

    def encode(self) -> dict[str, Any]:
        return {"app": self.app, "ban": self.ban}


@dataclass(frozen=True, slots=True)
class EndedGroup:
    """Tell of a group of rules whose time is up."""

    app: str
    group: str
    topic: ClassVar[str] = "enforce"

    def encode(self) -> dict[str, Any]:
        return {"app": self.app, "group": self.group}


@dataclass(frozen=True, slots=True)
class DueVerdict:
    """Count what a decision says of the next of the reports before it."""

    app: str
    verdict: str
    topic: ClassVar[str] = "enforce"

    def encode(self) -> dict[str, Any]:
        return {"app": self.app, "verdict": self.verdict}


@dataclass(frozen=True, slots=True)
class DueApproval:
    """End an approval that has waited too long."""

    app: str
    approval: str
    topic: ClassVar[str] = "enforce"

    def encode(self) -> dict[str, Any]:
        return {"app": self.app, "approval": self.approval}


@dataclass(frozen=True, slots=True)
class DueReversal:
    """Look whether what takes back a decision that was appealed has arrived; `at` is its turn, as
    with deliveries.
    """

    app: str
    appeal: str
    at: int
    topic: ClassVar[str] = "enforce"

    def encode(self) -> dict[str, Any]:
        return {"app": self.app, "reversal": self.appeal, **_turn(self.at)}


@dataclass(frozen=True, slots=True)
class DueRecount:
    """Look through the next items for what comes into a new view; `at` is its turn, as with
    deliveries.
    """

    app: str
    recount: str
    at: int
    topic: ClassVar[str] = "enforce"

    def encode(self) -> dict[str, Any]:
        return {"app": self.app, "recount": self.recount, **_turn(self.at)}


@dataclass(frozen=True, slots=True)
class DueFeed:
    """Look through the next of the review queue for what nobody has looked at in time; `at` is its
    turn, as with deliveries.
    """

    app: str
    at: int
    topic: ClassVar[str] = "enforce"

    def encode(self) -> dict[str, Any]:
        return {"app": self.app, "feed": True, **_turn(self.at)}


@dataclass(frozen=True, slots=True)
class DueTally:
    """Count what the next contents of an app bring along; `at` is its turn, as with deliveries."""

    app: str
    at: int
    topic: ClassVar[str] = "scan"

    def encode(self) -> dict[str, Any]:
        return {"app": self.app, "tally": True, **_turn(self.at)}


@dataclass(frozen=True, slots=True)
class ScanOrder:
    """Run the slow engines of a task. `configuration` is the version under which the content was
    submitted; `item` tells a person who reads the queue what the task is about; `at` is the turn of
    a task that waits, as with deliveries.
    """

    app: str
    task: str
    item: str = ""
    configuration: int = 0
    at: int = 0
    topic: ClassVar[str] = "scan"

    def encode(self) -> dict[str, Any]:
        about = {"item": self.item} if self.item else {}
        version, turn = _versioned(self.configuration), _turn(self.at)
        return {"app": self.app, **about, **version, "task": self.task, **turn}

    @classmethod
    def decode(cls, body: Body) -> ScanOrder:
        item = _text(body, "item") if "item" in body else ""
        app, task, at = _text(body, "app"), _text(body, "task"), int(body.get("at", 0))
        return cls(app, task, item, _version(body), at)


@dataclass(frozen=True, slots=True)
class DueDelivery:
    """It is this delivery's turn.

    `at` is the time that was stored as its turn when this was sent. Once the document says another,
    another message has been sent for it, and this one means nothing. 0 names no turn.
    """

    app: str
    delivery: str
    at: int = 0
    topic: ClassVar[str] = "deliver"

    def encode(self) -> dict[str, Any]:
        return {"app": self.app, "delivery": self.delivery, **_turn(self.at)}


@dataclass(frozen=True, slots=True)
class DueReceipt:
    """Ask whether the subject is in the state that the delivery ordered; `at` as above."""

    app: str
    delivery: str
    at: int = 0
    topic: ClassVar[str] = "deliver"

    def encode(self) -> dict[str, Any]:
        return {"app": self.app, "delivery": self.delivery, "receipt": True, **_turn(self.at)}


@dataclass(frozen=True, slots=True)
class DueRedelivery:
    """Send the next page of a redelivery; `at` as above."""

    app: str
    redelivery: str
    at: int = 0
    topic: ClassVar[str] = "deliver"

    def encode(self) -> dict[str, Any]:
        return {"app": self.app, "resending": self.redelivery, **_turn(self.at)}


Enforceable = (
    Trigger
    | DueFollowUp
    | ExpiredBan
    | DueRecount
    | DueFeed
    | EndedGroup
    | DueVerdict
    | DueReversal
    | DueApproval
)
Scannable = ScanOrder | DueTally
Due = DueDelivery | DueReceipt | DueRedelivery


@dataclass(frozen=True, slots=True)
class Later:
    """A message that is not delivered before `delay` seconds have passed."""

    message: Message
    delay: float


Outgoing = Message | Later
"""What a unit of work sends."""


def timed(messages: Iterable[Outgoing]) -> list[Later]:
    """Those without a delay have one of nothing."""
    return [each if isinstance(each, Later) else Later(each, 0.0) for each in messages]


def decoded(topic: str, body: Body) -> Any:
    """The message of this topic. Raises Undecodable."""
    decode = _DECODERS.get(topic)
    if decode is None:
        raise Undecodable(f"{topic}: no such topic")
    try:
        return decode(body)
    except KeyError as error:
        raise Undecodable(f"{topic}: {error} is missing") from None
    except (TypeError, ValueError) as error:
        raise Undecodable(f"{topic}: {error}") from None


def _enforceable(body: Body) -> Enforceable:
    app = _text(body, "app")
    if "follow_up" in body:
        return DueFollowUp(app, _text(body, "follow_up"))
    if "ban" in body:
        return ExpiredBan(app, _text(body, "ban"))
    if "verdict" in body:
        return DueVerdict(app, _text(body, "verdict"))
    if "reversal" in body:
        return DueReversal(app, _text(body, "reversal"), int(body.get("at", 0)))
    if "approval" in body:
        return DueApproval(app, _text(body, "approval"))
    if "group" in body:
        return EndedGroup(app, _text(body, "group"))
    if "recount" in body:
        return DueRecount(app, _text(body, "recount"), int(body.get("at", 0)))
    if "feed" in body:
        return DueFeed(app, int(body.get("at", 0)))
    return Trigger(app, _text(body, "item"), _version(body))


def _scannable(body: Body) -> Scannable:
    if "tally" in body:
        return DueTally(_text(body, "app"), int(body.get("at", 0)))
    return ScanOrder.decode(body)


def _due(body: Body) -> Due:
    app, at = _text(body, "app"), int(body.get("at", 0))
    if "resending" in body:
        return DueRedelivery(app, _text(body, "resending"), at)
    kind = DueReceipt if body.get("receipt") else DueDelivery
    return kind(app, _text(body, "delivery"), at)


_DECODERS: Mapping[str, Callable[[Body], Message]] = {
    Trigger.topic: _enforceable,
    ScanOrder.topic: _scannable,
    DueDelivery.topic: _due,
}


def _text(body: Body, name: str) -> str:
    value = body[name]
    if not isinstance(value, str):
        raise TypeError(f"{name!r} is no text")
    return value


def _version(body: Body) -> int:
    return int(body.get("configuration", 0))


def _turn(at: int) -> dict[str, int]:
    return {"at": at} if at else {}


def _versioned(configuration: int) -> dict[str, int]:
    return {"configuration": configuration} if configuration else {}
