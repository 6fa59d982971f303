"""Policy tests: sets of labelled texts, and their runs."""

from __future__ import annotations

from functools import partial

from common.http.routes.route import Route
from common.http.routes.stream.paths import NOTHING, V2, route

_VIEWS = "common.views.stream_policy_tests"
_SETS = f"{V2}/policy_tests/sets"
_ONE = f"{_VIEWS}:OneSetAnswer"
_RUN = f"{_VIEWS}:OneRunAnswer"

_route = partial(route, function="tasks")
ROUTES: tuple[Route, ...] = (
    _route(
        "GET", _SETS, operation="list_policy_test_sets", answer=f"{_VIEWS}:SetsAnswer", right="read"
    ),
    _route(
        "POST",
        _SETS,
        operation="create_policy_test_set",
        body="common.api.stream.policy_tests:CreatePolicyTestSetRequest",
        answer=_ONE,
        right="configure",
    ),
    _route("GET", f"{_SETS}/{{id}}", operation="get_policy_test_set", answer=_ONE, right="read"),
    _route(
        "DELETE",
        f"{_SETS}/{{id}}",
        operation="delete_policy_test_set",
        answer=NOTHING,
        right="configure",
    ),
    _route(
        "POST",
        f"{_SETS}/{{id}}/runs",
        operation="start_policy_test_run",
        answer=_RUN,
        right="configure",
    ),
    _route(
        "GET",
        f"{V2}/policy_tests/runs/{{id}}",
        operation="get_policy_test_run",
        answer=_RUN,
        right="read",
    ),
)
