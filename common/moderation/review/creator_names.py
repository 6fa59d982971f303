"""Creators by their names, of which items know the ids alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from common.configuration.context import Context
from common.domain.errors import Invalid
from common.domain.user import USERS, name_key

NAME = "entity_creator_name"
_MOST_NAMES = 10
_MOST_USERS = 100
_NOBODYS = {"id": "nobody's"}


async def with_ids(context: Context, app: str, filter: Mapping[str, Any]) -> Mapping[str, Any]:
    """The filter in which a creator's name, at its top, is replaced by the ids of all who have the
    name now. Raises Invalid for what names too many.
    """
    if NAME not in filter:
        return filter
    others = {name: value for name, value in filter.items() if name != NAME}
    ids: list[str] = []
    for name in dict.fromkeys(_names(filter[NAME])):
        ids += await _ids(context, app, name)
        if len(ids) > _MOST_USERS:
            raise _refused(f"is the name of more than {_MOST_USERS} users: use entity_creator_id")
    if not ids:
        return {**others, **_NOBODYS}
    all_of = [{"$and": others.pop("$and")}] if "$and" in others else []
    return {**others, "$and": [*all_of, {"entity_creator_id": {"$in": ids}}]}


def _names(value: Any) -> list[str]:
    tests = value if isinstance(value, dict) else {"$eq": value}
    if len(tests) != 1 or not tests.keys() <= {"$eq", "$in"}:
        raise _refused("takes $eq and $in")
    (operand,) = tests.values()
    names = operand if "$in" in tests else [operand]
    if not isinstance(names, list) or not all(isinstance(each, str) and each for each in names):
        raise _refused("is no name")
    if len(names) > _MOST_NAMES:
        raise _refused(f"is more than {_MOST_NAMES} names")
    return names


async def _ids(context: Context, app: str, name: str) -> list[str]:
    key = name_key(name)
    page = await context.store.query(
        USERS, app=app, order="name_key", low=key, high=f"{key}\x01", limit=_MOST_USERS + 1
    )
    return [found.key.id for found in page.documents if found.data.get("name") == name]


def _refused(problem: str) -> Invalid:
    return Invalid.field(f"filter.{NAME}", problem)
