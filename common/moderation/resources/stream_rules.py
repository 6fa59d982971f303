"""Keeping the rules of Stream's builder among the app's others, where all rules are evaluated."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from common.configuration.block_lists import list_names
from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.domain.errors import Invalid, NotFound
from common.domain.filters import compile_plain_filter
from common.domain.ids import derived_id
from common.domain.rule import RuleContent, RuleDocument, StreamRule
from common.moderation.filtering.paging import Asked, Paged, page_of
from common.moderation.filtering.sorting import sortings
from common.moderation.resources import resources, rule_versions
from common.moderation.resources.heard import check_heard
from common.moderation.resources.kinds import RULE
from common.moderation.resources.rule_versions import Saving
from common.moderation.resources.rules import check_size
from common.rules.builders.asked import BuilderRule
from common.rules.builders.building import POSITION, Building
from common.rules.builders.parts import Tree

FIELDS = frozenset(
    {
        "config_keys",
        "created_at",
        "description",
        "enabled",
        "id",
        "is_global",
        "name",
        "team",
        "updated_at",
    }
)
_ORDERS = frozenset({"created_at", "enabled", "id", "name", "updated_at"})
_ORDERED = frozenset({"$eq", "$exists", "$gt", "$gte", "$in", "$lt", "$lte"})
_OPERATORS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(FIELDS, _ORDERED),
    "config_keys": frozenset({"$eq", "$in"}),
    "name": _ORDERED | {"$autocomplete"},
}


async def put(
    context: Context,
    app: str,
    asked: StreamRule,
    rule: BuilderRule,
    path: str,
    saving: Saving,
    now: int,
) -> RuleDocument:
    """Creates the rule, or replaces the one with its name. Raises what `made_of` does, and
    NotAllowed where it takes a second person.
    """
    configuration = await context.configurations.fresh(app)
    id, content = made_of(configuration, asked, rule, path)
    return await rule_versions.save(context, app, id, content, saving, now)


def made_of(
    configuration: Configuration, asked: StreamRule, rule: BuilderRule, path: str
) -> tuple[str, RuleContent]:
    """The rule's id and content. `path` is where its conditions stand in the request, `rule.id` is
    taken for a new rule. Raises Invalid, naming the field.
    """
    known = named(configuration, asked["name"])
    id = _id(configuration, asked["name"], rule.id, known, f"{path}.id" if path else "id")
    building = Building(rule, path, applying(asked), list_names(configuration.lists))
    check_heard(configuration, rule, path)
    content = content_of(asked, building)
    check_size(configuration, id, content, "conditions")
    return id, content


def content_of(asked: StreamRule, building: Building) -> RuleContent:
    fields: dict[str, Any] = {
        "name": asked["name"],
        "scope": building.scope,
        "when": building.when,
        "actions": [],
        "position": POSITION,
        "enabled": asked.get("enabled", True),
        "origin": "stream",
        "built": building.built(asked.get("description", "")),
        "asked": asked,
        "not_in_effect": building.idle,
    }
    return cast(RuleContent, fields)


def named(configuration: Configuration, name: str) -> RuleDocument | None:
    rules = configuration.rule_documents.values()
    return next((each for each in rules if is_stream(each) and each["name"] == name), None)


def is_stream(rule: RuleDocument) -> bool:
    return rule.get("origin") == "stream"


async def get(context: Context, app: str, id: str) -> RuleDocument:
    """Those in Gavel's own conditions have no form that Stream's clients know."""
    found = await resources.find(context, app, RULE, id)
    if found is None or not is_stream(found):
        raise _missing(id)
    return found


async def delete(context: Context, app: str, id: str, by: str, now: int) -> None:
    await get(context, app, id)
    await rule_versions.delete(context, app, id, by, now)


async def query(context: Context, app: str, asked: Asked) -> Paged[RuleDocument]:
    """An app has some hundred rules at most, so they are sorted in memory."""
    configuration = await context.configurations.fresh(app)
    matches = _filter(asked.filter)
    rules = configuration.rule_documents.values()
    found = (rule for rule in rules if is_stream(rule) and matches(_flat(rule)))
    return page_of(found, asked, sortings(asked.sort, _ORDERS), "moderation rules")


async def llm_labels(context: Context, app: str) -> dict[str, str]:
    """What policies ask the app's models for, and how they describe it."""
    configuration = await context.configurations.of(app)
    return {
        rule["label"]: rule.get("description") or ""
        for policy in configuration.policies.values()
        for rule in (policy["config"].get("llm_config") or {}).get("rules") or ()
    }


def _flat(rule: RuleDocument) -> dict[str, Any]:
    asked = rule["asked"]
    return {
        "config_keys": asked.get("config_keys", []),
        "created_at": rule["created_at"],
        "description": asked.get("description", ""),
        "enabled": rule["enabled"],
        "id": rule["id"],
        "is_global": not asked.get("config_keys"),
        "name": rule["name"],
        "team": asked.get("team", ""),
        "updated_at": rule["updated_at"],
    }


def _filter(filter: Mapping[str, Any] | None) -> Any:
    for key, value in (filter or {}).items():
        tests = value if isinstance(value, dict) else {"$eq": value}
        for operator in tests:
            if key in _OPERATORS and operator not in _OPERATORS[key]:
                raise Invalid.field(f"filter.{key}", f"does not take {operator}")
    return compile_plain_filter(filter, FIELDS)


def _id(
    configuration: Configuration,
    name: str,
    wanted: str | None,
    known: RuleDocument | None,
    field: str,
) -> str:
    if known is not None:
        if wanted not in (None, "", known["id"]):
            raise Invalid.field(field, f"is not that of the rule {name!r}, which is {known['id']}")
        return known["id"]
    if not wanted:
        return derived_id("rule", name)
    resources.check_id(wanted)
    if wanted in configuration.rule_documents:
        raise Invalid.field(field, "is that of another rule")
    return wanted


def applying(asked: StreamRule) -> list[Tree]:
    found: list[Tree] = []
    if asked.get("config_keys"):
        found.append({"type": "policy", "keys": asked["config_keys"]})
    if asked.get("team"):
        found.append({"type": "team", "teams": [asked["team"]]})
    return found


def _missing(id: str) -> NotFound:
    return NotFound(f"there is no moderation rule {id!r}", {"id": "does not exist"})
