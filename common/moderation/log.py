"""Reading the moderation log, and acknowledging its failures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from common.configuration.context import Context
from common.delivery import management
from common.domain.delivery import Delivery
from common.domain.errors import Invalid, NotFound
from common.domain.ids import derived_id
from common.domain.log import LOG, LogEntry, concerns, log_key
from common.moderation.filtering.paging import Asked, Paged
from common.moderation.filtering.scanning import Scan
from common.store.store import BadCursor, Conflict, Update

UNREAD_MOST = 100
_MARKED_MOST = 1_000
_INDEXED = ("batch_id", "item_id", "user_id", "kind")
"""Of these the first that is asked for is looked up, and the rest looked for in what it finds."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """`fields` are what an entry has to have, by the names of `domain.log.concerns`; `since` and
    `until` are of its time.
    """

    fields: Mapping[str, str | int]
    unread: bool = False
    since: int | None = None
    until: int | None = None


async def query(
    context: Context, app: str, wanted: Wanted, limit: int, cursor: str | None
) -> Paged[LogEntry]:
    """The newest first. A page may be short, or empty, although others follow. Raises Invalid for
    a version without its rule, and for an end before the beginning.
    """
    check(wanted)
    mark = _mark(app, wanted)
    if cursor is not None and not cursor.startswith(mark):
        raise BadCursor("not a cursor")
    asked = Asked(limit=limit, cursor=cursor and cursor.removeprefix(mark))
    page = await scan_of(context, app, wanted, asked, descending=True).page()
    return replace(page, next=page.next and f"{mark}{page.next}")


def _mark(app: str, wanted: Wanted) -> str:
    """Which query a cursor is of: with another one it would lead somewhere else."""
    fields = [f"{name}={value}" for name, value in sorted(wanted.fields.items())]
    bounds = str((wanted.unread, wanted.since, wanted.until))
    return f"{derived_id('log', app, bounds, *fields)[:8]}."


def check(wanted: Wanted) -> None:
    if "rule_version" in wanted.fields and "rule_id" not in wanted.fields:
        raise Invalid.field("rule_version", "is a number of its rule: give rule_id, too")
    if wanted.since is not None and wanted.until is not None and wanted.since >= wanted.until:
        raise Invalid.field("until", "is not after since")


def scan_of(
    context: Context, app: str, wanted: Wanted, asked: Asked, *, descending: bool
) -> Scan[LogEntry]:
    looked_up = next((name for name in _INDEXED if name in wanted.fields), None)
    is_indexed = looked_up is not None and not wanted.unread
    return Scan(
        context.store,
        LOG,
        app,
        "unread_at" if wanted.unread else "at",
        descending,
        lambda entry: concerns(entry, wanted.fields),
        equal={looked_up: str(wanted.fields[looked_up])} if looked_up and is_indexed else {},
        asked=asked,
        low=wanted.since,
        high=wanted.until,
    )


async def unread(context: Context, app: str) -> int:
    """How many failures nobody has acknowledged; it stops counting at a hundred."""
    count, _ = await count_unread(context, app)
    return count


async def count_unread(context: Context, app: str) -> tuple[int, bool]:
    """Also whether there are more than were counted."""
    page = await context.store.query(
        LOG, app=app, order="unread_at", descending=True, limit=UNREAD_MOST
    )
    return len(page.documents), page.cursor is not None


async def mark_read(context: Context, app: str, ids: list[str] | None) -> int:
    """At most a thousand a call."""
    if ids is None:
        page = await context.store.query(
            LOG, app=app, order="unread_at", descending=True, limit=_MARKED_MOST
        )
        ids = [document.key.id for document in page.documents]
    marked = 0
    for id in dict.fromkeys(ids):
        try:
            await context.store.commit([Update(log_key(app, id), remove=("unread_at",))])
        except Conflict:
            continue
        marked += 1
    return marked


async def retry(context: Context, app: str, id: str, by: str, now: int) -> Delivery:
    """What the entry says was not delivered is due again; that acknowledges the entry. Raises
    Invalid for an entry of which nothing can be sent again, and for what has arrived since.
    """
    (found,) = await context.store.get([log_key(app, id)])
    if found is None:
        raise NotFound(f"the log has no entry {id!r}", {"id": "does not exist"})
    delivery = await management.get(context, app, _delivery_of(found.data))
    if delivery["state"] == "delivered":
        raise Invalid.field("id", "is of a delivery that has arrived since")
    retried = await management.retry(context, app, delivery["id"], now, by=by)
    if "unread_at" in found.data:
        await mark_read(context, app, [id])
    return retried


def _delivery_of(entry: LogEntry) -> str:
    delivery: object = entry["custom"].get("delivery_id")
    if isinstance(delivery, str) and delivery:
        return delivery
    if entry["type"] == "test":
        raise Invalid.field("id", "is of a Test Action, which is never sent again: run it anew")
    if entry["kind"] == "delivery":
        raise Invalid.field("id", f"has no delivery: {entry['reason'] or entry['type']}")
    raise Invalid.field("id", f"is an entry of the kind {entry['kind']}, which sends nothing")
