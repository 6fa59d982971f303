"""Everything about rules that queries, with whatever the query takes.

What is undone is looked at by the parts that look, each given what makes it look: nothing of it is
committed.
"""

from __future__ import annotations

from collections.abc import Coroutine, Iterator
from typing import Any, cast

import pytest

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.domain.delivery import delivery_key
from common.domain.enforcement import BAN_USER
from common.domain.errors import Invalid, NotFound
from common.domain.feed import feed_key, new_feed
from common.domain.flag import RULE, flag_key
from common.domain.item import SHARDS, item_key
from common.domain.log import log_key, new_entry
from common.domain.rule import RuleContent
from common.domain.settings import AppSettings
from common.domain.spam_string import NO_SPAM_MANAGER, tally_key
from common.domain.strikes import strike_policy_key
from common.domain.task import new_job
from common.domain.undo import Undo
from common.domain.user import user_key
from common.moderation.background import (
    batch_undos,
    held_enforcements,
    inputs_expiry,
    list_hits,
    report_drops,
)
from common.moderation.background.backtest_runs import step as backtest_step
from common.moderation.background.job import Job
from common.moderation.reports import looking
from common.moderation.resources import references, rule_versions, settings
from common.moderation.resources.rule_versions import Saving
from common.moderation.review import feed
from common.moderation.rules import (
    backtests,
    drafts,
    evaluations,
    health,
    held,
    reach,
    sampling,
    shadow_counts,
    shadow_hits,
    strike_counts,
    undoing,
    version_history,
)
from common.moderation.rules.inverses import Inverses
from common.moderation.rules.lifted_bans import LiftedBans
from common.moderation.rules.raised_flags import RaisedFlags
from common.moderation.rules.taking_back import TakingBack
from common.moderation.spam import strings, tallying
from common.queue.messages import DueFeed, DueTally
from common.store.store import Create
from common.store.unit_of_work import UnitOfWork
from infra.local import seal
from tests.factories import action, delivery, entry, flag, item, user

APP = "app"
_NOW = 1_767_225_600_123_456_000
_UNDO = Undo("undo", "rule", None, 1, _NOW + 9, "mo", "")
_RULE = cast(
    RuleContent,
    {
        "name": "Spam",
        "scope": "user",
        "enabled": True,
        "position": 0,
        "when": {"type": "post_count", "operator": "gt", "value": 3, "window": "24h"},
        "actions": ["hide"],
    },
)


def ruling(context: Context) -> Iterator[Coroutine[Any, Any, Any]]:
    yield from _keeping(context)
    yield from _enforcing(context)
    yield from _taking_back(context)
    yield from _reporting(context)
    yield _expire(context)
    yield _tally(context)
    for kind in (None, "url"):
        for state in (None, "seen"):
            yield strings.page(context, APP, cast(Any, kind), cast(Any, state), 10, None)
    yield _sealed(context)


def _keeping(context: Context) -> Iterator[Coroutine[Any, Any, Any]]:
    """Versions, drafts, and what is tried out."""
    yield rule_versions.save(context, APP, "rule", _RULE, Saving("mo"), _NOW)
    yield rule_versions.latest(context, APP, "rule")
    yield version_history.page(context, APP, "rule", 10, None)
    yield drafts.put(context, APP, "rule", _RULE, Saving("mo"), _NOW)
    yield drafts.page(context, APP, 10, None)
    yield references.all_drafts(context, APP)
    yield reach.reach(context, APP, "rule", None, _NOW)
    yield _sampled(context)
    yield _backtested(context)
    yield _explained(context)
    for shard in (0, len(SHARDS), len(SHARDS) + 1):
        job = _job(context, "inputs_expiry", {})
        job.task["cursor"] = str(shard)
        yield inputs_expiry.step(job)
    yield list_hits.fold(_job(context, "log_tree", {}))
    yield health.known(context, APP, 90, _NOW)
    yield shadow_counts.all_shadows(context, APP)
    shadow: Any = {"run": "run", "since": _NOW, "ends_at": _NOW}
    yield shadow_counts.counted(context, APP, [shadow], _NOW)
    yield shadow_hits.found(context, APP, cast(Any, {"run": "run"}))


async def _sampled(context: Context) -> None:
    configuration = await context.configurations.fresh(APP)
    rule = configuration.rule_documents["rule"]
    assert await sampling.Sample.of(context.store, configuration, rule, _NOW) is None


async def _backtested(context: Context) -> None:
    tested = await backtests.of_kept(context, APP, "rule", 1)
    started = await backtests.start(context, APP, tested, (1, _NOW), "mo", _NOW)
    await backtests.page(context, APP, 10, None)
    await backtest_step(_job(context, "backtest", {}, started["id"]))


async def _explained(context: Context) -> None:
    with pytest.raises(NotFound):
        await evaluations.of_user(context.store, APP, "ann", _NOW, ("user",))


def _enforcing(context: Context) -> Iterator[Coroutine[Any, Any, Any]]:
    """What caps hold, and what strikes lead to."""
    for rule in (None, "", "rule"):
        yield held.query(context, APP, "held", rule, 10, None)
    asked = {
        "rule_id": "rule",
        "rule_version": None,
        "verdict": "drop",
        "by": "mo",
        "reason": "",
        "until": _NOW,
    }
    yield held_enforcements.step(_job(context, "held_enforcements", asked))
    yield _struck(context)


async def _struck(context: Context) -> None:
    policy: Any = {"id": "spam", "name": "Spam", "steps": [], "expires_after": 30}
    times = {"created_at": _NOW, "updated_at": _NOW}
    policy = {**policy, **times, "weights": {}}
    await context.store.commit([Create(strike_policy_key(APP, "spam"), policy)])
    await strike_counts.histogram(context, APP, "spam", 10, None, _NOW)


