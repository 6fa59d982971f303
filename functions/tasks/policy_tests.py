"""Policy tests."""

from __future__ import annotations

from common.api.stream.policy_tests import CreatePolicyTestSetRequest
from common.http.call import Call
from common.moderation.policy_tests import runs, seeds, sets
from common.moderation.policy_tests.sets import NewTest
from common.views.nothing import Nothing
from common.views.stream_policy_tests import (
    OneRunAnswer,
    OneSetAnswer,
    SetsAnswer,
    one_run_answer,
    one_set_answer,
    sets_answer,
)

_BY = "server"
"""No request says who asks, and only servers may."""


async def list_all(call: Call) -> SetsAnswer:
    found = await sets.list_all(call.context, call.app)
    return sets_answer(found, await sets.runs_of(call.context, call.app, found))


async def create(call: Call, body: CreatePolicyTestSetRequest) -> OneSetAnswer:
    rows = body.given_rows()
    if body.seed is not None:
        asked = body.seed
        rows = await seeds.rows_of(
            call.context, call.app, asked.of, asked.labels or (), asked.limit
        )
    new = NewTest(body.name, body.config_key or "", body.team or "", body.mode, _BY)
    made = await sets.create(call.context, call.app, new, rows, call.now)
    return one_set_answer(made, rows, {})


async def get(call: Call) -> OneSetAnswer:
    found = await sets.get(call.context, call.app, call.path["id"])
    rows = await sets.rows_of(call.context, call.app, found)
    return one_set_answer(found, rows, await sets.runs_of(call.context, call.app, [found]))


async def delete(call: Call) -> Nothing:
    await sets.delete(call.context, call.app, call.path["id"])
    return {}


async def start(call: Call) -> OneRunAnswer:
    run = await runs.start(call.context, call.app, call.path["id"], _BY, call.now)
    return one_run_answer(run, ())


async def get_run(call: Call) -> OneRunAnswer:
    return one_run_answer(*await runs.get(call.context, call.app, call.path["id"]))
