"""Whom a request names, by the fields that do: in its path, query and body, and by its token."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from pydantic import BaseModel

from common.domain.content import is_user
from common.domain.not_in_effect import models_in
from common.http.dialects.dialect import ACTING
from common.http.routes.route import Route

_IDS = frozenset(
    (
        "user_id",
        "banned_by_id",
        "blocked_user_id",
        "by",
        "client_token",
        "community_id",
        "created_by",
        "created_by_id",
        "entity_creator_id",
        "moderator_id",
        "new_call_owner_id",
        "new_channel_owner_id",
        "of_user",
        "reporter_id",
        "reporter_user_id",
        "reviewed_by",
        "session_id",
        "target_id",
        "target_ids",
        "target_user_id",
        "unbanned_by_id",
        "user_ids",
        "users",
    )
)
_PEOPLE = frozenset(("banned_by", "unbanned_by", "user"))
"""Fields with what has its `id`, as `users` may have."""
_OF_PEOPLE = frozenset(("complainants", "users"))
"""What a part of a path says that the next one is."""


def people(caller: str | None, asked: Sequence[BaseModel]) -> list[tuple[str, str]]:
    """`caller` is the token's user; `asked` are query and body."""
    found = [(ACTING, caller)] if caller else []
    return found + [each for request in asked for each in _in(request, "", is_person=False)]


def people_of_path(route: Route, path: Mapping[str, str]) -> list[tuple[str, str]]:
    pairs = pairwise(route.path.split("/"))
    names = [part[1:-1] for before, part in pairs if before in _OF_PEOPLE and part[:1] == "{"]
    return [(name, path[name]) for name in names]


def _in(value: Any, place: str, *, is_person: bool) -> Iterator[tuple[str, str]]:
    if isinstance(value, BaseModel):
        yield from _in_model(value, f"{place}." if place else "", is_person=is_person)
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _in(each, f"{place}.{number}", is_person=is_person)
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _in(each, f"{place}.{key}", is_person=is_person)
    elif isinstance(value, str) and is_person and value:
        yield place, value


def _in_model(model: BaseModel, before: str, *, is_person: bool) -> Iterator[tuple[str, str]]:
    for name, shown in _looked_at(type(model)):
        value = getattr(model, name)
        is_their_id = name in _IDS or (is_person and name == "id")
        names = is_their_id or (name in _PEOPLE and isinstance(value, BaseModel))
        yield from _in(value, f"{before}{shown}", is_person=names)
    if is_user(getattr(model, "entity_type", None) or ""):
        yield f"{before}entity_id", getattr(model, "entity_id", None) or ""


@cache
def _looked_at(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Fields that name somebody, or in whose values such fields may be, with how they are said."""
    return tuple(
        (name, field.alias or name)
        for name, field in model.model_fields.items()
        if name in _IDS or name in _PEOPLE or name == "id" or any(models_in(field.annotation))
    )
