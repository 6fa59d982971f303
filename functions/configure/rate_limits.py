"""How much of the current minute's calls is left."""

from __future__ import annotations

from common.api.stream.rate_limits import RateLimitsQuery
from common.domain.errors import Invalid
from common.domain.rate_limit import PLATFORMS, Platform
from common.http.call import Call
from common.http.rate_limits import RateLimiter, Standing
from common.http.routes import ROUTES
from common.views.stream_rate_limits import LimitInfo, RateLimitsAnswer, endpoint_name

_OPERATIONS = {
    endpoint_name(route.limited_as): route.limited_as
    for route in ROUTES
    if route.access != "public"
}


async def get(call: Call) -> RateLimitsAnswer:
    asked: RateLimitsQuery = call.query
    platforms = [each for each in PLATFORMS if getattr(asked, each)] or list(PLATFORMS)
    answer: RateLimitsAnswer = {}
    for each in platforms:
        answer[each] = {}
    limiter = call.context.one(RateLimiter)
    for name, operation in _asked_for(asked.endpoints).items():
        found = await limiter.standing(call.app, operation, platforms, call.now)
        _show(answer, name, found)
    return answer


def _asked_for(endpoints: str | None) -> dict[str, str]:
    """Raises Invalid for what is no operation."""
    if endpoints is None:
        return _OPERATIONS
    names = [name.strip() for name in endpoints.split(",")]
    for name in names:
        if name not in _OPERATIONS:
            raise Invalid.field("endpoints", f"names {name!r}, which is not an operation")
    return {name: _OPERATIONS[name] for name in names}


def _show(answer: RateLimitsAnswer, name: str, found: dict[Platform, Standing]) -> None:
    for platform, standing in found.items():
        answer[platform][name] = _info(standing)


def _info(standing: Standing) -> LimitInfo:
    return {
        "limit": standing.limit,
        "remaining": standing.remaining,
        "reset": standing.reset,
    }
