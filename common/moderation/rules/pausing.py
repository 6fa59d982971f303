"""Pausing rules: they are evaluated and have no effect, one of them or all."""

from __future__ import annotations

from common.configuration.context import Context
from common.domain.log import LogEntry, new_entry
from common.domain.pause import Pause, Pausing, is_in_force
from common.domain.rule import RuleDocument, rule_key
from common.domain.settings import settings_key
from common.domain.times import to_rfc3339
from common.moderation.resources import resources
from common.moderation.resources.kinds import RULE
from common.store.deciding import until_committed
from common.store.store import Conflict, Create, Put, Update

_ATTEMPTS = 10


async def pause(context: Context, app: str, id: str, pausing: Pausing, now: int) -> RuleDocument:
    """A rule that is paused already is from now on by these terms."""
    return await _changed(context, app, id, pausing, pausing.pause(now), now)


async def resume(context: Context, app: str, id: str, pausing: Pausing, now: int) -> RuleDocument:
    """One that is not paused stays as it is; the log has in any case who wanted it."""
    return await _changed(context, app, id, pausing, None, now)


async def pause_all(context: Context, app: str, pausing: Pausing, now: int) -> Pause:
    paused = pausing.pause(now)
    change = Update(settings_key(app), set={"rules_paused": paused}, upsert=True)
    entry = _entry(app, "paused", pausing, now, {"rules": "all"})
    await context.configurations.change(app, [change, entry])
    return paused


async def resume_all(context: Context, app: str, pausing: Pausing, now: int) -> None:
    """Those that are paused by themselves stay so."""
    change = Update(settings_key(app), set={"rules_paused": None}, upsert=True)
    entry = _entry(app, "resumed", pausing, now, {"rules": "all"})
    await context.configurations.change(app, [change, entry])


async def of_all(context: Context, app: str, now: int) -> Pause | None:
    """The pause of all rules, while it lasts."""
    paused = (await context.configurations.of(app)).settings.get("rules_paused")
    return paused if is_in_force(paused, now) else None


async def _changed(
    context: Context, app: str, id: str, pausing: Pausing, paused: Pause | None, now: int
) -> RuleDocument:
    key = rule_key(app, id)

    async def attempt() -> RuleDocument:
        (found,) = await context.store.get([key])
        if found is None:
            raise resources.missing(RULE, id)
        rule = found.data
        if paused is None:
            rule.pop("paused", None)
        else:
            rule["paused"] = paused
        type = "paused" if paused is not None else "resumed"
        named = {"rule_id": id, "rule_version": rule["version"]}
        entry = _entry(app, type, pausing, now, named)
        await context.configurations.change(app, [Put(key, rule, found.version), entry])
        return rule

    return await until_committed(attempt, _ATTEMPTS, Conflict(key))


def _entry(
    app: str, type: str, pausing: Pausing, now: int, named: dict[str, object]
) -> Create[LogEntry]:
    until = {"ends_at": to_rfc3339(pausing.until)} if pausing.until is not None else {}
    return new_entry(
        app, "rule", type, now, by=pausing.by, reason=pausing.reason, custom={**named, **until}
    )