def _taking_back(context: Context) -> Iterator[Coroutine[Any, Any, Any]]:
    yield _unknown(context)
    yield undoing.done_by(context, APP, "rule", 1, _NOW, 10, None)
    yield undoing.done_by(context, APP, "rule", None, None, 10, None)
    yield undoing.preview(context, APP, _UNDO, _NOW)
    yield _undo_a_recommendation(context)
    yield _undo_a_delivery(context)
    yield _undo_a_ban(context)
    yield _undo_a_flag(context)
    yield _undo_a_batch(context)


async def _undo_a_batch(context: Context) -> None:
    """Of what is about an item that has no list, and about a user."""
    about = item(entity_id="batched")
    about.pop("action_ids", None)
    entries = [
        new_entry(APP, "action", "block", 1, about=about, by="mo", batch_id="batch"),
        new_entry(APP, "action", "ban", 2, user_id="ann", by="mo", batch_id="batch"),
    ]
    await context.store.commit([Create(item_key(APP, about["id"]), about), *entries])
    task = await batch_undos.start(context, APP, "batch", "mo", "", _NOW, by_member=False)
    job = Job(context, APP, task, UnitOfWork(context.store), _NOW)
    assert (await batch_undos.step(job)).result["decisions"] == 2
    asked = {"reporter_id": "eve", "by": "mo", "reason": "", "until": _NOW}
    with pytest.raises(NotFound):
        await report_drops.start(context, APP, "eve", "mo", "", _NOW)
    await report_drops.step(_job(context, "report_drop", asked))


async def _unknown(context: Context) -> None:
    with pytest.raises(Invalid):
        await undoing.check_known(context, APP, "no-rule")


async def _undo_a_recommendation(context: Context) -> None:
    about = item(entity_id="r", now=1, recommended_action="remove")
    effect: Any = {"action": "block_content", "result": "done", "id": ""}
    made = entry(_NOW, id="r", kind="rule", by="", item_id=about["id"], rule_id="rule")
    made["effects"] = [effect]
    made["custom"] = {"rule_version": 1}
    unit = UnitOfWork(context.store)
    configuration = await context.configurations.fresh(APP)
    writes = [Create(item_key(APP, about["id"]), about), Create(log_key(APP, "r"), made)]
    await context.store.commit(cast(Any, writes))
    taking = TakingBack(context, configuration, unit, _UNDO, _NOW + 1)
    (taken,) = await taking.of(log_key(APP, "r"))
    assert taken.refused is None


async def _undo_a_delivery(context: Context) -> None:
    sent = delivery(id="sent", action_id="hide", subject="s", lane="s", sequence=1, attempts=1)
    await context.store.commit([Create(delivery_key(APP, "sent"), sent)])
    actions = {"hide": action("hide"), "show": action("show", reverses=["hide"])}
    configuration = Configuration(APP, 0, actions=actions)
    inverses = Inverses(context, configuration, UnitOfWork(context.store), _UNDO, _NOW)
    assert await inverses.take_back("sent") is None


async def _undo_a_ban(context: Context) -> None:
    at = _NOW - 1
    ban = {"created_at": at, "expires": None, "reason": "", "shadow": False, "created_by": ""}
    about = item(creator_id="bea")
    await context.store.commit([Create(user_key(APP, "bea"), user("bea", bans=[ban]))])
    configuration = await context.configurations.fresh(APP)
    bans = LiftedBans(context, configuration, UnitOfWork(context.store), _UNDO, _NOW)
    assert await bans.take_back(entry(at, type=BAN_USER), about, at) is None


async def _undo_a_flag(context: Context) -> None:
    """Of an item from before items named their flags."""
    about = item(entity_id="f")
    about.pop("flag_ids", None)
    raised = flag(RULE, id="raised", item_id=about["id"])
    writes = [Create(item_key(APP, about["id"]), about), Create(flag_key(APP, "raised"), raised)]
    await context.store.commit(cast(Any, writes))
    flags = RaisedFlags(context, APP, UnitOfWork(context.store), _NOW)
    assert await flags.take_back("raised", _NOW, None) is None
    await flags.settle()


def _reporting(context: Context) -> Iterator[Coroutine[Any, Any, Any]]:
    for named in ("item", "post", "user", "reporter", "category"):
        yield looking.query(context, APP, looking.Wanted(**{named: "x"}), 10, None)
    yield looking.query(context, APP, looking.Wanted(), 10, None)
    for worst in (False, True):
        yield looking.reporters(context, APP, 10, None, _NOW, worst=worst)


async def _expire(context: Context) -> None:
    await context.store.commit([Create(feed_key(APP), new_feed(30, _NOW))])
    await feed.expire(context, DueFeed(APP, _NOW), _NOW)


async def _tally(context: Context) -> None:
    spam = {**NO_SPAM_MANAGER, "enabled": True}
    await settings.put(context, APP, cast(AppSettings, {"spam_manager": spam}), _NOW)
    (begun,) = await context.store.get([tally_key(APP)])
    assert begun is not None
    due = begun.data["due_at"]
    await tallying.tally(context, DueTally(APP, due), due)


async def _sealed(context: Context) -> None:
    async for _ in seal._documents(context, [APP]):
        pass


def _job(context: Context, kind: Any, asked: dict[str, Any], id: str = "job") -> Job:
    task = new_job(kind, id, asked, {}, _NOW)
    return Job(context, APP, task, UnitOfWork(context.store), _NOW)
