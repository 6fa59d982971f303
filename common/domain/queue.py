"""Queues: saved views of the review queue, and how many items each has (contract section 6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, NotRequired

from typing_extensions import TypedDict

from common.domain.ids import derived_id
from common.domain.item import SHARDS
from common.store.store import Collection, Key

QueueType = Literal["personal_view", "operational_queue"]
PERSONAL: QueueType = "personal_view"
KINDS = ("texts", "users", "media")
"""As common/domain/item.kind_of has them."""
WAITING = ""
"""The view of all that waits: there always is one, and no queue has it."""


class QueueFields(TypedDict):
    """`filters` and `sort` are as the review queue takes them."""

    name: str
    type: QueueType
    description: str
    filters: dict[str, Any]
    sort: list[dict[str, Any]]
    created_by: str


class Queue(QueueFields):
    """`view` names what the filters find: other filters, another view. Counts are a view's."""

    id: str
    view: str
    created_at: int
    updated_at: int


QUEUES: Collection[Queue] = Collection("queue")


def queue_key(app: str, id: str) -> Key[Queue]:
    return Key(app, QUEUES, id)


def view_id(queue: str, number: int) -> str:
    """Made of letters and digits, as counts are named after it."""
    return "v" + derived_id("view", queue, str(number)).replace("-", "")


COUNTS: Collection[dict[str, Any]] = Collection("queue_count")
"""An app has sixteen, each for the items of one shard: how many items of each kind are in each
view, under the names of `count_name`.
"""


def count_name(view: str, kind: str) -> str:
    return f"{view}_{kind}" if view else kind


def counts_key(app: str, shard: str) -> Key[dict[str, Any]]:
    return Key(app, COUNTS, shard)


def counts_keys(app: str) -> list[Key[dict[str, Any]]]:
    return [counts_key(app, shard) for shard in SHARDS]


def counted(shards: Iterable[Mapping[str, Any]], view: str) -> dict[str, int]:
    """By kind."""
    names = {kind: count_name(view, kind) for kind in KINDS}
    found = [*shards]
    return {kind: sum(shard.get(name, 0) for shard in found) for kind, name in names.items()}


class Recount(TypedDict):
    """What looks through all items because a view came up; `id` is the view's. The second
    pass is over what changed since `started_at`, once no process works with an older configuration.
    `gone` are views that are no more. `cursor` is where it goes on; `due_at` is there until it is
    done. Times are nanoseconds.
    """

    id: str
    started_at: int
    is_second: bool
    gone: Sequence[str]
    cursor: str | None
    due_at: NotRequired[int]
    swept: NotRequired[int]


RECOUNTS: Collection[Recount] = Collection("recount")
_OF_WAITING = "waiting"


def recount_key(app: str, view: str) -> Key[Recount]:
    return Key(app, RECOUNTS, view or _OF_WAITING)


def new_recount(view: str, gone: Sequence[str], now: int) -> Recount:
    return {
        "id": view or _OF_WAITING,
        "started_at": now,
        "is_second": False,
        "gone": gone,
        "cursor": None,
        "due_at": now,
    }
