"""Strike policies, and the strikes of users."""

from __future__ import annotations

from common.http.auth import BOTH
from common.http.routes.gavel.paths import API, V1, resource, route
from common.http.routes.route import Route

_BODIES = f"{API}.strikes"
_VIEWS = "common.views.gavel_strikes"
_STRIKES = f"{V1}/users/{{id}}/strikes"

ROUTES: tuple[Route, ...] = (
    *resource(
        "strike_policies",
        "strike_policy",
        f"{_BODIES}:StrikePolicyBody",
        "StrikePolicyAnswer",
        "StrikePoliciesAnswer",
        _VIEWS,
    ),
    route(
        "GET",
        f"{V1}/strike_policies/{{id}}/histogram",
        "configure",
        "get_strike_histogram",
        query=f"{_BODIES}:HistogramQuery",
        answer=f"{_VIEWS}:HistogramAnswer",
        right="read",
    ),
    route("GET", _STRIKES, "rules", "list_strikes", answer=f"{_VIEWS}:StrikesAnswer", right="read"),
    route(
        "POST",
        _STRIKES,
        "rules",
        "give_strike",
        body=f"{_BODIES}:GiveStrikeBody",
        answer=f"{_VIEWS}:StrikesAnswer",
        right="decide",
        unrestricted=BOTH,
    ),
    route(
        "DELETE",
        f"{_STRIKES}/{{strike}}",
        "rules",
        "take_back_strike",
        query=f"{_BODIES}:ClearStrikeQuery",
        answer=f"{_VIEWS}:StrikesAnswer",
        right="oversee",
        unrestricted=BOTH,
    ),
)
