"""Keys that may score and nothing else."""

from __future__ import annotations

from common.http.routes.gavel.paths import API, NOTHING, V1, route
from common.http.routes.route import Route

_SCORE_KEYS = f"{V1}/score_keys"
_VIEWS = "common.views.gavel_score_keys"

ROUTES: tuple[Route, ...] = (
    route(
        "GET",
        _SCORE_KEYS,
        "configure",
        "list_score_keys",
        answer=f"{_VIEWS}:ScoreKeysAnswer",
    ),
    route(
        "POST",
        _SCORE_KEYS,
        "configure",
        "create_score_key",
        body=f"{API}.score_keys:ScoreKeyBody",
        answer=f"{_VIEWS}:MadeScoreKeyAnswer",
    ),
    route(
        "DELETE",
        f"{_SCORE_KEYS}/{{id}}",
        "configure",
        "delete_score_key",
        answer=NOTHING,
    ),
)
