"""How one rule does."""

from __future__ import annotations

from common.api.gavel.rule_health import HealthQuery
from common.http.call import Call
from common.moderation.rules import health
from common.views.gavel_rule_health import RuleHealthAnswer, rule_health_answer


async def get(call: Call) -> RuleHealthAnswer:
    query: HealthQuery = call.query
    context, app, now = call.context, call.app, call.now
    rule = await health.rule_of(context, app, call.path["id"])
    known = await health.known(context, app, query.days, now)
    warnings = await health.warnings_of(context, app, rule, now)
    return rule_health_answer(rule, known.health, known.since, known.today, warnings)
