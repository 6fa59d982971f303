"""Actions, their Test Action and their pauses."""

from __future__ import annotations

from typing import cast

from common.api.gavel.actions import ActionBody, ResumeActionBody, TestActionBody
from common.api.gavel.base import ListQuery, PauseBody
from common.domain.action import ActionFields
from common.domain.pause import Pausing
from common.http.call import Call
from common.http.function import Handler
from common.moderation.resources import (
    action_pausing,
    actions,
    buttons,
    references,
    resources,
    strike_policies,
)
from common.moderation.resources.kinds import ACTION
from common.views.gavel_action_pauses import ResumedActionAnswer, resumed_action_answer
from common.views.gavel_resources import (
    ActionAnswer,
    ActionsAnswer,
    TriedActionAnswer,
    action_answer,
    actions_answer,
)
from common.views.nothing import Nothing
from functions.configure import runs
from functions.configure.statements import declared_in


async def list_all(call: Call) -> ActionsAnswer:
    query: ListQuery = call.query
    page = await resources.page(call.context, call.app, ACTION, query.limit, query.cursor)
    return actions_answer([each.data for each in page.documents], page.cursor, call.now)


async def get(call: Call) -> ActionAnswer:
    found = await resources.get(call.context, call.app, ACTION, call.path["id"])
    return action_answer(found, call.now)


async def put(call: Call, body: ActionBody) -> ActionAnswer:
    left_out = {"statement", *({"second_person"} - body.model_fields_set)}
    fields = cast(ActionFields, body.model_dump(exclude=left_out))
    if "statement" in body.model_fields_set:
        own = body.statement
        fields["statement"] = declared_in(call, own, "statement.") if own is not None else None
    keep_auth = "auth_value" not in body.model_fields_set
    action = await actions.put(
        call.context, call.app, call.path["id"], fields, call.now, keep_auth=keep_auth
    )
    return action_answer(action, call.now)


async def delete(call: Call) -> Nothing:
    id = call.path["id"]
    await buttons.check_is_free(call.context, call.app, id)
    await references.check_free(call.context, call.app, "actions", id, "id")
    await strike_policies.check_is_free(call.context, call.app, id)
    await resources.delete(call.context, call.app, ACTION, id)
    return {}


async def test(call: Call, body: TestActionBody) -> TriedActionAnswer:
    id, data = call.path["id"], {**(body.data or {})}
    return await actions.test(call.context, call.app, id, data, body.values, call.now)


async def pause(call: Call, body: PauseBody) -> ActionAnswer:
    asked = Pausing(call.acting_user(body) or "", body.reason or "", body.until)
    paused = action_pausing.pause(call.context, call.app, call.path["id"], asked, call.now)
    return action_answer(await paused, call.now)


async def resume(call: Call, body: ResumeActionBody) -> ResumedActionAnswer:
    asked = Pausing(call.acting_user(body) or "", body.reason or "")
    action, job = await action_pausing.resume(
        call.context,
        call.app,
        call.path["id"],
        asked,
        call.request_id,
        call.now,
        drop=body.drop,
    )
    return resumed_action_answer(action, job, call.now)


HANDLERS: dict[str, Handler] = {
    "list_actions": list_all,
    "get_action": get,
    "put_action": put,
    "delete_action": delete,
    "test_action": test,
    "run_action": runs.run,
    "pause_action": pause,
    "resume_action": resume,
}
