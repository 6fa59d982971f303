"""The one route table: gateways, deployments and the API description are made from it."""

from __future__ import annotations

from common.http.dialects.dialect import Dialect
from common.http.dialects.stream import STREAM
from common.http.routes import dashboard, gavel, hive, openai, perspective, stream
from common.http.routes.route import Route

ROUTES: tuple[Route, ...] = (
    *stream.ROUTES,
    *hive.ROUTES,
    *gavel.ROUTES,
    *openai.ROUTES,
    *perspective.ROUTES,
    *dashboard.ROUTES,
)
DEFAULT_DIALECT: Dialect = STREAM
"""In which it is said that no route has a path."""

HTTP_FUNCTIONS: tuple[str, ...] = tuple(dict.fromkeys(route.function for route in ROUTES))
QUEUE_FUNCTIONS: tuple[str, ...] = ("enforce", "deliver", "scan")
SCHEDULE_FUNCTIONS: tuple[str, ...] = ("sweep",)
