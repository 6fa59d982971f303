"""How all rules do."""

from __future__ import annotations

from common.api.gavel.rule_health import HealthQuery
from common.http.call import Call
from common.moderation.rules import health
from common.views.gavel_rule_health import RulesHealthAnswer, rules_health_answer


async def of_rules(call: Call) -> RulesHealthAnswer:
    query: HealthQuery = call.query
    rules = await health.rules_of(call.context, call.app)
    known = await health.known(call.context, call.app, query.days, call.now)
    return rules_health_answer(rules, known.health, known.since, known.today)
