"""What becomes of an item when flags are raised on it; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from common.domain.content import payload_hash
from common.domain.flag import USER_REPORT, Flag, flag_key, name_entity, new_flag
from common.domain.ids import derived_id
from common.domain.item import (
    Item,
    is_decided,
    is_first_flag,
    is_queued,
    item_key,
    new_item,
    queue_fields,
)
from common.domain.item_lists import REPORTERS_KEPT, added_ids, keeps_reporter
from common.domain.log import LogEntry, new_entry
from common.domain.recommendation import KEEP
from common.domain.reporter import reporter_id
from common.domain.reports import (
    KeptReport,
    counted,
    has_room,
    kept_name,
    kept_report,
    moved,
    round_of,
)
from common.moderation.counters import count_flagged
from common.moderation.enforcement.triggering import RECATEGORISED, REPORTED
from common.moderation.reports.new_flags import NewFlag
from common.moderation.webhooks.events import ItemChange
from common.store.store import Create, Document, Update, Write
from common.store.writes import updated


@dataclass(frozen=True, slots=True)
class _Raised:
    """A flag as it will be; `known` is its document, None where it is a new one. It counts `again`
    where it was invalid.
    """

    flag: Flag
    new: NewFlag
    known: Document[Flag] | None
    again: bool = False

    @property
    def is_fresh(self) -> bool:
        return self.known is None or self.again

    @property
    def is_changed(self) -> bool:
        """What is invalid cannot be said in other words."""
        if self.known is None or "invalid_at" in self.known.data:
            return False
        before: Mapping[str, Any] = self.known.data
        return any(before.get(name) != value for name, value in _said(self.new).items())

    @property
    def is_moved(self) -> bool:
        """Whether it counts in other categories than before."""
        before = self.known.data.get("categories") if self.known else None
        return self.new.type == USER_REPORT and before != list(self.new.categories)


class Flagging:
    """`by_id` has the flags by their ids, `present` their documents in the same order. With
    `readmits` those that are invalid count again.
    """

    def __init__(
        self,
        app: str,
        known: Document[Item] | None,
        by_id: Mapping[str, NewFlag],
        present: Sequence[Document[Flag] | None],
        now: int,
        *,
        readmits: bool = False,
    ) -> None:
        self._app = app
        self._readmits = readmits
        self._known = known
        self._first = first = next(iter(by_id.values()))
        made = new_item(app, first.entity_type, first.entity_id, first.creator_id, now)
        self._before = known.data if known is not None else made
        self._now = now
        raised = [
            self._raised(id, new, document)
            for (id, new), document in zip(by_id.items(), present, strict=True)
        ]
        self._fresh = [each for each in raised if each.is_fresh]
        self._changed = [each for each in raised if each.is_changed]
        self._moved = [each for each in self._changed if each.is_moved]
        self._decisions = [
            _decision(app, self._before, each, now)
            for each in (*self._fresh, *self._changed)
            if each.new.is_decision
        ]
        self._update: Update[Item] | None = None
        self._counts: list[Write] = []
        if self.is_news:
            self._update, self._counts = self._updating()
        self.after = self._before
        if self._update is not None:
            self.after = updated(self._before, self._update)

    @property
    def is_news(self) -> bool:
        return bool(self._fresh or self._changed) or self._known is None

    @property
    def is_pending(self) -> bool:
        """Whether rules are to look at it."""
        return bool(self._fresh or self._moved) or self._known is None

    @property
    def writes(self) -> list[Write]:
        update = self._update
        if update is None:
            return []
        item = update if self._known is not None else Create(update.key, self.after)
        flags = [*map(self._flag_write, (*self._fresh, *self._changed))]
        return [item, *flags, *self._decisions, *self._counts]

    @property
    def change(self) -> ItemChange:
        """What does not come before the moderators is no news to them."""
        raised = [*self._fresh, *self._changed]
        shown = [each.flag for each in raised] if self.after.get("queue_reviewed") is False else []
        # One that is changed may have been like this before, and a new one have been taken back.
        id = derived_id(*(each.flag["id"] for each in raised), str(self._now))
        return ItemChange(id, self.after, flags=shown, is_first=is_first_flag(self._before))

    @property
    def _is_shown(self) -> bool:
        """Whether it comes before the moderators, or back before them."""
        return bool(self._fresh) and self._first.reviewable

    def _raised(self, id: str, new: NewFlag, known: Document[Flag] | None) -> _Raised:
        if known is not None and self._readmits:
            return _Raised(known.data, new, known, again="invalid_at" in known.data)
        if known is not None:
            return _Raised(_changed_flag(known.data, new, self._now), new, known)
        flag = new_flag(id, self._before["id"], new.type, self._now)
        name_entity(flag, self._before)
        flag["user_id"], flag["reporter_type"] = new.reporter_id, new.reporter_type
        flag.update(_said(new))  # type: ignore[typeddict-item]
        if new.type == USER_REPORT:
            flag["round"] = round_of(self._before)
        return _Raised(flag, new, None)

    def _flag_write(self, raised: _Raised) -> Write:
        key = flag_key(self._app, raised.flag["id"])
        if raised.known is None:
            return Create(key, raised.flag)
        fields = {**_said(raised.new), "updated_at": self._now}
        gone = ("invalid_at",) if raised.again else ()
        version = raised.known.version
        return Update(key, set=fields, remove=gone, version=version, read=raised.known)

    def _updating(self) -> tuple[Update[Item], list[Write]]:
        """Increments and unions, so that many may flag at once without a conflict; what depends on
        how the item was found is written on the version that was read.
        """
        item = self._before
        after, depends = self._fields()
        users: list[Write] = [*count_flagged(self._app, [after], self._now)]
        given: Mapping[str, Any] = item
        fields = {name: value for name, value in after.items() if given.get(name) != value}
        if self._is_shown:
            # Not only what differs: a decision may be faster, and this comes after it.
            fields.update(queue_fields(item, self._now))
        fields.update(self._kept())
        fields["updated_at"] = self._now
        if self.is_pending:
            fields["pending_since"] = self._now
        is_read = bool(self._known and (depends or users or self._moved))
        ids = added_ids(
            item,
            [each.flag["id"] for each in self._fresh],
            [entry.data["id"] for entry in self._decisions],
        )
        update = Update(
            item_key(self._app, item["id"]),
            set=fields,
            increment=self._increments(),
            union={**self._unions(), **ids},
            version=self._known.version if self._known and is_read else None,
            read=self._known,
        )
        return update, users

    def _kept(self) -> dict[str, Any]:
        """The reports by themselves, as long as there is room."""
        item, number = self._before, round_of(self._before)
        found: dict[str, Any] = {}
        for each in self._fresh if has_room(item) else ():
            if each.new.type == USER_REPORT:
                by, categories = reporter_id(each.new.reporter_id), each.new.categories
                name = kept_name(number, each.flag["id"])
                found[name] = kept_report(by, each.flag["created_at"], categories)
        known: Mapping[str, Any] = item
        for each in self._moved:
            name = kept_name(number, each.flag["id"])
            if name in known:
                before: KeptReport = known[name]
                found[name] = kept_report(before["by"], before["at"], each.new.categories)
        return found

    def _fields(self) -> tuple[Item, bool]:
        """The item with what is set, and whether that depends on how it was found."""
        item, first, now = self._before.copy(), self._first, self._now
        depends = False
        if self._is_shown:
            item.update(queue_fields(item, now))  # type: ignore[typeddict-item]
            if item["recommended_action"] == KEEP and (first.is_decision or not is_decided(item)):
                item["recommended_action"], depends = "flag", True
                if not first.is_decision:
                    item["raised_by_report"] = True
        elif self._changed and is_queued(item):
            item["queue_updated_at"] = now
        if self._fresh and item.get("queue_reviewed") is False and is_first_flag(item):
            item["first_flagged_at"], depends = now, True
        if self._fresh:
            item["reported_at"] = now
        if first.payload and not item.get("payload"):
            item["payload"] = first.payload
            item["payload_hash"] = payload_hash(first.payload)
            depends = True
        if first.creator_id and not item["creator_id"]:
            item["creator_id"], depends = first.creator_id, True
        if not all(_is_kept(item, each.new) for each in self._fresh):
            item["more_reporters"] = True
        if self._decisions:
            item["latest_moderator_action"] = "flag"
        return item, depends

    def _increments(self) -> dict[str, int]:
        counts: dict[str, int] = {}
        if self.is_pending:
            counts["revision"] = 1
        if self._fresh:
            counts["flags_count"] = len(self._fresh)
        for each in (*self._fresh, *self._moved):
            for name, count in self._counted(each).items():
                counts[name] = counts.get(name, 0) + count
        return {name: count for name, count in counts.items() if count}

    def _counted(self, raised: _Raised) -> dict[str, int]:
        if raised.new.type != USER_REPORT:
            return {}
        categories = raised.new.categories
        if raised.known is None or raised.again:
            return counted(self._before, round_of(self._before), categories)
        earlier = raised.known.data
        before = earlier.get("categories", ())
        return moved(self._before, earlier.get("round", 0), before, categories)

    def _unions(self) -> dict[str, list[str]]:
        item = self._before
        raised = [each.new for each in (*self._fresh, *self._changed)]
        unions = {
            "pending": [
                *([REPORTED] if self._fresh or self._known is None else []),
                *([RECATEGORISED] if self._moved else []),
            ],
            "flag_types": [new.type for new in raised],
            "flag_labels": [label for new in raised for label in new.labels],
            "reporter_types": [new.reporter_type for new in raised],
        }
        unions["reporters"] = [new.reporter_id for new in raised if _is_kept(item, new)]
        if len(item.get("report_reasons", ())) < REPORTERS_KEPT:
            unions["report_reasons"] = [new.reason for new in raised]
        cleaned = {name: [value for value in values if value] for name, values in unions.items()}
        return {name: sorted(set(values)) for name, values in cleaned.items() if values}


def _is_kept(item: Item, new: NewFlag) -> bool:
    return keeps_reporter(item, new.reporter_type, is_trusted=new.is_trusted)


def _said(new: NewFlag) -> dict[str, Any]:
    """Those fields of a flag that are what its reporter says."""
    said: dict[str, Any] = {
        "reason": new.reason,
        "labels": list(new.labels),
        "custom": new.custom,
    }
    if new.type == USER_REPORT:
        said["categories"] = list(new.categories)
    if new.payload:
        said["payload"] = new.payload
    return said


def _changed_flag(before: Flag, new: NewFlag, now: int) -> Flag:
    changed = before.copy()
    changed.update(_said(new))  # type: ignore[typeddict-item]
    changed["updated_at"] = now
    return changed


def _decision(app: str, item: Item, raised: _Raised, now: int) -> Create[LogEntry]:
    flag, new = raised.flag, raised.new
    return new_entry(
        app,
        "action",
        "flag",
        now,
        about=item,
        user_id=new.creator_id or item["creator_id"],
        by=new.reporter_id,
        reason=new.reason,
        custom=new.custom,
        derived_from=("decision", flag["id"], *([str(now)] if raised.known else [])),
    )
