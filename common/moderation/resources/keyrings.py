"""Keeping what opens an app: made, listed, deleted. A key is told once, when it is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from common.configuration.context import Context
from common.domain.api_token import MOST_API_TOKENS, api_tokens_key, new_api_token
from common.domain.apps import (
    StoredCredential,
    credential_key,
    score_credential_key,
    token_key,
)
from common.domain.errors import Invalid, NotFound, TryAgain
from common.domain.ids import ordered_id
from common.domain.score_key import (
    MOST_SCORE_KEYS,
    ScoreKey,
    ScoreKeys,
    last_characters,
    new_score_key,
    score_keys_key,
)
from common.moderation.contention import ATTEMPTS
from common.store.deciding import until_committed
from common.store.store import Create, Delete, Key, Put, Write

Change = Callable[[list[ScoreKey]], tuple[list[ScoreKey], list[Write]]]
"""From the keys that there are to those that shall be, and what else is written."""


@dataclass(frozen=True, slots=True)
class Keyring:
    """One kind of key: `credential` is where functions find the app that one opens, which has its
    id as `made_as`.
    """

    noun: str
    made_as: Literal["score_key", "api_token"]
    most: int
    document: Callable[[str], Key[ScoreKeys]]
    new: Callable[[], str]
    credential: Callable[[str], Key[StoredCredential]]


SCORE_KEYS = Keyring(
    "score key", "score_key", MOST_SCORE_KEYS, score_keys_key, new_score_key, score_credential_key
)
API_TOKENS = Keyring(
    "API token", "api_token", MOST_API_TOKENS, api_tokens_key, new_api_token, token_key
)


async def create(
    context: Context, ring: Keyring, app: str, name: str, now: int
) -> tuple[ScoreKey, str]:
    """Raises Invalid for a name that a key of the app has, so that asking again makes no second
    one, and for one key more than an app may have.
    """
    key = ring.new()
    credential = ring.credential(key)
    made: ScoreKey = {
        "id": ordered_id(now),
        "name": name,
        "credential": credential.id,
        "last_characters": last_characters(key),
        "created_at": now,
    }

    def added(known: list[ScoreKey]) -> tuple[list[ScoreKey], list[Write]]:
        _check(ring, name, known)
        opens: StoredCredential = {"app": app}
        opens[ring.made_as] = made["id"]
        return [*known, made], [Create(credential, opens)]

    await _change(context, ring, app, added)
    return made, key


async def list_all(context: Context, ring: Keyring, app: str) -> Sequence[ScoreKey]:
    (document,) = await context.store.get([ring.document(app)])
    return document.data["keys"] if document else ()


async def delete(context: Context, ring: Keyring, app: str, id: str) -> None:
    """Functions that know the key still take it for a minute at most."""

    def removed(known: list[ScoreKey]) -> tuple[list[ScoreKey], list[Write]]:
        gone = [each for each in known if each["id"] == id]
        if not gone:
            raise NotFound(f"there is no {ring.noun} {id!r}", {"id": "does not exist"})
        kept = [each for each in known if each["id"] != id]
        return kept, [Delete(credential_key(each["credential"])) for each in gone]

    await _change(context, ring, app, removed)


async def _change(context: Context, ring: Keyring, app: str, change: Change) -> None:
    key = ring.document(app)

    async def attempt() -> None:
        (document,) = await context.store.get([key])
        keys, writes = change(document.data["keys"] if document else [])
        if document is None:
            await context.store.commit([Create(key, {"keys": keys}), *writes])
        else:
            await context.store.commit([Put(key, {"keys": keys}, document.version), *writes])

    await until_committed(attempt, ATTEMPTS, TryAgain(f"many change the {ring.noun}s at once"))


def _check(ring: Keyring, name: str, known: Sequence[ScoreKey]) -> None:
    if any(each["name"] == name for each in known):
        raise Invalid.field("name", f"{name!r} is the name of another {ring.noun}")
    if len(known) >= ring.most:
        raise Invalid.field("name", f"would be one more than the {ring.most} allowed")
