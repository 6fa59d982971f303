"""The codes that the EU's transparency database knows, of one version of its schema."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

CATEGORY_ADDITION = "category_addition"
_SAME_AS = {CATEGORY_ADDITION: "category"}


@dataclass(frozen=True, slots=True)
class Codes:
    """`version` is the day from which the database has taken them; `of` has them by field."""

    version: str
    of: dict[str, tuple[str, ...]]

    def unknown(self, field: str, values: Iterable[str]) -> list[str]:
        """Of the values of a field, those that the database would refuse."""
        known = self.of[_SAME_AS.get(field, field)]
        return [value for value in values if value not in known]


@cache
def codes() -> Codes:
    text = files("common.domain.transparency").joinpath("data", "codes.json").read_text("utf-8")
    read = json.loads(text)
    version = read.pop("version")
    return Codes(version, {field: tuple(values) for field, values in read.items()})
