"""A moderator's decision on an item or a user (contract section 7)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.delivery.outbox import Outbox
from common.domain.content import is_user
from common.domain.errors import Invalid, NotFound, Outdated
from common.domain.follow_up import follow_up_key, new_follow_up
from common.domain.item import Item, author_of, item_id, item_key, version_of
from common.domain.log import LogEntry
from common.domain.times import MINUTE
from common.domain.user import user_key
from common.moderation.contention import ATTEMPTS, too_busy
from common.moderation.enforcement.stated import Sent
from common.moderation.reports import flags
from common.moderation.reports.flag_options import FlagOptions
from common.moderation.review import second_looks
from common.moderation.review.decisions import (
    answering,
    appeals,
    reversals,
    statistics,
    waiting,
)
from common.moderation.review.decisions.announcements import announce
from common.moderation.review.decisions.appeals import Decided
from common.moderation.review.decisions.changes import entry_of, note_decision
from common.moderation.review.decisions.decision import Decision
from common.moderation.review.decisions.orders import check_is_heard, orders_of
from common.moderation.review.decisions.settling import settled_first
from common.moderation.review.decisions.stated import StatedDecision
from common.moderation.review.decisions.subject import Subject
from common.moderation.review.decisions.verdicts import note_verdict, reported
from common.moderation.statements.stating import Stating
from common.moderation.users.standing import expect
from common.moderation.webhooks.events import WebhookEvents
from common.queue.messages import DueFollowUp
from common.store.deciding import until_committed
from common.store.unit_of_work import UnitOfWork

Also = Callable[[UnitOfWork, Decided], Awaitable[None]]


async def decide(
    context: Context, app: str, decision: Decision, now: int, *, also: Also | None = None
) -> Decided:
    """What a check or a report has led to comes before a decision that was made after it, so it is
    recorded first; the trigger that was to see to it then finds nothing more to do. What takes a
    second person and has none yet only waits. `also` is done in the commit of the decision.
    """
    if decision.type.effect is None:
        return Decided(await _flag(context, app, decision, now))
    configuration = await context.configurations.of(app)
    waits = not decision.approved_by and waiting.takes_two(decision, configuration)
    if waits:
        waiting.check_alone(decision, configuration)

    async def attempt() -> Decided:
        # A decision that is refused is so here, before anything else has changed.
        unit, decided = await _decided(context, app, decision, now)
        if waits:
            return await _waiting(context, app, decision, decided.item, now)
        await expect(context, app, decision.options.expected())
        if decided.item is not None and await settled_first(context, app, decided.item, now):
            # What was recorded just now had happened before the item was looked at.
            unit, decided = await _decided(context, app, replace(decision, if_version=""), now)
        if also is not None:
            await also(unit, decided)
        await unit.commit()
        return decided

    return await until_committed(attempt, ATTEMPTS, too_busy())


async def _waiting(
    context: Context, app: str, decision: Decision, item: Item | None, now: int
) -> Decided:
    """The item is as it was: nothing has happened to it."""
    approval = await waiting.propose(context, app, decision, item, now)
    (found,) = await context.store.get([item_key(app, item["id"])]) if item else (None,)
    return Decided(found.data if found is not None else None, approval=approval)


async def preview(context: Context, app: str, decision: Decision, now: int) -> Stating:
    """What the decision would state, of which nothing is committed. Raises what it would raise."""
    if decision.type.effect is None:
        return Stating(
            context, UnitOfWork(context.store), await context.configurations.of(app), now
        )
    _, decided = await _decided(context, app, decision, now, is_preview=True)
    assert decided.statements is not None
    return decided.statements


async def _decided(
    context: Context, app: str, decision: Decision, now: int, *, is_preview: bool = False
) -> tuple[UnitOfWork, Decided]:
    """What the decision changes, not committed. Raises Invalid where it cannot be carried out."""
    effect = decision.type.effect
    assert effect is not None
    unit = UnitOfWork(context.store)
    appeal = await appeals.named(unit, app, decision)
    if appeal is not None:
        decision = appeals.on_what_is_appealed(decision, appeal)
    subject = await _subject(unit, app, decision, now)
    _check_version(decision, subject.item)
    decides = [appeal] if appeal else await appeals.unnamed(unit, app, decision, subject)
    await answering.check(context, unit, app, decision, decides)
    before = appeals.standing(subject)
    unit.add(*statistics.counted(app, decision, subject.item, subject.now))
    configuration = await context.configurations.of(app)
    stated = StatedDecision(context, configuration, decision, subject, is_preview=is_preview)
    await effect(subject, decision.options, decision.moderator)
    entry = entry_of(app, decision, subject, decides)
    unit.add(entry)
    reports = reported(subject.item)
    if subject.item is not None and not appeals.leaves_item(decision, decides):
        note_decision(subject.item, decision, entry.data, subject.now)
        if decision.type.reviews and not decides:
            await second_looks.sample(context, unit, app, subject.item, decision.moderator, now)
    _follow_up(unit, app, decision, subject, entry.data)
    if subject.item is not None:
        note_verdict(unit, app, subject.item, decision, reports, entry.data["id"], now)
    decided = Decided(subject.item, decides)
    if decides:
        await appeals.settle(unit, app, decides, decision, subject, entry.data)
        decided.warning = appeals.warning_of(decision, before, appeals.standing(subject))
    outbox = Outbox(unit, app, subject.now)
    events = await _send(context, configuration, decision, subject, entry.data, outbox, stated)
    decided.statements = stated.stating
    reversals.follow(unit, app, decides, outbox.ordered, subject.now)
    await appeals.tell(context, app, events, decides, subject, entry.data)
    return unit, decided


def _check_version(decision: Decision, item: Item | None) -> None:
    """Raises Outdated where somebody looked at another item than there is now."""
    if decision.if_version and (item is None or version_of(item) != decision.if_version):
        problem = "is not what the item is now: it has changed since"
        raise Outdated(f"if_version {problem}", {"if_version": problem})


def _follow_up(
    unit: UnitOfWork, app: str, decision: Decision, subject: Subject, entry: LogEntry
) -> None:
    """Has what the decision means for the user's other content done by the queue."""
    item, waiting = subject.item, decision.options.waiting()
    if waiting is None:
        return
    if waiting.asked_by and item is not None and not is_user(item["entity_type"]):
        name = f"{decision.type.name}.{waiting.asked_by}"
        raise Invalid.field(name, "is for decisions on a user, and the item is content")
    if not subject.user_id:
        return
    due = new_follow_up(
        entry["id"],
        subject.user_id,
        decision.type.name,
        decision.moderator,
        decision.reason,
        waiting,
        subject.now,
    )
    unit.create(follow_up_key(app, due["id"]), due)
    unit.send(DueFollowUp(app, due["id"]))


