"""Rate limits: how many calls are left, and how many an app allows."""

from __future__ import annotations

from tests.functional.areas.area import Area

AREA = Area(
    wrong={
        "put_settings": (
            (
                "a limit of nothing",
                "rate_limits.server_side.nonsense",
                {"rate_limits": {"server_side": {"nonsense": 1}}},
            ),
            (
                "a limit of no calls",
                "rate_limits.per_user.flag",
                {"rate_limits": {"per_user": {"flag": 0}}},
            ),
        ),
    },
    queries={"get_rate_limits": (("an unknown operation", {"endpoints": "Nonsense"}),)},
    samples={
        "rate_limits": {"server_side": {"flag": 5}},
        "rate_limits.server_side": {"flag": 7},
        "rate_limits.client_side": {"flag": 5},
        "rate_limits.per_user": {"flag": 5},
        "endpoints": "Ban",
    },
)
