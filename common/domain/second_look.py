"""The second look: what a moderator decided on is shown to another, who does not know how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Literal, NotRequired

from typing_extensions import TypedDict

from common.domain.agreement import Agreement
from common.domain.ids import derived_id
from common.domain.item import Item
from common.store.store import Collection, Key

Verdict = Literal["keep", "act"]
"""Whether content may stay as it is, or something has to be done."""
State = Literal["open", "done"]
_PARTS = 10_000


class SecondLook(TypedDict):
    """Of one content of an item, whose hash is `content`. `first` is what was decided on it last,
    at `at` and by `first_by`, as long as it is open; `second` is what another said of it.
    Times are nanoseconds.
    """

    id: str
    item_id: str
    content: str
    policy: str
    state: State
    at: int
    first: Verdict
    first_by: str
    second: NotRequired[Verdict]
    second_by: NotRequired[str]
    seconded_at: NotRequired[int]
    reason: NotRequired[str]


@dataclass(frozen=True, slots=True)
class Shown:
    """A second look with its item."""

    look: SecondLook
    item: Item


@dataclass(frozen=True, slots=True)
class Agreements:
    """By policy, with how many agreed; `complete` says that all of the time was looked at."""

    by_policy: Mapping[str, Agreement]
    agreed: Mapping[str, int]
    complete: bool


SECOND_LOOKS: Collection[SecondLook] = Collection("second_look")


def second_look_key(app: str, id: str) -> Key[SecondLook]:
    return Key(app, SECOND_LOOKS, id)


def second_look_id(app: str, item: Item) -> str:
    return derived_id("second look", app, item["id"], item.get("payload_hash", ""))


def is_sampled(id: str, percent: float) -> bool:
    """The same content is so whenever it is asked."""
    part = int.from_bytes(blake2b(id.encode(), digest_size=8).digest()) % _PARTS
    return part < percent * _PARTS / 100
