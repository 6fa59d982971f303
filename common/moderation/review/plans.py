"""Which entries of the queue's index can hold what a filter matches.

Each condition that has to hold and that the index knows (common/domain/queue_terms.py) is a
candidate: the queries of which one finds whatever meets it. The sparsest candidate is looked
through, and the filter itself does the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from common.domain.queue_fields import FIELDS, UNKNOWN
from common.domain.queue_terms import (
    CUSTOM,
    NAMES,
    REVIEWED,
    SEVERAL,
    TERMS,
    TRUTHS,
    WAITS,
    is_usual,
    terms,
)

Candidate = Sequence[Mapping[str, str | bool]]
MOST_QUERIES = 20
_SEVERITIES = range(5)
_RANGES = {
    "$gt": lambda value, than: value > than,
    "$gte": lambda value, than: value >= than,
    "$lt": lambda value, than: value < than,
    "$lte": lambda value, than: value <= than,
}
_FIRST = (
    "entity_id",
    "flagged_user_id",
    "entity_creator_id",
    "reporter_id",
    "appeal_id",
    "moderation_payload_hash",
    "image_hash",
)
_LAST = ("status", "entity_type", "recommended_action", "language", "config_key", "severity")


def candidates(filter: Mapping[str, Any]) -> list[Candidate]:
    """The most promising first. The filter is one that was compiled."""
    conditions = list(_conditions(filter))
    states = _states(conditions)
    found: list[tuple[int, int, Candidate]] = []
    for name, value in conditions:
        for number, each in enumerate(_of_condition(states, name, value)):
            if 0 < len(each) <= MOST_QUERIES:
                found.append((_hope(name), number, each))
    found.sort(key=lambda each: each[:2])
    return [each for *_, each in found]


def is_reviewed(filter: Mapping[str, Any]) -> bool | None:
    """What the filter asks for, None for either."""
    (state, *others) = _states(list(_conditions(filter)))
    return None if others else state == REVIEWED


def _hope(name: str) -> int:
    if name in _FIRST:
        return 0
    return 2 + _LAST[::-1].index(name) if name in _LAST else 1


def _conditions(filter: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """All that has to hold, whatever else does."""
    for name, value in filter.items():
        if name == "$and":
            for each in value:
                yield from _conditions(each)
        elif name == "custom" and isinstance(value, dict) and not _operators(value):
            # An object among them is compared as it is, whatever its keys look like.
            yield from ((f"{CUSTOM}{k}", v) for k, v in value.items() if not isinstance(v, dict))
        elif not name.startswith("$") and name not in UNKNOWN:
            yield name, value


def _operators(value: Any) -> dict[str, Any]:
    is_operators = isinstance(value, dict) and value and all(each[:1] == "$" for each in value)
    return value if is_operators else {}


def _states(conditions: Iterable[tuple[str, Any]]) -> tuple[str, ...]:
    for name, value in conditions:
        asked = _operators(value).get("$eq", value)
        if name == "reviewed" and isinstance(asked, bool):
            return (REVIEWED,) if asked else (WAITS,)
    return WAITS, REVIEWED


def _of_condition(states: Sequence[str], name: str, value: Any) -> Iterator[Candidate]:
    tests = _operators(value) or {"$eq": value}
    if name == "severity" and tests.keys() <= _RANGES.keys():
        wanted: list[Any] | None = [
            each
            for each in _SEVERITIES
            if all(_RANGES[test](each, than) for test, than in tests.items())
        ]
    else:
        wanted = _values(name, tests)
    if wanted is None:
        return
    if name == "entity_creator_id" and all(isinstance(each, str) and each for each in wanted):
        yield [{"creator_id": each} for each in dict.fromkeys(wanted)]
    if name == "entity_type" and len(states) > 1 and all(isinstance(e, str) for e in wanted):
        yield [{"entity_type": each} for each in dict.fromkeys(wanted)]
        return
    said = _term_name(name)
    if said is not None and all(_is_term(said, each) for each in wanted):
        every = (term for each in wanted for term in terms(states, said, each))
        yield [{TERMS: term} for term in dict.fromkeys(every)]


def _values(name: str, tests: Mapping[str, Any]) -> list[Any] | None:
    """Of which the field has to have one; None where other conditions say so."""
    for operator, operand in tests.items():
        if operator == "$eq":
            return [_meant(name, operand)]
        if operator == "$in" or (operator == "$contains" and name in SEVERAL):
            values = operand if isinstance(operand, list) else [operand]
            return [_meant(name, each) for each in values]
    return None


def _meant(name: str, value: Any) -> Any:
    is_named_otherwise = name == "recommended_action" and value == "shadow_block"
    return "shadow" if is_named_otherwise else value


def _term_name(name: str) -> str | None:
    if name in NAMES:
        return name
    if name in FIELDS or name == "date_range":
        return None
    return CUSTOM + name.removeprefix(CUSTOM)


def _is_term(name: str, value: Any) -> bool:
    if name in TRUTHS:
        return value is True
    if not isinstance(value, str | int | float):
        return False
    return name.startswith(CUSTOM) or not is_usual(name, value)
