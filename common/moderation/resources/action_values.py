"""The values that a rule or a moderator passes to an action: those that it takes, all of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from common.domain.action import Action, ActionFields, ValueType
from common.domain.errors import Invalid
from common.domain.rule import RuleDocument
from common.domain.strikes import StrikePolicy

_TYPES: Mapping[ValueType, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
}
_NAMES: Mapping[ValueType, str] = {
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
}


def check_values(
    action: str, takes: Mapping[str, ValueType], given: Mapping[str, Any], path: str
) -> None:
    """Raises Invalid, naming the value behind `path`, for one that the action does not take, for
    one of another type, and for one that is missing.
    """
    for name in given:
        if name not in takes:
            known = ", ".join(takes) or "nothing"
            raise Invalid.field(f"{path}.{name}", f"is not taken by the action {action!r}: {known}")
    for name, type in takes.items():
        if name not in given:
            raise Invalid.field(f"{path}.{name}", f"is missing, and the action {action!r} takes it")
        if not _is_of(given[name], type):
            raise Invalid.field(f"{path}.{name}", f"has to be {_NAMES[type]}")


def check_of_rule(
    actions: Mapping[str, Action], ids: list[str], values: Mapping[str, Mapping[str, Any]]
) -> None:
    """`actions` are those of the app that the rule names; a built-in one takes nothing."""
    for number, id in enumerate(ids):
        takes = (actions[id].get("takes") or {}) if id in actions else {}
        check_values(id, takes, values.get(id, {}), f"actions.{number}.values")


def check_rules_fit(id: str, fields: ActionFields, rules: Mapping[str, RuleDocument]) -> None:
    """Raises Invalid, naming `takes`, where a rule that calls the action gives it others."""
    for rule in rules.values():
        if id not in rule["actions"]:
            continue
        values = (rule.get("action_values") or {}).get(id, {})
        try:
            check_values(id, fields.get("takes") or {}, values, "takes")
        except Invalid as error:
            ((name, problem),) = error.fields.items()
            where = "takes" if name.removeprefix("takes.") in values else name
            raise Invalid.field(where, f"does not fit the rule {rule['id']!r}: {problem}") from None


def check_steps_fit(id: str, fields: ActionFields, policies: Mapping[str, StrikePolicy]) -> None:
    """The same of steps of strike policies, which may say anything to one that takes nothing."""
    takes = fields.get("takes")
    for policy in policies.values() if takes else ():
        for each in (one for step in policy["steps"] for one in step["actions"]):
            if each["action"] != id:
                continue
            try:
                check_values(id, takes or {}, each["values"], "takes")
            except Invalid as error:
                ((name, problem),) = error.fields.items()
                given = name.removeprefix("takes.") in each["values"]
                text = f"does not fit the strike policy {policy['id']!r}: {problem}"
                raise Invalid.field("takes" if given else name, text) from None


def samples(takes: Mapping[str, ValueType]) -> dict[str, Any]:
    """For Test Action."""
    made: dict[ValueType, Any] = {"string": "test", "integer": 60, "number": 0.5, "boolean": True}
    return {name: made[type] for name, type in takes.items()}


def _is_of(value: Any, type: ValueType) -> bool:
    """A boolean is no number here, as in JSON."""
    return isinstance(value, _TYPES[type]) and isinstance(value, bool) == (type == "boolean")
