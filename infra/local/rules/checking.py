"""A file of rules looked at without a server: what is wrong, with the line and the rule."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from common.api.gavel.rule_files import RuleFile
from common.domain.errors import Invalid
from common.moderation.rules.rule_files import Problems, Surroundings, problems_of, read

_PLACE = re.compile(r"rules\.(\d+)(?:\.(.*))?")
_KINDS = ("rule.", "builder.")


@dataclass(frozen=True, slots=True)
class Problem:
    """`rule` is its id, empty where what is wrong is none's."""

    line: int
    rule: str
    field: str
    text: str

    def __str__(self) -> str:
        parts = [f"rule {self.rule}" if self.rule else "", self.field, self.text]
        return f"line {self.line}: {': '.join(part for part in parts if part)}"


def problems(path: Path) -> list[Problem]:
    """Raises OSError where the file cannot be read."""
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError as error:
        return [Problem(1, "", "", f"is not UTF-8 text: {error.reason}")]
    try:
        parsed = json.loads(text)
    except json.JSONDecodeError as error:
        return [Problem(error.lineno, "", "", f"is not JSON: {error.msg}")]
    except RecursionError:
        return [Problem(1, "", "", "nests too deep")]
    found = _problems(parsed)
    return sorted(_placed(text, parsed, found), key=lambda each: each.line)


def _problems(parsed: Any) -> Problems:
    try:
        entries = RuleFile.model_validate(parsed).entries()
    except (Invalid, ValidationError) as error:
        return problems_of(error)
    _, found = read(entries, Surroundings())
    return found


def _placed(text: str, parsed: Any, found: Problems) -> Iterator[Problem]:
    starts = _starts(text)
    entries = parsed.get("rules") if isinstance(parsed, dict) else None
    for name, problem in found.items():
        place = _PLACE.fullmatch(name)
        if place is None or int(place[1]) >= len(starts) or not isinstance(entries, list):
            yield Problem(1, "", name, problem)
            continue
        number, field = int(place[1]), place[2] or ""
        field = next((field.removeprefix(k) for k in _KINDS if field.startswith(k)), field)
        entry = entries[number]
        rule = entry.get("id") if isinstance(entry, dict) else None
        end = starts[number + 1] if number + 1 < len(starts) else len(text)
        at = _within(text, starts[number], end, field)
        named = rule if isinstance(rule, str) else f"number {number + 1}"
        yield Problem(text.count("\n", 0, at) + 1, named, field, problem)


def _starts(text: str) -> Sequence[int]:
    """Where each rule of the file begins."""
    decoder, blank = json.JSONDecoder(), re.compile(r"[\s,]*")
    opening = re.search(r'"rules"\s*:\s*\[', text)
    if opening is None:
        return ()
    found: list[int] = []
    at = blank.match(text, opening.end()).end()  # type: ignore[union-attr]
    while at < len(text) and text[at] != "]":
        found.append(at)
        _, at = decoder.raw_decode(text, at)
        at = blank.match(text, at).end()  # type: ignore[union-attr]
    return found


def _within(text: str, start: int, end: int, field: str) -> int:
    """The last member of the field's path that the rule has, one behind the other."""
    at = start
    for part in field.split("."):
        next_at = text.find(f'"{part}"', at, end)
        if next_at >= 0:
            at = next_at
    return at
