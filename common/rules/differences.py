"""What is different between two contents of a rule, in words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import TypeAdapter, ValidationError

from common.domain.rule import RuleContent
from common.rules.conditions.logic import Condition

MOST = 50
_MOST_CHARACTERS = 300
_MOST_NAMED = 10
_CONDITION: TypeAdapter[Any] = TypeAdapter(Condition)
_GROUPS = {"all": "all of", "any": "any of"}
_TOLD_APART = frozenset({"when", "actions", "enabled", "built", "asked", "not_in_effect", "origin"})
_ABSENT = object()

Tree = Mapping[str, Any]


def differences(before: RuleContent, after: RuleContent) -> list[str]:
    """Empty where they are the same in everything that has an effect or is shown."""
    found = [_shortened(each) for each in _differences(before, after)]
    if not found and before != after:
        return ["written in another way"]
    if len(found) > MOST:
        found = [*found[: MOST - 1], f"and {len(found) - MOST + 1} more"]
    return found


def described(condition: Tree) -> str:
    """The condition in words, as JSON where it cannot be read."""
    try:
        read = _CONDITION.validate_python(condition)
    except ValidationError:
        return _said(condition)
    return str(read.describe())


def _differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    if before["enabled"] != after["enabled"]:
        yield "switched on" if after["enabled"] else "switched off"
    if before.get("origin") != after.get("origin"):
        yield f"written {_origin(before)} → {_origin(after)}"
    yield from _fields(_without(before, _TOLD_APART), _without(after, _TOLD_APART))
    if before["when"] != after["when"]:
        yield from _trees(before["when"], after["when"])
    yield from _members("action", before["actions"], after["actions"])
    yield from _built(before.get("built") or {}, after.get("built") or {})
    asked = before.get("asked") or {}, after.get("asked") or {}
    if asked[0].get("cooldown_period") != asked[1].get("cooldown_period"):
        yield from _fields(*({"cooldown_period": each.get("cooldown_period")} for each in asked))


def _origin(content: Mapping[str, Any]) -> str:
    return "with Stream's builder" if content.get("origin") else "in Gavel's conditions"


def _built(before: Tree, after: Tree) -> Iterator[str]:
    yield from _members("scope", before.get("also", ()), after.get("also", ()))
    yield from _fields(_of(before, "kind", "description"), _of(after, "kind", "description"))
    effects = [[_effect(each) for each in built.get("effects", ())] for built in (before, after)]
    yield from _members("effect", *effects)


def _effect(effect: Tree) -> str:
    said = {k: v for k, v in effect.items() if k != "type" and v not in (None, "", 0, False, {})}
    return f"{effect['type']} {_said(said)}" if said else str(effect["type"])


def _trees(before: Tree, after: Tree, where: str = "") -> Iterator[str]:
    """`where` names the condition where there are several."""
    if before["type"] != after["type"]:
        if before["type"] in _GROUPS and after["type"] in _GROUPS:
            yield f"{where}{_GROUPS[before['type']]} → {_GROUPS[after['type']]}"
            yield from _parts(before["conditions"], after["conditions"])
        elif after["type"] in _GROUPS and before in after["conditions"]:
            yield f"{where}now {_GROUPS[after['type']]} several conditions"
            yield from _parts([before], after["conditions"])
        elif before["type"] in _GROUPS and after in before["conditions"]:
            yield f"{where}no longer {_GROUPS[before['type']]} several conditions"
            yield from _parts(before["conditions"], [after])
        else:
            yield f"condition {described(before)} → {described(after)}"
        return
    if before["type"] in _GROUPS:
        yield from _parts(before["conditions"], after["conditions"])
        return
    inner = before.get("condition"), after.get("condition")
    own = [_without(each, frozenset({"condition", "type"})) for each in (before, after)]
    yield from (where + each for each in _fields(*own))
    if inner[0] is not None and inner[1] is not None and inner[0] != inner[1]:
        name = "not: " if before["type"] == "not" else f"{before['type']}: "
        yield from _trees(inner[0], inner[1], where + name)


def _parts(before: Sequence[Tree], after: Sequence[Tree]) -> Iterator[str]:
    """What is in both is the same wherever it stands; of what is left, the first two of one type
    are taken for one that was changed.
    """
    gone, come = [*before], []
    for part in after:
        if part in gone:
            gone.remove(part)
        else:
            come.append(part)
    if not gone and not come and list(before) != list(after):
        yield "conditions in another order"
    for part in come:
        same = next((each for each in gone if each["type"] == part["type"]), None)
        if same is None:
            yield f"condition {described(part)} added"
        else:
            gone.remove(same)
            yield from _trees(same, part, f"{part['type']}: ")
    yield from (f"condition {described(part)} removed" for part in gone)


def _fields(before: Tree, after: Tree) -> Iterator[str]:
    for name in dict.fromkeys((*before, *after)):
        old, new = before.get(name, _ABSENT), after.get(name, _ABSENT)
        if old == new:
            continue
        if isinstance(old, list | tuple) and isinstance(new, list | tuple):
            yield from _members(name, old, new)
        else:
            yield f"{name} {_said(old)} → {_said(new)}"


def _members(name: str, before: Sequence[Any], after: Sequence[Any]) -> Iterator[str]:
    gone = [each for each in before if each not in after]
    come = [each for each in after if each not in before]
    if come:
        yield f"{name} {_listed(come)} added"
    if gone:
        yield f"{name} {_listed(gone)} removed"
    if not come and not gone and list(before) != list(after):
        yield f"{name} {_listed(before)} → {_listed(after)}"


def _listed(members: Sequence[Any]) -> str:
    first = members[:_MOST_NAMED]
    named = ", ".join(each if isinstance(each, str) else _said(each) for each in first)
    more = len(members) - _MOST_NAMED
    return f"{named} and {more} more" if more > 0 else named


def _said(value: Any) -> str:
    if value is _ABSENT or value is None:
        return "none"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    return json.dumps(value, ensure_ascii=False, default=str)


def _without(content: Mapping[str, Any], names: frozenset[str]) -> dict[str, Any]:
    return {name: value for name, value in content.items() if name not in names}


def _of(content: Tree, *names: str) -> dict[str, Any]:
    return {name: content[name] for name in names if content.get(name)}


def _shortened(text: str) -> str:
    return text if len(text) <= _MOST_CHARACTERS else f"{text[:_MOST_CHARACTERS]}…"