async def _flag(context: Context, app: str, decision: Decision, now: int) -> Item:
    options = decision.options
    if not isinstance(options, FlagOptions):
        raise TypeError(f"{decision.type.name} has no effect and is no flag")
    flagged = item_id(app, options.entity_type, options.entity_id)
    if decision.item_id and decision.item_id != flagged:
        raise Invalid.field("flag.entity_id", "is of another entity than item_id")
    (found,) = await context.store.get([item_key(app, flagged)])
    _check_version(decision, found.data if found else None)
    new = flags.new_flag_of(options, decision.moderator, "moderator", is_decision=True)
    return await flags.flag(context, app, [new], now)


async def _subject(unit: UnitOfWork, app: str, decision: Decision, now: int) -> Subject:
    item = await _item(unit, app, decision)
    user_id = decision.named_user or (author_of(item) if item else "")
    user = await unit.get(user_key(app, user_id)) if user_id else None
    return Subject(unit, app, item, user_id, user, _after_evaluation(item, now))


def _after_evaluation(item: Item | None, now: int) -> int:
    """The time of a decision on what the item is. `enforce` may have looked at it since the request
    came, and what is decided on is before what decides it. A clock that was set back is none of it.
    """
    evaluated_at = item.get("evaluated_at", 0) if item is not None else 0
    return evaluated_at + 1 if now <= evaluated_at < now + MINUTE else now


async def _item(unit: UnitOfWork, app: str, decision: Decision) -> Item | None:
    """None where only a user is named. Raises NotFound for an item that does not exist."""
    id = decision.item_id or _named_item(app, decision)
    if not id:
        if decision.named_user:
            return None
        raise Invalid.field("item_id", "is required")
    item = await unit.get(item_key(app, id))
    if item is None and not decision.item_id and decision.named_user:
        return None
    if item is None:
        raise NotFound(f"there is no item {id!r}", {"item_id": "does not exist"})
    _check_entity(decision, item)
    return item


def _check_entity(decision: Decision, item: Item) -> None:
    """Raises Invalid where the options name neither the item's entity nor its author."""
    named = decision.options.named()
    is_own = named.entity_id == item["entity_id"] and named.entity_type in ("", item["entity_type"])
    is_of_user = not named.entity_type or is_user(named.entity_type)
    if not named.entity_id or is_own or (is_of_user and named.entity_id == author_of(item)):
        return
    name = f"{decision.type.name}.entity_id"
    raise Invalid.field(name, "is of another entity than item_id, and not its creator")


def _named_item(app: str, decision: Decision) -> str:
    named = decision.options.named()
    if not named.entity_id:
        return ""
    if not named.entity_type:
        name = f"{decision.type.name}.entity_type"
        raise Invalid.field(name, "is required with entity_id")
    return item_id(app, named.entity_type, named.entity_id)


async def _send(
    context: Context,
    configuration: Configuration,
    decision: Decision,
    subject: Subject,
    entry: LogEntry,
    outbox: Outbox,
    stated: StatedDecision,
) -> WebhookEvents:
    """To the app's own actions, and to its webhooks."""
    check_is_heard(decision, subject, configuration)
    if decision.type.decides_user and subject.user_id:
        await outbox.note_decision(subject.user_id)
    orders = orders_of(decision, subject, configuration.actions, subject.now)
    sent = Sent([(order, await outbox.add(order)) for order in orders])
    events = WebhookEvents(context, configuration, outbox, subject.now)
    await announce(events, decision, subject, entry)
    await stated.state(entry, sent, events.announcer)
    return events
