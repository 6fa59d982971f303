"""Decisions that wait for a second person, and what that one says."""

from __future__ import annotations

from functools import partial

from common.http.auth import QUEUES
from common.http.routes.gavel.paths import API, V1, route
from common.http.routes.route import Route

_BODIES = f"{API}.approvals"
_VIEWS = "common.views.gavel_approvals"
_MANY = f"{V1}/approvals"
_ONE = f"{_MANY}/{{id}}"
_approvals = partial(route, function="submit_action", unrestricted=QUEUES)
_settle = partial(_approvals, "POST", answer=f"{_VIEWS}:ApprovalAnswer", right="decide")

ROUTES: tuple[Route, ...] = (
    _approvals(
        "GET",
        _MANY,
        operation="list_approvals",
        query=f"{_BODIES}:ApprovalsQuery",
        answer=f"{_VIEWS}:ApprovalsAnswer",
        right="read",
    ),
    _approvals(
        "POST",
        f"{_MANY}/settle",
        operation="settle_approvals",
        body=f"{_BODIES}:SettleApprovalsBody",
        answer=f"{_VIEWS}:SettledApprovalsAnswer",
        right="oversee",
    ),
    _approvals(
        "GET",
        _ONE,
        operation="get_approval",
        answer=f"{_VIEWS}:ApprovalAnswer",
        right="read",
    ),
    _settle(f"{_ONE}/approve", operation="approve", body=f"{_BODIES}:ApproveBody"),
    _settle(f"{_ONE}/refuse", operation="refuse", body=f"{_BODIES}:RefuseBody"),
    _settle(f"{_ONE}/withdraw", operation="withdraw", body=f"{_BODIES}:WithdrawBody"),
)
