"""Evaluations of which it was kept what the rules saw: of an item, of a user."""

from __future__ import annotations

from collections.abc import Sequence

from common.domain.errors import NotFound
from common.domain.item import Item
from common.domain.rule import Scope
from common.domain.rule_input import RULE_INPUTS, RuleInput, rule_input_key, shard_of
from common.domain.times import MICROSECOND
from common.store.store import Store

_PAGE = 100
_LOOKED_THROUGH = 2_000
"""Of an item's revisions, and of what was kept of a sixteenth of all users."""


async def at_revision(store: Store, app: str, item: Item, revision: int) -> RuleInput:
    (found,) = await store.get([rule_input_key(app, item["id"], revision)])
    if found is None:
        problem = f"of revision {revision} of the item nothing is kept"
        raise NotFound(problem, {"revision": "no evaluation of it is kept"})
    return found.data


async def of_item(store: Store, app: str, item: Item, as_of: int) -> RuleInput:
    """The last by then."""
    last = item["revision"]
    for first in range(last, max(0, last - _LOOKED_THROUGH), -_PAGE):
        revisions = range(first, max(0, first - _PAGE), -1)
        found = await store.get([rule_input_key(app, item["id"], each) for each in revisions])
        for document in found:
            if document is not None and document.data["at"] < _end(as_of):
                return document.data
    raise _none_kept("item")


async def of_user(
    store: Store, app: str, user: str, as_of: int, scopes: Sequence[Scope]
) -> RuleInput:
    """The last by then that concerned the user, in one of the scopes."""
    cursor: str | None = None
    for _ in range(_LOOKED_THROUGH // _PAGE):
        page = await store.query(
            RULE_INPUTS,
            app=app,
            equal={"shard": shard_of(user, "")},
            order="at",
            descending=True,
            high=_end(as_of),
            limit=_PAGE,
            cursor=cursor,
        )
        for document in page.documents:
            if document.data["user_id"] == user and set(scopes) & {*document.data["scopes"]}:
                return document.data
        cursor = page.cursor
        if cursor is None:
            break
    raise _none_kept("user")


def _end(as_of: int) -> int:
    """Answers have times without what is less than a microsecond."""
    return as_of - as_of % MICROSECOND + MICROSECOND


def _none_kept(what: str) -> NotFound:
    problem = f"of an evaluation of the {what} by then nothing is kept"
    return NotFound(problem, {"as_of": "no evaluation by then is kept"})
