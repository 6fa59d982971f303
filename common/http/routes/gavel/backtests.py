"""Rules tested on the past."""

from __future__ import annotations

from functools import partial

from common.http.auth import QUEUES
from common.http.routes.gavel.paths import API, LIST, NOTHING, V1, route
from common.http.routes.route import Route

_MANY = f"{V1}/backtests"
_ONE = f"{_MANY}/{{id}}"
_VIEWS = "common.views.backtests"
_ANSWER = f"{_VIEWS}:BacktestAnswer"
_ANSWERS = f"{_VIEWS}:BacktestsAnswer"

_rules = partial(route, function="rules")
ROUTES: tuple[Route, ...] = (
    _rules(
        "POST",
        _MANY,
        operation="start_backtest",
        body=f"{API}.backtests:BacktestBody",
        answer=_ANSWER,
        right="configure",
        unrestricted=QUEUES,
    ),
    _rules(
        "GET",
        _MANY,
        operation="list_backtests",
        query=LIST,
        answer=f"{_VIEWS}:BacktestsAnswer",
        right="read",
        unrestricted=QUEUES,
    ),
    _rules(
        "GET", _ONE, operation="get_backtest", answer=_ANSWER, right="read", unrestricted=QUEUES
    ),
    _rules(
        "POST",
        f"{_ONE}/cancel",
        operation="cancel_backtest",
        answer=_ANSWER,
        right="configure",
        unrestricted=QUEUES,
    ),
    _rules(
        "DELETE",
        _ONE,
        operation="delete_backtest",
        answer=NOTHING,
        right="configure",
        unrestricted=QUEUES,
    ),
)
