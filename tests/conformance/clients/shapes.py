"""Whether an answer is what the client's own types say: every required field, of its type."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import Any

_PLAIN: dict[Any, tuple[type, ...]] = {str: (str,), int: (int,), float: (int, float), bool: (bool,)}
_ERA = range(10**18, 10**19)
"""Nanoseconds since 1970, from 2001 on: no seconds and no milliseconds (contract 3.3). Zero is when
what comes with Gavel was made.
"""


def problems(kind: Any, value: Any, where: str = "answer") -> Iterator[str]:
    """What is wrong with `value` as a `kind`: a generated dataclass or what its fields are."""
    if kind in (object, Any):
        return
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        chosen = [each for each in arguments if each is not types.NoneType]
        if value is not None:
            yield from problems(chosen[0], value, where)
    elif origin is list:
        yield from _of_list(arguments[0], value, where)
    elif origin is dict:
        yield from _of_map(arguments[1], value, where)
    elif kind is datetime:
        if type(value) is not int or (value and value not in _ERA):
            yield f"{where} is no time in nanoseconds: {value!r}"
    elif dataclasses.is_dataclass(kind):
        yield from _of_object(kind, value, where)
    elif type(value) not in _PLAIN.get(kind, (dict,)):
        yield f"{where} should be {kind.__name__}: {value!r}"


def _of_list(kind: Any, value: Any, where: str) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"{where} is no list: {value!r}"
        return
    for number, each in enumerate(value):
        yield from problems(kind, each, f"{where}.{number}")


def _of_map(kind: Any, value: Any, where: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{where} is no object: {value!r}"
        return
    for name, each in value.items():
        yield from problems(kind, each, f"{where}.{name}")


def _of_object(kind: Any, value: Any, where: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{where} is no object: {value!r}"
        return
    for name, type_, is_required in _fields(kind):
        if name in value and value[name] is not None:
            yield from problems(type_, value[name], f"{where}.{name}")
        elif is_required:
            yield f"{where}.{name} is missing"


@cache
def _fields(kind: Any) -> list[tuple[str, Any, bool]]:
    """Each one's name on the wire, its type, and whether it has to be there."""
    hints = typing.get_type_hints(kind)
    return [
        (_wire_name(field), hints[field.name], _is_required(field))
        for field in dataclasses.fields(kind)
    ]


def _wire_name(field: dataclasses.Field[Any]) -> str:
    letter_case = field.metadata.get("dataclasses_json", {}).get("letter_case")
    return letter_case(field.name) if letter_case else field.name


def _is_required(field: dataclasses.Field[Any]) -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
