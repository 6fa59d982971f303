"""API tokens, as Gavel's own API has them: the token itself only where it was made."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import TypedDict

from common.domain.score_key import ScoreKey
from common.views.gavel_score_keys import ShownScoreKey, shown_key


class MadeApiTokenAnswer(TypedDict):
    """`token` is told here and never again."""

    api_token: ShownScoreKey
    token: str


class ApiTokensAnswer(TypedDict):
    """Those made through the API, oldest first; the one that the app was made with is not here."""

    api_tokens: list[ShownScoreKey]


def made_api_token_answer(made: ScoreKey, token: str) -> MadeApiTokenAnswer:
    return {"api_token": shown_key(made), "token": token}


def api_tokens_answer(tokens: Sequence[ScoreKey]) -> ApiTokensAnswer:
    return {"api_tokens": [shown_key(each) for each in tokens]}
