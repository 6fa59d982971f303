"""How rules do."""

from __future__ import annotations

from pydantic import Field

from common.api.base import Request


class HealthQuery(Request):
    """The last so many days (UTC), today among them."""

    days: int = Field(30, ge=1, le=90)
