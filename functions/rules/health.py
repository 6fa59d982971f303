"""How all rules do, and all shadows."""

from __future__ import annotations

from common.api.gavel.rule_health import HealthQuery
from common.http.call import Call
from common.moderation.rules import health, shadow_counts, shadows
from common.views.gavel_rule_health import RulesHealthAnswer, rules_health_answer
from common.views.gavel_shadows import ShadowsAnswer, listed_shadow


async def of_rules(call: Call) -> RulesHealthAnswer:
    query: HealthQuery = call.query
    rules = await health.rules_of(call.context, call.app)
    known = await health.known(call.context, call.app, query.days, call.now)
    return rules_health_answer(rules, known.health, known.since, known.today)


async def of_shadows(call: Call) -> ShadowsAnswer:
    context, app, now = call.context, call.app, call.now
    found = await shadow_counts.all_shadows(context, app)
    counted = await shadow_counts.counted(context, app, found, now)
    blind = await shadows.blind(context, app, found)
    shown = [listed_shadow(each, *counted[each["run"]], blind[each["run"]], now) for each in found]
    return {"shadows": shown}
