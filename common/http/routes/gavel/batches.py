"""What was decided as one batch."""

from __future__ import annotations

from common.http.auth import BOTH
from common.http.routes.gavel.paths import API, V1, route
from common.http.routes.route import Route

ROUTES: tuple[Route, ...] = (
    route(
        "POST",
        f"{V1}/batches/{{id}}/undo",
        "submit_action",
        "undo_batch",
        body=f"{API}.base:ByBody",
        answer="common.views.gavel_batches:BatchAnswer",
        right="oversee",
        unrestricted=BOTH,
    ),
)
