"""Score keys, as Gavel's own API has them: the key itself only where it was made."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import TypedDict

from common.domain.score_key import ScoreKey


class ShownScoreKey(TypedDict):
    """`last_characters` are the key's, by which one tells whose it is."""

    id: str
    name: str
    last_characters: str
    created_at: int


class MadeScoreKeyAnswer(TypedDict):
    """`key` is told here and never again."""

    score_key: ShownScoreKey
    key: str


class ScoreKeysAnswer(TypedDict):
    """Those made through the API, oldest first; the one that the app was made with is not here."""

    score_keys: list[ShownScoreKey]


def made_score_key_answer(made: ScoreKey, key: str) -> MadeScoreKeyAnswer:
    return {"score_key": shown_key(made), "key": key}


def score_keys_answer(keys: Sequence[ScoreKey]) -> ScoreKeysAnswer:
    return {"score_keys": [shown_key(each) for each in keys]}


def shown_key(score_key: ScoreKey) -> ShownScoreKey:
    return {
        "id": score_key["id"],
        "name": score_key["name"],
        "last_characters": score_key["last_characters"],
        "created_at": score_key["created_at"],
    }
