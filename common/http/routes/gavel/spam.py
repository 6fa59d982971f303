"""The spam manager."""

from __future__ import annotations

from functools import partial

from common.http.routes.gavel.paths import API, NOTHING, V1, route
from common.http.routes.route import Route

_BODIES = f"{API}.spam"
_VIEWS = "common.views.gavel_spam"
_STRINGS = f"{V1}/spam_strings"
_ONE = f"{_STRINGS}/{{id}}"
_spam = partial(route, function="configure")

ROUTES: tuple[Route, ...] = (
    _spam(
        "GET",
        _STRINGS,
        operation="list_spam_strings",
        query=f"{_BODIES}:SpamStringsQuery",
        answer=f"{_VIEWS}:SpamStringsAnswer",
        right="read",
    ),
    _spam(
        "GET",
        f"{_STRINGS}/export",
        operation="export_spam_strings",
        query=f"{_BODIES}:SpamExportQuery",
        answer=f"{_VIEWS}:SpamExportAnswer",
        right="export",
    ),
    _spam(
        "POST",
        f"{_STRINGS}/import",
        operation="import_spam_strings",
        body=f"{_BODIES}:SpamVerdictsBody",
        answer=f"{_VIEWS}:SpamVerdictsAnswer",
        right="configure",
    ),
    _spam(
        "GET", _ONE, operation="get_spam_string", answer=f"{_VIEWS}:SpamStringAnswer", right="read"
    ),
    _spam(
        "POST",
        f"{_ONE}/verdict",
        operation="say_of_spam_string",
        body=f"{_BODIES}:SpamVerdictBody",
        answer=f"{_VIEWS}:SpamStringAnswer",
        right="configure",
    ),
    _spam("DELETE", _ONE, operation="delete_spam_string", answer=NOTHING, right="configure"),
)
