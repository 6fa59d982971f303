"""How much of the caps is used up."""

from __future__ import annotations

from dataclasses import dataclass

from common.configuration.context import Context
from common.domain.enforcement import DEFAULT_CAP
from common.domain.errors import Invalid
from common.moderation.enforcement.caps import OF_APP, flags_of_rule, of_rule, standing
from common.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Standing:
    """`cap` None is none, of which nothing is counted."""

    cap: int | None
    used: int


async def of_caps(
    context: Context, app: str, rule_id: str | None, now: int
) -> tuple[Standing, Standing | None, Standing | None]:
    """The app's, and of a rule that is named its own and that of its flags."""
    configuration = await context.configurations.fresh(app)
    cap = configuration.settings.get("cap_per_hour", DEFAULT_CAP)
    if rule_id is None:
        used = await standing(UnitOfWork(context.store), app, [OF_APP], now)
        return Standing(cap, used[OF_APP]), None, None
    rule = configuration.rule_documents.get(rule_id)
    if rule is None:
        raise Invalid.field("rule_id", f"is {rule_id!r}, which is no rule of the app")
    calls, flags = of_rule(rule_id), flags_of_rule(rule_id)
    used = await standing(UnitOfWork(context.store), app, [OF_APP, calls, flags], now)
    return (
        Standing(cap, used[OF_APP]),
        Standing(rule.get("cap_per_hour"), used[calls]),
        Standing(rule.get("flag_cap_per_hour"), used[flags]),
    )
