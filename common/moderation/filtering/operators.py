"""Which operators a field of a filter takes (contract 6), and which equalities it asks for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from common.domain.errors import Invalid

ALL = frozenset(("$eq", "$exists", "$gt", "$gte", "$in", "$lt", "$lte"))
EQUAL = frozenset(("$eq",))
EQUAL_OR_IN = frozenset(("$eq", "$in"))
_MOST_STREAMS = 10


def check_operators(filter: Mapping[str, Any], texts: Mapping[str, Collection[str]]) -> None:
    """Raises Invalid for an operator that a field does not take, and for what is no text."""
    for key, value in filter.items():
        if key not in texts:
            continue
        tests = value if isinstance(value, dict) else {"$eq": value}
        for operator, operand in tests.items():
            if operator not in texts[key]:
                raise Invalid.field(f"filter.{key}", f"does not take {operator}")
            each = operand if operator == "$in" and isinstance(operand, list) else [operand]
            if operator != "$exists" and not all(isinstance(one, str) for one in each):
                raise Invalid.field(f"filter.{key}", "needs text")


def text_of(filter: Mapping[str, Any], name: str) -> str | None:
    """The one text that the field has to be."""
    found = texts_of(filter, name)
    return found[0] if found is not None and len(found) == 1 else None


def texts_of(filter: Mapping[str, Any], name: str) -> list[str] | None:
    """The few texts of which the field has to be one; None where it may be others."""
    value = filter.get(name)
    if isinstance(value, dict):
        if "$eq" in value:
            value = value["$eq"]
        elif isinstance(value.get("$in"), list):
            value = list(dict.fromkeys(value["$in"]))
    found = value if isinstance(value, list) else [value]
    if not found or len(found) > _MOST_STREAMS:
        return None
    texts = [each for each in found if isinstance(each, str) and each]
    return texts if len(texts) == len(found) else None
