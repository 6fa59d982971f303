"""Keeping rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson

from common.configuration.block_lists import list_names
from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.domain.errors import Invalid
from common.domain.rule import RuleDocument, RuleFields
from common.moderation.resources import resources
from common.moderation.resources.actions import check_known
from common.moderation.resources.kinds import RULE
from common.rules.conditions.base import Known, count
from common.rules.rule import Rule

MOST_BYTES = 64_000
MOST_CONDITIONS_IN_ALL = 10_000
"""Of an app: what is compiled of them stays in memory, and is made anew at every start."""


async def put(context: Context, app: str, id: str, fields: RuleFields, now: int) -> RuleDocument:
    """Raises Invalid for an action that does not exist, a rule that is too long or one condition
    too many, and ValidationError for a rule that makes no sense in its scope or names a block list
    that no team has.
    """
    resources.check_id(id)
    configuration = await context.configurations.fresh(app)
    _check_origin(configuration, id)
    check_size(configuration, id, fields, "when")
    rule = {**fields, "id": id, "created_at": now, "updated_at": now}
    Rule.model_validate(rule, context=Known(list_names(configuration.lists)))
    await check_known(context, app, fields["actions"])
    return await resources.put(context, app, RULE, id, fields, now)


def check_size(
    configuration: Configuration, id: str, fields: Mapping[str, Any], field: str
) -> None:
    """Raises Invalid, naming `field`, for a rule that is too long or one condition too many."""
    if len(orjson.dumps(fields)) > MOST_BYTES:
        raise Invalid.field(field, f"makes a rule of more than {MOST_BYTES} bytes")
    others = (rule for other, rule in configuration.rule_documents.items() if other != id)
    if count(fields["when"]) + sum(count(rule["when"]) for rule in others) > MOST_CONDITIONS_IN_ALL:
        raise Invalid.field(
            field, f"makes more than {MOST_CONDITIONS_IN_ALL} conditions in all rules of the app"
        )


def _check_origin(configuration: Configuration, id: str) -> None:
    known = configuration.rule_documents.get(id)
    if known is not None and known.get("origin") == "stream":
        raise Invalid.field("id", "is that of a rule of Stream's builder, where it is changed")
