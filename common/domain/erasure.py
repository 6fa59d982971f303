"""The erasure: that a person's data goes, how far that has come, and the receipt of it."""

from __future__ import annotations

from typing import Any, Literal, NotRequired

from typing_extensions import TypedDict

from common.domain.ids import derived_id
from common.store.store import Collection, Key

ErasureStatus = Literal["running", "held", "completed"]
"""`held`: a legal hold came after it was ordered, and it waits until that is lifted."""


class Searched(TypedDict):
    """`id` says whether the id was looked for in all texts, or, because it could be any word, in
    the fields that name people alone. `texts` is how many pieces of text were looked for.
    """

    id: Literal["everywhere", "fields"]
    texts: int


class PlaceCount(TypedDict):
    """Of one collection: what the scan looked at, what the walk had deleted and changed before it,
    what the scan found that should be gone, and what it found that stays, with why.
    """

    place: str
    documents: int
    deleted: int
    changed: int
    left: int
    stays: int
    why: NotRequired[str]


class FileCount(TypedDict):
    """Of a file of the default backend: how often its bytes have what was looked for."""

    file: str
    found: int


class Receipt(TypedDict):
    """What is signed. `data_key` says that content was stored under a key of theirs, which is no
    more, or that there was none. Times are as text, numbers are whole: it is the same bytes
    wherever it is written with sorted keys and without blanks. `keeps` is what the app had set to
    be left.
    """

    erasure_id: str
    app: str
    person: str
    ordered_at: str
    completed_at: str
    rounds: int
    searched: Searched
    places: list[PlaceCount]
    data_key: Literal["dropped", "none"]
    files: list[FileCount]
    queues: str
    keeps: list[str]


class SignedReceipt(TypedDict):
    receipt: Receipt
    signature: str
    public_key: str


class Erasure(TypedDict):
    """There is one a person, also where they are erased again after they came back; its task has
    the same id. `person` is what stands for their id from then on. Times are nanoseconds.
    """

    id: str
    person: str
    status: ErasureStatus
    by: str
    created_at: int
    updated_at: int
    completed_at: NotRequired[int]
    signed: NotRequired[SignedReceipt]


Known = dict[str, Any]
ERASURES: Collection[Erasure] = Collection("erasure")


def erasure_id(person: str) -> str:
    return derived_id("erasure", person)


def erasure_key(app: str, id: str) -> Key[Erasure]:
    return Key(app, ERASURES, id)
