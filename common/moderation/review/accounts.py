"""Users who leave and come back: deactivated, deleted, restored, one or many.

Each user is a unit of work. Whoever is already as asked is left alone, so a call that broke off is
simply repeated.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, cast

from common.configuration.context import Context
from common.delivery.outbox import that_carry_out
from common.domain.errors import Invalid
from common.domain.ids import derived_id
from common.domain.task import Task, task_key
from common.domain.user import User
from common.moderation.review.decisions import accounts as decided
from common.moderation.review.decisions.accounts import Deletion
from common.moderation.review.decisions.decision import Decision
from common.moderation.review.decisions.decisions import decide
from common.moderation.review.decisions.options import DeleteMode
from common.moderation.review.decisions.waiting import check_alone
from common.moderation.users.known import known_users, users_of
from common.store.store import Put

_AT_ONCE = 10
_OF_PLATFORM = ("conversations", "calls", "files", "new_channel_owner_id", "new_call_owner_id")
_RESTORED = ("restore_messages", "restore_channels")
Wanted = Callable[[str, Mapping[str, Any]], Iterator[Decision]]
"""Of a user by the id and what is known of them; nothing of who is already as asked."""


async def deactivate(
    context: Context,
    app: str,
    ids: Sequence[str],
    by: str,
    now: int,
    *,
    messages: bool,
    field: str,
    channels: bool = False,
) -> list[User]:
    """`messages`: theirs become orders to the app's own server. Raises NotFound, naming `field`,
    for who is not known, and Invalid for `channels`, which nobody is told to delete.
    """
    known = await known_users(context, app, ids, field)
    if channels:
        raise Invalid.field("mark_channels_deleted", "is not supported: channels are the chat's")
    if messages:
        await _check_heard(context, app, ["mark_messages_deleted"], "delete_user_messages")

    def wanted(id: str, user: Mapping[str, Any]) -> Iterator[Decision]:
        if "deactivated_at" not in user:
            yield decided.deactivation(id, by)
        if messages and "messages_deleted_at" not in user:
            yield decided.messages_deletion(id, by, "soft")

    await _decide_each(context, app, known, wanted, now)
    return await _afterwards(context, app, known)


async def reactivate(
    context: Context,
    app: str,
    ids: Sequence[str],
    by: str,
    now: int,
    *,
    restored: Sequence[str],
    field: str,
    name: str | None = None,
) -> list[User]:
    """`restored` are what is asked for beside the users, as the request names it."""
    known = await known_users(context, app, ids, field)
    await _check_heard(context, app, restored, "restore")
    for id, user in known.items():
        if user is not None and "deleted_at" in user:
            raise Invalid.field(field, f"names {id!r}, who was deleted: restore the user")

    def wanted(id: str, user: Mapping[str, Any]) -> Iterator[Decision]:
        if "deactivated_at" in user or name:
            yield decided.reactivation(id, by, name)
        if restored:
            given = {each.removeprefix("restore_"): each in restored for each in _RESTORED}
            yield decided.restoration(id, by, **given)

    await _decide_each(context, app, known, wanted, now)
    return await _afterwards(context, app, known)


async def restore(context: Context, app: str, ids: Sequence[str], now: int) -> None:
    """Raises Invalid where one was deleted for good."""
    known = await known_users(context, app, ids, "user_ids")
    for id, user in known.items():
        if user is not None and user.get("hard_deleted"):
            raise Invalid.field("user_ids", f"names {id!r}, who was deleted for good")

    def wanted(id: str, user: Mapping[str, Any]) -> Iterator[Decision]:
        if "deleted_at" in user:
            yield decided.restoration(id, "", messages=False, channels=False)

    await _decide_each(context, app, known, wanted, now)


async def delete(
    context: Context,
    app: str,
    ids: Sequence[str],
    asked: Deletion,
    messages: DeleteMode | None,
    now: int,
    *,
    field: str = "user_ids",
) -> list[User]:
    """Raises Invalid for what only the app's own server can do, where no action of it would."""
    known = await known_users(context, app, ids, field)
    given = [name for name in _OF_PLATFORM if getattr(asked, name)]
    if asked.delete_conversation_channels and not asked.conversations:
        given.append("delete_conversation_channels")
    await _check_heard(context, app, given, "delete_user")
    await _check_heard(context, app, ["messages"] if messages else [], "delete_user_messages")

    def wanted(id: str, user: Mapping[str, Any]) -> Iterator[Decision]:
        if not _is_deleted(user, asked):
            yield decided.deletion(id, "", asked)
        if messages and user.get("messages_deleted_mode") != messages:
            yield decided.messages_deletion(id, "", messages)

    await _decide_each(context, app, known, wanted, now)
    return await _afterwards(context, app, known)


async def keep_task(
    context: Context, app: str, what: str, ids: Sequence[str], said: str, now: int
) -> str:
    """The id of a task that is done: the clients ask for one, whether or not there is a wait."""
    id = derived_id("users", what, said, *ids)
    task = {
        "id": id,
        "item_id": "",
        "revision": 0,
        "status": "completed",
        "created_at": now,
        "updated_at": now,
    }
    await context.store.commit([Put(task_key(app, id), cast(Task, task))])
    return id


def _is_deleted(user: Mapping[str, Any], asked: Deletion) -> bool:
    """In the way that is asked for, or for good."""
    if "deleted_at" not in user:
        return False
    if asked.user == "soft" or user.get("hard_deleted"):
        return True
    return asked.user == "pruning" and "name" not in user and "custom" not in user


async def _check_heard(context: Context, app: str, given: Iterable[str], type: str) -> None:
    names = list(given)
    if not names:
        return
    configuration = await context.configurations.of(app)
    if not that_carry_out(configuration.actions.values(), type):
        problem = f"is for the app's own server, and no action that carries out {type} tells it"
        raise Invalid(f"{names[0]} {problem}", dict.fromkeys(names, problem))


async def _decide_each(
    context: Context, app: str, users: Mapping[str, User | None], wanted: Wanted, now: int
) -> None:
    """What is wanted of one user comes in its order. Raises NotAllowed, before anything is done,
    where any of it takes a second person.
    """
    planned = [[*wanted(id, cast("Mapping[str, Any]", user or {}))] for id, user in users.items()]
    configuration = await context.configurations.of(app)
    for decision in chain.from_iterable(planned):
        check_alone(decision, configuration)
    slots = asyncio.Semaphore(_AT_ONCE)

    async def one(decisions: Sequence[Decision]) -> None:
        async with slots:
            for decision in decisions:
                await decide(context, app, decision, now)

    await asyncio.gather(*map(one, planned))


async def _afterwards(context: Context, app: str, ids: Iterable[str]) -> list[User]:
    return list((await users_of(context, app, list(ids))).values())
