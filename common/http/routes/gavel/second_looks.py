"""Second looks, and how far people agree."""

from __future__ import annotations

from functools import partial

from common.http.auth import QUEUES
from common.http.routes.gavel.paths import API, NOTHING, V1, route
from common.http.routes.route import Route

_BODIES = f"{API}.second_looks"
_VIEWS = "common.views.gavel_second_looks"
_looks = partial(route, function="review_queue", unrestricted=QUEUES)

ROUTES: tuple[Route, ...] = (
    _looks(
        "GET",
        f"{V1}/second_looks",
        operation="list_second_looks",
        query=f"{_BODIES}:SecondLooksQuery",
        answer=f"{_VIEWS}:SecondLooksAnswer",
        right="decide",
    ),
    _looks(
        "POST",
        f"{V1}/second_looks/{{id}}",
        operation="answer_second_look",
        body=f"{_BODIES}:SecondLookBody",
        answer=NOTHING,
        right="decide",
    ),
    _looks(
        "GET",
        f"{V1}/agreement",
        operation="get_agreement",
        query=f"{_BODIES}:AgreementQuery",
        answer=f"{_VIEWS}:AgreementAnswer",
        right="oversee",
    ),
)
