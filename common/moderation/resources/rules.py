"""Keeping rules."""

from __future__ import annotations

from common.configuration.context import Context
from common.domain.action import FLAG_FOR_REVIEW
from common.moderation.resources import resources
from common.rules.rule import Rule
from common.store.store import Data


async def put(context: Context, app: str, id: str, fields: Data, now: int) -> Data:
    """Raises Invalid for an action that does not exist and ValidationError for a rule that makes no
    sense in its scope.
    """
    resources.check_id(id)
    Rule.model_validate({**fields, "id": id, "created_at": now, "updated_at": now})
    await resources.check_actions(context, app, fields["actions"], FLAG_FOR_REVIEW)
    return await resources.put(context, app, "rule", id, fields, now)
