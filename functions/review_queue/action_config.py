"""The buttons of moderators' pages."""

from __future__ import annotations

from common.api.stream.action_config import (
    ActionConfigQuery,
    BulkDeleteActionConfigRequest,
    BulkUpsertActionConfigRequest,
    UpsertActionConfigRequest,
)
from common.http.call import Call
from common.moderation.resources import buttons
from common.moderation.resources.buttons import Given
from common.moderation.review.decisions.action_types import ACTION_TYPES
from common.moderation.review.decisions.action_types import buttons as defaults
from common.views.action_config import (
    ActionConfigAnswer,
    ButtonAnswers,
    DeletedButtonsAnswer,
    ManyButtonsAnswer,
    OneButtonAnswer,
    button_answer,
    button_answers,
    default_buttons,
)


async def get(call: Call) -> ActionConfigAnswer:
    """An entity type's own buttons stand in the place of its defaults."""
    query: ActionConfigQuery = call.query
    query.check_combined()
    found: ButtonAnswers = {}
    if not query.exclude_defaults:
        found |= default_buttons(defaults(ACTION_TYPES))
    if not query.only_defaults:
        known = await buttons.list_all(call.context, call.app)
        wanted = (query.queue_type, "")
        shown = [each for each in known if not query.queue_type or each["queue_type"] in wanted]
        found |= button_answers(shown)
    if query.entity_type is not None:
        found = {name: each for name, each in found.items() if name == query.entity_type}
    return {"action_config": found}


async def upsert(call: Call, body: UpsertActionConfigRequest) -> OneButtonAnswer:
    given = Given(body.id or "", body.fields())
    (made,) = await buttons.put(call.context, call.app, [given], ACTION_TYPES, call.now)
    return {"action_config": button_answer(made)}


async def bulk_upsert(call: Call, body: BulkUpsertActionConfigRequest) -> ManyButtonsAnswer:
    given = [
        Given(each.id or "", each.fields(), f"action_configs.{number}")
        for number, each in enumerate(body.action_configs)
    ]
    made = await buttons.put(call.context, call.app, given, ACTION_TYPES, call.now)
    return {"action_configs": [button_answer(each) for each in made]}


async def bulk_delete(call: Call, body: BulkDeleteActionConfigRequest) -> DeletedButtonsAnswer:
    return {"deleted": await buttons.delete(call.context, call.app, body.ids)}


async def delete(call: Call) -> DeletedButtonsAnswer:
    return {"deleted": await buttons.delete(call.context, call.app, [call.path["id"]])}
