"""Switching groups of rules on for a while, and off."""

from __future__ import annotations

from collections.abc import Sequence

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.domain.errors import Invalid, NotFound
from common.domain.log import LogEntry, new_entry
from common.domain.rule import RuleDocument
from common.domain.rule_group import LONGEST, RULE_GROUPS, RuleGroup, is_on, rule_group_key
from common.moderation.contention import ATTEMPTS, too_busy
from common.queue.messages import EndedGroup
from common.store.deciding import until_committed
from common.store.store import Create, Key
from common.store.unit_of_work import UnitOfWork

NEVER_ON: RuleGroup = {"id": "", "since": 0, "until": 0, "by": "", "reason": "", "updated_at": 0}


async def switch_on(
    context: Context, app: str, name: str, until: int, by: str, reason: str, now: int
) -> RuleGroup:
    """From now on, or on for another time. Raises NotFound for a group that no rule is of, and
    Invalid for a time that is past or too far ahead.
    """
    if not now < until <= now + LONGEST:
        raise Invalid.field("until", "has to be after now, and at most seven days ahead")
    configuration = await context.configurations.fresh(app)
    if name not in names(configuration):
        raise _missing(name)
    return await _switched(context, app, name, until, by, reason, now)


async def switch_off(
    context: Context, app: str, name: str, by: str, reason: str, now: int
) -> RuleGroup:
    """Of a group that is not on, nothing changes."""
    return await _switched(context, app, name, now, by, reason, now)


def all_of(configuration: Configuration) -> list[RuleGroup]:
    """Those that rules are of, and those that were ever on."""
    known = configuration.rule_groups
    return [
        known.get(name) or {**NEVER_ON, "id": name}
        for name in sorted({*known, *names(configuration)})
    ]


def names(configuration: Configuration) -> Sequence[str]:
    rules = configuration.rule_documents.values()
    return sorted({each["group"] for each in rules if each.get("group")})


async def on_until(
    context: Context, app: str, rules: Sequence[RuleDocument], now: int
) -> dict[str, int]:
    """When those of these rules' groups end that are on."""
    if not any(rule.get("group") for rule in rules):
        return {}
    groups = (await context.configurations.fresh(app)).rule_groups.values()
    return {each["id"]: each["until"] for each in groups if is_on(each, now)}


async def get(context: Context, app: str, name: str) -> RuleGroup:
    configuration = await context.configurations.fresh(app)
    for group in all_of(configuration):
        if group["id"] == name:
            return group
    raise _missing(name)


async def end(context: Context, message: EndedGroup, now: int) -> None:
    """Says in the log that a group's time is up. One that was switched since changes nothing."""
    key: Key[RuleGroup] = Key(message.app, RULE_GROUPS, message.group)

    async def attempt() -> None:
        unit = UnitOfWork(context.store)
        group = await unit.get(key)
        if group is None or "ends_at" not in group or group["until"] > now:
            return
        group.pop("ends_at")
        group.pop("swept", None)
        at = str(group["until"])
        unit.add(
            _entry(message.app, group, "ended", "", "", now, ("log", "group", group["id"], at))
        )
        await unit.commit()

    await until_committed(attempt, ATTEMPTS, too_busy())


async def _switched(
    context: Context, app: str, name: str, until: int, by: str, reason: str, now: int
) -> RuleGroup:
    key = rule_group_key(app, name)

    async def attempt() -> RuleGroup:
        unit = UnitOfWork(context.store)
        known = await unit.get(key)
        turns_on = until > now
        if not turns_on and (known is None or not is_on(known, now)):
            return known or await get(context, app, name)
        new: RuleGroup = {**NEVER_ON, "id": name}
        group = known if known is not None else unit.create(key, new)
        if not is_on(group, now):
            group["since"] = now
        group.update({"until": until, "by": by, "reason": reason, "updated_at": now})
        group.pop("swept", None)
        if turns_on:
            group["ends_at"] = until
        else:
            group.pop("ends_at", None)
        unit.add(_entry(app, group, "on" if turns_on else "off", by, reason, now))
        await context.configurations.change(app, unit.writes(), unit.messages)
        return group

    return await until_committed(attempt, ATTEMPTS, too_busy())


def _entry(
    app: str,
    group: RuleGroup,
    type: str,
    by: str,
    reason: str,
    now: int,
    derived_from: tuple[str, ...] = (),
) -> Create[LogEntry]:
    custom = {"group": group["id"], "since": group["since"], "until": group["until"]}
    return new_entry(
        app,
        "rule",
        f"group_{type}",
        now,
        by=by,
        reason=reason,
        custom=custom,
        derived_from=derived_from,
    )


def _missing(name: str) -> NotFound:
    return NotFound(f"there is no rule of the group {name!r}", {"name": "is the group of no rule"})
