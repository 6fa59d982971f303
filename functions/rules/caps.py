"""How much of the caps is used up, and whom a rule would reach."""

from __future__ import annotations

from common.api.gavel.enforcements import CapsQuery, ReachQuery
from common.http.call import Call
from common.moderation.rules import capped, reach
from common.moderation.rules.capped import Standing
from common.views.gavel_caps import CapsAnswer, ReachAnswer, ShownCap, reach_answer, shown_cap


async def get(call: Call) -> CapsAnswer:
    asked: CapsQuery = call.query
    app, rule, flags = await capped.of_caps(call.context, call.app, asked.rule_id, call.now)
    return {"app": shown_cap(app.cap, app.used), "rule": _shown(rule), "flags": _shown(flags)}


async def get_reach(call: Call) -> ReachAnswer:
    asked: ReachQuery = call.query
    found = await reach.reach(call.context, call.app, asked.rule_id, asked.cursor, call.now)
    return reach_answer(asked.rule_id, found.looked_at, found.hit, found.sample, found.cursor)


def _shown(standing: Standing | None) -> ShownCap | None:
    return shown_cap(standing.cap, standing.used) if standing is not None else None
