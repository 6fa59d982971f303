"""Keeping an app's score keys: made, listed, deleted. A key is told once, when it is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from common.configuration.context import Context
from common.domain.apps import credential_key, score_credential_key
from common.domain.errors import Invalid, NotFound, TryAgain
from common.domain.ids import ordered_id
from common.domain.score_key import (
    MOST_SCORE_KEYS,
    ScoreKey,
    last_characters,
    new_score_key,
    score_keys_key,
)
from common.moderation.contention import ATTEMPTS
from common.store.deciding import until_committed
from common.store.store import Create, Delete, Put, Write

Change = Callable[[list[ScoreKey]], tuple[list[ScoreKey], list[Write]]]
"""From the keys that there are to those that shall be, and what else is written."""


async def create(context: Context, app: str, name: str, now: int) -> tuple[ScoreKey, str]:
    """Raises Invalid for a name that a key of the app has, so that asking again makes no second
    one, and for one key more than an app may have.
    """
    key = new_score_key()
    credential = score_credential_key(key)
    made: ScoreKey = {
        "id": ordered_id(now),
        "name": name,
        "credential": credential.id,
        "last_characters": last_characters(key),
        "created_at": now,
    }

    def added(known: list[ScoreKey]) -> tuple[list[ScoreKey], list[Write]]:
        _check(name, known)
        return [*known, made], [Create(credential, {"app": app, "score_key": made["id"]})]

    await _change(context, app, added)
    return made, key


async def list_all(context: Context, app: str) -> Sequence[ScoreKey]:
    (document,) = await context.store.get([score_keys_key(app)])
    return document.data["keys"] if document else ()


async def delete(context: Context, app: str, id: str) -> None:
    """Functions that know the key still take it for a minute at most."""

    def removed(known: list[ScoreKey]) -> tuple[list[ScoreKey], list[Write]]:
        gone = [each for each in known if each["id"] == id]
        if not gone:
            raise NotFound(f"there is no score key {id!r}", {"id": "does not exist"})
        kept = [each for each in known if each["id"] != id]
        return kept, [Delete(credential_key(each["credential"])) for each in gone]

    await _change(context, app, removed)


async def _change(context: Context, app: str, change: Change) -> None:
    key = score_keys_key(app)

    async def attempt() -> None:
        (document,) = await context.store.get([key])
        keys, writes = change(document.data["keys"] if document else [])
        if document is None:
            await context.store.commit([Create(key, {"keys": keys}), *writes])
        else:
            await context.store.commit([Put(key, {"keys": keys}, document.version), *writes])

    await until_committed(attempt, ATTEMPTS, TryAgain("many change the score keys at once"))


def _check(name: str, known: Sequence[ScoreKey]) -> None:
    if any(each["name"] == name for each in known):
        raise Invalid.field("name", f"{name!r} is the name of another score key")
    if len(known) >= MOST_SCORE_KEYS:
        raise Invalid.field("name", f"would be one more than the {MOST_SCORE_KEYS} allowed")
