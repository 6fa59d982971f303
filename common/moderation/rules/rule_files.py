"""Rules of a file: what an import would make of them, and what keeps it from doing so; pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import orjson
from pydantic import ValidationError

from common.domain.action import FLAG_FOR_REVIEW
from common.domain.errors import Invalid
from common.domain.rule import RuleContent, StreamRule
from common.moderation.resources import stream_rules
from common.moderation.resources.rules import MOST_BYTES, RESERVED, check_caps
from common.rules.builders.asked import BuilderRule
from common.rules.builders.building import Building
from common.rules.conditions.base import Known
from common.rules.rule import Rule

Problems = dict[str, str]
"""By the field's path in the file."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One rule of a file: `fields` where it is in Gavel's own conditions, otherwise what Stream's
    clients would send.
    """

    id: str
    fields: Mapping[str, Any] | None = None
    asked: StreamRule | None = None
    made_up: BuilderRule | None = None
    path: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """`where` is the entry's place in the file."""

    id: str
    where: str
    content: RuleContent


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an app has that rules may name; None where nobody knows."""

    known: Known | None = None
    actions: Collection[str] | None = None


def read(entries: Sequence[Entry], around: Surroundings) -> tuple[list[Read], Problems]:
    """Those that can be read, and what is wrong with the others."""
    found: list[Read] = []
    problems: Problems = {}
    ids: dict[str, int] = {}
    names: dict[str, int] = {}
    for number, entry in enumerate(entries):
        where = f"rules.{number}"
        if ids.setdefault(entry.id, number) != number:
            problems[f"{where}.id"] = f"is that of rules.{ids[entry.id]} again"
        if entry.asked is not None and names.setdefault(entry.asked["name"], number) != number:
            other = names[entry.asked["name"]]
            problems[f"{where}.moderation_rule.name"] = f"is that of rules.{other} again"
        if entry.id in RESERVED:
            problems[f"{where}.id"] = f"{entry.id!r} is a path beside the rules"
        try:
            content = _content(entry, around)
        except (Invalid, ValidationError) as error:
            inside = "" if entry.fields is not None else "moderation_rule"
            problems |= {_joined(where, inside, k): v for k, v in problems_of(error).items()}
            continue
        problems |= {f"{where}.{field}": text for field, text in _beyond(content, around)}
        found.append(Read(entry.id, where, content))
    return found, problems


def _content(entry: Entry, around: Surroundings) -> RuleContent:
    lists = around.known.lists if around.known is not None else None
    if entry.fields is not None:
        content = cast(RuleContent, {**entry.fields})
    else:
        assert entry.asked is not None and entry.made_up is not None
        applying = stream_rules.applying(entry.asked)
        building = Building(entry.made_up, entry.path, applying, lists)
        content = stream_rules.content_of(entry.asked, building)
    document = {**content, "id": entry.id, "created_at": 0, "updated_at": 0}
    fields = {name: value for name, value in document.items() if name in Rule.model_fields}
    Rule.model_validate(fields, context=around.known)
    check_caps(content)
    plain: RuleContent = orjson.loads(orjson.dumps(content))
    return plain


def _beyond(content: RuleContent, around: Surroundings) -> Iterator[tuple[str, str]]:
    if len(orjson.dumps(content)) > MOST_BYTES:
        yield "when", f"makes a rule of more than {MOST_BYTES} bytes"
    for id in content["actions"]:
        if around.actions is not None and id not in (FLAG_FOR_REVIEW, *around.actions):
            yield "actions", f"names {id!r}, which is not an action of the app"


def problems_of(error: Invalid | ValidationError) -> Problems:
    if isinstance(error, Invalid):
        return dict(error.fields)
    found = error.errors(include_url=False, include_context=False, include_input=False)
    return {".".join(map(str, each["loc"])): each["msg"] for each in found}


def _joined(*parts: str) -> str:
    return ".".join(part for part in parts if part)
