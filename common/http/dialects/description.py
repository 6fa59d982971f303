"""What OpenAPI says of a dialect."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from common.views.times import is_time

Schema = Mapping[str, Any]
_TEXT = {"type": "string", "format": "date-time"}


@dataclass(frozen=True, slots=True)
class Description:
    """`security` has the alternatives of what a caller may show, each with its schemes by name.

    `error` is the JSON schema of an error's body, and its `title` the name; `success` is what the
    body of every success has. `shaped` makes of the schema of an answer, which is of the documents'
    values, that of what is sent. `name` tells apart answers that two dialects shape differently.
    `parameters` are those of every query beside the credentials, with what they are.
    """

    name: str
    security: Sequence[Mapping[str, Schema]]
    error: Schema
    success: Schema
    shaped: Callable[[Any], Any]
    parameters: Mapping[str, str] = field(default_factory=dict)


def text_times(schema: Any) -> Any:
    """The schema of what `common.views.times.with_text_times` makes of a value."""
    if isinstance(schema, list):
        return [text_times(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        name: _properties(each)
        if name == "properties" and isinstance(each, dict)
        else text_times(each)
        for name, each in schema.items()
    }


def _properties(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        name: each if name == "custom" else _property(name, each)
        for name, each in properties.items()
    }


def _property(name: str, schema: Any) -> Any:
    return _text(schema) if is_time(name) else text_times(schema)


def _text(schema: Any) -> Any:
    if not isinstance(schema, dict):
        return schema
    if schema.get("type") == "integer":
        return {k: v for k, v in schema.items() if k == "title"} | _TEXT
    if "anyOf" in schema:
        return {**schema, "anyOf": [_text(each) for each in schema["anyOf"]]}
    return text_times(schema)
