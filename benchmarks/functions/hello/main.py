"""The smallest function there is."""

from __future__ import annotations

import functions_framework.aio
from starlette.requests import Request


@functions_framework.aio.http
async def hello(_request: Request) -> str:
    return "hello"
