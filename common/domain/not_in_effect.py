"""Fields of requests that are taken and have no effect, and which of them a request has.

A client sends them, so they are not refused; the answer names them, so nobody relies on them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol, TypeGuard, get_args, runtime_checkable

from pydantic import BaseModel, GetJsonSchemaHandler


@dataclass(frozen=True)
class NoEffect:
    """Marks a field in its annotation; `why` is part of the API's description.

    A value that asks for nothing (null, false, 0 and what is empty) is not named.
    """

    why: str

    def __get_pydantic_json_schema__(
        self, schema: Any, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), "description": f"Taken and not in effect: {self.why}."}


@runtime_checkable
class Depending(Protocol):
    """A request of which some fields count only beside others."""

    def idle(self) -> Iterator[str]:
        """Those that are given and do not count in this one, as `user.name`."""
        ...


def not_in_effect(request: BaseModel) -> list[str]:
    """The fields of `request` that are given and have no effect, as `user.name`."""
    return [*_given(request, ""), *(request.idle() if _depends(request) else ())]


def _depends(request: BaseModel) -> TypeGuard[Depending]:
    return _is_depending(type(request))


@cache
def _is_depending(model: type[BaseModel]) -> bool:
    """Asked of each instance, it takes longer than all else that is done for one here."""
    return issubclass(model, Depending)


def _given(value: Any, path: str) -> Iterator[str]:
    if isinstance(value, BaseModel):
        for name, shown, is_marked in _looked_at(type(value)):
            each = getattr(value, name)
            if not each:
                continue
            if is_marked:
                yield f"{path}{shown}"
            else:
                yield from _given(each, f"{path}{shown}.")
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _given(each, f"{path}{number}.")
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _given(each, f"{path}{key}.")


@cache
def _looked_at(
    model: type[BaseModel], above: frozenset[type[BaseModel]] = frozenset()
) -> tuple[tuple[str, str, bool], ...]:
    """Fields that are marked, or in whose values such fields may be; of those `above`, which a
    model may have within itself, that is known.
    """
    found = []
    known = above | {model}
    for name, field in model.model_fields.items():
        is_marked = any(isinstance(each, NoEffect) for each in field.metadata)
        inner = (each for each in models_in(field.annotation) if each not in known)
        if is_marked or any(_looked_at(each, known) for each in inner):
            found.append((name, field.alias or name, is_marked))
    return tuple(found)


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that a type is made of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for each in get_args(annotation):
        yield from models_in(each)
