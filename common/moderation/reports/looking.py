"""Reports as they are looked for, and what is known of who made them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from common.configuration.context import Context
from common.domain.content import HIVE_POST, USER_ENTITY
from common.domain.errors import Invalid, NotFound
from common.domain.flag import FLAGS, USER_REPORT, Flag
from common.domain.item import item_id
from common.domain.reporter import REPORTERS, Rates, Reporter, reporter_id, reporter_key
from common.moderation.enforcement.weighing import rates_for
from common.moderation.filtering.paging import Asked, Paged
from common.moderation.filtering.scanning import Scan
from common.store.store import Page


@dataclass(frozen=True, slots=True)
class Wanted:
    """At most one of the first three is what was reported; empty is whatever it is."""

    item: str = ""
    post: str = ""
    user: str = ""
    reporter: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    reporter: Reporter
    rates: Rates


async def query(
    context: Context, app: str, wanted: Wanted, limit: int, cursor: str | None
) -> Paged[Flag]:
    """The newest first. There are indexes by what was reported, by reporter and by category; of
    what is asked for besides, 2,000 reports a call are looked through.
    """
    item = _item(app, wanted)
    equal: Mapping[str, str] = {"type": USER_REPORT}
    if item:
        equal = {"item_id": item}
    elif wanted.reporter:
        equal = {"user_id": wanted.reporter}
    elif wanted.category:
        equal = {"categories": wanted.category}

    def matches(flag: Mapping[str, object]) -> bool:
        categories = flag.get("categories") or ()
        return (
            flag.get("type") == USER_REPORT
            and wanted.reporter in ("", flag.get("user_id"))
            and (not wanted.category or wanted.category in categories)  # type: ignore[operator]
        )

    asked = Asked(limit=limit, cursor=cursor)
    scan = Scan(context.store, FLAGS, app, "created_at", True, matches, equal, asked=asked)
    return await scan.page()


def _item(app: str, wanted: Wanted) -> str:
    given = {
        "item_id": wanted.item,
        "post_id": wanted.post and item_id(app, HIVE_POST, wanted.post),
        "user_id": wanted.user and item_id(app, USER_ENTITY, wanted.user),
    }
    found = {name: id for name, id in given.items() if id}
    if len(found) > 1:
        first, second, *_ = found
        raise Invalid.field(second, f"cannot be combined with {first}")
    return next(iter(found.values()), "")


async def get(context: Context, app: str, user: str, now: int) -> Known:
    """Raises NotFound for one whose reports nobody has decided on."""
    (found,) = await context.store.get([reporter_key(app, reporter_id(user))])
    if found is None or not found.data["judged"]:
        problem = "made no report that was decided on"
        raise NotFound(f"nothing is known of the reporter {user!r}", {"id": problem})
    return Known(found.data, await rates_for(context, app, now))


async def reporters(
    context: Context, app: str, limit: int, cursor: str | None, now: int, *, worst: bool
) -> tuple[Page[Reporter], Rates]:
    """By what they were worth when a report of theirs was last decided on."""
    page = await context.store.query(
        REPORTERS,
        app=app,
        order="score",
        descending=not worst,
        limit=limit,
        cursor=cursor,
    )
    return page, await rates_for(context, app, now)
