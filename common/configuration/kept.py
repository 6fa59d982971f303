"""What is kept of an item beside what changes it: since when it waits, the views in which it does,
the counts that have it, the terms by which the queue finds it, and its vote on rules; pure.

An item says itself which counts have it, so a write changes a count by what is different, and the
counts are at any time those of the items. An update that is not made on a version that was read may
leave them as they were for the moment until `enforce` has looked at the item, which it then does.
Its terms only grow then: one too many is harmless, as whoever asks for one looks at the item too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, cast

from common.configuration.queue_views import View
from common.configuration.rule_votes import cast_vote
from common.domain.item import Item, is_queued, kind_of
from common.domain.queue import WAITING, count_name
from common.domain.queue_terms import TERMS, queue_terms
from common.store.store import Create, Delete, Update, Write
from common.store.writes import updated

_FIELDS = ("waiting_since", "queue_views", "counted_in")


@dataclass(frozen=True, slots=True)
class Kept:
    """`write` is None where nothing changes; `before` names the counts that had the item, and
    `after` those that shall. `votes` are changes of what is counted for and against rules;
    `arrived` is the item where it has just come to wait.
    """

    write: Write | None
    before: Sequence[str] = ()
    after: Sequence[str] = ()
    votes: Counter[tuple[int, str]] = field(default_factory=Counter)
    arrived: Item | None = None


def kept(write: Write, views: Sequence[View]) -> Kept:
    """Of a write of an item. Raises ValueError for one that does not say what the item was, as
    nobody could tell then what follows.
    """
    if isinstance(write, Create):
        return _created(write, views)
    if isinstance(write, Delete) and write.read is not None:
        gone = replace(write, version=write.read.version)
        return Kept(gone, write.read.data.get("counted_in", ()))
    if not isinstance(write, Update) or write.read is None:
        raise ValueError(f"what item {write.key.id} was is not said")
    before = cast(Item, write.read.data)
    after = updated(before, write)
    cast_now = cast_vote(after)
    if cast_now is not None:
        version = write.read.version
        write = replace(write, set={**write.set, "rule_vote": cast_now.vote}, version=version)
    fields = kept_fields(before, after, views)
    changed = _changed(write, before, fields, is_viewed=bool(views))
    if changed is not None:
        changed = _with_terms(changed, queue_terms(_with(after, fields)))
    votes = cast_now.changes if cast_now is not None else Counter()
    arrived = after if _waits(after) and not _waits(before) else None
    counted = before.get("counted_in", ()), fields.get("counted_in", ())
    return Kept(changed, *counted, votes, arrived)


def _created(write: Create[Any], views: Sequence[View]) -> Kept:
    fields = kept_fields(None, cast(Item, write.data), views)
    item = _with(cast(Item, write.data), fields)
    terms = queue_terms(item)
    data = {**item, TERMS: terms} if terms else item
    arrived = item if _waits(item) else None
    return Kept(Create(write.key, data), (), fields.get("counted_in", ()), arrived=arrived)


def _with(item: Item, fields: Mapping[str, Any]) -> Item:
    others = {name: value for name, value in item.items() if name not in _FIELDS}
    return cast(Item, {**others, **fields})


def _changed(
    write: Update[Any], before: Item, fields: Mapping[str, Any], *, is_viewed: bool
) -> Update[Any] | None:
    read, old = write.read, cast("dict[str, Any]", before)
    assert read is not None
    changed = {name: value for name, value in fields.items() if old.get(name) != value}
    gone = [name for name in _FIELDS if name in old and name not in fields]
    if changed or gone:
        return replace(
            write,
            set={**write.set, **changed},
            remove=[*write.remove, *gone],
            version=read.version,
        )
    if not (write.set or write.increment or write.union or write.remove):
        return None
    is_looked_at = "pending_since" in write.set
    if is_viewed and not is_looked_at and write.version is None:
        return replace(write, version=read.version)
    return write


def _with_terms(write: Update[Any], terms: Sequence[str]) -> Update[Any]:
    if write.version is None:
        return replace(write, union={**write.union, TERMS: terms}) if terms else write
    if terms:
        return replace(write, set={**write.set, TERMS: terms})
    return replace(write, remove=(*write.remove, TERMS))


def kept_fields(before: Item | None, after: Item, views: Sequence[View]) -> dict[str, Any]:
    """Those that the item shall have; a field that is not among them it shall not have."""
    if not is_queued(after):
        return {}
    kind, waits = kind_of(after), _waits(after)
    found = [view.id for view in views if view.matches(after)]
    names = [count_name(view, kind) for view in (*([WAITING] if waits else []), *found)]
    fields: dict[str, Any] = {"counted_in": sorted(names)} if names else {}
    if waits:
        fields["waiting_since"] = _since(before, after)
        if found:
            fields["queue_views"] = sorted(found)
    return fields


def _waits(item: Item) -> bool:
    return item.get("queue_reviewed") is False


def _since(before: Item | None, after: Item) -> int:
    if before is None or not _waits(before):
        return after["queue_updated_at"]
    # An item of an earlier release does not say.
    return before.get("waiting_since") or before.get("first_flagged_at") or before["created_at"]
