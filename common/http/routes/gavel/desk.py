"""What moderators do beside deciding, and what leads look at."""

from __future__ import annotations

from functools import partial

from common.http.routes.gavel.paths import API, V1, route
from common.http.routes.route import Route

_BODIES = f"{API}.desk"
_VIEWS = "common.views.desk"
_NOTES = f"{V1}/notes"
_PAGE = f"{V1}/page_settings"
_PAGE_ANSWER = f"{_VIEWS}:PageSettingsAnswer"
_read = partial(route, function="review_queue", right="read")
_decide = partial(route, function="review_queue", right="decide")

ROUTES: tuple[Route, ...] = (
    _read(
        "GET",
        _NOTES,
        operation="list_notes",
        query=f"{_BODIES}:NotesQuery",
        answer=f"{_VIEWS}:NotesAnswer",
    ),
    _decide(
        "POST",
        _NOTES,
        operation="write_note",
        body=f"{_BODIES}:NoteBody",
        answer=f"{_VIEWS}:NoteAnswer",
    ),
    _decide(
        "POST",
        f"{V1}/skips",
        operation="skip_item",
        body=f"{_BODIES}:SkipBody",
        answer="common.views.review_queue:QueueItemAnswer",
    ),
    _read(
        "GET",
        f"{V1}/content",
        operation="list_content",
        query=f"{API}.content:ContentQuery",
        answer="common.views.gavel_content:ContentAnswer",
        about_user=True,
    ),
    _read(
        "GET",
        f"{V1}/overview",
        operation="get_overview",
        query=f"{_BODIES}:OverviewQuery",
        answer=f"{_VIEWS}:OverviewAnswer",
    ),
    _read("GET", _PAGE, operation="get_page_settings", answer=_PAGE_ANSWER),
    route(
        "PUT",
        _PAGE,
        "review_queue",
        "put_page_settings",
        body=f"{_BODIES}:PageSettingsBody",
        answer=_PAGE_ANSWER,
        right="administer",
    ),
)
