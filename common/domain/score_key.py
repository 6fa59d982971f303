"""Score keys: what opens the facades, and nothing else."""

from __future__ import annotations

import secrets

from typing_extensions import TypedDict

from common.store.store import Collection, Key

MOST_SCORE_KEYS = 50
_MARK = "score_"
"""Of a key that Gavel made, by which logs know it."""
_SHOWN = 4


class ScoreKey(TypedDict):
    """One that was made through the API. Of the key itself, only `credential` (the id of what it
    opens the app by, with its digest) and the last characters are kept.
    """

    id: str
    name: str
    credential: str
    last_characters: str
    created_at: int


class ScoreKeys(TypedDict):
    """All of an app's, in one document: so none is made beyond the most there may be."""

    keys: list[ScoreKey]


SCORE_KEYS: Collection[ScoreKeys] = Collection("score_keys")


def score_keys_key(app: str) -> Key[ScoreKeys]:
    return Key(app, SCORE_KEYS, "score_keys")


def new_score_key() -> str:
    return f"{_MARK}{secrets.token_urlsafe(24)}"


def last_characters(key: str) -> str:
    return key[-_SHOWN:]
