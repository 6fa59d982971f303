"""Second looks: which decisions are looked at again, by whom, and how far people agree."""

from __future__ import annotations

from collections import defaultdict

from common.configuration.context import Context
from common.domain.agreement import Unit, agreement
from common.domain.decided import was_kept
from common.domain.errors import Invalid, NotAllowed, NotFound, Outdated
from common.domain.item import Item, item_key
from common.domain.log import new_entry
from common.domain.second_look import (
    SECOND_LOOKS,
    Agreements,
    SecondLook,
    Shown,
    Verdict,
    is_sampled,
    second_look_id,
    second_look_key,
)
from common.moderation.contention import ATTEMPTS, too_busy
from common.store.deciding import until_committed
from common.store.unit_of_work import UnitOfWork

_PAGE = 100
_LOOKED_AT = 20_000


async def sample(
    context: Context, unit: UnitOfWork, app: str, item: Item, by: str, now: int
) -> None:
    """Where the item's policy has a share of its decisions looked at again, and this is one. What
    nobody in person decided is none, nor what says nothing of whether the content may stay.
    """
    policy = item.get("config_key", "")
    settings = (await context.configurations.of(app)).settings
    percent = (settings.get("second_look_percent") or {}).get(policy, 0)
    kept = was_kept(item) if percent and by else None
    id = second_look_id(app, item)
    if kept is None or not is_sampled(id, percent):
        return
    first: Verdict = "keep" if kept else "act"
    known = await unit.get(second_look_key(app, id))
    if known is None:
        new: SecondLook = {
            "id": id,
            "item_id": item["id"],
            "content": item.get("payload_hash", ""),
            "policy": policy,
            "state": "open",
            "at": now,
            "first": first,
            "first_by": by,
        }
        unit.create(second_look_key(app, id), new)
    elif known["state"] == "open":
        known.update({"at": now, "first": first, "first_by": by})


async def waiting(
    context: Context, app: str, by: str, limit: int, cursor: str | None
) -> tuple[list[Shown], str | None]:
    """Those that are open and whose first decision was another's, the oldest first. A page may be
    shorter than it was asked for although others follow.
    """
    page = await context.store.query(
        SECOND_LOOKS, app=app, equal={"state": "open"}, order="at", limit=limit, cursor=cursor
    )
    looks = [each.data for each in page.documents if each.data["first_by"] != by]
    found = await context.store.get([item_key(app, look["item_id"]) for look in looks])
    shown = [
        Shown(look, item.data)
        for look, item in zip(looks, found, strict=True)
        if item is not None and item.data.get("payload_hash", "") == look["content"]
    ]
    return shown, page.cursor


async def answer(
    context: Context, app: str, id: str, by: str, verdict: Verdict, reason: str, now: int
) -> None:
    """Raises NotFound, NotAllowed for who decided first, Invalid for one that was answered and
    Outdated where the content is another by now.
    """

    async def attempt() -> None:
        unit = UnitOfWork(context.store)
        look = await unit.get(second_look_key(app, id))
        if look is None:
            raise NotFound(f"there is no second look {id!r}", {"id": "does not exist"})
        if look["state"] != "open":
            raise Invalid.field("id", "names a second look that was answered already")
        if look["first_by"] == by:
            problem = "is not who can look at this a second time"
            raise NotAllowed(f"user_id {problem}", {"user_id": problem})
        item = await unit.get(item_key(app, look["item_id"]))
        if item is None or item.get("payload_hash", "") != look["content"]:
            problem = "is of content that is another by now"
            raise Outdated(f"id {problem}", {"id": problem})
        look.update(
            {
                "state": "done",
                "second": verdict,
                "second_by": by,
                "seconded_at": now,
                "reason": reason,
            }
        )
        unit.add(
            new_entry(
                app,
                "feedback",
                "second_look",
                now,
                item_id=look["item_id"],
                by=by,
                reason=reason,
                custom={"second_look_id": id, "verdict": verdict, "policy": look["policy"]},
            )
        )
        await unit.commit()

    await until_committed(attempt, ATTEMPTS, too_busy())


async def agreements(context: Context, app: str, since: int, until: int) -> Agreements:
    """Of what was decided from `since` to before `until` and looked at again."""
    units: defaultdict[str, list[Unit]] = defaultdict(list)
    cursor: str | None = None
    seen = 0
    while seen < _LOOKED_AT:
        page = await context.store.query(
            SECOND_LOOKS,
            app=app,
            equal={"state": "done"},
            order="at",
            low=since,
            high=until,
            limit=_PAGE,
            cursor=cursor,
        )
        for document in page.documents:
            look = document.data
            units[look["policy"]].append((look["first"], look["second"]))
        seen += len(page.documents)
        cursor = page.cursor
        if cursor is None:
            break
    return Agreements(
        {policy: agreement(each) for policy, each in sorted(units.items())},
        {policy: sum(one == other for one, other in each) for policy, each in units.items()},
        cursor is None,
    )
