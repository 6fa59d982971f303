"""Flags by people: a user's or moderator's complaint about an entity, kept once each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from common.configuration.context import Context
from common.delivery.outbox import Outbox
from common.domain.content import payload_hash
from common.domain.errors import TryAgain
from common.domain.flag import USER_REPORT, flag_key, new_flag
from common.domain.ids import derived_id
from common.domain.item import (
    FIRST_FLAG,
    REPORTERS_KEPT,
    first_flag_fields,
    is_queued,
    item_id,
    item_key,
    new_item,
    pending_fields,
    queue_fields,
    report_increments,
)
from common.domain.log import new_entry
from common.domain.user import MODERATOR_ROLES, user_key
from common.moderation.content.checks import ATTEMPTS
from common.moderation.enforcement.triggering import REPORTED
from common.moderation.reports.flag_options import FlagOptions
from common.moderation.webhooks.events import Noticed, Notices
from common.store.store import Conflict, Create, Data, Update, Write


@dataclass(frozen=True, slots=True)
class Complaint:
    """`categories` count for the report rules; `type` is the flag's provider.

    `is_decision` makes it an entry of the item's actions: a moderator chose the action `flag`.
    """

    entity_type: str
    entity_id: str
    reporter_id: str
    creator_id: str = ""
    reason: str = ""
    categories: tuple[str, ...] = ()
    reporter_type: str = "user"
    type: str = USER_REPORT
    labels: tuple[str, ...] = ()
    custom: dict[str, Any] = field(default_factory=dict)
    payload: dict[str, Any] = field(default_factory=dict)
    reviewable: bool = True
    is_decision: bool = False


async def flag(context: Context, app: str, complaints: list[Complaint], now: int) -> Data:
    """Records complaints about one entity and returns its item, made if need be.

    The same reporter, categories and reason count once. A reporter without a name cannot be told
    from another, so each of those counts.
    """
    configuration = await context.configurations.of(app)
    known = configuration.documents["report_category"]
    complaints = [_in_categories(complaint, known) for complaint in complaints]
    id = item_id(app, complaints[0].entity_type, complaints[0].entity_id)
    for _ in range(ATTEMPTS):
        flagging = await _read(context, app, id, complaints, now)
        outbox = Outbox(context, app, now)
        if flagging.writes:
            notices = Notices(context, configuration, outbox, now)
            await notices.of_change(flagging.noticed)
            try:
                await context.store.commit([*flagging.writes, *outbox.writes()])
            except Conflict:
                continue
        if flagging.writes or "pending_since" in flagging.item:
            message = {"app": app, "item": id, "configuration": configuration.version}
            await context.queue.publish("enforce", message)
        await outbox.publish()
        return flagging.item
    raise TryAgain("the item is being changed by many at once")


def complaint_of(
    options: FlagOptions, reporter: str, reporter_type: str, *, is_decision: bool = False
) -> Complaint:
    """The reason counts as a report category where the app has one of that key."""
    return Complaint(
        options.entity_type,
        options.entity_id,
        reporter,
        creator_id=options.entity_creator_id or "",
        reason=options.reason or "",
        categories=(options.reason,) if options.reason else (),
        reporter_type=reporter_type,
        custom=options.custom or {},
        payload=options.payload(),
        is_decision=is_decision,
    )


async def reporter_type(context: Context, app: str, user_id: str) -> str:
    (user,) = await context.store.get([user_key(app, user_id)])
    role = str(user.data.get("role")) if user else ""
    return role.removeprefix("global_") if role in MODERATOR_ROLES else "user"


def _in_categories(complaint: Complaint, known: Mapping[str, Data]) -> Complaint:
    """Free reasons are not counted one by one: their number has no bound."""
    counted = tuple(name for name in complaint.categories if name in known)
    return replace(complaint, categories=counted)


@dataclass(frozen=True, slots=True)
class _Flagging:
    item: Data
    writes: list[Write]
    noticed: Noticed


async def _read(
    context: Context, app: str, id: str, complaints: list[Complaint], now: int
) -> _Flagging:
    flags = {_flag_id(id, complaint, now): complaint for complaint in complaints}
    known, *present = await context.store.get(
        [item_key(app, id), *(flag_key(app, flag) for flag in flags)]
    )
    fresh = {
        flag: complaint
        for (flag, complaint), document in zip(flags.items(), present, strict=True)
        if document is None
    }
    first = complaints[0]
    item = (
        dict(known.data)
        if known
        else new_item(app, first.entity_type, first.entity_id, first.creator_id, now)
    )
    if known is not None and not fresh:
        return _Flagging(item, [], Noticed("", item))
    made = [_flag(flag, id, complaint, now) for flag, complaint in fresh.items()]
    update = _update(app, item, list(fresh.values()), now)
    after = _applied(item, update)
    writes: list[Write] = [Create(update.key, after) if known is None else update]
    writes += [Create(flag_key(app, flag["id"]), flag) for flag in made]
    writes += [
        _decision(app, item, flag, each, now) for flag, each in fresh.items() if each.is_decision
    ]
    return _Flagging(item, writes, _noticed(item, after, made))


def _noticed(before: Data, after: Data, flags: list[Data]) -> Noticed:
    """What does not come before the moderators is no news to them."""
    shown = flags if is_queued(after) else []
    change = derived_id(*(flag["id"] for flag in flags))
    return Noticed(change, after, flags=shown, is_first=FIRST_FLAG not in before)


def _flag(id: str, item: str, complaint: Complaint, now: int) -> Data:
    return new_flag(
        id,
        item,
        complaint.type,
        now,
        user_id=complaint.reporter_id,
        reason=complaint.reason,
        labels=list(complaint.labels),
        custom=complaint.custom,
        payload=complaint.payload,
    )


def _decision(app: str, item: Data, flag: str, complaint: Complaint, now: int) -> Write:
    return new_entry(
        app,
        "action",
        "flag",
        now,
        item_id=item["id"],
        user_id=complaint.creator_id or item["creator_id"],
        by=complaint.reporter_id,
        reason=complaint.reason,
        custom=complaint.custom,
        derived_from=("decision", flag),
    )


def _flag_id(item: str, complaint: Complaint, now: int) -> str:
    who = complaint.reporter_id or f"anonymous at {now}"
    what = [*sorted(complaint.categories), *sorted(complaint.labels), complaint.reason]
    return derived_id("flag", item, complaint.type, who, *what)


def _update(app: str, item: Data, fresh: list[Complaint], now: int) -> Update:
    """Increments and unions rather than a version: many may complain at once without a conflict."""
    return Update(
        item_key(app, item["id"]),
        set=_fields(item, fresh[0], now),
        increment=_increments(fresh),
        union=_unions(item, fresh),
    )


def _fields(item: Data, first: Complaint, now: int) -> dict[str, Any]:
    fields = pending_fields(now)
    if first.reviewable:
        fields.update(queue_fields(item, now), **first_flag_fields(item, now))
        if item["recommended_action"] == "keep":
            fields["recommended_action"] = "flag"
    if first.payload and not item.get("payload"):
        fields["payload"] = first.payload
        fields["payload_hash"] = payload_hash(first.payload)
    if first.creator_id and not item["creator_id"]:
        fields["creator_id"] = first.creator_id
    if first.is_decision:
        fields["latest_moderator_action"] = "flag"
    return fields


def _increments(fresh: list[Complaint]) -> dict[str, int]:
    counts: dict[str, int] = {"revision": 1, "flags_count": len(fresh)}
    for complaint in fresh:
        if complaint.type == USER_REPORT:
            for name, count in report_increments(complaint.categories).items():
                counts[name] = counts.get(name, 0) + count
    return counts


def _unions(item: Data, fresh: list[Complaint]) -> dict[str, list[str]]:
    unions = {
        "pending": [REPORTED],
        "flag_types": [complaint.type for complaint in fresh],
        "flag_labels": [label for complaint in fresh for label in complaint.labels],
        "reporter_types": [complaint.reporter_type for complaint in fresh],
    }
    if len(item.get("reporters", ())) < REPORTERS_KEPT:
        unions["reporters"] = [complaint.reporter_id for complaint in fresh]
    if len(item.get("report_reasons", ())) < REPORTERS_KEPT:
        unions["report_reasons"] = [complaint.reason for complaint in fresh]
    cleaned = {name: [value for value in values if value] for name, values in unions.items()}
    return {name: sorted(set(values)) for name, values in cleaned.items() if values}


def _applied(item: Data, update: Update) -> Data:
    counts = {name: item.get(name, 0) + count for name, count in update.increment.items()}
    unions = {name: sorted({*item.get(name, ()), *more}) for name, more in update.union.items()}
    return {**item, **update.set, **counts, **unions}
