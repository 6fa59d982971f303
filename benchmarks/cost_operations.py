"""The operations whose cost is counted, each with what its function calls."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from itertools import count
from pathlib import Path

from benchmarks.cost_world import (
    BAD,
    CATEGORY,
    CLEAN,
    COUNTING,
    PASTS,
    SLOW,
    Row,
    World,
    open_world,
)
from common.configuration.configuration import Configurations
from common.domain.content import HIVE_POST, USER_ENTITY
from common.domain.settings import AppSettings
from common.moderation.appeals import filing
from common.moderation.appeals.against import Wanted
from common.moderation.content.checks import check
from common.moderation.content.scans import scan
from common.moderation.enforcement.counting import is_sampled
from common.moderation.filtering.paging import Asked
from common.moderation.reports import flags
from common.moderation.reports.new_flags import NewFlag
from common.moderation.reports.reports import Report, report
from common.moderation.resources import settings
from common.moderation.review import queue
from common.moderation.review.decisions.action_types import ACTION_TYPES
from common.moderation.review.decisions.decision import Decision
from common.moderation.review.decisions.decisions import decide
from common.moderation.review_items import review_items
from common.moderation.sweeps import sweep
from common.moderation.users import mutes
from common.queue.messages import ScanOrder

WAITING = 200
PAGE = 25
CHECK, ENFORCE = "check, new and clean", "enforce, nothing triggered"
CHECK_USER, ENFORCE_USER = f"{CHECK}, user rules", f"{ENFORCE}, user rules"
_DAY = 86_400 * 10**9


async def measure() -> list[Row]:
    """All but the first two with rules that look at the author's history."""
    with tempfile.TemporaryDirectory() as folder:
        plain, full = open_world(Path(folder) / "plain"), open_world(Path(folder) / "full")
        try:
            await plain.configure(user_rules=False)
            await full.configure(user_rules=True)
            for world in (plain, full):
                await world.count_queue()
                await _known(world)
            await _clean(plain, CHECK, ENFORCE)
            await _clean(full, CHECK_USER, ENFORCE_USER)
            for part in (
                _again,
                _flagged,
                _delivered,
                _complained,
                _scanned,
                _counted,
                _listed,
                _reviewed,
                _alone,
            ):
                await part(full)
            return plain.rows + full.rows
        finally:
            plain.close()
            full.close()


async def measure_pasts() -> list[Row]:
    """A check with its enforcement, for authors with more and more behind them."""
    with tempfile.TemporaryDirectory() as folder:
        world = open_world(Path(folder))
        try:
            await world.configure(user_rules=True)
            await _known(world)
            for posts in PASTS:
                id = f"after {posts}"
                await world.remember(id, posts)
                with world.counted(f"{posts:,}", calls=2):
                    await world.check(id)
                    await world.enforce(id)
            return world.rows
        finally:
            world.close()


async def _known(world: World) -> None:
    """What an app's first evaluations keep once, and an instance then knows, is no cost of a check:
    until one was counted for those that are not, and another found what that one had kept.
    """
    left = 2
    for number in count():
        checked = await world.check(f"before {number}")
        await world.enforce(f"before {number}")
        left -= is_sampled(checked.item["id"], checked.item["revision"])
        if not left:
            return


async def _clean(world: World, check: str, enforce: str) -> None:
    with world.counted(check):
        await world.check("1")
    with world.counted(enforce):
        await world.enforce("1")


async def _again(world: World) -> None:
    with world.counted("enforce, the same trigger again"):
        await world.enforce("1")
    with world.counted("check, the same content again"):
        await world.check("1")
    with world.counted("check, edited"):
        await world.check("1", f"{CLEAN} And home by bus.")
    await world.enforce("1")


async def _flagged(world: World) -> None:
    with world.counted("check, new and flagged"):
        checked = await world.check("2", BAD)
        assert checked.is_noteworthy
        await review_items(world.context, world.app, [checked.item])
    with world.counted("enforce, a callback and a flag for review"):
        await world.enforce("2")


async def _delivered(world: World) -> None:
    (delivery,) = await world.deliveries()
    with world.counted("deliver, done at the first attempt"):
        await world.deliver(delivery)
    await world.check("3", BAD)
    await world.enforce("3")
    (delivery,) = await world.deliveries()
    with world.counted("deliver, failed once and then done", calls=2):
        await world.deliver(delivery, status=500)
        await world.deliver(delivery, later=_DAY)
    assert not await world.deliveries()


