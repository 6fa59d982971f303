"""Enforcements that caps hold, or that take a second person."""

from __future__ import annotations

from common.api.gavel.enforcements import HeldQuery, SettleBody
from common.http.call import Call
from common.moderation.background import held_enforcements
from common.moderation.rules import held
from common.moderation.rules.held import Settled, Verdict
from common.views.gavel_enforcements import (
    EnforcementAnswer,
    EnforcementsAnswer,
    SettledAnswer,
    enforcement_answer,
    enforcements_answer,
    settled_answer,
)


async def query(call: Call) -> EnforcementsAnswer:
    asked: HeldQuery = call.query
    rule = "" if asked.of_engines else asked.rule_id or None
    page = await held.query(call.context, call.app, asked.status, rule, asked.limit, asked.cursor)
    return enforcements_answer([document.data for document in page.documents], page.cursor)


async def get(call: Call) -> EnforcementAnswer:
    return enforcement_answer(await held.get(call.context, call.app, call.path["id"]))


async def release(call: Call, body: SettleBody) -> SettledAnswer:
    return await _settled(call, body, "release")


async def drop(call: Call, body: SettleBody) -> SettledAnswer:
    return await _settled(call, body, "drop")


async def _settled(call: Call, body: SettleBody, verdict: Verdict) -> SettledAnswer:
    context, app, now = call.context, call.app, call.now
    settled = Settled(verdict, call.acting_user(body) or "", body.reason or "")
    if body.ids is None:
        rule, version = body.rule_id or "", body.rule_version
        return settled_answer(
            [], await held_enforcements.start(context, app, rule, version, settled, now)
        )
    ids = list(dict.fromkeys(body.ids))
    await held.check(context, app, ids, settled)
    return settled_answer([await held.settle(context, app, id, settled, now) for id in ids])
