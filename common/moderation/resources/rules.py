"""Keeping rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import orjson

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.configuration.known import known_of
from common.domain.action import FLAG_FOR_REVIEW
from common.domain.errors import Invalid
from common.domain.rule import MOST_POSITION, RuleContent, RuleDocument, RuleFields
from common.moderation.resources import resources
from common.moderation.resources.actions import check_actions
from common.moderation.resources.rule_versions import Saving, save
from common.rules.conditions.base import count
from common.rules.rule import Rule

MOST_BYTES = 64_000
MOST_CONDITIONS_IN_ALL = 10_000
"""Of an app: what is compiled of them stays in memory, and is made anew at every start."""
RESERVED = frozenset({"export", "import", "pause", "resume", "try"})
"""No ids of rules: they are paths beside them, and some gateways tell no more apart."""


async def put(
    context: Context, app: str, id: str, fields: RuleFields, saving: Saving, now: int
) -> RuleDocument:
    """Raises Outdated where another version is there than the caller has seen, NotAllowed where it
    takes a second person, and what `checked` raises.
    """
    fields = await checked(context, app, id, fields)
    return await save(context, app, id, cast(RuleContent, fields), saving, now)


def placed(configuration: Configuration, id: str, fields: RuleFields) -> RuleFields:
    """Where it says no position: with the rule's own, else the last of its scope."""
    if "position" in fields:
        return fields
    documents, scope = configuration.rule_documents, fields["scope"]
    known = documents.get(id)
    if known is not None and known["scope"] == scope:
        position = known["position"]
    else:
        own = (each for each in documents.values() if each["scope"] == scope)
        last = max((each["position"] for each in own if "built" not in each), default=-1)
        position = min(last + 1, MOST_POSITION)
    return cast(RuleFields, {**fields, "position": position})


async def checked(context: Context, app: str, id: str, fields: RuleFields) -> RuleFields:
    """With a position. Raises Invalid for an action that does not exist, a rule that is too long or
    one condition too many, and ValidationError for a rule that makes no sense in its scope or names
    a block list that no team has, or a report category that does not exist.
    """
    check_id(id)
    configuration = await context.configurations.fresh(app)
    _check_origin(configuration, id)
    fields = placed(configuration, id, fields)
    await check_content(context, app, configuration, id, cast(RuleContent, fields))
    return fields


async def check_content(
    context: Context, app: str, configuration: Configuration, id: str, content: RuleContent
) -> None:
    """As for new ones, also of what was saved long ago."""
    check_size(configuration, id, content, "when")
    check_caps(content)
    rule = {**content, "id": id, "created_at": 0, "updated_at": 0}
    known = {k: v for k, v in rule.items() if k in Rule.model_fields}
    Rule.model_validate(known, context=known_of(configuration))
    await check_actions(context, app, content)


def check_id(id: str) -> None:
    resources.check_id(id)
    if id in RESERVED:
        raise Invalid.field("id", f"{id!r} is a path beside the rules: give it another")


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


def check_caps(fields: RuleFields) -> None:
    """Raises Invalid for a cap of what the rule never does."""
    flags = FLAG_FOR_REVIEW in fields["actions"]
    if "flag_cap_per_hour" in fields and not flags:
        problem = f"has nothing to count: actions do not name {FLAG_FOR_REVIEW}"
        raise Invalid.field("flag_cap_per_hour", problem)
    if "cap_per_hour" in fields and set(fields["actions"]) == {FLAG_FOR_REVIEW}:
        problem = f"has nothing to count: actions name {FLAG_FOR_REVIEW} alone"
        raise Invalid.field("cap_per_hour", problem)


def _check_origin(configuration: Configuration, id: str) -> None:
    known = configuration.rule_documents.get(id)
    if known is not None and known.get("origin") == "stream":
        raise Invalid.field("id", "is that of a rule of Stream's builder, where it is changed")
