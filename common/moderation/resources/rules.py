"""Keeping rules."""

from __future__ import annotations

import orjson

from common.configuration.block_lists import list_names
from common.configuration.context import Context
from common.domain.errors import Invalid
from common.domain.rule import RuleDocument, RuleFields
from common.moderation.resources import resources
from common.moderation.resources.actions import check_known
from common.moderation.resources.kinds import RULE
from common.rules.conditions.base import Known
from common.rules.rule import Rule

MOST_BYTES = 64_000


async def put(context: Context, app: str, id: str, fields: RuleFields, now: int) -> RuleDocument:
    """Raises Invalid for an action that does not exist or a rule that is too long, and
    ValidationError for one that makes no sense in its scope or names a block list that no team has.
    """
    resources.check_id(id)
    if len(orjson.dumps(fields)) > MOST_BYTES:
        raise Invalid.field("when", f"makes a rule of more than {MOST_BYTES} bytes")
    known = Known(list_names((await context.configurations.fresh(app)).lists))
    rule = {**fields, "id": id, "created_at": now, "updated_at": now}
    Rule.model_validate(rule, context=known)
    await check_known(context, app, fields["actions"])
    return await resources.put(context, app, RULE, id, fields, now)
