"""Rules tested on the past."""

from __future__ import annotations

from typing import cast

from common.api.gavel.backtests import BacktestBody
from common.domain.backtest import Backtest
from common.domain.rule import RuleFields
from common.http.call import Call
from common.moderation.rules import backtests, trying
from common.rules.replaying import conditions_of
from common.views.backtests import (
    BacktestAnswer,
    BacktestsAnswer,
    backtest_answer,
    backtests_answer,
)
from common.views.nothing import Nothing


async def start(call: Call, body: BacktestBody) -> BacktestAnswer:
    times = backtests.times(body.days, body.since, body.until, call.now)
    tested = await _tested(call, body)
    by = call.acting_user(body) or ""
    made = await backtests.start(call.context, call.app, tested, times, by, call.now)
    return _answer(made)


async def list_all(call: Call) -> BacktestsAnswer:
    found, cursor = await backtests.page(
        call.context, call.app, call.query.limit, call.query.cursor
    )
    return backtests_answer(found, cursor)


async def get(call: Call) -> BacktestAnswer:
    return _answer(await backtests.get(call.context, call.app, call.path["id"]))


async def cancel(call: Call) -> BacktestAnswer:
    return _answer(await backtests.cancel(call.context, call.app, call.path["id"], call.now))


async def delete(call: Call) -> Nothing:
    await backtests.delete(call.context, call.app, call.path["id"])
    return {}


async def _tested(call: Call, body: BacktestBody) -> backtests.Tested:
    if body.rule is None:
        id, version = body.rule_id or "", body.version
        return await backtests.of_kept(call.context, call.app, id, version)
    fields = cast(RuleFields, body.rule.fields())
    draft = await trying.draft(call.context, call.app, fields, call.now)
    return backtests.of_draft(draft)


def _answer(backtest: Backtest) -> BacktestAnswer:
    return backtest_answer(backtest, conditions_of(backtests.rule_of(backtest)))
