"""API tokens that an app's admins made: each opens all that the app's server may do."""

from __future__ import annotations

import secrets

from common.domain.score_key import ScoreKeys
from common.store.store import Collection, Key

MOST_API_TOKENS = 50
_MARK = "gavel_"
"""Of a token that was made here, by which logs know it."""


API_TOKENS: Collection[ScoreKeys] = Collection("api_tokens")


def api_tokens_key(app: str) -> Key[ScoreKeys]:
    return Key(app, API_TOKENS, "api_tokens")


def new_api_token() -> str:
    return f"{_MARK}{secrets.token_urlsafe(32)}"
