"""JSON values as Firestore's, and back.

Firestore knows no list right inside a list, no field like `__x__` or without a name, no integer
beyond 64 bits and no more than 20 levels. What it does not know is kept as JSON text in a map of
one field, whose name no other map has.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Any

import orjson
from google.cloud.firestore_v1.types.document import Value

from common.store.firestore.names import (
    ID_FIELD,
    MAX_NAME_BYTES,
    decoded_field,
    encoded_field,
    is_native_field,
)
from common.store.store import Data

NONCE_FIELD = "~v"
"""Changes with every write: Firestore gives a write that changes nothing no new update_time."""

_OWN_FIELDS = frozenset((ID_FIELD, NONCE_FIELD))
_JSON = "~json"
_MAX_LEVELS = 16
_UTF8_MOST = 4

_Value = Value.pb()


def fill_fields(target: Any, data: Mapping[str, Any]) -> None:
    """`target` is a map of fields. Raises ValueError for what JSON cannot hold."""
    for field, value in data.items():
        _fill(target[encoded_field(field)], value, 1)


def encoded_value(value: Any) -> Any:
    encoded = _Value()
    _fill(encoded, value, 1)
    return encoded


def decoded_fields(fields: Mapping[str, Any]) -> Data:
    return {
        decoded_field(name): _decoded(value)
        for name, value in fields.items()
        if name not in _OWN_FIELDS
    }


def _fill(target: Any, value: Any, level: int) -> None:
    match value:
        case str():
            target.string_value = value
        case bool():
            target.boolean_value = value
        case int() if -(2**63) <= value < 2**63:
            target.integer_value = value
        case float() if isfinite(value):
            target.double_value = value
        case None | float():
            target.null_value = 0
        case dict() if level < _MAX_LEVELS and all(map(_is_native, value)):
            _fill_map(target.map_value, value, level + 1)
        case list() | tuple() if level < _MAX_LEVELS:
            _fill_list(target.array_value, value, level + 1)
        case _:
            _fill_json(target, value)


def _fill_map(target: Any, value: dict[str, Any], level: int) -> None:
    target.SetInParent()
    for name, member in value.items():
        _fill(target.fields[name], member, level)


def _fill_list(target: Any, value: list[Any] | tuple[Any, ...], level: int) -> None:
    target.SetInParent()
    for member in value:
        if isinstance(member, list | tuple):
            _fill_json(target.values.add(), member)
        else:
            _fill(target.values.add(), member, level)


def _fill_json(target: Any, value: Any) -> None:
    try:
        text = orjson.dumps(value)
    except TypeError as error:
        raise ValueError(str(error)) from error
    target.map_value.fields[_JSON].string_value = text.decode()


def _is_native(field: object) -> bool:
    if not isinstance(field, str) or not is_native_field(field):
        return False
    return len(field) * _UTF8_MOST <= MAX_NAME_BYTES


def _decoded(value: Any) -> Any:
    kind = value.WhichOneof("value_type")
    if kind == "map_value":
        fields = value.map_value.fields
        if _JSON in fields:
            return orjson.loads(fields[_JSON].string_value)
        return {name: _decoded(member) for name, member in fields.items()}
    if kind == "array_value":
        return [_decoded(member) for member in value.array_value.values]
    return None if kind in (None, "null_value") else getattr(value, kind)
