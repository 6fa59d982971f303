"""Filters and sorting of the review queue (contract 3.4), as plain predicates over items."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from common.domain.errors import Invalid
from common.domain.queue_fields import FIELDS, UNKNOWN, custom_field, field_named
from common.domain.times import nanoseconds_of

Predicate = Callable[[Any], bool]
Read = Callable[[Any], Any]
"""Of a document: an item, unless fields of their own are named."""
COMBINING = ("$and", "$or", "$nor")
_MAX_PARTS = 50
MAX_DEPTH = 8
_TIMES = frozenset(
    {"created_at", "updated_at", "completed_at", "reviewed_at", "escalated_at", "archived_at"}
)
_BOOLEANS = frozenset(
    {"reviewed", "has_text", "has_image", "has_video", "has_audio", "escalated", "appeal"}
)
_NUMBERS = frozenset({"bounce_count", "flags_count", "severity"})
_MOST_OPERANDS = 1_000
_ALIASES = {"shadow_block": "shadow"}


def compile_filter(filter: Mapping[str, Any] | None) -> Predicate:
    """Raises Invalid naming the key that cannot be understood."""
    return _all_of(filter or {}, [0], 0)


def compile_plain_filter(filter: Mapping[str, Any] | None, fields: frozenset[str]) -> Predicate:
    """For documents whose fields are filtered by their own names; others are refused."""
    return _all_plain(filter or {}, fields, [0], 0)


def _all_plain(
    filter: Mapping[str, Any], fields: frozenset[str], parts: list[int], depth: int
) -> Predicate:
    if depth > MAX_DEPTH:
        raise Invalid.field("filter", "is nested too deeply")

    def part(key: str, value: Any) -> Predicate:
        if key in COMBINING:
            _count(parts)
            return _combined(key, value, lambda each: _all_plain(each, fields, parts, depth + 1))
        if key not in fields:
            raise Invalid.field(f"filter.{key}", f"can be {', '.join(sorted(fields))}")
        return _part(key, value, parts, depth, field_named(key))

    tests = [part(key, value) for key, value in filter.items()]
    return lambda document: all(test(document) for test in tests)


def _all_of(filter: Mapping[str, Any], parts: list[int], depth: int) -> Predicate:
    if depth > MAX_DEPTH:
        raise Invalid.field("filter", "is nested too deeply")
    tests = [_part(key, value, parts, depth) for key, value in filter.items()]
    return lambda item: all(test(item) for test in tests)


def _part(
    key: str, value: Any, parts: list[int], depth: int, read: Read | None = None
) -> Predicate:
    _count(parts)
    if key in COMBINING:
        return _combined(key, value, lambda each: _all_of(each, parts, depth + 1))
    if key.startswith("$"):
        raise Invalid.field(f"filter.{key}", "is not an operator that stands here")
    if key in UNKNOWN and read is None:
        raise Invalid.field(f"filter.{key}", f"cannot be filtered by: {UNKNOWN[key]}")
    if key == "date_range":
        return _date_range(value)
    if isinstance(value, dict) and value and all(name.startswith("$") for name in value):
        tests = [_test(key, operator, operand, read) for operator, operand in value.items()]
        return lambda item: all(test(item) for test in tests)
    return _test(key, "$eq", value, read)


def _count(parts: list[int]) -> None:
    parts[0] += 1
    if parts[0] > _MAX_PARTS:
        raise Invalid.field("filter", f"has more than {_MAX_PARTS} parts")


def _combined(
    key: str, value: Any, compiled: Callable[[Mapping[str, Any]], Predicate]
) -> Predicate:
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise Invalid.field(f"filter.{key}", "needs an array of filters")
    tests = [compiled(each) for each in value]
    if key == "$and":
        return lambda item: all(test(item) for test in tests)
    if key == "$or":
        return lambda item: any(test(item) for test in tests)
    return lambda item: not any(test(item) for test in tests)


def _date_range(value: Any) -> Predicate:
    start, _, end = value.partition("_") if isinstance(value, str) else ("", "", "")
    low, high = _time("date_range", start), _time("date_range", end)
    return lambda item: low <= item["created_at"] <= high


def _test(key: str, operator: str, operand: Any, reader: Read | None) -> Predicate:
    read = reader or FIELDS.get(key) or custom_field(key)
    operand_of = _operand if reader is None else _plain_operand
    if operator == "$exists":
        if not isinstance(operand, bool):
            raise Invalid.field(f"filter.{key}", "$exists needs true or false")
        return lambda item: (read(item) not in (None, "", [], (), {})) is operand
    if operator in ("$in", "$contains") and isinstance(operand, list):
        if len(operand) > _MOST_OPERANDS:
            raise Invalid.field(f"filter.{key}", f"has more than {_MOST_OPERANDS} values")
        wanted = [operand_of(key, each) for each in operand]
        return lambda item: any(_equal(read(item), each) for each in wanted)
    compare = _COMPARISONS.get(operator)
    if compare is None or isinstance(operand, list) or operator == "$in":
        raise Invalid.field(f"filter.{key}", f"does not take {operator} with this value")
    value = operand_of(key, operand)
    return lambda item: compare(read(item), value)


def _plain_operand(key: str, value: Any) -> Any:
    """Of documents other than items, whose fields may have the same names."""
    return _time(key, value) if key in _TIMES and value is not None else value


def _operand(key: str, value: Any) -> Any:
    if key in _TIMES and value is not None:
        return _time(key, value)
    if key in _BOOLEANS and not isinstance(value, bool):
        raise Invalid.field(f"filter.{key}", "needs true or false")
    if key in _NUMBERS and (isinstance(value, bool) or not isinstance(value, int | float)):
        raise Invalid.field(f"filter.{key}", "needs a number")
    is_text = key in FIELDS and key not in _BOOLEANS | _NUMBERS | _TIMES | {"custom"}
    if is_text and value is not None and not isinstance(value, str):
        raise Invalid.field(f"filter.{key}", "needs text")
    return _ALIASES.get(value, value) if key == "recommended_action" else value


def _time(key: str, value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    try:
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is None:
            moment = datetime.fromisoformat(f"{value}+00:00")
        return nanoseconds_of(moment)
    except (TypeError, ValueError, OverflowError):
        raise Invalid.field(f"filter.{key}", "needs an ISO 8601 time or nanoseconds") from None


def _equal(value: Any, wanted: Any) -> bool:
    if isinstance(value, list):
        return wanted in value
    if isinstance(value, dict) and isinstance(wanted, dict):
        return all(name in value and value[name] == each for name, each in wanted.items())
    return bool(value == wanted)


def _ordered(compare: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    def test(value: Any, wanted: Any) -> bool:
        if isinstance(value, list):
            return any(test(each, wanted) for each in value)
        comparable = type(value) is type(wanted) or (
            isinstance(value, int | float) and isinstance(wanted, int | float)
        )
        return comparable and value is not None and compare(value, wanted)

    return test


def _contains(value: Any, wanted: Any) -> bool:
    return _equal(value, wanted) if isinstance(value, list | dict) else _matches_text(value, wanted)


def _matches_text(value: Any, wanted: Any) -> bool:
    if isinstance(value, dict):
        return any(_matches_text(each, wanted) for each in value.values())
    if isinstance(value, list):
        return any(_matches_text(each, wanted) for each in value)
    return isinstance(value, str) and isinstance(wanted, str) and wanted.lower() in value.lower()


_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "$eq": _equal,
    "$gt": _ordered(lambda value, wanted: value > wanted),
    "$gte": _ordered(lambda value, wanted: value >= wanted),
    "$lt": _ordered(lambda value, wanted: value < wanted),
    "$lte": _ordered(lambda value, wanted: value <= wanted),
    "$contains": _contains,
    "$q": _matches_text,
    "$autocomplete": lambda value, wanted: (
        isinstance(value, str)
        and isinstance(wanted, str)
        and value.lower().startswith(wanted.lower())
    ),
}
