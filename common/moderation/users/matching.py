"""Filters over users (contract 3.4), as predicates over what is known of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from common.domain.errors import Invalid
from common.domain.filters import compile_plain_filter
from common.domain.times import nanoseconds_of
from common.domain.user import User, is_banned, is_shadow_banned

Matches = Callable[[Mapping[str, Any]], bool]
_BOOLEANS = frozenset({"banned", "shadow_banned", "invisible", "bypass_moderation"})
_ENDS = frozenset({"deactivated_at", "deleted_at"})
_UNKNOWN = {
    "last_active": "when users were last seen is the chat's",
    "notifications_muted": "notifications are the chat's",
    "online": "who is online is the chat's",
    "unread_count": "what was read is the chat's",
}
_MOST_PARTS = 50
_MOST_DEPTH = 8


def compile_user_filter(filter: Mapping[str, Any]) -> Matches:
    """Raises Invalid naming the key that cannot be understood."""
    return _all_of(filter, [0], 0)


def facts_of(user: User, now: int) -> dict[str, Any]:
    """What filters see of a user: the customer's own fields stand beside the others."""
    return {
        **(user.get("custom") or {}),
        **user,
        "role": user.get("role", "user"),
        "banned": is_banned(user, now),
        "shadow_banned": is_shadow_banned(user, now),
        "invisible": bool(user.get("invisible")),
        "bypass_moderation": bool(user.get("bypass_moderation")),
        "created_at": user.get("created_at", user["updated_at"]),
    }


def required(filter: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """Field, operator and operand of each part that has to hold."""
    for key, value in filter.items():
        if key == "$and" and isinstance(value, list):
            for each in value:
                yield from required(each) if isinstance(each, Mapping) else ()
        elif not key.startswith("$"):
            if _is_operators(value):
                yield from ((key, operator, operand) for operator, operand in value.items())
            else:
                yield key, "$eq", value


def time_of(text: str) -> int:
    """Of a text that a filter has been compiled with; in nanoseconds."""
    moment = datetime.fromisoformat(text)
    return nanoseconds_of(moment if moment.tzinfo else moment.replace(tzinfo=UTC))


def _all_of(filter: Mapping[str, Any], parts: list[int], depth: int) -> Matches:
    if depth > _MOST_DEPTH:
        raise Invalid.field("filter_conditions", "is nested too deeply")
    tests = [_part(key, value, parts, depth) for key, value in filter.items()]
    return lambda facts: all(test(facts) for test in tests)


def _part(key: str, value: Any, parts: list[int], depth: int) -> Matches:
    parts[0] += 1
    if parts[0] > _MOST_PARTS:
        raise Invalid.field("filter_conditions", f"has more than {_MOST_PARTS} parts")
    if key in ("$and", "$or", "$nor"):
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise Invalid.field(f"filter_conditions.{key}", "needs an array of filters")
        return _combined(key, [_all_of(each, parts, depth + 1) for each in value])
    name = key.removeprefix("custom.")
    _check(key, name, value)
    try:
        return compile_plain_filter({name: value}, frozenset({name}))
    except Invalid as error:
        renamed = {
            k.replace("filter.", "filter_conditions.", 1): v for k, v in error.fields.items()
        }
        raise Invalid(error.message, renamed) from None


def _combined(key: str, tests: list[Matches]) -> Matches:
    if key == "$and":
        return lambda facts: all(test(facts) for test in tests)
    if key == "$or":
        return lambda facts: any(test(facts) for test in tests)
    return lambda facts: not any(test(facts) for test in tests)


def _check(key: str, name: str, value: Any) -> None:
    where = f"filter_conditions.{key}"
    if key.startswith("$"):
        raise Invalid.field(where, "is not an operator that stands here")
    if key in _UNKNOWN:
        raise Invalid.field(where, f"cannot be filtered by: {_UNKNOWN[key]}")
    operators = value if _is_operators(value) else {"$eq": value}
    for operator, operand in operators.items():
        if operator == "$exists":
            continue
        if key in _ENDS:
            raise Invalid.field(where, "takes $exists only")
        if name in _BOOLEANS and not (operator == "$eq" and isinstance(operand, bool)):
            raise Invalid.field(where, "needs true or false")


def _is_operators(value: Any) -> bool:
    return isinstance(value, dict) and bool(value) and all(name[:1] == "$" for name in value)
