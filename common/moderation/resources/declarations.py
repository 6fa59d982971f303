"""What an app declares for statements of reasons beside its own actions: of built-in ones, and what
holds for all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.domain.declaring import BUILT_IN, PolicyOptOut, StatementSettings, conflict_in
from common.domain.errors import Invalid, NotFound, TryAgain
from common.domain.log import LogEntry, new_entry
from common.domain.policy import has_policy
from common.domain.settings import settings_key, statements_of
from common.domain.statement import DeclaredStatement, OptOut
from common.moderation.contention import ATTEMPTS
from common.store.deciding import until_committed
from common.store.store import Create, Update, Write

Change = Callable[[StatementSettings], StatementSettings]


async def get(context: Context, app: str) -> StatementSettings:
    (found,) = await context.store.get([settings_key(app)])
    return statements_of(found.data if found is not None else {})


async def put(
    context: Context,
    app: str,
    fields: StatementSettings,
    now: int,
) -> StatementSettings:
    """What is said of built-in actions, and which languages there are, stays. Raises Invalid for a
    category, list or policy that does not exist, and for a language without a template.
    """
    _check_exist(await context.configurations.fresh(app), fields)
    entries: list[Create[LogEntry]] = []

    def changed(known: StatementSettings) -> StatementSettings:
        language = fields["fallback_language"]
        if language is not None and language not in known["languages"]:
            raise Invalid.field("fallback_language", f"has no template: {language!r}")
        outs = [_kept(each, known["shadow_opt_outs"]) for each in fields["shadow_opt_outs"]]
        entries[:] = [
            opt_out_entry(app, f"policy {each['policy']}", each, now)
            for each in outs
            if each not in known["shadow_opt_outs"]
        ]
        after = {each["policy"] for each in outs}
        entries.extend(
            opt_in_entry(app, f"policy {each['policy']}", now)
            for each in known["shadow_opt_outs"]
            if each["policy"] not in after
        )
        return {
            **known,
            "fallback_language": language,
            "notice_categories": fields["notice_categories"],
            "trusted_flaggers": fields["trusted_flaggers"],
            "business_accounts": fields.get("business_accounts"),
            "ean_field": fields.get("ean_field"),
            "shadow_opt_outs": outs,
        }

    return await change(context, app, changed, now, lambda: entries)


async def declare(
    context: Context, app: str, action: str, declared: DeclaredStatement, now: int
) -> DeclaredStatement:
    """Of a built-in action. Raises NotFound where there is none of the name, and Invalid for what
    contradicts itself.
    """
    if action not in BUILT_IN:
        raise missing(action)
    if declared.get("is_shadow") is not None:
        raise Invalid.field("is_shadow", "is for the app's own actions: of this one it is known")
    check_fits(declared)
    entries: list[Create[LogEntry]] = []

    def changed(known: StatementSettings) -> StatementSettings:
        before = known["actions"].get(action)
        kept = with_kept_opt_out(declared, before)
        entries[:] = opt_entries(app, action, before, kept, now)
        return {**known, "actions": {**known["actions"], action: kept}}

    return (await change(context, app, changed, now, lambda: entries))["actions"][action]


async def withdraw(context: Context, app: str, action: str, now: int) -> None:
    """Nothing is stated of the action from then on. Raises NotFound where nothing was declared."""

    def changed(known: StatementSettings) -> StatementSettings:
        if action not in known["actions"]:
            raise missing(action)
        left = {name: each for name, each in known["actions"].items() if name != action}
        return {**known, "actions": left}

    await change(context, app, changed, now)


def check_fits(declared: DeclaredStatement, path: str = "") -> None:
    conflict = conflict_in(declared)
    if conflict is not None:
        name, problem = conflict
        raise Invalid.field(f"{path}{name}", problem)


def with_kept_opt_out(
    declared: DeclaredStatement, before: DeclaredStatement | None
) -> DeclaredStatement:
    """Who opts out again for the same reason has done so since the first time."""
    if "opt_out" not in declared or before is None or "opt_out" not in before:
        return declared
    same = _is_same(declared["opt_out"], before["opt_out"])
    return {**declared, "opt_out": before["opt_out"]} if same else declared


def opt_entries(
    app: str,
    action: str,
    before: DeclaredStatement | None,
    after: DeclaredStatement | None,
    now: int,
) -> list[Create[LogEntry]]:
    """What the log says of an opt-out that is new, or of one that has ended."""
    old = before.get("opt_out") if before is not None else None
    new = after.get("opt_out") if after is not None else None
    if new is not None and new != old:
        return [opt_out_entry(app, action, new, now)]
    return [opt_in_entry(app, action, now)] if old is not None and new is None else []


def opt_out_entry(app: str, what: str, out: OptOut, now: int) -> Create[LogEntry]:
    custom = {"action": what}
    return new_entry(
        app, "statement", "opted_out", now, by=out["by"], reason=out["reason"], custom=custom
    )


def opt_in_entry(app: str, what: str, now: int) -> Create[LogEntry]:
    return new_entry(app, "statement", "opted_in", now, custom={"action": what})


async def change(
    context: Context,
    app: str,
    changed: Change,
    now: int,
    also: Callable[[], Sequence[Write]] = lambda: (),
) -> StatementSettings:
    """`also` is committed with it."""

    async def attempt() -> StatementSettings:
        key = settings_key(app)
        (found,) = await context.store.get([key])
        statements = changed(statements_of(found.data if found is not None else {}))
        fields = {"statements": statements, "has_statements": True, "updated_at": now}
        write: Write = (
            Create(key, fields)
            if found is None
            else Update(key, set=fields, version=found.version, read=found)
        )
        await context.configurations.change(app, [write, *also()])
        return statements

    return await until_committed(attempt, ATTEMPTS, TryAgain("many change the settings at once"))


def _check_exist(configuration: Configuration, fields: StatementSettings) -> None:
    for category in fields["notice_categories"]:
        if category not in configuration.report_categories:
            raise Invalid.field(
                "notice_categories", f"names the report category {category!r}, which does not exist"
            )
    lists = {
        "trusted_flaggers": fields["trusted_flaggers"],
        "business_accounts": fields.get("business_accounts"),
    }
    for name, listed in lists.items():
        if listed is not None and listed not in configuration.user_lists:
            raise Invalid.field(name, f"names the user list {listed!r}, which does not exist")
    keys = [each["policy"] for each in fields["shadow_opt_outs"]]
    for number, key in enumerate(keys):
        path = f"shadow_opt_outs.{number}.policy"
        if not has_policy(configuration.policies, key):
            raise Invalid.field(path, f"is the key of no policy: {key!r}")
        if key in keys[:number]:
            raise Invalid.field(path, f"is there twice: {key!r}")


def _kept(out: PolicyOptOut, known: Sequence[PolicyOptOut]) -> PolicyOptOut:
    before = next((each for each in known if each["policy"] == out["policy"]), None)
    return before if before is not None and _is_same(before, out) else out


def _is_same(out: OptOut, other: OptOut) -> bool:
    return (out["by"], out["reason"]) == (other["by"], other["reason"])


def missing(action: str) -> NotFound:
    problem = {"action": "does not exist"}
    return NotFound(f"there is no built-in action {action!r} with a statement", problem)
