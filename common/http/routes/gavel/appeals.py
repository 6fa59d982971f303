"""Appeals as the inbox of who handles them has them, and who makes them."""

from __future__ import annotations

from functools import partial

from common.http.auth import QUEUES
from common.http.routes.gavel.paths import API, V1, route
from common.http.routes.route import Route

_BODIES = f"{API}.appeals"
_VIEWS = "common.views.gavel_appeals"
_ONE = f"{V1}/appeals/{{id}}"
_COMPLAINANT = f"{V1}/complainants/{{user_id}}"
_appeals = partial(route, function="appeals", unrestricted=QUEUES)

ROUTES: tuple[Route, ...] = (
    _appeals(
        "GET",
        f"{V1}/appeals",
        operation="list_appeals",
        query=f"{_BODIES}:AppealsQuery",
        answer=f"{_VIEWS}:HandledAppealsAnswer",
        right="read",
    ),
    _appeals(
        "GET",
        _ONE,
        operation="get_handled_appeal",
        answer=f"{_VIEWS}:HandledAppealAnswer",
        right="read",
    ),
    _appeals(
        "POST",
        f"{_ONE}/readings",
        operation="note_appeal_reading",
        body=f"{_BODIES}:AppealReadingBody",
        answer=f"{_VIEWS}:HandledAppealAnswer",
        right="decide",
    ),
    _appeals(
        "POST",
        f"{_ONE}/notes",
        operation="add_appeal_note",
        body=f"{_BODIES}:AppealNoteBody",
        answer=f"{_VIEWS}:HandledAppealAnswer",
        right="decide",
    ),
    _appeals(
        "PUT",
        f"{_ONE}/out_of_court",
        operation="put_out_of_court",
        body=f"{_BODIES}:OutOfCourtBody",
        answer=f"{_VIEWS}:HandledAppealAnswer",
        right="oversee",
    ),
    _appeals(
        "GET",
        _COMPLAINANT,
        operation="get_complainant",
        answer=f"{_VIEWS}:ComplainantAnswer",
        right="read",
        about_user=True,
    ),
    _appeals(
        "POST",
        f"{_COMPLAINANT}/allow",
        operation="allow_complaints",
        body=f"{_BODIES}:LiftBody",
        answer=f"{_VIEWS}:ComplainantAnswer",
        right="oversee",
    ),
)
