"""Enforce: evaluate the rules on what changed, decide, and record it in one commit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.delivery.outbox import Outbox
from common.domain import history
from common.domain.flag import flag_key
from common.domain.item import (
    Item,
    author_of,
    enter_queue,
    is_decided,
    is_first_flag,
    is_queued,
    item_key,
    queue_before,
)
from common.domain.item_lists import add_ids
from common.domain.recommendation import KEEP, strongest
from common.domain.settings import are_statements_made
from common.domain.user import User, history_key, user_key
from common.moderation.counters import add_counts, count_flagged
from common.moderation.enforcement import inputs, observing, triggering
from common.moderation.enforcement.asking import ask_if_due
from common.moderation.enforcement.automatic_flags import note_flagged_content
from common.moderation.enforcement.backgrounds import Background, background_of, needs_history
from common.moderation.enforcement.consequences import consequences_of
from common.moderation.enforcement.counting import note_acted
from common.moderation.enforcement.firings import Firings, firings_in, record
from common.moderation.enforcement.kept_flags import keep_flags
from common.moderation.enforcement.observing import Observed
from common.moderation.enforcement.outcome import Outcome
from common.moderation.enforcement.outcomes import outcome_of
from common.moderation.enforcement.stated import Sent, state_evaluation
from common.moderation.enforcement.triggering import CHECKED, RECATEGORISED, REPORTED
from common.moderation.enforcement.weighing import weigh
from common.moderation.statements.stating import Stating
from common.moderation.users.standing import expect, expected
from common.moderation.webhooks.events import ItemChange, WebhookEvents
from common.queue.messages import Trigger
from common.store.deciding import until_committed
from common.store.store import Conflict, Key, Update
from common.store.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from common.rules.conditions.base import Scope
    from common.rules.evaluator import Evaluation

_ATTEMPTS = 50
_PRUNE_FROM = 50
# One item in 64 has its author's history looked through for old buckets, whatever the rules need.
_PRUNING_IDS = ("00", "40", "80", "c0")


async def enforce(context: Context, trigger: Trigger, now: int) -> None:
    """A trigger whose item is already evaluated changes nothing. Raises Conflict when the item
    keeps changing; the queue then delivers again.
    """
    app, key = trigger.app, item_key(trigger.app, trigger.item)
    configuration = await context.configurations.of(app, trigger.configuration)

    async def attempt() -> None:
        unit = UnitOfWork(context.store)
        item = await unit.get(key)
        if item is None or "pending_since" not in item:
            return
        if REPORTED in item["pending"] or RECATEGORISED in item["pending"]:
            await weigh(context, unit, configuration, item, now)
        scopes = triggering.scopes_of(item, item["pending"])
        keeps = inputs.are_kept(configuration, item, scopes)
        background = await _background_of(context, configuration, item, scopes, keeps=keeps)
        firings, observed = Firings({}, item, now), Observed.of(item, scopes, keeps=keeps)

        async def settle(evaluations: Sequence[Evaluation]) -> None:
            nonlocal firings
            observed.note(evaluations)
            firings = await firings_in(unit, app, item, evaluations, now)
            firings.settle(evaluations)

        async def author() -> User | None:
            return background.user or await unit.get(user_key(app, author_of(item)))

        outcome = await outcome_of(
            configuration, app, item, background, now, settle, author, observed.spent
        )
        await observing.keep(context, unit, configuration, observed, background, outcome, now)
        ask_if_due(unit, configuration, item, {match.rule_id for match in outcome.matches}, now)
        of = await consequences_of(unit, configuration, item, outcome, firings, now)
        outcome, banned, done, ladder = of.outcome, of.banned, of.done, of.ladder
        record(unit, app, firings, outcome.matches)
        causes = item["pending"]
        change = _record(unit, app, item, outcome, now)
        if _is_pruned(configuration, item, scopes):
            _prune(unit, history_key(app, item["creator_id"]), background.history, now)
        if background.address_key is not None:
            _prune(unit, background.address_key, background.address, now)
        noted = await note_flagged_content(unit, app, item, outcome.engines, now)
        flagged = [*done.flagged, *ladder.flagged, *([noted] if noted is not None else [])]
        others = [each.item for each in flagged if each.item is not item]
        add_counts(unit, count_flagged(app, [item, *others], now))
        keep_flags(unit, app, [item, *others], now)
        outbox = Outbox(unit, app, now)
        by_engine = banned.orders if banned else ()
        orders = [*outcome.orders, *by_engine, *done.orders, *ladder.orders]
        sent = Sent([(order, await outbox.add(order)) for order in orders])
        events = WebhookEvents(context, configuration, outbox, now)
        if are_statements_made(configuration.settings):
            stating = Stating(context, unit, configuration, now)
            await state_evaluation(stating, configuration, item, of, causes, sent)
            await stating.tell(events.announcer)
        for each in (change, *flagged):
            await events.of_change(each)
        for made in (*([banned] if banned is not None else ()), *done.bans, *ladder.bans):
            await expect(context, app, expected(made.user["bans"][-1]))
            await events.of_ban(made.user, made.entry)
        for by_rule in done.bans:
            if mode := by_rule.deletes:
                user, entry = by_rule.user, by_rule.entry
                await events.of_messages_deleted(user, "", entry, is_hard=mode == "hard")
        await unit.commit()

    await until_committed(attempt, _ATTEMPTS, Conflict(key))


async def _background_of(
    context: Context,
    configuration: Configuration,
    item: Item,
    scopes: Sequence[Scope],
    *,
    keeps: bool,
) -> Background:
    """What is kept for backtests has all of it: the rule to come may look at what none looks at."""
    with_history = keeps or item["id"].endswith(_PRUNING_IDS)
    return await background_of(
        context.store, configuration, item, scopes, with_history=with_history, with_user=keeps
    )


def _is_pruned(configuration: Configuration, item: Item, scopes: Sequence[Scope]) -> bool:
    return item["id"].endswith(_PRUNING_IDS) or needs_history(configuration, scopes)


def _record(unit: UnitOfWork, app: str, item: Item, outcome: Outcome, now: int) -> ItemChange:
    """The item as it is then is in the change, with the labels that the rules saw."""
    is_first, causes = is_first_flag(item), item["pending"]
    before = item.pop("before_rules", None) or queue_before(item)
    outcome.note_before(before)
    item["evaluated_at"] = now
    if is_first and (outcome.engines or outcome.flags):
        item["first_flagged_at"] = now
    if not is_decided(item):
        if outcome.recommended != KEEP:
            item.setdefault("policy_recommends", item["recommended_action"])
        item["recommended_action"] = strongest([item["recommended_action"], outcome.recommended])
    if outcome.recommended != KEEP:
        item.pop("raised_by_report", None)
    if outcome.flags:
        item["flags_count"] += len(outcome.flags)
        enter_queue(item, now)
        item["updated_at"] = now
    elif outcome.action_ids and is_queued(item) and not is_decided(item):
        item["queue_updated_at"] = item["updated_at"] = now
    add_ids(item, [flag["id"] for flag in outcome.flags], outcome.action_ids)
    note_acted(item, outcome.matches, now)
    item.pop("pending_since", None)
    item.pop("swept", None)
    item.pop("pending", None)
    item.pop("pending_labels", None)
    item.pop("replaced_at", None)
    item.pop("withdrawn", None)
    unit.add(*outcome.entries)
    for flag in outcome.flags:
        unit.create(flag_key(app, flag["id"]), flag)
    return ItemChange(
        str(item["revision"]),
        {**item, "labels": outcome.item["labels"]},
        outcome.engines,
        outcome.flags,
        outcome.matches,
        is_first=is_first,
        is_completed=CHECKED in causes and item["status"] == "complete",
    )


def _prune(
    unit: UnitOfWork, key: Key[dict[str, int]], past: Mapping[str, int] | None, now: int
) -> None:
    """Old buckets go when there are enough of them to be worth a write."""
    gone = history.expired(past or {}, now)
    if len(gone) >= _PRUNE_FROM:
        unit.add(Update(key, remove=gone, upsert=True))