async def _complained(world: World) -> None:
    context, app = world.context, world.app
    with world.counted("flag"):
        role = await flags.reporter_type(context, app, "ben")
        complaint = NewFlag(HIVE_POST, "1", "ben", categories=(CATEGORY,), reporter_type=role)
        await flags.flag(context, app, [complaint], world.now())
    with world.counted("enforce, after a flag or report"):
        await world.enforce("1")
    with world.counted("report"):
        await report(context, app, Report("1", None, (CATEGORY,), "eve"), world.now())
    await world.enforce("1")


async def _scanned(world: World) -> None:
    with world.counted("check, with slow engines to come"):
        checked = await world.check("4", policy=SLOW)
    await world.enforce("4")
    configuration = await world.context.configurations.of(world.app)
    with world.counted("scan"):
        order = ScanOrder(world.app, checked.task_id or "", configuration=configuration.version)
        await scan(world.context, order, world.now())
    await world.enforce("4")


async def _counted(world: World) -> None:
    """Of an author who has posted something else before."""

    async def posted(id: str, text: str) -> None:
        author = replace(world.submission(id, text, COUNTING), creator_id="a frequent author")
        await check(world.context, world.app, author, world.now())

    for number in range(10):
        await posted(f"5 {number}", f"{CLEAN} This was day {number} of our walk {number * '.'}")
        await world.enforce(f"5 {number}")
    with world.counted("check, new and clean, user rules, floods and velocity"):
        await posted("5", "Does anybody know when the ferry goes back?")
    await world.enforce("5")


async def _reviewed(world: World) -> None:
    context, app = world.context, world.app
    for number in range(WAITING):
        await world.handled(f"waiting {number}", BAD)
    asked = Asked({"reviewed": False}, limit=PAGE)
    with world.counted(f"review_queue, a page of {PAGE} of {WAITING}"):
        await queue.stats(context, app, world.now())
        found = await queue.query(context, app, asked)
    assert len(found.review_items) == PAGE
    with world.counted("review_queue, the next page"):
        await queue.stats(context, app, world.now())
        await queue.query(context, app, replace(asked, cursor=found.next))
    # The app's first ban changes its configuration.
    await _banned(world, found.review_items[2].item["id"])
    await world.context.configurations.of(app)
    with world.counted("submit_action, a ban"):
        await _banned(world, found.review_items[0].item["id"])
    author = found.review_items[0].item["creator_id"]
    with world.counted("appeal, against the ban"):
        wanted = Wanted(USER_ENTITY, author, "I quoted somebody else.")
        await filing.file(context, app, author, wanted, world.now())
    other = found.review_items[1].item["creator_id"]
    with world.counted("mute"):
        await mutes.mute(context, app, author, [other], None, world.now())


async def _banned(world: World, item: str) -> None:
    type = ACTION_TYPES["ban"]
    decision = Decision(type, "moderator", item, type.options_of(None), "spam")
    decided = await decide(world.context, world.app, decision, world.now())
    assert decided.item is not None
    await review_items(world.context, world.app, [decided.item])


async def _alone(world: World) -> None:
    """What costs without being asked for."""
    with world.counted("sweep, nothing to do"):
        await sweep(world.context, world.now())
    configurations = Configurations(world.context.store, ttl=0)
    with world.counted("configuration, read by a new instance", calls=0):
        await configurations.of(world.app)
    with world.counted("configuration, looked after", calls=0):
        await configurations.of(world.app)


_PARTS = (_again, _flagged, _delivered, _complained, _scanned, _counted, _reviewed, _alone)


async def _listed(world: World) -> None:
    await _set(world, {"list_content": True})
    with world.counted(f"{CHECK_USER}, all content listed"):
        await world.check("listed")
    with world.counted("enforce, nothing triggered, all content listed"):
        await world.enforce("listed")
    await _set(world, {"list_content": False})


async def _set(world: World, fields: AppSettings) -> None:
    """With the configuration read again, as each instance does once."""
    await settings.put(world.context, world.app, fields, world.now())
    await world.check(f"after {fields}")
    await world.enforce(f"after {fields}")
