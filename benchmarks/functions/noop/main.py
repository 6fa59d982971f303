"""The measure of the rest: parses a JSON body and answers, on the same framework."""

from __future__ import annotations

import functions_framework.aio
import orjson
from starlette.requests import Request
from starlette.responses import Response


@functions_framework.aio.http
async def noop(request: Request) -> Response:
    orjson.loads(await request.body())
    return Response(b'{"ok":true}', 201, {"content-type": "application/json"})
