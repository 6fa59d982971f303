"""Values that a rule or a moderator passes to an action."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import (
    AfterValidator,
    Field,
    StringConstraints,
    TypeAdapter,
    ValidationError,
    WithJsonSchema,
    WrapValidator,
)
from pydantic_core import PydanticCustomError

from common.api.gavel.base import Body, Key
from common.domain.callback import VALUE_NAME

_MOST = 2**53 - 1
"""Beyond it, not every receiver reads the same number."""
_MOST_CHARACTERS = 2_000
_MOST_VALUES = 20
_NUMBER = {"minimum": -_MOST, "maximum": _MOST}
_VALUE = {
    "anyOf": [
        {"type": "string", "maxLength": _MOST_CHARACTERS},
        {"type": "number", **_NUMBER},
        {"type": "boolean"},
    ]
}


def _value(value: Any) -> Any:
    if isinstance(value, str) and len(value) > _MOST_CHARACTERS:
        raise ValueError(f"a text has at most {_MOST_CHARACTERS} characters")
    if isinstance(value, int | float) and not (isfinite(value) and -_MOST <= value <= _MOST):
        raise ValueError(f"a number lies between -{_MOST} and {_MOST}")
    if not isinstance(value, str | int | float):
        raise ValueError("a value is a text, a number, or true or false")
    return value


ValueName = Annotated[str, StringConstraints(pattern=rf"^{VALUE_NAME}$")]
Value = Annotated[Any, AfterValidator(_value), WithJsonSchema(_VALUE)]
Values = Annotated[dict[ValueName, Value], Field(max_length=_MOST_VALUES)]


class ActionCall(Body):
    """An action with the values that it takes."""

    action: Key
    values: Values = Field(default_factory=dict)


_KEY: TypeAdapter[str] = TypeAdapter(Key)


def _or_id(value: Any, read: Any) -> Any:
    if isinstance(value, dict | ActionCall):
        return read(value)
    try:
        return _KEY.validate_python(value)
    except ValidationError as error:
        raise PydanticCustomError("key", "{said}", {"said": error.errors()[0]["msg"]}) from None


_CALL = {
    "type": "object",
    "properties": {
        "action": _KEY.json_schema(),
        "values": {
            "type": "object",
            "propertyNames": {"pattern": f"^{VALUE_NAME}$"},
            "additionalProperties": _VALUE,
            "maxProperties": _MOST_VALUES,
        },
    },
    "required": ["action"],
    "additionalProperties": False,
}
if TYPE_CHECKING:
    RuleAction = ActionCall | str
else:
    RuleAction = Annotated[
        ActionCall,
        WrapValidator(_or_id),
        WithJsonSchema({"anyOf": [_KEY.json_schema(), _CALL]}),
    ]
"""Its id alone, or with values. What is wrong is named without which of the two it is."""
