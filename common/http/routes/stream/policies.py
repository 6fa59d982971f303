"""Policies, which the clients call configs."""

from __future__ import annotations

from functools import partial

from common.http.routes.route import Route
from common.http.routes.stream.paths import NOTHING, TEAM, V2, route

_POLICIES = "common.api.stream.policies"
_QUERIES = "common.api.stream.queries"
_POLICY_VIEWS = "common.views.stream_policies"

_policy = partial(route, function="configure", access="moderator")
ROUTES: tuple[Route, ...] = (
    _policy(
        "POST",
        f"{V2}/config",
        operation="upsert_config",
        body=f"{_POLICIES}:UpsertConfigRequest",
        answer=f"{_POLICY_VIEWS}:OnePolicyAnswer",
        right="configure",
    ),
    _policy(
        "GET",
        f"{V2}/config/{{key:path}}",
        operation="get_config",
        query=TEAM,
        answer=f"{_POLICY_VIEWS}:OnePolicyAnswer",
        right="read",
    ),
    _policy(
        "DELETE",
        f"{V2}/config/{{key:path}}",
        operation="delete_config",
        query=TEAM,
        answer=NOTHING,
        right="configure",
    ),
    _policy(
        "POST",
        f"{V2}/configs",
        operation="query_configs",
        body=f"{_QUERIES}:QueryRequest",
        answer=f"{_POLICY_VIEWS}:PoliciesAnswer",
        right="read",
    ),
)
