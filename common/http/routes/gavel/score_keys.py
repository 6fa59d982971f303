"""Keys that may score and nothing else, and tokens that may do all that the app's server may."""

from __future__ import annotations

from functools import partial

from common.http.routes.gavel.paths import API, NOTHING, V1, route
from common.http.routes.route import Route

_SCORE_KEYS = f"{V1}/score_keys"
_VIEWS = "common.views.gavel_score_keys"

_TOKENS = f"{V1}/api_tokens"
_TOKEN_VIEWS = "common.views.gavel_api_tokens"
_admin = partial(route, function="configure", right="administer")

ROUTES: tuple[Route, ...] = (
    _admin("GET", _TOKENS, operation="list_api_tokens", answer=f"{_TOKEN_VIEWS}:ApiTokensAnswer"),
    _admin(
        "POST",
        _TOKENS,
        operation="create_api_token",
        body=f"{API}.score_keys:ScoreKeyBody",
        answer=f"{_TOKEN_VIEWS}:MadeApiTokenAnswer",
    ),
    _admin("DELETE", f"{_TOKENS}/{{id}}", operation="delete_api_token", answer=NOTHING),
    route(
        "GET",
        _SCORE_KEYS,
        "configure",
        "list_score_keys",
        answer=f"{_VIEWS}:ScoreKeysAnswer",
        right="administer",
    ),
    route(
        "POST",
        _SCORE_KEYS,
        "configure",
        "create_score_key",
        body=f"{API}.score_keys:ScoreKeyBody",
        answer=f"{_VIEWS}:MadeScoreKeyAnswer",
        right="administer",
    ),
    route(
        "DELETE",
        f"{_SCORE_KEYS}/{{id}}",
        "configure",
        "delete_score_key",
        answer=NOTHING,
        right="administer",
    ),
)
